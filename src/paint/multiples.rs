//! Draws small multiples: a grid of plots with the same axes, numbered only at its edges.

use super::canvas::{Canvas, Rect};
use super::events::draw_rules;
use super::fonts::{Fonts, Strength};
use super::lettering::Style;
use super::line::{self, Pen};
use super::medium::Medium;
use super::plot::{LABEL_GAP, Labels, Plot, emptiness, heights, label_room, states};
use super::scale::ValueAxis;
use super::theme::{LABEL, MUTED, SMALL};
use super::time::AXIS_HEIGHT;
use super::{Error, columns, say_empty, time};
use crate::figure::{Emphasis, Facet, Ink, Mark, Multiples, Point};
use crate::messages::Message;

/// Columns of the grid, at most; on a phone.
const MOST_COLUMNS: usize = 4;
const NARROW_COLUMNS: usize = 2;
/// Height of a facet's plot: lower in grids of many rows.
const HIGH_PLOT: f64 = 150.0;
const PLOT: f64 = 112.0;
/// Up to so many rows are high; one row alone is higher still.
const HIGH_UP_TO: usize = 2;
const ONLY_PLOT: f64 = 260.0;
/// The same on a phone.
const NARROW_PLOT: f64 = 84.0;
const NARROW_ONLY_PLOT: f64 = 190.0;
/// Height of a line of its title.
const TITLE_LINE: f64 = 16.0;
/// A title has at most this many lines.
const TITLE_LINES: usize = 2;
/// Between facets.
const GAP_X: f64 = 22.0;
const NARROW_GAP_X: f64 = 14.0;
const GAP_Y: f64 = 18.0;
/// Under a title.
const UNDER: f64 = 8.0;
/// Steps of the value axis in a facet this low.
const STEPS: usize = 3;
/// Width kept for the numbers when titles are wrapped before the axis is known.
const GUTTER: f64 = 48.0;

/// Columns of a grid that leaves few holes: five facets stand 3 + 2, nine 3 by 3.
fn grid_columns(count: usize, medium: Medium) -> usize {
    match count {
        _ if medium.pick(false, true) => count.clamp(1, NARROW_COLUMNS),
        0..=MOST_COLUMNS => count.max(1),
        5 | 6 | 9 => 3,
        _ => MOST_COLUMNS,
    }
}

fn gap(medium: Medium) -> f64 {
    medium.pick(GAP_X, NARROW_GAP_X)
}

fn titles(facets: &[Facet], fonts: &Fonts, medium: Medium) -> Vec<Vec<String>> {
    let columns = grid_columns(facets.len(), medium) as f64;
    let room = (medium.room() - GUTTER) / columns - gap(medium);
    facets.iter().map(|f| fonts.balance(&f.title, LABEL, Strength::Bold, room, TITLE_LINES)).collect()
}

fn title_height(titles: &[Vec<String>]) -> f64 {
    titles.iter().map(Vec::len).max().unwrap_or(0) as f64 * TITLE_LINE + UNDER
}

/// Height that the grid asks for.
pub(super) fn height(multiples: &Multiples, fonts: &Fonts, medium: Medium) -> f64 {
    let rows = multiples.facets.len().div_ceil(grid_columns(multiples.facets.len(), medium));
    let plot = match rows {
        0 | 1 => medium.pick(ONLY_PLOT, NARROW_ONLY_PLOT),
        2..=HIGH_UP_TO => medium.pick(HIGH_PLOT, NARROW_PLOT),
        _ => medium.pick(PLOT, NARROW_PLOT),
    };
    let facet = title_height(&titles(&multiples.facets, fonts, medium)) + plot;
    rows as f64 * (facet + GAP_Y) - GAP_Y + AXIS_HEIGHT
}

