//! `notable.csv`: incidents of note; `headline.csv`: the publisher's own figure beside ours.

use super::super::dataset::{ColumnDoc, Dataset, Place};
use super::super::error::Malformed;
use super::{Grid, TableKind, table};
use crate::analysis::{Analysis, Need};
use crate::incident::{Cast, Naming};
use crate::measure::Amount;
use crate::names::UNKNOWN_REGION;
use std::collections::BTreeMap;

table!(NotableIncidents, "notable", "The deadliest incidents of the latest complete period");
table!(Headline, "headline", "The publisher's own headline figure beside ours, by year");

const NOTABLE: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source", unit: "" },
    ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
    ColumnDoc { name: "period", about: "the latest complete period", unit: "" },
    ColumnDoc { name: "id", about: "the source's id of the incident", unit: "" },
    ColumnDoc { name: "date", about: "first day of the incident", unit: "date" },
    ColumnDoc { name: "country", about: "country", unit: "" },
    ColumnDoc { name: "region", about: "region", unit: "" },
    ColumnDoc { name: "district", about: "district", unit: "" },
    ColumnDoc { name: "kind", about: "kind", unit: "" },
    ColumnDoc { name: "groups", about: "groups that took part, with ; between", unit: "" },
    ColumnDoc { name: "killed", about: "best estimate", unit: "people" },
    ColumnDoc { name: "injured", about: "best estimate; empty: unknown", unit: "people" },
];

const HEADLINE: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source", unit: "" },
    ColumnDoc { name: "grain", about: "always year", unit: "" },
    ColumnDoc { name: "year", about: "year of the first day of the incidents; all date precisions", unit: "" },
    ColumnDoc { name: "figure", about: "what the publisher's figure counts", unit: "" },
    ColumnDoc { name: "publisher_incidents", about: "incidents in the publisher's figure", unit: "incidents" },
    ColumnDoc { name: "publisher_killed", about: "killed in them", unit: "people" },
    ColumnDoc { name: "incidents", about: "incidents in ours (every kind but other)", unit: "incidents" },
    ColumnDoc { name: "killed", about: "killed in them", unit: "people" },
    ColumnDoc { name: "only_publisher", about: "categories only in the publisher's, with their incidents", unit: "" },
    ColumnDoc { name: "only_here", about: "categories only in ours, with their incidents", unit: "" },
];

impl TableKind for NotableIncidents {
    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let mut grid = Grid::new(NOTABLE);
        for analysis in analyses {
            let rows = analysis.loaded.incidents.rows();
            for notable in &analysis.notable {
                let row = rows.get(notable.row);
                let region = row.text(Naming::Region);
                grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id());
                grid.text(&analysis.latest.map(|p| p.label()).unwrap_or_default());
                grid.text(&row.id()).day(Some(row.start())).text(row.text(Naming::Country));
                grid.text(if region.is_empty() { UNKNOWN_REGION } else { region }).text(row.text(Naming::District));
                grid.text(row.kind().id()).text(&groups_of(analysis, row.cast()));
                grid.amount(Some(notable.killed)).amount(row.injured().best).end_row();
            }
        }
        grid.finish("notable", "Incidents of note", Place::Tables)
    }
}

/// The names of a cast, each once, in alphabetical order.
pub(in super::super) fn groups_of(analysis: &Analysis, cast: &Cast) -> String {
    let mut names: Vec<&str> = cast.participants().iter().map(|p| analysis.text(p.group)).collect();
    names.sort_unstable();
    names.dedup();
    names.join("; ")
}

impl TableKind for Headline {
    fn need(&self) -> Need {
        Need::COUNTS
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let mut grid = Grid::new(HEADLINE);
        let list = |categories: &BTreeMap<String, Amount>| {
            let parts = categories.iter().map(|(name, n)| format!("{name}: {}", crate::text::count(n.value())));
            parts.collect::<Vec<_>>().join("; ")
        };
        for analysis in analyses {
            for (year, h) in analysis.headlines() {
                grid.text(&analysis.loaded.facts.source).text("year").text(&year.to_string());
                grid.text(analysis.loaded.facts.headline.unwrap_or_default());
                grid.amount(Some(h.publisher_incidents)).amount(Some(h.publisher_killed));
                grid.amount(Some(h.ours_incidents)).amount(Some(h.ours_killed));
                grid.text(&list(&h.only_theirs)).text(&list(&h.only_ours)).end_row();
            }
        }
        grid.finish("headline", "The publisher's headline figure beside ours", Place::Tables)
    }
}
