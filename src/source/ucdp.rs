//! UCDP GED and Candidate events: lethal incidents of organised violence, with a low, a best and a high estimate.
//!
//! Columns are found by name (v19 has 42, v20 and later 49, in other orders); Candidate months without a header are
//! recognised by their shape. Sources: UCDP GED codebooks 19.1 to 23.1.

mod field;
mod side;

use super::{
    Cells, CoverageRule, Dates, Direction, Edition, Error, Facts, Fit, Head, Issue, Layout, Leading, Living, Reader,
    Recurrences, Settings, Source, Verdict,
};
use crate::incident::{
    Authorship, DatePrecision, Draft, Forces, Headline, Kind, Member, Own, PlacePrecision, Role, Standing, StatedSide,
};
use crate::measure::{Amount, Reported, Reports, VictimClass};
use crate::registry::Entry;
use field::Field;
use side::Side;
use strum::VariantArray;

pub struct Ucdp;

impl Entry for Ucdp {
    fn id(&self) -> &'static str {
        "ucdp"
    }

    fn about(&self) -> &'static str {
        "UCDP Georeferenced Event Dataset and Candidate events (also as HDX publishes them)"
    }

    fn example(&self) -> String {
        "incident-trends report GEDEvent_v23_1.csv --country Pakistan".to_owned()
    }
}

/// The 49 columns of v20 and later, for Candidate months that come without a header.
const CURRENT: &str = "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,\
    dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,\
    number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,\
    where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,\
    event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";

/// Whether the first record is an incident in the order of the current columns.
fn without_header(head: &Head) -> bool {
    let Some(record) = head.record(0) else { return false };
    let columns: Vec<&str> = CURRENT.split(',').map(str::trim).collect();
    let cell =
        |name: &str| columns.iter().position(|c| *c == name).and_then(|i| record.get(i)).map_or("", |c| c.trim());
    let integer = |text: &str| Amount::parse(text, '.').is_some_and(Amount::is_whole);
    record.len() == columns.len()
        && integer(cell("id"))
        && cell("year").len() >= 4
        && integer(cell("year"))
        && matches!(cell("type_of_violence"), "1" | "2" | "3" | "1.0" | "2.0" | "3.0")
        && crate::period::DateFormat::iso().read(cell("date_start")).is_some()
        && integer(cell("best"))
}

/// Monthly and quarterly Candidate releases name their months: `GEDEvent_v26_0_8.csv`, `GEDEvent_v26_01_26_06.csv`.
fn candidate_file(name: &str) -> bool {
    let Some((_, version)) = name.split_once("gedevent_v") else { return name.contains("candidate") };
    let parts =
        version.trim_end_matches(".csv").split(['_', '.']).filter(|p| p.bytes().all(|b| b.is_ascii_digit())).count();
    parts >= 3
}

impl Source for Ucdp {
    fn recognise(&self, head: &Head, _: &Settings) -> Fit {
        if without_header(head) { Fit::Yes } else { Fit::of(head, Field::VARIANTS.iter().map(|f| f.column())) }
    }

    fn open(&self, head: &Head, _: &Settings) -> Result<Box<dyn Reader>, Error> {
        let bare = without_header(head);
        let fields = Field::VARIANTS.iter().map(|f| f.column());
        let layout = if bare {
            let names: Vec<String> = CURRENT.split(',').map(|n| n.trim().to_owned()).collect();
            let at = fields.map(|(known, _)| names.iter().position(|n| known.contains(&n.as_str()))).collect();
            Layout::fixed(at, names)
        } else {
            Layout::find(head, "ucdp", fields)?
        };
        let status = layout.at(Field::CodeStatus as usize);
        let first_incident = usize::from(!bare) + usize::from(head.has_tag_row());
        let unchecked = head.records().skip(first_incident).any(|record| {
            let status = status.and_then(|s| record.get(s)).map_or("", |s| s.trim());
            !status.is_empty() && !status.eq_ignore_ascii_case("clear")
        });
        let candidate = bare || unchecked || candidate_file(&head.file_name());
        let leading = Leading { header: u64::from(!bare), tags: u64::from(head.has_tag_row()) };
        let at = |fields: &[&[Field]]| fields.concat().iter().filter_map(|&field| layout.at(field as usize)).collect();
        let recurrences = Recurrences {
            act: at(&[&SIDES, &ACT]),
            site: at(&[&SITE]),
            outlets: at(&[&[Field::Offices]]),
            losses: at(&[&SIDES, &DEATHS]),
            redundant: Vec::new(),
        };
        Ok(Box::new(Opened { layout, leading, facts: facts(candidate), recurrences }))
    }
}

