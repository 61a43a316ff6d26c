//! Words that recipes share: what is counted, whose it is, and when.

use super::Subject;
use crate::analysis::Analysis;
use crate::cube::{Facet, Key, Scope};
use crate::figure::Ink;
use crate::finding;
use crate::incident::{Kind, Role};
use crate::messages::{Form, Message, Messages, Quantity};
use crate::names::UNATTRIBUTED;
use crate::period::{Grain, Period};
use crate::series::Finality;
use crate::text;

/// Regions or countries named in a title; more are left to the subtitle.
const NAMED_PLACES: usize = 2;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    Incident,
    Of(Kind),
    /// Not the incidents but those killed in them.
    Dead,
}

impl Noun {
    /// What a facet counts; a run that has a single kind calls it by its name.
    pub(super) fn of(analysis: &Analysis, kind: Option<Kind>) -> Noun {
        match (kind, analysis.kinds().as_slice()) {
            (Some(kind), _) => Noun::Of(kind),
            (None, &[kind]) if kind != Kind::Undetermined => Noun::Of(kind),
            (None, _) => Noun::Incident,
        }
    }

    /// `attack`.
    pub(super) fn one(self, m: &Messages) -> String {
        self.alone(m, Form::ONE)
    }

    /// `attacks`.
    pub(super) fn many(self, m: &Messages) -> String {
        self.alone(m, Form::MANY)
    }

    /// `Attacks`.
    pub(super) fn heading(self, m: &Messages) -> String {
        text::capital(&self.many(m))
    }

    fn alone(self, m: &Messages, form: Form) -> String {
        let n = Quantity { text: String::new(), form };
        m.say(match self {
            Noun::Incident => Message::NounIncident { n },
            Noun::Of(Kind::Attack) => Message::NounAttack { n },
            Noun::Of(Kind::Operation) => Message::NounOperation { n },
            Noun::Of(Kind::StateViolence) => Message::NounStateViolence { n },
            Noun::Of(Kind::Clash) => Message::NounClash { n },
            Noun::Of(Kind::Interstate) => Message::NounInterstate { n },
            Noun::Of(Kind::Undetermined) => Message::NounUndetermined { n },
            Noun::Of(Kind::Other) => Message::NounOther { n },
            Noun::Dead => Message::NounDead { n },
        })
    }

    /// `1 attack`, `112 attacks`, `no attacks`.
    pub(super) fn count(self, m: &Messages, value: f64) -> String {
        let n = Quantity::from(value);
        m.say(match self {
            Noun::Incident => Message::SomeIncident { n },
            Noun::Of(Kind::Attack) => Message::SomeAttack { n },
            Noun::Of(Kind::Operation) => Message::SomeOperation { n },
            Noun::Of(Kind::StateViolence) => Message::SomeStateViolence { n },
            Noun::Of(Kind::Clash) => Message::SomeClash { n },
            Noun::Of(Kind::Interstate) => Message::SomeInterstate { n },
            Noun::Of(Kind::Undetermined) => Message::SomeUndetermined { n },
            Noun::Of(Kind::Other) => Message::SomeOther { n },
            Noun::Dead => Message::SomeDead { n },
        })
    }
}

/// The subject as a name.
pub(super) fn name(m: &Messages, analysis: &Analysis, subject: Subject) -> String {
    match subject {
        Subject::All => m.say(Message::ChartAllIncidents {}),
        Subject::Group(group) if group.is_none() => m.say(Message::ChartUnattributed {}),
        Subject::Pair(a, b) => m.list(&[a, b].map(|one| analysis.text(one.name()))),
        Subject::Group(_) | Subject::Region(_) => plain_name(analysis, subject),
    }
}

/// The same in every language: what file names are made of.
pub(super) fn plain_name(analysis: &Analysis, subject: Subject) -> String {
    match subject {
        Subject::All => String::new(),
        Subject::Group(group) if group.is_none() => UNATTRIBUTED.to_owned(),
        Subject::Group(group) => analysis.text(group).to_owned(),
        Subject::Region(region) => analysis.region_name(region),
        Subject::Pair(a, b) => [a, b].map(|one| analysis.text(one.name())).join(" "),
    }
}

