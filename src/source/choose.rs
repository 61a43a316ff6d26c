//! Choosing: which source reads a table.

use super::head::Head;
use super::load::Plan;
use super::{Error, Fit, SOURCES, Source};

/// The source that the user forces, else the first that knows the table.
pub(super) fn choose(head: &Head, plan: &Plan) -> Result<&'static dyn Source, Error> {
    if let Some(source) = plan.source {
        return Ok(source);
    }
    let fits: Vec<(&'static dyn Source, Fit)> = SOURCES.iter().map(|s| (s, s.recognise(head, plan.settings))).collect();
    if let Some((source, _)) = fits.iter().find(|(_, fit)| *fit == Fit::Yes) {
        return Ok(*source);
    }
    let share = |fit: Fit| match fit {
        Fit::Partly { found, of } => found as f64 / of.max(1) as f64,
        Fit::No | Fit::Yes => 0.0,
    };
    let (nearest, fit) = fits
        .into_iter()
        .max_by(|a, b| share(a.1).total_cmp(&share(b.1)))
        .expect("the registry of sources is not empty");
    // The user means this mapping: its own complaint, which names the columns, is worth more than a guess at formats.
    if plan.settings.mapping.is_some() && share(fit) > 0.0 {
        nearest.open(head, plan.settings)?;
    }
    let (found, of) = match fit {
        Fit::Partly { found, of } => (found, of),
        Fit::No | Fit::Yes => (0, 0),
    };
    Err(Error::Unrecognised { file: head.file().to_owned(), nearest: nearest.id(), found, of })
}
