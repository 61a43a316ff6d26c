//! Convergence: what is known of two groups together, month by month: incidents that name both, nearness beyond chance, likeness of
//! what they strike, and districts in common.

mod panels;
mod told;

use super::frame::{self, Parts};
use super::{Chart, NotDrawn, Pick, Reach, Subject, axis};
use crate::analysis::{Analysis, Evidence, Need, NotMeasured, PairRow, Part, Which};
use crate::convergence::Relation;
use crate::figure::{Figure, Panels, Shape, State};
use crate::finding;
use crate::messages::Message;
use crate::period::{Day, Grain, Period, Status};
use crate::registry::Entry;
use panels::Months;
pub(super) use told::{declared_in_words, within};

pub(super) struct Convergence;

impl Entry for Convergence {
    fn id(&self) -> &'static str {
        "convergence"
    }

    fn about(&self) -> &'static str {
        "Two groups or families: incidents naming both, nearness beyond chance, likeness and shared districts"
    }

    fn example(&self) -> String {
        "incident-trends chart convergence --group 'Free Shore of Ilmaray' --group 'Custodians of the Pure Road'"
            .to_owned()
    }
}

impl Chart for Convergence {
    fn reach(&self) -> Reach {
        Reach::Pairs
    }

    fn table(&self) -> &'static str {
        "convergence"
    }

    fn need(&self, _: &Analysis, subject: Subject) -> Need {
        match subject {
            Subject::Pair(a, b) => Need::Pair(a, b),
            Subject::All | Subject::Group(_) | Subject::Region(_) => {
                Need::Only { series: Vec::new(), parts: &[Part::Direct, Part::Pairs] }
            }
        }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        let Subject::Pair(one, other) = pick.subject else { return Err(NotDrawn::NotForSubject) };
        let row = analysis.pair(one, other).ok_or(NotDrawn::NoPair)?;
        let pick = &Pick { subject: Subject::Pair(row.a, row.b), ..*pick };
        need_something(analysis, row)?;
        let pair = Pair { analysis, m, row };
        let months = Months::of(analysis, pick, row);
        let (panels, told) = pair.panels(&months);
        if panels.is_empty() {
            return Err(NotDrawn::NothingShown);
        }
        let axis = axis::of(analysis, pick, &months.shown);
        let mut notes = pair.notes();
        if panels.iter().any(|panel| !panel.lanes.is_empty()) {
            notes.extend(months.partial(m, analysis, pick.subject));
        }
        let mut steps = panels.iter().flat_map(|panel| &panel.steps).flat_map(|steps| &steps.steps);
        if steps.any(|step| step.point.state == State::Partial) {
            notes.push(m.say(Message::ChartNotePartYears {}));
        }
        let stretch = m.stretch(months.first().max(analysis.coverage.from()), analysis.coverage.to());
        let parts = Parts {
            title: pair.title(),
            unit: m.series(&[pair.unit(), stretch]),
            alt: m.say(Message::ChartAltOfPair { told: told.join(" ") }),
            shape: Shape::Series(Panels { axis, panels }),
            notes,
            extent: 0..0,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// Two groups of which too little is known to measure anything, and that no incident names together, are no picture.
fn need_something(analysis: &Analysis, row: &PairRow) -> Result<(), NotDrawn> {
    match row.measured {
        Err(NotMeasured::TooFew { side, have, need }) if !row.direct.any() => {
            Err(NotDrawn::TooFewOfPair { name: analysis.text(row.name_of(side)).to_owned(), have, need })
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

/// A pair, and the words in which it is told.
#[derive(Clone, Copy)]
struct Pair<'a> {
    analysis: &'a Analysis,
    m: &'a crate::messages::Messages,
    row: &'a PairRow,
}

impl Pair<'_> {
    fn name(&self, side: Which) -> String {
        self.analysis.text(self.row.name_of(side)).to_owned()
    }

    /// The first days of the incidents that say this of the two.
    fn entries(&self, relation: Relation) -> impl Iterator<Item = Day> {
        let rows = self.analysis.loaded.incidents.rows();
        self.analysis.direct.iter().filter(|entry| self.row.is(entry.a, entry.b)).filter_map(move |entry| match &entry
            .evidence
        {
            Evidence::Incident(found) if found.relation() == relation => Some(rows.get(found.row).start()),
            Evidence::Incident(_) | Evidence::Declared { .. } => None,
        })
    }
}
