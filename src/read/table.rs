//! A table: found in a file, looked at once from end to end, ready to be scanned.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::archive::{self, Zip};
use super::chunk::Limits;
use super::encoding::{Encoding, Survey, Verdict};
use super::error::Error;
use super::grammar::Tail;
use super::head::{self, HeadRecord};
use super::stream::{Opened, Stream, ZIP, open_file, unreadable};
use super::text::{LineEnd, Text};

/// Decoded bytes looked at for the head: more than 50 records of the widest source (GTD: 135 columns) take.
const HEAD: usize = 1 << 20;

/// What the user decides about reading; `None` is recognised from the file.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    pub encoding: Option<Encoding>,
    pub delimiter: Option<u8>,
    /// Threads that parse and map records.
    pub threads: NonZeroUsize,
}

/// Names one table: a file, or one member of a zip.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableRef {
    path: PathBuf,
    member: Option<String>,
}

impl TableRef {
    pub(super) fn file(path: &Path) -> TableRef {
        TableRef { path: path.to_owned(), member: None }
    }

    /// The file on disk.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The member of the zip, if the file is one.
    pub fn member(&self) -> Option<&str> {
        self.member.as_deref()
    }

    /// The path as given, followed by the member: `events.zip/2020.csv`.
    pub fn name(&self) -> String {
        let path = self.path.display();
        match &self.member {
            Some(member) => format!("{path}/{member}"),
            None => path.to_string(),
        }
    }
}

/// The tables in a file: one, or for a zip each of its members that is one, in name order.
///
/// # Errors
/// If the file cannot be read, or is a zip without a table.
pub fn tables(path: &Path) -> Result<Vec<TableRef>, Error> {
    use std::io::Read;
    let mut start = Vec::new();
    let read = open_file(path)?.take(ZIP.len() as u64).read_to_end(&mut start);
    read.map_err(|source| unreadable(path, source))?;
    let members = match start == ZIP {
        true => archive::look(path)?,
        false => Zip::Workbook,
    };
    Ok(match members {
        Zip::Workbook => vec![TableRef::file(path)],
        Zip::Tables(members) => {
            members.into_iter().map(|member| TableRef { path: path.to_owned(), member: Some(member) }).collect()
        }
    })
}

/// A table whose encoding and delimiter are known.
#[derive(Debug)]
pub struct Table {
    pub(super) at: TableRef,
    name: String,
    pub(super) encoding: Encoding,
    encoding_doubt: Option<&'static str>,
    pub(super) delimiter: u8,
    pub(super) line_end: LineEnd,
    pub(super) bytes: u64,
    blake3: String,
    head: Vec<HeadRecord>,
    pub(super) first_line: u64,
    /// The text of a workbook, kept because it is dear to render.
    sheet: Option<Arc<[u8]>>,
    pub(super) threads: NonZeroUsize,
}

/// Looks at a table from end to end: its hash, encoding, delimiter and first records.
///
/// # Errors
/// If it is empty, damaged, behind a password or otherwise unreadable.
pub fn open(table: &TableRef, options: &Options) -> Result<Table, Error> {
    if let Some(delimiter @ (b'"' | b'\n' | b'\r')) = options.delimiter {
        return Err(Error::Delimiter { delimiter });
    }
    let (looked, hashed) = match options.threads.get() {
        1 => (look(table), hash(table.path())),
        _ => std::thread::scope(|scope| {
            let hashed = scope.spawn(|| hash(table.path()));
            let looked = look(table);
            let hashed = hashed.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (looked, hashed)
        }),
    };
    let Look { verdict, sheet, first_line } = looked?;
    let (bytes, blake3) = hashed?;
    let forced = options.encoding.filter(|_| sheet.is_none());
    let mut opened = Table {
        name: table.name(),
        at: table.clone(),
        encoding: forced.unwrap_or(verdict.encoding),
        encoding_doubt: verdict.doubt.filter(|_| forced.is_none()),
        delimiter: b',',
        line_end: LineEnd::LineFeed,
        bytes,
        blake3,
        head: Vec::new(),
        first_line,
        sheet,
        threads: options.threads,
    };
    let (mut start, mut tail) = opened.start()?;
    if start.contains(&b'\r') && !start.contains(&b'\n') {
        opened.line_end = LineEnd::CarriageReturn;
        (start, tail) = opened.start()?;
    }
    let recognised = || match opened.sheet {
        Some(_) => b',',
        None => head::delimiter(&start, tail),
    };
    opened.delimiter = options.delimiter.filter(|_| opened.sheet.is_none()).unwrap_or_else(recognised);
    opened.head = head::records(&start, tail, opened.delimiter, first_line);
    Ok(opened)
}

