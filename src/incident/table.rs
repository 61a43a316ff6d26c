//! The table of incidents: packed columns, with the lexicon of what their numbers stand for.

use super::Cast;
use super::ids::Ids;
use super::lexicon::{Lexicon, Translation};
use super::packed::{Packed, UNKNOWN};
use super::parts::{Act, Losses, Site};
use super::rows::Rows;
use super::sheet::{COLUMNS, Column, Sheet};
use rustc_hash::FxHashMap;
use std::ops::Deref;

/// All incidents of one source in a run.
///
/// Invariants: every column and the ids have `rows` values; line, start, span, outlets, act, site and losses are never unknown;
/// every number is known to the lexicon.
#[derive(Clone, Debug, Default)]
pub struct Incidents {
    rows: usize,
    lexicon: Lexicon,
    columns: [Packed; COLUMNS],
    ids: Ids,
    /// A hash of each id, until [`Incidents::take_hashes`]: what a duplicate is found by, and so short that two of a hundred thousand
    /// ids may share one.
    hashes: Vec<u32>,
    /// What the clerks' numbers are here, while sheets come in.
    translations: FxHashMap<u64, Translation>,
}

/// Names, casts and sets of outlets are looked up in the table itself.
impl Deref for Incidents {
    type Target = Lexicon;

    fn deref(&self) -> &Lexicon {
        &self.lexicon
    }
}

impl Incidents {
    /// Adds a batch of the run's `file`-th file, in order; call [`Incidents::settle`] after the last. Sheets of one clerk come in
    /// the order in which it handed them over.
    pub fn append(&mut self, sheet: Sheet, file: u32) {
        let rows = sheet.len();
        let Sheet { clerk, news, mut written } = sheet;
        let translation = self.translations.entry(clerk).or_default();
        self.lexicon.learn(news, translation);
        written.columns[Column::File as usize].resize(rows, i64::from(file));
        let mut translate = |column: Column, codes: &[u32]| {
            written.columns[column as usize].iter_mut().for_each(|code| *code = i64::from(codes[*code as usize]));
        };
        translate(Column::Outlets, &translation.outlets);
        translate(Column::Act, &translation.acts);
        translate(Column::Site, &translation.sites);
        translate(Column::Losses, &translation.losses);
        for name in written.columns[Column::Related as usize].iter_mut().filter(|name| **name != UNKNOWN) {
            *name = i64::from(translation.name(*name as u32).code());
        }
        for (column, values) in self.columns.iter_mut().zip(&written.columns) {
            column.extend(values);
        }
        written.ids().for_each(|id| self.ids.push(id));
        self.hashes.extend(&written.hashes);
        self.rows += rows;
    }

    /// Closes the table: nothing is appended after it, and rows can be read.
    pub fn settle(&mut self) {
        self.columns.iter_mut().for_each(Packed::close);
        self.ids.close();
        self.translations = FxHashMap::default();
    }

    pub fn len(&self) -> usize {
        self.rows
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The hashes of the ids by row, which are forgotten here: equal ids have equal hashes, and only no id has 0.
    pub fn take_hashes(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.hashes)
    }

    /// The distinct acts, in the order of their numbers; likewise sites and losses.
    pub fn acts(&self) -> impl ExactSizeIterator<Item = &Act> {
        self.lexicon.acts.iter()
    }

    pub fn sites(&self) -> impl ExactSizeIterator<Item = &Site> {
        self.lexicon.sites.iter()
    }

    pub fn losses(&self) -> impl ExactSizeIterator<Item = &Losses> {
        self.lexicon.losses.iter()
    }

    pub(super) fn act(&self, code: u32) -> &Act {
        self.lexicon.acts.get(code)
    }

    pub(super) fn site(&self, code: u32) -> &Site {
        self.lexicon.sites.get(code)
    }

    pub(super) fn loss(&self, code: u32) -> &Losses {
        self.lexicon.losses.get(code)
    }

    /// The ids of rows that ascend, in their order.
    pub fn ids_of(&self, rows: impl Iterator<Item = usize>) -> Vec<String> {
        self.ids.of(rows)
    }

    /// The rows for which `keep` is true, in order.
    pub fn retain(&mut self, keep: &[bool]) {
        let kept = keep.iter().filter(|&&keep| keep).count();
        if kept == self.rows {
            return;
        }
        for column in &mut self.columns {
            *column = column.retained(keep);
        }
        self.ids = self.ids.rebuilt(|row| keep[row]);
        self.rows = kept;
    }

