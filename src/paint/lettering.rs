//! Text on the sheet: real text elements, with runs of another script in a family of their own, which plotters
//! cannot write.

use super::canvas::{Canvas, Rect, fine};
use super::fonts::{Family, Strength};
use super::medium::Medium;
use super::stylesheet::{BOLD, END, MIDDLE, WITH_HALO, colour_class, size_class};
use super::theme::{Colour, TEXT};
use crate::messages;

/// Height of a capital in em, for setting text by its middle (Noto Sans: 0.714).
const CAPITAL: f64 = 0.714;
/// White around text that may stand on lines, in pixels.
pub(super) const HALO: f64 = 3.0;

/// Which end of a text stands at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Whether text reads along the page or up it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Across,
    Up,
}

/// Whether text keeps the marks behind it at a distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    Bare,
    Halo,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub size: f64,
    pub strength: Strength,
    pub colour: Colour,
    pub anchor: Anchor,
    pub direction: Direction,
    pub ground: Ground,
}

impl Style {
    /// Regular dark text from its start.
    pub(super) const fn new(size: f64) -> Self {
        Self {
            size,
            strength: Strength::Regular,
            colour: TEXT,
            anchor: Anchor::Start,
            direction: Direction::Across,
            ground: Ground::Bare,
        }
    }

    pub(super) const fn bold(mut self) -> Self {
        self.strength = Strength::Bold;
        self
    }

    pub(super) const fn colour(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    pub(super) const fn anchor(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    pub(super) const fn upward(mut self) -> Self {
        self.direction = Direction::Up;
        self
    }

    pub(super) const fn halo(mut self) -> Self {
        self.ground = Ground::Halo;
        self
    }
}

impl Canvas<'_> {
    /// Width of a text in a style.
    pub(super) fn measure(&self, text: &str, style: Style) -> f64 {
        self.fonts.width(text, style.size, style.strength)
    }

    /// A text on its baseline at `at`.
    pub(super) fn text(&mut self, text: &str, at: (f64, f64), style: Style) {
        let text: String = text.chars().filter(|c| is_printable(*c)).map(|c| self.fonts.drawn(c)).collect();
        if text.trim().is_empty() {
            return;
        }
        match self.medium {
            Medium::File => self.set_in_file(&text, at, style),
            Medium::Page(_) => self.set_in_page(&text, at, style),
        }
        let bounds = self.bounds(&text, at, style);
        self.texts.push((text, bounds));
    }

    /// Text of a page: its families are those of the page, and the browser looks each letter up.
    fn set_in_page(&mut self, text: &str, at: (f64, f64), style: Style) {
        let (x, y) = (fine(at.0), fine(at.1));
        let mut classes = vec![colour_class(style.colour)];
        classes.extend(size_class(style.size));
        match style.anchor {
            Anchor::Start => {}
            Anchor::Middle => classes.push(MIDDLE.to_owned()),
            Anchor::End => classes.push(END.to_owned()),
        }
        match style.strength {
            Strength::Regular => {}
            Strength::Bold => classes.push(BOLD.to_owned()),
        }
        match style.ground {
            Ground::Bare => {}
            Ground::Halo => classes.push(WITH_HALO.to_owned()),
        }
        let place = match style.direction {
            Direction::Across => format!(" x=\"{x}\" y=\"{y}\""),
            Direction::Up => format!(" transform=\"translate({x} {y})rotate(-90)\""),
        };
        for (family, run) in self.runs(text) {
            self.letters.extend(run.chars().map(|letter| (family, style.strength, letter)));
        }
        let (open, close) = self.turns(text);
        self.compact.element(classes.join(" "), "text", place, format!("{open}{}{close}", escape(text)));
    }

    /// Text of a file: its families are its own, and each run names its one.
    fn set_in_file(&mut self, text: &str, at: (f64, f64), style: Style) {
        let (x, y) = (fine(at.0), fine(at.1));
        let mut tag =
            format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" fill=\"{}\"", fine(style.size), style.colour.hex());
        match style.anchor {
            Anchor::Start => {}
            Anchor::Middle => tag.push_str(" text-anchor=\"middle\""),
            Anchor::End => tag.push_str(" text-anchor=\"end\""),
        }
        match style.strength {
            Strength::Regular => {}
            Strength::Bold => tag.push_str(" font-weight=\"bold\""),
        }
        match style.direction {
            Direction::Across => {}
            Direction::Up => tag.push_str(&format!(" transform=\"rotate(-90 {x} {y})\"")),
        }
        match style.ground {
            Ground::Bare => {}
            Ground::Halo => {
                let width = fine(HALO);
                tag.push_str(&format!(" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"{width}\""));
            }
        }
        if text.chars().any(|letter| self.fonts.family(letter) == Family::DejaVu) {
            // The shaper behind the PNG loses its place in Arabic words whose kerning is off; the cut face has none anyway.
            tag.push_str(" style=\"font-kerning:auto\"");
        }
        let (open, close) = self.turns(text);
        self.marks.push_str(&tag);
        self.marks.push('>');
        self.marks.push_str(open);
        for (family, run) in self.runs(text) {
            self.letters.extend(run.chars().map(|letter| (family, style.strength, letter)));
            match family {
                Family::Noto => self.marks.push_str(&escape(&run)),
                Family::DejaVu => {
                    let (own, any) = (family.in_chart(self.id), family.name());
                    let run = escape(&run);
                    self.marks.push_str(&format!("<tspan font-family=\"'{own}', '{any}'\">{run}</tspan>"));
                }
            }
        }
        self.marks.push_str(close);
        self.marks.push_str("</text>\n");
    }

