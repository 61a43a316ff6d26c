//! Which column is probably which field: by its name and by what stands in it.

use super::super::field::{Code, Field, Sort};
use super::called::CALLED;
use super::marks::{DateGuess, MOST, dates, numeric, stamps};
use super::meaning;
use super::sample::{Column, Sample};
use super::victims::{Part, People, people};
use strum::VariantArray;

/// The columns of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) columns: Vec<usize>,
    pub(super) doubt: Option<Doubt>,
}

/// What the user should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Proposed, with this remark.
    Check(&'static str),
    /// Left out until the user decides.
    Withheld(&'static str),
}

/// What was made of a sample.
#[derive(Debug)]
pub(super) struct Guesses {
    by_field: [Option<Guess>; Field::COUNT],
    pub(super) dates: Option<DateGuess>,
    pub(super) revised_format: Option<&'static str>,
}

/// The share of numbers in a column whose name says that it holds numbers of people: sheets write "several" too.
const MOST_PEOPLE: usize = 50;

/// Distinct values above which a column is no code: nobody keeps so many kinds apart.
pub(super) const CODES: usize = 40;

impl Guesses {
    pub(super) fn of(sample: &Sample) -> Guesses {
        let mut guesses = Guesses { by_field: [const { None }; Field::COUNT], dates: None, revised_format: None };
        guesses.find_people(sample);
        for (field, called) in CALLED {
            guesses.find(sample, field, called);
        }
        if guesses.get(Field::Date).is_none() {
            guesses.find_any_date(sample);
        }
        if guesses.first(sample, Field::Id).is_some_and(is_serial)
            && let Some(guess) = &mut guesses.by_field[Field::Id as usize]
        {
            guess.doubt = Some(Doubt::Withheld(
                "a serial number: right only if no other file begins at 1 again, as rows of one id replace each other",
            ));
        }
        if let Some(column) = guesses.first(sample, Field::Date) {
            guesses.dates = dates(column);
        }
        if let Some(column) = guesses.first(sample, Field::Revised) {
            guesses.revised_format = stamps(column).flatten();
        }
        guesses
    }

    pub(super) fn get(&self, field: Field) -> Option<&Guess> {
        self.by_field[field as usize].as_ref()
    }

    /// The first column of a field.
    pub(super) fn first<'s>(&self, sample: &'s Sample, field: Field) -> Option<&'s Column> {
        self.get(field).and_then(|guess| guess.columns.first()).map(|&column| &sample.columns[column])
    }

    /// All columns of the fields that `wanted` names.
    pub(super) fn columns<'s>(
        &'s self,
        sample: &'s Sample,
        wanted: impl Fn(Field) -> bool + 's,
    ) -> impl Iterator<Item = &'s Column> {
        let fields = Field::VARIANTS.iter().filter(move |&&field| wanted(field));
        fields.filter_map(|&field| self.get(field)).flat_map(|guess| &guess.columns).map(|&c| &sample.columns[c])
    }

    pub(super) fn taken(&self, column: usize) -> bool {
        self.by_field.iter().flatten().any(|guess| guess.columns.contains(&column))
    }

    fn put(&mut self, field: Field, columns: Vec<usize>, doubt: Option<Doubt>) {
        self.by_field[field as usize] = Some(Guess { columns, doubt });
    }

    /// The column that is called most like the field, and holds what it should; several where a list of names is spread.
    fn find(&mut self, sample: &Sample, field: Field, called: &str) {
        let free = |index: &usize| !self.taken(*index) && fits(field, &sample.columns[*index]);
        for phrase in called.split('|') {
            let named = |index: &usize| plain_name(&sample.columns[*index].words, field) == phrase;
            let found: Vec<usize> = (0..sample.columns.len()).filter(named).filter(free).collect();
            match (found.first(), field.sort()) {
                (None, _) => {}
                (Some(_), Sort::Names) => return self.put(field, found, None),
                (Some(&first), Sort::Single | Sort::Text | Sort::Code(_) | Sort::People) => {
                    return self.put(field, vec![first], None);
                }
            }
        }
    }

    /// A sheet may call its dates anything.
    fn find_any_date(&mut self, sample: &Sample) {
        let mut free = (0..sample.columns.len()).filter(|&index| !self.taken(index));
        if let Some(index) = free.find(|&index| dates(&sample.columns[index]).is_some()) {
            self.put(Field::Date, vec![index], Some(Doubt::Check("guessed from its values")));
        }
    }

    fn find_people(&mut self, sample: &Sample) {
        let counts = |column: &Column| column.mostly(MOST_PEOPLE, |value| numeric(value) || is_word_for_unknown(value));
        let told: Vec<(usize, People)> = sample
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| counts(column))
            .filter_map(|(index, column)| people(&column.words).map(|told| (index, told)))
            .collect();
        for &(index, people) in &told {
            if let People::Told(field) = people {
                self.add(field, index, None);
            }
        }
        // "Civilians, SFs, Terrorists, Total" without a word for death: tables of the dead are the usual ones. Numbers only.
        let split = told.iter().any(
            |(_, people)| matches!(people, People::Told(field) if super::super::field::KILLED.parts.contains(field)),
        );
        let classes = told.iter().filter(|(_, people)| matches!(people, People::Bare(part) if part.is_class())).count();
        if split || classes < 2 {
            return;
        }
        for &(index, people) in &told {
            if let People::Bare(part) = people
                && !sample.columns[index].is_blank()
                && !(part == Part::Total && self.get(Field::Killed).is_some())
            {
                self.add(part.of_killed(), index, Some(Doubt::Check("no word for killed in its name")));
            }
        }
    }

    /// One more column of a number of people. A second total or bound is none: only classes are added up.
    fn add(&mut self, field: Field, column: usize, doubt: Option<Doubt>) {
        let summed =
            [&super::super::field::KILLED, &super::super::field::INJURED].iter().any(|f| f.parts.contains(&field));
        match &mut self.by_field[field as usize] {
            Some(guess) if summed => guess.columns.push(column),
            Some(_) => {}
            None => self.put(field, vec![column], doubt),
        }
    }
}

