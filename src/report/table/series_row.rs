//! Rows about a series: the columns that name it, and the order in which series stand.

use super::Grid;
use super::names::{kind_id, role_id, sorted, subject};
use crate::analysis::Analysis;
use crate::cube::Key;
use crate::period::Period;
use crate::stats::Certainty;

/// The columns of a table whose rows are about a series, with its own after those of the subject.
macro_rules! with_subject {
    ($($rest:tt)*) => {
        &[
            $crate::report::ColumnDoc { name: "source", about: "id of the source", unit: "" },
            $crate::report::ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
            $crate::report::ColumnDoc { name: "scope", about: "all, group, family or region", unit: "" },
            $crate::report::ColumnDoc { name: "country", about: "country of the region", unit: "" },
            $crate::report::ColumnDoc { name: "group", about: "group or family", unit: "" },
            $crate::report::ColumnDoc { name: "role", about: "any or one role", unit: "" },
            $crate::report::ColumnDoc { name: "region", about: "region", unit: "" },
            $crate::report::ColumnDoc { name: "kind", about: "all or one kind", unit: "" },
            $crate::report::ColumnDoc { name: "period", about: "the latest complete period", unit: "" },
            $($rest)*
        ]
    };
}
pub(super) use with_subject;

/// The cells of the subject.
pub(super) fn start(grid: &mut Grid, analysis: &Analysis, key: Key, period: Option<Period>) {
    let subject = subject(analysis, key.scope);
    grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id()).text(subject.scope);
    grid.text(subject.country)
        .text(subject.group)
        .text(role_id(key.facet))
        .text(subject.region)
        .text(kind_id(key.facet));
    grid.text(&period.map(Period::label).unwrap_or_default());
}

/// The rows in the order of all tables; rows of one key keep theirs.
pub(super) fn ordered<'a, T>(analysis: &Analysis, rows: &'a [T], key: impl Fn(&T) -> Key) -> Vec<&'a T> {
    let mut keys: Vec<Key> = rows.iter().map(&key).collect();
    keys.dedup();
    let order: std::collections::HashMap<Key, usize> =
        sorted(analysis, keys.into_iter()).into_iter().enumerate().map(|(i, k)| (k, i)).collect();
    let mut rows: Vec<&T> = rows.iter().collect();
    rows.sort_by_key(|row| order[&key(row)]);
    rows
}

/// Whether numbers are lower bounds.
pub(super) fn yes(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Exact => "no",
        Certainty::LowerBounds => "yes",
    }
}
