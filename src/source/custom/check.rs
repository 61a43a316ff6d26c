//! Checks a mapping: what its TOML says against what there is, each fault with its line and the nearest known name.

use super::document::{Document, RightSide, Skip, Text};
use super::field::{Field, Sort};
use super::mapping::{Blanks, Filled, Mapping, SkipRule, SkipTest, same_column};
use super::{recorded, translate};
use crate::period::{DateFormat, Day, MomentFormat};
use crate::registry::{Unknown, nearest};
use crate::source::{Attribution, Break, Error, Numbers, SOURCES};
use std::ops::Range;
use strum::VariantArray;
use toml::Spanned;

/// What every check needs to say where a fault is.
pub(super) struct Checker<'t> {
    file: &'t str,
    text: &'t str,
}

impl Checker<'_> {
    pub(super) fn fault(&self, at: Range<usize>, reason: impl Into<String>) -> Error {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        let line = before.bytes().filter(|b| *b == b'\n').count() as u64 + 1;
        Error::Mapping { file: self.file.to_owned(), line, reason: reason.into() }
    }

    pub(super) fn unknown<'k>(&self, noun: &str, word: &Text, known: impl IntoIterator<Item = &'k str>) -> Error {
        let known: Vec<&str> = known.into_iter().collect();
        self.fault(word.span(), Unknown::new(noun, word.get_ref(), &known).to_string())
    }

    pub(super) fn field(&self, name: &Text) -> Result<Field, Error> {
        name.get_ref().parse().map_err(|_| self.unknown("field", name, Field::ids()))
    }
}

/// The mapping that the text says.
pub(super) fn mapping(file: &str, text: &str) -> Result<Mapping, Error> {
    let checker = Checker { file, text };
    let document: Document = toml::from_str(text)
        .map_err(|error| checker.fault(error.span().unwrap_or_default(), suggest(error.message())))?;
    let name = checker.name(&document.name)?;
    let title = document.title.unwrap_or_else(|| name.clone());
    let mut mapping = Mapping {
        file: file.to_owned(),
        citation: document.citation.unwrap_or_else(|| title.clone()),
        attribution: checker.attribution(document.attribution.as_ref())?,
        filled: [const { None }; Field::COUNT],
        date_format: document.dates.format.as_ref().map(|text| checker.date_format(text)).transpose()?,
        revised_format: document.dates.revised_format.as_ref().map(|text| checker.moment_format(text)).transpose()?,
        numbers: checker.numbers(&document.numbers)?,
        blanks: if document.numbers.blank_is_zero { Blanks::Zero } else { Blanks::Unknown },
        separator: checker.separator(document.lists.separator.as_ref())?,
        translations: translate::none(),
        skips: document.skip.iter().map(|skip| checker.skip(skip)).collect::<Result<_, _>>()?,
        reports: crate::measure::Reports::default(),
        covered_from: document.coverage.from.as_ref().map(|value| checker.day(value)).transpose()?,
        covered_to: document.coverage.to.as_ref().map(|value| checker.day(value)).transpose()?,
        breaks: Vec::new(),
        name,
        title,
    };
    for (name, right) in document.columns.get_ref() {
        let field = checker.field(name)?;
        mapping.filled[field as usize] = Some(checker.filled(field, right)?);
    }
    if !mapping.has(Field::Date) {
        let reason = "no column is given for 'date'; without a day no row can be counted";
        return Err(checker.fault(document.columns.span(), reason));
    }
    checker.nothing_twice(&mapping, document.columns.span())?;
    mapping.translations = translate::read(&checker, &document.values, &mapping)?;
    translate::check_constants(&checker, &document.columns, &mapping)?;
    mapping.reports = recorded::reports(&checker, &document.reports, &mapping)?;
    if let (Some(from), Some(to), Some(at)) = (mapping.covered_from, mapping.covered_to, &document.coverage.to)
        && to < from
    {
        return Err(checker.fault(at.span(), format!("coverage ends on {to}, before it begins on {from}")));
    }
    for entry in document.breaks {
        mapping.breaks.push(Break { from: checker.day(&entry.from)?, note: entry.note });
    }
    mapping.breaks.sort_by_key(|b| b.from);
    Ok(mapping)
}

/// Adds the nearest name to what the TOML reader says of an unknown one: "unknown field `x`, expected one of `y`, `z`".
fn suggest(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let unknown = message.starts_with("unknown field").then(|| quoted.next()).flatten();
    match unknown.and_then(|name| nearest(name, quoted)) {
        Some(name) => format!("{message} (did you mean '{name}'?)"),
        None => message.trim_end().to_owned(),
    }
}

