//! From configuration to analyses: read, identify, count.

use super::declared;
use super::failure::Misuse;
use super::filters;
use super::kept::Cache;
use super::log::Log;
use super::tables_kept::Tables;
use crate::analysis::{self, Analysis, Beside, Need, Policy, analyse_for, ledgers};
use crate::config::Config;
use crate::geography::Boundaries;
use crate::read;
use crate::source::{self, Accounting, Aliases, ContextRow, FileIntake, Loaded, Plan, Settings};
use crate::text;
use anyhow::Result;
use std::sync::Arc;

/// The sources of a run, analysed; the primary one first in `primary`.
pub(super) struct Gathered {
    pub analyses: Vec<Analysis>,
    pub primary: usize,
    pub context: Vec<ContextRow>,
    pub aliases: Aliases,
}

/// Reads all inputs.
pub(super) fn load(config: &Config, cache: &Cache, log: &Log) -> Result<(Vec<Loaded>, Beside)> {
    let reading = &config.reading;
    let aliases = Aliases::read(reading.groups_table.as_deref(), reading.regions_table.as_deref(), reading.geography)?;
    let settings = Settings::read(reading.mapping.as_deref(), reading.date_format.clone(), reading.doubted)?;
    let mut tables = Vec::new();
    for path in &config.inputs {
        tables.extend(read::tables(path)?);
    }
    let bytes = config.inputs.iter().filter_map(|path| path.metadata().ok()).map(|file| file.len()).sum();
    let progress = log.bytes("reading", bytes);
    let shelf = Tables::of(cache, config, log);
    let plan = Plan {
        tables: &tables,
        options: read::Options { encoding: reading.encoding, delimiter: reading.delimiter, threads: reading.threads },
        source: reading.source,
        settings: &settings,
        aliases: &aliases,
        tolerance: reading.tolerance,
        shelf: Some(&shelf),
        progress: &|file| {
            cache.read(file);
            log.info("file", &line(file));
            progress.add(file.bytes);
        },
    };
    let named = reading.boundary_name.as_deref();
    let boundaries = reading.boundaries.as_deref().map(|path| Boundaries::read(path, named)).transpose()?.map(Arc::new);
    let loaded = source::load(&plan)?;
    cache.bound();
    log.done();
    let population = reading.population.as_deref().map_or(Ok(Default::default()), source::read_population)?;
    let context = reading.context.as_deref().map_or(Ok(Vec::new()), source::read_context)?;
    Ok((loaded, Beside { aliases, population, boundaries, context }))
}

/// Everything read, and what was asked of it.
struct Sources {
    loaded: Vec<Loaded>,
    beside: Beside,
    primary: usize,
    policy: Policy,
}

/// Reads all inputs and holds the settings against them.
fn sources(config: &Config, cache: &Cache, log: &Log) -> Result<Sources> {
    let (loaded, beside) = load(config, cache, log)?;
    settled(config, log, loaded, beside)
}

/// Holds the settings against what was read.
fn settled(config: &Config, log: &Log, loaded: Vec<Loaded>, mut beside: Beside) -> Result<Sources> {
    let ids: Vec<String> = loaded.iter().map(|l| l.facts.source.clone()).collect();
    let primary = match (&config.primary, ids.as_slice()) {
        (Some(wanted), _) => ids.iter().position(|id| id == wanted).ok_or_else(|| {
            let known: Vec<&str> = ids.iter().map(String::as_str).collect();
            crate::registry::Unknown::new("source of this run", wanted, &known)
        })?,
        (None, [_]) => 0,
        (None, _) => {
            return Err(Misuse(format!(
                "the input has several sources ({}), which are never added up: say which one the headlines come from, for \
                 example --primary {}",
                text::list(&ids),
                ids[0]
            ))
            .into());
        }
    };
    let mut policy = config.policy.clone();
    filters::canonical(&mut policy.selection, &beside.aliases);
    filters::check(&mut policy.selection, &loaded)?;
    declared::settle(&mut beside.context, config.reading.context.as_deref(), &beside.aliases, &loaded, log);
    Ok(Sources { loaded, beside, primary, policy })
}

/// Reads and analyses all inputs.
pub(super) fn gather(config: &Config, cache: &Cache, log: &Log) -> Result<Gathered> {
    analysed(sources(config, cache, log)?, log, &Need::Everything)
}

/// Reads all inputs and analyses them as far as is needed.
pub(super) fn gather_only(config: &Config, cache: &Cache, log: &Log, need: &Need) -> Result<Gathered> {
    analysed(sources(config, cache, log)?, log, need)
}

