//! A map as text: its regions or places as bars, the largest first, for a terminal has no room for outlines.

use super::bars;
use super::sheet::Row;
use crate::figure::{Bar, Bars, Fill, Map, Point, State};
use crate::messages::Messages;
use crate::text;

/// Rows that a screen holds.
const MOST: usize = 20;

pub(super) fn draw(m: &Messages, map: &Map, width: usize) -> Vec<Row> {
    let bar = |name: &str, value: Option<f64>| Bar {
        name: name.to_owned(),
        ink: map.ink,
        point: value.map_or(Point::gap(State::NotCovered), Point::complete),
        label: value.map_or(map.no_data.clone(), |value| text::number(value, 1)),
        earlier: None,
        text: String::new(),
    };
    let mut rows: Vec<Bar> = if map.bubbles.is_empty() {
        let shown = map.areas.iter().filter_map(|area| match area.fill {
            Fill::Value(value) => Some(bar(&area.name, Some(value))),
            Fill::NoData => Some(bar(&area.name, None)),
            Fill::Ground => None,
        });
        shown.collect()
    } else {
        map.bubbles.iter().map(|bubble| bar(&bubble.name, Some(bubble.value))).collect()
    };
    rows.sort_by(|a, b| b.point.value.unwrap_or(-1.0).total_cmp(&a.point.value.unwrap_or(-1.0)));
    rows.truncate(MOST);
    bars::draw(m, &Bars { rows, earlier_name: String::new(), text_heading: String::new() }, width)
}
