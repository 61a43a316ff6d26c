//! The whole report, checked: every pointer leads somewhere and every name is safe before a format sees it.

use super::brand::Brand;
use super::dataset::Dataset;
use super::document::{Block, Card, ChartFile, Document, Section, Target};
use super::error::Malformed;
use super::label::Label;
use super::manifest::Manifest;
use super::sections::SubjectPage;
use std::collections::BTreeSet;

/// Invariants: ids of sections, charts and datasets are labels and unique, and everything pointed to exists.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    document: Document,
    datasets: Vec<Dataset<'a>>,
    charts: Vec<ChartFile>,
    findings: serde_json::Value,
    manifest: Manifest,
    brand: Brand,
    pages: Vec<(String, Report<'a>)>,
}

impl<'a> Report<'a> {
    /// `findings` is what `findings.json` holds; its shape is `schemas/findings.schema.json`.
    pub fn new(
        document: Document,
        datasets: Vec<Dataset<'a>>,
        charts: Vec<ChartFile>,
        findings: serde_json::Value,
        manifest: Manifest,
    ) -> Result<Report<'a>, Malformed> {
        let ids = Ids {
            sections: distinct("section", all(&document).map(|s| s.id.as_str()))?,
            charts: distinct("chart", charts.iter().map(|c| c.id.as_str()))?,
            datasets: distinct("dataset", datasets.iter().map(Dataset::id))?,
        };
        for id in charts.iter().filter_map(|chart| chart.data.as_ref()) {
            known("dataset", &ids.datasets, id)?;
        }
        for section in all(&document) {
            ids.check(&section.blocks)?;
        }
        for headline in &document.lead.headlines {
            ids.check_cards(std::slice::from_ref(&headline.card))?;
        }
        Ok(Report { document, datasets, charts, findings, manifest, brand: Brand::default(), pages: Vec::new() })
    }

    /// The same report with an organisation's own face.
    pub fn with_brand(mut self, brand: Brand) -> Report<'a> {
        if let Some(title) = &brand.title {
            self.document.title.clone_from(title);
        }
        Report { brand, ..self }
    }

    /// The same report with pages beside it, each a report of its own with its own charts only.
    ///
    /// # Errors
    /// If a page points to what it does not have, or two have one name.
    pub fn with_pages(self, pages: Vec<SubjectPage>) -> Result<Report<'a>, Malformed> {
        let mut each = Vec::new();
        for SubjectPage { path, document, charts } in pages {
            let own = self.charts.iter().filter(|chart| charts.contains(&chart.id)).cloned().collect();
            let (datasets, findings) = (self.datasets.clone(), serde_json::Value::Null);
            let page = Report::new(document, datasets, own, findings, self.manifest.clone())?;
            each.push((path, Report { brand: self.brand.clone(), ..page }));
        }
        distinct("page", each.iter().map(|(path, _)| path.as_str()).chain(["index.html"]))?;
        Ok(Report { pages: each, ..self })
    }

    /// The pages beside `index.html`, by their paths.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &Report<'a>)> {
        self.pages.iter().map(|(path, page)| (path.as_str(), page))
    }

    pub fn brand(&self) -> &Brand {
        &self.brand
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    pub fn datasets(&self) -> &[Dataset<'a>] {
        &self.datasets
    }

    pub fn charts(&self) -> &[ChartFile] {
        &self.charts
    }

    pub fn findings(&self) -> &serde_json::Value {
        &self.findings
    }

    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The chart that a [`Block::Chart`] or a link of this report names.
    pub fn chart(&self, id: &str) -> &ChartFile {
        self.charts.iter().find(|c| c.id == id).expect("Report::new checked that every chart named exists")
    }

    /// Where a link leads, relative to the report folder.
    pub fn href(&self, target: &Target) -> String {
        match target {
            Target::Section(id) => format!("#{id}"),
            Target::Chart(id) => self.chart(id).path(),
            Target::Dataset(id) => {
                let dataset = self.datasets.iter().find(|d| d.id() == id);
                dataset.expect("Report::new checked that every dataset named exists").csv_path()
            }
        }
    }
}

/// The sections and their parts, in order.
fn all(document: &Document) -> impl Iterator<Item = &Section> {
    document.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts))
}

struct Ids<'a> {
    sections: BTreeSet<&'a str>,
    charts: BTreeSet<&'a str>,
    datasets: BTreeSet<&'a str>,
}

impl Ids<'_> {
    fn check(&self, blocks: &[Block]) -> Result<(), Malformed> {
        for block in blocks {
            match block {
                Block::Text(_) | Block::Table(_) | Block::Caveats(_) => {}
                Block::Findings(cards) => self.check_cards(cards)?,
                Block::Chart(id) => known("chart", &self.charts, id)?,
                Block::Details { blocks, .. } => self.check(blocks)?,
            }
        }
        Ok(())
    }

    fn check_cards(&self, cards: &[Card]) -> Result<(), Malformed> {
        for link in cards.iter().flat_map(|card| &card.evidence) {
            match &link.to {
                Target::Section(id) => known("section", &self.sections, id)?,
                Target::Chart(id) => known("chart", &self.charts, id)?,
                Target::Dataset(id) => known("dataset", &self.datasets, id)?,
            }
        }
        Ok(())
    }
}

fn distinct<'a>(what: &'static str, ids: impl Iterator<Item = &'a str>) -> Result<BTreeSet<&'a str>, Malformed> {
    let mut seen = BTreeSet::new();
    for id in ids {
        Label::new(id)?;
        if !seen.insert(id) {
            return Err(Malformed::Twice { what, id: id.to_owned() });
        }
    }
    Ok(seen)
}

fn known(what: &'static str, ids: &BTreeSet<&str>, id: &str) -> Result<(), Malformed> {
    if ids.contains(id) {
        return Ok(());
    }
    Err(Malformed::Dangling { what, id: id.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::super::document::{Link, Strength};
    use super::*;

    fn whole(sections: Vec<Section>) -> Result<Report<'static>, Malformed> {
        let document = Document { sections, ..Document::new("October", "invented") };
        let manifest = Manifest::new(Label::new("2026-10")?, serde_json::json!({}));
        Report::new(document, Vec::new(), Vec::new(), serde_json::json!({}), manifest)
    }

    #[test]
    fn what_is_pointed_to_must_exist() {
        let inner = vec![Block::Chart("frequency".to_owned())];
        let details = Block::Details { summary: "more".to_owned(), blocks: inner };
        let error = whole(vec![Section::new("a", "A", vec![details])]).expect_err("there is no chart");
        assert_eq!(error.to_string(), "the report points to the chart 'frequency', which it does not have");

        let evidence = vec![Link { text: "rows".to_owned(), to: Target::Dataset("series".to_owned()) }];
        let card = Card { sentence: "It rose.".to_owned(), strength: Strength::Clear, caveats: Vec::new(), evidence };
        let error = whole(vec![Section::new("a", "A", vec![Block::Findings(vec![card])])]).expect_err("no dataset");
        assert!(matches!(error, Malformed::Dangling { what: "dataset", .. }));
    }

    #[test]
    fn anchors_are_labels_and_unique() {
        let section = |id: &str| Section::new(id, "A", Vec::new());
        assert!(whole(vec![section("a"), section("b")]).is_ok());
        assert!(matches!(whole(vec![section("a"), section("a")]), Err(Malformed::Twice { .. })));
        assert!(matches!(whole(vec![section("\"><script>")]), Err(Malformed::Label { .. })));
    }
}