/// Draws the grid.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, multiples: &Multiples) -> Result<(), Error> {
    let (facets, len) = (&multiples.facets, multiples.axis.len);
    if facets.is_empty() || len == 0 {
        say_empty(canvas, area, Message::DrawnNothing {});
        return Ok(());
    }
    let medium = canvas.medium;
    let columns = grid_columns(facets.len(), medium);
    let gap = gap(medium);
    let rows = facets.len().div_ceil(columns);
    let titles = titles(facets, canvas.fonts, medium);
    let title_height = title_height(&titles);
    let values = facets.iter().flat_map(|f| [&f.points, &f.context]).flat_map(|p| heights(&p[..p.len().min(len)]));
    let axis = ValueAxis::over(values, STEPS);
    let gutter = label_room(canvas.fonts, &axis) + LABEL_GAP;
    let width = (area.width() - gutter - gap * (columns - 1) as f64) / columns as f64;
    let pitch = (area.height() - AXIS_HEIGHT + GAP_Y) / rows as f64;
    for (at, (facet, title)) in facets.iter().zip(&titles).enumerate() {
        let (row, column) = (at / columns, at % columns);
        let left = area.left + gutter + column as f64 * (width + gap);
        let top = area.top + row as f64 * pitch;
        // Titles stand on the plot, so that one of a single line does not float.
        let first = top + title_height - UNDER - title.len() as f64 * TITLE_LINE;
        // Each facet is a column of the chart's table, after the periods.
        canvas.series(at + 1, |canvas| {
            for (line, words) in title.iter().enumerate() {
                let y = first + (line as f64 + 1.0) * TITLE_LINE - 3.0;
                canvas.text(words, (left, y), Style::new(LABEL).bold());
            }
            Ok(())
        })?;
        let rect = Rect { left, right: left + width, top: top + title_height, bottom: top + pitch - GAP_Y };
        let plot = Plot::new(rect, len, axis.clone());
        let labels = if column == 0 { Labels::Shown } else { Labels::Hidden };
        plot.tell(canvas);
        draw_facet(canvas, &plot, facet, multiples, (labels, at + 1))?;
        let is_lowest = at + columns >= facets.len();
        if is_lowest {
            time::draw(canvas, plot.span, &multiples.axis, rect.bottom)?;
        }
    }
    Ok(())
}

fn draw_facet(
    canvas: &mut Canvas<'_>,
    plot: &Plot,
    facet: &Facet,
    multiples: &Multiples,
    (labels, series): (Labels, usize),
) -> Result<(), Error> {
    let (axis, len) = (&multiples.axis, multiples.axis.len);
    draw_rules(canvas, axis, plot.span, plot.rect)?;
    let main = || std::iter::once::<&[Point]>(&facet.points);
    let empty = emptiness(len, main());
    if empty.is_none() {
        plot.draw_uncovered(canvas, &states(len, main()))?;
    }
    plot.draw_grid(canvas, labels)?;
    let pen = Pen::of(Ink::Past, Emphasis::Context);
    // Beside nothing there is nothing to compare, and words stand there.
    let context: &[Point] = if empty.is_none() { &facet.context } else { &[] };
    match multiples.mark {
        Mark::Columns => {
            canvas.series(series, |canvas| columns::draw(canvas, plot, &facet.points, facet.ink))?;
            plot.draw_zero(canvas)?;
            line::draw_cased(canvas, plot, context, pen, &axis.breaks)?;
        }
        Mark::Line => {
            canvas
                .series(series, |canvas| line::draw_band(canvas, plot, &facet.points, (facet.ink, Emphasis::Main)))?;
            plot.draw_zero(canvas)?;
            line::draw(canvas, plot, context, pen, &axis.breaks)?;
            let main = Pen::of(facet.ink, Emphasis::Main);
            canvas.series(series, |canvas| line::draw(canvas, plot, &facet.points, main, &axis.breaks))?;
        }
    }
    if let Some(why) = empty {
        let words = canvas.m.say(why);
        let at = ((plot.rect.left + plot.rect.right) / 2.0, (plot.rect.top + plot.rect.bottom) / 2.0);
        let style = Style::new(SMALL).colour(MUTED).anchor(super::lettering::Anchor::Middle).halo();
        let lines = canvas.fonts.wrap(&words, SMALL, Strength::Regular, plot.rect.width() - LABEL_GAP, 3);
        for (line, words) in lines.iter().enumerate() {
            canvas.text_mid(words, (at.0, at.1 + line as f64 * TITLE_LINE), style);
        }
    }
    Ok(())
}
