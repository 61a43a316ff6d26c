//! What a printed report shows: every section and part, the first charts of each, and where links can lead.

use crate::report::{Block, Document, Section, Target};
use std::collections::BTreeMap;

/// Charts of one section, and of one part: a pair. A printed report is for reading; the page has them all.
const CHARTS_OF_SECTION: usize = 4;
const CHARTS_OF_PART: usize = 2;

/// Anchors of sections and of the charts that are shown, numbered.
pub(super) struct Plan {
    sections: BTreeMap<String, usize>,
    /// Chart to the section that shows it, and the anchor.
    charts: BTreeMap<String, (String, usize)>,
}

impl Plan {
    pub(super) fn of(document: &Document) -> Plan {
        let mut plan = Plan { sections: BTreeMap::new(), charts: BTreeMap::new() };
        for section in &document.sections {
            plan.shows(section, CHARTS_OF_SECTION);
            section.parts.iter().for_each(|part| plan.shows(part, CHARTS_OF_PART));
        }
        plan
    }

    fn shows(&mut self, section: &Section, mut room: usize) {
        let next = self.len();
        self.sections.insert(section.id.clone(), next);
        self.charts_of(section, &section.blocks, &mut room);
    }

    fn charts_of(&mut self, section: &Section, blocks: &[Block], room: &mut usize) {
        for block in blocks {
            match block {
                Block::Chart(id) if *room > 0 && !self.charts.contains_key(id) => {
                    let next = self.len();
                    self.charts.insert(id.clone(), (section.id.clone(), next));
                    *room -= 1;
                }
                Block::Chart(_) | Block::Text(_) | Block::Findings(_) | Block::Table(_) | Block::Caveats(_) => {}
                Block::Details { blocks, .. } => self.charts_of(section, blocks, room),
            }
        }
    }

    /// How many anchors there are.
    pub(super) fn len(&self) -> usize {
        self.sections.len() + self.charts.len()
    }

    pub(super) fn section(&self, id: &str) -> Option<usize> {
        self.sections.get(id).copied()
    }

    /// The anchor of a chart in the section that shows it.
    pub(super) fn chart_in(&self, section: &str, id: &str) -> Option<usize> {
        self.charts.get(id).filter(|(place, _)| place == section).map(|(_, anchor)| *anchor)
    }

    /// Where a link leads inside the document.
    pub(super) fn target(&self, target: &Target) -> Option<usize> {
        match target {
            Target::Section(id) => self.section(id),
            Target::Chart(id) => self.charts.get(id).map(|(_, anchor)| *anchor),
            Target::Dataset(_) => None,
        }
    }
}

/// What is printed of a section's blocks besides its charts, and how much was not.
pub(super) struct Room {
    pub findings: usize,
    pub tables: usize,
    /// Of each table.
    pub rows: usize,
    pub left_out: usize,
}

impl Room {
    /// Sections have all but the ends of long tables.
    pub(super) fn of_section() -> Room {
        Room { findings: usize::MAX, tables: usize::MAX, rows: 30, left_out: 0 }
    }

    /// Parts are a page each at most.
    pub(super) fn of_part() -> Room {
        Room { findings: 4, tables: 2, rows: 6, left_out: 0 }
    }
}
