//! stub
use crate::read::Table;
pub struct Proposal {
    pub toml: String,
    pub unguessed: Vec<String>,
}
pub fn propose(_: &Table) -> Proposal {
    Proposal { toml: String::new(), unguessed: vec![] }
}
