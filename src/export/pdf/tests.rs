//! The printed report of made-up reports: what it promises, what it shows, and that it never fails.

use super::pieces::{Column, Ink, Keep, Mark, Piece};
use super::{Promise, paper, render};
use crate::export::example;
use crate::period::Day;
use crate::report::{
    Against, Block, Card, Document, Head, Headline, KeyFigure, Label, Lead, Manifest, Report, Section, SourceEntry,
    Spark, Strength, Table,
};
use std::process::{Command, Stdio};

fn promised(report: &Report) -> Vec<u8> {
    render(report, Promise::Archival).expect("a report that keeps the promise")
}

fn of(document: Document) -> Report<'static> {
    let mut manifest = Manifest::new(Label::new("2026-10").expect("a label"), serde_json::json!({}));
    let version_date = Day::from_iso("2026-11-05");
    manifest.sources = vec![SourceEntry { source: "custom".to_owned(), version_date, coverage: None }];
    Report::new(document, Vec::new(), Vec::new(), serde_json::json!({}), manifest).expect("well formed")
}

/// A document of one section.
fn of_blocks(blocks: Vec<Block>) -> Document {
    Document { sections: vec![Section::new("one", "One", blocks)], ..Document::new("October 2026", "invented") }
}

/// The text as poppler reads it; `None` where poppler is not installed.
fn text(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, pdf).expect("a small file");
    let output = Command::new("pdftotext").args(["-layout"]).arg(&path).arg("-").stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn holds(pdf: &[u8], needle: &str) -> bool {
    pdf.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[test]
fn it_is_what_it_promises_and_the_same_twice() {
    let report = example::report();
    let pdf = promised(&report);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    for promise in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "<xmp:CreateDate>2026-11-05T"] {
        assert!(holds(&pdf, promise), "{promise}");
    }
    for part in ["/Outlines", "/StructTreeRoot", "/TH", "/Figure", "/Link", "/TOCI"] {
        assert!(holds(&pdf, part), "{part}");
    }
    assert!(pdf == promised(&report), "the same bytes twice");
}

