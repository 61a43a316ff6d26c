//! Writes a proposal: the mapping's text with its comments.

use super::super::field::{Code, Field, Sort};
use super::guess::{CODES, Doubt, Guess, Guesses};
use super::lines::{Draft, one_line, quoted, shortened};
use super::marks::{self, DateGuess};
use super::sample::{Column, Sample};
use super::{Proposal, meaning};
use crate::source::{Numbers, SOURCES};
use strum::VariantArray;

/// Values shown beside a column.
const EXAMPLES: usize = 3;

/// Fields whose absence changes what a report can say, and what then holds.
const MISSED: [(Field, &str); 8] = [
    (Field::Country, "no column fits; if all rows are of one country: country = { value = \"its name\" }"),
    (Field::Region, "no column fits; without it there are no tables by region"),
    (Field::Kind, "no column fits; without it every row counts as an attack by an armed group"),
    (
        Field::Groups,
        "no column fits; without it there are no tables by group, and unattributed incidents are not measured",
    ),
    (Field::Killed, "no column fits; without it deaths are not reported (not 0)"),
    (Field::Injured, "no column fits; without it injuries are not reported (not 0)"),
    (Field::Id, "no column fits; without it a corrected row cannot replace the earlier one"),
    (
        Field::Revised,
        "no column fits; without it the later of two rows with one id wins, and the version date is not known",
    ),
];

pub(super) fn proposal(file: &str, sample: &Sample, guesses: &Guesses) -> Proposal {
    let mut draft = Draft::default();
    let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = base.split('.').next().unwrap_or(base);
    draft.line(
        "",
        &format!(
            "How the columns of {} are read: proposed from its header and its first {} rows.",
            one_line(base),
            sample.rows
        ),
    );
    draft.line("", "Check every line. A line behind # is not used: take the # away once it is right.");
    draft.line(&format!("name = {}", quoted(&id_of(stem))), "the id of this source in tables: a-z, 0-9 and -");
    draft.line(&format!("title = {}", quoted(stem)), "its name in sentences and captions");
    draft.line(&format!("citation = {}", quoted(stem)), "the source line under every figure");
    draft.line("attribution = \"involved\"", "counts for each group in it; or: first, initiator, fractional");
    columns(&mut draft, sample, guesses);
    dates(&mut draft, guesses);
    marks(&mut draft, sample, guesses);
    for &field in Field::VARIANTS {
        if let (Sort::Code(code), Some(column)) = (field.sort(), guesses.first(sample, field)) {
            values(&mut draft, field, code, column);
        }
    }
    totals(&mut draft, sample);
    Proposal { toml: draft.text, unguessed: draft.unguessed }
}

fn columns(draft: &mut Draft, sample: &Sample, guesses: &Guesses) {
    draft.section("[columns]", "our field = \"the sheet's column\"");
    for &field in Field::VARIANTS {
        match guesses.get(field) {
            Some(Guess { columns, doubt }) => {
                let names: Vec<String> = columns.iter().map(|&c| quoted(&sample.columns[c].name)).collect();
                let right = if names.len() == 1 { names[0].clone() } else { format!("[{}]", names.join(", ")) };
                let shown = examples(&sample.columns[columns[0]]);
                let line = format!("{} = {right}", field.id());
                match doubt {
                    None => draft.line(&line, &shown),
                    Some(Doubt::Check(why)) => {
                        draft.unguessed.push(format!("{line}: {why}"));
                        draft.line(&line, &format!("{why}; check: {shown}"));
                    }
                    Some(Doubt::Withheld(why)) => draft.open(&line, &format!("{why}; {shown}")),
                }
            }
            None if field == Field::Date => {
                draft.open(
                    "date = \"\"",
                    "NEEDED: no column holds dates that are known; name it, and write its format below",
                );
            }
            None => {
                let missed = MISSED.iter().find(|(missed, _)| *missed == field && !told_otherwise(field, guesses));
                if let Some((_, why)) = missed {
                    draft.open(&format!("{} = \"\"", field.id()), why);
                }
            }
        }
    }
    let free: Vec<&Column> =
        sample.columns.iter().enumerate().filter(|(index, _)| !guesses.taken(*index)).map(|(_, c)| c).collect();
    if free.is_empty() {
        return;
    }
    let fields: Vec<&str> = Field::VARIANTS.iter().filter(|&&f| guesses.get(f).is_none()).map(|f| f.id()).collect();
    draft.line("", "Not read, as they fit no field. Fields that are still free:");
    for chunk in fields.chunks(9) {
        draft.line("", &format!("  {}", chunk.join(" ")));
    }
    for column in free {
        let name = if column.name.is_empty() { "(a column without a name)" } else { &column.name };
        draft.open(&format!("? = {}", quoted(name)), &examples(column));
    }
}

/// Whether a total is made of parts or bounds, or groups of roles.
fn told_otherwise(field: Field, guesses: &Guesses) -> bool {
    use super::super::field::{INJURED, KILLED};
    let any = |fields: &[Field]| fields.iter().any(|&f| guesses.get(f).is_some());
    [&KILLED, &INJURED].iter().any(|toll| toll.total == field && (any(&toll.parts) || any(&[toll.min])))
        || (field == Field::Groups && any(&[Field::Initiators, Field::Targets, Field::Parties]))
}

