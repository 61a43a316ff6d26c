//! Matrix of pairs: how much more often than by chance the incidents of two organisations are near each other.

use super::frame::{self, Parts};
use super::pair::within;
use super::{Chart, Lacking, NotDrawn, Pick, Reach, Subject};
use crate::analysis::{Analysis, Counted, Measured, Need, PairRow, Part};
use crate::convergence::Named;
use crate::figure::{Figure, HeatColumns, HeatRow, Heatmap, Ink, Shape, State, Tile, TileMark};
use crate::messages::{Message, Messages};
use crate::names::Name;
use crate::period::{Grain, Period};
use crate::registry::Entry;
use crate::stats::Judgement;
use crate::text;

pub(super) struct PairMatrix;

/// Below three by three it is a list.
const LEAST: usize = 3;
/// More rows cannot be read beside their columns' names.
const MOST: usize = 14;
/// Excess shares are drawn in percentage points, with a decimal.
const TENTHS: f64 = 1000.0;

impl Entry for PairMatrix {
    fn id(&self) -> &'static str {
        "convergence-matrix"
    }

    fn about(&self) -> &'static str {
        "Pairs of groups: how much more often than by chance their incidents are near each other"
    }

    fn example(&self) -> String {
        "incident-trends chart convergence-matrix -o convergence-matrix.svg".to_owned()
    }
}

/// A measured pair of organisations.
struct Shown<'a> {
    row: &'a PairRow,
    found: &'a Measured,
    judgement: Judgement,
}

impl Chart for PairMatrix {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn table(&self) -> &'static str {
        "convergence"
    }

    fn need(&self, _: &Analysis, _: Subject) -> Need {
        Need::Only { series: Vec::new(), parts: &[Part::Direct, Part::Pairs] }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        if pick.subject != Subject::All {
            return Err(NotDrawn::NotForSubject);
        }
        let measured = measured(analysis);
        if measured.is_empty() {
            return Err(NotDrawn::NoPair);
        }
        // The ranking of the run: most incidents of the last year first.
        let is_in = |name: Name| measured.iter().any(|pair| pair.is_of(name));
        let all: Vec<Name> = analysis.groups.iter().map(|g| g.name).filter(|&name| is_in(name)).collect();
        if all.len() < LEAST {
            return Err(NotDrawn::TooFew { what: Lacking::PairedGroups, have: all.len(), need: LEAST });
        }
        let groups = &all[..all.len().min(MOST)];
        let named = |name: Name| analysis.text(name).to_owned();
        let tile = |one: Name, other: Name| {
            let pair = measured.iter().find(|pair| pair.row.is(Named::Group(one), Named::Group(other)));
            let Some(pair) = pair else { return Tile::plain(None, State::Unreported) };
            let mark = if pair.judgement == Judgement::Clear { TileMark::Framed } else { TileMark::None };
            Tile { value: Some(pair.excess()), state: State::Complete, mark }
        };
        let rows = groups
            .iter()
            .map(|&one| HeatRow { label: named(one), tiles: groups.iter().map(|&other| tile(one, other)).collect() });
        let clear: Vec<&Shown> = measured.iter().filter(|pair| pair.judgement == Judgement::Clear).collect();
        let tests = text::count(measured.len() as f64);
        let shape = Shape::Heatmap(Heatmap {
            unit: m.say(Message::ChartExcess {}),
            ink: Ink::Count,
            columns: HeatColumns::Categories(groups.iter().map(|&name| named(name)).collect()),
            rows: rows.collect(),
            framed: match clear.is_empty() {
                true => String::new(),
                false => m.say(Message::ChartHolds { n: (measured.len() as f64).into() }),
            },
        });
        let since: Vec<String> = measured.iter().filter_map(|pair| pair.since(m, analysis)).collect();
        let found: Vec<String> =
            clear.iter().map(|pair| pair.names(m, analysis)).chain(since.iter().cloned()).collect();
        let title = match found.len() {
            0 => m.say(Message::ChartTitleNoPair { tests }),
            n => m.say(Message::ChartTitlePairs { n: (n as f64).into(), tests, names: m.clauses(&found) }),
        };
        let parts = Parts {
            title,
            unit: unit(m, analysis, &measured),
            alt: alt(m, analysis, &measured, groups),
            shape,
            notes: notes(m, analysis, &since, (groups.len(), all.len())),
            extent: 0..analysis.periods.len(),
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

impl Shown<'_> {
    fn is_of(&self, name: Name) -> bool {
        [self.row.a, self.row.b].contains(&Named::Group(name))
    }

    /// Percentage points.
    fn excess(&self) -> f64 {
        let share = self.found.answer().map_or(0.0, |answer| answer.excess());
        let points = (share * TENTHS).round() / 10.0;
        // Not "-0".
        if points == 0.0 { 0.0 } else { points }
    }

    /// The pair with the month since when it is near beyond chance, where it is not over the whole time.
    fn since(&self, m: &Messages, analysis: &Analysis) -> Option<String> {
        let test = self.found.coactivity.rising.test?;
        let is_since = self.found.onset_judgement(analysis.policy.pairs.counted) == Judgement::Clear;
        let first = Period::containing(analysis.coverage.from(), Grain::Month);
        let (names, month) = (self.names(m, analysis), m.period(first.plus(test.onset as i32)));
        (is_since && self.judgement != Judgement::Clear).then(|| m.say(Message::ChartPairSince { names, month }))
    }

    fn names(&self, m: &Messages, analysis: &Analysis) -> String {
        m.list(&[self.row.a, self.row.b].map(|one| analysis.text(one.name())))
    }
}

/// The measured pairs of organisations.
fn measured(analysis: &Analysis) -> Vec<Shown<'_>> {
    let counted = analysis.policy.pairs.counted;
    let of_groups = analysis.pairs.iter().filter(|row| matches!((row.a, row.b), (Named::Group(_), Named::Group(_))));
    of_groups
        .filter_map(|row| {
            let found = row.measured.as_ref().ok()?;
            Some(Shown { row, found, judgement: found.judgement(counted) })
        })
        .collect()
}

