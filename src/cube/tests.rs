//! Tests: counting a window at a time with what is remembered of keys gives what adding up entry by entry gives.

use super::count::{Days, days};
use super::entry::Entry;
use super::keys::{Part, Share, Spot, Who, places};
use super::*;
use crate::incident::{
    Authorship, Clerk, DatePrecision, Draft, Forces, Incidents, Kind, Member, PlacePrecision, Role, Success, Toll,
};
use crate::measure::{Amount, Tolls, VictimClass};
use crate::names::Class;
use crate::period::{Calendar, Day, Grain, Window};
use crate::source::Attribution;
use proptest::prelude::*;
use std::collections::BTreeMap;
use strum::VariantArray;

/// The numbers from which a row is made up.
type Dice = Vec<usize>;

fn draft<'a>(dice: &Dice, id: &'a str) -> Draft<'a> {
    const GROUPS: [&str; 5] = ["A", "B", "C", "", "Gunmen"];
    const REGIONS: [&str; 3] = ["North", "South", ""];
    let pick = |at: usize, of: usize| dice[at] % of;
    let amount =
        |at: usize| [None, Some(Amount::ZERO), Some(Amount::whole(3)), Amount::parse("0.3333", '.')][pick(at, 4)];
    let member = |at: usize| {
        let name = GROUPS[pick(at, 5)];
        Member {
            family: ["", "Kin"][pick(at + 1, 2)],
            class: if name == "Gunmen" || name.is_empty() { Class::Generic } else { Class::Organisation },
            authorship: [Authorship::Confirmed, Authorship::Suspected][pick(at + 2, 2)],
            ..Member::new(name, Role::VARIANTS[pick(at + 3, Role::VARIANTS.len())])
        }
    };
    let start = Day::from_ymd(2024, 1, 1).expect("a day").plus(pick(0, 120) as i32);
    let members: Vec<Member<'a>> = (0..pick(1, 4)).map(|n| member(2 + n)).collect();
    let mut killed_by = [None; VictimClass::COUNT];
    killed_by[pick(9, VictimClass::COUNT)] = amount(10);
    Draft {
        id,
        end: start.plus([0, 0, 0, 9, 45][pick(11, 5)]),
        date_precision: DatePrecision::Day,
        country: "Nowhere",
        region: REGIONS[pick(12, 3)],
        district: ["", "Ford", "Lake"][pick(13, 3)],
        place_precision: PlacePrecision::VARIANTS[pick(14, PlacePrecision::VARIANTS.len())],
        kind: Kind::VARIANTS[pick(15, Kind::VARIANTS.len())],
        forces: Forces::VARIANTS[pick(16, Forces::VARIANTS.len())],
        success: Success::VARIANTS[pick(17, Success::VARIANTS.len())],
        members,
        tactic: ["", "Ambush", "Bomb"][pick(18, 3)],
        target: ["", "Market"][pick(19, 2)],
        suicide: [None, Some(false), Some(true)][pick(20, 3)],
        killed: Toll::exactly(amount(21)),
        injured: Toll::exactly(amount(22)),
        killed_by,
        arrested: amount(23),
        outlets: [vec![], vec!["Courier"], vec!["Herald", "Courier"]][pick(24, 3)].clone(),
        weight: [Amount::ONE, Amount::whole(2)][pick(25, 8) / 7],
        ..Draft::on(start, 2)
    }
}

fn table(rows: &[Dice]) -> Incidents {
    let mut clerk = Clerk::default();
    rows.iter().enumerate().for_each(|(at, dice)| clerk.push(&draft(dice, &at.to_string())));
    let mut incidents = Incidents::default();
    incidents.append(clerk.sheet(), 0);
    incidents.settle();
    incidents
}

/// Every row's entry under every key it has, one after the other.
fn one_by_one(incidents: &Incidents, counted: &[bool], spec: &Spec) -> Cube {
    let mut sums: BTreeMap<(Key, u32), Entry> = BTreeMap::new();
    for row in incidents.rows().iter().filter(|row| counted[row.index]) {
        let whole = piece::whole(row, spec);
        let pieces = match days(row, spec) {
            Days::One(day) => spec.calendar.find(day).map(|at| (at as u32, whole)).into_iter().collect(),
            Days::Several(days) => piece::spread(days, &whole, spec),
        };
        let who = Who::of(row.act(), row.cast(), spec);
        let placed = places(row.kind(), Spot::of(row.site(), spec), spec);
        let placed = placed.into_iter().map(|(key, part)| (key, part, Share::All));
        let inside = who.inside.iter().map(|&(inside, share)| (inside.of(row.region()), Part::Cell, share));
        let keys: Vec<(Key, Part, Share)> = who.keys.iter().copied().chain(placed).chain(inside).collect();
        for (window, entry) in pieces {
            let parts = match spec.attribution {
                Attribution::Fractional => piece::split(&entry, who.members.len()),
                Attribution::Involved | Attribution::First | Attribution::Initiator => {
                    vec![entry.clone(); who.members.len()]
                }
            };
            for &(key, part, share) in &keys {
                let mut of = match (share, spec.attribution) {
                    (Share::Member(at), _) => parts[at].clone(),
                    (Share::Family(family), Attribution::Fractional) => {
                        let mut sum = Entry::default();
                        let kin = who.members.iter().zip(&parts).filter(|((_, of, _), _)| *of == family);
                        kin.for_each(|(_, part)| sum.add(part));
                        sum
                    }
                    (Share::All | Share::Family(_), _) => entry.clone(),
                };
                if part == Part::Cell {
                    of = Entry { cell: of.cell, ..Entry::default() };
                }
                let every = key.facet.of_every_kind().map(|facet| Key { facet, ..key });
                for key in [key].into_iter().chain(every) {
                    sums.entry((key, window)).or_default().add(&of);
                }
            }
        }
    }
    let mut cells: BTreeMap<Key, Vec<(u32, Entry)>> = BTreeMap::new();
    sums.into_iter().for_each(|((key, window), entry)| cells.entry(key).or_default().push((window, entry)));
    Cube::of(cells.into_iter().map(|(key, entries)| (key, entries.into_iter().collect())))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn counting_is_adding_up_row_by_row(
        rows in prop::collection::vec(prop::collection::vec(0usize..10_000, 26), 1..60),
        left_out in 0usize..60,
    ) {
        let incidents = table(&rows);
        let novelty = Novelty::of(&incidents);
        let span = Window::new(Day::from_iso("2024-01-01").expect("a day"), Day::from_iso("2024-04-10").expect("a day"));
        let span = span.expect("in order");
        let counted: Vec<bool> = (0..incidents.len()).map(|row| row != left_out).collect();
        for grain in [Grain::Month, Grain::Day] {
            let calendar = Calendar::periods(grain, span);
            for &attribution in Attribution::VARIANTS {
                for &multi_day in MultiDay::VARIANTS {
                    for detail in [Detail::Whole, Detail::Ledgers, Detail::Everything] {
                        let spec = Spec {
                            detail,
                            calendar: &calendar,
                            attribution,
                            multi_day,
                            tolls: Tolls::PerIncident,
                            novelty: &novelty,
                            until: span.end(),
                        };
                        let expected = one_by_one(&incidents, &counted, &spec);
                        prop_assert_eq!(count(&incidents, &counted, &spec), expected, "{:?} {:?}", attribution, multi_day);
                    }
                }
            }
        }
    }
}
