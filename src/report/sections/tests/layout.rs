//! The order of a report, its first screen, its parts, and the pages of their own.

use super::*;
use crate::chart::ContextEvent;
use crate::report::document::{Block, Document, Section};
use crate::report::{Split, subject_pages};

/// Three years in which nothing changes.
fn quiet() -> Vec<Draft<'static>> {
    let months = (2024..=2026).flat_map(|year| (1..=12).map(move |m| format!("{year}-{m:02}")));
    months.flat_map(|name| month(&name, 12, Kind::Attack, "Kess", "Shore Front")).collect()
}

fn section<'a>(document: &'a Document, id: &str) -> &'a Section {
    let all = document.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.parts));
    all.into_iter().find(|section| section.id == id).unwrap_or_else(|| panic!("no section '{id}'"))
}

fn texts<'a>(section: &'a Section) -> Vec<&'a str> {
    let text = |block: &'a Block| if let Block::Text(text) = block { Some(text.as_str()) } else { None };
    section.blocks.iter().filter_map(text).collect()
}

#[test]
fn sections_stand_in_the_order_in_which_a_report_is_read_and_none_is_empty() {
    let analyses = [analysed(&twin(), facts())];
    let report = report(&analyses);
    let ids: Vec<&str> = report.document().sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "trend",
            "regions",
            "groups",
            "meet",
            "mix",
            "lethality",
            "alerts",
            "notable",
            "context",
            "districts",
            "outlook",
            "pairs",
            "quality",
            "methods",
            "provenance"
        ]
    );
    let parts = |id| section(report.document(), id).parts.iter().map(|part| part.id.as_str()).collect::<Vec<_>>();
    assert_eq!(parts("regions"), ["region-kess", "region-ilmar"]);
    assert_eq!(parts("groups"), ["group-shore-front"]);
    assert!(parts("methods").contains(&"method-changes"));
    for one in &report.document().sections {
        assert!(!one.blocks.is_empty(), "{} says nothing", one.id);
        assert!(one.parts.iter().all(|part| !part.blocks.is_empty()), "a part of {} says nothing", one.id);
    }
    assert_eq!(texts(section(report.document(), "context")), ["No table of events was given (--context)."]);
    assert!(texts(section(report.document(), "mix")).contains(&"No incident of October 2026 names a target."));
}

#[test]
fn what_a_source_does_not_report_is_said_where_it_would_stand() {
    let reports = Reports { tactic: Reported::Never, target: Reported::Never, ..facts().reports };
    let analyses = [analysed(&twin(), Facts { reports, ..facts() })];
    let report = report(&analyses);
    let mix = texts(section(report.document(), "mix"));
    assert_eq!(mix, ["The source does not report tactics.", "The source does not report targets."]);
}

#[test]
fn where_nothing_is_clear_the_total_and_no_evidence_of_change_lead() {
    let analyses = [analysed(&quiet(), facts())];
    let report = report(&analyses);
    let lead = &report.document().lead;
    let said: Vec<&str> = lead.headlines.iter().map(|headline| headline.card.sentence.as_str()).collect();
    assert!(said[0].contains("records 12 incidents in Tavia in December 2026"), "{said:?}");
    assert!((3..=6).contains(&said.len()), "{said:?}");
    let all = said.join(" ");
    assert!(all.contains("stayed") || all.contains("no evidence"), "{said:?}");
    assert!(!all.contains(" rose ") && !all.contains(" fell "), "{said:?}");
    assert!(lead.figures.iter().all(|figure| figure.against.len() == 2), "{:?}", lead.figures);
    assert_eq!(lead.figures[0].against[0].base, "November 2026");
    assert!(lead.completeness.iter().any(|said| said == "None of the 432 rows read was rejected."));
}

#[test]
fn the_strongest_news_leads_and_says_where_more_of_it_stands() {
    let mut drafts = quiet();
    drafts.extend(month("2026-12", 28, Kind::Attack, "Ilmar", "Shore Front"));
    let analyses = [analysed(&drafts, facts())];
    let report = report(&analyses);
    let lead = &report.document().lead;
    let strong = |at: usize| lead.headlines[at].card.strength;
    assert_eq!((strong(0), strong(1)), (crate::finding::Strength::Counted, crate::finding::Strength::Clear));
    assert!(lead.headlines.len() <= 6);
    assert!(lead.headlines.iter().all(|headline| headline.spark.is_some()));
}

#[test]
fn the_users_events_have_their_incidents_and_no_cause() {
    let analyses = [analysed(&twin(), facts())];
    let event = |from: &str, to: &str, label: &str, region: Option<&str>| ContextEvent {
        from: day(from),
        to: day(to),
        label: label.to_owned(),
        region: region.map(str::to_owned),
        group: None,
        with: None,
    };
    let events = [
        event("2026-10-01", "2026-10-02", "Ceasefire", Some("Ilmar")),
        event("2026-10-31", "2026-11-02", "Election", None),
        event("2020-01-01", "2020-01-02", "Before anyone counted", None),
    ];
    let document = document(&Material { events: &events, ..material(&analyses, &[]) });
    let Some(Block::Table(table)) = section(&document, "context").blocks.first() else { panic!("a table of events") };
    let rows: Vec<String> = table.rows().iter().map(|row| row.join(" | ")).collect();
    assert_eq!(
        rows,
        [
            "31 October 2026 to 2 November 2026 | Election | All | 0 in 1 of 3 days",
            "1 October 2026 to 2 October 2026 | Ceasefire | Ilmar | 4"
        ]
    );
    let kess = format!("{:?}", section(&document, "region-kess"));
    assert!(kess.contains("Election") && !kess.contains("Ceasefire"), "what happened to others is not its matter");
}

#[test]
fn a_page_of_its_own_has_its_own_numbers_and_no_other_regions_name() {
    let analyses = [analysed(&twin(), facts())];
    let material = material(&analyses, &[]);
    let pages = subject_pages(&material, Split::Region);
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(paths, ["region-kess.html", "region-ilmar.html"]);
    let text = format!("{:?}", pages[0].document);
    assert!(text.contains("Kess in numbers") && !text.contains("Ilmar"), "{text}");
    let group = subject_pages(&material, Split::Group);
    assert_eq!(group[0].path, "group-shore-front.html");
    report(&analyses).with_pages(pages).expect("no page points to what it does not have");
}