/// What counted, and how near is near where that is the same for all.
fn unit(m: &Messages, analysis: &Analysis, measured: &[Shown]) -> String {
    let mut near: Vec<String> = measured.iter().map(|pair| within(m, pair.found.reference)).collect();
    near.sort();
    near.dedup();
    let near = m.either(&near);
    m.say(match analysis.policy.pairs.counted {
        Counted::Initiated => Message::ChartUnitExcessInitiated { near },
        Counted::Involved => Message::ChartUnitExcessInvolved { near },
    })
}

/// The names in full, and every pair above nothing; those shown.
fn alt(m: &Messages, analysis: &Analysis, measured: &[Shown], groups: &[Name]) -> String {
    let shown = |pair: &&Shown| groups.iter().filter(|&&name| pair.is_of(name)).count() == 2;
    let mut above: Vec<&Shown> = measured.iter().filter(shown).filter(|pair| pair.excess() > 0.0).collect();
    above.sort_by(|x, y| y.excess().total_cmp(&x.excess()));
    let told = |pair: &&Shown| {
        let name = pair.names(m, analysis);
        m.say(Message::ChartToldItem { name, text: text::number(pair.excess(), 1) })
    };
    let names: Vec<&str> = groups.iter().map(|&name| analysis.text(name)).collect();
    let told: Vec<String> = above.iter().map(told).collect();
    m.say(Message::ChartAltMatrix { names: m.list(&names), told: told.join(" ") })
}

fn notes(m: &Messages, analysis: &Analysis, since: &[String], (shown, of): (usize, usize)) -> Vec<String> {
    let mut notes = vec![m.say(Message::ChartNoteNotTogether {}), m.say(Message::ChartNoteMatrix {})];
    if shown < of {
        notes.push(m.say(Message::ChartNoteTopPairs { shown: shown.to_string(), of: of.to_string() }));
    }
    if analysis.policy.pairs.counted == Counted::Involved {
        notes.push(m.say(Message::ChartNoteInvolved {}));
    }
    if !since.is_empty() {
        notes.push(m.say(Message::ChartNoteSince { told: m.clauses(since) }));
    }
    notes
}
