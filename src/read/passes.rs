//! How often a file is read, and what is noticed on the way: counted in bytes, which no machine's mood changes.

use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

use tempfile::NamedTempFile;

use super::*;

/// More than the head, and than one chunk.
const LINES: usize = 400_000;

fn saved(text: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().expect("a temporary file");
    file.write_all(text).expect("a temporary file can be written");
    file
}

fn regular() -> Vec<u8> {
    (0..LINES).map(|n| format!("{n},\"Zürich, \"\"{n}\"\"\"\n")).collect::<String>().into_bytes()
}

fn opened(path: &Path, threads: usize, look: Look) -> Table {
    let threads = NonZeroUsize::new(threads).expect("at least one");
    open(&TableRef::file(path), &Options { encoding: None, delimiter: None, threads }, look).expect("it can be opened")
}

fn scanned(table: &Table) -> Result<Scanned, Error> {
    let columns = Columns::Only(vec![1]);
    table.scan(Start::AT_ONCE, 2, &columns, || (), |(), _| (), |()| ControlFlow::Continue(()))
}

fn read(table: &Table) -> u64 {
    *table.read.get().expect("it was scanned to its end")
}

#[test]
fn a_regular_file_is_read_once() {
    let text = regular();
    let file = saved(&text);
    let expected = Fingerprint { bytes: text.len() as u64, blake3: blake3::hash(&text).to_hex().to_string() };
    for threads in [1, 3] {
        let table = opened(file.path(), threads, Look::Head);
        let found = scanned(&table).expect("it can be scanned");
        assert_eq!(found, Scanned { records: LINES as u64, ..Scanned::default() });
        assert_eq!(read(&table), text.len() as u64);
        assert_eq!(table.fingerprint().expect("it is known"), &expected);
    }
}

#[test]
fn an_irregular_row_costs_another_look_at_its_surroundings() {
    let mut text = regular();
    text.extend(b"x,\"not closed\n");
    text.extend(regular());
    let file = saved(&text);
    for threads in [1, 3] {
        let table = opened(file.path(), threads, Look::Head);
        let found = scanned(&table).expect("it can be scanned");
        assert_eq!(found, Scanned { records: 2 * LINES as u64 + 1, faulty: 1, ..Scanned::default() });
        let again = read(&table) - text.len() as u64;
        assert!(again > 0 && again < 16 << 20, "{again}");
        assert_eq!(table.fingerprint().expect("it is known").blake3, blake3::hash(&text).to_hex().as_str());
    }
}

#[test]
fn another_encoding_far_down_is_noticed() {
    let mut text = regular();
    text.extend(b"Z\xFCrich,1\n".repeat(LINES));
    let file = saved(&text);
    for threads in [1, 3] {
        let table = opened(file.path(), threads, Look::Head);
        assert_eq!(table.encoding(), Encoding::Utf8);
        let error = scanned(&table).expect_err("another encoding");
        assert!(matches!(error, Error::OtherEncoding { .. }), "{error}");
        let table = opened(file.path(), threads, Look::Whole);
        assert_eq!(table.encoding(), Encoding::Latin1);
        assert_eq!(scanned(&table).expect("it can be scanned").faulty, 0);
    }
}

#[test]
fn a_few_damaged_lines_far_down_are_rejected() {
    let mut text = regular();
    text.extend(b"Z\xFCrich,1\n".repeat(3));
    text.extend(regular());
    let file = saved(&text);
    for threads in [1, 3] {
        for look in [Look::Head, Look::Whole] {
            let table = opened(file.path(), threads, look);
            let found = scanned(&table).expect("it can be scanned");
            assert_eq!(found, Scanned { records: 2 * LINES as u64 + 3, faulty: 3, ..Scanned::default() });
        }
    }
}

#[test]
fn a_file_that_grows_or_shrinks_under_the_reader_is_refused() {
    for threads in [1, 3] {
        for grown in [1, -1] {
            let text = regular();
            let file = saved(&text);
            let table = opened(file.path(), threads, Look::Head);
            let length = text.len().saturating_add_signed(grown) as u64;
            let change = |()| {
                file.as_file().set_len(length).expect("a temporary file can be changed");
                ControlFlow::Continue(())
            };
            let error = table.scan(Start::AT_ONCE, 2, &Columns::All, || (), |(), _| (), change);
            assert!(matches!(error, Err(Error::Changed { now, .. }) if now == length), "{error:?}");
        }
    }
}
