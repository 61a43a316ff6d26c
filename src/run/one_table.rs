//! `table`: one table to a file, to a pipe or to the terminal.

use super::failure::Misuse;
use super::gather::gather_only;
use super::kept::{Ask, Beside, Cache, LARGEST};
use super::log::Log;
use super::terminal::{Outlet, SHEET};
use super::{has_folder, stream_to_file, stream_to_stdout, to_file, to_stdout};
use crate::cli::TableFormat;
use crate::config::Config;
use crate::export::{Rows, aligned, write_csv, write_json, write_parquet};
use crate::messages::ENGLISH;
use crate::paint::Paper;
use crate::report::{TABLES, TableKind};
use anyhow::Result;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Rows that a terminal gets: a screen or so.
const ON_A_SCREEN: usize = 40;

/// One table as it was asked for.
pub(super) struct Listing {
    table: &'static dyn TableKind,
    output: Option<PathBuf>,
    form: Form,
}

/// What it becomes.
#[derive(Clone, Copy, Debug)]
enum Form {
    Csv,
    Json,
    Parquet,
    Text(Paper, Rows),
}

impl Listing {
    /// Decides what is written and how, before anything is read.
    pub(super) fn of(kind: &str, output: Option<PathBuf>, format: Option<TableFormat>) -> Result<Listing> {
        let table = TABLES.get(kind)?;
        let form = form(output.as_deref(), format, Outlet::of_run())?;
        has_folder(output.as_deref())?;
        Ok(Listing { table, output, form })
    }

    /// Reads, counts, writes. `before` is printed before a table on the terminal.
    pub(super) fn write(&self, config: &Config, log: &Log, before: &str) -> Result<()> {
        let cache = Cache::open(config, log);
        let ask = Ask::of(&["table", self.table.id(), &format!("{:?}", self.form)]);
        if let Some(bytes) = cache.find(config, &ask, log) {
            return self.hand_out(&bytes, before);
        }
        log.begin();
        let gathered = gather_only(config, &cache, log, &self.table.need())?;
        let dataset = self.table.dataset(&gathered.analyses)?;
        let progress = log.steps("writing", dataset.height());
        let rows = |rows: usize| progress.add(rows as u64);
        let write = |out: &mut dyn Write| match self.form {
            Form::Csv => write_csv(&dataset, out, &rows),
            Form::Json => write_json(&dataset, out, &rows),
            Form::Parquet => write_parquet(&dataset, out, &rows),
            Form::Text(paper, rows) => out.write_all(aligned(&ENGLISH, &dataset, paper, rows).as_bytes()),
        };
        // The bytes go out as they are made; a copy of them is kept, unless there are too many or a reader went away.
        let (mut copy, mut whole) = (Vec::new(), None);
        let copied = |out: &mut dyn Write| {
            write(&mut Copying { out, copy: &mut copy })?;
            whole = Some(copy);
            Ok(())
        };
        let written = match &self.output {
            Some(path) => stream_to_file(path, copied),
            None => stream_to_stdout(|out| out.write_all(before.as_bytes()).and_then(|()| copied(out))),
        };
        log.done();
        written?;
        if let Some(bytes) = whole {
            let said = log.said();
            cache.keep(config, &Beside { said: &said, before: None }, [(ask, bytes.as_slice())], log);
        }
        Ok(())
    }

    fn hand_out(&self, bytes: &[u8], before: &str) -> Result<()> {
        match &self.output {
            Some(path) => to_file(path, bytes),
            None => to_stdout(&[before.as_bytes(), bytes].concat()),
        }
    }
}

/// Hands bytes on and keeps those that are not too many to be kept as a result.
struct Copying<'a> {
    out: &'a mut dyn Write,
    copy: &'a mut Vec<u8>,
}

impl Write for Copying<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let n = self.out.write(bytes)?;
        // One byte too many says that they are too many.
        let room = (LARGEST + 1).saturating_sub(self.copy.len());
        self.copy.extend_from_slice(&bytes[..n.min(room)]);
        Ok(n)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}

/// By what was said, by the ending of the file, by where standard output goes.
fn form(output: Option<&Path>, format: Option<TableFormat>, outlet: Outlet) -> Result<Form, Misuse> {
    let ending = output.and_then(Path::extension).map(|e| e.to_string_lossy().to_lowercase());
    let screen = match (output, outlet) {
        (None, Outlet::Terminal(paper)) => Form::Text(paper, Rows::First(ON_A_SCREEN)),
        (Some(_), _) | (None, Outlet::Pipe) => Form::Text(SHEET, Rows::All),
    };
    Ok(match (format, output, ending.as_deref()) {
        (Some(TableFormat::Parquet), None, _) if matches!(outlet, Outlet::Terminal(_)) => {
            let reason = "a terminal cannot show it; name a file with -o, or pipe it";
            return Err(Misuse(format!("--format parquet: {reason}")));
        }
        (Some(TableFormat::Csv), ..) | (None, Some(_), Some("csv") | None) => Form::Csv,
        (Some(TableFormat::Json), ..) | (None, Some(_), Some("json")) => Form::Json,
        (Some(TableFormat::Parquet), ..) | (None, Some(_), Some("parquet")) => Form::Parquet,
        (Some(TableFormat::Text), ..) | (None, Some(_), Some("txt")) => screen,
        (None, None, _) => match outlet {
            Outlet::Terminal(_) => screen,
            Outlet::Pipe => Form::Csv,
        },
        (None, Some(_), Some(other)) => {
            let reason =
                "a table is written as .csv, .json, .parquet or .txt; name the file so, or say which with --format";
            return Err(Misuse(format!("-o *.{other}: {reason}")));
        }
    })
}
