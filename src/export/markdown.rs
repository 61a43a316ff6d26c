//! Markdown: `report.md`, the same document for wikis, mail and version control (GitHub's dialect).

use super::Format;
use super::error::Error;
use super::folder::Folder;
use crate::messages::Message;
use crate::registry::Entry;
use crate::report::{Align, Block, Card, ChartFile, Report, Section, Strength, Table, Target};
use std::fmt::Write;

pub(super) struct Markdown;

impl Entry for Markdown {
    fn id(&self) -> &'static str {
        "markdown"
    }

    fn about(&self) -> &'static str {
        "the report as Markdown, for wikis and version control"
    }

    fn example(&self) -> String {
        "incident-trends report".to_owned()
    }
}

impl Format for Markdown {
    fn write(&self, report: &Report, folder: &Folder) -> Result<(), Error> {
        folder.file("report.md", render(report).as_bytes())
    }
}

/// Blocks, each followed by an empty line.
struct Text(String);

impl Text {
    fn block(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push_str(text);
            self.0.push_str("\n\n");
        }
    }
}

fn render(report: &Report) -> String {
    let document = report.document();
    let words = document.words;
    let mut out = Text(String::new());
    out.block(&format!("# {}", escape(&document.title)));
    out.block(&paragraph(&document.subtitle));
    lead(&mut out, report);
    let line = |indent: &str, s: &Section| format!("{indent}- [{}](#{})", escape(&s.title), s.id);
    let contents = document.sections.iter().flat_map(|section| {
        std::iter::once(line("", section)).chain(section.parts.iter().map(|part| line("  ", part)))
    });
    out.block(&contents.collect::<Vec<_>>().join("\n"));
    for section in &document.sections {
        heading(&mut out, "##", section);
        blocks(&mut out, report, &section.blocks);
        for part in &section.parts {
            heading(&mut out, "###", part);
            blocks(&mut out, report, &part.blocks);
        }
    }
    if !report.datasets().is_empty() {
        out.block(&format!("## {}", words.say(Message::WordDownloads {})));
        let files = report.datasets().iter().map(|d| format!("- [{}]({})", escape(d.title()), d.csv_path()));
        out.block(&files.collect::<Vec<_>>().join("\n"));
    }
    if !document.colophon.is_empty() {
        out.block("---");
        document.colophon.iter().for_each(|line| out.block(&paragraph(line)));
    }
    let Text(text) = out;
    text.trim_end().to_owned() + "\n"
}

/// A heading with an anchor of its own: what viewers make of a heading differs.
fn heading(out: &mut Text, level: &str, section: &Section) {
    out.block(&format!("<a id=\"{}\"></a>", section.id));
    out.block(&format!("{level} {}", escape(&section.title)));
}

/// The first screen: facts, headlines, key figures as a table, how complete the data is.
fn lead(out: &mut Text, report: &Report) {
    let document = report.document();
    let (words, lead) = (document.words, &document.lead);
    let facts = lead.facts.iter().map(|(label, value)| format!("- **{}:** {}", escape(label), escape(value)));
    out.block(&facts.collect::<Vec<_>>().join("\n"));
    let headlines = lead.headlines.iter().map(|headline| finding(report, &headline.card));
    out.block(&headlines.collect::<Vec<_>>().join("\n"));
    if let Some(first) = lead.figures.first() {
        let mut heads = vec![String::new(), words.say(Message::HeadValue {})];
        heads.extend(first.against.iter().map(|against| words.say(Message::HeadChange { base: against.base.clone() })));
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let rule = heads.iter().enumerate().map(|(at, _)| if at == 1 { "---:" } else { ":---" }.to_owned()).collect();
        let mut lines = vec![row(heads.iter().map(|head| escape(head)).collect()), row(rule)];
        lines.extend(lead.figures.iter().map(|figure| {
            let against = figure.against.iter().map(|against| match against.strength {
                Strength::Counted => escape(&against.text),
                tested => format!("{} *({})*", escape(&against.text), tested.word(words)),
            });
            row([escape(&figure.label), escape(&figure.value)].into_iter().chain(against).collect())
        }));
        out.block(&lines.join("\n"));
    }
    out.block(&lead.completeness.iter().map(|said| format!("> - {}", paragraph(said))).collect::<Vec<_>>().join("\n"));
}

