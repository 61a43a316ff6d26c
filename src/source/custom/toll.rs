//! Tolls of an own sheet: a total, a lower and an upper bound, parts by victim class, in any combination.

use super::field::{Field, TollFields};
use super::mapping::Blanks;
use super::reader::Opened;
use crate::incident::Toll;
use crate::measure::{Amount, VictimClass};
use crate::source::{Cells, Issue};

/// What the cells of one field say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// The mapping has no column for it.
    Absent,
    Blank,
    /// A word for "unknown", or no usable number.
    Unknown,
    Known(Amount),
}

impl Number {
    pub(super) fn amount(self) -> Option<Amount> {
        match self {
            Number::Known(amount) => Some(amount),
            Number::Absent | Number::Blank | Number::Unknown => None,
        }
    }
}

/// A toll with its parts by victim class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) toll: Toll,
    pub(super) by: [Option<Amount>; VictimClass::COUNT],
}

/// How many people, of a field that several columns may add up to.
///
/// Columns of which some are blank and others filled give an unknown sum, unless the mapping says that a blank is zero; a word
/// for "unknown" or an unusable number makes the sum unknown in any case.
pub(super) fn people(opened: &Opened, cells: &mut Cells<'_, '_>, field: Field) -> Number {
    let columns = opened.columns(field);
    if columns.is_empty() {
        return Number::Absent;
    }
    let (mut sum, mut filled, mut blank, mut unknown) = (Amount::ZERO, 0, 0, 0);
    for &column in columns {
        if cells.text(Some(column)).is_empty() {
            blank += 1;
        } else if let Some(number) = cells.people(Some(column)) {
            sum += number;
            filled += 1;
        } else {
            unknown += 1;
        }
    }
    match (filled, blank, unknown, opened.blanks()) {
        (0, _, 0, _) => Number::Blank,
        (_, 0, 0, _) | (_, _, 0, Blanks::Zero) => Number::Known(sum),
        _ => Number::Unknown,
    }
}

/// The toll of a row.
///
/// - A total stands as it is; where its parts are all known (or already exceed it) and give another sum, that is noted.
/// - Without a total, or where its cell is blank, it is the sum of the mapped parts if all of them are known.
/// - Without those it is the lower bound, the cautious count; the bounds stay its range.
/// - A total that says "unknown", or is no usable number, stays unknown.
pub(super) fn toll(opened: &Opened, cells: &mut Cells<'_, '_>, fields: &TollFields) -> Told {
    let mut parts = fields.parts.map(|field| people(opened, cells, field));
    if opened.blanks() == Blanks::Zero && parts.iter().any(|part| part.amount().is_some()) {
        for part in parts.iter_mut().filter(|part| **part == Number::Blank) {
            *part = Number::Known(Amount::ZERO);
        }
    }
    let mapped = parts.iter().filter(|part| **part != Number::Absent).count();
    let by = parts.map(Number::amount);
    let known = by.iter().flatten().count();
    let sum: Amount = by.iter().flatten().copied().sum();
    let whole = (mapped > 0 && known == mapped).then_some(sum);

    let total = people(opened, cells, fields.total);
    let min = people(opened, cells, fields.min).amount();
    let max = people(opened, cells, fields.max).amount();
    let best = match total {
        Number::Known(total) => Some(total),
        Number::Absent | Number::Blank => whole.or(min),
        Number::Unknown => None,
    };
    if let Number::Known(total) = total
        && (sum > total || (whole.is_some() && mapped > 1))
    {
        // One class alone is no partition: a smaller number of civilians than of all killed is no disagreement.
        cells.check_parts(opened.columns(fields.total).first().copied(), Some(total), &by);
    }
    note_bounds(opened, cells, fields, Toll { low: min, best, high: max });
    Told { toll: Toll { low: min.or(best), best, high: max.or(best) }, by }
}

fn note_bounds(opened: &Opened, cells: &mut Cells<'_, '_>, fields: &TollFields, toll: Toll) {
    let Some(best) = toll.best else { return };
    if toll.low.is_some_and(|low| low > best) {
        cells.note(opened.columns(fields.min).first().copied(), Issue::LowAboveBest);
    }
    if toll.high.is_some_and(|high| best > high) {
        cells.note(opened.columns(fields.max).first().copied(), Issue::BestAboveHigh);
    }
}
