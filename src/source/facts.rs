//! What a source allows to be said: what it reports, what its rows mean, when it was counting.

use crate::measure::Reports;
use crate::period::{Day, Window};
use serde::{Deserialize, Serialize};

/// The facts of one table. Tables of one source and one run are merged by [`Facts::merge`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Facts {
    /// The source's id, as in tables: series of different sources never mix.
    pub source: String,
    /// Its name in sentences and captions.
    pub title: String,
    /// The attribution that its publisher asks for.
    pub citation: String,
    pub reports: Reports,
    pub direction: Direction,
    /// How an incident of several groups counts unless the user says otherwise.
    pub attribution: Attribution,
    pub coverage: CoverageRule,
    /// The first and last day of coverage as the file's own description states them, instead of what its rows suggest.
    pub covered_from: Option<Day>,
    pub covered_to: Option<Day>,
    /// Days that the publisher lost or never coded: not covered, not 0.
    pub gap: Option<Window>,
    pub living: Living,
    pub edition: Edition,
    /// What the publisher's own headline figure counts, where it has one.
    pub headline: Option<&'static str>,
    /// Changes in how the data were collected: never reported as violence.
    pub breaks: Vec<Break>,
    /// Years in which counting began later than the source as a whole, by country in lower case.
    pub country_starts: &'static [(&'static str, i32)],
    /// Rows are counts of incidents without actors.
    pub aggregated: Aggregated,
    /// What a reader must know of this source, one sentence each.
    pub caveats: Vec<String>,
}

/// Whether rows say who did it to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Some kinds name an initiator.
    Stated,
    /// No row does: groups are only involved.
    Unknown,
}

/// How an incident of several groups counts for each of them.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray, Serialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Attribution {
    /// Once for every group that took part.
    #[default]
    Involved,
    /// For the group named first.
    First,
    /// For groups that initiated it.
    Initiator,
    /// In equal parts.
    Fractional,
}

impl Attribution {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Where coverage ends, given the newest incident and the version date. DESIGN, rule 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CoverageRule {
    /// The newest incident.
    NewestIncident,
    /// ACLED: the newest incident, rounded up to its Friday if that lies at least four days before the version date.
    AcledFriday,
    /// ACLED's weekly counts: the Friday that ends the newest incident's week.
    WeekFriday,
    /// Monthly releases: the end of the newest incident's month.
    MonthEnd,
    /// Yearly releases: 31 December of the newest incident's year.
    YearEnd,
}

/// Friday of the week counts as covered only when the file is at least this much younger: ACLED publishes the week that ended
/// on a Friday on the following Tuesday.
const ACLED_RELEASE_LAG_DAYS: i32 = 4;

impl CoverageRule {
    pub fn end(self, newest: Day, version: Option<Day>) -> Day {
        match self {
            CoverageRule::NewestIncident => newest,
            CoverageRule::AcledFriday => {
                let friday = newest.friday_on_or_after();
                match version {
                    Some(version) if version.since(friday) >= ACLED_RELEASE_LAG_DAYS => friday,
                    Some(_) | None => newest,
                }
            }
            CoverageRule::WeekFriday => newest.friday_on_or_after(),
            CoverageRule::MonthEnd => newest.last_of_month(),
            CoverageRule::YearEnd => Day::from_ymd(newest.year(), 12, 31).expect("every year has a last day"),
        }
    }
}

/// Whether later releases change what this one says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Living {
    /// A closed release.
    Settled,
    /// More reports on its newest periods will come.
    Living,
}

/// Which of two releases wins for the same incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    Candidate,
    Final,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregated {
    #[default]
    No,
    /// Weekly counts: no groups, and months are met only roughly.
    Weekly,
}

/// A change in how the data were collected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Break {
    /// The first day of the new way.
    pub from: Day,
    pub note: String,
}

impl Facts {
    /// A settled, final source that reports nothing but incidents; sources fill in what theirs has.
    pub fn new(source: &str, title: &str, citation: &str) -> Facts {
        Facts {
            source: source.to_owned(),
            title: title.to_owned(),
            citation: citation.to_owned(),
            reports: Reports::default(),
            direction: Direction::Stated,
            attribution: Attribution::Involved,
            coverage: CoverageRule::NewestIncident,
            gap: None,
            covered_from: None,
            covered_to: None,
            living: Living::Settled,
            edition: Edition::Final,
            headline: None,
            breaks: Vec::new(),
            country_starts: &[],
            aggregated: Aggregated::No,
            caveats: Vec::new(),
        }
    }

    /// Takes in another table of the same source: what either allows is allowed, the livelier decides.
    pub fn merge(&mut self, other: &Facts) {
        self.reports = self.reports.either(other.reports);
        self.living = self.living.max(other.living);
        self.coverage = self.coverage.min(other.coverage);
        self.edition = self.edition.min(other.edition);
        for caveat in &other.caveats {
            if !self.caveats.contains(caveat) {
                self.caveats.push(caveat.clone());
            }
        }
    }
}
