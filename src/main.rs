//! The program: parse, run one verb, print what went wrong, exit.

fn main() {}