/// The name without a word that says only that it is one; the number of a list's column too.
fn plain_name(words: &[String], field: Field) -> String {
    let numbered = field.sort() == Sort::Names;
    let says_nothing = |at: usize, word: &str| {
        let last = at > 0 && at + 1 == words.len();
        last && (matches!(word, "name" | "nom" | "txt") || (numbered && word.bytes().all(|b| b.is_ascii_digit())))
    };
    let kept = words.iter().enumerate().filter(|(at, word)| !says_nothing(*at, word));
    kept.map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether the ids only count the rows of this file; a last line may say "Total".
fn is_serial(column: &Column) -> bool {
    let numbers: Vec<usize> = column.filled().filter_map(|value| value.parse().ok()).collect();
    let rows = column.values.len();
    2 * numbers.len() > rows && numbers.iter().all(|&number| number <= 2 * rows)
}

fn is_word_for_unknown(value: &str) -> bool {
    crate::source::Numbers::default().is_unknown(value)
}

/// Whether the values of a column are what the field holds.
fn fits(field: Field, column: &Column) -> bool {
    let degrees = |limit: f64| {
        !column.is_blank()
            && column.mostly(MOST, |v| v.replace(',', ".").parse::<f64>().is_ok_and(|d| d.abs() <= limit))
    };
    match field.sort() {
        Sort::Single if field == Field::Date => dates(column).is_some(),
        Sort::Single if field == Field::DateEnd => column.is_blank() || dates(column).is_some(),
        Sort::Single if field == Field::Revised => stamps(column).is_some(),
        Sort::Single if field == Field::Latitude => degrees(90.0),
        Sort::Single if field == Field::Longitude => degrees(180.0),
        // An id that recurs is none; revisions repeat a few.
        Sort::Single if field == Field::Id => {
            !column.is_blank() && column.distinct().len() * 100 >= column.filled().count() * MOST
        }
        Sort::Single => true,
        Sort::Text | Sort::Names => column.is_blank() || !column.mostly(MOST, numeric),
        Sort::Code(code) => {
            let values = column.distinct();
            let meant = |value: &str| meaning::of(field, code, value);
            let understood = values.iter().filter(|(value, _)| meant(value).is_some()).count();
            let kinds = || values.iter().any(|(value, _)| meant(value).is_some_and(|ours| ours != "attack"));
            let attacks = || values.iter().any(|(value, _)| meaning::says_attack(value));
            values.len() <= CODES
                && understood * 2 >= values.len()
                // A column of bombings and shootings is one of tactics.
                && (code != Code::Kind || kinds() || attacks())
        }
        Sort::People => true,
    }
}