/// The scope of a subject in the cube. Of a pair nothing is counted there; its time is that of everything.
pub(super) fn scope(subject: Subject) -> Scope {
    match subject {
        Subject::All | Subject::Pair(..) => Scope::All,
        Subject::Group(group) => Scope::Group(group),
        Subject::Region(region) => Scope::Region(region),
    }
}

/// The series of all incidents of a subject.
pub(super) fn whole(subject: Subject) -> Key {
    Key { scope: scope(subject), facet: Facet::ALL }
}

/// The ink of a subject: a group has one colour for the whole run, by its rank among all groups; what is counted of all and of
/// regions is blue.
pub(super) fn ink(analysis: &Analysis, subject: Subject) -> Ink {
    match subject {
        Subject::All | Subject::Region(_) | Subject::Pair(..) => Ink::Count,
        Subject::Group(group) if group.is_none() => Ink::Unattributed,
        Subject::Group(group) => {
            let rank = analysis.groups.iter().position(|g| g.name == group).unwrap_or(0);
            // Colours repeat long before a byte does.
            Ink::Category((rank % 256) as u8)
        }
    }
}

/// The facet of every kind, or of one.
pub(super) fn facet(kind: Option<Kind>) -> Facet {
    kind.map_or(Facet::ALL, Facet::kind)
}

/// What follows the noun in a title: ` involving X`, ` in Ilmaray`, ` in Tarvesia`, with the filters of the run.
pub(super) fn about(m: &Messages, analysis: &Analysis, subject: Subject) -> String {
    let place = match subject {
        Subject::Region(_) => Some(name(m, analysis, subject)),
        Subject::Group(_) if analysis.policy.selection.regions.is_empty() => None,
        Subject::All | Subject::Group(_) | Subject::Pair(..) => place(m, analysis),
    };
    let place = place.map(|place| m.say(Message::ChartInPlace { place })).unwrap_or_default();
    placed(m, analysis, subject, place)
}

/// The same without the place.
pub(super) fn about_anywhere(m: &Messages, analysis: &Analysis, subject: Subject) -> String {
    placed(m, analysis, subject, String::new())
}

fn placed(m: &Messages, analysis: &Analysis, subject: Subject, place: String) -> String {
    let filters = &analysis.policy.selection;
    let group = match subject {
        Subject::Group(group) if group.is_none() => m.say(Message::ChartByNobody {}),
        Subject::Group(_) => {
            let group = name(m, analysis, subject);
            m.say(match part(analysis, subject) {
                Authorship::Initiated => Message::ChartBy { group },
                Authorship::Involved => Message::ChartInvolving { groups: group },
            })
        }
        Subject::Pair(..) => m.say(Message::ChartInvolving { groups: name(m, analysis, subject) }),
        Subject::All | Subject::Region(_) if filters.groups.is_empty() => String::new(),
        Subject::All | Subject::Region(_) => m.say(Message::ChartInvolving { groups: m.either(&filters.groups) }),
    };
    let tactic = (!filters.tactics.is_empty()).then(|| Message::ChartTactic { names: m.either(&filters.tactics) });
    let target = (!filters.targets.is_empty()).then(|| Message::ChartTarget { names: m.either(&filters.targets) });
    let what: Vec<String> = [tactic, target].into_iter().flatten().map(|filter| m.say(filter)).collect();
    let what = if what.is_empty() { String::new() } else { m.say(Message::Bracket { text: m.clauses(&what) }) };
    m.say(Message::ChartAbout { group, what, place })
}

/// What a source lets one say of a group.
enum Authorship {
    /// Every incident of the group is an attack that it initiated.
    Initiated,
    /// Nothing is said of who did it.
    Involved,
}

