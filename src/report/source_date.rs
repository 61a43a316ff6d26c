//! The date that a report bears inside files which must carry one: of its source, never of the clock.

use super::manifest::Manifest;
use super::whole::Report;
use crate::period::Day;

/// Seconds of a day.
const DAY: i64 = 86_400;

impl Report {
    /// Seconds since 1970-01-01 00:00 UTC: `SOURCE_DATE_EPOCH` of the environment, else the newest version date of the sources,
    /// else the newest end of their coverage; `None` where nothing says.
    pub fn source_moment(&self) -> Option<i64> {
        moment(std::env::var("SOURCE_DATE_EPOCH").ok().as_deref(), self.manifest())
    }
}

fn moment(asked: Option<&str>, manifest: &Manifest) -> Option<i64> {
    let asked = asked.and_then(|text| text.trim().parse::<i64>().ok()).filter(|&seconds| seconds >= 0);
    let sources = || manifest.sources.iter();
    let day = sources().filter_map(|source| source.version_date).max();
    let day = day.or_else(|| sources().filter_map(|source| source.coverage).map(|covered| covered.to).max());
    asked.or_else(|| day.map(|day: Day| i64::from(day.epoch()) * DAY))
}

#[cfg(test)]
mod tests {
    use super::super::{Covered, Label, SourceEntry};
    use super::*;

    #[test]
    fn the_environment_speaks_first_then_the_version_then_the_coverage() {
        let day = |iso| Day::from_iso(iso).expect("an ISO date");
        let mut manifest = Manifest::new(Label::new("2026-10").expect("a label"), serde_json::json!({}));
        assert_eq!(moment(None, &manifest), None);
        let coverage = Some(Covered { from: day("1970-01-01"), to: day("1970-01-03") });
        let entry = |version_date| SourceEntry { source: "custom".to_owned(), version_date, coverage };
        manifest.sources = vec![entry(None)];
        assert_eq!(moment(None, &manifest), Some(2 * DAY));
        manifest.sources.push(entry(Some(day("1970-01-11"))));
        assert_eq!(moment(None, &manifest), Some(10 * DAY));
        assert_eq!(moment(Some("42"), &manifest), Some(42));
        assert_eq!(moment(Some("yesterday"), &manifest), Some(10 * DAY), "what is no number is not asked");
    }
}
