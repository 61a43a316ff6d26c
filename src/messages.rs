//! Message tables: every sentence of findings, caveats and sections is a message in the files of its language (Fluent).
//!
//! A message carries its slots as fields, so the compiler proves that code gives what the catalogue declares; a test proves that
//! every table uses exactly that. Another language is another folder and its line in [`LANGUAGES`].

mod catalogue;
mod declare;
mod isolate;
mod names;
mod table;

pub use catalogue::{Key, Message};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use thiserror::Error;

/// The files of a language, which all languages have: a new file is named here once.
macro_rules! files {
    ($tag:literal) => {
        &[
            include_str!(concat!("messages/", $tag, "/charts.ftl")),
            include_str!(concat!("messages/", $tag, "/contents.ftl")),
            include_str!(concat!("messages/", $tag, "/counts.ftl")),
            include_str!(concat!("messages/", $tag, "/documents.ftl")),
            include_str!(concat!("messages/", $tag, "/drawings.ftl")),
            include_str!(concat!("messages/", $tag, "/inferences.ftl")),
            include_str!(concat!("messages/", $tag, "/maps.ftl")),
            include_str!(concat!("messages/", $tag, "/pages.ftl")),
            include_str!(concat!("messages/", $tag, "/pair_charts.ftl")),
            include_str!(concat!("messages/", $tag, "/pairs.ftl")),
            include_str!(concat!("messages/", $tag, "/pdf.ftl")),
            include_str!(concat!("messages/", $tag, "/renderers.ftl")),
            include_str!(concat!("messages/", $tag, "/rows.ftl")),
            include_str!(concat!("messages/", $tag, "/terminals.ftl")),
            include_str!(concat!("messages/", $tag, "/times.ftl")),
            include_str!(concat!("messages/", $tag, "/workbook.ftl")),
        ]
    };
}

/// A language of the program.
struct Language {
    /// BCP 47.
    tag: &'static str,
    direction: Direction,
    /// Its files, in the order of the catalogue.
    files: &'static [&'static str],
    table: &'static LazyLock<Messages>,
}

/// Which way the words of a language run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Direction {
    /// The word in HTML's `dir`.
    pub fn id(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// The languages of the program.
static LANGUAGES: [Language; 2] = [
    Language { tag: "en", direction: Direction::LeftToRight, files: files!("en"), table: &ENGLISH },
    Language { tag: "ur", direction: Direction::RightToLeft, files: files!("ur"), table: &URDU },
];

/// The English table.
pub static ENGLISH: LazyLock<Messages> = LazyLock::new(|| table_of("en"));

/// The Urdu table.
static URDU: LazyLock<Messages> = LazyLock::new(|| table_of("ur"));

fn table_of(tag: &str) -> Messages {
    let language = LANGUAGES.iter().find(|language| language.tag == tag);
    let read = language.map(Messages::read).expect("every table stands in the list of languages");
    read.expect("the tables are part of the program and tested")
}

/// The messages in a language by its tag (BCP 47); read when first asked for.
pub fn for_language(tag: &str) -> Option<&'static Messages> {
    LANGUAGES.iter().find(|language| language.tag == tag).map(|language| &**language.table)
}

/// The tags of all languages; English first.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.tag)
}

/// What is wrong with a table of messages.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    #[error("the messages in '{language}' cannot be read: {detail}")]
    NoTable { language: String, detail: String },
    #[error("the messages in '{language}' have no '{key}'")]
    Missing { language: String, key: &'static str },
    #[error("the messages in '{language}' have '{key}', which no code says")]
    Unknown { language: String, key: String },
    #[error("'{key}' in '{language}' uses ${slot}, which it is not given")]
    UnknownSlot { language: String, key: &'static str, slot: String },
    #[error("'{key}' in '{language}' does not use ${slot} in its form '{form}'")]
    UnusedSlot { language: String, key: &'static str, slot: &'static str, form: String },
    #[error("'{key}' in '{language}': {reason}")]
    Forms { language: String, key: &'static str, reason: &'static str },
}

/// A number in a sentence: how it is written, and which form of the words goes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    pub text: String,
    pub form: Form,
}

/// The number that chooses the form of a counted message, by the plural rules of the language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Form(f64);

impl Form {
    pub const ZERO: Form = Form(0.0);
    pub const ONE: Form = Form(1.0);
    /// Of a kind in general ("attacks"), and of numbers that no whole number stands for.
    pub const MANY: Form = Form(10.0);

    /// The form that goes with an exact number as it is shown.
    pub fn of(value: f64) -> Form {
        Form((value * 10.0).round() / 10.0)
    }
}

impl From<f64> for Quantity {
    fn from(value: f64) -> Quantity {
        Quantity { text: crate::text::count(value), form: Form::of(value) }
    }
}

