//! Unattributed: the share of incidents for which no group is named, and of those for which one is only suspected.

use super::frame::{self, Parts};
use super::words::{self, LastYear, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key};
use crate::figure::{Emphasis, Evidence, Figure, Ink, Line, Panel, Panels, Point, Shape};
use crate::measure::{Amount, Cell, Measure};
use crate::registry::Entry;
use crate::stats::MINIMUM_BASE;
use crate::text;

pub(super) struct Unattributed;

impl Entry for Unattributed {
    fn id(&self) -> &'static str {
        "unattributed"
    }

    fn about(&self) -> &'static str {
        "Share of incidents for which no group is named, and of attributions only suspected"
    }

    fn example(&self) -> String {
        "incident-trends chart unattributed --by quarter -o unattributed.svg".to_owned()
    }
}

/// One share: of what, and how it is drawn.
struct Share {
    of: Of,
    title: &'static str,
    measure: Measure,
    part: fn(&Cell) -> Amount,
    whole: fn(&Cell) -> Amount,
}

/// Of which incidents.
#[derive(Clone, Copy)]
enum Of {
    /// With an armed group, named or not.
    Armed,
    /// With a named group.
    Named,
}

const NO_GROUP: Share = Share {
    of: Of::Armed,
    title: "No group named",
    measure: Measure::ShareUnattributed,
    part: |c| c.unattributed,
    whole: |c| c.unattributed + c.attributed,
};
const SUSPECTED: Share = Share {
    of: Of::Named,
    title: "Groups named, but only suspected",
    measure: Measure::ShareSuspected,
    part: |c| c.suspected,
    whole: |c| c.attributed,
};

impl Chart for Unattributed {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn need(&self, _: &Analysis, _: Subject) -> Need {
        Need::COUNTS
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        frame::need_incidents(analysis, pick.subject)?;
        let reports = &analysis.loaded.facts.reports;
        let mut shares = Vec::new();
        match pick.subject {
            Subject::All | Subject::Region(_) if reports.unattributed.yes() => shares.push(NO_GROUP),
            Subject::All | Subject::Region(_) | Subject::Group(_) => {}
        }
        if reports.suspected.yes() {
            shares.push(SUSPECTED);
        }
        let Some(first) = shares.first() else { return Err(NotDrawn::NotMeasured) };
        let key = Key { scope: words::scope(pick.subject), facet: Facet::ALL };
        let extent = axis::extent(analysis, pick, None);
        let (title, notes) = (title(analysis, pick, key, first), note(&shares));
        let (mut panels, mut told) = (Vec::new(), Vec::new());
        for share in &shares {
            let ratio = (share.part, share.whole);
            let trailing = percent(points::trailing(analysis, key, &extent, ratio, MINIMUM_BASE));
            let each = percent(points::of(analysis, key, share.measure, &extent));
            if trailing.iter().chain(&each).all(|p| p.value.is_none()) {
                continue;
            }
            told.push(format!("{}: {}", share.title, latest(&each)));
            let name = points::trailing_name(analysis.policy.grain);
            let mut lines = vec![Line { name, ink: Ink::Unattributed, emphasis: Emphasis::Main, points: trailing }];
            if points::mean_length(analysis.policy.grain).is_some() {
                let name = format!("Each {}", analysis.policy.grain.noun());
                lines.insert(0, Line { name, ink: Ink::Past, emphasis: Emphasis::Context, points: each });
            }
            panels.push(Panel {
                title: share.title.to_owned(),
                unit: "%".to_owned(),
                columns: None,
                lines,
                evidence: Evidence::default(),
            });
        }
        if panels.is_empty() {
            return Err(NotDrawn::TooFew { what: "incidents with an armed group", have: 0, need: 1 });
        }
        let parts = Parts {
            title,
            unit: format!("Share of {} in per cent", Noun::of(analysis, None).many),
            alt: format!("Lines over time. {}", told.join(" ")),
            shape: Shape::Series(Panels { axis: axis::time(analysis, pick, &extent), panels }),
            notes,
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

fn percent(points: Vec<Point>) -> Vec<Point> {
    points.into_iter().map(|p| Point { value: p.value.map(|v| v * 100.0), ..p }).collect()
}

fn latest(points: &[Point]) -> String {
    let last = points.iter().rev().find_map(|p| p.value);
    last.map_or("no value.".to_owned(), |v| format!("latest {} %.", text::number(v, 0)))
}

fn note(shares: &[Share]) -> Vec<String> {
    let of = |share: &Share| match share.of {
        Of::Named => "Of incidents with a named group",
        Of::Armed => "Of incidents with an armed group",
    };
    vec![format!("{}. A falling share can make a group look as if it rose.", of(&shares[0]))]
}

fn title(analysis: &Analysis, pick: &Pick, key: Key, share: &Share) -> String {
    let noun = Noun::of(analysis, None);
    let about = words::about(analysis, pick.subject);
    let year = LastYear::of(analysis, key.scope).map(|year| {
        let cell = points::total(analysis, key, &year.periods);
        ((share.part)(&cell).value(), (share.whole)(&cell).value(), year.words)
    });
    match (year, share.of) {
        (Some((part, whole, when)), Of::Named) if whole > 0.0 => {
            format!("Groups are only suspected in {} of {}{about} {when}", text::count(part), noun.count(whole))
        }
        (Some((part, whole, when)), Of::Armed) if whole > 0.0 => {
            if part == 0.0 {
                return format!("A group is named for all {} with an armed group{about} {when}", noun.count(whole));
            }
            let with = format!("{} with an armed group", noun.count(whole));
            format!("No group is named for {} of {with}{about} {when}", text::count(part))
        }
        (Some(_) | None, Of::Named | Of::Armed) => format!("{}: share of {}{about}", share.title, noun.many),
    }
}
