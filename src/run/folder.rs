//! `report`: the main job, from the lock on the output folder to the links.

use super::DONE;
use super::failure::code;
use super::gather::{Gathered, gather, identity, total};
use super::kept::{Before, Beside, Cache};
use super::log::Log;
use super::{draw, earlier, kept_charts, on_threads};
use crate::analysis::Analysis;
use crate::chart::{self, Years};
use crate::config::{Config, DEFAULT_OUT, Request};
use crate::export::{Folder, Latest, write_all, write_run};
use crate::period::{Day, Period};
use crate::report::{
    self, Covered, Dataset, Input, Label, Logo, Manifest, Material, Output, Report, SourceEntry, TABLES,
};
use crate::source::FileIntake;
use crate::stats::Judgement;
use crate::text;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Dates the documents of a run, as <https://reproducible-builds.org/specs/source-date-epoch/> asks.
const SOURCE_DATE: &str = "SOURCE_DATE_EPOCH";

/// What a report found in its latest period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    /// Some series is clearly out of line with its past.
    Alerts,
}

/// Makes and publishes the report; `run.json` says how it went, also where it failed.
pub(super) fn report(request: &Request, log: &Log) -> Result<Found> {
    let began = (SystemTime::now(), Instant::now());
    let config = match Config::decide(request) {
        Ok(config) => config,
        Err(error) => {
            // A scheduled run that was set up wrongly must not leave `run.json` saying that all is well.
            let out = request.out.clone().unwrap_or_else(|| DEFAULT_OUT.into());
            let error = error.into();
            if out.is_dir() {
                record(&out, began, &Err(&error), None, log);
            }
            return Err(error);
        }
    };
    // The lock first: a second run must learn of the first before it reads for an hour.
    let folder = Folder::create(&config.output.folder)?;
    let cache = Cache::open(&config, log);
    let result = on_threads(config.reading.threads, || publish(folder, &config, &cache, log)).flatten();
    let label = result.as_ref().map(|(label, _)| label);
    record(&config.output.folder, began, &label, Some((config.reading.threads.get(), &cache)), log);
    result.map(|(_, found)| found)
}

/// Writes `run.json`.
fn record(
    out: &Path,
    began: (SystemTime, Instant),
    result: &Result<&Label, &anyhow::Error>,
    means: Option<(usize, &Cache)>,
    log: &Log,
) {
    let seconds = |time: SystemTime| time.duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let run = json!({
        "outcome": if result.is_ok() { "published" } else { "failed" },
        "exit_code": result.as_ref().map_or_else(|e| code(e), |_| DONE),
        "error": result.as_ref().err().map(ToString::to_string),
        "label": result.as_ref().ok().map(|label| label.as_str()),
        "began_unix": seconds(began.0),
        "seconds": began.1.elapsed().as_secs_f64(),
        "threads": means.map(|(threads, _)| threads),
        "cache": means.map(|(_, cache)| cache.account()),
        "version": env!("CARGO_PKG_VERSION"),
    });
    if let Err(error) = write_run(out, &run) {
        log.warn("run.json", &error.to_string());
    }
}

fn publish(mut folder: Folder, config: &Config, cache: &Cache, log: &Log) -> Result<(Label, Found)> {
    log.begin();
    let Gathered { mut analyses, primary, context, aliases } = gather(config, cache, log)?;
    let said = log.said();
    let label = label(&analyses[primary])?;
    let found = period(&analyses[primary]).map(|period| earlier::find(&config.output.folder, &label, &period));
    let (earlier, is_known) = match found.transpose() {
        Ok(found) => (found.flatten(), true),
        Err(reason) => {
            log.warn("earlier", &reason);
            (None, false)
        }
    };
    if let Some(found) = &earlier {
        analyses.iter_mut().for_each(|analysis| analysis.recall(&found.earlier));
    }
    let main = &analyses[primary];
    let latest = latest(&config.output.folder, main, &label);
    folder.check(&label, latest)?;

    log.doing("drawing");
    let m = config.language;
    let events = draw::events(&context);
    let (figures, omitted) = chart::figures(m, main, Years::Usual, &events);
    let progress = log.steps("drawing", figures.len());
    let draw = || draw::draw(m, figures, config.output.images, &folder, &progress);
    let (charts, datasets) = rayon::join(draw, || datasets(&analyses));
    let (charts, datasets) = (charts?, datasets?);
    let files = || analyses.iter().flat_map(|a| &a.loaded.files);
    log.done();
    let tables = side_tables(config)?;
    let material = Material {
        words: m,
        analyses: &analyses,
        primary,
        charts: &charts,
        omitted: &omitted,
        events: &events,
        settings: &config.changed(),
        tables: &tables,
    };
    let document = report::document(&material);
    let pages = config.output.split.map_or_else(Vec::new, |split| report::subject_pages(&material, split));
    let findings = report::findings_json(m, &analyses, primary, &charts, &label);
    let mut manifest = Manifest::new(label.clone(), config.manifest());
    manifest.sources = analyses.iter().map(source_entry).collect();
    manifest.inputs = files().map(input).collect();
    manifest.tables = tables.clone();
    let earlier = earlier.map(|found| found.file);
    let before = is_known.then(|| Before::new(&label, period(main), earlier.as_ref()));
    manifest.earlier = earlier;
    manifest.caveats = report::caveats(m, &analyses, &omitted);
    manifest.source_date = source_date(std::env::var(SOURCE_DATE).ok().as_deref());
    let report = Report::new(document, datasets, charts, findings, manifest)?;
    let report = report.with_brand(config.brand.clone()).with_pages(pages)?;

    // The tables are what grows; each is written as CSV and as Parquet.
    let rows: usize = report.datasets().iter().map(|dataset| dataset.height() * 2).sum();
    let progress = log.steps("writing", rows);
    folder.on_rows(move |rows| progress.add(rows as u64));
    write_all(&report, &folder)?;
    let published = folder.commit(report.manifest().clone(), latest)?;
    log.done();
    for path in &published.left_behind {
        log.warn("left_behind", &format!("{}: the earlier report could not be removed", path.display()));
    }
    let clear = main.alerts.iter().any(|row| row.judgement() == Some(Judgement::Clear));
    if before.is_some() && cache.is_on() {
        let beside = Beside { said: &said, before };
        kept_charts::keep(config, (main, &aliases), (report.charts(), &published.folder), (cache, &beside), log);
    }
    let charts = text::plural(report.charts().len() as f64, "chart", "charts");
    log.info("counted", &identity(total(&analyses)));
    log.info("published", &format!("{} ({charts})", published.link.display()));
    Ok((label, if clear { Found::Alerts } else { Found::Nothing }))
}