/// What decides what happened and, by the names that stand in a country, who took part.
const ACT: [Field; 5] = [Field::DatePrecision, Field::Type, Field::ActiveYear, Field::Country, Field::CountryId];
const SIDES: [Field; 4] = [Field::SideA, Field::SideB, Field::GovernmentA, Field::GovernmentB];

const SITE: [Field; 5] = [Field::Country, Field::Region, Field::District, Field::Place, Field::WherePrecision];

const DEATHS: [Field; 7] = [
    Field::DeathsA,
    Field::DeathsB,
    Field::DeathsCivilians,
    Field::DeathsUnknown,
    Field::Best,
    Field::High,
    Field::Low,
];

fn facts(candidate: bool) -> Facts {
    let mut reports = Reports { killed: Reported::Yes, range: Reported::Yes, ..Reports::default() };
    for class in [VictimClass::Civilian, VictimClass::Security, VictimClass::Militant, VictimClass::Unknown] {
        reports.killed_by[class as usize] = Reported::Yes;
    }
    let caveat = "UCDP records only lethal violence by named organised actors: incidents without deaths and attacks by \
                  unknown actors are missing, and their share is not measured.";
    Facts {
        reports,
        direction: Direction::Stated,
        coverage: if candidate { CoverageRule::MonthEnd } else { CoverageRule::YearEnd },
        living: if candidate { Living::Living } else { Living::Settled },
        edition: if candidate { Edition::Candidate } else { Edition::Final },
        headline: Some("state-based deaths in active conflict years (battle-related deaths)"),
        caveats: vec![caveat.to_owned()],
        ..Facts::new("ucdp", "UCDP Georeferenced Event Dataset", "Uppsala Conflict Data Program, CC BY 4.0")
    }
}

struct Opened {
    layout: Layout,
    leading: Leading,
    facts: Facts,
    recurrences: Recurrences,
}

impl Opened {
    fn at(&self, field: Field) -> Option<usize> {
        self.layout.at(field as usize)
    }
}

impl Reader for Opened {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn leading(&self) -> Leading {
        self.leading
    }

    fn layout(&self) -> &Layout {
        &self.layout
    }

    fn dates(&self) -> Dates {
        Dates { date: self.at(Field::Start), year: self.at(Field::Year) }
    }

    fn recurrences(&self) -> Option<&Recurrences> {
        Some(&self.recurrences)
    }

    fn own<'a>(&'a self, cells: &mut Cells<'a, '_>) -> Result<Own<'a>, Verdict> {
        let id = cells.id(self.at(Field::Id));
        let start = cells.date(self.at(Field::Start))?;
        let end = cells.end_date(self.at(Field::End), start);
        if cells.integer(self.at(Field::Year)).is_some_and(|year| year != i64::from(start.year())) {
            cells.note(self.at(Field::Year), Issue::YearDisagrees);
        }
        Ok(Own {
            // Programs that keep numbers as fractions write `501.0`: the same incident as `501` of another release.
            id: id.strip_suffix(".0").unwrap_or(id),
            line: cells.line(),
            start,
            end,
            revised: None,
            latitude: cells.degrees(self.at(Field::Latitude), 90.0),
            longitude: cells.degrees(self.at(Field::Longitude), 180.0),
            related: "",
        })
    }

    fn read<'a>(&'a self, cells: &mut Cells<'a, '_>) -> Result<Draft<'a>, Verdict> {
        let mut draft = Draft::of(self.own(cells)?);
        draft.date_precision = match cells.integer(self.at(Field::DatePrecision)) {
            Some(1) => DatePrecision::Day,
            Some(2 | 3) => DatePrecision::Week,
            Some(4) => DatePrecision::Month,
            Some(5) => DatePrecision::Year,
            _ => {
                cells.note(self.at(Field::DatePrecision), Issue::UnknownCode);
                DatePrecision::Month
            }
        };
        draft.place_precision = match cells.integer(self.at(Field::WherePrecision)) {
            Some(1) => PlacePrecision::Exact,
            Some(2) => PlacePrecision::Town,
            Some(3) => PlacePrecision::District,
            Some(4 | 5) => PlacePrecision::Region,
            Some(6 | 7) => PlacePrecision::Country,
            _ => {
                cells.note(self.at(Field::WherePrecision), Issue::UnknownCode);
                PlacePrecision::Country
            }
        };
        draft.country = cells.text(self.at(Field::Country));
        draft.region = cells.text(self.at(Field::Region));
        draft.district = cells.text(self.at(Field::District));
        draft.place = cells.text(self.at(Field::Place));
        draft.outlets =
            cells.text(self.at(Field::Offices)).split(';').map(str::trim).filter(|o| !o.is_empty()).collect();

        let a = Side::of(cells.text(self.at(Field::SideA)), cells.integer(self.at(Field::GovernmentA)));
        let b = Side::of(cells.text(self.at(Field::SideB)), cells.integer(self.at(Field::GovernmentB)));
        self.read_kind(cells, a, b, &mut draft);
        self.read_deaths(cells, a, b, &mut draft);
        Ok(draft)
    }
}

