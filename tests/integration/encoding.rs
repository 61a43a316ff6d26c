//! A file whose encoding shows only far below its head.

use crate::harness::Bench;
use crate::sheets::{MAPPING, own};

#[test]
fn what_is_no_utf8_far_down_is_read_as_if_it_had_been_known_from_the_start() {
    let mut sheet = own();
    // More than what is looked at for the head.
    sheet.rows(25_000, &[("date", "2024-02-10"), ("region", "Ostrava Land")]);
    sheet.rows(50, &[("region", "Ca\u{f1}ada"), ("groups", "Le\u{f3}n Brigade")]);
    let text = sheet.text();
    assert!(text.find('\u{f1}').is_some_and(|at| at > 3 << 19), "{} bytes are too few", text.len());
    let bench = Bench::with("own.csv", &text);
    bench.write("mapping.toml", MAPPING);
    let mut first = own();
    first.row(&[("date", "2024-01-10"), ("id", "first")]);
    bench.write("first.csv", first.text());
    let tables = |file: &str| {
        let inputs = ["first.csv", file, "--mapping", "mapping.toml"];
        ["series", "groups"].map(|kind| bench.table(kind, &inputs).rows)
    };
    let expected = tables("own.csv");
    bench.write("latin.csv", text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect::<Vec<u8>>());
    assert_eq!(tables("latin.csv"), expected);

    // Each file is told of once, though the first was read twice.
    let done = bench.run(&["check", "first.csv", "latin.csv", "--mapping", "mapping.toml"]).succeeded();
    let told = |name: &str| done.stderr.lines().chain(done.stdout.lines()).filter(|line| line.contains(name)).count();
    assert_eq!((told("first.csv"), told("latin.csv")), (1, 1), "{}{}", done.stdout, done.stderr);
}
