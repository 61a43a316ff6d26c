//! A table: found in a file, looked at, ready to be scanned.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::archive::{self, Zip};
use super::chunk::Limits;
use super::encoding::Encoding;
use super::error::Error;
use super::fingerprint::{Fingerprint, Watch};
use super::grammar::Tail;
use super::head::{self, HeadRecord};
use super::look::{self, Basis, Look, Looked, Packing};
use super::stream::{Opened, Stream, ZIP, open_file, unreadable};
use super::text::{LineEnd, Text};

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
    basis: Basis,
    pub(super) packing: Packing,
    pub(super) delimiter: u8,
    pub(super) line_end: LineEnd,
    /// Length of the file on disk when it was opened.
    pub(super) bytes: u64,
    fingerprint: OnceLock<Fingerprint>,
    /// What a look at the whole table said about its encoding, if one was needed after all.
    surveyed: OnceLock<Encoding>,
    /// Bytes of the byte order mark, or of what is left of it.
    pub(super) mark: usize,
    head: Vec<HeadRecord>,
    pub(super) first_line: u64,
    /// The text of a workbook, kept because it is dear to render.
    sheet: Option<Arc<[u8]>>,
    pub(super) threads: NonZeroUsize,
    /// Bytes of the file that the scan with the fingerprint read.
    #[cfg(test)]
    pub(super) read: OnceLock<u64>,
}

/// Looks at a table: its encoding, delimiter and first records.
///
/// # Errors
/// If it is empty, damaged, behind a password or otherwise unreadable, as far as `look` goes.
pub fn open(table: &TableRef, options: &Options, look: Look) -> Result<Table, Error> {
    if let Some(delimiter @ (b'"' | b'\n' | b'\r')) = options.delimiter {
        return Err(Error::Delimiter { delimiter });
    }
    let bytes = length(table.path())?;
    let Looked { verdict, basis, packing, sheet, first_line } = look::look(table, look, options.encoding)?;
    let mut opened = Table {
        name: table.name(),
        at: table.clone(),
        encoding: verdict.encoding,
        encoding_doubt: verdict.doubt,
        basis,
        packing,
        delimiter: b',',
        line_end: LineEnd::LineFeed,
        bytes,
        fingerprint: OnceLock::new(),
        surveyed: OnceLock::new(),
        mark: 0,
        head: Vec::new(),
        first_line,
        sheet,
        threads: options.threads,
        #[cfg(test)]
        read: OnceLock::new(),
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

fn length(path: &Path) -> Result<u64, Error> {
    let metadata = std::fs::metadata(path).map_err(|source| unreadable(path, source))?;
    Ok(metadata.len())
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

    /// Length and hash of the file on disk. The tables of one zip share it. Known after a scan to the end; else the file is
    /// read for it.
    ///
    /// # Errors
    /// If the file can no longer be read or has changed since it was opened.
    pub fn fingerprint(&self) -> Result<&Fingerprint, Error> {
        if self.fingerprint.get().is_none() {
            self.seal(&Arc::new(Watch::default()))?;
        }
        Ok(self.fingerprint.get().expect("it was set just now"))
    }

    /// Up to 50 records from the start, blank lines left out.
    pub fn head(&self) -> &[HeadRecord] {
        &self.head
    }

    /// What must see the bytes of the file for its fingerprint.
    pub(super) fn watch(&self) -> Option<Arc<Watch>> {
        let is_wanted = self.fingerprint.get().is_none() && self.at.member().is_none() && self.sheet.is_none();
        is_wanted.then(Arc::default)
    }

    /// Keeps the fingerprint that `watch` gathered.
    pub(super) fn seal(&self, watch: &Arc<Watch>) -> Result<(), Error> {
        let fingerprint = watch.finish(self.at.path())?;
        if fingerprint.bytes != self.bytes {
            return Err(self.changed(fingerprint.bytes));
        }
        self.fingerprint.get_or_init(|| fingerprint);
        #[cfg(test)]
        self.read.get_or_init(|| watch.read());
        Ok(())
    }

    /// The text from its start, checked to be the file that was opened.
    pub(super) fn text(&self, limits: Limits, watch: Option<Arc<Watch>>) -> Result<Text, Error> {
        let stream = match &self.sheet {
            Some(text) => Stream::of_sheet(self.at.clone(), Arc::clone(text)),
            None => {
                self.check_length()?;
                match Stream::open(&self.at, watch)? {
                    Opened::Text(stream) => stream,
                    Opened::Sheet(sheet) => Stream::of_sheet(self.at.clone(), sheet.text),
                }
            }
        };
        Ok(Text::new(stream, self.encoding, self.line_end, limits.block_bytes))
    }

    /// Checks that a text that was found not to be UTF-8 throughout is UTF-8 all the same, with some damaged lines.
    pub(super) fn check_encoding(&self) -> Result<(), Error> {
        if self.basis == Basis::Sure {
            return Ok(());
        }
        let encoding = match self.surveyed.get() {
            Some(encoding) => *encoding,
            None => {
                let looked = look::look(&self.at, Look::Whole, None)?;
                *self.surveyed.get_or_init(|| looked.verdict.encoding)
            }
        };
        match encoding == self.encoding {
            true => Ok(()),
            false => Err(Error::OtherEncoding { table: self.name.clone() }),
        }
    }

    pub(super) fn check_length(&self) -> Result<(), Error> {
        match length(self.at.path())? {
            bytes if bytes == self.bytes => Ok(()),
            bytes => Err(self.changed(bytes)),
        }
    }

    fn changed(&self, now: u64) -> Error {
        Error::Changed { path: self.at.path().to_owned(), before: self.bytes, now }
    }

    fn start(&mut self) -> Result<(Vec<u8>, Tail), Error> {
        let mut text = self.text(Limits::STANDARD, None)?;
        let (mut start, mut tail) = (Vec::new(), Tail::Open);
        while tail == Tail::Open && start.len() < look::HEAD {
            tail = text.fill(&mut start)?;
        }
        self.mark = text.mark();
        Ok((start, tail))
    }
}
