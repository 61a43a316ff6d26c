//! Headlines: what a title says of a series. Only numbers that the analysis has: a record, a mean, the latest value.

use super::words::{self, Noun};
use super::{Subject, found, points, strength};
use crate::analysis::{Analysis, Part};
use crate::cube::Key;
use crate::finding;
use crate::incident::Kind;
use crate::measure::{Measure, Reading};
use crate::messages::{Message, Messages};
use crate::period::{Period, Status};
use crate::series::Finality;
use crate::stats::{self, Certainty, Extreme, Record};
use crate::text;

/// What a headline reads of an analysis.
pub(super) const ALONE: &[Part] = &[Part::Changes, Part::Trends, Part::Alerts, Part::Breaks, Part::Records];
/// The same with the forecast that is drawn behind the newest value.
pub(super) const WITH_FORECAST: &[Part] =
    &[Part::Changes, Part::Trends, Part::Alerts, Part::Breaks, Part::Records, Part::Forecasts];

/// Letters that two lines of a title hold.
const LONGEST: usize = 140;

/// A title, and what it rests on.
#[derive(Clone, Debug)]
pub(super) struct Headline {
    pub title: String,
    /// The record that it speaks of: the chart has to show where it reaches back to.
    pub record: Option<Record>,
}

impl Headline {
    /// The earliest period that the chart must show.
    pub(super) fn must_show(&self) -> Option<Period> {
        self.record.map(|r| r.since.map_or(r.begins, |(since, _)| since))
    }

    /// Where the records begin, as a note.
    pub(super) fn note(&self, m: &Messages) -> Option<String> {
        self.record.map(|r| {
            let (periods, begins) = (m.periods(r.begins.grain()), m.period(r.begins));
            m.say(Message::ChartRecordsFrom { periods, begins })
        })
    }
}

/// What is counted, for whom, and in which words.
pub(super) struct Claim<'a> {
    m: &'a Messages,
    analysis: &'a Analysis,
    key: Key,
    measure: Measure,
    noun: Noun,
    /// What follows the noun.
    about: String,
}

