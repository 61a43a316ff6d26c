//! The key of a map: classes with their bounds, circles with their values, and what hatching and emptied circles mean. It flows over
//! as many rows as the sheet's width asks for.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::{Fonts, Strength};
use super::lettering::Style;
use super::map::draw_bubble;
use super::scale::{Classes, number};
use super::theme::{CONTEXT, Colour, HATCH, MUTED, SMALL, WHITE, ZERO, colour};
use crate::figure::{Fill, Map, Precision};

const SWATCH: f64 = 22.0;
const SWATCH_HEIGHT: f64 = 12.0;
const HATCH_GAP: f64 = 5.0;
/// Between a mark and its label, and between two entries.
const GAP: f64 = 5.0;
const BETWEEN: f64 = 14.0;
const ROW: f64 = 20.0;
/// Radius of the largest circle: so much of the room across, within these bounds.
const LARGEST_SHARE: f64 = 0.034;
const LARGEST: (f64, f64) = (16.0, 30.0);
/// Radius of a single incident at most: one incident is no catastrophe.
const ONE: f64 = 5.0;
/// A circle of less is not seen.
const LEAST: f64 = 1.3;
/// Circles of the key stand for this share of the largest, rounded.
const SHARES: [f64; 3] = [1.0, 0.25, 0.03];
/// Radius of the circles that explain filling.
const EXAMPLE: f64 = 5.0;

/// The size of circles: their area is their value.
pub(super) struct Circles {
    largest: f64,
    most: f64,
}

impl Circles {
    pub(super) fn of(map: &Map, room: f64) -> Circles {
        let most = map.bubbles.iter().map(|b| b.value).filter(|v| v.is_finite()).fold(0.0, f64::max);
        Circles::up_to(most, (room * LARGEST_SHARE).clamp(LARGEST.0, LARGEST.1))
    }

    /// Circles for values of which `most` is the largest, none wider than `largest`, a radius.
    pub(super) fn up_to(most: f64, largest: f64) -> Circles {
        Circles { largest: largest.min(ONE * most.sqrt()), most }
    }

    pub(super) fn radius(&self, value: f64) -> f64 {
        if self.most <= 0.0 || !value.is_finite() {
            return LEAST;
        }
        (self.largest * (value.max(0.0) / self.most).sqrt()).max(LEAST)
    }

    /// Round values for the key, the largest first.
    pub(super) fn samples(&self) -> Vec<f64> {
        let mut samples: Vec<f64> = Vec::new();
        for value in SHARES.map(|share| round_down(self.most * share)) {
            if value >= 1.0 && samples.last().is_none_or(|last| value < *last) {
                samples.push(value);
            }
        }
        samples
    }
}

/// The largest of 1, 2, 5, 10, 20 ... not above a value.
pub(super) fn round_down(value: f64) -> f64 {
    if value < 1.0 {
        return 0.0;
    }
    let power = 10f64.powf(value.log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|lead| lead * power).find(|round| *round <= value).unwrap_or(power)
}

#[derive(Debug, Clone, Copy)]
enum Mark {
    /// A word of its own.
    None,
    Swatch(Colour),
    Hatched,
    Circle(f64, Precision),
}

struct Entry {
    mark: Mark,
    label: String,
}

impl Entry {
    fn mark_width(&self) -> f64 {
        match self.mark {
            Mark::None => 0.0,
            Mark::Swatch(_) | Mark::Hatched => SWATCH + GAP,
            Mark::Circle(radius, _) => radius * 2.0 + GAP,
        }
    }

    fn height(&self) -> f64 {
        match self.mark {
            Mark::None | Mark::Swatch(_) | Mark::Hatched => ROW,
            Mark::Circle(radius, _) => ROW.max(radius * 2.0 + 3.0),
        }
    }
}

fn entries(map: &Map, room: f64, classes: &Classes, colours: &[Colour]) -> Vec<Entry> {
    let mut entries = vec![Entry { mark: Mark::None, label: map.unit.clone() }];
    let fills = |wanted: fn(&Fill) -> bool| map.areas.iter().any(|area| wanted(&area.fill));
    if fills(|fill| matches!(fill, Fill::Value(_))) {
        entries.push(Entry { mark: Mark::Swatch(ZERO), label: "0".to_owned() });
    }
    let classes = colours.iter().enumerate().map(|(class, c)| (Mark::Swatch(*c), classes.label(class)));
    entries.extend(classes.map(|(mark, label)| Entry { mark, label }));
    if fills(|fill| matches!(fill, Fill::NoData)) {
        entries.push(Entry { mark: Mark::Hatched, label: map.no_data.clone() });
    }
    let circles = Circles::of(map, room);
    for value in circles.samples() {
        let mark = Mark::Circle(circles.radius(value), Precision::Exact);
        entries.push(Entry { mark, label: number(value, 0) });
    }
    let marks = |wanted: Precision| map.bubbles.iter().any(|bubble| bubble.mark == wanted);
    for (mark, label) in [(Precision::Exact, &map.exact), (Precision::Approximate, &map.approximate)] {
        if marks(mark) && !label.is_empty() {
            entries.push(Entry { mark: Mark::Circle(EXAMPLE, mark), label: label.clone() });
        }
    }
    entries.retain(|entry| !entry.label.is_empty());
    entries
}

