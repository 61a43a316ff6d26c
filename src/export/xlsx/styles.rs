//! How the workbook looks: formats of cells, colours of charts. Everything here is taste, nothing is data.

use crate::messages::{Direction, Messages};
use rust_xlsxwriter::{Color, Format, FormatAlign};

/// Counts, as in the charts of the report.
pub(super) const BLUE: Color = Color::RGB(0x1f6fb4);
/// Deaths, and nothing else.
pub(super) const RED: Color = Color::RGB(0xb71c2b);
/// Regions and groups by rank, as in the charts of the report: no red among them.
pub(super) const CATEGORIES: [Color; 8] = [
    Color::RGB(0x0072b2),
    Color::RGB(0xe69f00),
    Color::RGB(0x009e73),
    Color::RGB(0xaa4499),
    Color::RGB(0x56b4e9),
    Color::RGB(0x8c6d31),
    Color::RGB(0x332288),
    Color::RGB(0x99a82e),
];
/// Lines and small print.
pub(super) const GREY: Color = Color::RGB(0x5a6269);
pub(super) const GRID: Color = Color::RGB(0xdfe3e6);

/// How the values of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    Truth,
    Date,
    /// `1,204`.
    Count,
    /// `2026`: no comma.
    Year,
    /// `1,204.50`.
    Decimal,
    /// `0.0312`: probabilities, and columns of numbers below 1.
    Fine,
}

pub(super) struct Styles {
    pub right_to_left: bool,
    pub title: Format,
    pub subtitle: Format,
    pub head: Format,
    /// Of a list on a sheet that is no Excel table.
    pub list_head: Format,
    pub link: Format,
    pub small: Format,
    pub label: Format,
    pub wrapped: Format,
    /// A limit of what the sheet holds.
    pub limit: Format,
    pub date: Format,
    pub count: Format,
    /// A count beside wrapped text.
    pub listed: Format,
    pub year: Format,
    pub decimal: Format,
    pub fine: Format,
    /// Text that would be a formula if it were typed.
    pub defused: Format,
}

impl Styles {
    pub fn new(words: &Messages) -> Styles {
        let top = || Format::new().set_align(FormatAlign::Top);
        let head = || Format::new().set_bold().set_align(FormatAlign::Top);
        let number = |format: &str| Format::new().set_num_format(format);
        Styles {
            right_to_left: words.direction() == Direction::RightToLeft,
            title: Format::new().set_bold().set_font_size(14),
            subtitle: Format::new().set_font_color(GREY),
            head: head(),
            list_head: head().set_background_color(GRID).set_text_wrap(),
            link: top().set_hyperlink(),
            small: Format::new().set_font_color(GREY).set_font_size(9),
            label: top().set_font_color(GREY),
            wrapped: top().set_text_wrap(),
            limit: top().set_bold().set_font_color(Color::RGB(0x7a4a00)),
            date: number("yyyy-mm-dd").set_align(FormatAlign::Left),
            count: number("#,##0"),
            listed: number("#,##0").set_align(FormatAlign::Top),
            year: number("0"),
            decimal: number("#,##0.00"),
            fine: number("0.0000"),
            defused: Format::new().set_quote_prefix(),
        }
    }

    /// The format of a column's numbers and dates.
    pub fn of(&self, shape: Shape) -> Option<&Format> {
        match shape {
            Shape::Text | Shape::Truth => None,
            Shape::Date => Some(&self.date),
            Shape::Count => Some(&self.count),
            Shape::Year => Some(&self.year),
            Shape::Decimal => Some(&self.decimal),
            Shape::Fine => Some(&self.fine),
        }
    }
}
