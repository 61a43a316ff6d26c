//! Tests of text charts: every made-up figure fits, repeats, and stays readable without colour and without Unicode.

use super::super::gallery::gallery;
use super::{Charset, Colours, Paper, text};
use crate::figure::Figure;
use crate::messages::ENGLISH;
use crate::text::cells;

const PLAIN: Paper = Paper { width: 80, colours: Colours::None, charset: Charset::Unicode };

fn drawn(figure: &Figure, paper: Paper) -> String {
    text(&ENGLISH, figure, paper)
}

#[test]
fn no_line_is_wider_than_the_paper() {
    for figure in gallery() {
        for width in [32, 60, 80, 120] {
            let drawn = drawn(&figure, Paper { width, ..PLAIN });
            for line in drawn.lines() {
                assert!(cells::width(line) <= width, "{} on {width}: {}: {line}", figure.id, cells::width(line));
            }
        }
    }
}

#[test]
fn ascii_is_ascii_and_as_wide_as_unicode() {
    for figure in gallery() {
        let unicode = drawn(&figure, PLAIN);
        let ascii = drawn(&figure, Paper { charset: Charset::Ascii, ..PLAIN });
        assert!(ascii.is_ascii(), "{}: {ascii}", figure.id);
        for (ascii, unicode) in ascii.lines().zip(unicode.lines()) {
            assert_eq!(cells::width(ascii), cells::width(unicode), "{}: {ascii}\n{unicode}", figure.id);
        }
    }
}

#[test]
fn colours_change_nothing_but_colours() {
    for figure in gallery() {
        let coloured = drawn(&figure, Paper { colours: Colours::Ansi, ..PLAIN });
        let mut bare = String::new();
        let mut pieces = coloured.split("\u{1b}[");
        bare.push_str(pieces.next().unwrap_or_default());
        for piece in pieces {
            bare.push_str(piece.split_once('m').map_or(piece, |(_, text)| text));
        }
        assert_eq!(bare, drawn(&figure, PLAIN), "{}", figure.id);
    }
}

/// One figure a shape, and those that carry evidence, events and gaps: read by people whenever they change.
#[test]
fn the_text_of_every_shape() {
    let shown = [
        "frequency",
        "groups",
        "eventful",
        "evidence-62",
        "forecast-24",
        "multiples-7",
        "heat-14-48",
        "bars-10",
        "pair-66",
        "pairs-6",
    ];
    let figures = gallery();
    let of_shapes = ["Series", "Multiples", "Heatmap", "Bars", "Stack", "Forest", "Network"];
    let first = |shape: &str| figures.iter().find(|f| format!("{:?}", f.shape).starts_with(shape));
    let mut picked: Vec<&Figure> = of_shapes.iter().filter_map(|shape| first(shape)).collect();
    for figure in figures.iter().filter(|f| shown.contains(&f.id.as_str())) {
        if picked.iter().all(|other| other.id != figure.id) {
            picked.push(figure);
        }
    }
    for figure in picked {
        insta::assert_snapshot!(figure.id.replace('-', "_"), drawn(figure, PLAIN));
    }
}
