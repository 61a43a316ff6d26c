//! Tables: heads repeated over pages, numbers at the far edge, wide ones set smaller and then split by columns.

use super::composer::Composer;
use super::paper::{CAPTION, CELL, HAIR, HAIRLINE, MEASURE, RULE, SMALL, Style};
use super::pieces::{Ink, Keep, Mark, Piece};
use super::setter::{Edge, Line, Span};
use super::tags::TagId;
use crate::messages::Message;
use crate::report::{Align, Table};
use krilla::tagging::{TableHeaderScope, Tag};

/// Rows printed of a table; the page and the files have all.
const MOST_ROWS: usize = 36;
/// Between columns.
const GAP: f32 = 10.0;
/// Above and below the words of a row.
const PAD: f32 = 2.6;
/// A column of words asks for no more than this before it breaks its lines.
const WIDEST: f32 = 190.0;
/// A cell of numbers up to this wide stays on one line.
const NUMBER: f32 = 90.0;
/// How small cells may be set before a table is split.
const SCALES: [f32; 3] = [1.0, 0.9, 0.82];

/// Columns of one printed table: their numbers, and their widths in points.
struct Fit {
    columns: Vec<usize>,
    widths: Vec<f32>,
    style: Style,
}

impl Composer<'_> {
    /// The table with caption, rows, note and source.
    pub(super) fn table(&mut self, parent: TagId, table: &Table) {
        let shown = table.rows().len().min(MOST_ROWS);
        self.paragraph(parent, 14.0, &[Span::new(table.caption(), CAPTION)]);
        self.column.keep_with_next();
        for (i, fit) in self.fits(table, shown).into_iter().enumerate() {
            self.part_of_table(parent, table, &fit, shown, if i == 0 { 3.0 } else { 10.0 });
        }
        let mut notes = Vec::new();
        if shown < table.rows().len() {
            let [shown, rows] = [shown, table.rows().len()].map(|n| crate::text::count(n as f64));
            notes.push(self.words.say(Message::PdfRowsShown { shown, rows }));
        }
        for (word, text) in [(Message::WordNote {}, table.note()), (Message::WordSource {}, table.source())] {
            if !text.is_empty() {
                notes.push(format!("{}: {text}", self.words.say(word)));
            }
        }
        for (i, note) in notes.iter().enumerate() {
            if let Some(last) = self.column.pieces.last_mut() {
                last.keep = Keep::WithNext;
            }
            self.paragraph(parent, if i == 0 { 4.0 } else { 1.0 }, &[Span::new(note, SMALL)]);
        }
    }

    /// One table if it can be made to fit, else several with the first column in each.
    fn fits(&mut self, table: &Table, shown: usize) -> Vec<Fit> {
        let all: Vec<usize> = (0..table.columns().len()).collect();
        for scale in SCALES {
            let style = CELL.scaled(scale);
            let limits = self.limits(table, shown, style);
            if let Some(widths) = widths(&limits) {
                return vec![Fit { columns: all, widths, style }];
            }
        }
        let style = CELL.scaled(SCALES[1]);
        let limits = self.limits(table, shown, style);
        let mut fits = Vec::new();
        let mut rest = &all[1.min(all.len())..];
        while !rest.is_empty() {
            let choose = |count: usize| -> Vec<usize> { all[..1].iter().chain(&rest[..count]).copied().collect() };
            let fitted = (1..=rest.len()).rev().find_map(|count| {
                let columns = choose(count);
                let chosen: Vec<(f32, f32)> = columns.iter().map(|&c| limits[c]).collect();
                widths(&chosen).map(|widths| (count, Fit { columns, widths, style }))
            });
            let (count, fit) = fitted.unwrap_or_else(|| {
                // Words that cannot be broken are cut at the letters instead.
                let widths = vec![(MEASURE - GAP) / 2.0; 2];
                (1, Fit { columns: choose(1), widths, style })
            });
            fits.push(fit);
            rest = &rest[count..];
        }
        fits
    }

    /// Least and wanted width of each column.
    fn limits(&mut self, table: &Table, shown: usize, style: Style) -> Vec<(f32, f32)> {
        let limits = table.columns().iter().enumerate().map(|(c, head)| {
            let cells = table.rows()[..shown].iter().map(|row| (row[c].as_str(), style));
            let head_cell = (head.text.as_str(), style.bold());
            let (mut least, mut wanted) = (16.0_f32, 16.0_f32);
            for (i, (text, style)) in cells.chain([head_cell]).enumerate() {
                let (min, max) = self.setter.widths(text, style);
                // A number is not broken while words can be.
                let whole = head.align == Align::End && i < shown && max <= NUMBER;
                least = least.max(if whole { max } else { min.min(WIDEST) });
                wanted = wanted.max(max.min(WIDEST));
            }
            // Half a point against the rounding of line breaking.
            (least + 0.5, wanted.max(least) + 0.5)
        });
        limits.collect()
    }

    fn part_of_table(&mut self, parent: TagId, table: &Table, fit: &Fit, shown: usize, before: f32) {
        let tag = self.tags.add(parent, Tag::Table.with_summary(Some(table.caption().to_owned())));
        let group = self.tags.add(tag, Tag::THead);
        let row = self.tags.add(group, Tag::TR);
        let heads: Vec<TagId> =
            fit.columns.iter().map(|_| self.tags.add(row, Tag::TH(TableHeaderScope::Column))).collect();
        let texts: Vec<&str> = fit.columns.iter().map(|&c| table.columns()[c].text.as_str()).collect();
        let mut head = self.row(table, fit, &texts, &heads, fit.style.bold());
        head.before = before;
        head.keep = Keep::WithNext;
        self.rule(&mut head, fit, 0.8, RULE);
        self.column.pieces.push(head.clone());
        head.before = 0.0;
        self.column.heads.push(head);
        let head = self.column.heads.len() - 1;
        let body = self.tags.add(tag, Tag::TBody);
        for (i, cells) in table.rows()[..shown].iter().enumerate() {
            let row = self.tags.add(body, Tag::TR);
            let name = |at: usize| at == 0;
            let tags: Vec<TagId> = (0..fit.columns.len())
                .map(|at| {
                    if name(at) {
                        self.tags.add(row, Tag::TH(TableHeaderScope::Row))
                    } else {
                        self.tags.add(row, Tag::TD)
                    }
                })
                .collect();
            let texts: Vec<&str> = fit.columns.iter().map(|&c| cells[c].as_str()).collect();
            let mut piece = self.row(table, fit, &texts, &tags, fit.style);
            piece.head = Some(head);
            // No row of its own at the foot or the head of a page.
            if shown > 2 && (i == 0 || i + 2 == shown) {
                piece.keep = Keep::WithNext;
            }
            self.rule(&mut piece, fit, HAIRLINE, HAIR);
            self.column.pieces.push(piece);
        }
    }

    /// Cells side by side, on the baseline of their first lines.
    fn row(&mut self, table: &Table, fit: &Fit, texts: &[&str], tags: &[TagId], style: Style) -> Piece {
        let mut marks = Vec::new();
        let (mut height, mut start) = (style.leading, 0.0);
        for (i, text) in texts.iter().enumerate() {
            let width = fit.widths[i];
            let edge = match table.columns()[fit.columns[i]].align {
                Align::Start => Edge::Start,
                Align::End => Edge::End,
            };
            let x = self.inward(start, width);
            let lines: Vec<Line> = self.setter.set(&[Span::new(text, style)], width, edge);
            let mut y = PAD;
            for line in lines {
                let below = y + line.height;
                marks.push(Mark { x, y, ink: Ink::Line(line), tag: Some(tags[i]) });
                y = below;
            }
            height = height.max(y - PAD);
            start += width + GAP;
        }
        Piece::new(0.0, height + 2.0 * PAD, marks)
    }

    fn rule(&self, piece: &mut Piece, fit: &Fit, height: f32, colour: super::paper::Colour) {
        let width = fit.widths.iter().sum::<f32>() + GAP * (fit.widths.len() as f32 - 1.0);
        let ink = Ink::Bar { width, height, colour };
        let mark = Mark { x: self.inward(0.0, width), y: piece.height - height, ink, tag: None };
        piece.marks.push(mark);
    }
}

