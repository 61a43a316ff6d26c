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
    Outlook,
    Sure,
}

/// The section of a finding: by what it says, and for records, firsts and what is withheld by whom it is about.
pub(super) fn place(finding: &Finding) -> Place {
    let of_subject = match &finding.subject {
        Subject::All(_) => Place::Headline,
        Subject::Region(_) => Place::Regions,
        Subject::Group(_) => Place::Groups,
    };
    match &finding.claim {
        Claim::Total(_)
        | Claim::Compared(_)
        | Claim::Level(_)
        | Claim::Record { .. }
        | Claim::Suicide(_)
        | Claim::FirstSuicide { .. }
        | Claim::Taken { .. }
        | Claim::Failed { .. }
        | Claim::Claimed(_)
        | Claim::Deadliest(_)
        | Claim::SoFar(_)
        | Claim::Withheld(_) => of_subject,
        Claim::Trend(_) | Claim::Break(_) => Place::Trend,
        Claim::Alert(_) => Place::Alerts,
        Claim::Ledgers(_) | Claim::Margin(_) | Claim::Lethality(_) => Place::Ledgers,
        Claim::Region(_) => Place::Regions,
        Claim::Group(_) | Claim::Unnamed(_) | Claim::Suspected(_) | Claim::Silence { .. } => Place::Groups,
        Claim::Mix(_) => Place::Mix,
        Claim::Forecast(_) | Claim::ForecastKept(_) => Place::Outlook,
        Claim::Tested(_) => Place::Sure,
    }
}
