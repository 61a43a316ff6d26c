//! Heat maps, bars, forests and maps as tables: a row for each row that is drawn.

use super::super::document::Head;
use super::{number, word};
use crate::figure::{
    Area, Bar, Bars, Fill, Forest, ForestRow, HeatColumns, HeatRow, Heatmap, Link, Map, Network, Precision, State,
    Tile, TileMark,
};
use crate::messages::{Message, Messages};

pub(super) fn heatmap(m: &Messages, map: &Heatmap) -> (Vec<Head>, Vec<Vec<String>>) {
    let names = match &map.columns {
        HeatColumns::Time(axis) => &axis.names,
        HeatColumns::Categories(names) => names,
    };
    let state = |at: usize| {
        let mut states = map.rows.iter().filter_map(|row| row.tiles.get(at)).map(|tile| tile.state);
        match map.columns {
            HeatColumns::Time(_) => states.find(|state| *state != State::Complete),
            // A blank tile says nothing of the others of its category.
            HeatColumns::Categories(_) => None,
        }
    };
    let mut heads = vec![Head::words(m.say(Message::HeadSeries {}))];
    heads.extend(names.iter().enumerate().map(|(at, name)| {
        Head::number(match state(at) {
            Some(state) => m.say(Message::HeadInState { name: name.clone(), state: word(m, state) }),
            None => name.clone(),
        })
    }));
    let value = |row: &HeatRow, at: usize| row.tiles.get(at).map(|tile| tile_value(m, tile)).unwrap_or_default();
    let row =
        |row: &HeatRow| std::iter::once(row.label.clone()).chain((0..names.len()).map(|at| value(row, at))).collect();
    (heads, map.rows.iter().map(row).collect())
}

fn tile_value(m: &Messages, tile: &Tile) -> String {
    let number = tile.value.map(number).unwrap_or_default();
    match tile.mark {
        TileMark::Framed if !number.is_empty() => m.say(Message::CellFramed { number }),
        TileMark::Framed | TileMark::None => number,
    }
}

/// The links of a network, with the incidents of either group.
pub(super) fn network(m: &Messages, network: &Network) -> (Vec<Head>, Vec<Vec<String>>) {
    let incidents = || Head::number(m.say(Message::HeadItsIncidents {}));
    let heads = vec![
        Head::words(m.say(Message::HeadGroup {})),
        incidents(),
        Head::words(m.say(Message::HeadOtherGroup {})),
        incidents(),
        Head::words(m.say(Message::HeadTie {})),
        Head::number(m.say(Message::HeadIncidents {})),
    ];
    let node = |at: usize| network.nodes.get(at).map(|n| (n.name.clone(), number(n.incidents))).unwrap_or_default();
    let row = |link: &Link| {
        let ((one, of_one), (other, of_other)) = (node(link.nodes.0), node(link.nodes.1));
        vec![one, of_one, other, of_other, link.tie.say(m), number(link.count as f64)]
    };
    (heads, network.links.iter().map(row).collect())
}

pub(super) fn bars(m: &Messages, bars: &Bars) -> (Vec<Head>, Vec<Vec<String>>) {
    let range = bars.rows.iter().any(|bar| bar.point.low.is_some());
    let texts = bars.rows.iter().any(|bar| !bar.text.is_empty());
    let mut heads = vec![Head::words(m.say(Message::HeadSeries {})), Head::number(m.say(Message::HeadValue {}))];
    heads.extend(range.then(|| Head::number(m.say(Message::HeadLowHigh {}))));
    heads.extend(Some(bars.earlier_name.clone()).filter(|name| !name.is_empty()).map(Head::number));
    heads.extend(texts.then(|| Head::words(bars.text_heading.clone())));
    let row = |bar: &Bar| {
        let mut row = vec![bar.name.clone(), bar.label.clone()];
        if range {
            let ends = bar.point.low.zip(bar.point.high);
            let said = ends.map(|(low, high)| m.say(Message::CellLowHigh { low: number(low), high: number(high) }));
            row.push(said.unwrap_or_default());
        }
        if !bars.earlier_name.is_empty() {
            row.push(bar.earlier.map(number).unwrap_or_default());
        }
        row.extend(texts.then(|| bar.text.clone()));
        row
    };
    (heads, bars.rows.iter().map(row).collect())
}

pub(super) fn forest(m: &Messages, forest: &Forest) -> (Vec<Head>, Vec<Vec<String>>) {
    let mut heads = vec![Head::words(m.say(Message::HeadSeries {}))];
    heads.extend(forest.headings.iter().cloned().map(Head::number));
    let text = |row: &ForestRow, at: usize| row.ratios.get(at).map(|r| r.text.clone());
    let row = |row: &ForestRow| {
        let cells = (0..forest.headings.len()).map(|at| text(row, at).unwrap_or_default());
        std::iter::once(row.name.clone()).chain(cells).collect()
    };
    (heads, forest.rows.iter().map(row).collect())
}

/// The places of a map by name, or its regions; no coordinate leaves the picture.
pub(super) fn map(m: &Messages, map: &Map) -> (Vec<Head>, Vec<Vec<String>>) {
    let value = Head::number(map.unit.clone());
    if map.bubbles.is_empty() {
        let row = |area: &Area| {
            let value = match area.fill {
                Fill::Value(value) => number(value),
                Fill::NoData => map.no_data.clone(),
                Fill::Ground => String::new(),
            };
            vec![area.name.clone(), value]
        };
        return (vec![Head::words(m.say(Message::HeadRegion {})), value], map.areas.iter().map(row).collect());
    }
    let heads = vec![Head::words(m.say(Message::MapHeadPlace {})), value, Head::words(m.say(Message::MapHeadKnown {}))];
    let known = |mark: Precision| match mark {
        Precision::Exact => map.exact.clone(),
        Precision::Approximate => map.approximate.clone(),
    };
    let rows = map.bubbles.iter().map(|b| vec![b.name.clone(), number(b.value), known(b.mark)]);
    (heads, rows.collect())
}
