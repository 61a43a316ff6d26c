//! Marks of maps: surfaces with holes, lines of hatching inside them, and see-through circles with a rim.

use plotters::element::Circle;
use plotters::style::Color;

use super::Error;
use super::canvas::{Canvas, Stroke, circle, fine, rgb};
use super::compact::{Joins, Shut, path};
use super::map_names::spans;
use super::medium::Medium;
use super::stylesheet::{colour_class, opacity, stroke_class};
use super::theme::Colour;

impl Canvas<'_> {
    /// A filled surface: an outer ring and its holes, which plotters cannot draw.
    pub(super) fn shape(&mut self, rings: &[Vec<(f64, f64)>], colour: Colour) {
        let turned = |(at, ring): (usize, &Vec<(f64, f64)>)| {
            let mut points: Vec<(i32, i32)> = ring.iter().map(|p| (fine(p.0), fine(p.1))).collect();
            // A hole is what runs the other way round.
            if (winding(ring) > 0.0) != (at == 0) {
                points.reverse();
            }
            points
        };
        let drawn: String = rings.iter().enumerate().map(turned).map(|points| path(&points, Shut::Closed)).collect();
        match self.medium {
            Medium::File => self.marks.push_str(&format!("<path d=\"{drawn}\" fill=\"{}\"/>\n", colour.hex())),
            Medium::Page(_) => self.compact.path(colour_class(colour), drawn, Joins::Never),
        }
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
        let rim = Stroke::solid(colour, rim);
        match self.medium {
            Medium::File => {
                let (centre, size) = ((fine(at.0), fine(at.1)), fine(radius));
                if alpha > 0.0 {
                    self.mark(&Circle::new(centre, size, rgb(colour).mix(alpha).filled()))?;
                }
                self.mark(&Circle::new(centre, size, rgb(colour).stroke_width(fine(rim.width).unsigned_abs())))
            }
            Medium::Page(_) => {
                if alpha > 0.0 {
                    let class = format!("{} {}", colour_class(colour), opacity(alpha));
                    self.compact.element(class, "circle", circle(at, radius), String::new());
                }
                self.compact.element(stroke_class(rim), "circle", circle(at, radius), String::new());
                Ok(())
            }
        }
    }
}

/// Above 0 for a ring that runs one way round, below for the other (the shoelace formula).
fn winding(ring: &[(f64, f64)]) -> f64 {
    ring.windows(2).map(|w| w[0].0 * w[1].1 - w[1].0 * w[0].1).sum()
}