#[test]
fn its_text_can_be_read() {
    let Some(text) = text(&promised(&example::report())) else {
        eprintln!("skipped: pdftotext is not installed");
        return;
    };
    for words in ["Tavia & Ostrel: October 2026", "Front of <Salt> & \"Iron\"", "Contents", "=HYPERLINK", "Page 1 of"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn an_empty_report_is_a_page() {
    let pdf = promised(&of(Document::new("October 2026", "")));
    assert!(pdf.starts_with(b"%PDF-"));
    assert!(!promised(&of(Document::new("", ""))).is_empty());
    let manifest = Manifest::new(Label::new("2026-10").expect("a label"), serde_json::json!({}));
    let document = Document::new("October 2026", "");
    let undated = Report::new(document, Vec::new(), Vec::new(), serde_json::json!({}), manifest).expect("well formed");
    assert!(holds(&render(&undated, Promise::Accessible).expect("no archive"), "<pdfuaid:part>1<"));
}

#[test]
fn letters_without_a_face_and_tricks_of_direction_do_not_fail_it() {
    let names = [
        "محاذِ سحر",
        "لشکرِ راہِ سحر کے",
        "\u{2068}سبز وادی محاذ\u{2069} (12)",
        "\u{1f4a9} \u{1f1f5}\u{1f1f0} हिन्दी 中文",
        "a\u{202e}gnp\u{202c}.exe\u{feff}\u{0}\u{7}\u{fffe}\u{e000}",
        "e\u{301}\u{327} fi ffl Ωμέγα Жук",
        "",
        "\u{200f}\u{200e}",
    ];
    let long = "x".repeat(10_000);
    let mut blocks: Vec<Block> =
        names.iter().map(|name| Block::text(format!("{name} took part in 9 incidents."))).collect();
    blocks.push(Block::text(long.clone()));
    let rows = names.iter().map(|name| [(*name).to_owned(), "1".to_owned()]).chain([[long, "2".to_owned()]]).collect();
    blocks.push(Block::Table(Table::new("Names", [Head::words("Group"), Head::number("Incidents")], rows)));
    promised(&of(of_blocks(blocks)));
}

#[test]
fn a_long_table_is_cut_and_a_wide_one_split() {
    let long = (0..300).map(|i| [format!("Group {i}"), i.to_string()]).collect();
    let long = Table::new("Long", [Head::words("Group"), Head::number("Incidents")], long);
    let heads: Vec<Head> =
        std::iter::once(Head::words("Region")).chain((0..40).map(|i| Head::number(format!("Month{i}")))).collect();
    let row = |i: usize| std::iter::once(format!("Region {i}")).chain((0..40).map(|c| (c * i).to_string())).collect();
    let wide = Table::matrix("Wide", heads, (0..5).map(row).collect()).expect("41 cells under 41 columns");
    let pdf = promised(&of(of_blocks(vec![Block::Table(long), Block::Table(wide)])));
    let Some(text) = text(&pdf) else { return };
    assert!(text.contains("30 of 300 rows") && text.contains("Group 29") && !text.contains("Group 30"), "{text}");
    assert!(text.contains("Month39") && text.matches("Region 4").count() > 1, "{text}");
}

#[test]
fn the_first_screen_is_set() {
    let spark = || {
        Spark {
        svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"28\" viewBox=\"0 0 120 28\"><path d=\"M0 20L120 4\" stroke=\"#1f6fb4\" fill=\"none\"/></svg>".to_owned(),
        alt: "Incidents per month: from 31 to 49.".to_owned(),
    }
    };
    let card = Card {
        sentence: "Incidents rose.".to_owned(),
        strength: Strength::Clear,
        caveats: vec!["So far.".to_owned()],
        evidence: Vec::new(),
    };
    let against =
        Against { base: "September 2026".to_owned(), text: "+8 (+80 %)".to_owned(), strength: Strength::Clear };
    let figure = KeyFigure {
        label: "People killed".to_owned(),
        value: "at least 37".to_owned(),
        against: vec![against.clone(), against],
        spark: Some(spark()),
    };
    let lead = Lead {
        facts: vec![("Period".to_owned(), "October 2026".to_owned())],
        headlines: vec![Headline { card, spark: Some(spark()) }],
        figures: vec![figure.clone(), figure.clone(), figure],
        completeness: vec!["Four of 41 have no toll.".to_owned()],
    };
    let parts = vec![Section::new("region-tavia", "Tavia", vec![Block::text("Nothing to say.")])];
    let mut document = Document { lead, ..of_blocks(vec![Block::text("A paragraph.")]) };
    document.sections[0].parts = parts;
    let pdf = promised(&of(document));
    let Some(text) = text(&pdf) else { return };
    for words in ["Key figures", "at least 37", "September 2026: +8", "Tavia", "Four of 41"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

fn piece(height: f32, keep: Keep) -> Piece {
    let ink = Ink::Bar { width: 1.0, height, colour: paper::TEXT };
    Piece { keep, ..Piece::new(0.0, height, vec![Mark { x: 0.0, y: 0.0, ink, tag: None }]) }
}

#[test]
fn headings_stay_with_what_follows_and_heads_are_repeated() {
    let mut column = Column { heads: vec![piece(10.0, Keep::Free)], ..Column::default() };
    column.pieces.push(piece(paper::ROOM - 30.0, Keep::Free));
    column.pieces.push(piece(20.0, Keep::WithNext));
    column.pieces.push(piece(20.0, Keep::Free));
    let pages = column.paginate(0);
    assert_eq!(pages.pages.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2]);

    column.pieces.truncate(1);
    let rows = (0..3).map(|_| Piece { head: Some(0), ..piece(25.0, Keep::Free) });
    column.pieces.extend(rows);
    let pages = column.paginate(0);
    let tops: Vec<f32> = pages.pages[1].iter().map(|placed| placed.y).collect();
    assert_eq!((pages.pages[0].len(), tops), (2, vec![0.0, 10.0, 35.0]));

    let whole =
        Column { pieces: vec![piece(paper::ROOM * 2.0, Keep::WithNext), piece(1.0, Keep::Free)], ..Column::default() };
    assert_eq!(whole.paginate(0).pages.len(), 2, "what is higher than a page does not loop");
}