/// Counts what was read already.
///
/// # Errors
/// Also what reading refuses: a file with too many rejected rows.
pub(super) fn count(config: &Config, log: &Log, loaded: Vec<Loaded>, beside: Beside) -> Result<Gathered> {
    for file in loaded.iter().flat_map(|source| &source.files) {
        file.check(config.reading.tolerance)?;
    }
    let Sources { loaded, beside, primary, policy } = settled(config, log, loaded, beside)?;
    let counted = |loaded| accounted(ledgers(loaded, policy.clone(), &beside)?);
    let analyses = loaded.into_iter().map(counted).collect::<Result<Vec<Analysis>>>()?;
    Ok(Gathered { analyses, primary, context: beside.context, aliases: beside.aliases })
}

fn analysed(sources: Sources, log: &Log, need: &Need) -> Result<Gathered> {
    let Sources { loaded, beside, primary, policy } = sources;
    log.doing("counting");
    let mut analyses = Vec::new();
    for loaded in loaded {
        let ask = |_: &Analysis| Ok::<Need, analysis::Error>(need.clone());
        analyses.push(accounted(analyse_for(loaded, policy.clone(), &beside, ask)?)?);
    }
    log.done();
    Ok(Gathered { analyses, primary, context: beside.context, aliases: beside.aliases })
}

/// Reads all inputs and analyses the primary source as far as is asked for.
pub(super) fn gather_for(
    config: &Config,
    cache: &Cache,
    log: &Log,
    ask: impl Fn(&Analysis, &Aliases) -> Result<Need>,
) -> Result<(Analysis, Beside)> {
    let Sources { mut loaded, beside, primary, policy } = sources(config, cache, log)?;
    log.doing("counting");
    let analysis = analyse_for(loaded.swap_remove(primary), policy, &beside, |counted| ask(counted, &beside.aliases))?;
    log.done();
    Ok((accounted(analysis)?, beside))
}

/// The analysis, if every row of its files went somewhere.
fn accounted(analysis: Analysis) -> Result<Analysis> {
    for file in &analysis.loaded.files {
        file.accounting.check(&file.name)?;
    }
    Ok(analysis)
}

/// `events.csv: ucdp, 6,416 rows (utf-8, dates %Y-%m-%d); skipped: 1 header, 1 tag row`.
fn line(file: &FileIntake) -> String {
    let delimiter = match file.delimiter {
        ',' => String::new(),
        '\t' => ", tabs".to_owned(),
        other => format!(", '{other}'"),
    };
    let rejected = match file.accounting.rejected {
        0 => String::new(),
        n => format!(", {} rejected", text::count(n as f64)),
    };
    let skipped = skipped(file);
    format!(
        "{}: {}, {} read{rejected} ({}{delimiter}, dates {}){}",
        file.name,
        file.source,
        text::plural(file.accounting.read as f64, "row", "rows"),
        file.encoding,
        file.date_format,
        if skipped.is_empty() { String::new() } else { format!("; skipped: {skipped}") }
    )
}

/// The rows that are no incidents, in words; a plain header is not worth one.
fn skipped(file: &FileIntake) -> String {
    let s = file.skipped;
    let parts = [
        (s.tags, "row of HXL tags", "rows of HXL tags"),
        (s.blank, "blank row", "blank rows"),
        (s.repeated_header, "repeated header", "repeated headers"),
    ];
    let words: Vec<String> = parts.iter().filter(|p| p.0 > 0).map(|p| text::plural(p.0 as f64, p.1, p.2)).collect();
    text::list(&words)
}

/// The accounting of all files of a run.
pub(super) fn total(analyses: &[Analysis]) -> Accounting {
    let mut total = Accounting::default();
    for file in analyses.iter().flat_map(|a| &a.loaded.files) {
        total += file.accounting;
    }
    total
}

/// `6,416 rows read = 6,406 counted + 10 gated`.
pub(super) fn identity(a: Accounting) -> String {
    let parts = [
        (a.counted, "counted"),
        (a.merged, "merged"),
        (a.repeated, "repeated"),
        (a.superseded, "superseded"),
        (a.filtered, "filtered"),
        (a.gated, "gated"),
        (a.rejected, "rejected"),
    ];
    let words: Vec<String> =
        parts.iter().filter(|p| p.0 > 0).map(|(n, word)| format!("{} {word}", text::count(*n as f64))).collect();
    format!("{} read = {}", text::plural(a.read as f64, "row", "rows"), words.join(" + "))
}