    /// Replaces every cast by another, which all rows that have it get. What numbers casts had is forgotten.
    pub fn recast(&mut self, change: impl Fn(&Cast) -> Cast) {
        let changed: Vec<Cast> = self.lexicon.casts.iter().map(change).collect();
        if changed.iter().eq(self.lexicon.casts.iter()) {
            return;
        }
        let casts: Vec<u32> = changed.into_iter().map(|cast| self.lexicon.casts.intern(cast)).collect();
        let acts: Vec<Act> = self.lexicon.acts.iter().copied().collect();
        let acts: Vec<i64> = acts
            .into_iter()
            .map(|act| i64::from(self.lexicon.acts.intern(Act { cast: casts[act.cast as usize], ..act })))
            .collect();
        self.rewrite(Column::Act, |_, act| acts[act as usize]);
    }

    /// Gives some rows another cast.
    pub fn set_casts(&mut self, casts: Vec<(usize, Cast)>) {
        if casts.is_empty() {
            return;
        }
        let mut changed: FxHashMap<usize, i64> = FxHashMap::default();
        for (row, cast) in casts {
            let act = *self.rows().get(row).act();
            let cast = self.lexicon.casts.intern(cast);
            changed.insert(row, i64::from(self.lexicon.acts.intern(Act { cast, ..act })));
        }
        self.rewrite(Column::Act, |row, act| changed.get(&row).copied().unwrap_or(act));
    }

    /// Replaces a column that no row lacks.
    fn rewrite(&mut self, column: Column, change: impl Fn(usize, i64) -> i64 + Sync) {
        let column = &mut self.columns[column as usize];
        *column = column.changed(self.rows, |row, value| value.map(|value| change(row, value)));
    }

    /// The columns, ready to be read row by row.
    pub fn rows(&self) -> Rows<'_> {
        Rows::of(self)
    }

    #[inline]
    pub(super) fn value(&self, column: Column, row: usize) -> Option<i64> {
        self.columns[column as usize].get(row)
    }

    pub(super) fn id(&self, row: usize) -> String {
        self.ids.get(row)
    }

    /// Bytes a row, of the columns alone.
    #[cfg(test)]
    fn bytes(&self) -> usize {
        self.columns.iter().map(Packed::bytes).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Clerk, Draft};
    use super::*;
    use crate::period::Day;

    #[test]
    fn clerks_number_by_themselves_and_the_table_says_the_same() {
        let day = Day::from_ymd(2024, 2, 29).expect("a leap day");
        let (mut first, mut second) = (Clerk::default(), Clerk::default());
        let mut table = Incidents::default();
        let regions = ["North", "South", "North", "East", "South"];
        for (n, region) in regions.iter().enumerate() {
            let clerk = if n % 2 == 0 { &mut first } else { &mut second };
            let id = format!("id{n}");
            clerk.push(&Draft { id: &id, region, latitude: Some(-1.5), ..Draft::on(day, n as u64 + 2) });
            table.append(clerk.sheet(), 0);
        }
        table.settle();
        let rows = table.rows();
        let read: Vec<(String, &str, u32)> =
            rows.iter().map(|row| (row.id(), table.pool.text(row.region().name), row.line())).collect();
        let told: Vec<(String, &str, u32)> =
            regions.iter().enumerate().map(|(n, region)| (format!("id{n}"), *region, n as u32 + 2)).collect();
        assert_eq!(read, told);
        assert_eq!(rows.get(3).latitude(), Some(-1_500_000));
        assert_eq!((rows.get(3).start(), rows.get(3).end()), (day, day));
    }

    #[test]
    fn a_row_takes_few_bytes() {
        let mut clerk = Clerk::default();
        let mut table = Incidents::default();
        let day = Day::from_ymd(2024, 1, 1).expect("a day");
        for n in 0..40_000u64 {
            let place = format!("Town {}", n % 1_000);
            let spread = (n % 7_919) as f64 / 1_000.0;
            let draft = Draft {
                place: &place,
                latitude: Some(20.0 + spread),
                longitude: Some(60.0 - spread),
                revised: Some(1_700_000_000 + n as i64),
                ..Draft::on(day.plus((n % 5_000) as i32), 2 + n)
            };
            clerk.push(&draft);
        }
        table.append(clerk.sheet(), 0);
        table.settle();
        assert!(table.bytes() <= 20 * table.len(), "{} bytes a row", table.bytes() as f64 / table.len() as f64);
    }
}
