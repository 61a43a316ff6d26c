//! Convergence: what the data say of two groups together, kind of evidence by kind of evidence.

mod direct;

pub use direct::{Basis, Direct, LedgerEntry, Named, Relation, Scene, direct, ledger};
