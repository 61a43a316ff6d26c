//! Tests through the program: one binary, own temp directory a test, one captured output with status, stdout and stderr asserted.

mod harness;
mod sheets;

mod acled;
mod architecture;
mod counting;
mod crowd;
mod documentation;
mod errors;
mod folder;
mod gtd;
mod intake;
mod laws;
mod ucdp;