/// The entries row by row, each with its label as it fits and its left end; and the height of each row.
fn rows(entries: Vec<Entry>, room: f64, fonts: &Fonts) -> Vec<(f64, Vec<(f64, Entry)>)> {
    let mut rows: Vec<(f64, Vec<(f64, Entry)>)> = Vec::new();
    let mut x = 0.0;
    for mut entry in entries {
        entry.label = fonts.shorten(&entry.label, SMALL, Strength::Regular, room - entry.mark_width());
        let width = entry.mark_width() + fonts.width(&entry.label, SMALL, Strength::Regular);
        if rows.is_empty() || x + width > room {
            rows.push((0.0, Vec::new()));
            x = 0.0;
        }
        if let Some((height, row)) = rows.last_mut() {
            *height = height.max(entry.height());
            row.push((x, entry));
        }
        x += width + BETWEEN;
    }
    rows
}

/// The classes of the regions' values.
pub(super) fn classes(map: &Map) -> Classes {
    Classes::even(map.areas.iter().filter_map(|area| match area.fill {
        Fill::Value(value) => Some(value),
        Fill::NoData | Fill::Ground => None,
    }))
}

/// Height of the key on a sheet with so much room across.
pub(super) fn height(map: &Map, room: f64, fonts: &Fonts) -> f64 {
    let classes = classes(map);
    // Colours have no height: any will do.
    let colours = vec![ZERO; classes.len()];
    rows(entries(map, room, &classes, &colours), room, fonts).iter().map(|(height, _)| height).sum()
}

/// Draws the key at the top of the area; its height.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    area: Rect,
    map: &Map,
    classes: &Classes,
    colours: &[Colour],
) -> Result<f64, Error> {
    let room = area.width();
    let mut top = area.top;
    for (height, row) in rows(entries(map, room, classes, colours), room, canvas.fonts) {
        let middle = top + height / 2.0;
        for (x, entry) in row {
            let left = area.left + x;
            let rect = Rect {
                left,
                right: left + SWATCH,
                top: middle - SWATCH_HEIGHT / 2.0,
                bottom: middle + SWATCH_HEIGHT / 2.0,
            };
            match entry.mark {
                Mark::None => {}
                Mark::Swatch(fill) => {
                    canvas.fill(rect, fill)?;
                    draw_rim(canvas, rect)?;
                }
                Mark::Hatched => {
                    canvas.fill(rect, WHITE)?;
                    canvas.hatch(rect, HATCH, HATCH_GAP)?;
                    draw_rim(canvas, rect)?;
                }
                Mark::Circle(radius, mark) => {
                    draw_bubble(canvas, (left + radius, middle), radius, mark, colour(map.ink))?;
                }
            }
            let at = (left + entry.mark_width(), middle);
            canvas.text_mid(&entry.label, at, Style::new(SMALL).colour(MUTED));
        }
        top += height;
    }
    Ok(top - area.top)
}

fn draw_rim(canvas: &mut Canvas<'_>, rect: Rect) -> Result<(), Error> {
    let Rect { left, right, top, bottom } = rect;
    let rim = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    canvas.line(&rim, Stroke::solid(CONTEXT, 0.8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_of_a_circle_is_its_value() {
        let circles = Circles { largest: 24.0, most: 100.0 };
        assert_eq!([100.0, 25.0, 6.25].map(|v| circles.radius(v)), [24.0, 12.0, 6.0]);
        assert_eq!(circles.radius(f64::NAN), LEAST);
    }

    #[test]
    fn the_key_has_round_values_and_few() {
        let samples = |most: f64| Circles { largest: 24.0, most }.samples();
        assert_eq!(samples(137.0), [100.0, 20.0, 2.0]);
        assert_eq!(samples(3.0), [2.0]);
        assert_eq!(samples(1.0), [1.0]);
        assert_eq!(samples(0.0), Vec::<f64>::new());
    }
}