fn blocks(out: &mut Text, report: &Report, list: &[Block]) {
    for block in list {
        match block {
            Block::Text(text) => out.block(&paragraph(text)),
            Block::Findings(cards) => {
                out.block(&cards.iter().map(|card| finding(report, card)).collect::<Vec<_>>().join("\n"));
            }
            Block::Table(shown) => table(out, report, shown),
            Block::Chart(id) => chart(out, report, report.chart(id)),
            Block::Caveats(texts) => {
                out.block(&texts.iter().map(|text| format!("> - {}", paragraph(text))).collect::<Vec<_>>().join("\n"));
            }
            Block::Details { summary, blocks: inner } => {
                out.block(&format!("**{}**", escape(summary)));
                blocks(out, report, inner);
            }
        }
    }
}

fn finding(report: &Report, card: &Card) -> String {
    let words = report.document().words;
    let mut text = format!("- {} *({})*", paragraph(&card.sentence), card.strength.word(words));
    for caveat in &card.caveats {
        let _ = write!(text, "\n  - {}", paragraph(caveat));
    }
    if !card.evidence.is_empty() {
        let links = card.evidence.iter().map(|link| format!("[{}]({})", escape(&link.text), report.href(&link.to)));
        let _ = write!(text, "\n  - {}: {}", words.say(Message::WordEvidence {}), links.collect::<Vec<_>>().join(", "));
    }
    text
}

fn table(out: &mut Text, report: &Report, table: &Table) {
    let words = report.document().words;
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let rule = table.columns().iter().map(|head| match head.align {
        Align::Start => ":---".to_owned(),
        Align::End => "---:".to_owned(),
    });
    let mut lines = vec![row(table.columns().iter().map(|head| escape(&head.text)).collect()), row(rule.collect())];
    lines.extend(table.rows().iter().map(|cells| row(cells.iter().map(|cell| escape(cell)).collect())));
    out.block(&format!("**{}**", escape(table.caption())));
    out.block(&lines.join("\n"));
    for (word, text) in [(Message::WordNote {}, table.note()), (Message::WordSource {}, table.source())] {
        if !text.is_empty() {
            out.block(&format!("{}: {}", words.say(word), escape(text)));
        }
    }
}

fn chart(out: &mut Text, report: &Report, chart: &ChartFile) {
    let words = report.document().words;
    // The PNG, where there is one: it is shown everywhere.
    let shown = if chart.pictures.has_png() { "png" } else { "svg" };
    out.block(&format!("![{}](charts/{}.{shown})", escape(&chart.alt), chart.id));
    let mut links = Vec::new();
    if chart.pictures.has_svg() {
        links.push(format!("[SVG](charts/{}.svg)", chart.id));
    }
    links.push(format!("[CSV](charts/{}.csv)", chart.id));
    if let Some(data) = &chart.data {
        links.push(format!("[{}]({})", words.say(Message::WordTable {}), report.href(&Target::Dataset(data.clone()))));
    }
    out.block(&format!("{} ({})", paragraph(&chart.caption), links.join(", ")));
}

/// Text that may stand anywhere in a line: nothing in it is markup, and it stays on its line.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                safe.push('\\');
                safe.push(c);
            }
            c if c.is_control() => safe.push(' '),
            c => safe.push(c),
        }
    }
    safe.trim().to_owned()
}

/// Text that may begin a line: it opens no heading, list, quotation or rule.
fn paragraph(text: &str) -> String {
    let safe = escape(text);
    let digits = safe.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = safe.split_at(digits);
    let opens = if digits == 0 { rest.starts_with(['#', '+', '-', '=']) } else { rest.starts_with(['.', ')']) };
    if opens { format!("{number}\\{rest}") } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::example;

    #[test]
    fn the_example_reads_as_markdown() {
        insta::assert_snapshot!(render(&example::report()));
    }

    #[test]
    fn names_are_not_markup() {
        assert_eq!(
            escape("a|b <c> `d` *e* _f_ [g](h) & $i$ ~j~ \\"),
            "a\\|b &lt;c&gt; \\`d\\` \\*e\\* \\_f\\_ \\[g\\](h) &amp; \\$i\\$ \\~j\\~ \\\\"
        );
        assert_eq!(escape("two\nlines"), "two lines");
        assert_eq!(paragraph("# no heading"), "\\# no heading");
        assert_eq!(paragraph("2026. no list"), "2026\\. no list");
        assert_eq!(paragraph("12 killed"), "12 killed");
        assert_eq!(paragraph("- no list"), "\\- no list");
    }
}
