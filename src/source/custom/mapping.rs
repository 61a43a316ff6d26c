//! A mapping: how the columns of an organisation's own sheet are read. Made by reading its TOML file, checked whole.

use super::check;
use super::field::{Field, Sort};
use super::words::{Deed, Words};
use crate::incident::{ClaimState, DatePrecision, PlacePrecision};
use crate::measure::Reports;
use crate::period::{DateFormat, Day, MomentFormat};
use crate::source::{Attribution, Break, Error, Numbers};
use std::collections::BTreeMap;
use std::path::Path;

/// How the columns of an own sheet are read. `data/mapping.toml` is one, with comments.
///
/// What a row then says:
/// - **Numbers of people.** A total stands. Where it is blank or not mapped it is the sum of the mapped victim classes if each
///   of them is known, else the lower bound (`killed_min`), which with `killed_max` is also the range. A class of several columns
///   is unknown if one of them is blank, unless `[numbers] blank_is_zero = true` reads a blank beside filled ones as 0. All
///   blank is unknown. A total that says "unknown" or is no number stays unknown, whatever its parts.
/// - **Kind.** Without a column or constant every row is an attack; a blank or untranslated kind is `other` and noted.
/// - **Groups.** `groups` take the role of the kind: initiator of an attack, target of an operation or of state violence, party
///   otherwise. An attack that names nobody is unattributed. Names that begin with "Unidentified", "Unknown" ... or are common
///   nouns ("Gunmen") are generic until an alias table says otherwise.
/// - **Precision.** Without a column the day is exact, and the place as exact as what the row names.
/// - **Weight.** How many incidents the row stands for; its numbers of people are those of all of them together.
///
/// Invariants: there is a date column; a field has only what its sort allows; no column is counted in two fields of people; the
/// name is no other source's; every translation leads to a word that its field knows.
#[derive(Clone, Debug)]
pub struct Mapping {
    pub(super) file: String,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) citation: String,
    pub(super) attribution: Attribution,
    /// By field.
    pub(super) filled: [Option<Filled>; Field::COUNT],
    pub(super) date_format: Option<DateFormat>,
    pub(super) revised_format: Option<MomentFormat>,
    pub(super) numbers: Numbers,
    pub(super) blanks: Blanks,
    pub(super) separator: String,
    pub(super) translations: Translations,
    pub(super) skips: Vec<SkipRule>,
    pub(super) reports: Reports,
    pub(super) covered_from: Option<Day>,
    pub(super) covered_to: Option<Day>,
    pub(super) breaks: Vec<Break>,
}

/// Where a field comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Filled {
    /// Column names as the mapping writes them; one or more.
    Columns(Vec<String>),
    /// The same in every row; already translated for texts and names.
    Constant(String),
}

/// What a blank number says when others of the same toll are filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Blanks {
    #[default]
    Unknown,
    Zero,
}

/// What the sheet's words stand for.
#[derive(Clone, Debug)]
pub(super) struct Translations {
    pub(super) kinds: Words<Deed>,
    pub(super) claims: Words<ClaimState>,
    pub(super) date_precisions: Words<DatePrecision>,
    pub(super) place_precisions: Words<PlacePrecision>,
    /// Of the fields that are a yes or a no.
    pub(super) answers: BTreeMap<Field, Words<bool>>,
    /// Of texts and names: only the fields that the mapping translates.
    pub(super) texts: BTreeMap<Field, Words<String>>,
}

/// Rows that are no incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SkipRule {
    pub(super) column: String,
    pub(super) test: SkipTest,
}

/// Compared trimmed and without regard to letter case; texts are in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SkipTest {
    Equals(String),
    StartsWith(String),
    Empty,
}

impl SkipTest {
    pub(super) fn holds(&self, value: &str) -> bool {
        match self {
            SkipTest::Equals(text) if value.is_ascii() => value.eq_ignore_ascii_case(text),
            SkipTest::Equals(text) => value.to_lowercase() == *text,
            SkipTest::StartsWith(text) => value.to_lowercase().starts_with(text.as_str()),
            SkipTest::Empty => value.is_empty(),
        }
    }
}

impl Mapping {
    /// Reads and checks a mapping.
    ///
    /// # Errors
    /// If the file cannot be read, is no TOML, has a field, word or format that there is not, or says two things at once; with
    /// the line and the nearest known name.
    pub fn read(path: &Path) -> Result<Mapping, Error> {
        let file = path.display().to_string();
        let text =
            std::fs::read_to_string(path).map_err(|source| Error::UnreadableMapping { file: file.clone(), source })?;
        Mapping::parse(&file, &text)
    }

    /// Checks a mapping given as text; `file` is the name shown in messages.
    ///
    /// # Errors
    /// As [`Mapping::read`].
    pub fn parse(file: &str, text: &str) -> Result<Mapping, Error> {
        check::mapping(file, text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// The id of the source in tables.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file that it was read from, as it was named.
    pub fn file(&self) -> &str {
        &self.file
    }

    pub(super) fn filled(&self, field: Field) -> Option<&Filled> {
        self.filled[field as usize].as_ref()
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.filled(field).is_some()
    }

    /// The columns of a field; none where it is absent or constant.
    pub(super) fn columns(&self, field: Field) -> &[String] {
        match self.filled(field) {
            Some(Filled::Columns(columns)) => columns,
            Some(Filled::Constant(_)) | None => &[],
        }
    }

    /// Every column that a table must have, each once, in the order of the fields.
    pub(super) fn needed(&self) -> Vec<&str> {
        let mut needed: Vec<&str> = Vec::new();
        let fields = <Field as strum::VariantArray>::VARIANTS.iter();
        let skipped = self.skips.iter().map(|rule| rule.column.as_str());
        for column in fields.flat_map(|&f| self.columns(f)).map(String::as_str).chain(skipped) {
            if !needed.iter().any(|n| same_column(n, column)) {
                needed.push(column);
            }
        }
        needed
    }

    /// What a word of a text or name field is written as in the report.
    pub(super) fn translated<'m>(&'m self, field: Field, word: &str) -> Option<&'m str> {
        debug_assert!(matches!(field.sort(), Sort::Text | Sort::Names));
        self.translations.texts.get(&field)?.get(word).map(String::as_str)
    }
}

/// Column names are compared as [`Head`](crate::source::Head) does.
pub(super) fn same_column(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
