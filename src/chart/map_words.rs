//! Words that maps share: whose boundaries they are, long lists of names, and periods that may still grow.

use super::Subject;
use super::map_ground::What;
use super::words::{self, LastYear, Noun};
use crate::analysis::{Analysis, Outlines};
use crate::figure::Figure;
use crate::messages::{Message, Messages};
use crate::names::Region;
use crate::period::Period;
use crate::series::Finality;
use std::ops::Range;

/// Names in a note; all stand in the tables.
const NAMES_SHOWN: usize = 6;

/// What is counted, and of whom: `incidents`, `attacks by X`.
pub(super) fn what(m: &Messages, analysis: &Analysis, subject: Subject) -> String {
    format!("{}{}", Noun::of(analysis, None).many(m), words::about_anywhere(m, analysis, subject))
}

/// The first names, and how many more there are.
pub(super) fn listed(m: &Messages, names: &[String]) -> String {
    match names.len().saturating_sub(NAMES_SHOWN) {
        0 => m.list(names),
        more => m.say(Message::MapOthers { n: (more as f64).into(), names: names[..NAMES_SHOWN].join(", ") }),
    }
}

/// The figure with the file of its boundaries in the caption: whoever passes it on alone must know whose lines they are.
pub(super) fn captioned(m: &Messages, figure: Figure, outlines: Option<&Outlines>) -> Figure {
    let Some(outlines) = outlines else { return figure };
    let whose = m.say(Message::MapBoundaries { file: outlines.boundaries.file() });
    Figure { caption: format!("{} {whose}", figure.caption), ..figure }
}

/// The periods that later reports may still change, as a note.
pub(super) fn provisional(m: &Messages, analysis: &Analysis, periods: &[Period]) -> Option<String> {
    let fresh = periods.iter().filter(|&&period| analysis.finality(period) == Finality::Provisional);
    let fresh: Vec<String> = fresh.map(|&period| m.period(period)).collect();
    (!fresh.is_empty()).then(|| m.say(Message::MapProvisional { periods: listed(m, &fresh) }))
}

impl LastYear {
    /// Where its periods stand in the grid.
    pub(super) fn extent(&self, analysis: &Analysis) -> Range<usize> {
        let at = |period: Option<&Period>| period.and_then(|&p| analysis.index(p)).unwrap_or(0);
        at(self.periods.first())..at(self.periods.last()) + 1
    }
}

impl What {
    pub(super) fn region(&self) -> Option<Region> {
        match self {
            What::Region(region) => Some(*region),
            What::Quiet(_) | What::Stranger(_) => None,
        }
    }

    pub(super) fn stranger(&self) -> Option<String> {
        match self {
            What::Stranger(name) => Some(name.clone()),
            What::Region(_) | What::Quiet(_) => None,
        }
    }
}
