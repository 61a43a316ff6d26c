//! Changes: how far the latest period differs from the one before and from a year ago, with intervals, for all, the top regions
//! and the top groups.

use super::frame::{self, Parts};
use super::not_drawn::reason_text;
use super::words::{self, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, found, strength};
use crate::analysis::{self, Analysis, ChangeRow, Need};
use crate::cube::{Facet, Key, Scope};
use crate::figure::{Figure, Forest, ForestRow, Part, Ratio, RatioMark, Shape, Strength};
use crate::finding;
use crate::measure::Measure;
use crate::messages::{Message, Messages};
use crate::names::{Name, Region};
use crate::period::Period;
use crate::registry::Entry;
use crate::series::Finality;
use crate::stats::{Comparison, Judgement};
use crate::text;

/// Names in a title; more are counted.
const NAMED: usize = 2;

pub(super) struct Changes;

impl Entry for Changes {
    fn id(&self) -> &'static str {
        "changes"
    }

    fn about(&self) -> &'static str {
        "Changes on the period before and on a year ago, with 95 % intervals: which are beyond chance"
    }

    fn example(&self) -> String {
        "incident-trends chart changes -o changes.svg".to_owned()
    }
}

/// Any region stands for all of them.
const NOWHERE: Region = Region { country: Name::NONE, name: Name::NONE };

/// One comparison: a column of the forest.
struct Column {
    comparison: Comparison,
    base: Period,
}

