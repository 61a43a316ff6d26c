//! Incidents: the one table type downstream of sources, its columns, and the words for what an incident is.

mod cast;
mod draft;
mod extract;
mod ids;
mod lexicon;
mod packed;
mod parts;
mod rows;
mod sheet;
mod table;

pub use cast::{Authorship, Cast, Participant, Standing, StatedSide};
pub use draft::{Draft, Member, Own, Toll};
pub use extract::{Dictionary, Extract, Part, Recall, Recalled};
pub use lexicon::Lexicon;
pub use parts::{Act, Losses, Site};
pub use rows::{Naming, Row, Rows};
pub use sheet::{Clerk, Column, Known, Recurring, Sheet, short};
pub use table::Incidents;

use serde::{Deserialize, Serialize};

/// What happened, as far as the counting asks. See DESIGN's words: the kinds are ledgers that never mix.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// By an armed group.
    Attack,
    /// By state forces, domestic or foreign, against armed actors or an unnamed target.
    Operation,
    /// By state forces against civilians: never called an operation.
    StateViolence,
    /// Both sides named, no direction known.
    Clash,
    /// Both sides governments.
    Interstate,
    /// Violence of which the source does not say who used it: in `all`, in no ledger.
    Undetermined,
    /// Not violent, or demonstrations: left out of `all`, and counted.
    Other,
}

impl Kind {
    /// The word in tables and on the command line.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The plural in sentences.
    pub fn plural(self) -> &'static str {
        match self {
            Kind::Attack => "attacks",
            Kind::Operation => "operations by state forces",
            Kind::StateViolence => "incidents of state violence against civilians",
            Kind::Clash => "clashes",
            Kind::Interstate => "interstate clashes",
            Kind::Undetermined => "incidents of violence by an unstated side",
            Kind::Other => "other incidents",
        }
    }

    /// Whether the kind is part of `all`.
    pub fn counts(self) -> bool {
        self != Kind::Other
    }
}

/// A group's part in an incident.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Initiator,
    Target,
    /// One side of a clash.
    Party,
    /// Named as helping a side.
    Ally,
}

impl Role {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// How exactly the day is known.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "snake_case")]
pub enum DatePrecision {
    Day,
    Week,
    Month,
    /// Longer than a month.
    Year,
}

/// How exactly the place is known.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "snake_case")]
pub enum PlacePrecision {
    Exact,
    /// Near a town or within a town's area.
    Town,
    District,
    /// Coarser than a district: stays out of district tables and maps.
    Region,
    Country,
}

impl PlacePrecision {
    pub fn coarser_than_district(self) -> bool {
        self > PlacePrecision::District
    }
}

/// Whether somebody said that they did it.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "snake_case")]
pub enum ClaimState {
    Claimed,
    Unclaimed,
    Denied,
    Competing,
    #[default]
    Unknown,
}

/// Whose forces acted, where state forces did.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "snake_case")]
pub enum Forces {
    #[default]
    None,
    Domestic,
    Foreign,
}

/// Whether the publisher counts the row in its own headline figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::VariantArray, Serialize, Deserialize)]
pub enum Headline {
    /// The source has no such figure, or does not say.
    #[default]
    None,
    In,
    Out,
}

/// Whether the act succeeded, where the source says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::VariantArray, Serialize, Deserialize)]
pub enum Success {
    #[default]
    Unknown,
    Succeeded,
    Failed,
}
