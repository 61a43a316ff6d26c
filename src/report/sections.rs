//! stub until the words land
use super::{Block, ChartFile, Document, Label, Section};
use crate::analysis::Analysis;
use crate::chart::Omitted;
pub fn document(_: &[Analysis], _: usize, charts: &[ChartFile], _: &[Omitted]) -> Document {
    let mut d = Document::new("t", "s");
    d.sections = vec![Section::new("charts", "Charts", charts.iter().map(|c| Block::Chart(c.id.clone())).collect())];
    d
}
pub fn findings_json(_: &[Analysis], _: &Label) -> serde_json::Value {
    serde_json::json!({})
}
pub fn caveats(_: &[Analysis], _: &[Omitted]) -> Vec<String> {
    vec![]
}
