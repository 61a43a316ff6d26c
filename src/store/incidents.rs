//! The incidents of one table as Parquet, with an entry beside it that says what their numbers stand for and proves the file.
//!
//! The Parquet file has a row for each row of the table that became an incident, before it is known which of them are the same one:
//! the columns are those of [`Column::KEPT`], whole numbers, and the id. Any program can read it; without the entry, which holds
//! the hash of its bytes, this one does not.

use super::{Found, Key, Shelf, Store, UNFINISHED, sighting};
use crate::incident::{Column, Dictionary, Extract, Incidents, Part, Recall, Recalled, Sheet};
use polars::prelude::*;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, BufWriter, Cursor, Write};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

/// Rows of a row group: what is in memory of a table while it is written or read, for each thread.
const GROUP: usize = 1 << 16;
/// How many row groups are read side by side: some for each thread of a small machine, and few enough to stay small.
const SIDE_BY_SIDE: usize = 8;

const ID: &str = "id";
pub(super) const ENDING: &str = ".parquet";

/// The entry beside the Parquet file.
#[derive(Serialize, Deserialize)]
struct Beside<F> {
    /// The BLAKE3 of its bytes, in hexadecimal.
    blake3: String,
    rows: usize,
    dictionary: Dictionary,
    /// What the caller keeps with it.
    facts: F,
}

impl Store {
    /// Keeps rows of a settled table of incidents, and facts beside them.
    ///
    /// # Errors
    /// If the folder cannot be made or written.
    pub fn keep_incidents(
        &self,
        key: &Key,
        facts: &impl Serialize,
        incidents: &Incidents,
        rows: Range<usize>,
    ) -> io::Result<()> {
        self.make()?;
        let beside = self.unfinished();
        let kept = self.write_incidents(key, &beside, facts, incidents, rows);
        if kept.is_err() {
            // The first error is the one to tell.
            let _ = fs::remove_file(&beside);
        }
        kept
    }

    fn write_incidents(
        &self,
        key: &Key,
        beside: &PathBuf,
        facts: &impl Serialize,
        incidents: &Incidents,
        rows: Range<usize>,
    ) -> io::Result<()> {
        let mut out =
            Hashing { out: BufWriter::new(File::create_new(beside)?), hasher: blake3::Hasher::new(), bytes: 0 };
        let mut extract = Extract::of(incidents);
        let writer = ParquetWriter::new(&mut out).with_compression(ParquetCompression::Lz4Raw);
        let schema = Schema::from_iter(
            Column::KEPT
                .iter()
                .map(|column| (column.id().into(), kind(*column)))
                .chain([(ID.into(), DataType::String)]),
        );
        let mut writer = writer.batched(&schema).map_err(plain)?;
        let mut from = rows.start;
        while from < rows.end {
            let to = (from + GROUP).min(rows.end);
            writer.write_batch(&frame(extract.part(from..to))?).map_err(plain)?;
            from = to;
        }
        writer.finish().map_err(plain)?;
        out.flush()?;
        let entry = Beside {
            blake3: out.hasher.finalize().to_hex().to_string(),
            rows: rows.len(),
            dictionary: extract.dictionary(),
            facts,
        };
        let bytes = out.bytes;
        drop(out);
        if bytes > self.most {
            return fs::remove_file(beside);
        }
        // The file before the entry: an entry says that there is a file.
        fs::rename(beside, self.parquet(key))?;
        self.counts().kept_bytes += bytes;
        self.keep(Shelf::Incidents, key, &serde_json::to_vec(&entry)?)
    }

    /// The facts and the incidents that were kept, as sheets to be appended in order.
    pub fn find_incidents<F: DeserializeOwned>(&self, key: &Key) -> Option<(F, Box<dyn Iterator<Item = Sheet>>)> {
        let Found::Entry(entry) = self.find(Shelf::Incidents, key) else { return None };
        let entry: Beside<F> = serde_json::from_slice(&entry).ok()?;
        let path = self.parquet(key);
        // An entry whose file went first is as good as none.
        let bytes = fs::read(&path).ok()?;
        if blake3::hash(&bytes).to_hex().as_str() != entry.blake3 {
            self.counts().damaged += 1;
            let _ = fs::remove_file(&path);
            return None;
        }
        self.use_now(&path);
        self.counts().tables += 1;
        Some((entry.facts, Box::new(sheets(bytes, entry.rows, entry.dictionary))))
    }

