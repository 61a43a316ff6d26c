//! What always stands beside the co-activity of a pair: a placebo, who follows whom, what the incidents that nobody is named for
//! could change, and the measures for robustness where they were asked for.

use super::super::page::Page;
use crate::analysis::{Measured, PairRow, Robust};
use crate::convergence::FEWEST_NEAR;
use crate::finding::{self, Converging, pair};
use crate::messages::{Message, Messages};
use crate::period::Grain;
use crate::stats::{ALPHA, NotComputed};
use crate::text;

/// Decimals of rates and covariances, which are far below one.
const FINE: usize = 3;

pub(super) fn texts(page: &Page, row: &PairRow, measured: &Measured, found: &Converging) -> Vec<String> {
    let m = page.m;
    let [a, b] = page.analysis.pair_names(row).map(|name| pair::of(m, &name, found.held));
    let mut said = Vec::new();
    said.extend(measured.placebo.filter(|_| !found.could_not_show()).map(|placebo| {
        m.say(Message::PairPlacebo {
            a: a.clone(),
            mean: pair::points(placebo.excess),
            low: pair::points(placebo.lowest),
            high: pair::points(placebo.highest),
        })
    }));
    said.extend((!found.could_not_show()).then(|| order(m, measured, found, [&a, &b])));
    said.push(match measured.bounds {
        Some(bounds) => m.say(Message::PairBounds {
            n: (bounds.unattributed as f64).into(),
            a: a.clone(),
            b: b.clone(),
            as_a: pair::points(bounds.as_a),
            as_b: pair::points(bounds.as_b),
        }),
        None => m.say(Message::PairBoundsNotMeasured {}),
    });
    said.extend(measured.robust.iter().flat_map(|robust| of_robust(page, robust, [&a, &b])));
    vec![said.iter().map(|sentence| finding::sentence_case(sentence)).collect::<Vec<_>>().join(" ")]
}

/// Who follows whom; all days of measured incidents are exact.
fn order(m: &Messages, measured: &Measured, found: &Converging, [a, b]: [&String; 2]) -> String {
    let order = measured.coactivity.order;
    if found.reference.near < FEWEST_NEAR {
        return m.say(Message::PairOrderUnknown {});
    }
    let (a, b, evidence) = (a.clone(), b.clone(), finding::p_and_q(m, order.p, None));
    let beyond = f64::from(order.lead) - order.expected;
    let count = text::count(f64::from(order.lead.abs()));
    m.say(match (order.p <= ALPHA, order.lead > 0) {
        (true, true) if beyond > 0.0 => {
            Message::PairFollows { a, b, count, expected: text::number(order.expected, 1), evidence }
        }
        (true, false) if beyond < 0.0 && order.lead < 0 => {
            Message::PairLeads { a, b, count, expected: text::number(-order.expected, 1), evidence }
        }
        (true | false, true | false) => Message::PairNoOrder { evidence },
    })
}

fn of_robust(page: &Page, robust: &Robust, [a, b]: [&String; 2]) -> Vec<String> {
    let m = page.m;
    let missing = |why: NotComputed| m.say(Message::PairNotRobust { why: finding::why(m, why, Grain::Day) });
    let rate = |value: f64| text::number(value, FINE);
    let hawkes = match &robust.hawkes {
        Ok(fit) => m.say(Message::PairHawkes {
            a: a.clone(),
            b: b.clone(),
            b_by_a: rate(fit.branching.b_by_a),
            a_by_b: rate(fit.branching.a_by_b),
            evidence: finding::p_and_q(m, fit.p, None),
        }),
        Err(why) => missing(*why),
    };
    let covariance = match &robust.covariance {
        Ok(found) => {
            let across = format!("{:.1e}", found.across);
            m.say(Message::PairCovariance { across, evidence: finding::p_and_q(m, found.p, None) })
        }
        Err(why) => missing(*why),
    };
    vec![hawkes, covariance]
}
