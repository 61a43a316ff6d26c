//! What the benchmarks read and how they count it.

use incident_trends::analysis::{PairPolicy, Policy};
use incident_trends::cube::{MultiDay, Selection};
use incident_trends::period::Grain;
use incident_trends::read::{self, Columns, Look, Options, Start, TableRef};
use incident_trends::source::{Aliases, Attribution, Loaded, Plan, Settings, Tolerance, load};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::Path;

/// Groups and regions that get a chart.
pub const TOP: usize = 12;

fn options() -> Options {
    let threads = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    Options { encoding: None, delimiter: None, threads }
}

fn tables(file: &Path) -> Vec<TableRef> {
    read::tables(file).expect("the file can be read")
}

/// Cuts, checks and hashes every record and keeps nothing; how many there are.
pub fn records(file: &Path) -> u64 {
    let mut records = 0;
    for table in tables(file) {
        let table = read::open(&table, &options(), Look::Head).expect("the file is a table");
        let width = table.head().first().map_or(0, |header| header.fields.len());
        let count = |(): &mut (), batch: read::Batch| batch.len();
        let add = |_| ControlFlow::Continue(());
        let columns = Columns::Only(vec![1]);
        let scanned = table.scan(Start::AFTER_HEADER, width, &columns, || (), count, add);
        records += scanned.expect("the file can be read to its end").records;
    }
    records
}

/// The incidents of a file: read, typed, duplicates found.
pub fn loaded(file: &Path) -> Loaded {
    let plan = Plan {
        tables: &tables(file),
        options: options(),
        source: None,
        settings: &Settings::default(),
        aliases: &Aliases::default(),
        tolerance: Tolerance::default(),
        shelf: None,
        progress: &|_| (),
    };
    load(&plan).expect("the file is of a known source").remove(0)
}

/// A report's usual policy, with this attribution.
pub fn policy(attribution: Option<Attribution>) -> Policy {
    Policy {
        grain: Grain::Month,
        attribution,
        multi_day: MultiDay::Start,
        covered: None,
        as_of: None,
        version: None,
        selection: Selection::default(),
        top: TOP,
        pairs: PairPolicy::default(),
    }
}
