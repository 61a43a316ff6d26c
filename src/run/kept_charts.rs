//! The charts of a report, kept as what `chart` would print: it need not count again.

use super::draw::{Form, asked};
use super::kept::{Ask, Beside, Cache};
use super::log::Log;
use super::pair::PairAsked;
use super::subject::subject;
use crate::analysis::Analysis;
use crate::chart::{CHARTS, Reach, Subject, figure_id, subjects};
use crate::config::Config;
use crate::names::UNATTRIBUTED;
use crate::report::ChartFile;
use crate::source::Aliases;
use std::path::{Path, PathBuf};

/// Keeps the charts of the report in that folder under every name by which their subjects are called in it.
pub(super) fn keep(
    config: &Config,
    (analysis, aliases): (&Analysis, &Aliases),
    (charts, folder): (&[ChartFile], &Path),
    (cache, beside): (&Cache, &Beside),
    log: &Log,
) {
    let mut results: Vec<(Ask, PathBuf)> = Vec::new();
    for chart in CHARTS.iter() {
        // On demand the groups of a pair are no filter; here they were one.
        if chart.reach() == Reach::Pairs && !config.policy.selection.groups.is_empty() {
            continue;
        }
        for subject in subjects(analysis, chart.reach()) {
            let id = figure_id(chart.id(), analysis, subject);
            let drawn = charts.iter().find(|drawn| drawn.id == id);
            let Some(drawn) = drawn.filter(|drawn| drawn.pictures.has_svg()) else { continue };
            for names in names(analysis, aliases, chart.id(), subject) {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                results.push((asked(chart.id(), Form::Svg, &names), folder.join(drawn.path())));
            }
        }
    }
    // A picture that somebody took away meanwhile is not worth a word: it is drawn again when it is asked for.
    let read = results.into_iter().filter_map(|(ask, path)| Some((ask, std::fs::read(path).ok()?)));
    cache.keep(config, beside, read, log);
}

/// How a chart of the subject may be asked for: only names that are taken for it and for nothing else.
fn names(analysis: &Analysis, aliases: &Aliases, chart: &'static str, of: Subject) -> Vec<Vec<String>> {
    let text = |name| analysis.text(name).to_owned();
    let called = match of {
        Subject::All => return vec![Vec::new()],
        Subject::Group(name) if name.is_none() => vec![UNATTRIBUTED.to_owned()],
        Subject::Group(name) => vec![text(name)],
        Subject::Region(region) => {
            let (whole, short) = (analysis.region_name(region), text(region.name));
            if whole == short { vec![whole] } else { vec![whole, short] }
        }
        Subject::Pair(a, b) => {
            let (a, b) = (text(a.name()), text(b.name()));
            let orders = [vec![a.clone(), b.clone()], vec![b, a]];
            let is_it = |names: &Vec<String>| {
                let pair = PairAsked::of(chart, None, names).and_then(|pair| pair.subject(analysis, aliases));
                pair.is_ok_and(|found| is_same(found, of))
            };
            return orders.into_iter().filter(is_it).collect();
        }
    };
    let is_it = |name: &String| subject(analysis, aliases, name).is_ok_and(|found| found == of);
    called.into_iter().filter(is_it).map(|name| vec![name]).collect()
}

/// Whether two subjects have one figure: a pair is the same in either order.
fn is_same(one: Subject, other: Subject) -> bool {
    match (one, other) {
        (Subject::Pair(a, b), Subject::Pair(c, d)) => (a, b) == (c, d) || (a, b) == (d, c),
        (Subject::All | Subject::Group(_) | Subject::Region(_) | Subject::Pair(..), _) => one == other,
    }
}
