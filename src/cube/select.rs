//! Which rows are counted: filters that the user set, and gates that a row's precision does not pass.

use crate::incident::{DatePrecision, Incidents, Kind, Row};
use crate::names::{Name, UNATTRIBUTED, UNKNOWN_REGION};
use crate::period::{Day, Grain};
use rayon::prelude::*;
use serde::Serialize;

/// What the user wants to see. Empty lists want everything. Names are canonical.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Selection {
    pub since: Option<Day>,
    pub until: Option<Day>,
    pub groups: Vec<String>,
    pub regions: Vec<String>,
    pub countries: Vec<String>,
    pub kinds: Vec<Kind>,
    pub tactics: Vec<String>,
    pub targets: Vec<String>,
}

impl Selection {
    /// Whether it leaves nothing out.
    pub fn is_everything(&self) -> bool {
        *self == Selection::default()
    }

    /// Without the filters of what happened where and by whom; the days stay, since they say which periods there are.
    pub fn unnarrowed(&self) -> Selection {
        Selection { since: self.since, until: self.until, ..Selection::default() }
    }

    /// The filters in words, each with its values; empty where nothing is left out.
    pub fn words(&self) -> Vec<String> {
        let Selection { since, until, groups, regions, countries, kinds, tactics, targets } = self;
        let kinds: Vec<String> = kinds.iter().map(|k| k.id().replace('_', " ")).collect();
        let lists = [
            ("group", groups),
            ("region", regions),
            ("country", countries),
            ("kind", &kinds),
            ("tactic", tactics),
            ("target", targets),
        ];
        let days = [("since", since), ("until", until)];
        let lists =
            lists.into_iter().filter(|(_, v)| !v.is_empty()).map(|(word, v)| format!("{word} {}", v.join(", ")));
        let days = days.into_iter().filter_map(|(word, day)| day.map(|d| format!("{word} {d}")));
        lists.chain(days).collect()
    }
}

/// Where a row went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Counted,
    Filtered,
    /// Its date is coarser than the grain.
    Gated,
}

/// The fate of every row at a grain.
pub fn select(incidents: &Incidents, selection: &Selection, grain: Grain) -> Vec<Fate> {
    let names = Wanted::of(incidents, selection);
    let (rows, wants_all) = (incidents.rows(), selection.is_everything());
    let fate = |row: Row<'_>| match (wants_all || names.wants(row, selection), passes(row.date_precision(), grain)) {
        (false, _) => Fate::Filtered,
        (true, false) => Fate::Gated,
        (true, true) => Fate::Counted,
    };
    (0..rows.len()).into_par_iter().map(|row| fate(rows.get(row))).collect()
}

/// Whether a date of that precision falls into one period of that grain for certain enough. DESIGN, rule 8.
fn passes(precision: DatePrecision, grain: Grain) -> bool {
    match grain {
        Grain::Day => precision == DatePrecision::Day,
        Grain::Week(_) => precision <= DatePrecision::Week,
        Grain::Month | Grain::Quarter | Grain::HalfYear => precision <= DatePrecision::Month,
        Grain::Year => true,
    }
}

/// The selection's names as codes: a name that the table does not have matches nothing.
struct Wanted {
    groups: Vec<Option<Name>>,
    regions: Vec<Option<Name>>,
    countries: Vec<Option<Name>>,
    tactics: Vec<Option<Name>>,
    targets: Vec<Option<Name>>,
}

impl Wanted {
    fn of(incidents: &Incidents, selection: &Selection) -> Wanted {
        // What no row can be named stands in the reports as `(unattributed)` and `(unknown)`, and can be asked for.
        let codes = |names: &[String]| {
            let code = |name: &String| match name.as_str() {
                UNATTRIBUTED | UNKNOWN_REGION => Some(Name::NONE),
                name => incidents.pool.find(name),
            };
            names.iter().map(code).collect()
        };
        Wanted {
            groups: codes(&selection.groups),
            regions: codes(&selection.regions),
            countries: codes(&selection.countries),
            tactics: codes(&selection.tactics),
            targets: codes(&selection.targets),
        }
    }

    fn wants(&self, row: Row<'_>, selection: &Selection) -> bool {
        let among = |list: &[Option<Name>], name: Name| list.is_empty() || list.contains(&Some(name));
        selection.since.is_none_or(|since| row.start() >= since)
            && selection.until.is_none_or(|until| row.start() <= until)
            && (selection.kinds.is_empty() || selection.kinds.contains(&row.kind()))
            && among(&self.regions, row.region().name)
            && among(&self.countries, row.region().country)
            && among(&self.tactics, row.name(crate::incident::Naming::Tactic))
            && among(&self.targets, row.name(crate::incident::Naming::Target))
            && (self.groups.is_empty()
                || row.cast().participants().iter().any(|p| {
                    let family = p.family != Name::NONE && self.groups.contains(&Some(p.family));
                    self.groups.contains(&Some(p.group)) || family
                })
                || (self.groups.contains(&Some(Name::NONE)) && row.cast().unattributed()))
    }
}
