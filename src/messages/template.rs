//! Templates: texts with `{slots}`, one form or one for each grammatical number.

use super::{Error, Form, Key, Slot};

/// One message in one language.
#[derive(Debug)]
pub(super) struct Template {
    zero: Option<Vec<Piece>>,
    one: Option<Vec<Piece>>,
    other: Vec<Piece>,
}

/// Whether a text is one of several forms, chosen by a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    Yes,
    No,
}

/// The slot of the number that chooses the form.
const NUMBER: &str = "n";

#[derive(Debug)]
enum Piece {
    Text(String),
    /// Index into the slots of the message.
    Slot(usize),
}

impl Template {
    /// From a text, or a table with the forms `zero` (optional), `one` and `other`.
    pub(super) fn read(language: &str, key: Key, value: &toml::Value) -> Result<Template, Error> {
        let wrong = |reason| Error::Forms { language: language.to_owned(), key: key.id(), reason };
        if let toml::Value::String(text) = value {
            return Ok(Template { zero: None, one: None, other: pieces(language, key, text, "other", Counted::No)? });
        }
        let forms = value.as_table().ok_or_else(|| wrong("neither a text nor a table of forms"))?;
        if forms.keys().any(|form| !["zero", "one", "other"].contains(&form.as_str())) {
            return Err(wrong("a form is zero, one or other"));
        }
        let form = |name: &'static str| match forms.get(name) {
            None => Ok(None),
            Some(toml::Value::String(text)) => pieces(language, key, text, name, Counted::Yes).map(Some),
            Some(_) => Err(wrong("a form is a text")),
        };
        let (one, other) = (form("one")?, form("other")?);
        if one.is_none() {
            return Err(wrong("the form 'one' is missing"));
        }
        Ok(Template { zero: form("zero")?, one, other: other.ok_or_else(|| wrong("the form 'other' is missing"))? })
    }

    pub(super) fn fill(&self, form: Form, slots: &[&dyn Slot]) -> String {
        let chosen = match form {
            Form::Zero => self.zero.as_ref(),
            Form::One => self.one.as_ref(),
            Form::Other => None,
        };
        let mut filled = String::new();
        for piece in chosen.unwrap_or(&self.other) {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Slot(index) => filled.push_str(slots[*index].text()),
            }
        }
        filled
    }
}

/// The pieces of one text. A form of several may leave out the number itself ("nobody", "all civilians"), nothing else.
fn pieces(language: &str, key: Key, text: &str, form: &'static str, counted: Counted) -> Result<Vec<Piece>, Error> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').ok_or_else(|| Error::Forms {
            language: language.to_owned(),
            key: key.id(),
            reason: "a brace is not closed",
        })?;
        let index = key.slots().iter().position(|name| *name == slot).ok_or_else(|| Error::UnknownSlot {
            language: language.to_owned(),
            key: key.id(),
            slot: slot.to_owned(),
        })?;
        found.extend([Piece::Text(before.to_owned()), Piece::Slot(index)]);
        rest = after;
    }
    found.push(Piece::Text(rest.to_owned()));
    let used = |index: usize| found.iter().any(|piece| matches!(piece, Piece::Slot(i) if *i == index));
    for (index, &slot) in key.slots().iter().enumerate() {
        let may_be_left_out = counted == Counted::Yes && slot == NUMBER;
        if !used(index) && !may_be_left_out {
            return Err(Error::UnusedSlot { language: language.to_owned(), key: key.id(), slot, form });
        }
    }
    Ok(found)
}
