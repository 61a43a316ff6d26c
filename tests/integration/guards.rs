//! Guards on what reading and counting cost, as far as it can be counted exactly: allocations a row. (That a plain file is read once
//! and that a row takes few bytes is tested beside the code.)

use crate::harness::Bench;
use allocation_counter::measure;
use incident_trends::analysis::{Beside, PairPolicy, Policy, ledgers};
use incident_trends::cube::{MultiDay, Selection};
use incident_trends::period::{Day, Grain};
use incident_trends::read;
use incident_trends::source::{Aliases, Attribution, Loaded, Plan, Settings, Tolerance, load};
use std::fmt::Write;
use std::num::NonZeroUsize;
use std::path::Path;

/// After so many rows day, group and place come again; the toll is another then, or they would be listed as near duplicates.
const CYCLE: u32 = 9_000;

/// An export in ACLED's shape with so many rows of an invented country: few groups and places, as in any export, and ids, days,
/// coordinates and stamps of each row's own.
fn export(rows: u32) -> String {
    let mut text =
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,country,admin1,admin2,location,latitude,\
                    longitude,geo_precision,source,notes,fatalities,timestamp\n"
            .to_owned();
    for n in 0..rows {
        let day = Day::from_iso("2020-01-01").expect("a day").plus((n * 7 % 1_500) as i32);
        let (group, region, place) = (n % 9, n % 5, n % 40);
        let _ = writeln!(
            text,
            "OST{n},{day},Battles,Armed clash,Column {group},Rebel group,Ostrava Land,Province {region},District {place},\
             Town {place},{}.{:04},{}.{:04},1,Courier; Herald,\"Shots, at \"\"dawn\"\"\",{},{}",
            10 + region,
            n % 10_000,
            20 + region,
            n % 9_973,
            n % 4 + 4 * (n / CYCLE),
            1_700_000_000 + n
        );
    }
    text
}

fn loaded(file: &Path) -> Loaded {
    let tables = read::tables(file).expect("the file is there");
    let plan = Plan {
        tables: &tables,
        options: read::Options { encoding: None, delimiter: None, threads: NonZeroUsize::MIN },
        source: None,
        settings: &Settings::default(),
        aliases: &Aliases::default(),
        tolerance: Tolerance::default(),
        shelf: None,
        progress: &|_| (),
    };
    load(&plan).expect("an export of ACLED's shape").remove(0)
}

/// Allocations of reading a table of so many rows on one thread, and of counting it.
fn allocations(bench: &Bench, rows: u32) -> (u64, u64) {
    let file = format!("{rows}.csv");
    bench.write(&file, export(rows));
    let path = bench.path(&file);
    let mut table = None;
    let reading = measure(|| table = Some(loaded(&path))).count_total;
    let policy = Policy {
        grain: Grain::Month,
        attribution: Some(Attribution::Involved),
        multi_day: MultiDay::Start,
        covered: None,
        as_of: None,
        version: None,
        selection: Selection::default(),
        top: 12,
        pairs: PairPolicy::default(),
    };
    let table = table.expect("it has been read");
    // One thread, so that all of the work is counted.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().expect("one thread");
    let count = || ledgers(table, policy, &Beside::default()).expect("rows are left to count");
    let counting = measure(|| drop(pool.install(count))).count_total;
    (reading, counting)
}

#[test]
fn a_further_row_allocates_next_to_nothing() {
    let bench = Bench::new();
    let (few, many) = (20_000, 60_000);
    // A thread can work in one pool only, and each count makes one.
    let counted = |rows| std::thread::scope(|scope| scope.spawn(|| allocations(&bench, rows)).join());
    let counted = |rows| counted(rows).expect("reading and counting succeed");
    let (less, more) = (counted(few), counted(many));
    let a_row = |less: u64, more: u64| more.saturating_sub(less) as f64 / f64::from(many - few);
    let (reading, counting) = (a_row(less.0, more.0), a_row(less.1, more.1));
    // What recurs is read and stored once; blocks, chunks and growing lists are shared by thousands of rows.
    assert!(reading < 0.1, "{reading} allocations a row while reading");
    assert!(counting < 0.1, "{counting} allocations a row while counting");
}
