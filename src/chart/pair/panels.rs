//! The panels of a pair on one axis of months, and what each says in words.

use super::super::{Pick, Subject, Years, frame, points};
use super::{Analysis, Day, Grain, Message, Pair, PairRow, Period, Relation, Status, finding};
use crate::analysis::{Measured, Trait};
use crate::convergence::Rolled;
use crate::cube::Scope;
use crate::figure::{Emphasis, Evidence, Ink, Lane, Line, Panel, Point, Shift, State, Step, Steps, Tie};
use crate::messages::Messages;
use crate::period::Window;
use crate::series::Finality;
use crate::stats::{Judgement, MINIMUM_BASE};
use crate::text;

/// Years shown even where the two have been active together for a shorter time.
const LEAST_YEARS: i32 = 2;
/// Shares are drawn in per cent.
const PERCENT: f64 = 100.0;

/// The months of a pair: at any grain of the run, since what is measured of it is measured by month.
pub(super) struct Months {
    pub shown: Vec<Period>,
    /// The place of the first among the covered months.
    skipped: usize,
}

impl Months {
    /// From the year on in which both had been active, or an incident names both, to the end of what is covered: what comes before
    /// says nothing of the two together.
    pub(super) fn of(analysis: &Analysis, pick: &Pick, row: &PairRow) -> Months {
        let coverage = analysis.coverage;
        let last = Period::containing(coverage.to(), Grain::Month);
        let all: Vec<Period> = Period::containing(coverage.from(), Grain::Month).to(last).collect();
        let year_of = |has: fn(&crate::convergence::TerritoryYear) -> u64| {
            row.territory.iter().find(|year| has(year) > 0).map(|year| year.year)
        };
        let both = year_of(|y| y.both + y.only_a).zip(year_of(|y| y.both + y.only_b)).map(|(a, b)| a.max(b));
        let pair = Pair { analysis, m: pick.m, row };
        let named = [Relation::Hostile, Relation::Competing, Relation::Joint, Relation::SideUnknown];
        let named = named.into_iter().flat_map(|relation| pair.entries(relation)).map(|day| day.year()).min();
        let newest = last.start().year();
        let from = match pick.years {
            Years::All => all[0].start().year(),
            Years::Usual => both.into_iter().chain(named).min().unwrap_or(newest).min(newest + 1 - LEAST_YEARS),
            Years::Last(years) => newest + 1 - years.max(1) as i32,
        };
        let skipped = all.iter().position(|month| month.start().year() >= from).unwrap_or(0);
        Months { shown: all[skipped..].to_vec(), skipped }
    }

    pub(super) fn first(&self) -> Day {
        self.shown[0].start()
    }

    /// A point for each month that is shown.
    fn points(&self, of: impl Fn(usize, Period) -> Point) -> Vec<Point> {
        self.shown.iter().enumerate().map(|(at, &month)| of(at, month)).collect()
    }

    /// The months of a year that are shown; `None` where none is.
    fn year(&self, year: i32) -> Option<(usize, usize)> {
        let from = self.shown.iter().position(|month| month.start().year() == year)?;
        let to = self.shown.iter().rposition(|month| month.start().year() == year)? + 1;
        Some((from, to))
    }

    /// The small print of months that are only partly covered.
    pub(super) fn partial(&self, m: &Messages, analysis: &Analysis, subject: Subject) -> Option<String> {
        let is_partial = |month: &&Period| analysis.status(Scope::All, **month) == Status::Partial;
        let months: Vec<String> =
            self.shown.iter().filter(is_partial).map(|&month| frame::partly(m, analysis, subject, month)).collect();
        (!months.is_empty()).then(|| m.say(Message::ChartHollow { periods: m.list(&months) }))
    }
}

/// How much is known of a month; at a grain other than months the latest period says how fresh it is.
fn state(analysis: &Analysis, month: Period) -> State {
    let finality = match (analysis.version, analysis.latest) {
        (None, Some(latest)) if latest.grain() != Grain::Month => match month.end() < latest.start() {
            true => Finality::Settled,
            false => analysis.finality(latest),
        },
        (Some(_), _) | (None, _) => analysis.finality(month),
    };
    points::state(analysis.status(Scope::All, month), finality)
}

