//! The relation of two groups over all combinations of roles, kinds, forces, claims and sides.

use super::*;
use crate::incident::{Clerk, Draft, Incidents, Member, Standing};
use crate::names::{Class, Pool};
use crate::period::Day;
use strum::VariantArray;

/// Names of their own, and a family `F` of two of them.
struct People {
    pool: Pool,
}

impl People {
    fn new() -> People {
        People { pool: Pool::default() }
    }

    fn group(&mut self, text: &str) -> Named {
        Named::Group(self.pool.intern(text))
    }

    fn one(&mut self, text: &str, role: Role) -> Participant {
        Participant {
            group: self.pool.intern(text),
            family: Name::NONE,
            class: Class::Organisation,
            role,
            authorship: Authorship::Confirmed,
            standing: Standing::Group,
            side: StatedSide::Unstated,
            rank: 0,
        }
    }

    /// `F1` and `F2` are of the family `F`.
    fn kin(&mut self, text: &str, role: Role) -> Participant {
        let family = self.pool.intern("F");
        Participant { family, ..self.one(text, role) }
    }
}

fn told(cast: Vec<Participant>, kind: Kind, forces: Forces, claim: ClaimState, a: Named, b: Named) -> Option<Direct> {
    let cast = Cast::new(cast);
    let scene = Scene { cast: &cast, kind, forces, claim };
    let there = direct(scene, a, b);
    assert_eq!(there, direct(scene, b, a), "which of the two is asked for first makes no difference");
    there
}

const ROLES: [Role; 4] = [Role::Initiator, Role::Target, Role::Party, Role::Ally];

/// Two groups and nobody else, by the kind of the incident: without state forces | with them. No sides are stated.
/// The third column is that of clashes, the second that of all other violence of which sides are known.
const TABLE: [((Role, Role), &str, &str); 10] = [
    ((Role::Initiator, Role::Initiator), "both_initiators", "both_initiators"),
    ((Role::Initiator, Role::Target), "initiator_and_target", "initiator_and_target"),
    ((Role::Initiator, Role::Party), "sides_not_stated", "sides_not_stated"),
    ((Role::Initiator, Role::Ally), "initiator_and_ally", "initiator_and_ally"),
    ((Role::Target, Role::Target), "both_targets", "both_targets"),
    ((Role::Target, Role::Party), "sides_not_stated", "sides_not_stated"),
    ((Role::Target, Role::Ally), "ally_of_unknown_side", "ally_of_unknown_side"),
    ((Role::Party, Role::Party), "sides_not_stated", "two_parties|parties_against_forces"),
    ((Role::Party, Role::Ally), "ally_of_unknown_side", "party_and_ally|ally_of_unknown_side"),
    ((Role::Ally, Role::Ally), "ally_of_unknown_side", "ally_of_unknown_side"),
];

#[test]
fn every_combination_of_roles_kinds_forces_and_claims_is_decided() {
    let mut people = People::new();
    let (a, b) = (people.group("A"), people.group("B"));
    let mut seen = 0;
    for (at, &p) in ROLES.iter().enumerate() {
        for &q in &ROLES[at..] {
            let known = TABLE.iter().find(|(roles, ..)| *roles == (p, q));
            let (_, usual, clash) = known.expect("every pair of roles is in the table");
            for &kind in Kind::VARIANTS {
                for &forces in Forces::VARIANTS {
                    for &claim in ClaimState::VARIANTS {
                        let cast = vec![people.one("A", p), people.one("B", q)];
                        let found = told(cast, kind, forces, claim, a, b).expect("both are named");
                        let (without, with) = match kind {
                            Kind::Other => ("not_violent", "not_violent"),
                            Kind::Undetermined => ("sides_not_stated", "sides_not_stated"),
                            Kind::Clash => clash.split_once('|').unwrap_or((clash, clash)),
                            Kind::Attack | Kind::Operation | Kind::StateViolence | Kind::Interstate => (*usual, *usual),
                        };
                        let expected = if forces == Forces::None { without } else { with };
                        let expected = match (expected, claim) {
                            ("both_initiators", ClaimState::Competing) => "two_claims",
                            (other, _) => other,
                        };
                        assert_eq!(found.basis.id(), expected, "{p:?} {q:?} {kind:?} {forces:?} {claim:?}");
                        seen += 1;
                    }
                }
            }
        }
    }
    assert_eq!(seen, 10 * 7 * 3 * 5);
}

#[test]
fn sides_that_the_source_writes_decide_what_roles_leave_open() {
    let mut people = People::new();
    let (a, b) = (people.group("A"), people.group("B"));
    let cases = [
        (Kind::Clash, (Role::Party, Role::Party), "parties_on_one_side", "two_parties"),
        (Kind::Clash, (Role::Party, Role::Ally), "party_and_ally", "opposing_sides"),
        (Kind::Attack, (Role::Initiator, Role::Ally), "initiator_and_ally", "opposing_sides"),
        (Kind::Operation, (Role::Target, Role::Ally), "target_and_ally", "opposing_sides"),
        (Kind::StateViolence, (Role::Ally, Role::Ally), "both_allies", "opposing_sides"),
        (Kind::Other, (Role::Party, Role::Ally), "not_violent", "not_violent"),
    ];
    for (kind, (p, q), together, apart) in cases {
        for (first, second, expected) in [
            (StatedSide::First, StatedSide::First, together),
            (StatedSide::Second, StatedSide::Second, together),
            (StatedSide::First, StatedSide::Second, apart),
            (StatedSide::Second, StatedSide::First, apart),
        ] {
            // A militia beside the army is no friend of whom the army fights.
            for forces in [Forces::None, Forces::Domestic] {
                let cast = vec![
                    Participant { side: first, ..people.one("A", p) },
                    Participant { side: second, rank: 1, ..people.one("B", q) },
                ];
                let found = told(cast, kind, forces, ClaimState::Unknown, a, b).expect("both are named");
                assert_eq!(found.basis.id(), expected, "{kind:?} {p:?} {q:?} {first:?} {second:?}");
            }
        }
    }
}

