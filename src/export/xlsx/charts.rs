//! The sheet of native charts, and the small sheet of numbers that they draw.

use super::charted::{Charted, Drawn, Line};
use super::data::{write_day, write_text};
use super::styles::{BLUE, CATEGORIES, GREY, GRID, RED};
use super::{Book, safe};
use crate::messages::Message;
use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType,
    ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

/// The row of the names of the series, from 0; above it what they are of.
const HEAD: u32 = 3;

/// Columns before the series: period and first day.
const LEADING: u16 = 2;

/// Characters of a name in the legend of a chart.
const LEGEND: usize = 60;

/// Years that a chart shows, as in the charts of the report; the numbers of earlier ones stand in the sheet.
const YEARS: i32 = 5;

/// Periods that a chart shows at least.
const FEWEST: usize = 10;

/// Periods that are named under a chart.
const LABELS: usize = 10;

/// Size of a chart in pixels, and the rows of the sheet that it covers.
const WIDTH: u32 = 760;
const HEIGHT: u32 = 380;
const ROWS: u32 = 20;
const COLUMNS: u16 = 12;

/// The charts, two and two.
pub(super) fn write(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    book.open(sheet, &book.charts)?;
    sheet.write_string_with_format(0, 0, book.say(Message::AboutCharts {}), &book.styles.title)?;
    book.link(sheet, (1, 0), &book.contents, 0, &book.contents)?;
    book.link(sheet, (1, 2), &book.notes, 0, &book.notes)?;
    let notes = [Message::ChartsComplete {}, Message::ChartsKilled {}, Message::ChartsGroups {}];
    for (row, note) in (2..).zip(notes) {
        sheet.write_string_with_format(row, 0, book.say(note), &book.styles.small)?;
    }
    sheet.set_screen_gridlines(false);
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    let mut row = 6;
    if book.charted.iter().all(|charted| charted.periods.is_empty()) {
        sheet.write_string(row, 0, book.say(Message::ChartsNone {}))?;
    }
    for charted in book.charted.iter().filter(|charted| !charted.periods.is_empty()) {
        let pairs = [
            (Drawn::Incidents, 0, 0),
            (Drawn::Killed, 0, COLUMNS),
            (Drawn::Region, ROWS, 0),
            (Drawn::Group, ROWS, COLUMNS),
        ];
        for (drawn, down, right) in pairs {
            if let Some(chart) = chart(book, charted, drawn) {
                sheet.insert_chart(row + down, right, &chart)?;
            }
        }
        row += 2 * ROWS + 1;
    }
    Ok(())
}

/// A chart of the sheet of its source; `None` where there is no number to draw.
fn chart(book: &Book, charted: &Charted, drawn: Drawn) -> Option<Chart> {
    let lines: Vec<(u16, &Line)> = (LEADING..).zip(&charted.series).filter(|(_, line)| line.drawn == drawn).collect();
    if lines.iter().all(|(_, line)| line.values.iter().all(Option::is_none)) {
        return None;
    }
    let (kind, title, axis) = match drawn {
        Drawn::Incidents => (ChartType::Column, Message::ChartIncidents {}, Message::HeadIncidents {}),
        Drawn::Killed => (ChartType::Column, Message::ChartKilled {}, Message::AxisKilled {}),
        Drawn::Region => (ChartType::Line, Message::ChartRegions {}, Message::HeadIncidents {}),
        Drawn::Group => (ChartType::Line, Message::ChartGroups {}, Message::HeadIncidents {}),
    };
    let mut title = book.say(title);
    if book.charted.len() > 1 {
        title = book.say(Message::WorkbookChartOf { chart: title, source: charted.source.clone() });
    }
    let title = safe::cut(&title, LEGEND * 2).into_owned();
    let first = HEAD + 1 + first_shown(charted) as u32;
    let last = HEAD + charted.periods.len() as u32;
    let mut chart = Chart::new(kind);
    for (rank, &(column, _)) in lines.iter().enumerate() {
        let series = chart.add_series();
        series
            .set_name((charted.sheet.as_str(), HEAD, column))
            .set_categories((charted.sheet.as_str(), first, 0, last, 0))
            .set_values((charted.sheet.as_str(), first, column, last, column));
        match drawn {
            Drawn::Incidents => series.set_format(ChartFormat::new().set_solid_fill(&fill(BLUE))).set_gap(40),
            Drawn::Killed => series.set_format(ChartFormat::new().set_solid_fill(&fill(RED))).set_gap(40),
            Drawn::Region | Drawn::Group => {
                let colour = CATEGORIES[rank % CATEGORIES.len()];
                // A value between two gaps is a dot: a line alone would not show it.
                let mut marker = ChartMarker::new();
                let mut format = ChartFormat::new().set_solid_fill(&fill(colour)).set_no_line().clone();
                marker.set_type(ChartMarkerType::Circle).set_size(3).set_format(&mut format);
                let line = ChartLine::new().set_color(colour).set_width(1.75).clone();
                series.set_format(ChartFormat::new().set_line(&line)).set_marker(&marker)
            }
        };
    }
    let small = ChartFont::new().set_size(9).set_color(GREY).clone();
    chart.title().set_name(&title).set_font(ChartFont::new().set_bold().set_size(13)).set_overlay(false);
    chart.x_axis().set_name(&book.say(Message::HeadPeriod {})).set_font(&small).set_name_font(&small);
    let interval = (charted.periods.len() - first_shown(charted)).div_ceil(LABELS) as u16;
    chart.x_axis().set_text_axis(true).set_label_interval(interval).set_tick_interval(interval);
    chart.y_axis().set_name(&book.say(axis)).set_font(&small).set_name_font(&small).set_min(0);
    chart.y_axis().set_num_format("#,##0").set_major_gridlines_line(ChartLine::new().set_color(GRID));
    if book.styles.right_to_left {
        // The course of time stays from left to right, as in the charts of the report.
        chart.title().set_font(ChartFont::new().set_bold().set_size(13).set_right_to_left(true));
    }
    match drawn {
        Drawn::Incidents | Drawn::Killed => chart.legend().set_hidden(),
        Drawn::Region | Drawn::Group => chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&small),
    };
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart.set_width(WIDTH).set_height(HEIGHT).set_alt_text(title);
    Some(chart)
}

