//! Pieces: what is never cut by the end of a page, in order down the column; and their breaking into pages.

use super::paper::{Colour, ROOM, Style};
use super::setter::Line;
use super::tags::TagId;
use std::rc::Rc;

/// What is drawn.
#[derive(Clone)]
pub(super) enum Ink {
    Line(Line),
    /// The number of the page on which an anchor stands, at the far edge of the column.
    PageOf {
        anchor: usize,
        style: Style,
    },
    Bar {
        width: f32,
        height: f32,
        colour: Colour,
    },
    /// A picture as an SVG, with its description for those who do not see it. It is read when it is drawn: read, the pictures of a
    /// report take ten times their room.
    Picture {
        svg: Rc<str>,
        width: f32,
        height: f32,
        alt: String,
    },
}

/// Ink at a place: from the left edge of the column and the top of its piece.
#[derive(Clone)]
pub(super) struct Mark {
    pub x: f32,
    pub y: f32,
    pub ink: Ink,
    /// `None` for what only decorates.
    pub tag: Option<TagId>,
}

/// Whether the page may end under a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    Free,
    /// Headings, heads of tables, first and last but one lines.
    WithNext,
}

/// Where a piece may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    Anywhere,
    NewPage,
}

#[derive(Clone)]
pub(super) struct Piece {
    /// Space above it; none at the top of a page.
    pub before: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
    pub keep: Keep,
    pub start: Start,
    /// What leads here: the number of an anchor.
    pub anchors: Vec<usize>,
    /// The head of its table, by its number in [`Column::heads`]: repeated where a page begins with this piece.
    pub head: Option<usize>,
}

impl Piece {
    pub(super) fn new(before: f32, height: f32, marks: Vec<Mark>) -> Piece {
        Piece { before, height, marks, keep: Keep::Free, start: Start::Anywhere, anchors: Vec::new(), head: None }
    }
}

/// Everything that stands in the report, one under the other.
#[derive(Default)]
pub(super) struct Column {
    pub pieces: Vec<Piece>,
    pub heads: Vec<Piece>,
}

impl Column {
    /// The last piece does not part from what follows.
    pub(super) fn keep_with_next(&mut self) {
        if let Some(last) = self.pieces.last_mut() {
            last.keep = Keep::WithNext;
        }
    }

    /// The pieces on pages, and where the anchors are.
    pub(super) fn paginate(&self, anchors: usize) -> Pages {
        let mut pages = Pages { pages: vec![Vec::new()], anchors: vec![(0, 0.0); anchors], y: 0.0 };
        let mut rest = self.pieces.as_slice();
        while let Some(first) = rest.first() {
            let chain = 1 + rest.iter().take_while(|piece| piece.keep == Keep::WithNext).count();
            let (chain, after) = rest.split_at(chain.min(rest.len()));
            let height: f32 = chain.iter().map(|piece| piece.before + piece.height).sum();
            let fresh = pages.y == 0.0;
            let new_page = first.start == Start::NewPage || (pages.y + height > ROOM && height <= ROOM);
            if new_page && !fresh {
                pages.turn(self, first);
            }
            for piece in chain {
                let before = if pages.y == 0.0 { 0.0 } else { piece.before };
                if pages.y > 0.0 && pages.y + before + piece.height > ROOM {
                    pages.turn(self, piece);
                }
                pages.place(piece);
            }
            rest = after;
        }
        pages
    }
}

/// A mark on its page, `y` from the top of the text.
pub(super) struct Placed {
    pub y: f32,
    pub mark: Mark,
}

pub(super) struct Pages {
    pub pages: Vec<Vec<Placed>>,
    /// Page and distance from the top of its text.
    pub anchors: Vec<(usize, f32)>,
    y: f32,
}

impl Pages {
    fn turn(&mut self, column: &Column, next: &Piece) {
        self.pages.push(Vec::new());
        self.y = 0.0;
        if let Some(head) = next.head.and_then(|head| column.heads.get(head)) {
            let mut head = head.clone();
            // The head was read where it first stood; the copy only helps the eye.
            head.marks.iter_mut().for_each(|mark| mark.tag = None);
            self.place(&head);
        }
    }

    fn place(&mut self, piece: &Piece) {
        let top = if self.y == 0.0 { 0.0 } else { self.y + piece.before };
        let page = self.pages.len() - 1;
        for &anchor in &piece.anchors {
            self.anchors[anchor] = (page, top);
        }
        let marks = piece.marks.iter().map(|mark| Placed { y: top + mark.y, mark: mark.clone() });
        self.pages[page].extend(marks);
        self.y = top + piece.height;
    }
}
