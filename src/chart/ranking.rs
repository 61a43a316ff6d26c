//! Ranking: the groups or regions with the most incidents in the latest period, against the same period a year before.

use super::frame::{self, Parts};
use super::headline::{self, Claim};
use super::heatmap::latest_leader;
use super::members::{Division, Member};
use super::not_drawn::reason_text;
use super::words::{self, Noun};
use super::{Chart, Lacking, NotDrawn, Pick, Reach, Subject, points, strength};
use crate::analysis::{Analysis, ChangeRow, Need};
use crate::cube::{Facet, Key, Scope};
use crate::figure::{Bar, Bars, Figure, Ink, Shape};
use crate::finding;
use crate::measure::Measure;
use crate::messages::{Message, Messages};
use crate::names::{Name, Region};
use crate::period::{Period, Status};
use crate::registry::Entry;
use crate::series::Finality;
use crate::stats::Comparison;
use crate::text;
use std::cmp::Reverse;

pub(super) struct Ranking(pub Division);

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
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        let latest = analysis.latest.ok_or(NotDrawn::NoCompletePeriod(analysis.policy.grain))?;
        let base = base(analysis, words::scope(pick.subject), latest);
        let mut members = self.0.members(m, analysis, pick.subject)?;
        let value = |m: &Member, p: Period| analysis.entry(m.key, p).cell.incidents;
        let then = |m: &Member| base.as_ref().map(|b| value(m, b.period)).unwrap_or_default();
        members.retain(|m| (value(m, latest) + then(m)).millionths() > 0);
        members.sort_by_key(|m| (Reverse((value(m, latest), then(m), m.recent, m.total)), m.name.clone()));
        if members.is_empty() {
            return Err(NotDrawn::TooFew { what: self.active(), have: 0, need: 1 });
        }
        let of = members.len();
        members.truncate(analysis.policy.top.max(1));
        let mut rows: Vec<Bar> = members.iter().map(|member| bar(m, analysis, member, latest, base.as_ref())).collect();
        rows.extend(self.nobody(m, analysis, pick.subject, latest, base.as_ref()));
        let alt = frame::told(m, &rows);
        let noun = Noun::of(analysis, None);
        let earlier = base.as_ref().map(|b| m.short_period(b.period)).unwrap_or_default();
        let told = |said: fn(String) -> Message| match earlier.as_str() {
            "" => String::new(),
            period => m.say(said(period.to_owned())),
        };
        let against = told(|period| Message::ChartAgainst { period });
        let text_heading = told(|period| Message::ChartChangeOn { period });
        let (what, when) = (noun.heading(m), finding::when(m, latest));
        let unit = match self.0 {
            Division::Groups => Message::ChartUnitRankGroups { what, when, against },
            Division::Regions => Message::ChartUnitRankRegions { what, when, against },
        };
        let mut notes = self.0.notes(m, analysis, members.len(), of);
        if base.is_none() {
            notes.insert(0, m.say(Message::ChartNoteNoBase {}));
        }
        let parts = Parts {
            title: latest_leader(analysis, pick, self.0)
                .unwrap_or_else(|| Claim::incidents(m, analysis, pick.subject, None).headline().title),
            unit: m.say(unit),
            alt,
            shape: Shape::Bars(Bars { text_heading, earlier_name: earlier, rows }),
            notes,
            extent: 0..0,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

impl Ranking {
    fn active(&self) -> Lacking {
        match self.0 {
            Division::Groups => Lacking::GroupsOfPeriod,
            Division::Regions => Lacking::RegionsOfPeriod,
        }
    }

    /// Incidents by nobody in particular, beside the groups: the ranking says nothing of them.
    fn nobody(
        &self,
        m: &Messages,
        analysis: &Analysis,
        subject: Subject,
        latest: Period,
        base: Option<&Base>,
    ) -> Option<Bar> {
        let measured = analysis.loaded.facts.reports.unattributed.yes();
        match (self.0, subject) {
            (Division::Groups, Subject::All) if measured => {
                let key = Key { scope: Scope::UNATTRIBUTED, facet: Facet::ALL };
                let (recent, total) = Default::default();
                let member = Member {
                    subject: Subject::Group(Name::NONE),
                    name: m.say(Message::ChartNobody {}),
                    key,
                    ink: Ink::Unattributed,
                    recent,
                    total,
                };
                Some(bar(m, analysis, &member, latest, base))
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

fn bar(m: &Messages, analysis: &Analysis, member: &Member, latest: Period, base: Option<&Base>) -> Bar {
    let series = analysis.series(member.key, Measure::Incidents);
    let point = series.at(latest).map(points::drawn);
    let point = point.unwrap_or(crate::figure::Point::gap(crate::figure::State::NotCovered));
    let change = base.map(|b| analysis.compare(member.key, Measure::Incidents, b.comparison, latest));
    let text = match change {
        None => String::new(),
        Some(Ok(change)) => {
            let (now, base_number) = (text::count(change.current), text::count(change.base));
            let judged = judged(m, analysis, member, base);
            match (change.plain_ratio, analysis.finality(latest)) {
                // Later reports may fill up a fall.
                (_, Finality::Provisional) if change.absolute < 0.0 => {
                    m.say(Message::ChartVersusSoFar { now, base: base_number })
                }
                (ratio, _) => {
                    let numbers = m.say(Message::ChartVersus { now, base: base_number });
                    match ratio.map(|ratio| m.change(ratio)) {
                        Some(change) => m.say(Message::ChartBarChange { change, numbers, judged }),
                        None => numbers + &judged,
                    }
                }
            }
        }
        Some(Err(why)) => m.say(Message::ChartNotCompared { why: reason_text(m, why) }),
    };
    Bar {
        name: member.name.clone(),
        ink: member.ink,
        label: point.value.map_or_else(|| m.say(Message::ChartNotCovered {}), text::count),
        point,
        earlier: base.and_then(|b| series.at(b.period)).and_then(|p| points::drawn(p).value),
        text,
    }
}

/// `, within chance`: what chance has to say of a member's change; nothing where that was not tested.
fn judged(m: &Messages, analysis: &Analysis, member: &Member, base: Option<&Base>) -> String {
    let is_it = |row: &&ChangeRow| {
        row.key == member.key
            && row.measure == Measure::Incidents
            && base.is_some_and(|base| row.comparison == base.comparison)
    };
    let row = analysis.changes.iter().find(is_it);
    let judgement = row.and_then(|row| row.tested.as_ref().ok()).map(|tested| tested.judgement());
    let told = judgement.map(|judgement| m.say(Message::ChartBarJudged { word: strength::word(m, judgement) }));
    told.unwrap_or_default()
}
