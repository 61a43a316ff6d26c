//! A made-up report with every shape of block and the names that break things. Only for the tests of the formats.

use crate::paint::{Images, Inline, Letters, Note, Plot};
use crate::period::{Day, Window};
use crate::report::{
    Against, Block, Card, ChartFile, ColumnDoc, Dataset, Document, Head, Headline, Input, KeyFigure, Label, Lead, Link,
    Manifest, Place, Report, Section, SourceEntry, Spark, Strength, Table, Target,
};
use crate::source::{Accounting, Skipped};
use polars::prelude::{Column, DataFrame, DataType, IntoColumn, NamedFrom, Series, df};
use serde_json::json;

/// A name that is markup, one in Urdu, one of 60 characters, and three that a spreadsheet or a shell would run.
pub(super) const NAMES: [&str; 6] = [
    "Front of <Salt> & \"Iron\"",
    "محاذِ سحر",
    "Unified Mountain and River Valleys Popular Resistance Council",
    "=HYPERLINK(\"x\")",
    "../../Ostrel | *Tavia*",
    "@Harrow",
];

const EVERY_KIND: &[ColumnDoc] = &[
    ColumnDoc { name: "group", about: "the group as canonical", unit: "" },
    ColumnDoc { name: "start", about: "the first day of the period", unit: "ISO date" },
    ColumnDoc { name: "provisional", about: "whether the source still adds to it", unit: "" },
    ColumnDoc { name: "incidents", about: "incidents, each once", unit: "incidents" },
    ColumnDoc { name: "change", about: "against the previous period", unit: "incidents" },
    ColumnDoc { name: "ratio", about: "to the previous period", unit: "1" },
];

/// Text, dates, truth values, whole and real numbers, each with an unknown.
pub(super) fn every_kind_of_cell() -> Dataset<'static> {
    let day = |iso: &str| Day::from_iso(iso).map(Day::epoch);
    let starts = [day("2026-10-01"), None, day("2024-02-29"), day("2026-10-01"), day("1969-12-31"), day("2026-10-01")];
    let starts = Series::new("start".into(), starts).cast(&DataType::Date).expect("days are dates");
    let columns: Vec<Column> = vec![
        Series::new(
            "group".into(),
            [Some(NAMES[0]), Some(NAMES[1]), None, Some(NAMES[3]), Some("two\nlines"), Some(NAMES[5])],
        )
        .into_column(),
        starts.into_column(),
        Series::new("provisional".into(), [Some(true), Some(false), None, None, None, None]).into_column(),
        Series::new("incidents".into(), [Some(u64::MAX), Some(0), None, Some(3), Some(4), Some(5)]).into_column(),
        Series::new("change".into(), [Some(-12i64), Some(0), None, Some(1), Some(2), Some(3)]).into_column(),
        Series::new("ratio".into(), [Some(0.1), Some(3.0), None, Some(1e-7), Some(f64::NAN), Some(-0.0)]).into_column(),
    ];
    let frame = DataFrame::new(6, columns).expect("columns of one length");
    Dataset::new("series", "Series by period", Place::Tables, EVERY_KIND, frame).expect("documented")
}

/// A header and nothing under it.
pub(super) fn no_rows() -> Dataset<'static> {
    const COLUMNS: &[ColumnDoc] = &[
        ColumnDoc { name: "region", about: "the region", unit: "" },
        ColumnDoc { name: "killed", about: "people killed", unit: "people" },
    ];
    let frame = df!("region" => Vec::<String>::new(), "killed" => Vec::<u64>::new()).expect("two empty columns");
    Dataset::new("rejected", "Rows rejected", Place::Top, COLUMNS, frame).expect("documented")
}

