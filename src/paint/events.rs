//! Events and breaks in collection on a time axis: spans and rules behind the data, labels in lanes above the plot.

use super::Error;
use super::canvas::{Canvas, Rect, Stroke};
use super::fonts::{Fonts, Strength};
use super::lettering::Style;
use super::theme::{AXIS, Colour, Dash, HAIRLINE, MUTED, RULE, SMALL, SPAN, TEXT};
use super::time::Span;
use crate::figure::TimeAxis;
use crate::messages::Message;

/// Height of a lane of labels.
const LANE: f64 = 15.0;
/// More lanes than this would push the data off the chart; what does not fit is counted in words.
const MOST_LANES: usize = 4;
/// On a phone labels stand beside each other less often, so they rise higher.
const MOST_NARROW_LANES: usize = 6;
const NARROW: f64 = 400.0;
/// Between a rule and its label, and between two labels.
const NEAR: f64 = 4.0;
const APART: f64 = 10.0;
/// A label is shortened to this width.
const ROOM: f64 = 190.0;
const WIDE_ROOM: f64 = 270.0;
/// Narrowest span: a week on a chart of years must still be seen.
const LEAST_SPAN: f64 = 2.0;

/// How loud a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// What the reader should know beside the data.
    Context,
    /// What the statistics found.
    Found,
}

impl Tone {
    fn text(self) -> Colour {
        match self {
            Self::Context => MUTED,
            Self::Found => TEXT,
        }
    }

    fn rule(self) -> Colour {
        match self {
            Self::Context => RULE,
            Self::Found => AXIS,
        }
    }
}

/// A label that asks for a place above a plot, at its rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    pub rule: f64,
    pub label: &'a str,
    pub tone: Tone,
    /// How far right it may reach; a label that does not fit stands to the left of its rule.
    pub limit: f64,
}

/// The labels that events and breaks in collection ask for.
pub(super) fn wishes(axis: &TimeAxis, span: Span) -> Vec<Wish<'_>> {
    let wish = |at: f64, label| Wish { rule: span.x(at), label, tone: Tone::Context, limit: span.right };
    let events = axis.events.iter().filter(|e| is_on(span, e.from, e.to)).map(|e| wish(e.from, e.label.as_str()));
    let breaks = axis.breaks.iter().filter(|b| span.holds(b.at)).map(|b| wish(b.at, b.label.as_str()));
    events.chain(breaks).collect()
}

/// A label in its lane.
struct Placed {
    text: String,
    tone: Tone,
    /// Where its rule stands.
    rule: f64,
    left: f64,
    right: f64,
    lane: usize,
}

impl Placed {
    /// Whether neither label meets the other, nor the rule that leads up to it.
    fn is_clear_of(&self, other: &Self) -> bool {
        let is_apart = self.lane != other.lane || self.right + APART <= other.left || other.right + APART <= self.left;
        let crosses = |upper: &Self, lower: &Self| {
            upper.lane > lower.lane && (lower.left - NEAR / 2.0..=lower.right).contains(&upper.rule)
        };
        is_apart && !crosses(self, other) && !crosses(other, self)
    }
}

/// The labels above a plot.
#[derive(Default)]
pub(super) struct Lanes {
    placed: Vec<Placed>,
    unlabelled: usize,
    count: usize,
}

impl Lanes {
    /// Sets every label as near to its rule as the others allow.
    pub(super) fn of(axis: &TimeAxis, span: Span, fonts: &Fonts) -> Self {
        Self::placing(wishes(axis, span), span, fonts)
    }

