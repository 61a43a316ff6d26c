//! Tests: places count what the cube counts, each incident once, and say what they leave out.

use super::*;
use crate::analysis::{Beside, Policy};
use crate::cube::{Facet, Key, MultiDay, Scope, Selection};
use crate::incident::{Clerk, DatePrecision, Draft, Incidents, Kind, Member, Role};
use crate::period::{Day, Grain};
use crate::source::{Facts, Loaded};

/// What a row says of where and when.
struct Row {
    from: &'static str,
    to: &'static str,
    region: &'static str,
    place: &'static str,
    known: PlacePrecision,
    /// Degrees; none where the source has none.
    at: Option<(f64, f64)>,
    kind: Kind,
    date: DatePrecision,
}

const PLAIN: Row = Row {
    from: "2026-01-10",
    to: "2026-01-10",
    region: "Dhal",
    place: "Hathe",
    known: PlacePrecision::Exact,
    at: Some((10.0, 50.0)),
    kind: Kind::Attack,
    date: DatePrecision::Day,
};

fn analysed(rows: &[Row], multi_day: MultiDay, selection: Selection) -> Analysis {
    let day = |text: &str| Day::from_iso(text).expect("a date");
    let mut clerk = Clerk::default();
    for (at, row) in rows.iter().enumerate() {
        let id = at.to_string();
        // Two groups: the incident still counts once.
        let members = ["Band", "Column"].map(|group| Member::new(group, Role::Initiator)).to_vec();
        clerk.push(&Draft {
            id: &id,
            end: day(row.to),
            country: "Nowhere",
            region: row.region,
            district: "Valley",
            place: row.place,
            place_precision: row.known,
            longitude: row.at.map(|at| at.0),
            latitude: row.at.map(|at| at.1),
            kind: row.kind,
            date_precision: row.date,
            members,
            ..Draft::on(day(row.from), at as u64 + 2)
        });
    }
    let mut incidents = Incidents::default();
    incidents.append(clerk.sheet(), 0);
    incidents.settle();
    let facts = Facts::new("invented", "Ledger of Nowhere", "");
    let loaded = Loaded { facts, incidents, files: Vec::new(), unmatched_allies: BTreeMap::new() };
    let covered = Window::new(day("2026-01-01"), day("2026-03-31"));
    let policy = Policy {
        grain: Grain::Month,
        attribution: None,
        multi_day,
        covered,
        as_of: None,
        version: None,
        selection,
        top: 12,
        pairs: crate::analysis::PairPolicy::default(),
    };
    analyse_only(loaded, policy)
}

/// Counted, not compared: there is no file whose rows could be accounted for.
fn analyse_only(loaded: Loaded, policy: Policy) -> Analysis {
    super::super::count::counted(loaded, policy, &Beside::default(), super::super::count::Extent::Everything)
        .expect("rows that are counted")
}

fn months(analysis: &Analysis, which: std::ops::Range<usize>) -> Vec<Period> {
    analysis.periods[which].to_vec()
}

/// What the cube counts of all in these periods.
fn cube(analysis: &Analysis, periods: &[Period]) -> Amount {
    let key = Key { scope: Scope::All, facet: Facet::ALL };
    periods.iter().map(|&period| analysis.entry(key, period).cell.incidents).sum()
}

#[test]
fn an_incident_counts_once_at_its_place_and_what_is_coarse_is_said() {
    let rows = [
        PLAIN,
        Row { at: Some((10.02, 50.04)), ..PLAIN },
        Row { place: "", at: Some((10.3, 50.0)), known: PlacePrecision::District, ..PLAIN },
        Row { known: PlacePrecision::Town, place: "Pellin", ..PLAIN },
        Row { known: PlacePrecision::Region, ..PLAIN },
        Row { known: PlacePrecision::Country, ..PLAIN },
        Row { at: None, ..PLAIN },
        // Neither counted: a protest, and a date that is known to the year.
        Row { kind: Kind::Other, ..PLAIN },
        Row { date: DatePrecision::Year, ..PLAIN },
        // In another month.
        Row { from: "2026-02-03", to: "2026-02-03", ..PLAIN },
    ];
    let analysis = analysed(&rows, MultiDay::Start, Selection::default());
    let january = months(&analysis, 0..1);
    let places = analysis.places(&january, None);
    let found: Vec<(&str, Known, f64)> =
        places.places.iter().map(|p| (analysis.text(p.name), p.known, p.incidents.value())).collect();
    assert_eq!(found, [("Hathe", Known::Place, 2.0), ("", Known::District, 1.0), ("Pellin", Known::Place, 1.0)]);
    let at = places.places[0].at;
    assert!((at.longitude - 10.01).abs() < 1e-6 && (at.latitude - 50.02).abs() < 1e-6, "the mean of its rows: {at:?}");
    assert_eq!((places.coarse.value(), places.nowhere.value()), (2.0, 1.0));
    assert_eq!(places.all(), cube(&analysis, &january));
    let both = months(&analysis, 0..2);
    assert_eq!(analysis.places(&both, None).all(), cube(&analysis, &both));
}

#[test]
fn an_incident_of_several_days_counts_where_the_cube_counts_it() {
    let long = Row { from: "2026-01-30", to: "2026-02-02", ..PLAIN };
    let outside = Row { from: "2026-03-31", to: "2026-04-20", ..PLAIN };
    for multi_day in [MultiDay::Start, MultiDay::Midpoint, MultiDay::Spread] {
        let analysis = analysed(&[Row { ..long }, Row { ..outside }], multi_day, Selection::default());
        for which in [0..1, 1..2, 2..3, 0..3] {
            let periods = months(&analysis, which.clone());
            assert_eq!(analysis.places(&periods, None).all(), cube(&analysis, &periods), "{multi_day:?}, {which:?}");
        }
        assert_eq!(analysis.places(&months(&analysis, 0..3), None).all(), Amount::whole(2), "{multi_day:?}");
    }
}

#[test]
fn filters_and_regions_hold() {
    let rows = [PLAIN, Row { region: "Marches", ..PLAIN }, Row { kind: Kind::Clash, ..PLAIN }];
    let only = Selection { kinds: vec![Kind::Attack], ..Selection::default() };
    let analysis = analysed(&rows, MultiDay::Start, only);
    let periods = months(&analysis, 0..3);
    assert_eq!(analysis.places(&periods, None).all(), Amount::whole(2));
    let dhal = analysis.regions.iter().map(|r| r.region).find(|r| analysis.text(r.name) == "Dhal");
    assert_eq!(analysis.places(&periods, dhal).all(), Amount::ONE);
}

#[test]
fn two_villages_of_one_name_are_not_drawn_between_them() {
    let far = Row { at: Some((14.0, 52.0)), ..PLAIN };
    let analysis = analysed(&[PLAIN, PLAIN, far], MultiDay::Start, Selection::default());
    let places = analysis.places(&months(&analysis, 0..1), None).places;
    assert_eq!(
        places.iter().map(|p| (p.at.longitude, p.incidents.value())).collect::<Vec<_>>(),
        [(10.0, 2.0), (14.0, 1.0)]
    );
}

#[test]
fn a_place_on_the_antimeridian_stays_there() {
    let other = Row { at: Some((-179.9, 50.0)), ..PLAIN };
    let analysis = analysed(&[Row { at: Some((179.9, 50.0)), ..PLAIN }, other], MultiDay::Start, Selection::default());
    let places = analysis.places(&months(&analysis, 0..1), None).places;
    assert_eq!(places.len(), 1);
    assert!((places[0].at.longitude.abs() - 180.0).abs() < 1e-6, "{:?}", places[0].at);
}
