//! Reading a table: every message of the catalogue is there, and each of its forms uses exactly the slots that code gives.

use super::{Error, Key, PLURAL};
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use std::collections::BTreeMap;
use strum::VariantArray;
use unic_langid::LanguageIdentifier;

/// The slot of the number that is shown: a form of several may leave it out ("nobody", "all civilians").
const NUMBER: &str = "n";

/// The bundle of a language.
pub(super) fn read(language: &'static str, files: &[&str]) -> Result<FluentBundle<FluentResource>, Error> {
    let unreadable = |detail: String| Error::NoTable { language: language.to_owned(), detail };
    let tag: LanguageIdentifier = language.parse().map_err(|e| unreadable(format!("{e:?}")))?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Names are isolated where they enter a document, not once more for every slot they pass through.
    bundle.set_use_isolating(false);
    let keys: BTreeMap<&str, Key> = Key::VARIANTS.iter().map(|key| (key.id(), *key)).collect();
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned())
            .map_err(|(_, faults)| unreadable(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
        for entry in resource.entries() {
            match entry {
                Entry::Message(message) => {
                    let key = keys.get(message.id.name);
                    let key = key.ok_or_else(|| Error::Unknown {
                        language: language.to_owned(),
                        key: message.id.name.to_owned(),
                    })?;
                    let pattern = message.value.as_ref();
                    let pattern =
                        pattern.ok_or_else(|| Error::Missing { language: language.to_owned(), key: key.id() })?;
                    Check { language, key: *key }.message(pattern)?;
                }
                Entry::Term(_)
                | Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => {}
            }
        }
        bundle
            .add_resource(resource)
            .map_err(|faults| unreadable(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
    }
    match Key::VARIANTS.iter().find(|key| !bundle.has_message(key.id())) {
        Some(key) => Err(Error::Missing { language: language.to_owned(), key: key.id() }),
        None => Ok(bundle),
    }
}

/// One message held against the catalogue.
struct Check {
    language: &'static str,
    key: Key,
}

impl Check {
    /// A message is one text, or one choice by number that is a text in each form.
    fn message(&self, pattern: &Pattern<&str>) -> Result<(), Error> {
        if let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
            pattern.elements.as_slice()
        {
            let by_number = matches!(selector, InlineExpression::VariableReference { id } if id.name == PLURAL);
            if !by_number || !self.key.slots().contains(&NUMBER) {
                return Err(self.wrong("a choice is by $plural, of a message that has $n"));
            }
            return variants.iter().try_for_each(|variant| {
                let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) = &variant.key;
                self.form(name, &variant.value, &[NUMBER])
            });
        }
        self.form("only", pattern, &[])
    }

    fn form(&self, form: &str, pattern: &Pattern<&str>, may_be_left_out: &[&str]) -> Result<(), Error> {
        let mut used = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. }
                | PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::StringLiteral { .. }),
                } => {}
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => used.push(id.name),
                PatternElement::Placeable { .. } => return Err(self.wrong("a slot holds a name, nothing else")),
            }
        }
        if let Some(slot) = used.iter().find(|slot| !self.key.slots().contains(slot)) {
            return Err(Error::UnknownSlot {
                language: self.language.to_owned(),
                key: self.key.id(),
                slot: (*slot).to_owned(),
            });
        }
        let unused = |slot: &&&str| !used.contains(slot) && !may_be_left_out.contains(slot);
        match self.key.slots().iter().find(unused) {
            Some(slot) => Err(Error::UnusedSlot {
                language: self.language.to_owned(),
                key: self.key.id(),
                slot,
                form: form.to_owned(),
            }),
            None => Ok(()),
        }
    }

    fn wrong(&self, reason: &'static str) -> Error {
        Error::Forms { language: self.language.to_owned(), key: self.key.id(), reason }
    }
}
