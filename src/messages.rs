//! Message tables: every sentence of findings, caveats and sections is a template in a file of its language.
//!
//! A message carries its slots as fields, so the compiler proves that code gives what the catalogue declares; a test proves that
//! every table uses exactly that. Another language is another file and its line in [`TABLES`].

mod catalogue;
mod declare;
mod template;

pub use catalogue::{Key, Message};

use std::collections::BTreeMap;
use std::sync::LazyLock;
use strum::VariantArray;
use template::Template;
use thiserror::Error;

/// The tables of the program: language tag (BCP 47) and text.
const TABLES: &[(&str, &str)] = &[("en", include_str!("messages/en.toml"))];

/// The English table.
pub static ENGLISH: LazyLock<Messages> =
    LazyLock::new(|| Messages::read(TABLES[0].0, TABLES[0].1).expect("the tables are part of the program and tested"));

/// What is wrong with a table of messages.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    #[error("the messages in '{language}' are no TOML table of texts: {detail}")]
    NoTable { language: String, detail: String },
    #[error("the messages in '{language}' have no '{key}'")]
    Missing { language: String, key: &'static str },
    #[error("the messages in '{language}' have '{key}', which no code says")]
    Unknown { language: String, key: String },
    #[error("'{key}' in '{language}' uses {{{slot}}}, which it is not given")]
    UnknownSlot { language: String, key: &'static str, slot: String },
    #[error("'{key}' in '{language}' does not use {{{slot}}} in its form '{form}'")]
    UnusedSlot { language: String, key: &'static str, slot: &'static str, form: &'static str },
    #[error("'{key}' in '{language}': {reason}")]
    Forms { language: String, key: &'static str, reason: &'static str },
}

/// A number in a sentence: how it is written, and which form of the words goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    pub text: String,
    pub form: Form,
}

/// The forms a counted message has. `Zero` falls back to `Other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Zero,
    One,
    Other,
}

impl Form {
    /// The form that goes with an exact number as it is shown.
    pub fn of(value: f64) -> Form {
        match crate::text::count(value).as_str() {
            "0" => Form::Zero,
            "1" => Form::One,
            _ => Form::Other,
        }
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

/// All messages in one language. Invariant: every key has a template that uses exactly its slots.
#[derive(Debug)]
pub struct Messages {
    language: String,
    templates: BTreeMap<Key, Template>,
}

impl Messages {
    /// Reads a table.
    ///
    /// # Errors
    /// If a message is missing, unknown, or does not use exactly the slots that its code gives.
    pub fn read(language: &str, table: &str) -> Result<Messages, Error> {
        let language = language.to_owned();
        let mut texts: toml::Table = table.parse().map_err(|e: toml::de::Error| Error::NoTable {
            language: language.clone(),
            detail: e.message().to_owned(),
        })?;
        let mut templates = BTreeMap::new();
        for &key in Key::VARIANTS {
            let value =
                texts.remove(key.id()).ok_or_else(|| Error::Missing { language: language.clone(), key: key.id() })?;
            templates.insert(key, Template::read(&language, key, &value)?);
        }
        match texts.keys().next() {
            Some(key) => Err(Error::Unknown { language, key: key.clone() }),
            None => Ok(Messages { language, templates }),
        }
    }

    /// BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The message in this language.
    pub fn say(&self, message: Message) -> String {
        let slots = message.slots();
        let form = slots.iter().find_map(|slot| slot.form()).unwrap_or(Form::Other);
        self.templates[&Key::from(&message)].fill(form, &slots)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_every_message_and_uses_exactly_its_slots() {
        for (language, table) in TABLES {
            if let Err(error) = Messages::read(language, table) {
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
    fn a_table_that_leaves_out_a_slot_is_refused() {
        let table = TABLES[0].1.replace("killed = \"{n} people were killed\"", "");
        assert!(Messages::read("en", &table).is_ok(), "the pattern is not in the table: nothing changed");
        let table = TABLES[0].1.replace("at_least = \"at least {number}\"", "at_least = \"at least\"");
        assert_eq!(
            Messages::read("en", &table).expect_err("a slot is missing").to_string(),
            "'at_least' in 'en' does not use {number} in its form 'other'"
        );
        let table = TABLES[0].1.replace("at_least = \"at least {number}\"", "at_least = \"{numbr} or {number}\"");
        assert_eq!(
            Messages::read("en", &table).expect_err("a slot is misspelt").to_string(),
            "'at_least' in 'en' uses {numbr}, which it is not given"
        );
        assert!(matches!(Messages::read("xx", ""), Err(Error::Missing { .. })));
    }
}
