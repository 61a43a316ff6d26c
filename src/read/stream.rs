//! The bytes of a table as they are meant: opened, taken out of a zip, decompressed.

use std::fs::File;
use std::io::{BufReader, Cursor, ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

use super::archive;
use super::error::Error;
use super::fingerprint::{Watch, Watched};
use super::look::Packing;
use super::table::TableRef;
use super::workbook;

const GZIP: &[u8] = &[0x1F, 0x8B];
const ZSTD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];
pub(super) const ZIP: &[u8] = b"PK\x03\x04";
/// The container of `.xls` files and of workbooks behind a password.
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
/// As many first bytes as the longest signature has.
const SIGNATURE: usize = 4;
/// Bytes that the decompressors ask the disk for at once.
const DISK_BLOCK: usize = 256 << 10;

/// Bytes in order, with what an error about them must name.
pub(super) struct Stream {
    reader: Box<dyn Read + Send>,
    table: TableRef,
    container: Option<&'static str>,
}

/// What the bytes of a table turned out to be.
pub(super) enum Opened {
    Text(Stream),
    /// A workbook, already rendered as comma-separated text; its first line is this row of the sheet.
    Sheet(workbook::Sheet),
}

impl Stream {
    /// The text that a workbook was rendered as.
    pub(super) fn of_sheet(table: TableRef, text: Arc<[u8]>) -> Stream {
        Stream { reader: Box::new(Cursor::new(text)), table, container: None }
    }

    #[cfg(test)]
    pub(super) fn of_bytes(name: &str, bytes: &[u8]) -> Stream {
        Stream::of_sheet(TableRef::file(Path::new(name)), bytes.into())
    }

    /// The rest of a plain file.
    pub(super) fn of_file(table: TableRef, file: Watched) -> Stream {
        Stream { reader: Box::new(file), table, container: None }
    }

    /// Opens a table, recognising each layer by its first bytes, whatever the file is called. `watch` sees the bytes of the
    /// file on disk.
    pub(super) fn open(table: &TableRef, watch: Option<Arc<Watch>>) -> Result<Opened, Error> {
        let (reader, mut container) = match table.member() {
            Some(member) => (archive::member(table, member)?, Some("zip")),
            None => {
                let file = Watched::new(open_file(table.path())?, watch);
                (Box::new(file) as Box<dyn Read + Send>, None)
            }
        };
        let (start, reader) = peek(reader).map_err(|source| broken(table, container, source))?;
        let reader: Box<dyn Read + Send> = if start.starts_with(GZIP) {
            container = Some("gzip");
            let buffered = BufReader::with_capacity(DISK_BLOCK, reader);
            Box::new(flate2::bufread::MultiGzDecoder::new(buffered))
        } else if start.starts_with(ZSTD) {
            container = Some("zstd");
            let decoder = zstd::stream::read::Decoder::new(reader);
            Box::new(decoder.map_err(|source| broken(table, container, source))?)
        } else {
            reader
        };
        let (start, mut reader) = peek(reader).map_err(|source| broken(table, container, source))?;
        if start.starts_with(COMPOUND_FILE) {
            return Err(Error::LegacyWorkbook { table: table.name() });
        }
        if !start.starts_with(ZIP) {
            return Ok(Opened::Text(Stream { reader, table: table.clone(), container }));
        }
        let mut bytes = Vec::new();
        let read = reader.read_to_end(&mut bytes);
        read.map_err(|source| broken(table, container, source))?;
        workbook::sheet(Cursor::new(bytes), table).map(Opened::Sheet)
    }

    /// Appends up to `wanted` bytes to `out`; fewer only at the end, where it appends none.
    pub(super) fn read(&mut self, out: &mut Vec<u8>, wanted: usize) -> Result<usize, Error> {
        let mut block = self.reader.as_mut().take(wanted as u64);
        block.read_to_end(out).map_err(|source| broken(&self.table, self.container, source))
    }

    pub(super) fn packing(&self) -> Packing {
        match self.container {
            Some(_) => Packing::Packed,
            None => Packing::Plain,
        }
    }

    pub(super) fn table(&self) -> String {
        self.table.name()
    }
}

fn peek(mut reader: Box<dyn Read + Send>) -> std::io::Result<(Vec<u8>, Box<dyn Read + Send>)> {
    let mut start = Vec::with_capacity(SIGNATURE);
    reader.as_mut().take(SIGNATURE as u64).read_to_end(&mut start)?;
    let again = Cursor::new(start.clone()).chain(reader);
    Ok((start, Box::new(again)))
}

fn broken(table: &TableRef, container: Option<&'static str>, source: std::io::Error) -> Error {
    match container {
        Some(container) => Error::Damaged { table: table.name(), container, source },
        None => unreadable(table.path(), source),
    }
}

/// Opens a file for reading, telling apart what a user can mend in different ways.
pub(super) fn open_file(path: &Path) -> Result<File, Error> {
    let file = File::open(path).map_err(|source| unreadable(path, source))?;
    let metadata = file.metadata().map_err(|source| unreadable(path, source))?;
    match metadata.is_dir() {
        true => Err(Error::Folder { path: path.to_owned() }),
        false => Ok(file),
    }
}

pub(super) fn unreadable(path: &Path, source: std::io::Error) -> Error {
    let path = path.to_owned();
    match source.kind() {
        ErrorKind::NotFound => Error::Missing { path },
        ErrorKind::IsADirectory => Error::Folder { path },
        _ => Error::Unreadable { path, source },
    }
}