/// A share of a handful jumps with each of them.
fn is_enough(rolled: &Rolled) -> bool {
    f64::from(rolled.taken) >= MINIMUM_BASE
}

impl Pair<'_> {
    /// The panels that there is something for, and their words.
    pub(super) fn panels(&self, months: &Months) -> (Vec<Panel>, Vec<String>) {
        let near = self.row.measured.as_ref().ok().map(|measured| self.near(months, measured));
        let panels = [self.ledger(months), near, self.likeness(months), self.territory(months)];
        panels.into_iter().flatten().unzip()
    }

    /// What names both, each kind in a lane of its own.
    fn ledger(&self, months: &Months) -> Option<(Panel, String)> {
        let m = self.m;
        let counts = self.row.direct;
        if counts.joint + counts.competing + counts.hostile == 0 {
            return None;
        }
        let lane = |tie: Tie, relation: Relation, count: usize| {
            let mut of_month = vec![0.0; months.shown.len()];
            for day in self.entries(relation) {
                let month = Period::containing(day, Grain::Month);
                let at = usize::try_from(month.since(months.shown[0])).ok();
                if let Some(n) = at.and_then(|at| of_month.get_mut(at)) {
                    *n += 1.0;
                }
            }
            let point = |at: usize, month: Period| match state(self.analysis, month) {
                State::NotCovered => Point::gap(State::NotCovered),
                state => Point::known(of_month[at], state),
            };
            let name = m.say(Message::ChartLane { tie: text::capital(&tie.say(m)), n: text::count(count as f64) });
            Lane { name, tie, points: months.points(point) }
        };
        let lanes = vec![
            lane(Tie::Hostile, Relation::Hostile, counts.hostile),
            lane(Tie::Competing, Relation::Competing, counts.competing),
            lane(Tie::Joint, Relation::Joint, counts.joint),
        ];
        let title = m.say(Message::ChartPanelLedger {});
        let names: Vec<&str> = lanes.iter().map(|lane| lane.name.as_str()).collect();
        let told = m.say(Message::ChartToldItem { name: title.clone(), text: m.series(&names) });
        Some((Panel { title, unit: m.say(Message::ChartPanelMonthly {}), lanes, ..Panel::default() }, told))
    }

    /// The share of B's incidents near one of A's, with what chance brings near.
    fn near(&self, months: &Months, measured: &Measured) -> (Panel, String) {
        let m = self.m;
        let of = |at: usize| measured.course.iter().find(|r| r.month == at + months.skipped && is_enough(r));
        let percent = |share: f64| (share * PERCENT).max(0.0);
        let chance = months.points(|at, _| match of(at) {
            Some(rolled) => {
                let expected = percent(rolled.expected);
                let (low, high) = (percent(rolled.low).min(expected), percent(rolled.high).max(expected));
                Point::complete(expected).between(low, high)
            }
            None => Point::gap(State::Unreported),
        });
        let seen = months.points(|at, _| {
            of(at).map_or(Point::gap(State::Unreported), |rolled| Point::complete(percent(rolled.near)))
        });
        let line = |name: Message, ink, emphasis, points| Line { name: m.say(name), ink, emphasis, points };
        let lines = vec![
            line(Message::ChartByChance {}, Ink::Past, Emphasis::Chance, chance),
            line(Message::ChartObserved {}, Ink::Count, Emphasis::Main, seen),
        ];
        let mut told = vec![self.told_near(measured)];
        let mut evidence = Evidence::default();
        if let Some((month, _)) = self.onset(measured)
            && let Ok(at) = usize::try_from(month.since(months.shown[0]))
        {
            let label = m.say(Message::ChartOnset { month: m.short_month_of_year(month.start()) });
            let at = at as f64;
            evidence.shifts.push(Shift { at, low: at, high: at, label });
            told.extend(self.told_onset(measured));
        }
        if let Some(rolled) = measured.course.iter().rfind(|rolled| is_enough(rolled))
            && let Some(month) = months.shown.get(rolled.month.saturating_sub(months.skipped))
        {
            let number = |share: f64| text::number(percent(share), 0);
            told.push(m.say(Message::ChartToldRolling {
                month: m.period(*month),
                seen: number(rolled.near),
                low: number(rolled.low),
                high: number(rolled.high),
            }));
        }
        let panel = Panel {
            title: m.say(Message::ChartPanelNear { a: self.name(super::Which::A) }),
            unit: m.say(Message::ChartPanelNearUnit { b: self.name(super::Which::B) }),
            lines,
            evidence,
            ..Panel::default()
        };
        (panel, told.join(" "))
    }

    /// Whether some months have too few incidents for a share.
    pub(super) fn is_thin(&self) -> bool {
        let rolled = self.row.measured.as_ref().map(|found| &found.course[..]).unwrap_or_default();
        rolled.iter().any(|rolled| !is_enough(rolled))
    }

    /// Distance of the profiles year by year: of targets where they are known, else of tactics, else of districts.
    fn likeness(&self, months: &Months) -> Option<(Panel, String)> {
        let m = self.m;
        let values = |of: Trait| -> Vec<(i32, Point)> {
            let own = self.row.likeness.iter().filter(move |likeness| likeness.of == of);
            own.filter_map(|likeness| {
                let distance = likeness.profile.as_ref().ok()?.distance;
                let point = Point::complete(distance.estimate);
                Some((
                    likeness.year?,
                    point.between(distance.low.min(distance.estimate), distance.high.max(distance.estimate)),
                ))
            })
            .collect()
        };
        let traits = <Trait as strum::VariantArray>::VARIANTS.iter().copied();
        let (of, values) = traits.map(|of| (of, values(of))).find(|(_, values)| !values.is_empty())?;
        let title = m.say(match of {
            Trait::Targets => Message::ChartPanelTargets {},
            Trait::Tactics => Message::ChartPanelTactics {},
            Trait::Districts => Message::ChartPanelPlaces {},
        });
        self.by_year(months, (title, m.say(Message::ChartPanelDistance {})), &values)
    }

    /// Districts in which both took part in an incident, year by year.
    fn territory(&self, months: &Months) -> Option<(Panel, String)> {
        let values: Vec<(i32, Point)> =
            self.row.territory.iter().map(|year| (year.year, Point::complete(year.half_weight))).collect();
        let title = self.m.say(Message::ChartPanelTerritory {});
        self.by_year(months, (title, self.m.say(Message::ChartPanelOverlap {})), &values)
    }

    fn by_year(
        &self,
        months: &Months,
        (title, unit): (String, String),
        values: &[(i32, Point)],
    ) -> Option<(Panel, String)> {
        let m = self.m;
        let coverage = self.analysis.coverage;
        let mut steps = Vec::new();
        let mut told = Vec::new();
        for &(year, point) in values {
            let Some((from, to)) = months.year(year) else { continue };
            let whole = Day::from_ymd(year, 1, 1).zip(Day::from_ymd(year, 12, 31));
            let is_whole = whole
                .and_then(|(first, last)| Window::new(first, last))
                .is_some_and(|year| coverage.status(year) == Status::Complete);
            let state = if is_whole { State::Complete } else { State::Partial };
            steps.push(Step { from, to, point: Point { state, ..point } });
            let value = text::number(point.value.unwrap_or_default(), 2);
            told.push(m.say(Message::ChartYearly { year: year.to_string(), value }));
        }
        if steps.is_empty() {
            return None;
        }
        let told = m.say(Message::ChartToldItem { name: title.clone(), text: m.series(&told) });
        let steps = vec![Steps { name: m.say(Message::ChartByYear {}), ink: Ink::Count, steps }];
        Some((Panel { title, unit, top: Some(1.0), steps, ..Panel::default() }, told))
    }

    /// The month from which on more is near than chance explains, where that may be said at all.
    pub(super) fn onset(&self, measured: &Measured) -> Option<(Period, Judgement)> {
        let judgement = measured.onset_judgement(self.analysis.policy.pairs.counted);
        let test = measured.coactivity.rising.test?;
        let first = Period::containing(self.analysis.coverage.from(), Grain::Month);
        match judgement {
            Judgement::Clear | Judgement::Suggestive => Some((first.plus(test.onset as i32), judgement)),
            Judgement::WithinChance => None,
        }
    }

    /// `p = 0.003, q = 0.06`.
    pub(super) fn evidence(&self, found: finding::Significance) -> String {
        finding::p_and_q(self.m, found.p, found.q)
    }
}