fn part(analysis: &Analysis, group: Subject) -> Authorship {
    let initiated = |facet: &Facet| match facet {
        Facet::Ledger { kind, role } => {
            matches!(kind, None | Some(Kind::Attack)) && matches!(role, None | Some(Role::Initiator))
        }
        Facet::Tactic { .. } | Facet::Target { .. } => true,
    };
    let is_attacks = Noun::of(analysis, None) == Noun::Of(Kind::Attack);
    match is_attacks && analysis.ledgers(scope(group)).iter().all(initiated) {
        true => Authorship::Initiated,
        false => Authorship::Involved,
    }
}

/// What follows "killed" in a title: the dead of a group's incidents are not its own.
pub(super) fn about_toll(m: &Messages, analysis: &Analysis, subject: Subject) -> String {
    let about = about(m, analysis, subject);
    match about_anywhere(m, analysis, subject).is_empty() {
        true => about,
        false => m.say(Message::ChartInIncidents { noun: Noun::of(analysis, None).many(m), about }),
    }
}

/// The regions or countries of the run, where they are few enough for a title.
pub(super) fn place(m: &Messages, analysis: &Analysis) -> Option<String> {
    let filters = &analysis.policy.selection;
    if !filters.regions.is_empty() {
        return (filters.regions.len() <= NAMED_PLACES).then(|| m.list(&filters.regions));
    }
    let countries: Vec<&str> =
        analysis.countries().into_iter().map(|c| analysis.text(c)).filter(|c| !c.is_empty()).collect();
    (1..=NAMED_PLACES).contains(&countries.len()).then(|| m.list(&countries))
}

/// `in October 2026`, with "so far" where later reports may still add to it.
pub(super) fn at_so_far(m: &Messages, analysis: &Analysis, period: Period) -> String {
    let when = finding::when(m, period);
    match analysis.finality(period) {
        Finality::Provisional => m.say(Message::ChartSoFar { when }),
        Finality::Settled => when,
    }
}

/// Something with its time: `7 to 23 in October 2026`.
pub(super) fn timed(m: &Messages, what: String, period: Period) -> String {
    m.say(Message::ChartAt { what, when: finding::when(m, period) })
}

/// The complete periods of the last year, up to the latest: what a share or a rate is counted over.
pub(super) struct LastYear {
    pub periods: Vec<Period>,
    until: Period,
}

/// Days from which on a stretch passes for a year: 52 weeks.
const YEAR_OF_DAYS: i32 = 364;

impl LastYear {
    /// `None` before the first complete period.
    pub(super) fn of(analysis: &Analysis, scope: Scope) -> Option<LastYear> {
        LastYear::until(analysis, scope, analysis.latest?)
    }

    /// The year that ends with a complete period.
    pub(super) fn until(analysis: &Analysis, scope: Scope, until: Period) -> Option<LastYear> {
        let coverage = analysis.covered(scope);
        let end = until.end();
        let is_in = |p: &Period| {
            *p <= until
                && (p.start() > end.plus_years(-1) || *p == until)
                && coverage.status((*p).into()) == crate::period::Status::Complete
        };
        let periods: Vec<Period> = analysis.periods.iter().copied().filter(is_in).collect();
        (!periods.is_empty()).then_some(LastYear { periods, until })
    }

    /// `in the 12 months to October 2026`.
    pub(super) fn words(&self, m: &Messages) -> String {
        let end = self.until.end();
        let first = self.periods.first().map_or(end, |first| first.start());
        match (self.until.grain(), self.periods.as_slice()) {
            (_, [only]) => finding::when(m, *only),
            _ if end.since(first) + 1 < YEAR_OF_DAYS => m.say(Message::Days { from: m.day(first), to: m.day(end) }),
            (Grain::Day | Grain::Week(_), _) => m.say(Message::ChartYearTo { day: m.day(end) }),
            (Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year, _) => {
                m.say(Message::ChartTwelveMonthsTo { month: m.month_of_year(end) })
            }
        }
    }
}
