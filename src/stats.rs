//! Statistics: pure functions from series and readings to numbers, or to the reason why there is none.

mod alert;
mod breaks;
mod change;
mod conditional;
mod dispersion;
mod evidence;
mod family;
mod forecast;
mod glm;
mod interval;
mod judgement;
mod lethality;
mod means;
mod poisson_interval;
mod predictive;
mod quiet;
mod rate_ratio;
mod record;
mod root;
mod sample;
mod score;
mod season;
mod shrink;
mod trend;

pub use alert::{
    Alert, Band, Bounds, Detector, DetectorChoice, Direction, EarsBound, EarsMethod, FarringtonBound,
    FarringtonSetting, FarringtonThreshold, PredictionError, Trendfinder, alert, ears, farrington,
};
pub use breaks::{Break, breaks};
pub use change::{Change, Comparison, KNOWN_SHARE_NEEDED, MINIMUM_BASE, NEW_SOURCE_LIMIT, Side, change};
pub use dispersion::{Dispersion, dispersion};
pub use evidence::{ChangeTest, Evidence, Exposed, TollEvidence, TollSample, compare_counts, compare_tolls};
pub use family::Family;
pub use forecast::{
    ACTIVE_NEEDED, COUNT_NEEDED, FIRST_ORIGIN, Forecast, Forecaster, HORIZON, LEVELS, ORIGINS, Origins, Outcome,
    PERIODS_NEEDED, Score, Step, backtest, best, forecast, scores, too_thin,
};
pub use interval::{ALPHA, CONFIDENCE, Interval};
pub use judgement::Judgement;
pub use lethality::{Lethality, lethality};
pub use means::{mean_of_last, rolling_mean};
pub use poisson_interval::poisson_interval;
pub use predictive::CountDistribution;
pub use quiet::{QUIET_RULE, QuietRule, Silence, Unsaid, silence};
pub use rate_ratio::{rate_ratio, rate_ratio_p};
pub use record::{Certainty, Extreme, RECORD_DEPTH, Record, record};
pub use sample::{Observation, Sample, per_year, phase};
pub use score::{crps, crps_ensemble, crps_ensemble_fair, interval_score, log_score, randomised_pit};
pub use season::{Components, Decomposition, SeasonWindow, StlWeights, decompose, season_strength, stl};
pub use shrink::{shrunk_growth, shrunk_ratios};
pub use trend::{
    Growth, Kendall, TREND_PERIODS, TREND_WINDOW, TrendStatistic, TrendValue, Verdict, growth, mann_kendall, trends,
};

use crate::registry::{Entry, Registry};
use serde::Serialize;

/// Why a statistic was not computed: closed, and printed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case", tag = "reason")]
#[strum(serialize_all = "snake_case")]
pub enum NotComputed {
    /// One of the two periods is not wholly covered.
    Partial,
    /// The base lies before coverage begins, or there is no such period.
    NoBase,
    /// The source never reports it, or no incident has a known number.
    Unreported,
    /// Too many incidents have an unknown number.
    LowerBound,
    /// Too large a share comes only from sources that were not there at the base. DESIGN, rule 13.
    NewSources { share: f64 },
    /// Fewer complete periods than the statistic needs.
    TooShort { have: usize, need: usize },
    /// Too little was counted for the statistic.
    TooFew { have: f64, need: f64 },
    /// Too few of the newest periods have a count above 0.
    TooQuiet { have: usize, need: usize, of: usize },
    /// Nothing varies, or the fit has no solution.
    Degenerate,
    /// The statistic needs a yearly cycle of several periods.
    NoCycle,
    /// Later reports may still raise the newest period: no fall is spoken of.
    Provisional,
    /// Without its deadliest incident the series shows nothing.
    OneIncident { killed: f64 },
    /// Another region fell silent when this one rose, and the two together did not rise.
    MergedRegion,
    /// The source changed its collection inside the window.
    CollectionBreak,
    /// Coverage ended too long before the data's version date.
    Stale { periods: usize },
    /// Computed only for series that the report shows.
    NotShown,
    /// A sum whose parts are not kept one by one: there is nothing to test it against.
    NoDistribution,
}

impl NotComputed {
    /// The word of the reason, without its numbers.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The words in the column `not_computed`.
    pub fn text(self) -> String {
        match self {
            NotComputed::Partial => "a period is partial".to_owned(),
            NotComputed::NoBase => "no base inside coverage".to_owned(),
            NotComputed::Unreported => "not reported".to_owned(),
            NotComputed::LowerBound => "too many tolls are unknown".to_owned(),
            NotComputed::NewSources { share } => {
                format!("{} of the incidents come only from sources new since the base", crate::text::share(share))
            }
            NotComputed::TooShort { have, need } => format!("{have} complete periods of the {need} needed"),
            NotComputed::TooFew { have, need } => {
                format!("{} counted of the {} needed", crate::text::count(have), crate::text::count(need))
            }
            NotComputed::TooQuiet { have, need, of } => {
                format!("something in {have} of the last {of} periods, {need} needed")
            }
            NotComputed::Degenerate => "nothing varies".to_owned(),
            NotComputed::NoCycle => "periods of this length have no season".to_owned(),
            NotComputed::Provisional => "later reports may still add to the period: no fall is spoken of".to_owned(),
            NotComputed::OneIncident { killed } => {
                format!("without the one incident with {} killed there is nothing", crate::text::count(killed))
            }
            NotComputed::MergedRegion => {
                "another region fell silent when this one rose; the two together did not rise".to_owned()
            }
            NotComputed::CollectionBreak => "the source changed its collection in between".to_owned(),
            NotComputed::Stale { periods } => format!("coverage ended {periods} periods before the version date"),
            NotComputed::NotShown => "computed only for series that the report shows".to_owned(),
            NotComputed::NoDistribution => "not tested: a sum without the numbers of each incident".to_owned(),
        }
    }
}

/// A statistic that the user can look up.
pub trait Statistic: Entry {}

macro_rules! statistics {
    ($($name:ident: $id:literal, $about:literal;)*) => {
        $(
            struct $name;

            impl Entry for $name {
                fn id(&self) -> &'static str {
                    $id
                }

                fn about(&self) -> &'static str {
                    $about
                }

                fn example(&self) -> String {
                    format!("incident-trends table {}", $id)
                }
            }

            impl Statistic for $name {}
        )*

        /// All statistics, by the table in which they stand.
        pub static STATISTICS: Registry<dyn Statistic> = Registry::new("statistic", &[$(&$name),*]);
    };
}

statistics! {
    Changes: "changes", "Change against the previous period, the same period a year ago, and year to date: ratio with interval, p and q";
    Trends: "trends", "Growth with its verdict over 36 periods; Mann-Kendall, Hamed-Rao, seasonal Kendall and Sen's slope beside it";
    Alerts: "alerts", "The latest period against its own past: calibrated p, with Farrington, EARS, Trendfinder and HDX bounds beside it";
    Breaks: "breaks", "Changes of level (PELT) with the interval of dates and the ratio of levels";
    Tests: "tests", "Families of tests: Benjamini-Hochberg, and tests left out after Tarone";
    Forecasts: "forecasts", "One to six periods ahead with 50, 80 and 95 % intervals";
    Scores: "scores", "Rolling-origin backtest of every forecaster: CRPS, log score, interval score, coverage";
    HowDeadly: "lethality", "Killed per incident with interval, share lethal, median and maximum";
    Records: "records", "Highest or lowest since when, with where the records begin";
    Silences: "silences", "Groups that went quiet, and groups that appeared";
}
