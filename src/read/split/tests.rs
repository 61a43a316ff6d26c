//! What the splitter makes of regular and of broken text, whatever the block size.

use super::super::encoding::Encoding;
use super::super::fault::FaultReason;
use super::super::stream::Stream;
use super::super::text::LineEnd;
use super::*;

/// `line:text` of each span, and the faults, for one block size.
fn split(text: &str, width: usize, block_bytes: usize) -> (Vec<String>, Vec<(u64, FaultReason)>) {
    let limits = Limits { block_bytes, chunk_bytes: 8, chunk_lines: 1, record_bytes: 200, ..Limits::STANDARD };
    let stream = Stream::of_bytes("t.csv", text.as_bytes());
    let text = Text::new(stream, Encoding::Utf8, LineEnd::LineFeed, block_bytes);
    let shape = Shape { delimiter: b',', width };
    let mut splitter = Splitter::new(text, shape, limits, 0, 1).expect("memory can be read");
    let (mut spans, mut faults) = (Vec::new(), Vec::new());
    while let Some(chunk) = splitter.chunk().expect("memory can be read") {
        spans.extend(chunk.spans.iter().map(|span| {
            let text = String::from_utf8_lossy(&chunk.text[span.range.clone()]);
            format!("{}:{text}", span.line)
        }));
        faults.extend(chunk.faults.iter().map(|fault| (fault.line, fault.reason)));
    }
    (spans, faults)
}

/// The spans joined, which must not depend on the block size.
fn joined(text: &str, width: usize) -> (String, Vec<(u64, FaultReason)>) {
    let whole = split(text, width, 1000);
    let spans =
        |spans: &[String]| -> String { spans.iter().filter_map(|span| Some(span.split_once(':')?.1)).collect() };
    for block in [1, 7, 64, 65] {
        let (pieces, faults) = split(text, width, block);
        assert_eq!((spans(&pieces), faults), (spans(&whole.0), whole.1.clone()), "{block}");
    }
    (spans(&whole.0), whole.1)
}

#[test]
fn a_chunk_ends_where_a_record_ends() {
    let text = "1,\"a\n\"\"b\n\",x\r\n".repeat(9);
    let (spans, faults) = split(&text, 3, 16);
    assert!(spans.len() > 1 && faults.is_empty(), "{spans:?}");
    for span in &spans {
        let (line, records) = span.split_once(':').expect("a line");
        assert!(line.parse::<u64>().expect("a number") % 3 == 1, "{span}");
        assert!(records.starts_with("1,") && records.ends_with("x\r\n"), "{span}");
    }
    assert_eq!(joined(&text, 3).0, text);
}

#[test]
fn broken_records_are_taken_out_and_named() {
    let text = "1,2\n\"Group\" five,3\n4,\"open\n5,6\n7,\"8\"\n9,\"cut\noff";
    let (good, faults) = joined(text, 2);
    assert_eq!(good, "1,2\n5,6\n7,\"8\"\n");
    let reason = FaultReason::BrokenQuote;
    assert_eq!(faults, [(2, reason), (3, reason), (6, FaultReason::CutOff)]);
}

#[test]
fn rows_inside_a_record_that_only_looks_balanced_are_found() {
    // The quote of line 1 is never closed; the field ", x" of line 2 seems to close it.
    let (good, faults) = joined("1,\"open\n2,\", x\"\n3,y\n", 2);
    assert_eq!(good, "2,\", x\"\n3,y\n");
    assert_eq!(faults, [(1, FaultReason::BrokenQuote)]);
}

#[test]
fn a_balanced_record_of_the_wrong_width_is_left_whole() {
    let text = "1,b,\"c\nd\",x\n2,y\n";
    assert_eq!(joined(text, 2), (text.to_owned(), Vec::new()));
}

#[test]
fn a_runaway_quote_and_an_endless_line_are_bounded() {
    let text = format!("1,\"{}\n2,y\n3,\"z\"\n", "x".repeat(100));
    let long = text.clone() + &"4,w\n".repeat(200);
    let (good, faults) = joined(&long, 2);
    assert_eq!(good, "2,y\n3,\"z\"\n".to_owned() + &"4,w\n".repeat(200));
    assert_eq!(faults, [(1, FaultReason::BrokenQuote)]);
    let limits = Limits { block_bytes: 64, chunk_bytes: 8, chunk_lines: 1, record_bytes: 200, ..Limits::STANDARD };
    let stream = Stream::of_bytes("t.csv", "x".repeat(500).as_bytes());
    let text = Text::new(stream, Encoding::Utf8, LineEnd::LineFeed, 64);
    let shape = Shape { delimiter: b',', width: 2 };
    let mut splitter = Splitter::new(text, shape, limits, 0, 1).expect("memory can be read");
    let error = splitter.chunk().expect_err("the line never ends").to_string();
    assert_eq!(error, "t.csv, line 1: no line ends within 200 bytes; this is not a table of text");
}
