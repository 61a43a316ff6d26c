//! The one stylesheet of all pictures in a page: light, and dark where the reader asks for it on a screen.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::canvas::{Stroke, fine};
use super::colour::Rgb;
use super::lettering::HALO;
use super::theme::{Colour, Dash, HAIRLINE, LABEL, SMALL, SUBTITLE, TEXT, TICK, WHITE, palette};

/// The class of a picture's root.
pub(super) const ROOT: &str = "pic";
/// The class of a ring, which covers what lies behind it, of text with a halo, and of how text is set.
pub(super) const COVERS: &str = "o";
pub(super) const WITH_HALO: &str = "h";
pub(super) const BOLD: &str = "b";
pub(super) const MIDDLE: &str = "m";
pub(super) const END: &str = "e";

/// Dashes in the order of their classes.
const DASHES: [Dash; 5] = [Dash::Dashed, Dash::Alternating, Dash::Fine, Dash::Dotted, Dash::Broken];
/// Sizes of type that have a class, in pixels.
const SIZES: [f64; 5] = [SUBTITLE, LABEL, TICK, SMALL + 0.5, SMALL];
/// Widths of lines and strengths of see-through areas that have a class: up to these, in tenths and in hundredths.
const WIDEST: i32 = 70;
const DENSEST: i32 = 50;

/// The number of each colour.
static NUMBERS: LazyLock<BTreeMap<Colour, usize>> =
    LazyLock::new(|| palette().into_iter().enumerate().map(|(number, colour)| (colour, number)).collect());

/// The class of a colour. One outside the palette, which only a fault of the painter draws in, is that of text.
pub(super) fn colour_class(colour: Colour) -> String {
    let number = NUMBERS.get(&colour).or_else(|| NUMBERS.get(&TEXT)).copied().unwrap_or_default();
    debug_assert!(NUMBERS.contains_key(&colour), "{colour:?} is in the palette");
    format!("c{number}")
}

/// The classes of a line.
pub(super) fn stroke_class(stroke: Stroke) -> String {
    let mut class = format!("{} l", colour_class(stroke.colour));
    if fine(stroke.width) != fine(HAIRLINE) {
        class.push_str(&format!(" w{}", fine(stroke.width).clamp(1, WIDEST)));
    }
    if let Some(dash) = DASHES.iter().position(|d| *d == stroke.dash) {
        class.push_str(&format!(" d{dash}"));
    }
    class
}

/// The class of a see-through area.
pub(super) fn opacity(alpha: f64) -> String {
    format!("a{}", hundredths(alpha).clamp(1, DENSEST))
}

fn hundredths(alpha: f64) -> i32 {
    (alpha * 100.0).round() as i32
}

/// The class of a size of type; none for the usual one.
pub(super) fn size_class(size: f64) -> Option<String> {
    let nearest = SIZES.iter().min_by(|a, b| (*a - size).abs().total_cmp(&(*b - size).abs())).copied()?;
    (nearest != SMALL).then(|| format!("t{}", fine(nearest)))
}

/// The rules for every picture of a page, under the class `pic`. A page whose ground is not white, or dark not `#15181c`, says so in
/// the property `--paper`. Print is always light.
pub fn stylesheet() -> String {
    let dark = WHITE.dark.hex();
    let mut rules = light();
    rules.push_str(&format!(
        "@media screen and (prefers-color-scheme:dark){{.{ROOT} .{WITH_HALO}{{stroke:var(--paper,{dark})}}\
         .{ROOT} .l.{COVERS}{{fill:var(--paper,{dark})}}\n{}}}\n",
        colours(|colour| colour.dark)
    ));
    rules
}

/// The rules on white paper, for readers of SVG that know no properties of a page.
pub(super) fn on_paper() -> String {
    let white = WHITE.light.hex();
    light().replace(&format!("var(--paper,{white})"), &white)
}

fn light() -> String {
    let white = WHITE.light.hex();
    let halo = fine(HALO);
    let mut rules = format!(
        ".{ROOT}{{direction:ltr;font:{}px \"Noto Sans\",\"DejaVu Sans\",sans-serif;font-kerning:none;fill:currentColor;\
         stroke-linejoin:round;forced-color-adjust:none;print-color-adjust:exact}}\n\
         .{ROOT} .l{{fill:none;stroke:currentColor;stroke-width:{}}}\n\
         .{ROOT} .{BOLD}{{font-weight:bold}}.{ROOT} .{MIDDLE}{{text-anchor:middle}}.{ROOT} .{END}{{text-anchor:end}}\n\
         .{ROOT} .{WITH_HALO}{{paint-order:stroke;stroke:var(--paper,{white});stroke-width:{halo}}}\n\
         .{ROOT} .l.{COVERS}{{fill:var(--paper,{white})}}\n",
        fine(SMALL),
        fine(HAIRLINE)
    );
    for size in SIZES {
        rules.push_str(&format!(".{ROOT} .t{}{{font-size:{}px}}", fine(size), fine(size)));
    }
    for (number, dash) in DASHES.iter().enumerate() {
        let lengths: Vec<String> = dash.pattern().iter().map(|l| fine(*l).to_string()).collect();
        rules.push_str(&format!(".{ROOT} .d{number}{{stroke-dasharray:{}}}", lengths.join(" ")));
    }
    rules.push('\n');
    for width in (1..=WIDEST).filter(|w| *w != fine(HAIRLINE)) {
        rules.push_str(&format!(".{ROOT} .w{width}{{stroke-width:{width}}}"));
    }
    rules.push('\n');
    for alpha in 1..=DENSEST {
        rules.push_str(&format!(".{ROOT} .a{alpha}{{fill-opacity:.{alpha:02}}}"));
    }
    rules.push('\n');
    rules.push_str(&colours(|colour| colour.light));
    rules
}

/// A rule a colour.
fn colours(of: impl Fn(Colour) -> Rgb) -> String {
    let rule = |(number, colour): (usize, Colour)| {
        let hex = of(colour).hex();
        let value = if colour == WHITE { format!("var(--paper,{hex})") } else { hex };
        format!(".{ROOT} .c{number}{{color:{value}}}")
    };
    palette().into_iter().enumerate().map(rule).collect::<String>() + "\n"
}