fn fill(colour: Color) -> ChartSolidFill {
    ChartSolidFill::new().set_color(colour).clone()
}

/// Index of the first period that a chart shows.
fn first_shown(charted: &Charted) -> usize {
    let periods = &charted.periods;
    let last = periods.last().and_then(|&(_, start)| start);
    let since = last.map(|day| day.plus_years(-YEARS));
    let shown = periods.iter().position(|&(_, start)| start.zip(since).is_some_and(|(start, since)| start > since));
    shown.unwrap_or(0).min(periods.len().saturating_sub(FEWEST))
}

/// The numbers of a source's charts: one row a period, one column a series, empty where unknown.
pub(super) fn write_series(book: &Book, charted: &Charted, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let styles = &book.styles;
    book.open(sheet, &charted.sheet)?;
    sheet.write_string_with_format(0, 0, book.say(Message::AboutSeries {}), &styles.title)?;
    book.link(sheet, (1, 0), &book.contents, 0, &book.contents)?;
    book.link(sheet, (1, 1), &book.notes, 0, &book.notes)?;
    sheet.write_string_with_format(1, 2, book.say(Message::ChartsComplete {}), &styles.small)?;
    sheet.write_string_with_format(HEAD, 0, book.say(Message::HeadPeriod {}), &styles.list_head)?;
    sheet.write_string_with_format(HEAD, 1, book.say(Message::HeadStart {}), &styles.list_head)?;
    sheet.set_column_range_width(0, LEADING + charted.series.len() as u16, 14)?;
    for (column, line) in (LEADING..).zip(&charted.series) {
        let (of, name) = match line.drawn {
            Drawn::Incidents => (Message::ChartIncidents {}, book.say(Message::HeadIncidents {})),
            Drawn::Killed => (Message::ChartKilled {}, book.say(Message::AxisKilled {})),
            Drawn::Region => (Message::HeadRegion {}, line.name.clone()),
            Drawn::Group => (Message::HeadGroup {}, line.name.clone()),
        };
        sheet.write_string_with_format(HEAD - 1, column, book.say(of), &styles.small)?;
        sheet.write_string_with_format(HEAD, column, safe::cut(&name, LEGEND), &styles.list_head)?;
    }
    for (row, (at, (label, start))) in (HEAD + 1..).zip(charted.periods.iter().enumerate()) {
        write_text(book, sheet, (row, 0), label)?;
        if let Some(day) = *start {
            write_day(book, sheet, (row, 1), day)?;
        }
        for (column, line) in (LEADING..).zip(&charted.series) {
            if let Some(value) = line.values[at] {
                sheet.write_number_with_format(row, column, value, &styles.count)?;
            }
        }
    }
    sheet.set_freeze_panes(HEAD + 1, LEADING)?;
    sheet.set_repeat_rows(HEAD - 1, HEAD)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}
