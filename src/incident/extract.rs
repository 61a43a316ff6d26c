//! Some rows of a table with a lexicon of their own, as they are kept for later runs, and sheets made of them again.

use super::Cast;
use super::Participant;
use super::lexicon::{Lexicon, News, Told};
use super::packed::UNKNOWN;
use super::parts::{Act, Site};
use super::sheet::{COLUMNS, Column, Sheet, Written, new_clerk};
use super::table::Incidents;
use crate::names::Name;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Rows as plain columns: those of [`Column::KEPT`] in that order, `None` where a row has no value.
pub struct Part {
    pub columns: [Vec<Option<i64>>; Column::KEPT.len()],
    pub ids: Vec<String>,
}

/// What the numbers of rows stand for.
#[derive(Debug, Serialize, Deserialize)]
pub struct Dictionary(News);

/// Takes rows out of a table and numbers anew what recurs in them.
pub struct Extract<'a> {
    table: &'a Incidents,
    lexicon: Lexicon,
    /// The new number of each entry of the table's lexicon, once it has one.
    names: Vec<Option<Name>>,
    outlets: Vec<Option<u32>>,
    acts: Vec<Option<u32>>,
    sites: Vec<Option<u32>>,
    losses: Vec<Option<u32>>,
}

impl<'a> Extract<'a> {
    /// `table` is settled.
    pub fn of(table: &'a Incidents) -> Extract<'a> {
        Extract {
            table,
            lexicon: Lexicon::default(),
            names: vec![None; table.pool.since(0).count()],
            outlets: vec![None; table.outlets.len()],
            acts: vec![None; table.acts().len()],
            sites: vec![None; table.sites().len()],
            losses: vec![None; table.losses().len()],
        }
    }

    /// The rows in order, of which none was taken out before.
    pub fn part(&mut self, rows: Range<usize>) -> Part {
        let mut part = Part { columns: Default::default(), ids: self.table.ids_of(rows.clone()) };
        for row in rows {
            for (column, values) in Column::KEPT.iter().zip(&mut part.columns) {
                values.push(self.table.value(*column, row).map(|value| self.renumbered(*column, value)));
            }
        }
        part
    }

    /// The dictionary of all parts.
    pub fn dictionary(&self) -> Dictionary {
        Dictionary(self.lexicon.news(&mut Told::default()))
    }

    fn renumbered(&mut self, column: Column, value: i64) -> i64 {
        let code = value as u32;
        i64::from(match column {
            Column::Related => self.name(Name::from_code(code)).code(),
            Column::Outlets => self.set(code),
            Column::Act => self.act(code),
            Column::Site => self.site(code),
            Column::Losses => self.one_loss(code),
            Column::File
            | Column::Line
            | Column::Start
            | Column::Span
            | Column::Revised
            | Column::Latitude
            | Column::Longitude => return value,
        })
    }

    fn name(&mut self, name: Name) -> Name {
        let known = &mut self.names[name.code() as usize];
        *known.get_or_insert_with(|| self.lexicon.pool.intern(self.table.pool.text(name)))
    }

    fn set(&mut self, code: u32) -> u32 {
        if let Some(known) = self.outlets[code as usize] {
            return known;
        }
        let set: Vec<Name> = self.table.outlets.get(code).iter().map(|&name| self.name(name)).collect();
        *self.outlets[code as usize].insert(self.lexicon.outlets.intern(set))
    }

    fn act(&mut self, code: u32) -> u32 {
        if let Some(known) = self.acts[code as usize] {
            return known;
        }
        let act = *self.table.act(code);
        let mut people: Vec<Participant> = self.table.casts.get(act.cast).participants().to_vec();
        people.iter_mut().for_each(|p| (p.group, p.family) = (self.name(p.group), self.name(p.family)));
        let act = Act {
            cast: self.lexicon.casts.intern(Cast::new(people)),
            tactic: self.name(act.tactic),
            target: self.name(act.target),
            category: self.name(act.category),
            ..act
        };
        *self.acts[code as usize].insert(self.lexicon.acts.intern(act))
    }

    fn site(&mut self, code: u32) -> u32 {
        if let Some(known) = self.sites[code as usize] {
            return known;
        }
        let site = *self.table.site(code);
        let site = Site {
            country: self.name(site.country),
            region: self.name(site.region),
            district: self.name(site.district),
            place: self.name(site.place),
            precision: site.precision,
        };
        *self.sites[code as usize].insert(self.lexicon.sites.intern(site))
    }

    fn one_loss(&mut self, code: u32) -> u32 {
        let lexicon = &mut self.lexicon;
        *self.losses[code as usize].get_or_insert_with(|| lexicon.losses.intern(*self.table.loss(code)))
    }
}

/// Makes sheets of what was extracted: a clerk who knows the dictionary by heart and reads the rows out.
pub struct Recall {
    number: u64,
    news: News,
}

impl Recall {
    pub fn new(dictionary: Dictionary) -> Recall {
        Recall { number: new_clerk(), news: dictionary.0 }
    }

