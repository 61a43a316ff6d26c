//! The `[values.FIELD]` tables of a mapping: theirs = ours.

use super::check::Checker;
use super::document::{RightSide, Text};
use super::field::{Code, Field, Sort};
use super::mapping::{Filled, Mapping, Translations};
use super::words::{CLAIMS, DATE_PRECISIONS, KINDS, PLACE_PRECISIONS, Words, YES_NO, key};
use crate::source::Error;
use std::collections::BTreeMap;
use toml::Spanned;

/// Only our own words.
pub(super) fn none() -> Translations {
    let answers = [Field::Foreign, Field::Suspected, Field::Suicide, Field::Success];
    Translations {
        kinds: Words::new(&KINDS),
        claims: Words::new(&CLAIMS),
        date_precisions: Words::new(&DATE_PRECISIONS),
        place_precisions: Words::new(&PLACE_PRECISIONS),
        answers: answers.into_iter().map(|field| (field, Words::new(&YES_NO))).collect(),
        texts: BTreeMap::new(),
    }
}

type Values = BTreeMap<Text, BTreeMap<Text, Text>>;

/// The sheet's words beside our own.
pub(super) fn read(checker: &Checker<'_>, values: &Values, mapping: &Mapping) -> Result<Translations, Error> {
    let mut translations = none();
    for (name, pairs) in values {
        let field = checker.field(name)?;
        let id = field.id();
        if !mapping.has(field) {
            let reason = format!("the values of '{id}' are translated, but [columns] does not give it a column");
            return Err(checker.fault(name.span(), reason));
        }
        check_pairs(checker, id, pairs)?;
        let Translations { kinds, claims, date_precisions, place_precisions, answers, texts } = &mut translations;
        match field.sort() {
            Sort::Single | Sort::People => {
                let reason = format!("the values of '{id}' cannot be translated: it is not a word or a name");
                return Err(checker.fault(name.span(), reason));
            }
            Sort::Text | Sort::Names => {
                let words = texts.entry(field).or_default();
                pairs
                    .iter()
                    .for_each(|(theirs, ours)| words.insert(theirs.get_ref(), ours.get_ref().trim().to_owned()));
            }
            Sort::Code(Code::Kind) => add(checker, id, pairs, &KINDS, kinds)?,
            Sort::Code(Code::Claim) => add(checker, id, pairs, &CLAIMS, claims)?,
            Sort::Code(Code::DatePrecision) => add(checker, id, pairs, &DATE_PRECISIONS, date_precisions)?,
            Sort::Code(Code::PlacePrecision) => add(checker, id, pairs, &PLACE_PRECISIONS, place_precisions)?,
            Sort::Code(Code::Answer) => add(checker, id, pairs, &YES_NO[..2], answers.entry(field).or_default())?,
        }
    }
    Ok(translations)
}

/// The sheet's words for the codes of one field.
fn add<T: Copy>(
    checker: &Checker<'_>,
    field: &str,
    pairs: &BTreeMap<Text, Text>,
    ours: &[(&str, T)],
    words: &mut Words<T>,
) -> Result<(), Error> {
    for (theirs, word) in pairs {
        let wanted = key(word.get_ref()).replace('_', " ");
        let meaning = ours.iter().find(|(ours, _)| *ours == wanted).map(|(_, meaning)| *meaning);
        let noun = || format!("value of '{field}'");
        let unknown = || checker.unknown(&noun(), word, ours.iter().map(|(ours, _)| *ours));
        words.insert(theirs.get_ref(), meaning.ok_or_else(unknown)?);
    }
    Ok(())
}

/// Two words that differ only in letter case must not stand for two things.
fn check_pairs(checker: &Checker<'_>, id: &str, pairs: &BTreeMap<Text, Text>) -> Result<(), Error> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (theirs, ours) in pairs {
        let before = seen.insert(key(theirs.get_ref()), ours.get_ref());
        if before.is_some_and(|before| before != ours.get_ref()) {
            let word = theirs.get_ref();
            let reason = format!("'{word}' stands for two things in the values of '{id}'; letter case does not count");
            return Err(checker.fault(theirs.span(), reason));
        }
    }
    Ok(())
}

/// A constant code must be a word that is known.
pub(super) fn check_constants(
    checker: &Checker<'_>,
    columns: &Spanned<BTreeMap<Text, Spanned<RightSide>>>,
    mapping: &Mapping,
) -> Result<(), Error> {
    for (name, right) in columns.get_ref() {
        let field = checker.field(name)?;
        let (Some(Filled::Constant(word)), Sort::Code(code)) = (mapping.filled(field), field.sort()) else { continue };
        let words = &mapping.translations;
        let known = match code {
            Code::Kind => words.kinds.get(word).is_some(),
            Code::Claim => words.claims.get(word).is_some(),
            Code::DatePrecision => words.date_precisions.get(word).is_some(),
            Code::PlacePrecision => words.place_precisions.get(word).is_some(),
            Code::Answer => words.answers.get(&field).is_some_and(|answers| answers.get(word).is_some()),
        };
        if !known {
            let noun = format!("value of '{}'", field.id());
            let word = Spanned::new(right.span(), word.clone());
            return Err(checker.unknown(&noun, &word, code.words()));
        }
    }
    Ok(())
}
