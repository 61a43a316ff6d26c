//! `chart`: one chart to a file, to a pipe or to the terminal; and the drawing of all charts of a report.

use super::earlier;
use super::failure::Misuse;
use super::folder;
use super::gather::gather_for;
use super::kept::{Ask, Before, Beside, Cache};
use super::log::{Log, Progress};
use super::pair::PairAsked;
use super::subject::subject;
use super::terminal::{Outlet, SHEET};
use super::{has_folder, to_file, to_stdout};
use crate::analysis::{Analysis, Need};
use crate::chart::{CHARTS, Chart, ContextEvent, NotDrawn, Pick, Reach, Subject, Years};
use crate::cli::ChartFormat;
use crate::config::Config;
use crate::export::{Folder, write_chart};
use crate::figure::Figure;
use crate::messages::{ENGLISH, Messages};
use crate::paint::{self, Images, Paper, Width};
use crate::report::{self, ChartFile};
use crate::source::{Aliases, ContextRow};
use anyhow::{Context, Result};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// One chart as it was asked for.
pub(super) struct Drawing {
    chart: &'static dyn Chart,
    of: Option<String>,
    output: Option<PathBuf>,
    form: Form,
}

/// What it becomes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    Svg,
    Png,
    Text(Paper),
}

impl Drawing {
    /// Decides what is drawn and how, before anything is read.
    pub(super) fn of(
        kind: &str,
        of: Option<String>,
        output: Option<PathBuf>,
        format: Option<ChartFormat>,
    ) -> Result<Drawing> {
        let chart = CHARTS.get(kind)?;
        let form = form(output.as_deref(), format, Outlet::of_run())?;
        has_folder(output.as_deref())?;
        Ok(Drawing { chart, of, output, form })
    }

    /// Reads, counts, draws. `before` is printed before a chart on the terminal.
    pub(super) fn draw(&self, config: &Config, log: &Log, before: &str) -> Result<()> {
        // The two of a pair are no filter: its figure is that of a report on all groups.
        let mut config = config.clone();
        let pair = match self.chart.reach() {
            Reach::Pairs => {
                let groups = std::mem::take(&mut config.policy.selection.groups);
                Some(PairAsked::of(self.chart.id(), self.of.as_deref(), &groups)?)
            }
            Reach::Whole | Reach::Each => None,
        };
        let cache = Cache::open(&config, log);
        let of_pair = pair.as_ref().map(|pair| pair.typed().to_vec());
        let ask = asked(self.chart.id(), self.form, &of_pair.unwrap_or(self.of.as_deref().into_iter().collect()));
        if let Some(bytes) = cache.find(&config, &ask, log) {
            return self.hand_out(&bytes, before);
        }
        log.begin();
        let (figure, earlier) = self.figure(&config, pair.as_ref(), &cache, log)?;
        let bytes = match self.form {
            Form::Svg => paint::svg(&figure)?.into_bytes(),
            Form::Png => paint::png(&figure)?,
            Form::Text(paper) => paint::text(config.language, &figure, paper).into_bytes(),
        };
        let said = log.said();
        self.hand_out(&bytes, before)?;
        if let Some(earlier) = earlier {
            cache.keep(&config, &Beside { said: &said, before: Some(earlier) }, [(ask, bytes.as_slice())], log);
        }
        Ok(())
    }

    fn hand_out(&self, bytes: &[u8], before: &str) -> Result<()> {
        match &self.output {
            Some(path) => to_file(path, bytes),
            None => to_stdout(&[before.as_bytes(), bytes].concat()),
        }
    }

    /// The figure, and the earlier report that stands on it; `None` if that could not be read.
    fn figure(
        &self,
        config: &Config,
        pair: Option<&PairAsked>,
        cache: &Cache,
        log: &Log,
    ) -> Result<(Figure, Option<Before>)> {
        let whom = |analysis: &Analysis, aliases: &Aliases| -> Result<Subject> {
            Ok(match (pair, &self.of) {
                (Some(pair), _) => pair.subject(analysis, aliases)?,
                (None, Some(name)) => subject(analysis, aliases, name)?,
                (None, None) => Subject::All,
            })
        };
        let need = |analysis: &Analysis, aliases: &Aliases| -> Result<Need> {
            Ok(self.chart.need(analysis, whom(analysis, aliases)?))
        };
        let (mut analysis, beside) = gather_for(config, cache, log, need)?;
        let earlier = hold_earlier(&mut analysis, config, log)?;
        let events = events(&beside.context);
        let subject = whom(&analysis, &beside.aliases)?;
        let pick = Pick { m: config.language, subject, years: Years::Usual, events: &events };
        // What the program says of itself is English.
        let refused =
            |why: NotDrawn| Misuse(format!("the chart '{}' is not drawn: {}", self.chart.id(), why.text(&ENGLISH)));
        Ok((self.chart.figure(&analysis, &pick).map_err(refused)?, earlier))
    }
}