fn dates(draft: &mut Draft, guesses: &Guesses) {
    draft.section("[dates]", "%d day, %m month, %B its name, %Y year, %y two digits of it, %A weekday");
    match &guesses.dates {
        Some(DateGuess::Format(format)) => draft.line(&format!("format = {}", quoted(format)), ""),
        Some(DateGuess::Either { value, readings }) => {
            draft.line(
                "",
                &format!(
                    "Its dates can be read in two ways; take the # from the line that is right ('{}'):",
                    one_line(value)
                ),
            );
            for (day, format) in readings {
                draft.open(&format!("format = {}", quoted(format)), day);
            }
        }
        None => draft.open("format = \"%d/%m/%Y\"", "no date was found"),
    }
    if let Some(format) = guesses.revised_format {
        draft.line(&format!("revised_format = {}", quoted(format)), "");
    }
}

fn marks(draft: &mut Draft, sample: &Sample, guesses: &Guesses) {
    let people = guesses.columns(sample, |field| field.sort() == Sort::People);
    let degrees = guesses.columns(sample, |field| matches!(field, Field::Latitude | Field::Longitude));
    let marks = marks::numbers(people, degrees);
    draft.section("[numbers]", "");
    draft.line(&format!("decimal = {}", quoted(&marks.decimal.to_string())), "");
    if let Some(mark) = marks.thousands {
        draft.line(&format!("thousands = {}", quoted(&mark.to_string())), "stands between thousands: 1 204 people");
    }
    let known = Numbers::default();
    let mut words: Vec<String> = Vec::new();
    for value in guesses.columns(sample, |field| field.sort() == Sort::People).flat_map(Column::filled) {
        let word = value.to_lowercase();
        if !marks::numeric(value) && !known.is_unknown(&word) && !words.contains(&word) {
            words.push(word);
        }
    }
    if !words.is_empty() {
        let quoted: Vec<String> = words.iter().take(CODES).map(|word| quoted(word)).collect();
        draft.open(
            &format!("unknown = [{}]", quoted.join(", ")),
            "no numbers; those listed here are read as unknown without a remark",
        );
    }
    draft.line("# blank_is_zero = true", "if a blank beside filled numbers of victims means 0");
    draft.section("[lists]", "");
    match marks::separator(guesses.columns(sample, |field| field.sort() == Sort::Names)) {
        Some(separator) => draft.line(&format!("separator = {}", quoted(separator)), "between the names in one cell"),
        None => draft.line("# separator = \";\"", "between the names in one cell; none was seen"),
    }
}

/// The translation of a code: all its values, with how often they stand there.
fn values(draft: &mut Draft, field: Field, code: Code, column: &Column) {
    let distinct = column.distinct();
    let ours = code.words().join(", ");
    draft.section(&format!("[values.{}]", field.id()), &format!("theirs = ours ({ours})"));
    let mut written: Vec<String> = Vec::new();
    for (value, count) in distinct.into_iter().take(CODES) {
        // Letter case does not count: the more frequent spelling speaks for the others.
        let key = value.to_lowercase();
        if written.contains(&key) {
            continue;
        }
        written.push(key);
        let rows = format!("{count} row{}", if count == 1 { "" } else { "s" });
        match meaning::of(field, code, value) {
            Some(meaning) => draft.line(&format!("{} = {}", quoted(value), quoted(meaning)), &rows),
            None => draft.open(
                &format!("{} = \"\"", quoted(value)),
                &format!("{rows}; a value of '{}' that was not guessed", field.id()),
            ),
        }
    }
}

/// Rows of totals among the incidents.
fn totals(draft: &mut Draft, sample: &Sample) {
    let mut any = 0;
    for column in sample.columns.iter().filter(|column| !column.name.is_empty()) {
        for (value, count) in column.distinct() {
            let words = super::header::words(value);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let total = match words.as_slice() {
                ["total" | "totals" | "totaux" | "totales"] | ["grand" | "sub", "total"] => true,
                ["total" | "totals" | "totaux" | "totales", year] => year.bytes().all(|b| b.is_ascii_digit()),
                _ => false,
            };
            // Rows that recur are a place or a word of the sheet, not its last line.
            if total && count <= sample.rows / 20 + 1 {
                draft
                    .section("[[skip]]", if any == 0 { "rows that are no incidents: counted as filtered" } else { "" });
                draft.line(&format!("column = {}", quoted(&column.name)), "");
                draft.line(
                    &format!("equals = {}", quoted(value)),
                    &format!("{count} row{}", if count == 1 { "" } else { "s" }),
                );
                any += 1;
            }
        }
    }
    if any == 0 {
        draft.section("# [[skip]]", "rows that are no incidents, such as a last line of totals");
        draft.line("# column = \"\"", "");
        draft.line("# equals = \"TOTAL\"", "");
    }
}

fn examples(column: &Column) -> String {
    let values: Vec<String> = column.distinct().iter().take(EXAMPLES).map(|(value, _)| shortened(value)).collect();
    if values.is_empty() {
        "blank in every row looked at".to_owned()
    } else {
        format!("such as {}", values.join(" | "))
    }
}

/// An id made of a file's name: `Valley sheet 2024` becomes `valley-sheet`.
fn id_of(stem: &str) -> String {
    let words = super::header::words(stem);
    let plain: Vec<String> = words
        .iter()
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty() && !word.bytes().all(|b| b.is_ascii_digit()))
        .collect();
    let id = plain.join("-");
    if id.is_empty() || SOURCES.ids().contains(&id.as_str()) { "own-data".to_owned() } else { id }
}