impl<'a> Claim<'a> {
    /// Incidents of a subject, of every kind or of one.
    pub(super) fn incidents(
        m: &'a Messages,
        analysis: &'a Analysis,
        subject: Subject,
        kind: Option<Kind>,
    ) -> Claim<'a> {
        Claim {
            m,
            analysis,
            key: Key { scope: words::scope(subject), facet: words::facet(kind) },
            measure: Measure::Incidents,
            noun: Noun::of(analysis, kind),
            about: words::about(m, analysis, subject),
        }
    }

    /// The killed of a subject's incidents.
    pub(super) fn killed(m: &'a Messages, analysis: &'a Analysis, subject: Subject) -> Claim<'a> {
        Claim {
            m,
            analysis,
            key: Key { scope: words::scope(subject), facet: words::facet(None) },
            measure: Measure::Killed,
            noun: Noun::Dead,
            about: words::about_toll(m, analysis, subject),
        }
    }

    /// The title: a record if the latest period sets one, else its number beside the mean of a year.
    pub(super) fn headline(&self) -> Headline {
        let Some(latest) = self.analysis.latest else {
            return Headline { title: self.whole_run(), record: None };
        };
        let records = [Extreme::Highest, Extreme::Lowest].map(|e| self.record(e));
        match records.into_iter().flatten().next() {
            Some(record) => Headline { title: self.record_title(latest, &record), record: Some(record) },
            None => Headline { title: self.plain_title(latest), record: None },
        }
    }

    fn is_provisional(&self, period: Period) -> bool {
        self.analysis.finality(period) == Finality::Provisional
    }

    fn record(&self, extreme: Extreme) -> Option<Record> {
        let latest = self.analysis.latest?;
        // A fall that later reports may fill up is no record.
        if extreme == Extreme::Lowest && self.is_provisional(latest) {
            return None;
        }
        let mut rows = self.analysis.records.iter();
        let row = rows.find(|r| r.key == self.key && r.measure == self.measure && r.extreme == extreme)?;
        let record = row.result.ok().flatten()?;
        (extreme == Extreme::Lowest || record.value > 0.0).then_some(record)
    }

    /// Whether the latest value may be said to have risen or fallen.
    fn moved(&self, extreme: Extreme) -> bool {
        strength::moved(self.analysis, self.key, self.measure, extreme)
    }

    /// `deaths`, `attacks`.
    fn what(&self) -> String {
        match self.measure == Measure::Killed {
            true => self.m.say(Message::ChartDeaths {}),
            false => self.noun.many(self.m),
        }
    }

    /// `at least 49 attacks in Ilmaray in October 2026`.
    fn counted(&self, reading: Reading, value: f64, when: String) -> String {
        let count = at_least(self.m, reading, self.noun.count(self.m, value));
        self.m.say(Message::ChartLead { count, about: self.about.clone(), when })
    }

    /// `attacks in Ilmaray rose to at least 49 in October 2026`.
    fn moved_to(&self, extreme: Extreme, reading: Reading, value: f64, when: String) -> String {
        let (what, about) = (self.what(), self.about.clone());
        let number = at_least(self.m, reading, text::count(value));
        self.m.say(match extreme {
            Extreme::Highest => Message::ChartRoseTo { what, about, number, when },
            Extreme::Lowest => Message::ChartFellTo { what, about, number, when },
        })
    }

    fn record_title(&self, latest: Period, record: &Record) -> String {
        let m = self.m;
        let (when, grain) = (finding::when(m, latest), finding::grain(m, latest.grain()));
        let reading = self.analysis.reading(self.key, self.measure, latest);
        let since = || match record.since {
            Some((since, _)) => m.say(Message::ChartSince { period: m.period(since) }),
            None => m.say(Message::ChartSinceRecords { period: m.period(record.begins) }),
        };
        if record.value == 0.0 {
            let (what, about, since) = (self.what(), self.about.clone(), since());
            return text::capital(&m.say(Message::ChartNoneFirst { what, about, when, grain, since }));
        }
        if record.value == 1.0 && self.is_first_since(latest, record) {
            let lead = self.counted(Reading::Known(1.0), 1.0, when);
            return text::capital(&m.say(Message::ChartFirst { lead, since: since() }));
        }
        let extreme = m.say(match (record.extreme, record.certainty) {
            (Extreme::Highest, Certainty::Exact) => Message::ChartMost {},
            (Extreme::Highest, Certainty::LowerBounds) => Message::ChartMostKnown {},
            (Extreme::Lowest, Certainty::Exact) => Message::ChartFewest {},
            (Extreme::Lowest, Certainty::LowerBounds) => Message::ChartFewestKnown {},
        });
        let told = m.say(match record.since {
            Some((since, _)) => Message::ChartExtremeSince { extreme, period: m.period(since) },
            None => Message::ChartExtremeEver { extreme, grain, period: m.period(record.begins) },
        });
        let lead = match self.moved(record.extreme) {
            true => self.moved_to(record.extreme, reading, record.value, when),
            false => self.counted(reading, record.value, when),
        };
        let expected = strength::expected(m, self.analysis, self.key, self.measure).unwrap_or_default();
        m.say(Message::ChartRecord { lead: text::capital(&lead), record: told, expected })
    }

    /// Whether nothing at all is known between the latest period and the record's base: one incident is no rise.
    fn is_first_since(&self, latest: Period, record: &Record) -> bool {
        let from = record.since.map_or(record.begins.plus(-1), |(since, _)| since);
        let series = self.analysis.series(self.key, self.measure);
        let between = series.complete().filter(|p| from < p.period && p.period < latest);
        record.extreme == Extreme::Highest && between.into_iter().all(|p| p.reading == Reading::Known(0.0))
    }

    fn plain_title(&self, latest: Period) -> String {
        let (m, about) = (self.m, self.about.clone());
        let when = words::at_so_far(m, self.analysis, latest);
        let reading = self.analysis.reading(self.key, self.measure, latest);
        let way = [Extreme::Highest, Extreme::Lowest].into_iter().find(|&e| self.moved(e));
        let lead = match (self.measure, reading.value()) {
            (Measure::Killed, None) => m.say(Message::ChartNoToll { about, when }),
            (_, None) => m.say(Message::ChartTitleNotCovered { what: self.noun.many(m), about, when }),
            (Measure::Killed, Some(0.0)) => m.say(Message::ChartNoDeaths { about, when }),
            (_, Some(value)) if let Some(way) = way => self.moved_to(way, reading, value, when),
            (_, Some(value)) => self.counted(reading, value, when),
        };
        let title = format!("{}{}", text::capital(&lead), self.beside(latest));
        let trend = found::trend_clause(m, self.analysis, self.key, self.measure).unwrap_or_default();
        if title.chars().count() + trend.chars().count() <= LONGEST { title + &trend } else { title }
    }

    /// What the latest value is held against: what was expected of it, else the period before, else the mean of a year.
    fn beside(&self, latest: Period) -> String {
        let (key, measure) = (self.key, self.measure);
        let expected = strength::expected(self.m, self.analysis, key, measure);
        let expected = expected.or_else(|| strength::against_previous(self.m, self.analysis, key, measure, latest));
        expected.unwrap_or_else(|| self.context(latest))
    }

    /// `, 82 a month on average over the last 12 months`; at the grain of a year the year before.
    fn context(&self, latest: Period) -> String {
        let m = self.m;
        let series = self.analysis.series(self.key, self.measure);
        let Some(length) = points::mean_length(latest.grain()) else {
            let before = latest.plus(-1);
            let reading = self.analysis.index(before).and_then(|_| {
                (self.analysis.status(self.key.scope, before) == Status::Complete)
                    .then(|| self.analysis.reading(self.key, self.measure, before))
            });
            return reading.and_then(|r| Some((r, r.value()?))).map_or(String::new(), |(reading, value)| {
                let number = at_least(m, reading, none_or(m, value));
                m.say(Message::ChartAfter { number, when: finding::when(m, before) })
            });
        };
        let Some(mean) = stats::mean_of_last(&series, latest, length) else { return String::new() };
        if mean == 0.0 {
            let last = series.points().iter().rev().filter(|p| p.period < latest);
            let last = last.into_iter().find(|p| p.reading.value().is_some_and(|v| v > 0.0));
            let told = last.map(|p| m.say(Message::ChartLastWere { when: finding::when(m, p.period) }));
            return told.unwrap_or_default();
        }
        let bound = (0..length)
            .filter_map(|i| series.at(latest.plus(-(i as i32))))
            .find(|p| matches!(p.reading, Reading::AtLeast(_)));
        let mean = at_least(m, bound.map_or(Reading::Known(mean), |p| p.reading), rounded(mean));
        let periods = finding::count_of_periods(m, latest.grain(), length);
        m.say(Message::ChartMeanOfLast { mean, grain: finding::grain(m, latest.grain()), periods })
    }

    /// Where no period is complete yet: everything there is, with its days.
    fn whole_run(&self) -> String {
        let m = self.m;
        let coverage = self.analysis.covered(self.key.scope);
        let total = points::total(self.analysis, self.key, &self.analysis.periods);
        let reading = self.measure.of(&total, &self.analysis.loaded.facts.reports);
        let (from, to) = (m.day(coverage.from()), m.day(coverage.to()));
        let when = m.say(match coverage.from() == coverage.to() {
            true => Message::OnDay { period: from },
            false => Message::Days { from, to },
        });
        text::capital(&match reading.value() {
            None => m.say(Message::ChartNoToll { about: self.about.clone(), when }),
            Some(value) => self.counted(reading, value, when),
        })
    }
}

/// The words of a number, as a lower bound where it is one.
pub(super) fn at_least(m: &Messages, reading: Reading, number: String) -> String {
    match reading {
        Reading::AtLeast(_) => m.say(Message::AtLeast { number }),
        Reading::Known(_) | Reading::Unreported | Reading::NotCovered => number,
    }
}

/// A number that follows "after": `none` for 0.
pub(super) fn none_or(m: &Messages, value: f64) -> String {
    if value == 0.0 { m.say(Message::ChartNone {}) } else { text::count(value) }
}

/// A mean as a newspaper prints it: without a decimal from ten on.
pub(super) fn rounded(mean: f64) -> String {
    text::number(mean, if mean < 10.0 { 1 } else { 0 })
}
