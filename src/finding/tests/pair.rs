//! The sentences of pairs of groups, word for word: each must survive being quoted alone.

use super::*;
use crate::convergence::{Answer, Cell, Space};
use crate::finding::pair::{co_activity, detectable};
use crate::stats::Judgement;

fn answer(space: Space, days: i32, (near, taken): (u32, u32), expected: f64, p: f64) -> Answer {
    Answer { cell: Cell { space, days }, taken, near, expected, p }
}

/// Twenty-four of 193 where chance brings 13: alone more than chance, among 23 pairs not.
fn suggestive() -> Converging {
    Converging {
        held: Held::Attacks,
        reference: answer(Space::Within(10.0), 3, (24, 193), 12.8, 0.0009),
        interval: Some((0.0144, 0.1128)),
        detectable: Some(0.0543),
        significance: significance(0.0028, 0.0644, 23),
        judgement: Judgement::Suggestive,
        strongest: None,
        onset: None,
        direct: DirectCounts::default(),
    }
}

fn onset(judgement: Judgement) -> Onset {
    let q = if judgement == Judgement::Clear { 0.036 } else { 0.21 };
    Onset {
        month: month("2024-07"),
        before: 0.0006,
        after: 0.1501,
        significance: significance(0.018, q, 2),
        judgement,
        slope: 0.039,
        trend: significance(0.012, 0.024, 2),
        direct: DirectCounts { joint: 30, competing: 3, ..DirectCounts::default() },
    }
}

fn pair_of(found: Converging) -> Finding {
    about(Subject::Pair("Kite".to_owned(), "Shore".to_owned()), Claim::Converging(Box::new(found)))
}

#[test]
fn a_rise_is_dated_and_the_whole_time_stands_beside_it() {
    let direct = DirectCounts { joint: 32, competing: 3, ..DirectCounts::default() };
    let finding = pair_of(Converging { onset: Some(onset(Judgement::Clear)), direct, ..suggestive() });
    assert_eq!(
        said(&finding),
        "Since about July 2024, attacks by Shore have fallen within 10 km and 3 days of attacks by Kite more often than their \
         places and rhythms explain: 15 percentage points more than chance, against none before (p = 0.018, q = 0.036 among 2 \
         such pairs). Over the whole time 24 of 193 do, where places and rhythms alone bring 12.8: an excess of 5.8 percentage \
         points. On its own that is more than chance usually brings (95 % interval 1.4 to 11 points; p = 0.0028, q = 0.064 \
         among 23 such pairs), but it does not hold once all such pairs are taken into account. Of incidents that name both, 32 \
         have them on one side (30 of them since July 2024); 3 have competing claims; none is a clash between them. Being near \
         is not acting together."
    );
    assert_eq!(finding.claim.strength(), Strength::Clear);
    assert_eq!(finding.key(), "converging: Kite × Shore");
}

#[test]
fn those_who_fight_each_other_are_said_to_first() {
    let direct = DirectCounts { hostile: 14, ..DirectCounts::default() };
    let said = said(&pair_of(Converging { direct, ..suggestive() }));
    let head = "Kite and Shore are on opposite sides in 14 incidents: they have fought each other, and rivals are near each \
                other too.";
    assert!(said.starts_with(head), "{said}");
    assert!(!said.contains("on one side") && !said.contains("none is a clash"), "{said}");
}