    /// The same for any labels.
    pub(super) fn placing(mut wishes: Vec<Wish<'_>>, span: Span, fonts: &Fonts) -> Self {
        wishes.retain(|w| !w.label.trim().is_empty());
        // What is found comes first. From right to left, since labels stand to the right of their rules: each rises over
        // those it would cross.
        wishes
            .sort_by(|a, b| (a.tone == Tone::Context).cmp(&(b.tone == Tone::Context)).then(b.rule.total_cmp(&a.rule)));
        let mut lanes = Self::default();
        let most = if span.right - span.left < NARROW { MOST_NARROW_LANES } else { MOST_LANES };
        for Wish { rule, label, tone, limit } in wishes {
            // Where the sheet goes on beside the plot, a label may fill it.
            let room = (limit - rule - NEAR).clamp(ROOM, WIDE_ROOM);
            let room = if limit > span.right { room } else { ROOM };
            let text = fonts.shorten(label, SMALL, Strength::Regular, room);
            let width = fonts.width(&text, SMALL, Strength::Regular);
            // To the right of its rule, or to the left where the plot ends.
            let is_near_end = rule + NEAR + width > limit;
            let left = if is_near_end { (rule - NEAR - width).max(span.left) } else { rule + NEAR };
            let placed = |lane| Placed { text: text.clone(), tone, rule, left, right: left + width, lane };
            // What returns each year is named again only where its name needs no further lane.
            let is_repeated = tone == Tone::Context && lanes.placed.iter().any(|p| p.text == text);
            let most = if is_repeated { 1 } else { most };
            match (0..most).map(placed).find(|p| lanes.placed.iter().all(|other| p.is_clear_of(other))) {
                Some(placed) => {
                    lanes.count = lanes.count.max(placed.lane + 1);
                    lanes.placed.push(placed);
                }
                None if is_repeated => {}
                None => lanes.unlabelled += 1,
            }
        }
        if lanes.unlabelled > 0 {
            lanes.count += 1;
        }
        lanes
    }

    /// Height of all lanes.
    pub(super) fn height(&self) -> f64 {
        if self.count == 0 { 0.0 } else { self.count as f64 * LANE + NEAR }
    }

    /// Writes the labels above `top`, the first lane lowest, each with its rule up to it.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, span: Span, top: f64) -> Result<(), Error> {
        for placed in &self.placed {
            let base = top - NEAR - placed.lane as f64 * LANE;
            canvas.line(
                &[(placed.rule, top), (placed.rule, base - SMALL * 0.7)],
                Stroke::solid(placed.tone.rule(), HAIRLINE),
            )?;
        }
        for placed in &self.placed {
            let base = top - NEAR - placed.lane as f64 * LANE;
            canvas.text(&placed.text, (placed.left, base), Style::new(SMALL).colour(placed.tone.text()).halo());
        }
        if self.unlabelled > 0 {
            let words = canvas.m.say(Message::DrawnUnlabelled { n: (self.unlabelled as f64).into() });
            let base = top - NEAR - (self.count - 1) as f64 * LANE;
            canvas.text(&words, (span.left, base), Style::new(SMALL).colour(MUTED).halo());
        }
        Ok(())
    }
}

fn is_on(span: Span, from: f64, to: Option<f64>) -> bool {
    let to = to.unwrap_or(from);
    from <= span.len as f64 && to >= 0.0 && from.is_finite() && to.is_finite()
}

/// Draws spans and rules over the height of a plot, behind the data.
pub(super) fn draw_rules(canvas: &mut Canvas<'_>, axis: &TimeAxis, span: Span, plot: Rect) -> Result<(), Error> {
    let (top, bottom) = (plot.top, plot.bottom);
    for event in axis.events.iter().filter(|e| is_on(span, e.from, e.to)) {
        let from = span.x(event.from);
        if let Some(to) = event.to {
            let right = span.x(to).max(from + LEAST_SPAN);
            canvas.fill(Rect { left: from, right, top, bottom }, SPAN)?;
        }
        canvas.line(&[(from, top), (from, bottom)], Stroke::solid(RULE, HAIRLINE))?;
    }
    for gap in axis.breaks.iter().filter(|b| span.holds(b.at)) {
        let x = span.x(gap.at);
        canvas.line(&[(x, top), (x, bottom)], Stroke { colour: RULE, width: 1.4, dash: Dash::Broken })?;
    }
    Ok(())
}
