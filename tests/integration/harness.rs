//! The test bench: a temp directory, the program run inside it, and tables read back by their keys.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

/// A temp directory of one test; the program runs inside it, so that paths in messages are short and the same everywhere.
pub struct Bench {
    directory: TempDir,
    caches: TempDir,
    runs: AtomicU32,
}

impl Bench {
    pub fn new() -> Bench {
        let folder = || TempDir::new().expect("a temp directory");
        Bench { directory: folder(), caches: folder(), runs: AtomicU32::new(0) }
    }

    /// A bench with one input.
    pub fn with(name: &str, bytes: impl AsRef<[u8]>) -> Bench {
        let bench = Bench::new();
        bench.write(name, bytes);
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        let folder = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(folder).expect("a folder in the temp directory");
        std::fs::write(path, bytes).expect("a file in the temp directory");
    }

    pub fn read(&self, name: &str) -> String {
        let path = self.path(name);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Never with the user's cache, and each time with a new one: a run must not pass a test by what another worked out. Tests
    /// of the cache name one with `--cache-dir`.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let cache = self.caches.path().join(self.runs.fetch_add(1, Ordering::Relaxed).to_string());
        let mut command = Command::new(env!("CARGO_BIN_EXE_incident-trends"));
        command.args(arguments).current_dir(self.directory.path()).stdin(Stdio::null()).env("RUST_BACKTRACE", "0");
        command.env("XDG_CACHE_HOME", cache);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        let output = self.command(arguments).output().expect("the program starts");
        Done::of(arguments, output)
    }

    /// A table of the inputs, on standard output.
    pub fn table(&self, kind: &str, arguments: &[&str]) -> Table {
        let all: Vec<&str> = ["table", kind, "--quiet"].iter().chain(arguments).copied().collect();
        let done = self.run(&all).succeeded();
        assert_eq!(done.stderr, "", "a quiet run says nothing");
        Table::parse(&done.stdout)
    }
}

/// What a run left behind.
pub struct Done {
    pub arguments: String,
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Done {
    pub fn of(arguments: &[&str], output: Output) -> Done {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        let done = Done {
            arguments: arguments.join(" "),
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        };
        assert!(!done.stderr.contains("panicked"), "{}: {}", done.arguments, done.stderr);
        done
    }

    pub fn succeeded(self) -> Done {
        assert_eq!(self.code, Some(0), "{}\n{}{}", self.arguments, self.stdout, self.stderr);
        self
    }

    /// Ended with that code, with one line that begins with `error: `.
    pub fn failed(self, code: i32) -> Done {
        assert_eq!(self.code, Some(code), "{}\n{}{}", self.arguments, self.stdout, self.stderr);
        assert_eq!(self.errors().len(), 1, "{}", self.stderr);
        self
    }

    fn errors(&self) -> Vec<&str> {
        self.stderr.lines().filter_map(|line| line.strip_prefix("error: ")).collect()
    }

    /// The text of the one error.
    pub fn error(&self) -> &str {
        self.errors()[0]
    }

    /// The line of standard output that has all of these words.
    pub fn says(&self, words: &str) {
        assert!(self.stdout.contains(words), "no '{words}' in:\n{}", self.stdout);
    }
}

impl Done {
    /// The accounting that `check` prints, by word; its parts add up to what was read.
    pub fn accounting(&self) -> BTreeMap<String, u64> {
        let line = self.stdout.lines().find_map(|line| line.strip_prefix("a report would count: "));
        let line = line.unwrap_or_else(|| panic!("no accounting in:\n{}{}", self.stdout, self.stderr));
        let (read, parts) = line.split_once(" = ").expect("`read = parts`");
        let number = |text: &str| text.replace(',', "").parse::<u64>().expect("a number");
        let read = number(read.split(' ').next().expect("a number first"));
        let mut accounting = BTreeMap::new();
        for part in parts.split(" + ") {
            let (n, word) = part.split_once(' ').expect("`number word`");
            accounting.insert(word.to_owned(), number(n));
        }
        assert_eq!(accounting.values().sum::<u64>(), read, "{line}");
        accounting.insert("read".to_owned(), read);
        accounting
    }

    pub fn accounts(&self, parts: &[(&str, u64)]) {
        let wanted: BTreeMap<String, u64> = parts.iter().map(|(word, n)| ((*word).to_owned(), *n)).collect();
        assert_eq!(self.accounting(), wanted, "{}", self.stdout);
    }
}

/// A CSV table.
pub struct Table {
    pub header: Vec<String>,
    pub rows: Vec<Row>,
}

/// One row of a table, by column.
#[derive(Debug, PartialEq, Eq, Clone)]
pub struct Row(BTreeMap<String, String>);

impl Row {
    /// The cell, exactly as written.
    pub fn get(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("no column '{column}' in {:?}", self.0.keys()))
    }

