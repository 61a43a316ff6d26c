//! Marks of a picture for a page in few bytes: paths of whole numbers from point to point, and neighbours of one class
//! in one path or one group.

use std::fmt::Write as _;

/// A mark.
#[derive(Debug)]
enum Piece {
    Path {
        class: String,
        path: String,
        joins: Joins,
    },
    /// Any other element: its name, attributes, and content.
    Element {
        class: String,
        name: &'static str,
        rest: String,
        content: String,
    },
    Open(usize),
    Close,
}

impl Piece {
    fn class(&self) -> Option<&str> {
        match self {
            Self::Path { class, .. } | Self::Element { class, .. } => Some(class),
            Self::Open(_) | Self::Close => None,
        }
    }
}

/// Whether a path may be one with a neighbour of its class: where a see-through one lies on another it must not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joins {
    Freely,
    Never,
}

/// Whether a path returns to its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shut {
    Open,
    Closed,
}

/// The marks in their order.
#[derive(Debug, Default)]
pub(super) struct Compact {
    pieces: Vec<Piece>,
}

impl Compact {
    /// A path; neighbours of one class become one.
    pub(super) fn path(&mut self, class: String, path: String, joins: Joins) {
        if let Some(Piece::Path { class: last, path: before, joins: Joins::Freely }) = self.pieces.last_mut()
            && *last == class
            && joins == Joins::Freely
        {
            before.push_str(&path);
            return;
        }
        self.pieces.push(Piece::Path { class, path, joins });
    }

    /// Another element.
    pub(super) fn element(&mut self, class: String, name: &'static str, rest: String, content: String) {
        self.pieces.push(Piece::Element { class, name, rest, content });
    }

    /// Begins the marks of a series; what was its own just before goes on.
    pub(super) fn open(&mut self, series: usize) {
        let of_same = |open: &&Piece| matches!(open, Piece::Open(of) if *of == series);
        let is_last = matches!(self.pieces.last(), Some(Piece::Close));
        let opened = self.pieces.iter().rev().find(|p| matches!(p, Piece::Open(_)));
        if is_last && opened.as_ref().is_some_and(of_same) {
            self.pieces.pop();
        } else {
            self.pieces.push(Piece::Open(series));
        }
    }

    /// Ends the marks of a series.
    pub(super) fn close(&mut self) {
        if matches!(self.pieces.last(), Some(Piece::Open(_))) {
            self.pieces.pop();
        } else {
            self.pieces.push(Piece::Close);
        }
    }

    /// The elements.
    pub(super) fn finish(self) -> String {
        let mut out = String::new();
        let mut at = 0;
        while let Some(piece) = self.pieces.get(at) {
            let Some(class) = piece.class() else {
                match piece {
                    Piece::Open(series) => out.push_str(&format!("<g class=\"s\" data-series=\"{series}\">")),
                    Piece::Close | Piece::Path { .. } | Piece::Element { .. } => out.push_str("</g>"),
                }
                at += 1;
                continue;
            };
            let count = self.pieces[at..].iter().take_while(|p| p.class() == Some(class)).count();
            if count > 1 {
                out.push_str(&format!("<g class=\"{class}\">"));
            }
            for piece in &self.pieces[at..at + count] {
                piece.write(&mut out, if count > 1 { "" } else { class });
            }
            if count > 1 {
                out.push_str("</g>");
            }
            at += count;
        }
        out
    }
}

impl Piece {
    fn write(&self, out: &mut String, class: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        match self {
            Self::Path { path, .. } => out.push_str(&format!("<path{class} d=\"{path}\"/>")),
            Self::Element { name, rest, content, .. } if content.is_empty() => {
                out.push_str(&format!("<{name}{class}{rest}/>"));
            }
            Self::Element { name, rest, content, .. } => {
                out.push_str(&format!("<{name}{class}{rest}>{content}</{name}>"));
            }
            Self::Open(_) | Self::Close => {}
        }
    }
}

/// A path from point to point.
pub(super) fn path(points: &[(i32, i32)], shut: Shut) -> String {
    let Some((first, rest)) = points.split_first() else { return String::new() };
    let mut out = format!("M{} {}", first.0, first.1);
    let (mut at, mut command) = (*first, ' ');
    let last = rest.len();
    for (index, point) in rest.iter().enumerate() {
        let (right, down) = (point.0 - at.0, point.1 - at.1);
        // A shut path returns by itself; a lone point keeps a step, which a round end makes a dot.
        let is_return = shut == Shut::Closed && index + 1 == last && point == first;
        at = *point;
        let (step, numbers): (char, &[i32]) = match (right, down) {
            (0, 0) if last > 1 || shut == Shut::Closed => continue,
            _ if is_return => continue,
            (_, 0) => ('h', &[right]),
            (0, _) => ('v', &[down]),
            _ => ('l', &[right, down]),
        };
        if step != command {
            out.push(step);
            command = step;
        } else if numbers[0] >= 0 {
            out.push(' ');
        }
        for (place, number) in numbers.iter().enumerate() {
            if place > 0 && *number >= 0 {
                out.push(' ');
            }
            // Writing into a string cannot fail.
            let _ = write!(out, "{number}");
        }
    }
    if shut == Shut::Closed {
        out.push('z');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_say_each_step_in_few_letters() {
        let points = [(10, 20), (15, 17), (19, 19), (19, 25), (30, 25), (40, 25), (41, 26)];
        assert_eq!(path(&points, Shut::Open), "M10 20l5-3 4 2v6h11 10l1 1");
        assert_eq!(path(&[(0, 0), (5, 0), (5, 5), (0, 0)], Shut::Closed), "M0 0h5v5z");
    }

    #[test]
    fn neighbours_of_one_class_share_it() {
        let mut marks = Compact::default();
        marks.open(1);
        marks.path("c1".into(), "M0 0h1z".into(), Joins::Freely);
        marks.path("c1".into(), "M5 0h1z".into(), Joins::Freely);
        marks.close();
        marks.open(1);
        marks.element("t".into(), "text", " x=\"1\"".into(), "a".into());
        marks.element("t".into(), "text", " x=\"2\"".into(), "b".into());
        marks.close();
        marks.open(2);
        marks.close();
        let expected = "<g class=\"s\" data-series=\"1\"><path class=\"c1\" d=\"M0 0h1zM5 0h1z\"/>\
                        <g class=\"t\"><text x=\"1\">a</text><text x=\"2\">b</text></g></g>";
        assert_eq!(marks.finish(), expected);
    }
}
