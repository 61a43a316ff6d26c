//! The report in another language: its sentences are in it, its ids and files are those of the English one.

use crate::harness::Bench;
use std::collections::BTreeSet;

const CONFIG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/incident-trends.toml");

/// Words without which hardly an English sentence is made, and none of which stands in a name of the sample.
const ENGLISH: [&str; 17] = [
    "is",
    "was",
    "were",
    "are",
    "because",
    "incidents",
    "killed",
    "people",
    "between",
    "compared",
    "than",
    "not",
    "from",
    "has",
    "had",
    "since",
    "any",
];

/// The text outside of the marks that isolate names and other foreign words.
fn own_words(text: &str) -> String {
    let mut depth = 0usize;
    let keeps = |letter: char| {
        match letter {
            '\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ => return if depth == 0 { letter } else { ' ' },
        }
        ' '
    };
    text.chars().map(keeps).collect()
}

/// Months that the program names itself: where a name is isolated, an English one would hide.
const MONTHS: [&str; 4] = ["January 20", "September 20", "October 20", "November 20"];

fn english(text: &str) -> Vec<String> {
    let own = own_words(text);
    let words = own.split(|c: char| c.is_whitespace() || "()|,;:\"*".contains(c));
    words.filter(|word| ENGLISH.contains(word)).map(str::to_owned).collect()
}

fn findings(bench: &Bench, folder: &str) -> serde_json::Value {
    let json = bench.read(&format!("{folder}/latest/findings.json"));
    serde_json::from_str(&json).expect("findings.json is JSON")
}

#[test]
fn a_report_in_urdu_has_no_english_sentence_and_the_ids_of_the_english_one() {
    let bench = Bench::new();
    for tag in ["en", "ur"] {
        bench.run(&["report", "--quiet", "--config", CONFIG, "--language", tag, "--out", tag]).succeeded();
    }
    let (urdu, plain) = (findings(&bench, "ur"), findings(&bench, "en"));
    let all = |json: &serde_json::Value| json["findings"].as_array().expect("a list").clone();
    assert_eq!(all(&urdu).len(), all(&plain).len(), "what is found does not depend on the language");
    for (urdu, plain) in all(&urdu).iter().zip(&all(&plain)) {
        for id in ["claim", "numbers", "evidence", "period", "region", "group", "source"] {
            assert_eq!(urdu[id], plain[id], "{id}");
            assert!(!urdu[id].to_string().contains('\u{2068}'), "an id holds no marks: {}", urdu[id]);
        }
        let sentence = urdu["sentence"].as_str().expect("a sentence");
        assert!(sentence.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)), "{sentence}");
        assert_eq!(english(sentence), Vec::<String>::new(), "{sentence}");
        assert!(!MONTHS.iter().any(|month| sentence.contains(month)), "{sentence}");
        let plain = plain["sentence"].as_str().expect("a sentence");
        assert!(!english(plain).is_empty() || !plain.contains(" the "), "the criterion knows English: {plain}");
    }
    assert!(
        bench.read("ur/latest/index.html").contains("<html lang=\"ur\" dir=\"rtl\""),
        "the page runs from right to left"
    );
    let page = bench.read("ur/latest/report.md");
    let faulty: Vec<&str> = page.lines().filter(|line| !english(line).is_empty()).collect();
    assert_eq!(faulty, Vec::<&str>::new());
    let files = |folder: &str| -> BTreeSet<String> {
        let charts = bench.path(&format!("{folder}/latest/charts"));
        let entries = std::fs::read_dir(charts).expect("the report has charts");
        entries.map(|entry| entry.expect("a readable folder").file_name().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(files("ur"), files("en"), "files are named alike in every language");
}

#[test]
fn an_unknown_language_is_refused_with_the_list() {
    let done = Bench::new().run(&["report", "--config", CONFIG, "--language", "urd"]);
    assert_eq!(done.code, Some(2));
    assert_eq!(done.stderr, "error: --language urd: did you mean 'ur'? There is: en, ur\n");
}
