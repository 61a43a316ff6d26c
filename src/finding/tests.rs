//! The sentences of findings that rest on tests, word for word.

mod change;
mod inferred;
mod pair;

use super::*;
use crate::measure::Measure;
use crate::messages::ENGLISH;
use crate::period::{Day, Grain, Period};
use crate::stats::{Certainty, Change, ChangeTest, Interval, NotComputed};

pub(super) fn month(text: &str) -> Period {
    Period::containing(Day::from_iso(&format!("{text}-01")).expect("a date"), Grain::Month)
}

pub(super) fn about(subject: Subject, claim: Claim) -> Finding {
    Finding {
        source: "ledger".to_owned(),
        title: "Ledger of Tavia".to_owned(),
        subject,
        period: month("2026-10"),
        claim,
        evidence: Vec::new(),
        caveats: Vec::new(),
        weight: 1.0,
    }
}

pub(super) fn all(claim: Claim) -> Finding {
    about(Subject::All("Tavia".to_owned()), claim)
}

pub(super) fn kess(claim: Claim) -> Finding {
    let place = Place { country: "Tavia".to_owned(), region: "Kess".to_owned(), shown: "Kess".to_owned() };
    about(Subject::Region(place), claim)
}

pub(super) fn said(finding: &Finding) -> String {
    sentence(&ENGLISH, finding)
}

/// A change of October against September, compared as if both had 30 days.
pub(super) fn change(base: f64, current: f64) -> Change {
    Change {
        current,
        base,
        current_days: 30,
        base_days: 30,
        absolute: current - base,
        ratio: (base > 0.0).then(|| current / base),
        plain_ratio: (base >= 10.0).then(|| current / base),
        certainty: Certainty::Exact,
    }
}

pub(super) fn evidence(estimate: f64, low: f64, high: f64, p: f64) -> crate::stats::Evidence {
    let ratio = Interval::new(estimate, low, high);
    crate::stats::Evidence { ratio, p, smallest_p: 1e-9, test: ChangeTest::Poisson, dispersion: 1.0, history: 36 }
}

pub(super) fn significance(p: f64, q: f64, tests: usize) -> Significance {
    Significance { p, q: Some(q), tests }
}

pub(super) fn moved(base: f64, current: f64, (low, high): (f64, f64), p: f64, q: f64) -> Movement {
    let tested = Tested {
        evidence: evidence(current / base, low, high, p),
        significance: significance(p, q, 40),
        without_deadliest: None,
    };
    Movement { measure: Measure::Incidents, result: Ok(change(base, current)), tested: Ok(tested) }
}

pub(super) fn withheld(base: f64, current: f64, reason: NotComputed) -> Movement {
    Movement { measure: Measure::Incidents, result: Ok(change(base, current)), tested: Err(reason) }
}
