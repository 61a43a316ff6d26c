//! How pairs are measured, as the user decides it, and why a pair is not.

use crate::convergence::Plan;
use serde::Serialize;

/// Which incidents of a group are held against another's.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Those that it initiated: whose day and place it chose.
    #[default]
    Initiated,
    /// Also clashes without a direction and operations against it, whose day and place are mostly the other side's choice.
    Involved,
}

impl Counted {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// How pairs are measured; every field decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PairPolicy {
    pub counted: Counted,
    /// The window within which offensives are moved, days; `None`: by their number, [`Plan::usual_window`].
    pub window: Option<i32>,
    /// Incidents with an exact day and a place that each of the two must have.
    pub least: u32,
    /// Whether the two measures for robustness are made too.
    pub robustness: Robustness,
}

impl PairPolicy {
    /// Below twenty incidents a pair would have to have half of them near each other to be told from chance (see the README).
    pub const LEAST: u32 = 20;

    /// The window for so many offensives, days.
    pub fn window(self, offensives: usize) -> i32 {
        self.window.unwrap_or_else(|| Plan::usual_window(offensives))
    }

    /// The window for what is asked of time, days.
    pub fn rise_window(self) -> i32 {
        self.window.unwrap_or(Plan::WINDOW)
    }
}

/// Whether the measures for robustness are made.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Robustness {
    #[default]
    Off,
    On,
}

impl Default for PairPolicy {
    fn default() -> PairPolicy {
        PairPolicy { counted: Counted::default(), window: None, least: PairPolicy::LEAST, robustness: Robustness::Off }
    }
}

/// Offensives that B must have: fewer moves than that can say nothing.
pub const LEAST_OFFENSIVES: usize = 10;

/// Why co-activity was not measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMeasured {
    /// The source gives no direction for this side's incidents: it initiated too few, while it was involved in enough.
    NoDirection { side: Which, initiated: usize, involved: usize, need: usize },
    /// Too few incidents with an exact day and a place.
    TooFew { side: Which, have: usize, need: usize },
    /// B's incidents are enough, but form too few offensives: all on a few days, say.
    TooFewOffensives { have: usize, need: usize },
}

/// Of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    A,
    B,
}