impl Opened {
    fn read_kind<'a>(&self, cells: &mut Cells<'a, '_>, a: Side<'a>, b: Side<'a>, draft: &mut Draft<'a>) {
        let active = cells.integer(self.at(Field::ActiveYear)) == Some(1);
        let (kind, category) = match cells.integer(self.at(Field::Type)) {
            Some(1) if a.is_government() && b.is_government() => (Kind::Interstate, "state-based"),
            Some(1) => (Kind::Clash, "state-based"),
            Some(2) => (Kind::Clash, "non-state"),
            Some(3) if a.is_government() => (Kind::StateViolence, "one-sided"),
            Some(3) => (Kind::Attack, "one-sided"),
            _ => {
                cells.note(self.at(Field::Type), Issue::UnknownCode);
                (Kind::Other, "")
            }
        };
        (draft.kind, draft.category) = (kind, category);
        draft.headline = if active && category == "state-based" { Headline::In } else { Headline::Out };
        let role = match kind {
            Kind::Attack => Role::Initiator,
            Kind::StateViolence | Kind::Operation => Role::Target,
            Kind::Clash | Kind::Interstate | Kind::Undetermined | Kind::Other => Role::Party,
        };
        let home = cells.integer(self.at(Field::CountryId));
        for (side, stated) in [(a, StatedSide::First), (b, StatedSide::Second)] {
            match side {
                Side::Government(number) => {
                    let foreign = matches!((number, home), (Some(n), Some(h)) if n != h);
                    // Forces of one's own country beside foreign ones are the rule in interventions: the row is foreign only
                    // where none of its governments is at home.
                    draft.forces = match (draft.forces, foreign) {
                        (Forces::Domestic, _) | (_, false) => Forces::Domestic,
                        (Forces::None | Forces::Foreign, true) => Forces::Foreign,
                    };
                }
                Side::Group(name, class) => draft.members.push(Member {
                    name,
                    family: "",
                    class,
                    role,
                    authorship: Authorship::Confirmed,
                    standing: Standing::Group,
                    side: stated,
                }),
                Side::Civilians | Side::Nobody => {}
            }
        }
    }

    fn read_deaths<'a>(&self, cells: &mut Cells<'a, '_>, a: Side<'a>, b: Side<'a>, draft: &mut Draft<'a>) {
        draft.killed = cells.toll(self.at(Field::Low), self.at(Field::Best), self.at(Field::High));
        let parts = [
            (a.victims(), Field::DeathsA),
            (b.victims(), Field::DeathsB),
            (VictimClass::Civilian, Field::DeathsCivilians),
            (VictimClass::Unknown, Field::DeathsUnknown),
        ];
        for (class, field) in parts {
            if let Some(deaths) = cells.people(self.at(field)) {
                let sum = &mut draft.killed_by[class as usize];
                *sum = Some(sum.unwrap_or(Amount::ZERO) + deaths);
            }
        }
        // A class that no side of this incident belongs to lost nobody, as far as the row's parts are known at all.
        if draft.killed_by.iter().any(Option::is_some) {
            for class in [VictimClass::Civilian, VictimClass::Security, VictimClass::Militant, VictimClass::Unknown] {
                draft.killed_by[class as usize].get_or_insert(Amount::ZERO);
            }
        }
        cells.check_parts(self.at(Field::Best), draft.killed.best, &draft.killed_by);
    }
}