/// The value of a slot.
pub trait Slot {
    fn text(&self) -> &str;
    /// The form it demands, for numbers.
    fn form(&self) -> Option<Form>;
}

impl Slot for String {
    fn text(&self) -> &str {
        self
    }

    fn form(&self) -> Option<Form> {
        None
    }
}

impl Slot for Quantity {
    fn text(&self) -> &str {
        &self.text
    }

    fn form(&self) -> Option<Form> {
        Some(self.form)
    }
}

/// All messages in one language. Invariant: every key has a message that uses exactly its slots.
pub struct Messages {
    language: &'static str,
    direction: Direction,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl PartialEq for Messages {
    /// A language has one table.
    fn eq(&self, other: &Messages) -> bool {
        self.language == other.language
    }
}

/// The argument that chooses a form.
const PLURAL: &str = "plural";

impl Messages {
    /// Reads the files of a language.
    ///
    /// # Errors
    /// If a message is missing, unknown, or does not use exactly the slots that its code gives.
    fn read(of: &Language) -> Result<Messages, Error> {
        Ok(Messages { language: of.tag, direction: of.direction, bundle: table::read(of.tag, of.files)? })
    }

    /// BCP 47 tag.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Which way its words run.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The message in this language.
    pub fn say(&self, message: Message) -> String {
        let key = Key::from(&message);
        let slots = message.slots();
        let mut arguments = FluentArgs::with_capacity(slots.len() + 1);
        for (&name, slot) in key.slots().iter().zip(&slots) {
            arguments.set(name, isolate::slot(slot.text(), self.direction));
        }
        if let Some(Form(number)) = slots.iter().find_map(|slot| slot.form()) {
            arguments.set(PLURAL, FluentValue::from(number));
        }
        let said = self.bundle.get_message(key.id()).and_then(|said| said.value());
        let said = said.expect("reading the table found every message with a text");
        self.bundle.format_pattern(said, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_every_message_and_uses_exactly_its_slots() {
        for language in &LANGUAGES {
            if let Err(error) = Messages::read(language) {
                panic!("{error}");
            }
        }
    }

    #[test]
    fn numbers_choose_the_form() {
        let say = |n: f64| ENGLISH.say(Message::PeopleKilled { n: n.into() });
        assert_eq!(say(0.0), "nobody was killed");
        assert_eq!(say(1.0), "1 person was killed");
        assert_eq!(say(1.5), "1.5 people were killed");
        assert_eq!(say(2400.0), "2,400 people were killed");
    }

    #[test]
    fn urdu_runs_from_right_to_left_and_has_its_own_plurals() {
        assert_eq!(URDU.direction(), Direction::RightToLeft);
        let say = |n: f64| URDU.say(Message::Incidents { n: n.into() });
        assert_eq!(
            [say(0.0), say(1.0), say(1.5), say(2400.0)],
            ["کوئی واقعہ نہیں", "1 واقعہ", "1.5 واقعات", "2,400 واقعات"]
        );
        assert_eq!(URDU.list(&["الف", "ب", "ج"]), "الف، ب اور ج");
        let latin = URDU.say(Message::InRegion { what: say(2.0), region: "Ilmaray".to_owned() });
        assert_eq!(latin, "\u{2068}Ilmaray\u{2069} میں 2 واقعات");
        assert_eq!(for_language("ur").map(Messages::language), Some("ur"));
        assert!(for_language("fr").is_none());
    }

    #[test]
    fn a_table_that_leaves_out_a_slot_is_refused() {
        let read = |from: &str, to: &str| {
            let files: Vec<String> = LANGUAGES[0].files.iter().map(|file| file.replace(from, to)).collect();
            let files: Vec<&str> = files.iter().map(String::as_str).collect();
            table::read("en", &files).map(|_| ()).map_err(|error| error.to_string())
        };
        let whole = "at_least = at least { $number }";
        assert!(read("", "").is_ok());
        assert_eq!(
            read(whole, "at_least = at least").expect_err("a slot is missing"),
            "'at_least' in 'en' does not use $number in its form 'only'"
        );
        assert_eq!(
            read(whole, "at_least = { $numbr } or { $number }").expect_err("a slot is misspelt"),
            "'at_least' in 'en' uses $numbr, which it is not given"
        );
        assert_eq!(read(whole, "").expect_err("a message is missing"), "the messages in 'en' have no 'at_least'");
        let more = format!("{whole}\nat_most = at most");
        assert_eq!(
            read(whole, &more).expect_err("no code says it"),
            "the messages in 'en' have 'at_most', which no code says"
        );
        assert!(read(whole, "at_least = { $number").expect_err("a brace is open").contains("cannot be read"));
    }
}