    /// What stands around a text whose language runs from right to left: an isolate, since SVG takes each text to run from left
    /// to right, and would set the words around a number in the wrong order. As references: they are no letters of any face.
    fn turns(&self, text: &str) -> (&'static str, &'static str) {
        match self.m.direction() {
            messages::Direction::RightToLeft
                if text.chars().any(|letter| self.fonts.family(letter) == Family::DejaVu) =>
            {
                ("&#x2067;", "&#x2069;")
            }
            messages::Direction::RightToLeft | messages::Direction::LeftToRight => ("", ""),
        }
    }

    /// A text whose capitals are centred on `at`.
    pub(super) fn text_mid(&mut self, text: &str, at: (f64, f64), style: Style) {
        let drop = style.size * CAPITAL / 2.0;
        let at = match style.direction {
            Direction::Across => (at.0, at.1 + drop),
            Direction::Up => (at.0 + drop, at.1),
        };
        self.text(text, at, style);
    }

    fn bounds(&self, text: &str, at: (f64, f64), style: Style) -> Rect {
        let width = self.measure(text, style);
        let back = match style.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        let rise = style.size * CAPITAL;
        match style.direction {
            Direction::Across => Rect { left: at.0 - back, right: at.0 - back + width, top: at.1 - rise, bottom: at.1 },
            Direction::Up => Rect { left: at.0 - rise, right: at.0, top: at.1 + back - width, bottom: at.1 + back },
        }
    }

    /// The text in runs of one family. A space or sign between two Arabic words belongs to them: cut there, the
    /// words would change places.
    fn runs(&self, text: &str) -> Vec<(Family, String)> {
        let mut runs: Vec<(Family, String)> = Vec::new();
        let mut pending = String::new();
        for letter in text.chars() {
            let family = self.fonts.family(letter);
            let is_neutral = !letter.is_alphanumeric() && family == Family::Noto;
            let after_dejavu = runs.last().is_some_and(|(f, _)| *f == Family::DejaVu);
            if is_neutral && after_dejavu {
                pending.push(letter);
                continue;
            }
            let joins = runs.last().is_some_and(|(f, _)| *f == family);
            if joins && let Some((_, run)) = runs.last_mut() {
                run.push_str(&std::mem::take(&mut pending));
                run.push(letter);
            } else {
                let mut run = std::mem::take(&mut pending);
                run.push(letter);
                runs.push((family, run));
            }
        }
        if !pending.is_empty() {
            runs.push((Family::Noto, pending));
        }
        runs
    }
}

/// Whether a letter may stand in XML and leaves the order of its neighbours alone.
pub(super) fn is_printable(letter: char) -> bool {
    let overrides_direction = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !letter.is_control() && !overrides_direction && !matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// Text as XML content.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|c| is_printable(*c)) {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::fonts::Fonts;
    use super::*;

    #[test]
    fn neighbouring_arabic_words_stay_in_one_run() {
        let fonts = Fonts::load().expect("the faces are compiled in");
        let canvas = Canvas::new(fonts, ("test", "en"), Medium::File, 100.0);
        let runs = canvas.runs("تحریک شمال (North)");
        let expected = [(Family::DejaVu, "تحریک شمال".to_owned()), (Family::Noto, " (North)".to_owned())];
        assert_eq!(runs, expected);
    }

    #[test]
    fn what_xml_forbids_is_dropped_and_the_rest_escaped() {
        assert_eq!(escape("a\u{7}<b>&\"\u{fffe}\u{202e}'"), "a&lt;b&gt;&amp;&quot;&#39;");
    }
}