    /// The next rows, in the order in which they were taken out.
    pub fn sheet(&mut self, rows: Recalled) -> Sheet {
        Sheet { clerk: self.number, news: std::mem::take(&mut self.news), written: rows.0 }
    }
}

/// Rows read back, which may be done on any thread.
pub struct Recalled(Written);

impl Recalled {
    /// `columns` are those of [`Column::KEPT`], each with a value or [`Recalled::UNKNOWN`] for every id.
    pub fn new<'a>(columns: [Vec<i64>; Column::KEPT.len()], ids: impl Iterator<Item = &'a str>) -> Recalled {
        let mut written = Written::default();
        ids.for_each(|id| written.begin(id));
        for (column, values) in Column::KEPT.iter().zip(columns) {
            assert_eq!(values.len(), written.ends.len(), "every column has a value for each row");
            written.columns[*column as usize] = values;
        }
        Recalled(written)
    }

    /// Stands for no value.
    pub const UNKNOWN: i64 = UNKNOWN;
}

const _: () = assert!(Column::KEPT.len() + 1 == COLUMNS, "all columns but the number of the file are kept");

#[cfg(test)]
mod tests {
    use super::super::{Authorship, Standing};
    use super::super::{Clerk, Draft, Member, Role, StatedSide};
    use super::*;
    use crate::names::Class;
    use crate::period::Day;

    fn member(name: &str) -> Member<'_> {
        Member {
            name,
            family: "",
            class: Class::Organisation,
            role: Role::Initiator,
            authorship: Authorship::Confirmed,
            standing: Standing::Group,
            side: StatedSide::Unstated,
        }
    }

    #[test]
    fn rows_taken_out_and_read_again_say_the_same() {
        let day = Day::from_ymd(2024, 2, 29).expect("a leap day");
        let (mut first, mut second) = (Clerk::default(), Clerk::default());
        for n in 0..40u64 {
            let (id, place) = (format!("é{n}"), format!("Town {}", n % 7));
            let clerk = if n < 20 { &mut first } else { &mut second };
            let latitude = (n % 3 > 0).then_some(n as f64 / 8.0);
            let (members, outlets) = (vec![member(["A", "B", "C"][n as usize % 3])], vec!["Courier"; n as usize % 2]);
            clerk.push(&Draft { id: &id, place: &place, latitude, members, outlets, ..Draft::on(day, n) });
        }
        let mut table = Incidents::default();
        table.append(second.sheet(), 0);
        table.append(first.sheet(), 1);
        table.settle();
        let mut extract = Extract::of(&table);
        let parts = [extract.part(20..33), extract.part(33..40)];
        let dictionary = serde_json::to_vec(&extract.dictionary()).expect("plain values");
        let mut recall = Recall::new(serde_json::from_slice(&dictionary).expect("as it was written"));
        let mut again = Incidents::default();
        for part in &parts {
            let columns = part.columns.each_ref().map(|c| c.iter().map(|v| v.unwrap_or(Recalled::UNKNOWN)).collect());
            again.append(recall.sheet(Recalled::new(columns, part.ids.iter().map(String::as_str))), 0);
        }
        again.settle();
        let told = |table: &Incidents, rows: Range<usize>| -> Vec<String> {
            let text = |name| table.pool.text(name).to_owned();
            let row = |row| {
                let row = table.rows().get(row);
                let people: Vec<String> = row.cast().participants().iter().map(|p| text(p.group)).collect();
                format!("{} {} {:?} {:?} {people:?}", row.id(), row.line(), row.latitude(), row.start())
            };
            rows.map(row).collect()
        };
        assert_eq!(told(&again, 0..20), told(&table, 20..40));
    }
}
