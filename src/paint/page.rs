//! What stands around every chart: title, subtitle, small print and source line; and the sheet's height.

use super::canvas::{Canvas, Rect};
use super::fonts::{Fonts, Strength};
use super::lettering::{Anchor, Style};
use super::medium::Medium;
use super::theme::{MUTED, SMALL, SUBTITLE, TITLE};
use crate::figure::Figure;
use crate::messages::Direction;

/// Subtitles wrap to this many lines.
const SUBTITLE_LINES: usize = 2;
/// Two long names and what is found of them: what weakens a claim must not be cut.
const TITLE_LINES: usize = 4;
/// Notes and captions wrap to this many lines each.
const FOOT_LINES: usize = 2;
const TITLE_PITCH: f64 = 28.0;
const SUBTITLE_PITCH: f64 = 19.0;
const FOOT_PITCH: f64 = 15.5;
/// Between the header and the plot, and between the plot and the small print.
const HEAD_GAP: f64 = 14.0;
const FOOT_GAP: f64 = 14.0;

/// What a shape asks of the sheet's height, in pixels without the words around it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wanted {
    /// Stretches to the usual height.
    AtLeast(f64),
    /// Has a height of its own: rows do not grow with the sheet.
    Exactly(f64),
}

/// The words around a chart, broken into lines.
pub(super) struct Page {
    medium: Medium,
    title: Vec<String>,
    subtitle: Vec<String>,
    foot: Vec<String>,
}

impl Page {
    /// Breaks the figure's words into lines; a page sets them itself.
    pub(super) fn of(figure: &Figure, fonts: &Fonts, medium: Medium) -> Self {
        if medium != Medium::File {
            return Self { medium, title: Vec::new(), subtitle: Vec::new(), foot: Vec::new() };
        }
        let room = medium.room();
        let title = fonts.balance(&figure.title, TITLE, Strength::Bold, room, TITLE_LINES);
        let subtitle = fonts.wrap(&figure.subtitle, SUBTITLE, Strength::Regular, room, SUBTITLE_LINES);
        let foot = figure.notes.iter().chain([&figure.caption]);
        let foot = foot.flat_map(|line| fonts.wrap(line, SMALL, Strength::Regular, room, FOOT_LINES)).collect();
        Self { medium, title, subtitle, foot }
    }

    fn head(&self) -> f64 {
        if self.medium != Medium::File {
            return self.medium.margin();
        }
        let gap = if self.subtitle.is_empty() { 0.0 } else { 3.0 };
        self.medium.margin() - 4.0
            + self.title.len() as f64 * TITLE_PITCH
            + gap
            + self.subtitle.len() as f64 * SUBTITLE_PITCH
            + HEAD_GAP
    }

    fn tail(&self) -> f64 {
        match self.medium {
            Medium::File => FOOT_GAP + self.foot.len() as f64 * FOOT_PITCH + self.medium.margin() - 6.0,
            Medium::Page(_) => self.medium.margin(),
        }
    }

    /// Height of the sheet for what the shape needs.
    pub(super) fn height(&self, wanted: Wanted) -> f64 {
        match wanted {
            Wanted::AtLeast(plot) => (self.head() + plot + self.tail()).max(self.medium.usual_height()).ceil(),
            Wanted::Exactly(plot) => (self.head() + plot + self.tail()).max(self.medium.least_height()).ceil(),
        }
    }

    /// The room left for the shape on a sheet of the given height.
    pub(super) fn plot(&self, height: f64) -> Rect {
        let (margin, width) = (self.medium.margin(), self.medium.width());
        Rect { left: margin, right: width - margin, top: self.head(), bottom: height - self.tail() }
    }

    /// Writes the words.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) {
        let margin = self.medium.margin();
        let (start, anchor) = match canvas.m.direction() {
            Direction::LeftToRight => (margin, Anchor::Start),
            Direction::RightToLeft => (self.medium.width() - margin, Anchor::End),
        };
        let mut y = margin - 4.0;
        for line in &self.title {
            canvas.text(line, (start, y + TITLE), Style::new(TITLE).bold().anchor(anchor));
            y += TITLE_PITCH;
        }
        y += 3.0;
        for line in &self.subtitle {
            canvas.text(line, (start, y + SUBTITLE), Style::new(SUBTITLE).colour(MUTED).anchor(anchor));
            y += SUBTITLE_PITCH;
        }
        let mut y = canvas.height - self.tail() + FOOT_GAP;
        for line in &self.foot {
            canvas.text(line, (start, y + SMALL), Style::new(SMALL).colour(MUTED).anchor(anchor));
            y += FOOT_PITCH;
        }
    }
}
