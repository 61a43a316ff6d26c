//! `chart`: one chart to a file or to standard output; and the drawing of all charts of a report.

use super::failure::Misuse;
use super::filters::no_such;
use super::gather::{Gathered, gather};
use super::log::Log;
use super::{has_folder, to_file, to_stdout};
use crate::analysis::Analysis;
use crate::chart::{CHARTS, ContextEvent, Pick, Subject, Years};
use crate::config::Config;
use crate::figure::Figure;
use crate::messages::{ENGLISH, Messages};
use crate::paint::{self, Width};
use crate::report::{self, ChartFile};
use crate::source;
use anyhow::{Context, Result};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Draws one chart.
pub(super) fn chart(kind: &str, of: Option<&str>, output: Option<&Path>, config: &Config, log: &Log) -> Result<()> {
    let chart = CHARTS.get(kind)?;
    let ending = output.and_then(Path::extension).map(|e| e.to_string_lossy().to_lowercase());
    if let Some(path) = output
        && !matches!(ending.as_deref(), Some("svg" | "png"))
    {
        return Err(Misuse(format!("{}: a chart is written as .svg or .png", path.display())).into());
    }
    has_folder(output)?;
    let Gathered { analyses, primary } = gather(config, log)?;
    let analysis = &analyses[primary];
    let events = events(config)?;
    let subject = of.map_or(Ok(Subject::All), |name| subject(analysis, name))?;
    let pick = Pick { m: config.language, subject, years: Years::Usual, events: &events };
    let figure = chart
        .figure(analysis, &pick)
        // What the program says on the terminal is English.
        .map_err(|why| Misuse(format!("the chart '{kind}' is not drawn: {}", why.text(&ENGLISH))))?;
    let svg = paint::svg(&figure)?;
    match (output, ending.as_deref()) {
        (Some(path), Some("png")) => to_file(path, &paint::png(&figure)?),
        (Some(path), _) => to_file(path, svg.as_bytes()),
        (None, _) => to_stdout(svg.as_bytes()),
    }
}

/// The group or region of that name.
fn subject(analysis: &Analysis, name: &str) -> Result<Subject> {
    let groups = || analysis.groups.iter().map(|g| g.name);
    if let Some(group) = groups().find(|&g| analysis.text(g) == name) {
        return Ok(Subject::Group(group));
    }
    if let Some(region) = analysis.regions.iter().find(|r| analysis.region_name(r.region) == name) {
        return Ok(Subject::Region(region.region));
    }
    let regions: Vec<String> = analysis.regions.iter().map(|r| analysis.region_name(r.region)).collect();
    let known = groups().map(|g| analysis.text(g)).chain(regions.iter().map(String::as_str));
    Err(no_such("of", "group or region", name, known).into())
}

/// The events of the user's context table.
pub(super) fn events(config: &Config) -> Result<Vec<ContextEvent>> {
    let table = config.reading.context.as_deref().map_or(Ok(Vec::new()), source::read_context)?;
    let some = |text: String| Some(text).filter(|t| !t.is_empty());
    Ok(table
        .into_iter()
        .map(|e| ContextEvent { from: e.from, to: e.to, label: e.label, region: some(e.region), group: some(e.group) })
        .collect())
}

/// Draws all figures, on several threads; the order of the charts is that of the figures.
pub(super) fn draw(m: &Messages, figures: &[Figure], threads: NonZeroUsize) -> Result<Vec<ChartFile>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(figure) = figures.get(index) else { return done };
            done.push((index, chart_file(m, figure)));
        }
    };
    let mut drawn: Vec<(usize, Result<ChartFile>)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.get()).map(|_| scope.spawn(work)).collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, Vec<_>>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().flat_map(join).collect()
    });
    drawn.sort_by_key(|(index, _)| *index);
    drawn.into_iter().map(|(_, file)| file).collect()
}

fn chart_file(m: &Messages, figure: &Figure) -> Result<ChartFile> {
    let context = || format!("chart {}", figure.id);
    Ok(ChartFile {
        id: figure.id.clone(),
        title: figure.title.clone(),
        subtitle: figure.subtitle.clone(),
        alt: figure.alt.clone(),
        notes: figure.notes.clone(),
        caption: figure.caption.clone(),
        data: Some("series".to_owned()),
        table: report::chart_table(m, figure),
        svg: paint::svg(figure).with_context(context)?,
        png: paint::png(figure).with_context(context)?,
        wide: paint::inline(figure, Width::Wide).with_context(context)?,
        narrow: paint::inline(figure, Width::Narrow).with_context(context)?,
    })
}
