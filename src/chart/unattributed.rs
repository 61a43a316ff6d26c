//! Unattributed: the share of incidents for which no group is named, and of those for which one is only suspected.

use super::frame::{self, Parts};
use super::words::{self, LastYear, Noun};
use super::{Chart, Lacking, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key};
use crate::figure::{Emphasis, Figure, Ink, Line, Panel, Panels, Point, Shape};
use crate::finding;
use crate::measure::{Amount, Cell, Measure};
use crate::messages::{Message, Messages};
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
    measure: Measure::ShareUnattributed,
    part: |c| c.unattributed,
    whole: |c| c.unattributed + c.attributed,
};
const SUSPECTED: Share =
    Share { of: Of::Named, measure: Measure::ShareSuspected, part: |c| c.suspected, whole: |c| c.attributed };

impl Share {
    fn title(&self, m: &Messages) -> String {
        m.say(match self.of {
            Of::Armed => Message::RowUnattributed {},
            Of::Named => Message::ChartOnlySuspected {},
        })
    }
}

impl Chart for Unattributed {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn need(&self, _: &Analysis, _: Subject) -> Need {
        Need::COUNTS
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        let reports = &analysis.loaded.facts.reports;
        let mut shares = Vec::new();
        match pick.subject {
            Subject::All | Subject::Region(_) if reports.unattributed.yes() => shares.push(NO_GROUP),
            Subject::All | Subject::Region(_) | Subject::Group(_) | Subject::Pair(..) => {}
        }
        if reports.suspected.yes() {
            shares.push(SUSPECTED);
        }
        let Some(first) = shares.first() else { return Err(NotDrawn::NotMeasured) };
        let key = Key { scope: words::scope(pick.subject), facet: Facet::ALL };
        let extent = axis::extent(analysis, pick, None);
        let (title, notes) = (title(analysis, pick, key, first), note(m, first));
        let (mut panels, mut told) = (Vec::new(), Vec::new());
        for share in &shares {
            let ratio = (share.part, share.whole);
            let trailing = percent(points::trailing(analysis, key, &extent, ratio, MINIMUM_BASE));
            let each = percent(points::of(analysis, key, share.measure, &extent));
            if trailing.iter().chain(&each).all(|p| p.value.is_none()) {
                continue;
            }
            told.push(m.say(Message::ChartTold { name: share.title(m), told: latest(m, &each) }));
            let name = points::trailing_name(m, analysis.policy.grain);
            let mut lines = vec![Line { name, ink: Ink::Unattributed, emphasis: Emphasis::Main, points: trailing }];
            if points::mean_length(analysis.policy.grain).is_some() {
                let name = m.say(Message::ChartEach { grain: finding::grain(m, analysis.policy.grain) });
                lines.insert(0, Line { name, ink: Ink::Past, emphasis: Emphasis::Context, points: each });
            }
            panels.push(Panel { title: share.title(m), unit: "%".to_owned(), lines, ..Panel::default() });
        }
        if panels.is_empty() {
            return Err(NotDrawn::TooFew { what: Lacking::Armed, have: 0, need: 1 });
        }
        let parts = Parts {
            title,
            unit: m.say(Message::ChartUnitShare { what: Noun::of(analysis, None).many(m) }),
            alt: m.say(Message::ChartAltLines { told: told.join(" ") }),
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

fn latest(m: &Messages, points: &[Point]) -> String {
    let last = points.iter().rev().find_map(|p| p.value);
    m.say(match last {
        Some(value) => Message::ChartLatest { number: text::number(value, 0) },
        None => Message::ChartNoValue {},
    })
}

fn note(m: &Messages, share: &Share) -> Vec<String> {
    vec![m.say(match share.of {
        Of::Named => Message::ChartNoteNamed {},
        Of::Armed => Message::ChartNoteArmed {},
    })]
}

fn title(analysis: &Analysis, pick: &Pick, key: Key, share: &Share) -> String {
    let (m, noun) = (pick.m, Noun::of(analysis, None));
    let about = words::about(m, analysis, pick.subject);
    let year = LastYear::of(analysis, key.scope).map(|year| {
        let cell = points::total(analysis, key, &year.periods);
        ((share.part)(&cell).value(), (share.whole)(&cell).value(), year.words(m))
    });
    m.say(match (year, share.of) {
        (Some((part, whole, when)), Of::Named) if whole > 0.0 => {
            Message::ChartTitleSuspected { number: text::count(part), count: noun.count(m, whole), about, when }
        }
        (Some((0.0, whole, when)), Of::Armed) if whole > 0.0 => {
            Message::ChartTitleAllNamed { count: noun.count(m, whole), about, when }
        }
        (Some((part, whole, when)), Of::Armed) if whole > 0.0 => {
            Message::ChartTitleUnnamed { number: text::count(part), count: noun.count(m, whole), about, when }
        }
        (Some(_) | None, Of::Named | Of::Armed) => {
            Message::ChartTitleShare { share: share.title(m), what: noun.many(m), about }
        }
    })
}
