//! What a picture is drawn for: a file of its own, or a page on a desk or on a phone that sets the words around it.

use super::inline::Width;
use super::theme::{HEIGHT, MARGIN, WIDTH};

/// Pixels across a phone's column.
const PHONE: f64 = 360.0;
/// The page has margins of its own: only letters that hang over need room.
const PAGE_MARGIN: f64 = 3.0;
/// Height of a chart over time, without the words around it.
const WIDE_HEIGHT: f64 = 400.0;
const PHONE_HEIGHT: f64 = 280.0;
/// Lowest picture, for charts of a row or two.
const LEAST_FILE: f64 = 240.0;
const LEAST_PAGE: f64 = 60.0;

/// What a picture is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    /// A file of its own: with all words, its faces, and colours as they are.
    File,
    /// A page: colours are classes.
    Page(Width),
}

impl Medium {
    pub(super) fn width(self) -> f64 {
        match self {
            Self::File | Self::Page(Width::Wide) => WIDTH,
            Self::Page(Width::Narrow) => PHONE,
        }
    }

    pub(super) fn margin(self) -> f64 {
        match self {
            Self::File => MARGIN,
            Self::Page(_) => PAGE_MARGIN,
        }
    }

    /// Width between the margins.
    pub(super) fn room(self) -> f64 {
        self.width() - 2.0 * self.margin()
    }

    /// Height of a chart over time.
    pub(super) fn usual_height(self) -> f64 {
        match self {
            Self::File => HEIGHT,
            Self::Page(Width::Wide) => WIDE_HEIGHT,
            Self::Page(Width::Narrow) => PHONE_HEIGHT,
        }
    }

    /// Height of a chart of a row or two.
    pub(super) fn least_height(self) -> f64 {
        match self {
            Self::File => LEAST_FILE,
            Self::Page(_) => LEAST_PAGE,
        }
    }

    /// One of two values: for a desk or a slide, and for a phone.
    pub(super) fn pick<T>(self, wide: T, narrow: T) -> T {
        match self {
            Self::File | Self::Page(Width::Wide) => wide,
            Self::Page(Width::Narrow) => narrow,
        }
    }
}
