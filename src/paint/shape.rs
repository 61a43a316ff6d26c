//! Marks of maps: surfaces with holes, lines of hatching inside them, and see-through circles with a rim.

use plotters::element::Circle;
use plotters::style::Color;

use super::Error;
use super::canvas::{Canvas, Stroke, fine, rgb};
use super::map_names::spans;
use super::theme::Colour;

impl Canvas<'_> {
    /// A filled surface: the rings by the even-odd rule, which plotters cannot draw.
    pub(super) fn shape(&mut self, rings: &[Vec<(f64, f64)>], colour: Colour) {
        let mut path = String::new();
        for ring in rings {
            for (at, point) in ring.iter().enumerate() {
                path.push_str(match at {
                    0 => "M",
                    1 => "L",
                    _ => " ",
                });
                path.push_str(&format!("{} {}", fine(point.0), fine(point.1)));
            }
            path.push('Z');
        }
        self.marks.push_str(&format!("<path d=\"{path}\" fill=\"{}\" fill-rule=\"evenodd\"/>\n", colour.hex()));
    }

    /// Diagonal hairlines inside a surface.
    pub(super) fn hatch_shape(&mut self, rings: &[Vec<(f64, f64)>], colour: Colour, gap: f64) -> Result<(), Error> {
        // Turned so that the diagonals are rows: what is inside is then found row by row.
        let turned: Vec<Vec<(f64, f64)>> =
            rings.iter().map(|ring| ring.iter().map(|(x, y)| (x - y, x + y)).collect()).collect();
        let rows = || turned.iter().flatten().map(|p| p.1);
        let (first, last) = (rows().fold(f64::INFINITY, f64::min), rows().fold(f64::NEG_INFINITY, f64::max));
        let mut row = (first / gap).ceil() * gap;
        while row < last {
            for (from, to) in spans(&turned, row) {
                let back = |v: f64| ((row + v) / 2.0, (row - v) / 2.0);
                self.line(&[back(from), back(to)], Stroke::solid(colour, 1.0))?;
            }
            row += gap;
        }
        Ok(())
    }

    /// A circle that covers what lies behind it as far as `alpha` says, with a rim.
    pub(super) fn disc(
        &mut self,
        at: (f64, f64),
        radius: f64,
        colour: Colour,
        alpha: f64,
        rim: f64,
    ) -> Result<(), Error> {
        let (centre, size) = ((fine(at.0), fine(at.1)), fine(radius));
        if alpha > 0.0 {
            self.mark(&Circle::new(centre, size, rgb(colour).mix(alpha).filled()))?;
        }
        self.mark(&Circle::new(centre, size, rgb(colour).stroke_width(fine(rim).unsigned_abs())))
    }
}