impl Chart for Changes {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn need(&self, _: &Analysis, _: Subject) -> Need {
        // One of each scope: what is tested is tested for all of them.
        let scopes = [Scope::All, Scope::UNATTRIBUTED, Scope::Region(NOWHERE)];
        let series = scopes.map(|scope| Key { scope, facet: Facet::ALL }).to_vec();
        Need::Only { series, parts: &[analysis::Part::Changes] }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        if pick.subject != Subject::All {
            return Err(NotDrawn::NotForSubject);
        }
        let latest = analysis.latest.ok_or(NotDrawn::NoCompletePeriod(analysis.policy.grain))?;
        let columns = columns(analysis, latest);
        let rows = rows(m, analysis, &columns);
        if !rows.iter().flat_map(|(_, row)| &row.ratios).any(|ratio| ratio.mark.is_some()) {
            return Err(NotDrawn::NotTested);
        }
        let noun = Noun::of(analysis, None);
        let bases: Vec<String> = columns.iter().map(|c| m.short_period(c.base)).collect();
        let headings = bases.iter().map(|base| m.say(Message::HeadChange { base: base.clone() })).collect();
        let told = |(_, row): &(Subject, ForestRow)| {
            let ratios = bases
                .iter()
                .zip(&row.ratios)
                .map(|(base, ratio)| m.say(Message::ChartToldRatio { ratio: ratio.text.clone(), base: base.clone() }));
            let text = m.clauses(&ratios.collect::<Vec<_>>());
            m.say(Message::ChartToldItem { name: row.name.clone(), text })
        };
        let told = rows.iter().map(told).collect::<Vec<_>>().join(" ");
        let parts = Parts {
            title: title(m, analysis, latest, &bases, &rows, noun),
            unit: m.say(Message::ChartUnitChanges { what: noun.heading(m) }),
            alt: m.say(Message::ChartAltRatios { told }),
            notes: vec![m.say(Message::ChartNoteMarks {}), strength::note(m, latest)],
            shape: Shape::Forest(Forest { headings, rows: rows.into_iter().map(|(_, row)| row).collect() }),
            extent: 0..0,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// The comparisons; at the grain of a year the period before is the year before.
fn columns(analysis: &Analysis, latest: Period) -> Vec<Column> {
    let before = Column { comparison: Comparison::Previous, base: latest.plus(-1) };
    let year = latest.year_before().filter(|&base| base != before.base && analysis.index(base).is_some());
    let year = year.map(|base| Column { comparison: Comparison::YearAgo, base });
    [before].into_iter().chain(year).collect()
}

fn rows(m: &Messages, analysis: &Analysis, columns: &[Column]) -> Vec<(Subject, ForestRow)> {
    let regions = analysis.top_regions().iter().map(|r| Subject::Region(r.region));
    let groups = analysis.top_groups().iter().map(|g| Subject::Group(g.name));
    let kinds = [vec![Subject::All], regions.collect(), groups.collect()];
    let row = |at: usize, subject: Subject| ForestRow {
        name: text::capital(&words::name(m, analysis, subject)),
        part: if at == 0 { Part::Opens } else { Part::Continues },
        ratios: columns.iter().map(|column| ratio(m, analysis, subject, column)).collect(),
    };
    kinds.into_iter().flat_map(|kind| kind.into_iter().enumerate()).map(|(at, s)| (s, row(at, s))).collect()
}

fn ratio(m: &Messages, analysis: &Analysis, subject: Subject, column: &Column) -> Ratio {
    let key = Key { scope: words::scope(subject), facet: Facet::ALL };
    let is_it =
        |row: &&ChangeRow| row.key == key && row.measure == Measure::Incidents && row.comparison == column.comparison;
    let Some(row) = analysis.changes.iter().find(is_it) else {
        return Ratio { mark: None, text: m.say(Message::ChartUncompared {}) };
    };
    match (&row.result, &row.tested) {
        (Ok(change), Ok(tested)) => {
            let ratio = tested.evidence.ratio;
            let strength = match tested.judgement() {
                Judgement::Clear => Strength::Clear,
                Judgement::Suggestive => Strength::Suggestive,
                Judgement::WithinChance => Strength::WithinChance,
            };
            let numbers = versus(m, change.current, change.base);
            let text = match change.base > 0.0 {
                true => m.say(Message::ChartRatio { numbers, factor: found::factor(m, ratio) }),
                false => numbers,
            };
            let (estimate, low, high) = (ratio.estimate, ratio.low, ratio.high);
            let mark = RatioMark { estimate, low, high, strength };
            Ratio { mark: Some(mark), text }
        }
        // Nothing against nothing needs no reason.
        (Ok(change), Err(_)) if change.current == 0.0 && change.base == 0.0 => {
            Ratio { mark: None, text: versus(m, 0.0, 0.0) }
        }
        (Err(why), _) | (Ok(_), Err(why)) => Ratio { mark: None, text: reason_text(m, *why) },
    }
}

/// `49 vs 13`.
fn versus(m: &Messages, now: f64, base: f64) -> String {
    m.say(Message::ChartVersus { now: text::count(now), base: text::count(base) })
}

/// Who changed, by the strongest evidence that there is: beyond chance, else suggestive, else that nobody did.
fn title(
    m: &Messages,
    analysis: &Analysis,
    latest: Period,
    bases: &[String],
    rows: &[(Subject, ForestRow)],
    noun: Noun,
) -> String {
    let when = finding::when(m, latest);
    let told = |strength: Strength| {
        bases.iter().enumerate().find_map(|(i, base)| Some((base, moves(m, analysis, latest, rows, (i, strength))?)))
    };
    if let Some((base, [rises, falls])) = told(Strength::Clear) {
        let rose = listed(m, &rises).map(|names| Message::ChartRoseNames { names });
        let fell = listed(m, &falls).map(|names| Message::ChartFellNames { names });
        let moves: Vec<String> = [rose, fell].into_iter().flatten().map(|moved| m.say(moved)).collect();
        let (what, moves) = (noun.heading(m), m.list(&moves));
        return m.say(Message::ChartTitleMoved { what, moves, when, base: base.clone() });
    }
    if let Some((base, [more, fewer])) = told(Strength::Suggestive) {
        let what = noun.many(m);
        let more = listed(m, &more).map(|names| Message::ChartMoreNames { what: what.clone(), names });
        let fewer = listed(m, &fewer).map(|names| Message::ChartFewerNames { what: what.clone(), names });
        let moves: Vec<String> = [more, fewer].into_iter().flatten().map(|moved| m.say(moved)).collect();
        let moves = m.list(&moves);
        return text::capital(&m.say(Message::ChartTitleMaybe { moves, when, base: base.clone() }));
    }
    m.say(Message::ChartTitleNoChange { when, bases: m.either(bases) })
}

/// Who rose and who fell in a column, by evidence of that strength; a fall that later reports may fill up is none.
fn moves(
    m: &Messages,
    analysis: &Analysis,
    latest: Period,
    rows: &[(Subject, ForestRow)],
    (column, strength): (usize, Strength),
) -> Option<[Vec<String>; 2]> {
    let is_settled = analysis.finality(latest) == Finality::Settled;
    let named = |is_way: fn(f64) -> bool| -> Vec<String> {
        let mark = |row: &ForestRow| row.ratios.get(column).and_then(|ratio| ratio.mark);
        let is_meant = |m: RatioMark| m.strength == strength && is_way(m.estimate);
        let named = rows.iter().filter(|(_, row)| mark(row).is_some_and(is_meant));
        named.map(|(subject, row)| place(m, *subject, &row.name)).collect()
    };
    let rises = named(|estimate| estimate > 1.0);
    let falls = if is_settled { named(|estimate| estimate < 1.0) } else { Vec::new() };
    (!rises.is_empty() || !falls.is_empty()).then_some([rises, falls])
}

/// `overall`, `in Ilmaray`, `involving X`.
fn place(m: &Messages, subject: Subject, name: &str) -> String {
    m.say(match subject {
        Subject::All => Message::ChartPlaceOverall {},
        Subject::Region(_) => Message::ChartPlaceIn { place: name.to_owned() },
        Subject::Group(_) | Subject::Pair(..) => Message::ChartPlaceInvolving { name: name.to_owned() },
    })
}

/// The first names, and how many more; `None` for none.
fn listed(m: &Messages, names: &[String]) -> Option<String> {
    if names.len() <= NAMED + 1 {
        return (!names.is_empty()).then(|| m.list(names));
    }
    let n = ((names.len() - NAMED) as f64).into();
    Some(m.say(Message::ChartOthers { n, names: m.series(&names[..NAMED]) }))
}
