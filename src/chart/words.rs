//! Words that recipes share: what is counted, whose it is, and when.

use super::Subject;
use crate::analysis::Analysis;
use crate::cube::{Facet, Key, Scope};
use crate::figure::Ink;
use crate::incident::{Kind, Role};
use crate::names::UNATTRIBUTED;
use crate::period::{Grain, MonthName, Period};
use crate::series::Finality;
use crate::text;

/// Regions or countries named in a title; more are left to the subtitle.
const NAMED_PLACES: usize = 2;

/// What is counted, in singular and plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    pub one: &'static str,
    pub many: &'static str,
}

impl Noun {
    pub(super) fn of_kind(kind: Kind) -> Noun {
        let one = match kind {
            Kind::Attack => "attack",
            Kind::Operation => "operation by state forces",
            Kind::StateViolence => "incident of state violence against civilians",
            Kind::Clash => "clash",
            Kind::Interstate => "interstate clash",
            Kind::Undetermined => "incident of violence by an unstated side",
            Kind::Other => "other incident",
        };
        Noun { one, many: kind.plural() }
    }

    /// What a facet counts; a run that has a single kind calls it by its name.
    pub(super) fn of(analysis: &Analysis, kind: Option<Kind>) -> Noun {
        match (kind, analysis.kinds().as_slice()) {
            (Some(kind), _) => Noun::of_kind(kind),
            (None, &[kind]) if kind != Kind::Undetermined => Noun::of_kind(kind),
            (None, _) => Noun { one: "incident", many: "incidents" },
        }
    }

    /// `1 attack`, `112 attacks`, `no attacks`.
    pub(super) fn count(self, value: f64) -> String {
        if value == 0.0 { format!("no {}", self.many) } else { text::plural(value, self.one, self.many) }
    }
}

/// The subject as a name.
pub(super) fn name(analysis: &Analysis, subject: Subject) -> String {
    match subject {
        Subject::All => "all incidents".to_owned(),
        Subject::Group(group) if group.is_none() => UNATTRIBUTED.to_owned(),
        Subject::Group(group) => analysis.text(group).to_owned(),
        Subject::Region(region) => analysis.region_name(region),
    }
}

/// The scope of a subject in the cube.
pub(super) fn scope(subject: Subject) -> Scope {
    match subject {
        Subject::All => Scope::All,
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
        Subject::All | Subject::Region(_) => Ink::Count,
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
pub(super) fn about(analysis: &Analysis, subject: Subject) -> String {
    let place = match subject {
        Subject::Region(_) => Some(name(analysis, subject)),
        Subject::Group(_) if analysis.policy.selection.regions.is_empty() => None,
        Subject::All | Subject::Group(_) => place(analysis),
    };
    let place = place.map(|p| format!(" in {p}")).unwrap_or_default();
    format!("{}{place}", about_anywhere(analysis, subject))
}

/// The same without the place.
pub(super) fn about_anywhere(analysis: &Analysis, subject: Subject) -> String {
    let filters = &analysis.policy.selection;
    let group = match subject {
        Subject::Group(group) if group.is_none() => " by groups that nobody names".to_owned(),
        Subject::Group(_) => format!(" {} {}", part(analysis, subject), name(analysis, subject)),
        Subject::All | Subject::Region(_) if filters.groups.is_empty() => String::new(),
        Subject::All | Subject::Region(_) => format!(" involving {}", either(&filters.groups)),
    };
    let what: Vec<String> = [("tactic", &filters.tactics), ("target", &filters.targets)]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(what, names)| format!("{what}: {}", either(names)))
        .collect();
    let what = if what.is_empty() { String::new() } else { format!(" ({})", what.join("; ")) };
    format!("{group}{what}")
}

/// `by` where every incident of the group is an attack that it initiated; else nothing is said of who did it.
fn part(analysis: &Analysis, group: Subject) -> &'static str {
    let initiated = |facet: &Facet| match facet {
        Facet::Ledger { kind, role } => {
            matches!(kind, None | Some(Kind::Attack)) && matches!(role, None | Some(Role::Initiator))
        }
        Facet::Tactic { .. } | Facet::Target { .. } => true,
    };
    let is_attacks = Noun::of(analysis, None) == Noun::of_kind(Kind::Attack);
    if is_attacks && analysis.ledgers(scope(group)).iter().all(initiated) { "by" } else { "involving" }
}

/// What follows "killed" in a title: the dead of a group's incidents are not its own.
pub(super) fn about_toll(analysis: &Analysis, subject: Subject) -> String {
    let about = about(analysis, subject);
    let noun = Noun::of(analysis, None).many;
    if about.starts_with(" in ") || about.is_empty() { about } else { format!(" in {noun}{about}") }
}

/// The regions or countries of the run, where they are few enough for a title.
pub(super) fn place(analysis: &Analysis) -> Option<String> {
    let filters = &analysis.policy.selection;
    if !filters.regions.is_empty() {
        return (filters.regions.len() <= NAMED_PLACES).then(|| text::list(&filters.regions));
    }
    let countries: Vec<&str> =
        analysis.countries().into_iter().map(|c| analysis.text(c)).filter(|c| !c.is_empty()).collect();
    (1..=NAMED_PLACES).contains(&countries.len()).then(|| text::list(&countries))
}

/// `a`, `a or b`, `a, b or c`.
pub(super) fn either(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

/// `in October 2026`, `on 31 October 2026`.
pub(super) fn at(period: Period) -> String {
    match period.grain() {
        Grain::Day => format!("on {}", period.name()),
        Grain::Week(_) | Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year => {
            format!("in {}", period.name())
        }
    }
}

/// The same, with "so far" where later reports may still add to it.
pub(super) fn at_so_far(analysis: &Analysis, period: Period) -> String {
    match analysis.finality(period) {
        Finality::Provisional => format!("so far {}", at(period)),
        Finality::Settled => at(period),
    }
}

/// `months`, `half-years`.
pub(super) fn periods(grain: Grain) -> String {
    format!("{}s", grain.noun())
}

/// The complete periods of the last year, up to the latest: what a share or a rate is counted over.
pub(super) struct LastYear {
    pub periods: Vec<Period>,
    /// `in the 12 months to October 2026`.
    pub words: String,
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
        let (first, last) = (*periods.first()?, *periods.last()?);
        let words = match (last.grain(), periods.as_slice()) {
            (_, [only]) => at(*only),
            _ if end.since(first.start()) + 1 < YEAR_OF_DAYS => format!("from {}", text::stretch(first.start(), end)),
            (Grain::Day | Grain::Week(_), _) => format!("in the year to {}", end.long()),
            (Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year, _) => {
                format!("in the 12 months to {} {}", MonthName::of(end.month()).long(), end.year())
            }
        };
        Some(LastYear { periods, words })
    }
}