/// All tables of the run, in the order of their list; the rejected rows last.
fn datasets(analyses: &[Analysis]) -> Result<Vec<Dataset<'_>>> {
    let mut datasets = Vec::new();
    for table in TABLES.iter() {
        datasets.push(table.dataset(analyses)?);
    }
    datasets.push(report::rejected(analyses.iter().flat_map(|a| &a.loaded.files))?);
    Ok(datasets)
}

/// The day in the variable that reproducible builds set (seconds since 1970); what is not such a number is as good as unset.
fn source_date(seconds: Option<&str>) -> Option<Day> {
    const DAY: i64 = 24 * 60 * 60;
    let days = seconds?.trim().parse::<i64>().ok()?.div_euclid(DAY);
    // Up to 9999-12-31: later years have no place in a document's date.
    let days = i32::try_from(days).ok().filter(|days| (0..=2_932_896).contains(days));
    days.map(Day::from_epoch)
}

/// The part of the label that names the period; `None` where no period is complete.
pub(super) fn period(analysis: &Analysis) -> Option<String> {
    analysis.latest.map(Period::label)
}

/// `2026-10`; with the filters' slug for a filtered run; `2026-10-partial` where no period is complete.
pub(super) fn label(analysis: &Analysis) -> Result<Label> {
    let period = match (analysis.latest, analysis.periods.last()) {
        (Some(latest), _) => latest.label(),
        (None, last) => format!("{}-partial", last.copied().map(Period::label).unwrap_or_default()),
    };
    let filters = analysis.policy.selection.words();
    if filters.is_empty() {
        return Ok(Label::new(period)?);
    }
    Ok(Label::new(format!("{period}-{}", Label::slug(&filters.join(" "))))?)
}

/// `latest` follows whole reports, never filtered ones, and never goes back in time.
fn latest(out: &Path, analysis: &Analysis, label: &Label) -> Latest {
    if !analysis.policy.selection.is_everything() {
        return Latest::Keep;
    }
    let now = std::fs::read_link(out.join("latest")).ok();
    let now = now.as_deref().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned());
    match now {
        // Labels of one grain order as text does; another grain replaces it.
        Some(now) if now.len() == label.as_str().len() && now.as_str() > label.as_str() => Latest::Keep,
        Some(_) | None => Latest::Move,
    }
}

fn source_entry(analysis: &Analysis) -> SourceEntry {
    SourceEntry {
        source: analysis.loaded.facts.source.clone(),
        version_date: analysis.version,
        coverage: Some(Covered::from(analysis.coverage.window())),
    }
}

/// What the manifest says of a file: no absolute path.
fn input(file: &FileIntake) -> Input {
    Input {
        path: file.portable().to_owned(),
        bytes: file.bytes,
        blake3: file.blake3.clone(),
        source: file.source.clone(),
        encoding: file.encoding.clone(),
        delimiter: Some(file.delimiter.to_string()),
        date_format: Some(file.date_format.clone()),
        accounting: file.accounting,
        skipped: file.skipped,
    }
}

/// The user's own tables as the manifest names them, for they decide numbers too; and the logo and the template.
fn side_tables(config: &Config) -> Result<Vec<Output>> {
    let reading = &config.reading;
    let tables = [
        &reading.mapping,
        &reading.groups_table,
        &reading.regions_table,
        &reading.context,
        &reading.population,
        &reading.boundaries,
    ];
    let brand = &config.brand;
    let face = [brand.logo.as_ref().map(Logo::path), brand.template.as_ref().map(|t| t.path.as_path())];
    let mut outputs = Vec::new();
    for path in tables.into_iter().flatten().map(PathBuf::as_path).chain(face.into_iter().flatten()) {
        let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let name = if path.is_absolute() { path.file_name().map(Path::new) } else { Some(path) };
        outputs.push(Output {
            path: name.unwrap_or(path).display().to_string(),
            bytes: bytes.len() as u64,
            blake3: blake3::hash(&bytes).to_string(),
        });
    }
    Ok(outputs)
}
