//! Lethality: the killed per incident with a known toll, over the last year up to each period.

use super::frame::{self, Parts};
use super::words::{self, LastYear, Noun};
use super::{Chart, Lacking, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key};
use crate::figure::{Emphasis, Figure, Ink, Line, Panel, Panels, Shape};
use crate::measure::{Cell, Measure};
use crate::messages::Message;
use crate::registry::Entry;
use crate::stats::MINIMUM_BASE;
use crate::text;

pub(super) struct Lethality;

impl Entry for Lethality {
    fn id(&self) -> &'static str {
        "lethality"
    }

    fn about(&self) -> &'static str {
        "People killed per incident with a known toll"
    }

    fn example(&self) -> String {
        "incident-trends chart lethality -o lethality.svg".to_owned()
    }
}

impl Chart for Lethality {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn need(&self, _: &Analysis, _: Subject) -> Need {
        Need::COUNTS
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        if !analysis.loaded.facts.reports.killed.yes() {
            return Err(NotDrawn::NotReported(Lacking::Deaths));
        }
        let key = Key { scope: words::scope(pick.subject), facet: Facet::ALL };
        let extent = axis::extent(analysis, pick, None);
        let ratio: points::Ratio = (|c: &Cell| c.killed.best, |c: &Cell| c.killed.known);
        let main = points::trailing(analysis, key, &extent, ratio, MINIMUM_BASE);
        if main.iter().all(|p| p.value.is_none()) {
            let what = Lacking::KnownTolls;
            let known = points::total(analysis, key, &analysis.periods).killed.known.value() as usize;
            let need = MINIMUM_BASE as usize;
            return Err(match known >= need {
                true => NotDrawn::NoCompleteYear,
                false => NotDrawn::TooFew { what, have: known, need },
            });
        }
        let has_gaps = main.iter().any(|p| p.value.is_none());
        // A single massacre would dwarf a line of single months: only the trailing year is drawn.
        let name = points::trailing_name(m, analysis.policy.grain);
        let lines = vec![Line { name, ink: Ink::Death, emphasis: Emphasis::Main, points: main }];
        let axis = axis::time(analysis, pick, &extent);
        let panel = Panel { lines, ..Panel::default() };
        let (title, mut notes) = title(analysis, pick, key);
        if has_gaps {
            notes.push(m.say(Message::ChartNoteGaps { minimum: text::count(MINIMUM_BASE) }));
        }
        let range = points::range(m, analysis, key, Measure::KilledPerIncident, &extent);
        let parts = Parts {
            title,
            unit: m.say(Message::ChartUnitLethality { noun: Noun::of(analysis, None).one(m) }),
            alt: m.say(Message::ChartAltLine { periods: m.periods(analysis.policy.grain), told: range }),
            shape: Shape::Series(Panels { axis, panels: vec![panel] }),
            notes,
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// The last year against the year before it.
fn title(analysis: &Analysis, pick: &Pick, key: Key) -> (String, Vec<String>) {
    let (m, noun) = (pick.m, Noun::of(analysis, None));
    let about = words::about(m, analysis, pick.subject);
    let rate = |year: &LastYear| {
        let cell = points::total(analysis, key, &year.periods);
        let known = cell.killed.known.value();
        (known >= MINIMUM_BASE).then(|| (text::number(cell.killed.best.value() / known, 1), cell))
    };
    let year = LastYear::of(analysis, key.scope);
    let Some((when, (number, cell))) = year.as_ref().and_then(|y| Some((y.words(m), rate(y)?))) else {
        return (m.say(Message::ChartTitleLethalityUnknown { noun: noun.one(m), about }), Vec::new());
    };
    let before = year.as_ref().and_then(|y| {
        let until = y.periods.first()?.plus(-1);
        let earlier = LastYear::until(analysis, key.scope, analysis.index(until).map(|_| until)?)?;
        (earlier.periods.len() == y.periods.len()).then(|| rate(&earlier))?
    });
    let before = before.map(|(number, _)| m.say(Message::ChartYearBefore { number })).unwrap_or_default();
    let (known, all) = (cell.killed.known.value(), cell.incidents.value());
    let note = (known < all).then(|| {
        let (known, count) = (text::count(known), noun.count(m, all));
        m.say(Message::ChartNoteKnown { known, count, when: when.clone() })
    });
    let note = note.into_iter().collect();
    (m.say(Message::ChartTitleLethality { number, noun: noun.one(m), about, when, before }), note)
}
