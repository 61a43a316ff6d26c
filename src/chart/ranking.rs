//! Ranking: the groups or regions with the most incidents in the latest period, against the same period a year before.

use super::frame::{self, Parts};
use super::headline::{self, Claim, short};
use super::heatmap::latest_leader;
use super::members::{Division, Member};
use super::words::{self, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, points, strength};
use crate::analysis::{Analysis, ChangeRow, Need};
use crate::cube::{Facet, Key, Scope};
use crate::figure::{Bar, Bars, Figure, Ink, Shape};
use crate::measure::Measure;
use crate::names::{Name, Region};
use crate::period::{Period, Status};
use crate::registry::Entry;
use crate::series::Finality;
use crate::stats::Comparison;
use crate::text;
use std::cmp::Reverse;

pub(super) struct Ranking(pub Division);

/// What the bar of incidents without a named group is called.
const NOBODY: &str = "(no group named)";

impl Entry for Ranking {
    fn id(&self) -> &'static str {
        match self.0 {
            Division::Groups => "ranking-groups",
            Division::Regions => "ranking-regions",
        }
    }

    fn about(&self) -> &'static str {
        match self.0 {
            Division::Groups => "Groups by incidents in the latest period, with the change on a year ago",
            Division::Regions => "Regions by incidents in the latest period, with the change on a year ago",
        }
    }

    fn example(&self) -> String {
        format!("incident-trends chart {} -o {}.png", self.id(), self.id())
    }
}

/// The period that the latest is held against.
struct Base {
    comparison: Comparison,
    period: Period,
}

impl Chart for Ranking {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn need(&self, _: &Analysis, subject: Subject) -> Need {
        // One member stands for all: what is tested is tested for every one of them.
        let member = match self.0 {
            Division::Groups => Scope::UNATTRIBUTED,
            Division::Regions => Scope::Region(Region { country: Name::NONE, name: Name::NONE }),
        };
        let member = Key { scope: member, facet: Facet::ALL };
        Need::Only { series: vec![words::whole(subject), member], parts: headline::ALONE }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        frame::need_incidents(analysis, pick.subject)?;
        let latest = analysis.latest.ok_or(NotDrawn::NoCompletePeriod(analysis.policy.grain.noun()))?;
        let base = base(analysis, words::scope(pick.subject), latest);
        let mut members = self.0.members(analysis, pick.subject)?;
        let value = |m: &Member, p: Period| analysis.entry(m.key, p).cell.incidents;
        let then = |m: &Member| base.as_ref().map(|b| value(m, b.period)).unwrap_or_default();
        members.retain(|m| (value(m, latest) + then(m)).millionths() > 0);
        members.sort_by_key(|m| (Reverse((value(m, latest), then(m), m.recent, m.total)), m.name.clone()));
        if members.is_empty() {
            return Err(NotDrawn::TooFew { what: self.active(), have: 0, need: 1 });
        }
        let of = members.len();
        members.truncate(analysis.policy.top.max(1));
        let mut rows: Vec<Bar> = members.iter().map(|m| bar(analysis, m, latest, base.as_ref())).collect();
        rows.extend(self.nobody(analysis, pick.subject, latest, base.as_ref()));
        let alt = frame::told(&rows);
        let noun = Noun::of(analysis, None);
        let earlier = base.as_ref().map(|b| short(b.period)).unwrap_or_default();
        let against = if earlier.is_empty() { String::new() } else { format!(", against {earlier}") };
        let mut notes = self.0.notes(analysis, members.len(), of);
        if base.is_none() {
            notes.insert(0, "No earlier period is wholly covered: no change is given.".to_owned());
        }
        let parts = Parts {
            title: latest_leader(analysis, pick, self.0)
                .unwrap_or_else(|| Claim::incidents(analysis, pick.subject, None).headline().title),
            unit: format!("{} by {} {}{against}", text::capital(noun.many), self.by(), words::at(latest)),
            alt,
            shape: Shape::Bars(Bars {
                text_heading: if earlier.is_empty() { String::new() } else { format!("Change on {earlier}") },
                earlier_name: earlier,
                rows,
            }),
            notes,
            extent: 0..0,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

impl Ranking {
    fn by(&self) -> &'static str {
        match self.0 {
            Division::Groups => "group",
            Division::Regions => "region",
        }
    }

    fn active(&self) -> &'static str {
        match self.0 {
            Division::Groups => "groups active in the latest period",
            Division::Regions => "regions with incidents in the latest period",
        }
    }

