//! Chance in words: p and q, what they are worth, intervals, and why something was not computed.

use super::claim::Significance;
use super::words::{count_of_periods, grain};
use crate::messages::{Message, Messages};
use crate::period::Grain;
use crate::stats::{ALPHA, CONFIDENCE, Interval, Judgement, NotComputed};
use crate::text;

/// Below this a probability is not printed as a number: such digits would promise more than the model knows.
const SMALLEST_PRINTED: f64 = 0.0001;

/// A ratio above this is not printed as a number: only that it is so large can be known.
const LARGEST_PRINTED: f64 = 100.0;

/// Expected chance results from which a sentence gives their number.
const WORTH_A_NUMBER: f64 = 0.5;

/// A probability with two digits; with more where two would put it on the other side of [`ALPHA`].
fn digits(p: f64) -> String {
    let decimals = match p {
        p if p >= 0.1 => 2,
        p if p >= 0.01 => 3,
        _ => 4,
    };
    let beside = |decimals: usize| {
        let shown: f64 = format!("{p:.decimals$}").parse().unwrap_or(p);
        (shown <= ALPHA) == (p <= ALPHA)
    };
    let decimals = (decimals..=decimals + 3).find(|&decimals| beside(decimals)).unwrap_or(decimals);
    text::number(p, decimals)
}

/// `p = 0.00012, q = 0.003`: the evidence in the brackets of a sentence.
pub fn p_and_q(m: &Messages, p: f64, q: Option<f64>) -> String {
    let p = match p {
        p if p < SMALLEST_PRINTED => m.say(Message::PBelow { p: text::number(SMALLEST_PRINTED, 4) }),
        p => m.say(Message::PValue { p: digits(p) }),
    };
    let q = q.map(|q| match q {
        q if q < SMALLEST_PRINTED => m.say(Message::QBelow { q: text::number(SMALLEST_PRINTED, 4) }),
        q => m.say(Message::QValue { q: digits(q) }),
    });
    let both: Vec<String> = [Some(p), q].into_iter().flatten().collect();
    m.series(&both)
}

/// `, more than chance explains (p = 0.0003, q = 0.002)`, `, compatible with chance (p = 0.14, q = 0.3)`.
pub(super) fn judged(m: &Messages, found: &Significance) -> String {
    let (evidence, tests) = (p_and_q(m, found.p, found.q), text::count(found.tests as f64));
    let expected = found.expected_by_chance();
    m.say(match found.judgement() {
        Judgement::Clear => Message::JudgedClear { evidence },
        Judgement::Suggestive if expected >= WORTH_A_NUMBER => {
            Message::JudgedSuggestive { n: expected.round().into(), tests, evidence }
        }
        Judgement::Suggestive => Message::JudgedSuggestiveFew { tests, evidence },
        Judgement::WithinChance if found.q.is_none() => Message::JudgedTooSmall { evidence },
        Judgement::WithinChance => Message::JudgedChance { evidence },
    })
}

/// `95 %`.
pub(super) fn level() -> String {
    text::share(CONFIDENCE)
}

/// `+102 %`, with a sign also at nought; a ratio without end is `any`.
fn percent(m: &Messages, ratio: f64) -> String {
    if !ratio.is_finite() {
        return m.say(Message::AnyPercent {});
    }
    if ratio > LARGEST_PRINTED {
        return m.say(Message::MoreThan { number: m.change(LARGEST_PRINTED) });
    }
    if ratio == 1.0 { m.change(1.0 + f64::EPSILON) } else { m.change(ratio) }
}

/// `+25 %` for the estimate of a ratio.
pub(super) fn estimate(m: &Messages, interval: &Interval) -> String {
    percent(m, interval.estimate)
}

/// `95 % interval +102 % to +652 %`, of a ratio.
pub(super) fn interval_percent(m: &Messages, interval: &Interval) -> String {
    m.say(Message::IntervalOf { level: level(), low: percent(m, interval.low), high: percent(m, interval.high) })
}

