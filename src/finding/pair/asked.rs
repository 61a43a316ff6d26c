//! How many pairs of groups were asked, in words.

use crate::finding::{PairsAsked, PairsOf, Significance, sentence_case};
use crate::messages::{Message, Messages};
use crate::text;

/// How many pairs were asked, and what came of it: one sentence a scope.
pub(in crate::finding) fn tested(m: &Messages, asked: &[PairsAsked]) -> String {
    let scopes: Vec<String> = asked.iter().map(|one| of_scope(m, one)).collect();
    if scopes.is_empty() { m.say(Message::PairsNone {}) } else { scopes.join(" ") }
}

fn of_scope(m: &Messages, asked: &PairsAsked) -> String {
    let count = |n: usize| text::count(n as f64);
    let of = m.say(match asked.of {
        PairsOf::Group => Message::PairsOfGroups {},
        PairsOf::Family => Message::PairsOfFamilies {},
        PairsOf::GroupFamily => Message::PairsOfBoth {},
    });
    let all = Significance { p: 1.0, q: None, tests: asked.tests };
    let measured = match asked.tests {
        0 => m.say(Message::PairsNoTest { of, pairs: count(asked.pairs), measured: count(asked.measured) }),
        tests => m.say(Message::PairsMeasured {
            of,
            pairs: count(asked.pairs),
            measured: count(asked.measured),
            tests: count(tests),
            nominal: count(asked.nominal),
            expected: text::number(all.expected_by_chance(), 1),
            clear: count(asked.clear),
        }),
    };
    let rises = || {
        let (tests, nominal, clear) = (count(asked.rises), count(asked.rises_nominal), count(asked.rises_clear));
        m.say(Message::PairsRises { tests, nominal, clear })
    };
    let reasons = [
        (asked.too_few, Message::PairsTooFew { n: (asked.too_few as f64).into() }),
        (asked.no_direction, Message::PairsNoDirection { n: (asked.no_direction as f64).into() }),
        (asked.too_few_offensives, Message::PairsTooFewOffensives { n: (asked.too_few_offensives as f64).into() }),
    ];
    let reasons: Vec<String> = reasons.into_iter().filter(|(n, _)| *n > 0).map(|(_, said)| m.say(said)).collect();
    let mut said = vec![sentence_case(&measured)];
    said.extend((asked.rises > 0).then(rises));
    said.extend((asked.tests > 0).then(|| m.say(Message::PairsSaid { n: (asked.said as f64).into() })));
    said.extend((!reasons.is_empty()).then(|| m.say(Message::PairsNotMeasured { reasons: m.list(&reasons) })));
    said.extend((asked.groups_left_out > 0).then(|| {
        let n = (asked.groups_left_out as f64).into();
        m.say(Message::PairsGroupsLeftOut { n, first: count(asked.groups_paired) })
    }));
    said.extend(
        (asked.pairs_left_out > 0)
            .then(|| m.say(Message::PairsDirectLeftOut { n: (asked.pairs_left_out as f64).into() })),
    );
    said.join(" ")
}