/// A chart that a browser can draw.
fn chart() -> ChartFile {
    let bars = (0..24).map(|i| {
        let height = 40 + (i * 53) % 170;
        format!("<rect x='{}' y='{}' width='28' height='{height}' fill='#2f6fab'/>", 60 + i * 36, 330 - height)
    });
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='960' height='400' viewBox='0 0 960 400' font-family='Noto Sans, sans-serif'>\
         <rect width='960' height='400' fill='#fff'/><text x='20' y='34' font-size='20' font-weight='600'>Incidents rose in October</text>\
         <text x='20' y='58' font-size='14' fill='#555'>Incidents a month, every kind</text>\
         <g class='s' data-series='1'>{}</g><path d='M50 330H940' stroke='#333'/></svg>",
        bars.collect::<String>()
    );
    ChartFile {
        id: format!("frequency-{}", Label::slug(NAMES[1])),
        title: "Incidents rose in October".to_owned(),
        subtitle: "Incidents a month, every kind".to_owned(),
        notes: vec!["Hollow: November is only partly covered.".to_owned()],
        alt: format!("Bars of incidents a month, {}: 41 in October 2026, \"the most\" since 2024.", NAMES[0]),
        caption: "Source: invented, version 5 November 2026; every kind; as of 31 October 2026.".to_owned(),
        data: Some("series".to_owned()),
        table: table(6),
        wide: inline(&svg),
        narrow: inline(&svg),
        rows_beyond: 0,
        pictures: Images::Both,
    }
}

fn inline(svg: &str) -> Inline {
    let plots = vec![Plot { left: 50.0, top: 80.0, right: 940.0, bottom: 330.0, first: 0, periods: 6 }];
    Inline {
        svg: svg.to_owned(),
        width: 960.0,
        height: 400.0,
        plots,
        notes: vec![Note::Newest { shown: 24, of: 60 }],
        letters: Letters::default(),
    }
}

fn spark() -> Spark {
    Spark {
        svg: "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='32' viewBox='0 0 120 32'>\
              <path d='M2 28L30 20L60 24L90 9L118 4' fill='none' stroke='currentColor'/></svg>"
            .to_owned(),
        alt: "Incidents a month, November 2025 to October 2026: from 31 to \"41\".".to_owned(),
    }
}

fn lead() -> Lead {
    let against = |base: &str, text: &str, strength| Against { base: base.to_owned(), text: text.to_owned(), strength };
    let figure = |label: &str, value: &str| KeyFigure {
        label: label.to_owned(),
        value: value.to_owned(),
        against: vec![
            against("September 2026", "+18 (+78 %), 95 % interval +10 % to +190 %", Strength::Clear),
            against("October 2025", "not compared: <coverage> began in 2026", Strength::Counted),
        ],
        spark: Some(spark()),
    };
    Lead {
        facts: [("Period", "October 2026"), ("As of", "5 November 2026"), ("Source", "invented <&\">")]
            .map(|(label, value)| (label.to_owned(), value.to_owned()))
            .into(),
        headlines: cards().into_iter().map(|card| Headline { card, spark: Some(spark()) }).collect(),
        figures: vec![figure("Incidents", "41"), figure("People killed", "at least 37"), figure("Regions", "11")],
        completeness: vec!["Four of the 41 incidents have no known toll.".to_owned()],
    }
}

fn region(id: &str, name: &str) -> Section {
    Section::new(id, name, vec![Block::Table(table(2)), Block::text("The same layout for each.")])
}

fn cards() -> Vec<Card> {
    let link = |text: &str, to| Link { text: text.to_owned(), to };
    let evidence = vec![
        link("series, rows of October", Target::Dataset("series".to_owned())),
        link("the chart", Target::Chart(chart().id)),
        link("how it was counted", Target::Section("quality".to_owned())),
    ];
    let card = |sentence: &str, strength, caveats: &[&str]| Card {
        sentence: sentence.to_owned(),
        strength,
        caveats: caveats.iter().map(|&text| text.to_owned()).collect(),
        evidence: evidence.clone(),
    };
    vec![
        card("Incidents in Tavia rose from 23 in September to 41 in October 2026 (+78 %).", Strength::Clear, &[]),
        card(
            "At least 37 people were killed, 12 of them in attacks by Front of <Salt> & \"Iron\", against 29 in September.",
            Strength::Suggestive,
            &[
                "Four of the 41 incidents have no known toll.",
                "October is provisional: the source still adds incidents.",
            ],
        ),
        card("محاذِ سحر took part in 9 incidents, after 7: compatible with chance.", Strength::WithinChance, &[]),
        card("41 incidents were counted in 11 districts.", Strength::Counted, &[]),
    ]
}

