//! Charts: one recipe a file. A recipe reads the analysis and yields a figure, or the reason why there is none.

mod axis;
mod casualties;
mod changes;
mod fan;
mod found;
mod frame;
mod frequency;
mod headline;
mod heatmap;
mod lethality;
mod map_ground;
mod map_places;
mod map_regions;
mod map_words;
mod matrix;
mod members;
mod mix;
mod multiples;
mod not_drawn;
mod outlook;
mod pair;
mod pair_matrix;
mod pair_network;
mod points;
mod ranking;
mod slug;
mod strength;
#[cfg(test)]
mod tests;
mod unattributed;
mod words;

use crate::analysis::{Analysis, Need};
use crate::convergence::Named;
use crate::figure::Figure;
use crate::messages::Messages;
use crate::names::{Name, Region};
use crate::period::Day;
use crate::registry::{Entry, Registry};
use members::Division;
pub use not_drawn::{Lacking, NotDrawn};
pub use points::drawn;
use rayon::prelude::*;

/// A recipe for figures.
pub trait Chart: Entry {
    /// Whom a report draws it for.
    fn reach(&self) -> Reach;

    /// The table that its numbers stand in.
    fn table(&self) -> &'static str {
        "series"
    }

    /// What it reads of the analysis beside the counts, for one subject.
    fn need(&self, _analysis: &Analysis, _subject: Subject) -> Need {
        Need::Everything
    }

    /// The figure for one subject: the same on demand as in a report.
    ///
    /// # Errors
    /// If there is nothing honest to draw; the report prints the reason as an omission.
    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn>;
}

/// Whom a report draws a chart for. On demand a subject may be picked for more charts than a report has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Once, for all incidents.
    Whole,
    /// For all incidents, and for each top group and region.
    Each,
    /// For each pair of groups or families that a report has something to say of.
    Pairs,
}

/// Whose incidents a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    All,
    /// `Name::NONE` for the unattributed.
    Group(Name),
    Region(Region),
    /// Two groups or families, in either order; a report has them in that of [`crate::analysis::PairRow`].
    Pair(Named, Named),
}

/// How far back a time axis reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Years {
    /// Five years; longer where the title speaks of a record; everything at the grain of a year.
    #[default]
    Usual,
    Last(u32),
    All,
}

/// Something outside the data that a reader needs for reading them: a ceasefire, an operation, a month of fasting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextEvent {
    pub from: Day,
    /// The last day; `from` itself for a single day.
    pub to: Day,
    pub label: String,
    /// Marked only on charts of this region and of `group`; on every chart where both are `None`.
    pub region: Option<String>,
    /// Marked only on charts of this group, of `with` and of `region`.
    pub group: Option<String>,
    /// The second group or family of a relation that was declared.
    pub with: Option<String>,
}

/// What to draw.
#[derive(Clone, Copy, Debug)]
pub struct Pick<'a> {
    /// The language of its words.
    pub m: &'a Messages,
    pub subject: Subject,
    pub years: Years,
    pub events: &'a [ContextEvent],
}

/// A figure that a report does without.
#[derive(Clone, Debug, PartialEq)]
pub struct Omitted {
    pub chart: &'static str,
    pub subject: Subject,
    /// The subject in words, as in a title.
    pub name: String,
    pub why: NotDrawn,
}

/// All charts, in the order of a report.
pub static CHARTS: Registry<dyn Chart> = Registry::new(
    "chart",
    &[
        &frequency::Frequency,
        &casualties::Casualties,
        &outlook::Outlook,
        &changes::Changes,
        &multiples::Multiples(Division::Groups),
        &multiples::Multiples(Division::Regions),
        &heatmap::Heatmap,
        &matrix::Matrix,
        &ranking::Ranking(Division::Groups),
        &ranking::Ranking(Division::Regions),
        &map_regions::MapRegions::Counts,
        &map_regions::MapRegions::Rates,
        &map_places::MapPlaces,
        &lethality::Lethality,
        &pair_matrix::PairMatrix,
        &pair_network::PairNetwork,
        &pair::Convergence,
        &unattributed::Unattributed,
        &mix::Mix(mix::Trait::Tactic),
        &mix::Mix(mix::Trait::Target),
    ],
);

/// The figures of a report, in order, and those that were not drawn.
pub fn figures(
    m: &Messages,
    analysis: &Analysis,
    years: Years,
    events: &[ContextEvent],
) -> (Vec<Figure>, Vec<Omitted>) {
    let wanted: Vec<(&dyn Chart, Subject)> = CHARTS
        .iter()
        .flat_map(|chart| subjects(analysis, chart.reach()).into_iter().map(move |subject| (chart, subject)))
        .collect();
    let made = wanted.par_iter().map(|&(chart, subject)| {
        let made = chart.figure(analysis, &Pick { m, subject, years, events });
        made.map_err(|why| {
            let name = words::name(m, analysis, subject);
            Omitted { chart: chart.id(), subject, name, why }
        })
    });
    // One by one they may take long and differ by much: no thread is given a whole stretch of them.
    let made: Vec<Result<Figure, Omitted>> = made.with_max_len(1).collect();
    let (mut figures, mut omitted) = (Vec::new(), Vec::new());
    for one in made {
        match one {
            Ok(figure) => figures.push(figure),
            Err(why) => omitted.push(why),
        }
    }
    (figures, omitted)
}

/// The subjects that a report has of a chart.
pub fn subjects(analysis: &Analysis, reach: Reach) -> Vec<Subject> {
    match reach {
        Reach::Whole => vec![Subject::All],
        Reach::Each => {
            let groups = analysis.top_groups().iter().map(|g| Subject::Group(g.name));
            let regions = analysis.top_regions().iter().map(|r| Subject::Region(r.region));
            [Subject::All].into_iter().chain(groups).chain(regions).collect()
        }
        Reach::Pairs => analysis.shown_pairs().into_iter().map(|row| Subject::Pair(row.a, row.b)).collect(),
    }
}

/// The id of a figure, and the stem of its file: lower case, digits and hyphens, unique in a run.
pub fn figure_id(chart: &str, analysis: &Analysis, subject: Subject) -> String {
    format!("{chart}-{}", slug::of_file(analysis, subject))
}

/// The subject as an anchor: `all`, `region-kess`, `group-shore-front`, `pair-shore-front-red-kite`; unique in a run.
pub fn subject_id(analysis: &Analysis, subject: Subject) -> String {
    slug::of(analysis, subject)
}