#[test]
fn a_third_group_can_leave_it_open_whose_ally_it_was() {
    let mut people = People::new();
    let (a, b) = (people.group("A"), people.group("B"));
    let ask =
        |cast: Vec<Participant>, kind, claim| told(cast, kind, Forces::None, claim, a, b).map(|found| found.basis.id());
    let attack = |people: &mut People, third| {
        vec![people.one("A", Role::Initiator), people.one("B", Role::Ally), people.one("C", third)]
    };
    let unknown = ClaimState::Unknown;
    assert_eq!(ask(attack(&mut people, Role::Target), Kind::Attack, unknown), Some("ally_of_unknown_side"));
    assert_eq!(ask(attack(&mut people, Role::Initiator), Kind::Attack, unknown), Some("initiator_and_ally"));
    assert_eq!(
        ask(attack(&mut people, Role::Initiator), Kind::Attack, ClaimState::Competing),
        Some("ally_of_unknown_side"),
        "an ally of one of two that claim it"
    );
    let clash =
        |people: &mut People, q, third| vec![people.one("A", Role::Party), people.one("B", q), people.one("C", third)];
    assert_eq!(ask(clash(&mut people, Role::Ally, Role::Party), Kind::Clash, unknown), Some("ally_of_unknown_side"));
    assert_eq!(ask(clash(&mut people, Role::Party, Role::Party), Kind::Clash, unknown), Some("several_parties"));
    let allies = vec![people.one("A", Role::Ally), people.one("B", Role::Ally), people.one("C", Role::Initiator)];
    assert_eq!(ask(allies, Kind::Attack, unknown), Some("both_allies"));
    assert_eq!(ask(vec![people.one("A", Role::Initiator)], Kind::Attack, unknown), None);
}

#[test]
fn a_family_is_every_group_of_it_and_nothing_stands_beside_itself() {
    let mut people = People::new();
    let (a, f1, f) = (people.group("A"), people.group("F1"), Named::Family(people.pool.intern("F")));
    let ask = |cast: Vec<Participant>, a, b| {
        told(cast, Kind::Attack, Forces::None, ClaimState::Unknown, a, b).map(|found| found.basis.id())
    };
    let two = vec![people.kin("F1", Role::Initiator), people.kin("F2", Role::Initiator)];
    assert_eq!(ask(two.clone(), f, f), None, "a family with itself");
    assert_eq!(ask(two.clone(), f1, f1), None, "a group with itself");
    assert_eq!(ask(two.clone(), f1, f), None, "a group with its own family");
    assert_eq!(ask(two.clone(), a, f), None);
    assert_eq!(ask(two, f, Named::Family(Name::NONE)), None, "no family is no family");
    let with = |people: &mut People, roles: [Role; 2]| {
        vec![people.one("A", Role::Initiator), people.kin("F1", roles[0]), people.kin("F2", roles[1])]
    };
    assert_eq!(ask(with(&mut people, [Role::Initiator, Role::Initiator]), a, f), Some("both_initiators"));
    assert_eq!(ask(with(&mut people, [Role::Initiator, Role::Target]), a, f), Some("on_both_sides"));
    assert_eq!(ask(with(&mut people, [Role::Ally, Role::Target]), a, f), Some("initiator_and_target"));
    assert_eq!(ask(with(&mut people, [Role::Initiator, Role::Party]), a, f), Some("both_initiators"));
}

#[test]
fn what_takes_a_suspected_attribution_is_suspected() {
    let mut people = People::new();
    let (a, f) = (people.group("A"), Named::Family(people.pool.intern("F")));
    let suspected = |p: Participant| Participant { authorship: Authorship::Suspected, ..p };
    let ask = |cast| told(cast, Kind::Attack, Forces::None, ClaimState::Unknown, a, f).map(|found| found.authorship);
    let role = Role::Initiator;
    let doubted = vec![people.one("A", role), suspected(people.kin("F1", role))];
    assert_eq!(ask(doubted.clone()), Some(Authorship::Suspected));
    let sure = [doubted, vec![people.kin("F2", role)]].concat();
    assert_eq!(ask(sure), Some(Authorship::Confirmed), "another group of the family surely took part");
}

#[test]
fn a_ledger_is_by_day_and_id() {
    let day = |text: &str| Day::from_iso(text).expect("a day");
    let mut clerk = Clerk::default();
    let both = ["A", "B"];
    for (id, date, names) in [
        ("9", "2024-02-01", &both[..]),
        ("2", "2024-03-01", &both[..1]),
        ("7", "2024-01-01", &both[..]),
        ("1", "2024-02-01", &both[..]),
    ] {
        let members = names.iter().map(|name| Member::new(name, Role::Initiator)).collect();
        clerk.push(&Draft { id, members, ..Draft::on(day(date), 2) });
    }
    let mut incidents = Incidents::default();
    incidents.append(clerk.sheet(), 0);
    incidents.settle();
    let [a, b] = both.map(|name| Named::Group(incidents.pool.find(name).expect("it is named")));
    let rows = incidents.rows();
    let entries = ledger(rows.iter(), a, b);
    let ids: Vec<String> = entries.iter().map(|entry| rows.get(entry.row).id()).collect();
    assert_eq!(ids, ["7", "1", "9"]);
    assert!(entries.iter().all(|entry| entry.relation() == Relation::Joint));
}