struct Look {
    verdict: Verdict,
    sheet: Option<Arc<[u8]>>,
    first_line: u64,
}

/// Reads the whole table once for its encoding; damage anywhere in it shows here.
fn look(table: &TableRef) -> Result<Look, Error> {
    let mut stream = match Stream::open(table)? {
        Opened::Text(stream) => stream,
        Opened::Sheet(sheet) => {
            return Ok(Look {
                verdict: Verdict { encoding: Encoding::Utf8, doubt: None },
                sheet: Some(sheet.text),
                first_line: sheet.first_row,
            });
        }
    };
    let mut survey = Survey::default();
    let mut block = Vec::new();
    while stream.read(&mut block, Limits::STANDARD.block_bytes)? > 0 {
        survey.feed(&block);
        block.clear();
    }
    match survey.is_blank() {
        true => Err(Error::Empty { table: table.name() }),
        false => Ok(Look { verdict: survey.verdict(), sheet: None, first_line: 1 }),
    }
}

/// Length and BLAKE3 of a file.
fn hash(path: &Path) -> Result<(u64, String), Error> {
    let mut hasher = blake3::Hasher::new();
    let read = hasher.update_reader(open_file(path)?);
    read.map_err(|source| unreadable(path, source))?;
    Ok((hasher.count(), hasher.finalize().to_hex().to_string()))
}

impl Table {
    /// The path as given, followed by the member of a zip.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The encoding that the bytes are read in.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// A different encoding that a general detector takes the file for: worth a warning, as names may be garbled.
    pub fn encoding_doubt(&self) -> Option<&'static str> {
        self.encoding_doubt
    }

    /// The byte between fields.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Length of the file on disk.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// BLAKE3 of the file on disk, in hexadecimal. The tables of one zip share it.
    pub fn blake3(&self) -> &str {
        &self.blake3
    }

    /// Up to 50 records from the start, blank lines left out.
    pub fn head(&self) -> &[HeadRecord] {
        &self.head
    }

    /// The text from its start, checked to be the file that was opened.
    pub(super) fn text(&self, limits: Limits) -> Result<Text, Error> {
        let stream = match &self.sheet {
            Some(text) => Stream::of_sheet(self.at.clone(), Arc::clone(text)),
            None => {
                self.check_length()?;
                match Stream::open(&self.at)? {
                    Opened::Text(stream) => stream,
                    Opened::Sheet(sheet) => Stream::of_sheet(self.at.clone(), sheet.text),
                }
            }
        };
        Ok(Text::new(stream, self.encoding, self.line_end, limits.block_bytes))
    }

    fn check_length(&self) -> Result<(), Error> {
        let path = self.at.path();
        let metadata = std::fs::metadata(path).map_err(|source| unreadable(path, source))?;
        match metadata.len() == self.bytes {
            true => Ok(()),
            false => Err(Error::Changed { path: path.to_owned(), before: self.bytes, now: metadata.len() }),
        }
    }

    fn start(&self) -> Result<(Vec<u8>, Tail), Error> {
        let mut text = self.text(Limits::STANDARD)?;
        let (mut start, mut tail) = (Vec::new(), Tail::Open);
        while tail == Tail::Open && start.len() < HEAD {
            tail = text.fill(&mut start)?;
        }
        Ok((start, tail))
    }
}