/// `95 % interval 0.9 to 12`, of any number.
pub(super) fn interval_number(m: &Messages, interval: &Interval, decimals: usize) -> String {
    m.say(Message::IntervalOf {
        level: level(),
        low: text::number(interval.low, decimals),
        high: text::number(interval.high, decimals),
    })
}

/// `95 % interval 0.9 to 12 times as many`; nothing for a ratio to nought, which has no upper end.
pub(super) fn interval_times(m: &Messages, interval: &Interval) -> Option<String> {
    (interval.estimate.is_finite() && interval.high.is_finite()).then(|| {
        m.say(Message::IntervalTimes {
            level: level(),
            low: text::number(interval.low, 1),
            high: match interval.high {
                high if high > LARGEST_PRINTED => m.say(Message::MoreThan { number: text::number(LARGEST_PRINTED, 0) }),
                high => text::number(high, 1),
            },
        })
    })
}

/// Why something was not computed, as a clause: `it rests on one incident with 180 people killed`.
pub fn why(m: &Messages, reason: NotComputed, periods: Grain) -> String {
    m.say(match reason {
        NotComputed::Partial => Message::WhyPartial { grain: grain(m, periods) },
        NotComputed::NoBase => Message::WhyNoBase {},
        NotComputed::Unreported => Message::WhyUnreported {},
        NotComputed::LowerBound => Message::WhyLowerBound {},
        NotComputed::NewSources { share } => Message::WhyNewSources { share: text::share(share) },
        NotComputed::TooShort { have, need } => {
            Message::WhyTooShort { have: count_of_periods(m, periods, have), need: text::count(need as f64) }
        }
        NotComputed::TooFew { have, need } => Message::WhyTooFew { have: text::count(have), need: text::count(need) },
        NotComputed::TooQuiet { have, need, of } => Message::WhyTooQuiet {
            have: text::count(have as f64),
            need: text::count(need as f64),
            of: count_of_periods(m, periods, of),
        },
        NotComputed::Degenerate => Message::WhyDegenerate {},
        NotComputed::NoCycle => Message::WhyNoCycle { grain: grain(m, periods) },
        NotComputed::Provisional => Message::WhyProvisional { grain: grain(m, periods) },
        NotComputed::OneIncident { killed } => {
            Message::WhyOneIncident { killed: m.say(Message::CountKilled { n: killed.into() }) }
        }
        NotComputed::MergedRegion => Message::WhyMergedRegion {},
        NotComputed::CollectionBreak => Message::WhyCollectionBreak {},
        NotComputed::Stale { periods: late } => Message::WhyStale { periods: count_of_periods(m, periods, late) },
        NotComputed::NotShown => Message::WhyNotShown {},
        NotComputed::NoDistribution => Message::WhyNoDistribution {},
    })
}

/// Whether the reason is a guard: the number could be tested, but the counting, not the violence, may have made it.
pub fn guards(reason: NotComputed) -> bool {
    match reason {
        NotComputed::NewSources { .. }
        | NotComputed::Provisional
        | NotComputed::OneIncident { .. }
        | NotComputed::MergedRegion
        | NotComputed::CollectionBreak => true,
        NotComputed::Partial
        | NotComputed::NoBase
        | NotComputed::Unreported
        | NotComputed::LowerBound
        | NotComputed::TooShort { .. }
        | NotComputed::TooFew { .. }
        | NotComputed::TooQuiet { .. }
        | NotComputed::Degenerate
        | NotComputed::NoCycle
        | NotComputed::Stale { .. }
        | NotComputed::NotShown
        | NotComputed::NoDistribution => false,
    }
}

/// `95 % interval 41 % to 49 %`, of a share.
pub(super) fn interval_share(m: &Messages, interval: &Interval) -> String {
    m.say(Message::IntervalOf { level: level(), low: text::share(interval.low), high: text::share(interval.high) })
}
