//! `groups.csv` and `regions.csv`: every group with its class and family, every region with its people, and their activity.

use super::super::dataset::{ColumnDoc, Dataset, Place};
use super::super::error::Malformed;
use super::{Grid, TableKind, table};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key, Scope};
use crate::measure::{Amount, Tally};
use crate::names::UNKNOWN_REGION;
use crate::period::Period;

table!(
    Regions,
    "regions",
    "Every region with its activity, and its incidents per million people where a population is given"
);
table!(Groups, "groups", "Every group with its class, family, first and last activity");

const COLUMNS: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source", unit: "" },
    ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
    ColumnDoc { name: "group", about: "canonical name", unit: "" },
    ColumnDoc { name: "class", about: "organisation, communal, party or generic; only organisations rank", unit: "" },
    ColumnDoc { name: "family", about: "the family that counts it too", unit: "" },
    ColumnDoc {
        name: "incidents",
        about: "incidents in which it took part, in all counted periods",
        unit: "incidents",
    },
    ColumnDoc {
        name: "incidents_last_year",
        about: "of these in the year up to the latest complete period",
        unit: "incidents",
    },
    ColumnDoc { name: "killed_known", about: "incidents with a known number of killed", unit: "incidents" },
    ColumnDoc { name: "killed", about: "killed in these incidents, on all sides; not its own dead", unit: "people" },
    ColumnDoc { name: "first", about: "first active period", unit: "" },
    ColumnDoc { name: "last", about: "last active period", unit: "" },
];

impl TableKind for Groups {
    fn need(&self) -> Need {
        Need::COUNTS
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let mut grid = Grid::new(COLUMNS);
        for analysis in analyses {
            for group in &analysis.groups {
                let key = Key { scope: Scope::Group(group.name), facet: Facet::ALL };
                let mut killed = Tally::default();
                analysis.cube.get(key).into_iter().flatten().for_each(|(_, entry)| killed += entry.cell.killed);
                let reported = analysis.loaded.facts.reports.killed.yes();
                let known = reported && (killed.known > Amount::ZERO || group.total == Amount::ZERO);
                let label = |period: Option<Period>| period.map(Period::label).unwrap_or_default();
                grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id());
                grid.text(analysis.text(group.name)).text(group.class.id()).text(analysis.text(group.family));
                grid.amount(Some(group.total)).amount(Some(group.recent));
                grid.amount(reported.then_some(killed.known)).amount(known.then_some(killed.best));
                grid.text(&label(group.first)).text(&label(group.last)).end_row();
            }
        }
        grid.finish("groups", "Groups", Place::Tables)
    }
}

const REGIONS: &[ColumnDoc] = &[
    ColumnDoc { name: "source", about: "id of the source", unit: "" },
    ColumnDoc { name: "grain", about: "grain of the run", unit: "" },
    ColumnDoc { name: "country", about: "country", unit: "" },
    ColumnDoc { name: "region", about: "canonical name; (unknown): the source names none", unit: "" },
    ColumnDoc { name: "incidents", about: "incidents in all counted periods", unit: "incidents" },
    ColumnDoc {
        name: "incidents_last_year",
        about: "of these in the year up to the latest complete period",
        unit: "incidents",
    },
    ColumnDoc { name: "population", about: "people, from the population table; empty: not given", unit: "people" },
    ColumnDoc { name: "population_year", about: "the year for which they were counted", unit: "year" },
    ColumnDoc {
        name: "incidents_per_million",
        about: "incidents of the last year per million people",
        unit: "per million",
    },
];

impl TableKind for Regions {
    fn need(&self) -> Need {
        Need::COUNTS
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        let mut grid = Grid::new(REGIONS);
        for analysis in analyses {
            for facts in &analysis.regions {
                let region =
                    if facts.region.name.is_none() { UNKNOWN_REGION } else { analysis.text(facts.region.name) };
                let people = facts.population.map(|(people, _)| people as f64).filter(|&people| people > 0.0);
                grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id());
                grid.text(analysis.text(facts.region.country)).text(region);
                grid.amount(Some(facts.total)).amount(Some(facts.recent));
                grid.number(people).whole(facts.population.map(|(_, year)| i64::from(year)));
                grid.number(people.map(|p| facts.recent.value() / p * 1e6)).end_row();
            }
        }
        grid.finish("regions", "Regions", Place::Tables)
    }
}