    fn parquet(&self, key: &Key) -> PathBuf {
        let mut path = self.path(Shelf::Incidents, key).into_os_string();
        path.push(ENDING);
        path.into()
    }

    fn unfinished(&self) -> PathBuf {
        let moment = sighting::nanoseconds(std::time::SystemTime::now()).unwrap_or_default();
        self.root.join(format!("{UNFINISHED}{}-table-{moment}", std::process::id()))
    }
}

/// What hashes the bytes that it hands on.
struct Hashing<W> {
    out: W,
    hasher: blake3::Hasher,
    bytes: u64,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.out.write(bytes)?;
        self.hasher.update(&bytes[..n]);
        self.bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Lines and seconds may be beyond 32 bits; nothing else is.
fn kind(column: Column) -> DataType {
    match column {
        Column::Line | Column::Revised => DataType::Int64,
        Column::File
        | Column::Start
        | Column::Span
        | Column::Latitude
        | Column::Longitude
        | Column::Related
        | Column::Outlets
        | Column::Act
        | Column::Site
        | Column::Losses => DataType::Int32,
    }
}

fn frame(part: Part) -> io::Result<DataFrame> {
    let height = part.ids.len();
    let mut columns: Vec<polars::prelude::Column> = Vec::new();
    for (column, values) in Column::KEPT.iter().zip(part.columns) {
        let name = PlSmallStr::from_static(column.id());
        columns.push(match kind(*column) {
            DataType::Int64 => Int64Chunked::from_iter_options(name, values.into_iter()).into_column(),
            _ => {
                let narrow = |value: Option<i64>| value.map(i32::try_from).transpose().map_err(io::Error::other);
                let values = values.into_iter().map(narrow).collect::<io::Result<Vec<Option<i32>>>>()?;
                Int32Chunked::from_iter_options(name, values.into_iter()).into_column()
            }
        });
    }
    columns.push(StringChunked::from_iter_values(ID.into(), part.ids.iter().map(String::as_str)).into_column());
    DataFrame::new(height, columns).map_err(plain)
}

/// Reads row groups side by side and hands them out in order.
fn sheets(bytes: Vec<u8>, rows: usize, dictionary: Dictionary) -> impl Iterator<Item = Sheet> {
    let bytes: Arc<[u8]> = bytes.into();
    let mut recall = Recall::new(dictionary);
    let groups: Vec<Range<usize>> = (0..rows).step_by(GROUP).map(|from| from..(from + GROUP).min(rows)).collect();
    let windows: Vec<Vec<Range<usize>>> = groups.chunks(SIDE_BY_SIDE).map(<[_]>::to_vec).collect();
    windows.into_iter().flat_map(move |window| {
        let read =
            |rows: Range<usize>| recalled(&bytes, rows).expect("its bytes are those that this build has written");
        let read: Vec<Recalled> = window.into_par_iter().map(read).collect();
        read.into_iter().map(|rows| recall.sheet(rows)).collect::<Vec<Sheet>>()
    })
}

fn recalled(bytes: &Arc<[u8]>, rows: Range<usize>) -> PolarsResult<Recalled> {
    let frame = ParquetReader::new(Cursor::new(Arc::clone(bytes)))
        .read_parallel(ParallelStrategy::None)
        .with_slice(Some((rows.start, rows.len())))
        .finish()?;
    let mut columns: [Vec<i64>; Column::KEPT.len()] = Default::default();
    for (column, values) in Column::KEPT.iter().zip(&mut columns) {
        let read = frame.column(column.id())?;
        *values = match kind(*column) {
            DataType::Int64 => read.i64()?.iter().map(|value| value.unwrap_or(Recalled::UNKNOWN)).collect(),
            _ => read.i32()?.iter().map(|value| value.map_or(Recalled::UNKNOWN, i64::from)).collect(),
        };
    }
    Ok(Recalled::new(columns, frame.column(ID)?.str()?.iter().map(Option::unwrap_or_default)))
}

/// A fault of the Parquet library in the words of the system.
fn plain(error: PolarsError) -> io::Error {
    match error {
        PolarsError::IO { error, .. } => io::Error::new(error.kind(), error.to_string()),
        other => io::Error::other(other.to_string()),
    }
}