    pub fn cells<const N: usize>(&self, columns: [&str; N]) -> [&str; N] {
        columns.map(|column| self.get(column))
    }

    /// A number; panics on an empty cell.
    pub fn number(&self, column: &str) -> f64 {
        self.get(column).parse().unwrap_or_else(|_| panic!("'{}' in {column} is no number", self.get(column)))
    }
}

impl Table {
    pub fn parse(text: &str) -> Table {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
        let rows = reader
            .records()
            .map(|record| {
                let record = record.expect("as many fields as the header has");
                Row(header.iter().cloned().zip(record.iter().map(str::to_owned)).collect())
            })
            .collect();
        Table { header, rows }
    }

    pub fn read(path: &Path) -> Table {
        let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Table::parse(&text)
    }

    /// The rows that have these values.
    pub fn all(&self, keys: &[(&str, &str)]) -> Vec<&Row> {
        self.rows.iter().filter(|row| keys.iter().all(|(column, value)| row.get(column) == *value)).collect()
    }

    /// The one row that has these values.
    pub fn one(&self, keys: &[(&str, &str)]) -> &Row {
        let found = self.all(keys);
        assert_eq!(found.len(), 1, "{keys:?}: {found:?}");
        found[0]
    }

    pub fn has(&self, keys: &[(&str, &str)]) -> bool {
        !self.all(keys).is_empty()
    }

    /// The row of the whole, every kind but other, in a period.
    pub fn whole(&self, period: &str) -> &Row {
        self.one(&[("scope", "all"), ("kind", "all"), ("role", "any"), ("period", period)])
    }

    /// The row of the whole of one kind in a period.
    pub fn kind(&self, kind: &str, period: &str) -> &Row {
        self.one(&[("scope", "all"), ("kind", kind), ("role", "any"), ("period", period)])
    }

    /// The row of a group, every kind but other, any role, in a period.
    pub fn group(&self, group: &str, period: &str) -> &Row {
        let keys = [("scope", "group"), ("group", group), ("kind", "all"), ("role", "any"), ("period", period)];
        self.one(&keys)
    }

    /// The row of a region, every kind but other, in a period.
    pub fn region(&self, region: &str, period: &str) -> &Row {
        self.one(&[("scope", "region"), ("region", region), ("kind", "all"), ("role", "any"), ("period", period)])
    }

    /// The distinct values of a column among rows with these values, in order.
    pub fn values(&self, column: &str, keys: &[(&str, &str)]) -> Vec<&str> {
        let mut values: Vec<&str> = self.all(keys).into_iter().map(|row| row.get(column)).collect();
        values.sort_unstable();
        values.dedup();
        values
    }

    /// The sum of a column over the rows of the whole, every kind but other.
    pub fn total(&self, column: &str) -> f64 {
        let rows = self.all(&[("scope", "all"), ("kind", "all"), ("role", "any")]);
        rows.iter().filter(|row| !row.get(column).is_empty()).map(|row| row.number(column)).sum()
    }
}

/// Every file under a folder with its bytes, by its path from there; links as their target.
pub fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(directory) = open.pop() {
        let entries = std::fs::read_dir(&directory).unwrap_or_else(|e| panic!("{}: {e}", directory.display()));
        for entry in entries {
            let path = entry.expect("an entry of a folder").path();
            let name = path.strip_prefix(folder).expect("below the folder").display().to_string();
            if path.is_symlink() {
                let target = std::fs::read_link(&path).expect("a link");
                found.insert(name, target.into_os_string().into_encoded_bytes());
            } else if path.is_dir() {
                open.push(path);
            } else {
                found.insert(name, std::fs::read(&path).expect("a file of the folder"));
            }
        }
    }
    found
}

/// A real file for acceptance tests: present on the builders' machines, not part of the repository. A test that needs it says so
/// and passes where it is absent.
pub fn real(name: &str) -> Option<String> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let found = [beside.join("shared/data"), beside.join("../shared/data")];
    let path = found.iter().map(|folder| folder.join(name)).find(|path| path.exists());
    if path.is_none() {
        eprintln!("SKIPPED: shared/data/{name} is not beside the repository");
    }
    path.map(|path| path.display().to_string())
}