    /// Incidents by nobody in particular, beside the groups: the ranking says nothing of them.
    fn nobody(&self, analysis: &Analysis, subject: Subject, latest: Period, base: Option<&Base>) -> Option<Bar> {
        let measured = analysis.loaded.facts.reports.unattributed.yes();
        match (self.0, subject) {
            (Division::Groups, Subject::All) if measured => {
                let key = Key { scope: Scope::UNATTRIBUTED, facet: Facet::ALL };
                let (recent, total) = Default::default();
                let member = Member {
                    subject: Subject::Group(Name::NONE),
                    name: NOBODY.to_owned(),
                    key,
                    ink: Ink::Unattributed,
                    recent,
                    total,
                };
                Some(bar(analysis, &member, latest, base))
            }
            (Division::Groups | Division::Regions, _) => None,
        }
    }
}

/// A year before where that is covered, else the period before.
fn base(analysis: &Analysis, scope: Scope, latest: Period) -> Option<Base> {
    let candidates = [(Comparison::YearAgo, latest.year_before()), (Comparison::Previous, Some(latest.plus(-1)))];
    candidates.into_iter().find_map(|(comparison, period)| {
        let period = period.filter(|&p| analysis.index(p).is_some())?;
        (analysis.status(scope, period) == Status::Complete).then_some(Base { comparison, period })
    })
}

fn bar(analysis: &Analysis, member: &Member, latest: Period, base: Option<&Base>) -> Bar {
    let series = analysis.series(member.key, Measure::Incidents);
    let point = series.at(latest).map(points::drawn);
    let point = point.unwrap_or(crate::figure::Point::gap(crate::figure::State::NotCovered));
    let change = base.map(|b| analysis.compare(member.key, Measure::Incidents, b.comparison, latest));
    let text = match change {
        None => String::new(),
        Some(Ok(change)) => {
            let numbers = format!("{} vs {}", text::count(change.current), text::count(change.base));
            match (change.plain_ratio, analysis.finality(latest)) {
                // Later reports may fill up a fall.
                (_, Finality::Provisional) if change.absolute < 0.0 => {
                    format!("{} so far vs {}", text::count(change.current), text::count(change.base))
                }
                (Some(ratio), _) => format!("{}, {numbers}{}", text::change(ratio), judged(analysis, member, base)),
                (None, _) => format!("{numbers}{}", judged(analysis, member, base)),
            }
        }
        Some(Err(why)) => format!("not compared: {}", why.text()),
    };
    Bar {
        name: member.name.clone(),
        ink: member.ink,
        label: point.value.map_or("not covered".to_owned(), text::count),
        point,
        earlier: base.and_then(|b| series.at(b.period)).and_then(|p| points::drawn(p).value),
        text,
    }
}

/// `, within chance`: what chance has to say of a member's change; nothing where that was not tested.
fn judged(analysis: &Analysis, member: &Member, base: Option<&Base>) -> String {
    let is_it = |row: &&ChangeRow| {
        row.key == member.key
            && row.measure == Measure::Incidents
            && base.is_some_and(|base| row.comparison == base.comparison)
    };
    let row = analysis.changes.iter().find(is_it);
    let judgement = row.and_then(|row| row.tested.as_ref().ok()).map(|tested| tested.judgement());
    judgement.map(|judgement| format!(", {}", strength::word(judgement))).unwrap_or_default()
}
