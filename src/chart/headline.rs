//! Headlines: what a title says of a series. Only numbers that the analysis has: a record, a mean, the latest value.

use super::words::{self, Noun};
use super::{Subject, found, points, strength};
use crate::analysis::{Analysis, Part};
use crate::cube::Key;
use crate::incident::Kind;
use crate::measure::{Measure, Reading};
use crate::period::{Grain, Period};
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
    pub(super) fn note(&self) -> Option<String> {
        self.record.map(|r| {
            let periods = words::periods(r.begins.grain());
            format!("Records compare all complete {periods} from {} on.", r.begins.name())
        })
    }
}

/// What is counted, for whom, and in which words.
pub(super) struct Claim<'a> {
    analysis: &'a Analysis,
    key: Key,
    measure: Measure,
    noun: Noun,
    /// What follows the noun.
    about: String,
}

impl<'a> Claim<'a> {
    /// Incidents of a subject, of every kind or of one.
    pub(super) fn incidents(analysis: &'a Analysis, subject: Subject, kind: Option<Kind>) -> Claim<'a> {
        Claim {
            analysis,
            key: Key { scope: words::scope(subject), facet: words::facet(kind) },
            measure: Measure::Incidents,
            noun: Noun::of(analysis, kind),
            about: words::about(analysis, subject),
        }
    }

    /// The killed of a subject's incidents.
    pub(super) fn killed(analysis: &'a Analysis, subject: Subject) -> Claim<'a> {
        Claim {
            analysis,
            key: Key { scope: words::scope(subject), facet: words::facet(None) },
            measure: Measure::Killed,
            noun: Noun { one: "person was killed", many: "people were killed" },
            about: words::about_toll(analysis, subject),
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

    /// `Attacks in Ilmaray rose to at least 49 in October 2026`.
    fn moved_to(&self, extreme: Extreme, bound: &str, value: f64, at: &str) -> String {
        let what = if self.measure == Measure::Killed { "Deaths" } else { self.noun.many };
        let verb = match extreme {
            Extreme::Highest => "rose to",
            Extreme::Lowest => "fell to",
        };
        format!("{}{} {verb} {bound}{} {at}", text::capital(what), self.about, text::count(value))
    }

    fn record_title(&self, latest: Period, record: &Record) -> String {
        let (about, at, noun) = (&self.about, words::at(latest), latest.grain().noun());
        let reading = self.analysis.reading(self.key, self.measure, latest);
        let is_killed = self.measure == Measure::Killed;
        if record.value == 0.0 {
            let since = match record.since {
                Some((since, _)) => format!("since {}", since.name()),
                None => format!("since the records begin in {}", record.begins.name()),
            };
            let what = if is_killed { "deaths".to_owned() } else { self.noun.many.to_owned() };
            return format!("No {what}{about} {at}, the first {noun} without any {since}");
        }
        if record.value == 1.0 && self.is_first_since(latest, record) {
            let since = match record.since {
                Some((since, _)) => format!("the first since {}", since.name()),
                None => format!("the first since the records begin in {}", record.begins.name()),
            };
            return text::capital(&format!("{}{about} {at}, {since}", self.noun.count(1.0)));
        }
        let most = match (record.extreme, record.certainty) {
            (Extreme::Highest, Certainty::Exact) => "the most",
            (Extreme::Highest, Certainty::LowerBounds) => "the most known",
            (Extreme::Lowest, Certainty::Exact) => "the fewest",
            (Extreme::Lowest, Certainty::LowerBounds) => "the fewest known",
        };
        let since = match record.since {
            Some((since, _)) => format!("{most} since {}", since.name()),
            None => format!("{most} in any {noun} since the records begin in {}", record.begins.name()),
        };
        let bound = at_least(reading);
        let lead = match self.moved(record.extreme) {
            true => self.moved_to(record.extreme, bound, record.value, &at),
            false => text::capital(&format!("{bound}{}{about} {at}", self.noun.count(record.value))),
        };
        let expected = strength::expected(self.analysis, self.key, self.measure).unwrap_or_default();
        format!("{lead}, {since}{expected}")
    }

    /// Whether nothing at all is known between the latest period and the record's base: one incident is no rise.
    fn is_first_since(&self, latest: Period, record: &Record) -> bool {
        let from = record.since.map_or(record.begins.plus(-1), |(since, _)| since);
        let series = self.analysis.series(self.key, self.measure);
        let between = series.complete().filter(|p| from < p.period && p.period < latest);
        record.extreme == Extreme::Highest && between.into_iter().all(|p| p.reading == Reading::Known(0.0))
    }

    fn plain_title(&self, latest: Period) -> String {
        let about = &self.about;
        let at = words::at_so_far(self.analysis, latest);
        let reading = self.analysis.reading(self.key, self.measure, latest);
        let way = [Extreme::Highest, Extreme::Lowest].into_iter().find(|&e| self.moved(e));
        let lead = match (self.measure, reading.value()) {
            (Measure::Killed, None) => format!("No toll is known for what happened{about} {at}"),
            (_, None) => format!("{}{about}: not covered {at}", self.noun.many),
            (Measure::Killed, Some(0.0)) => format!("no deaths recorded{about} {at}"),
            (_, Some(value)) if let Some(way) = way => self.moved_to(way, at_least(reading), value, &at),
            (_, Some(value)) => format!("{}{}{about} {at}", at_least(reading), self.noun.count(value)),
        };
        let title = format!("{}{}", text::capital(&lead), self.beside(latest));
        let trend = found::trend_clause(self.analysis, self.key, self.measure).unwrap_or_default();
        if title.chars().count() + trend.chars().count() <= LONGEST { title + &trend } else { title }
    }

    /// What the latest value is held against: what was expected of it, else the period before, else the mean of a year.
    fn beside(&self, latest: Period) -> String {
        let (key, measure) = (self.key, self.measure);
        let expected = strength::expected(self.analysis, key, measure);
        let expected = expected.or_else(|| strength::against_previous(self.analysis, key, measure, latest));
        expected.unwrap_or_else(|| self.context(latest))
    }

    /// `, 82 a month on average over the last 12 months`; at the grain of a year the year before.
    fn context(&self, latest: Period) -> String {
        let series = self.analysis.series(self.key, self.measure);
        let Some(length) = points::mean_length(latest.grain()) else {
            let before = latest.plus(-1);
            let value = self.analysis.index(before).and_then(|_| {
                (self.analysis.status(self.key.scope, before) == crate::period::Status::Complete)
                    .then(|| self.analysis.reading(self.key, self.measure, before))
            });
            return match value.and_then(|r| Some((r, r.value()?))) {
                Some((reading, value)) => {
                    format!(", after {}{} {}", at_least(reading), none_or(value), words::at(before))
                }
                None => String::new(),
            };
        };
        let Some(mean) = stats::mean_of_last(&series, latest, length) else { return String::new() };
        if mean == 0.0 {
            let last = series.points().iter().rev().filter(|p| p.period < latest);
            let last = last.into_iter().find(|p| p.reading.value().is_some_and(|v| v > 0.0));
            return last.map(|p| format!("; the last were {}", words::at(p.period))).unwrap_or_default();
        }
        let is_bound = (0..length)
            .filter_map(|i| series.at(latest.plus(-(i as i32))))
            .any(|p| matches!(p.reading, Reading::AtLeast(_)));
        let bound = if is_bound { "at least " } else { "" };
        let (grain, noun) = (words::periods(latest.grain()), latest.grain().noun());
        format!(", {bound}{} a {noun} on average over the last {length} {grain}", rounded(mean))
    }

    /// Where no period is complete yet: everything there is, with its days.
    fn whole_run(&self) -> String {
        let coverage = self.analysis.covered(self.key.scope);
        let total = points::total(self.analysis, self.key, &self.analysis.periods);
        let reading = self.measure.of(&total, &self.analysis.loaded.facts.reports);
        let stretch = match coverage.from() == coverage.to() {
            true => format!("on {}", coverage.from().long()),
            false => format!("from {}", text::stretch(coverage.from(), coverage.to())),
        };
        let lead = match reading.value() {
            None => format!("no toll is known for what happened{}", self.about),
            Some(value) => format!("{}{}{}", at_least(reading), self.noun.count(value), self.about),
        };
        text::capital(&format!("{lead} {stretch}"))
    }
}

/// The words before a lower bound.
pub(super) fn at_least(reading: Reading) -> &'static str {
    match reading {
        Reading::AtLeast(_) => "at least ",
        Reading::Known(_) | Reading::Unreported | Reading::NotCovered => "",
    }
}

fn none_or(value: f64) -> String {
    if value == 0.0 { "none".to_owned() } else { text::count(value) }
}

/// A mean as a newspaper prints it: without a decimal from ten on.
pub(super) fn rounded(mean: f64) -> String {
    text::number(mean, if mean < 10.0 { 1 } else { 0 })
}

/// The name of a period where room is short.
pub(super) fn short(period: Period) -> String {
    match period.grain() {
        Grain::Week(_) => period.label(),
        Grain::Day | Grain::Month | Grain::Quarter | Grain::HalfYear | Grain::Year => period.name(),
    }
}