/// Widths of columns that fill the measure at most: as wanted where there is room, else what is left over their least, shared
/// by what they lack. `None` where not even the least widths fit.
fn widths(limits: &[(f32, f32)]) -> Option<Vec<f32>> {
    let room = MEASURE - GAP * (limits.len() as f32 - 1.0);
    let (least, wanted) = limits.iter().fold((0.0, 0.0), |(a, b), (least, wanted)| (a + least, b + wanted));
    if least > room {
        return None;
    }
    if wanted <= room {
        // A little air, but numbers stay near their names.
        let air = ((room - wanted) / limits.len() as f32).min(22.0);
        return Some(limits.iter().map(|(_, wanted)| wanted + air).collect());
    }
    let share = (room - least) / (wanted - least);
    Some(limits.iter().map(|(least, wanted)| least + (wanted - least) * share).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_measure_or_say_that_they_cannot() {
        assert_eq!(widths(&[(10.0, 50.0), (10.0, 20.0)]), Some(vec![72.0, 42.0]));
        let shared = widths(&[(100.0, 400.0), (50.0, 300.0)]).expect("the least widths fit");
        assert!((shared.iter().sum::<f32>() + GAP - MEASURE).abs() < 0.01, "{shared:?}");
        assert_eq!(widths(&[(300.0, 300.0), (300.0, 300.0)]), None);
    }
}
