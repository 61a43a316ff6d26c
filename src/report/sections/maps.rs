//! What a reader must know of the maps' names: boundaries that are no region, and regions without a boundary.

use super::page::Page;
use crate::messages::Message;

/// Names in a sentence; all stand in the table.
const NAMES_SHOWN: usize = 5;

pub(super) fn sentences(page: &Page) -> Vec<String> {
    let (m, analysis) = (page.m, page.analysis);
    let Some(outlines) = &analysis.outlines else { return Vec::new() };
    let near = |name: String, nearest: &Option<String>| match nearest {
        Some(nearest) => m.say(Message::QualityNear { name, nearest: nearest.clone() }),
        None => name,
    };
    let listed = |names: Vec<String>| {
        let more = names.len().saturating_sub(NAMES_SHOWN);
        let mut shown = names.into_iter().take(NAMES_SHOWN).collect::<Vec<_>>().join("; ");
        if more > 0 {
            let rest =
                m.say(Message::MoreRows { n: (more as f64).into(), file: "tables/unmatched_names.csv".to_owned() });
            shown = format!("{shown}; {}", rest.trim_end_matches('.'));
        }
        shown
    };
    let file = outlines.boundaries.file();
    let mut said = Vec::new();
    let strangers: Vec<String> =
        outlines.matched.strangers.iter().map(|(name, nearest)| near(name.clone(), nearest)).collect();
    if !strangers.is_empty() {
        let n = (strangers.len() as f64).into();
        said.push(m.say(Message::QualityStrangers { n, file: file.clone(), names: listed(strangers) }));
    }
    let homeless = outlines.matched.homeless.iter();
    let homeless: Vec<String> =
        homeless.map(|(&at, nearest)| near(analysis.region_name(outlines.regions[at]), nearest)).collect();
    if !homeless.is_empty() {
        let n = (homeless.len() as f64).into();
        said.push(m.say(Message::QualityHomeless { n, file, names: listed(homeless) }));
    }
    said
}
