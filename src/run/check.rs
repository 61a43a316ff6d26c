//! `check`: what would be counted, rejected, left unmatched; and `init`: a first mapping for an own sheet.

use super::failure::Misuse;
use super::gather::{count, identity, load, total};
use super::kept::{Ask, Beside, Cache};
use super::log::{Line, Log};
use super::{has_folder, to_file, to_stdout};
use crate::config::{Config, LogFormat, Verbosity};
use crate::incident::Naming;
use crate::read::{self, Look};
use crate::source::{self, FileIntake};
use crate::text;
use anyhow::Result;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::num::NonZeroUsize;
use std::path::Path;

/// Rejected rows and unmatched names shown; the rest is counted.
const SHOWN: usize = 10;

/// Prints the account of every file. Files that a report would refuse are shown too.
pub(super) fn check(config: &Config, log: &Log) -> Result<()> {
    let (cache, ask) = (Cache::open(config, log), Ask::of(&["check"]));
    if let Some(bytes) = cache.find(config, &ask, log) {
        return to_stdout(&bytes);
    }
    log.begin();
    let mut lenient = config.clone();
    lenient.reading.tolerance = source::Tolerance::ANY;
    let (loaded, beside) = load(&lenient, &cache, log)?;
    let mut out = String::new();
    for source in &loaded {
        for file in &source.files {
            describe(&mut out, file);
        }
        if !source.unmatched_allies.is_empty() {
            let names: Vec<&str> = source.unmatched_allies.keys().map(String::as_str).take(SHOWN).collect();
            let more = source.unmatched_allies.len().saturating_sub(SHOWN);
            let _ = writeln!(out, "associates that are no group of this run: {}{}", names.join("; "), and_more(more));
        }
        let kinds = source.incidents.rows().iter().fold(BTreeMap::new(), |mut kinds: BTreeMap<&str, u64>, row| {
            *kinds.entry(row.kind().id()).or_default() += 1;
            kinds
        });
        let kinds: Vec<String> =
            kinds.iter().map(|(k, n)| format!("{} {}", k.replace('_', " "), text::count(*n as f64))).collect();
        let _ = writeln!(out, "{} by kind: {}", source.facts.source, kinds.join(", "));
        let coarse = source.incidents.rows().iter().filter(|r| r.place_precision().coarser_than_district()).count();
        let nowhere = source.incidents.rows().iter().filter(|r| r.name(Naming::Region).is_none()).count();
        let _ = writeln!(
            out,
            "{}: {} placed no nearer than a region, {} without a region",
            source.facts.source,
            text::count(coarse as f64),
            text::count(nowhere as f64)
        );
    }
    if loaded.iter().flat_map(|source| &source.files).any(|file| !file.quality.is_empty()) {
        out.push_str("rows that count and have a flaw, one by one: incident-trends table quality\n");
    }
    // The strict settings over the same rows tell what a report would do.
    let strict = log.for_warnings();
    match count(config, &strict, loaded, beside) {
        Ok(gathered) => {
            for analysis in &gathered.analyses {
                let latest = analysis.latest.map_or("no complete period".to_owned(), |p| p.label());
                let _ = writeln!(
                    out,
                    "{}: covered {} to {}, latest complete {}: {latest}",
                    analysis.loaded.facts.source,
                    analysis.coverage.from(),
                    analysis.coverage.to(),
                    analysis.policy.grain.noun(),
                );
                let unmatched = analysis.unmatched.groups.iter().chain(&analysis.unmatched.regions);
                for (name, (incidents, nearest)) in unmatched.take(SHOWN) {
                    let nearest = nearest.as_ref().map(|n| format!(", nearest: {n}")).unwrap_or_default();
                    let _ =
                        writeln!(out, "not in the alias tables: {name} ({}{nearest})", text::count(incidents.value()));
                }
            }
            let _ = writeln!(out, "a report would count: {}", identity(total(&gathered.analyses)));
            let mut said = log.said();
            said.extend(strict.said().into_iter().filter(Line::is_warning));
            to_stdout(out.as_bytes())?;
            cache.keep(config, &Beside { said: &said, before: None }, [(ask, out.as_bytes())], log);
            Ok(())
        }
        Err(error) => {
            to_stdout(out.as_bytes())?;
            Err(error)
        }
    }
}

fn describe(out: &mut String, file: &FileIntake) {
    for row in file.rejected.iter().take(SHOWN) {
        let column = if row.column.is_empty() { String::new() } else { format!(", {}", row.column) };
        let _ = writeln!(out, "{}:{}{column}: {}: '{}'", file.name, row.line, row.reason, row.value);
    }
    if file.rejected.len() > SHOWN {
        let _ = writeln!(out, "{}: {} more rejected rows", file.name, file.rejected.len() - SHOWN);
    }
    let mut issues: BTreeMap<&str, u64> = BTreeMap::new();
    for note in &file.quality {
        *issues.entry(note.issue.id()).or_default() += 1;
    }
    for (issue, n) in issues {
        let _ = writeln!(out, "{}: {}: {}", file.name, issue.replace('_', " "), text::plural(n as f64, "row", "rows"));
    }
}

fn and_more(n: usize) -> String {
    if n == 0 { String::new() } else { format!("; and {n} more") }
}

/// Looks at a table and writes a mapping for it.
pub(super) fn init(file: &Path, output: Option<&Path>) -> Result<()> {
    if let Some(path) = output.filter(|path| path.exists()) {
        let reason = "there is such a file already, and it may hold your work; name another, or remove it first";
        return Err(Misuse(format!("{}: {reason}", path.display())).into());
    }
    has_folder(output)?;
    let options = read::Options { encoding: None, delimiter: None, threads: NonZeroUsize::MIN };
    let tables = read::tables(file)?;
    let table = read::open(&tables[0], &options, Look::Whole)?;
    let proposal = source::propose(&table)?;
    match output {
        Some(path) => {
            to_file(path, proposal.toml.as_bytes())?;
            let log = Log::new(Verbosity::Normal, LogFormat::Text);
            for line in &proposal.unguessed {
                log.info("unguessed", line);
            }
            log.info("proposed", &format!("{}: look it through, then name it with --mapping", path.display()));
            Ok(())
        }
        None => to_stdout(proposal.toml.as_bytes()),
    }
}
