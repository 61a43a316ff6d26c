//! The numbers of a figure as a table for people: one row a period, or a row for each thing that is drawn.

use super::document::{Head, Table};
use crate::figure::Figure;
use crate::messages::{Message, Messages};

/// What the figure draws.
pub fn chart_table(m: &Messages, figure: &Figure) -> Table {
    Table::new(figure.title.clone(), [Head::words(m.say(Message::HeadPeriod {}))], Vec::new())
}
