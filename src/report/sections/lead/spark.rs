//! Word-sized lines: the course of a series over the last three years.

use super::super::super::document::Spark;
use super::super::page::Page;
use crate::chart;
use crate::cube::Key;
use crate::figure::{Ink, Point};
use crate::finding;
use crate::measure::Measure;
use crate::messages::Message;
use crate::paint;

/// Periods in a word-sized line: three years of months.
const PERIODS: usize = 36;

/// Points from which a line shows a course.
const LEAST: usize = 2;

/// The newest periods of a series; `None` where fewer than two are known.
pub(super) fn spark(page: &Page, key: Key, measure: Measure) -> Option<Spark> {
    let (m, analysis) = (page.m, page.analysis);
    let series = analysis.series(key, measure);
    let shown = &series.points()[series.points().len().saturating_sub(PERIODS)..];
    let points: Vec<Point> = shown.iter().map(chart::drawn).collect();
    let known: Vec<(String, String)> = shown
        .iter()
        .filter(|point| point.reading.value().is_some())
        .map(|point| (m.period(point.period), finding::reading_text(m, point.reading)))
        .collect();
    let ((from, first), (to, last)) = (known.first()?.clone(), known.last()?.clone());
    if known.len() < LEAST {
        return None;
    }
    let measure_name = finding::sentence_case(&finding::measure_name(m, measure));
    let alt = m.say(Message::SparkAlt { measure: measure_name, from, to, first, last });
    Some(Spark { svg: paint::spark(&points, ink(measure)), alt })
}

fn ink(measure: Measure) -> Ink {
    match measure {
        Measure::Killed | Measure::KilledPerIncident => Ink::Death,
        Measure::Injured => Ink::Injury,
        Measure::ShareUnattributed => Ink::Unattributed,
        Measure::Incidents
        | Measure::LethalIncidents
        | Measure::Casualties
        | Measure::Arrested
        | Measure::Abducted
        | Measure::SuicideAttacks
        | Measure::ShareSuspected => Ink::Count,
    }
}
