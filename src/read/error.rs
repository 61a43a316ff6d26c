//! What can stop the reading of a whole table; a bad row is never an error but a [`Fault`](super::Fault).

use std::path::PathBuf;

/// Why a table cannot be read at all. Every text names the file and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("{}: no such file; check the path", path.display())]
    Missing { path: PathBuf },
    /// A folder was given where a file is needed.
    #[error("{}: this is a folder; name the files inside it", path.display())]
    Folder { path: PathBuf },
    /// The operating system refuses to hand out the bytes.
    #[error("{}: cannot be read; check its permissions and its disk", path.display())]
    Unreadable { path: PathBuf, source: std::io::Error },
    /// No bytes at all, or nothing but white space.
    #[error("{table}: the file is empty; export or download it again")]
    Empty { table: String },
    /// A compressed file whose content breaks off or contradicts its checksum.
    #[error("{table}: the {container} data is damaged or incomplete; download it again")]
    Damaged { table: String, container: &'static str, source: std::io::Error },
    /// A zip whose list of members cannot be read.
    #[error("{}: the zip is damaged or incomplete; download it again", path.display())]
    Archive { path: PathBuf, source: zip::result::ZipError },
    /// A password stands before the content.
    #[error("{table}: protected by a password; unpack it and give the unpacked file")]
    Password { table: String },
    /// A zip without a table in it.
    #[error("{}: the zip holds no .csv, .tsv, .txt or .xlsx file; unpack it and give the table itself", path.display())]
    NoTable { path: PathBuf },
    /// A zip member packed in a way that this program does not unpack.
    #[error("{table}: packed with {method}, which is not supported; unpack it and give the unpacked file")]
    Method { table: String, method: String },
    /// A workbook whose inner structure cannot be read, or without a sheet that has rows.
    #[error("{table}: the workbook cannot be read; open it in a spreadsheet program and save it as .xlsx or .csv")]
    Workbook { table: String, source: calamine::XlsxError },
    /// An `.xls` file, or an `.xlsx` behind a password: both are the same kind of container.
    #[error(
        "{table}: an old .xls workbook, or one protected by a password; save it as .xlsx without a password, or as .csv"
    )]
    LegacyWorkbook { table: String },
    /// The file is not the one that was opened.
    #[error("{}: the file changed while it was read ({before} bytes, then {now}); run again when its download is complete", path.display())]
    Changed { path: PathBuf, before: u64, now: u64 },
    /// The file was taken for UTF-8 by its head. Whoever opened it so opens it again with a look at the whole of it.
    #[error("{table}: not UTF-8 after its first lines; name its encoding with --encoding")]
    OtherEncoding { table: String },
    /// A line too long for any table of text.
    #[error("{table}, line {line}: no line ends within {limit} bytes; this is not a table of text")]
    EndlessLine { table: String, line: u64, limit: usize },
    /// A delimiter that quoting or line ends need for themselves.
    #[error("{:?} cannot be a delimiter; use a comma, a semicolon, a tab or |", *delimiter as char)]
    Delimiter { delimiter: u8 },
}
