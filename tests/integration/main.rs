//! Tests through the program: one binary, own temp directory a test, one captured output with status, stdout and stderr asserted.

mod harness;
mod invented;
mod published;
mod sheets;

mod acled;
mod architecture;
mod attack;
mod brand;
mod browser;
mod counting;
mod crowd;
mod demand;
mod direct;
mod documentation;
mod encoding;
mod errors;
mod every_row;
mod extremes;
mod families;
mod folder;
mod gtd;
mod intake;
mod kept;
mod language;
mod laws;
mod pairs;
mod pakistan;
mod planted;
mod seasonal;
mod silence;
mod split;
mod twins;
mod ucdp;
mod unknown;
mod workbook;
