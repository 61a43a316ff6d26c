//! Provenance: which files the numbers come from, which settings made them, and how to cite them.

use super::super::document::{Block, Head, Section, Table};
use super::Material;
use crate::messages::Message;
use crate::text;

/// Digits of a hash that people compare; all stand in the manifest.
const DIGITS: usize = 12;

/// Files in the table; all stand in the manifest.
const FILES_SHOWN: usize = 24;

pub(super) fn section(material: &Material) -> Section {
    Section::new("provenance", material.words.say(Message::SectionProvenance {}), blocks(material))
}

pub(super) fn blocks(material: &Material) -> Vec<Block> {
    let m = material.words;
    let mut blocks = vec![Block::Text(m.say(Message::ProvenanceIntro {})), Block::Table(inputs(material))];
    blocks.extend(tables(material).map(Block::Table));
    blocks.push(match settings(material) {
        Some(table) => Block::Table(table),
        None => Block::Text(m.say(Message::NoSettings {})),
    });
    let citations = material.analyses.iter().map(|analysis| &analysis.loaded.facts.citation);
    for citation in citations.filter(|citation| !citation.is_empty()) {
        blocks.push(Block::Text(m.say(Message::Cite { citation: citation.clone() })));
    }
    let (program, version) = (env!("CARGO_PKG_NAME").to_owned(), env!("CARGO_PKG_VERSION").to_owned());
    blocks.push(Block::Text(m.say(Message::CiteReport { program, version })));
    blocks
}

fn short(hash: &str) -> String {
    hash.chars().take(DIGITS).collect()
}

/// The last part of a path: a report names no folder of the machine that made it.
fn file_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

fn inputs(material: &Material) -> Table {
    let m = material.words;
    let files =
        || material.analyses.iter().flat_map(|analysis| analysis.loaded.files.iter().map(move |f| (analysis, f)));
    let rows = files().take(FILES_SHOWN).map(|(analysis, file)| {
        let version = file.version.or(analysis.version);
        [
            file_name(&file.name),
            analysis.loaded.facts.title.clone(),
            text::count(file.accounting.read as f64),
            text::count(file.accounting.counted as f64),
            version.map(|day| m.day(day)).unwrap_or_default(),
            short(&file.blake3),
        ]
    });
    let heads = [
        Head::words(m.say(Message::HeadFile {})),
        Head::words(m.say(Message::HeadSource {})),
        Head::number(m.say(Message::HeadRead {})),
        Head::number(m.say(Message::HeadCountedRows {})),
        Head::words(m.say(Message::HeadVersion {})),
        Head::words(m.say(Message::HeadHash {})),
    ];
    let table = Table::new(m.say(Message::TableInputs {}), heads, rows.collect());
    let more = files().count().saturating_sub(FILES_SHOWN);
    if more == 0 {
        return table;
    }
    table.with_note(m.say(Message::MoreRows { n: (more as f64).into(), file: "manifest.json".to_owned() }))
}

/// Aliases, events, population: they decide numbers too.
fn tables(material: &Material) -> Option<Table> {
    let m = material.words;
    let rows: Vec<[String; 2]> =
        material.tables.iter().map(|table| [file_name(&table.path), short(&table.blake3)]).collect();
    let heads = [Head::words(m.say(Message::HeadFile {})), Head::words(m.say(Message::HeadHash {}))];
    (!rows.is_empty()).then(|| Table::new(m.say(Message::TableBeside {}), heads, rows))
}

fn settings(material: &Material) -> Option<Table> {
    let m = material.words;
    let rows: Vec<[String; 2]> = material.settings.iter().map(|(name, value)| [name.clone(), value.clone()]).collect();
    let heads = [Head::words(m.say(Message::HeadSetting {})), Head::words(m.say(Message::HeadValue {}))];
    (!rows.is_empty()).then(|| Table::new(m.say(Message::TableSettings {}), heads, rows))
}
