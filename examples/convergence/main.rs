//! How far the test of co-activity can be trusted: simulated pairs of invented groups, with a fixed seed.
//!
//! `cargo run --release --example convergence` prints the tables of the README: how often independent groups are called co-active,
//! by this test and by simpler ones, how often planted pairs are found, and what becomes of trends and onsets. `-- N` makes N pairs
//! a row instead of 1,000. Two runs print the same.

mod nulls;
mod pairs;
mod tables;

fn main() {
    let pairs: u64 = std::env::args().nth(1).map_or(1_000, |n| n.parse().expect("the number of pairs"));
    tables::Tables { pairs }.print();
}
