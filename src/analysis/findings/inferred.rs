//! Findings that are tests: trends, alerts and breaks of level of the whole and of the parts that a report shows.

use super::super::{AlertRow, BreakRow, Question, Shift, TrendRow};
use super::{About, subject_rows};
use crate::cube::{Facet, Key, Scope};
use crate::finding::{Alerted, Claim, Evidence, Finding, Shifted, Subject, Trend, a_period};
use crate::incident::Kind;
use crate::measure::Measure;
use crate::stats::{Interval, Judgement, NotComputed, TrendStatistic, Verdict};

/// Years before the latest period in which a break of a part is told: those that its chart shows. Older ones stand in the table.
const BREAK_IS_NEWS: i32 = 5;

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let mut found: Vec<Finding> = about.analysis.trends.iter().filter_map(|row| trend(about, row)).collect();
    found.extend(about.analysis.alerts.iter().filter_map(|row| alert(about, row)));
    found.extend(breaks(about));
    found
}

/// The measure, for the rows of a finding.
fn rows(subject: &Subject, kind: Option<Kind>, measure: Measure) -> Vec<(&'static str, String)> {
    let mut rows = subject_rows(subject, kind);
    rows.push(("measure", measure.id().to_owned()));
    rows
}

fn evidence(dataset: &'static str, rows: Vec<(&'static str, String)>, measure: Measure) -> Vec<Evidence> {
    let charts = if measure == Measure::Killed { vec!["casualties"] } else { vec!["frequency"] };
    vec![Evidence { dataset, rows, charts }]
}

/// How far from no change the nearer end of an interval of ratios lies: a wide interval has little to say.
fn nearest(low: f64, high: f64) -> f64 {
    if low > 1.0 {
        low.ln()
    } else if high < 1.0 {
        -high.max(f64::MIN_POSITIVE).ln()
    } else {
        0.0
    }
}

/// The verdict: of the whole always, of parts where they rise or fall.
fn trend(about: &About, row: &TrendRow) -> Option<Finding> {
    if row.statistic != TrendStatistic::Growth || row.key.facet != Facet::ALL {
        return None;
    }
    let subject = about.subject(row.key.scope)?;
    let verdict = row.verdict.unwrap_or(Verdict::TooLittleData);
    let told = match (row.key.scope, verdict) {
        (Scope::All, _) => row.result != Err(NotComputed::Unreported),
        (_, Verdict::Rising | Verdict::Falling) => true,
        (_, Verdict::NoEvidence | Verdict::TooLittleData) => false,
    };
    if !told || appeared(about, row) {
        return None;
    }
    let growth = row.result.and_then(|value| {
        let p = value.p.ok_or(NotComputed::Degenerate)?;
        Ok((value, about.significance(Question::Trend, row.key, p, row.q)))
    });
    let size = growth
        .as_ref()
        .map_or(0.0, |(value, _)| value.low.zip(value.high).map_or(0.0, |(low, high)| nearest(low, high)));
    let mut wanted = rows(&subject, None, row.measure);
    wanted.push(("statistic", row.statistic.id().to_owned()));
    let claim = Claim::Trend(Trend { measure: row.measure, window: row.window, verdict, growth });
    Some(about.finding(subject, claim, size, evidence("trends", wanted, row.measure)))
}

/// Whether a series began inside the window: its break from none at all says it better than a growth of many hundred per cent.
fn appeared(about: &About, row: &TrendRow) -> bool {
    about.analysis.breaks.iter().any(|other| {
        let shift = other.result.as_ref().ok().and_then(|shift| shift.as_ref());
        let from_none =
            |shift: &Shift| shift.found.before == 0.0 && row.window.is_some_and(|(first, _)| first <= shift.period);
        (other.key, other.measure) == (row.key, row.measure)
            && other.judgement() == Some(Judgement::Clear)
            && shift.is_some_and(from_none)
    })
}

/// What goes beyond chance; kinds other than all only of the whole, and only where there are several.
fn alert(about: &About, row: &AlertRow) -> Option<Finding> {
    let (Key { scope, facet: Facet::Ledger { kind, role: None } }, Ok(alert)) = (row.key, &row.result) else {
        return None;
    };
    let kinds = about.analysis.kinds().into_iter().filter(|kind| kind.counts()).count();
    if kind.is_some() && (scope != Scope::All || kinds < 2) {
        return None;
    }
    let subject = about.subject(scope)?;
    match row.judgement() {
        Some(Judgement::Clear | Judgement::Suggestive) => {}
        Some(Judgement::WithinChance) | None => return None,
    }
    let significance = about.significance(Question::Alert, row.key, alert.p, row.q);
    let wanted = rows(&subject, kind, row.measure);
    let size = (alert.observed - alert.expected).abs();
    let claim = Claim::Alert(Alerted { measure: row.measure, kind, alert: *alert, significance });
    Some(about.finding(subject, claim, size, evidence("alerts", wanted, row.measure)))
}

/// The breaks that go beyond chance, newest first: of the whole all, of parts those of the last years.
fn breaks(about: &About) -> Vec<Finding> {
    let rows_of = |row: &&BreakRow| row.key.facet == Facet::ALL;
    let all: Vec<&BreakRow> = about.analysis.breaks.iter().filter(rows_of).collect();
    all.iter().enumerate().filter_map(|(at, row)| shifted(about, row, &all[at + 1..])).collect()
}

/// One break; `later` are the rows after it, the next breaks of its own series first.
fn shifted(about: &About, row: &BreakRow, later: &[&BreakRow]) -> Option<Finding> {
    let Ok(Some(shift)) = &row.result else { return None };
    let subject = about.subject(row.key.scope)?;
    match row.judgement() {
        Some(Judgement::Clear | Judgement::Suggestive) => {}
        Some(Judgement::WithinChance) | None => return None,
    }
    let old = shift.period.start() <= about.latest.end().plus_years(-BREAK_IS_NEWS);
    if old && row.key.scope != Scope::All {
        return None;
    }
    let own = later.iter().take_while(|next| (next.key, next.measure) == (row.key, row.measure));
    let next = own.filter_map(|next| next.result.as_ref().ok().and_then(|shift| shift.as_ref())).next();
    let grain = about.latest.grain();
    let found = &shift.found;
    let claim = Claim::Break(Shifted {
        measure: row.measure,
        first: shift.period,
        earliest: shift.earliest,
        latest: shift.latest,
        until: next.map(|next| next.period.plus(-1)),
        before: a_period(found.before, grain),
        after: a_period(found.after, grain),
        ratio: Interval::new(found.ratio.estimate, found.ratio.low, found.ratio.high),
        significance: about.significance(Question::Break, row.key, found.p, row.q),
    });
    let mut wanted = rows(&subject, None, row.measure);
    wanted.push(("break_period", shift.period.label()));
    // Newest first: its size is its date.
    let size = f64::from(shift.period.start().epoch());
    Some(about.finding(subject, claim, size, evidence("breaks", wanted, row.measure)))
}
