//! The catalogue: every message with its slots. Its texts stand in the tables of the languages, under the name in snake case.
//! The lists stand in the files beside this one; each hands on what came before it, so that all of them make one closed enum.

mod charts;
mod contents;
mod counts;
mod documents;
mod drawings;
mod inferences;
mod maps;
mod pages;
mod pair_charts;
mod pairs;
mod pdf;
mod renderers;
mod rows;
mod terminals;
mod times;
mod workbook;

use super::declare::catalogue;
use super::{Quantity, Slot};
use charts::charts;
use contents::contents;
use counts::counts;
use documents::documents;
use drawings::drawings;
use inferences::inferences;
use maps::maps;
use pages::pages;
use pair_charts::pair_charts;
use pairs::pairs;
use pdf::pdf;
use renderers::renderers;
use rows::rows;
use terminals::terminals;
use times::times;
use workbook::workbook;

impl Key {
    /// The key in the tables.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

counts! { inferences documents contents maps renderers pages charts pair_charts drawings rows times workbook pdf terminals pairs catalogue; }
