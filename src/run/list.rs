//! `list`: what there is, from the registries.

use crate::chart::CHARTS;
use crate::cli::Noun;
use crate::export::FORMATS;
use crate::registry::{Entry, Registry};
use crate::report::TABLES;
use crate::source::SOURCES;
use crate::stats::STATISTICS;

pub(super) fn list(noun: Noun) -> String {
    match noun {
        Noun::Sources => lines(&SOURCES),
        Noun::Charts => lines(&CHARTS),
        Noun::Tables => lines(&TABLES),
        Noun::Statistics => lines(&STATISTICS),
        Noun::Formats => lines(&FORMATS),
    }
}

fn lines<T: Entry + ?Sized>(registry: &Registry<T>) -> String {
    let width = registry.ids().iter().map(|id| id.len()).max().unwrap_or(0);
    registry
        .iter()
        .map(|entry| format!("{:width$}  {}\n{:width$}    {}\n", entry.id(), entry.about(), "", entry.example()))
        .collect()
}
