//! The newest periods of a heat map, for where all of them have no room.

use crate::figure::{HeatColumns, HeatRow, Heatmap, TimeAxis};

/// The map with its newest `shown` periods only.
pub(super) fn newest(map: &Heatmap, axis: &TimeAxis, shown: usize) -> Heatmap {
    let from = axis.len.saturating_sub(shown);
    let back = from as f64;
    let mut cut = axis.clone();
    cut.len = axis.len - from;
    cut.names = axis.names.iter().skip(from).cloned().collect();
    for tick in &mut cut.ticks {
        tick.at -= back;
    }
    for event in &mut cut.events {
        event.from -= back;
        event.to = event.to.map(|to| to - back);
    }
    for gap in &mut cut.breaks {
        gap.at -= back;
    }
    if let Some(future) = &mut cut.future {
        future.from = future.from.saturating_sub(from);
    }
    let rows = map
        .rows
        .iter()
        .map(|row| HeatRow { label: row.label.clone(), tiles: row.tiles.get(from..).unwrap_or_default().to_vec() });
    Heatmap {
        unit: map.unit.clone(),
        ink: map.ink,
        columns: HeatColumns::Time(cut),
        rows: rows.collect(),
        framed: map.framed.clone(),
    }
}