/// What an earlier report forecast stands on the chart as it does in a report beside it.
fn hold_earlier(analysis: &mut Analysis, config: &Config, log: &Log) -> Result<Option<Before>> {
    let label = folder::label(analysis)?;
    let Some(period) = folder::period(analysis) else { return Ok(Some(Before::new(&label, None, None))) };
    Ok(match earlier::find(&config.output.folder, &label, &period) {
        Ok(found) => {
            if let Some(found) = &found {
                analysis.hold(&found.earlier);
            }
            Some(Before::new(&label, Some(period), found.map(|found| found.file).as_ref()))
        }
        Err(reason) => {
            log.warn("earlier", &reason);
            None
        }
    })
}

/// What is asked for with `chart`; a report keeps its charts as answers to the same.
pub(super) fn asked(chart: &str, form: Form, names: &[&str]) -> Ask {
    Ask::of(&[&["chart", chart, &format!("{form:?}")], names].concat())
}

/// By what was said, by the ending of the file, by where standard output goes.
fn form(output: Option<&Path>, format: Option<ChartFormat>, outlet: Outlet) -> Result<Form, Misuse> {
    let ending = output.and_then(Path::extension).map(|e| e.to_string_lossy().to_lowercase());
    let paper = if output.is_some() { SHEET } else { outlet.paper() };
    match (format, output, ending.as_deref()) {
        (Some(ChartFormat::Png), None, _) if matches!(outlet, Outlet::Terminal(_)) => {
            Err(Misuse("--format png: a terminal cannot show it; name a file with -o, or pipe it".to_owned()))
        }
        (Some(ChartFormat::Svg), ..) | (None, Some(_), Some("svg")) => Ok(Form::Svg),
        (Some(ChartFormat::Png), ..) | (None, Some(_), Some("png")) => Ok(Form::Png),
        (Some(ChartFormat::Text), ..) | (None, Some(_), Some("txt")) => Ok(Form::Text(paper)),
        (None, None, _) => Ok(match outlet {
            Outlet::Terminal(paper) => Form::Text(paper),
            Outlet::Pipe => Form::Svg,
        }),
        (None, Some(path), _) => Err(Misuse(format!(
            "{}: a chart is written as .svg, .png or .txt; name the file so, or say which with --format",
            path.display()
        ))),
    }
}

/// The events of the user's context table.
pub(super) fn events(table: &[ContextRow]) -> Vec<ContextEvent> {
    let some = |text: &String| Some(text.clone()).filter(|t| !t.is_empty());
    let event = |row: &ContextRow| ContextEvent {
        from: row.from,
        to: row.to,
        label: row.label.clone(),
        region: some(&row.region),
        group: some(&row.group),
        with: row.declared.as_ref().map(|declared| declared.with.clone()),
    };
    table.iter().map(event).collect()
}

/// Draws all figures into the folder, side by side; the order of the charts is that of the figures. A figure that is drawn is let
/// go of, and so are its pictures.
pub(super) fn draw(
    m: &Messages,
    figures: Vec<Figure>,
    images: Images,
    folder: &Folder,
    progress: &Progress,
) -> Result<Vec<ChartFile>> {
    let file = |figure: Figure| {
        let file = chart_file(m, &figure, images, folder);
        progress.add(1);
        file
    };
    // All are drawn before the first failure is looked for: which one is told must not depend on who was quicker.
    let drawn: Vec<Result<ChartFile>> = figures.into_par_iter().map(file).collect();
    drawn.into_iter().collect()
}

fn chart_file(m: &Messages, figure: &Figure, images: Images, folder: &Folder) -> Result<ChartFile> {
    let context = || format!("chart {}", figure.id);
    let table = report::chart_table(m, figure);
    write_chart(folder, &figure.id, &paint::pictures(figure, images).with_context(context)?, &table)?;
    let mut file = ChartFile {
        id: figure.id.clone(),
        title: figure.title.clone(),
        subtitle: figure.subtitle.clone(),
        alt: figure.alt.clone(),
        notes: figure.notes.clone(),
        caption: figure.caption.clone(),
        data: Some(CHARTS.get(figure.chart)?.table().to_owned()),
        table,
        rows_beyond: 0,
        pictures: images,
        wide: paint::inline(figure, Width::Wide).with_context(context)?,
        narrow: paint::inline(figure, Width::Narrow).with_context(context)?,
    };
    file.keep_first_rows();
    Ok(file)
}
