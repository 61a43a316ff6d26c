//! Rows of the input in words: the filters of the run, why rows are rejected, and what is odd in those that count.

use crate::cube::Selection;
use crate::finding;
use crate::messages::{Form, Message, Messages};
use crate::source::{Issue, Rejection};

/// The filters of a run, each with its values; empty where nothing is left out.
pub(super) fn filters(m: &Messages, selection: &Selection) -> String {
    let Selection { since, until, groups, regions, countries, kinds, tactics, targets } = selection;
    let names = |names: &[String]| (!names.is_empty()).then(|| m.series(names));
    let kinds: Vec<String> = kinds.iter().map(|&kind| finding::of_kind(m, Some(kind), Form::ONE)).collect();
    let said = [
        names(groups).map(|names| Message::FilterGroups { names }),
        names(regions).map(|names| Message::FilterRegions { names }),
        names(countries).map(|names| Message::FilterCountries { names }),
        names(&kinds).map(|names| Message::FilterKinds { names }),
        names(tactics).map(|names| Message::FilterTactics { names }),
        names(targets).map(|names| Message::FilterTargets { names }),
        since.map(|day| Message::FilterSince { day: day.to_string() }),
        until.map(|day| Message::FilterUntil { day: day.to_string() }),
    ];
    m.clauses(&said.into_iter().flatten().map(|filter| m.say(filter)).collect::<Vec<_>>())
}

/// Why a row is no incident that can be counted.
pub(super) fn rejection(m: &Messages, reason: Rejection) -> String {
    m.say(match reason {
        Rejection::FieldCount { expected, found } => {
            Message::RejectedFieldCount { found: found.to_string(), expected: expected.to_string() }
        }
        Rejection::BrokenQuote => Message::RejectedBrokenQuote {},
        Rejection::CutOff => Message::RejectedCutOff {},
        Rejection::Undecodable => Message::RejectedUndecodable {},
        Rejection::NoDate => Message::RejectedNoDate {},
        Rejection::UnreadableDate => Message::RejectedUnreadableDate {},
        Rejection::ImpossibleDate => Message::RejectedImpossibleDate {},
    })
}

/// What is odd in a row, and what was done with the value.
pub(super) fn issue(m: &Messages, issue: Issue) -> [String; 2] {
    let (what, done) = match issue {
        Issue::NotANumber => (Message::IssueNotANumber {}, Message::EffectMadeUnknown {}),
        Issue::NegativeNumber => (Message::IssueNegativeNumber {}, Message::EffectMadeUnknown {}),
        Issue::CoordinateOutOfRange => (Message::IssueCoordinateOutOfRange {}, Message::EffectMadeUnknown {}),
        Issue::LowAboveBest => (Message::IssueLowAboveBest {}, Message::EffectKept {}),
        Issue::BestAboveHigh => (Message::IssueBestAboveHigh {}, Message::EffectKept {}),
        Issue::LargeToll => (Message::IssueLargeToll {}, Message::EffectKept {}),
        Issue::PartsDisagree => (Message::IssuePartsDisagree {}, Message::EffectKept {}),
        Issue::EndBeforeStart => (Message::IssueEndBeforeStart {}, Message::EffectEndIsStart {}),
        Issue::YearDisagrees => (Message::IssueYearDisagrees {}, Message::EffectDateUsed {}),
        Issue::UnknownCode => (Message::IssueUnknownCode {}, Message::EffectReadAsUnknown {}),
        Issue::NearDuplicate => (Message::IssueNearDuplicate {}, Message::EffectKept {}),
    };
    [m.say(what), m.say(done)]
}