impl Checker<'_> {
    fn name(&self, name: &Text) -> Result<String, Error> {
        let id = name.get_ref();
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if id.is_empty() || !id.bytes().all(plain) {
            let reason = format!("'{id}' cannot be a name: it is an id in tables, of a-z, 0-9 and - only");
            return Err(self.fault(name.span(), reason));
        }
        if SOURCES.ids().contains(&id.as_str()) {
            let reason = format!("'{id}' is a source of the program itself; take another name");
            return Err(self.fault(name.span(), reason));
        }
        Ok(id.clone())
    }

    fn attribution(&self, text: Option<&Text>) -> Result<Attribution, Error> {
        let Some(text) = text else { return Ok(Attribution::default()) };
        let known = Attribution::VARIANTS.iter().map(|a| a.id());
        text.get_ref().parse().map_err(|_| self.unknown("attribution", text, known))
    }

    fn filled(&self, field: Field, right: &Spanned<RightSide>) -> Result<Filled, Error> {
        let fault = |reason: String| Err(self.fault(right.span(), reason));
        let id = field.id();
        let columns = match right.get_ref() {
            RightSide::Column(column) => vec![column.trim().to_owned()],
            RightSide::Columns(columns) => match field.sort() {
                Sort::People | Sort::Names => columns.iter().map(|c| c.trim().to_owned()).collect(),
                Sort::Single | Sort::Text | Sort::Code(_) => {
                    return fault(format!("'{id}' takes one column, not a list: only numbers of people and names do"));
                }
            },
            RightSide::Constant(constant) => {
                return match field.sort() {
                    Sort::Text | Sort::Code(_) | Sort::Names => Ok(Filled::Constant(constant.value.trim().to_owned())),
                    Sort::Single | Sort::People => {
                        fault(format!("'{id}' cannot be the same for every row; name a column, or leave it out"))
                    }
                };
            }
        };
        if columns.is_empty() || columns.iter().any(String::is_empty) {
            return fault(format!("'{id}' names no column; leave it out if the sheet has none"));
        }
        Ok(Filled::Columns(columns))
    }

    /// A column of people may be added up only once.
    fn nothing_twice(&self, mapping: &Mapping, at: Range<usize>) -> Result<(), Error> {
        let mut seen: Vec<(Field, &str)> = Vec::new();
        for &field in Field::VARIANTS.iter().filter(|f| f.sort() == Sort::People) {
            for column in mapping.columns(field) {
                if let Some((first, _)) = seen.iter().find(|(_, c)| same_column(c, column)) {
                    let (first, second) = (first.id(), field.id());
                    let reason = format!("the column '{column}' is counted twice, in '{first}' and in '{second}'");
                    return Err(self.fault(at, reason));
                }
                seen.push((field, column));
            }
        }
        Ok(())
    }

    fn date_format(&self, text: &Text) -> Result<DateFormat, Error> {
        DateFormat::new(text.get_ref()).ok_or_else(|| self.no_format(text, "%d/%m/%Y"))
    }

    fn moment_format(&self, text: &Text) -> Result<MomentFormat, Error> {
        MomentFormat::new(text.get_ref()).ok_or_else(|| self.no_format(text, "%d/%m/%Y %H:%M"))
    }

    fn no_format(&self, text: &Text, example: &str) -> Error {
        let reason = format!(
            "'{}' is no date format, or does not say the whole date; write for example \"{example}\" \
             (%d day, %m month, %B name of the month, %Y year, %A weekday)",
            text.get_ref()
        );
        self.fault(text.span(), reason)
    }

    fn numbers(&self, written: &super::document::Numbers) -> Result<Numbers, Error> {
        let mark = |text: &Text| {
            let mut chars = text.get_ref().chars();
            match (chars.next(), chars.next()) {
                (Some(mark), None) if !mark.is_alphanumeric() && mark != '-' => Ok(mark),
                _ => Err(self.fault(text.span(), format!("'{}' is not one mark such as . or ,", text.get_ref()))),
            }
        };
        let mut numbers = Numbers::default();
        if let Some(text) = &written.decimal {
            numbers.decimal = mark(text)?;
        }
        if let Some(text) = &written.thousands {
            numbers.thousands = Some(mark(text)?);
            if numbers.thousands == Some(numbers.decimal) {
                let reason = format!("'{}' is the decimal mark too; one of the two must be another", numbers.decimal);
                return Err(self.fault(text.span(), reason));
            }
        }
        numbers.add_unknown(written.unknown.iter().map(|word| word.trim().to_lowercase()));
        Ok(numbers)
    }

    fn separator(&self, text: Option<&Text>) -> Result<String, Error> {
        match text {
            None => Ok(";".to_owned()),
            Some(text) if text.get_ref().trim().is_empty() => {
                Err(self.fault(text.span(), "a blank cannot separate the names of a list; leave it out for ;"))
            }
            Some(text) => Ok(text.get_ref().clone()),
        }
    }

    fn skip(&self, written: &Spanned<Skip>) -> Result<SkipRule, Error> {
        let Skip { column, equals, starts_with, empty } = written.get_ref();
        let fault = |reason: &str| Err(self.fault(written.span(), reason));
        let lower = |text: &str| text.trim().to_lowercase();
        let test = match (equals, starts_with, empty) {
            (Some(text), None, None) => SkipTest::Equals(lower(text)),
            (None, Some(text), None) if lower(text).is_empty() => {
                return fault("every value starts with nothing: this rule would skip all rows");
            }
            (None, Some(text), None) => SkipTest::StartsWith(lower(text)),
            (None, None, Some(true)) => SkipTest::Empty,
            (None, None, Some(false)) => return fault("'empty' can only be true"),
            _ => return fault("a skip rule has a column and one of: equals, starts_with, empty = true"),
        };
        Ok(SkipRule { column: column.trim().to_owned(), test })
    }

    fn day(&self, value: &Spanned<toml::Value>) -> Result<Day, Error> {
        let text = match value.get_ref() {
            toml::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Day::from_iso(text.trim())
            .ok_or_else(|| self.fault(value.span(), format!("{text} is not a day; write for example 2020-11-01")))
    }
}
