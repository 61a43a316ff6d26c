//! Zip files: which members are tables, and the bytes of one member.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use flate2::CrcReader;
use flate2::read::DeflateDecoder;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::error::Error;
use super::stream::{open_file, unreadable};
use super::table::TableRef;

/// Name endings of members that are tables.
const TABLES: [&str; 7] = [".csv", ".tsv", ".xlsx", ".csv.gz", ".tsv.gz", ".csv.zst", ".tsv.zst"];
/// Text files are tables only in a zip without any of the above: beside them they are notes.
const TEXTS: [&str; 3] = [".txt", ".txt.gz", ".txt.zst"];
/// What makes a zip a workbook.
const WORKBOOK: &str = "xl/workbook.xml";

/// What a zip file is.
pub(super) enum Zip {
    Workbook,
    /// The names of the members that are tables, in name order.
    Tables(Vec<String>),
}

/// Looks into the zip at `path`.
pub(super) fn look(path: &Path) -> Result<Zip, Error> {
    let archive = open(path)?;
    let mut names: Vec<&str> = archive.file_names().collect();
    names.sort_unstable();
    if names.contains(&WORKBOOK) {
        return Ok(Zip::Workbook);
    }
    let ending_in = |endings: &[&str]| -> Vec<String> {
        let is_table = |name: &&&str| {
            let lower = name.to_ascii_lowercase();
            !is_hidden(name) && endings.iter().any(|ending| lower.ends_with(ending))
        };
        names.iter().filter(is_table).map(|name| name.to_string()).collect()
    };
    let mut tables = ending_in(&TABLES);
    if tables.is_empty() {
        tables = ending_in(&TEXTS);
    }
    match tables.is_empty() {
        true => Err(Error::NoTable { path: path.to_owned() }),
        false => Ok(Zip::Tables(tables)),
    }
}

/// macOS adds a shadow file for each member; names that begin with a dot are not for readers.
fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part == "__MACOSX" || part.starts_with('.'))
}

fn open(path: &Path) -> Result<ZipArchive<File>, Error> {
    ZipArchive::new(open_file(path)?).map_err(|source| damaged(path, source))
}

fn damaged(path: &Path, source: ZipError) -> Error {
    match source {
        ZipError::Io(source) if source.kind() != io::ErrorKind::UnexpectedEof => unreadable(path, source),
        source => Error::Archive { path: path.to_owned(), source },
    }
}

/// The unpacked bytes of one member, checked against its checksum at the end.
///
/// The archive hands out members that borrow from it; only the place of the data is taken from it, so that the bytes can
/// be read by any thread.
pub(super) fn member(table: &TableRef, name: &str) -> Result<Box<dyn Read + Send>, Error> {
    let path = table.path();
    let mut archive = open(path)?;
    let entry = match archive.index_for_name(name) {
        Some(index) => archive.by_index_raw(index),
        None => Err(ZipError::FileNotFound),
    };
    let entry = entry.map_err(|source| damaged(path, source))?;
    if entry.encrypted() {
        return Err(Error::Password { table: table.name() });
    }
    let (method, packed, crc) = (entry.compression(), entry.compressed_size(), entry.crc32());
    let start = entry.data_start();
    drop(entry);
    let mut file = archive.into_inner();
    let start = start.ok_or(ZipError::FileNotFound).map_err(|source| damaged(path, source))?;
    file.seek(SeekFrom::Start(start)).map_err(|source| unreadable(path, source))?;
    let packed = file.take(packed);
    match method {
        CompressionMethod::Stored => Ok(Box::new(Checked::new(packed, crc))),
        CompressionMethod::Deflated => Ok(Box::new(Checked::new(DeflateDecoder::new(packed), crc))),
        other => Err(Error::Method { table: table.name(), method: format!("{other:?}") }),
    }
}

/// Fails at the end if the bytes do not have the checksum that the zip states.
struct Checked<R> {
    reader: CrcReader<R>,
    expected: u32,
}

impl<R: Read> Checked<R> {
    fn new(reader: R, expected: u32) -> Checked<R> {
        Checked { reader: CrcReader::new(reader), expected }
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(out)?;
        if read == 0 && !out.is_empty() && self.reader.crc().sum() != self.expected {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "wrong checksum"));
        }
        Ok(read)
    }
}