fn table(rows: usize) -> Table {
    let columns = ["Group", "Incidents", "Against September", "Killed", "Injured"];
    let [group, rest @ ..] = columns;
    let heads = [Head::words(group)].into_iter().chain(rest.map(Head::number)).collect();
    let row = |i: usize| {
        let numbers = ["1,204", "+78 % (23 to 41)", "at least 37", "not reported"].map(str::to_owned);
        [NAMES[i % NAMES.len()].to_owned()].into_iter().chain(numbers).collect()
    };
    Table::matrix("Groups by incidents, October 2026", heads, (0..rows).map(row).collect())
        .expect("five cells under five columns")
        .with_note("An incident of two groups counts for each: the rows exceed the total.")
        .with_source("invented, version 5 November 2026; every kind; as of 31 October 2026")
}

fn manifest() -> Manifest {
    let mut manifest = Manifest::new(Label::new("2026-10").expect("a label"), json!({ "by": "month", "top": 12 }));
    let day = |iso| Day::from_iso(iso).expect("an ISO date");
    let covered = Window::new(day("2021-01-01"), day("2026-10-31")).map(Into::into);
    let version_date = Some(day("2026-11-05"));
    manifest.sources = vec![SourceEntry { source: "custom".to_owned(), version_date, coverage: covered }];
    manifest.inputs = vec![Input {
        path: "data/incidents/tavia.csv".to_owned(),
        bytes: 1204,
        blake3: blake3::hash(b"tavia").to_string(),
        source: "custom".to_owned(),
        encoding: "UTF-8".to_owned(),
        delimiter: Some(",".to_owned()),
        date_format: None,
        accounting: Accounting { read: 42, counted: 41, rejected: 1, ..Accounting::default() },
        skipped: Skipped { header: 1, ..Skipped::default() },
    }];
    manifest.caveats = vec!["October is provisional.".to_owned()];
    manifest
}

/// The whole of it.
pub(super) fn report() -> Report<'static> {
    let mut document =
        Document::new("Tavia & Ostrel: October 2026", "Armed incidents to 31 October 2026; source: invented");
    let paragraph =
        "Counts of incidents as the source reports them. A role in an incident is not authorship. ".repeat(3);
    document.lead = lead();
    document.sections = vec![
        Section::new("headlines", "In short", vec![Block::Findings(cards()), Block::text(paragraph.clone())]),
        Section::new(
            "groups",
            "Groups <&\">",
            vec![Block::Chart(chart().id), Block::Table(table(6)), Block::text(paragraph)],
        ),
        Section {
            parts: vec![region("region-ostrel", "Ostrel"), region("region-9f3a", NAMES[0])],
            ..Section::new("regions", "Regions", vec![Block::text("Each region that ranks.")])
        },
        Section::new(
            "quality",
            "What the data cannot say",
            vec![
                Block::Caveats(vec![
                    "Injured are not reported by this source.".to_owned(),
                    "# 1 row was rejected.".to_owned(),
                ]),
                Block::Details { summary: "All groups".to_owned(), blocks: vec![Block::Table(table(9))] },
            ],
        ),
    ];
    document.colophon =
        vec!["incident-trends 0.1.0. Cite as: October 2026 report, counted from an invented source.".to_owned()];
    let findings = json!({
        "label": "2026-10",
        "tested": 12,
        "forecasts": [],
        "findings": [{
            "rank": 1, "claim": "rising", "measure": "incidents", "strength": "clear",
            "scope": { "scope": "region", "source": "custom", "country": "Tavia", "region": "Ostrel", "group": null, "pair": null, "role": "any", "kind": "all" },
            "period": "2026-10",
            "numbers": { "current": 41, "base": 23, "ratio": 1.78, "ratio_low": 1.1, "ratio_high": 2.9, "p": 0.02, "q": 0.04 },
            "sentence": "Incidents rose.", "caveats": ["October is provisional."],
            "evidence": [{ "path": "tables/series.csv", "rows": "period=2026-10" }]
        }]
    });
    Report::new(document, vec![every_kind_of_cell(), no_rows()], vec![chart()], findings, manifest())
        .expect("well formed")
}