#[test]
fn what_rests_on_two_incidents_or_on_clashes_says_so() {
    let found = Converging {
        held: Held::Involved,
        reference: answer(Space::SameDistrict, 3, (2, 47), 0.8, 0.099),
        interval: Some((-0.011, 0.128)),
        significance: significance(0.027, 0.027, 1),
        strongest: Some(answer(Space::Within(10.0), 7, (4, 47), 1.7, 0.0099)),
        ..suggestive()
    };
    assert_eq!(
        said(&pair_of(found)),
        "2 of 47 incidents involving Shore lie in the same district as, and within 3 days of, incidents involving Kite, where \
         places and rhythms alone bring 0.8: an excess of 2.6 percentage points (95 % interval -1.1 to 13 points). Over all \
         distances and numbers of days asked, more is near than chance usually brings (p = 0.027, q = 0.027, the only such pair \
         tested), most clearly within 10 km and 7 days, where 4 of 47 are near and chance brings 1.7; but only 2 are near where \
         10 are needed to say so, the interval reaches to nought and clashes are counted, whose day and place are mostly the \
         other side's choice. No incident names both. Being near is not acting together."
    );
}

#[test]
fn a_rise_that_may_be_chance_may_only_have_risen() {
    let found = Converging { onset: Some(onset(Judgement::Suggestive)), ..suggestive() };
    let said = said(&pair_of(found));
    assert!(said.starts_with("Since about July 2024, attacks by Shore may have fallen within 10 km"), "{said}");
    assert!(said.contains("but it does not hold once all such pairs are taken into account."), "{said}");
    // A fall below chance that ends is no rise above it.
    let below = Onset { before: -0.1, after: -0.01, ..onset(Judgement::Suggestive) };
    assert_eq!(Converging { onset: Some(below), ..suggestive() }.rise(), None);
}

#[test]
fn no_evidence_is_not_no_link() {
    let found = Converging {
        reference: answer(Space::Within(10.0), 3, (1, 66), 1.8, 0.89),
        interval: Some((-0.027, 0.052)),
        detectable: Some(0.072),
        significance: significance(0.7, 1.0, 23),
        judgement: Judgement::WithinChance,
        ..suggestive()
    };
    let m = &ENGLISH;
    assert_eq!(
        co_activity(m, "Kite", "Shore", &found),
        "1 of 66 attacks by Shore lies within 10 km and 3 days of attacks by Kite, where places and rhythms alone bring 1.8: 1.2 \
         percentage points fewer, compatible with chance (95 % interval -2.7 to 5.2 points; p = 0.7, q = 1 among 23 such pairs)."
    );
    assert_eq!(
        detectable(m, &found),
        "An excess of 7.2 percentage points or more would have been seen in four of five cases, a smaller one less often: that \
         none is seen is no evidence that there is no link."
    );
    let never = Converging {
        reference: answer(Space::Within(10.0), 3, (0, 66), 0.0, 1.0),
        significance: Significance { p: 1.0, q: None, tests: 23 },
        ..found
    };
    assert_eq!(
        co_activity(m, "Kite", "Shore", &never),
        "none of 66 attacks by Shore lies within 10 km and 3 days of attacks by Kite, where places and rhythms alone bring 0. On \
         no other days would more or fewer have been near, so that days cannot show a link between the two."
    );
}

#[test]
fn how_many_pairs_were_asked_is_said_with_what_chance_would_bring() {
    let asked = PairsAsked {
        of: PairsOf::Group,
        pairs: 121,
        measured: 120,
        tests: 23,
        nominal: 1,
        clear: 0,
        said: 1,
        rises: 2,
        rises_nominal: 1,
        rises_clear: 1,
        no_direction: 0,
        too_few: 1,
        too_few_offensives: 0,
        groups_left_out: 0,
        groups_paired: 0,
        pairs_left_out: 0,
    };
    let finding = all(Claim::PairsTested(vec![asked]));
    assert_eq!(
        said(&finding),
        "Pairs of organisations: 121 looked at, 120 measured, of which 23 could show a link in place and time at all; p is up \
         to 5 % in 1 of these, where chance alone would bring about 1.2, and q is up to 5 % in 0. A rise could be tested in 2: \
         p is up to 5 % in 1, q is up to 5 % in 1. Something is said of 1 of them without reserve. Not measured: 1 \
         with too few incidents of an exact day and place."
    );
    assert_eq!(finding.numbers()[0].name, "group_pairs");
}
