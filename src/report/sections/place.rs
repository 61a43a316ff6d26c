//! Which section a finding stands in: one place for each.

use crate::finding::{Claim, Finding, Subject};

/// A section that shows findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Headline,
    Trend,
    Alerts,
    Ledgers,
    Regions,
    Groups,
    Mix,
    Notable,
    Outlook,
    Pairs,
    Sure,
}

/// The section of a finding: by what it says, and where that is said of anything by whom it is about.
pub(super) fn place(finding: &Finding) -> Place {
    let of_subject = match &finding.subject {
        Subject::All(_) => Place::Headline,
        Subject::Region(_) => Place::Regions,
        Subject::Group(_) => Place::Groups,
        Subject::Pair(..) => Place::Pairs,
    };
    match &finding.claim {
        Claim::Total(_) | Claim::Compared(_) | Claim::Level(_) | Claim::SoFar(_) | Claim::Withheld(_) => of_subject,
        Claim::Trend(_) | Claim::Break(_) => Place::Trend,
        Claim::Alert(_) | Claim::Record { .. } | Claim::FirstSuicide { .. } => Place::Alerts,
        Claim::Ledgers(_) | Claim::Margin(_) | Claim::Lethality(_) | Claim::Taken { .. } => Place::Ledgers,
        Claim::Region(_) => Place::Regions,
        Claim::Group(_) | Claim::Unnamed(_) | Claim::Suspected(_) | Claim::Silence { .. } | Claim::Claimed(_) => {
            Place::Groups
        }
        Claim::Mix(_) | Claim::Suicide(_) | Claim::Failed { .. } => Place::Mix,
        Claim::Deadliest(_) => Place::Notable,
        Claim::Forecast(_) | Claim::ForecastKept(_) => Place::Outlook,
        Claim::Converging(_) | Claim::PairsTested(_) => Place::Pairs,
        Claim::Tested(_) => Place::Sure,
    }
}
