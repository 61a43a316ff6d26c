//! What only tells something starts no threads. A program is stopped where it writes, by a pipe that is full, and its threads are
//! counted as it stands there. Where there is no `/proc`, the test says that it is skipped.

use crate::harness::Bench;
use std::io::{PipeWriter, Write, pipe};
use std::path::PathBuf;
use std::process::Child;
use std::time::Duration;

/// As long as a program's state is looked at again and again before it is taken to stand still.
const LOOKS: usize = 20;
const MOMENT: Duration = Duration::from_millis(10);

/// Fills a pipe, and keeps it full until its reader is dropped.
fn fill(pipe: &PipeWriter) {
    let mut filler = pipe.try_clone().expect("a pipe can have two writers");
    std::thread::spawn(move || while filler.write(&[b'.'; 4_096]).is_ok() {});
    std::thread::sleep(10 * MOMENT);
}

/// A program's state and the number of its threads.
fn state(program: &Child) -> (char, usize) {
    let status = std::fs::read_to_string(PathBuf::from(format!("/proc/{}/status", program.id())));
    let status = status.expect("the program runs");
    let of = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).expect("a line of the status").trim();
    (of("State:").chars().next().expect("a letter"), of("Threads:").parse().expect("a number"))
}

#[derive(Clone, Copy)]
enum Stream {
    Output,
    Errors,
}

/// Threads of the program where it writes its first words.
fn threads(bench: &Bench, arguments: &[&str], stream: Stream) -> usize {
    let (reader, writer) = pipe().expect("a pipe");
    fill(&writer);
    let mut command = bench.command(arguments);
    match stream {
        Stream::Output => command.stdout(writer),
        Stream::Errors => command.stderr(writer),
    };
    let mut program = command.spawn().expect("the program starts");
    // The command holds a writer too.
    drop(command);
    let mut stands = Vec::new();
    while stands.len() < LOOKS {
        std::thread::sleep(MOMENT);
        let now = state(&program);
        assert_ne!(now.0, 'Z', "{arguments:?} ended before it wrote anything");
        if stands.last().is_some_and(|before| *before != now) || now.0 != 'S' {
            stands.clear();
        }
        stands.push(now);
    }
    program.kill().expect("it still stands there");
    program.wait().expect("it has ended");
    drop(reader);
    stands[0].1
}

#[test]
fn what_only_tells_something_starts_no_threads() {
    if !PathBuf::from("/proc/self/status").exists() {
        eprintln!("skipped: there is no /proc to count threads by");
        return;
    }
    let bench = Bench::new();
    for (arguments, stream) in [
        (vec!["--version"], Stream::Output),
        (vec!["--help"], Stream::Output),
        (vec!["report", "--help"], Stream::Output),
        (vec!["report", "--no-such-flag"], Stream::Errors),
        (vec!["chart"], Stream::Errors),
    ] {
        assert_eq!(threads(&bench, &arguments, stream), 1, "{arguments:?}");
    }
    // What reads a file does: the count can be more than one.
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/incident-trends.toml");
    let check = ["check", "--config", sample, "--no-cache", "--threads", "3"];
    assert!(threads(&bench, &check, Stream::Output) > 1);
}
