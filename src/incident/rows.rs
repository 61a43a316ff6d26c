//! Reading a table row by row.

use super::table::{CODES, Code, ID, Incidents, Number};
use super::{Cast, ClaimState, DatePrecision, Forces, Headline, Kind, PlacePrecision, Success, Toll};
use crate::measure::{Amount, VictimClass};
use crate::names::{District, Name, Region};
use crate::period::Day;
use polars::prelude::{Int64Chunked, StringChunked};
use strum::VariantArray;

/// A table opened for reading.
pub struct Rows<'a> {
    table: &'a Incidents,
    ids: Option<&'a StringChunked>,
    codes: [&'a [u32]; CODES],
    numbers: Vec<Numbers<'a>>,
}

/// A column of nullable numbers as it lies in memory: the column's own look-up of one value searches its chunks anew each time.
#[derive(Clone, Copy)]
struct Numbers<'a> {
    values: &'a [i64],
    /// One bit a value from a first bit on; `None` where every value is known.
    known: Option<(&'a [u8], usize)>,
}

impl<'a> Numbers<'a> {
    fn of(column: &'a Int64Chunked) -> Numbers<'a> {
        let array = column.downcast_iter().next().expect("columns are one chunk");
        let known = array.validity().map(|bits| {
            let (bytes, first, _) = bits.as_slice();
            (bytes, first)
        });
        Numbers { values: array.values().as_slice(), known }
    }

    fn get(self, index: usize) -> Option<i64> {
        let is_known = self.known.is_none_or(|(bytes, first)| {
            let bit = first + index;
            bytes[bit / 8] >> (bit % 8) & 1 == 1
        });
        is_known.then(|| self.values[index])
    }
}

impl<'a> Rows<'a> {
    pub(super) fn of(table: &'a Incidents) -> Rows<'a> {
        if table.is_empty() {
            return Rows { table, ids: None, codes: [&[]; CODES], numbers: Vec::new() };
        }
        let column = |name: &str| table.frame().column(name).expect("the table has all columns");
        let codes = std::array::from_fn(|i| {
            let name: &str = Code::VARIANTS[i].into();
            column(name).u32().expect("codes are u32").cont_slice().expect("codes are one chunk without nulls")
        });
        let numbers = Number::VARIANTS
            .iter()
            .map(|&n| Numbers::of(column(<&str>::from(n)).i64().expect("numbers are i64")))
            .collect();
        Rows { table, ids: Some(column(ID).str().expect("ids are text")), codes, numbers }
    }

    pub fn len(&self) -> usize {
        self.table.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&'a self, index: usize) -> Row<'a> {
        debug_assert!(index < self.len());
        Row { rows: self, index }
    }

    pub fn iter(&'a self) -> impl Iterator<Item = Row<'a>> {
        (0..self.len()).map(|index| self.get(index))
    }
}

/// One incident of a table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    rows: &'a Rows<'a>,
    pub index: usize,
}

impl<'a> Row<'a> {
    pub fn id(self) -> &'a str {
        self.rows.ids.and_then(|ids| ids.get(self.index)).unwrap_or_default()
    }

    pub fn code(self, column: Code) -> u32 {
        self.rows.codes[column as usize][self.index]
    }

    pub fn number(self, column: Number) -> Option<i64> {
        self.rows.numbers[column as usize].get(self.index)
    }

    pub fn amount(self, column: Number) -> Option<Amount> {
        self.number(column).map(Amount::from_millionths)
    }

    pub fn name(self, column: Code) -> Name {
        Name::from_code(self.code(column))
    }

    pub fn text(self, column: Code) -> &'a str {
        self.rows.table.pool.text(self.name(column))
    }

    pub fn start(self) -> Day {
        self.day(Number::Start)
    }

    pub fn end(self) -> Day {
        self.day(Number::End)
    }

    fn day(self, column: Number) -> Day {
        Day::from_epoch(self.number(column).expect("start and end are never null") as i32)
    }

    pub fn weight(self) -> Amount {
        self.amount(Number::Weight).expect("the weight is never null")
    }

    pub fn kind(self) -> Kind {
        Kind::VARIANTS[self.code(Code::Kind) as usize]
    }

    pub fn forces(self) -> Forces {
        Forces::VARIANTS[self.code(Code::Forces) as usize]
    }

    pub fn claim(self) -> ClaimState {
        ClaimState::VARIANTS[self.code(Code::Claim) as usize]
    }

    pub fn headline(self) -> Headline {
        Headline::VARIANTS[self.code(Code::Headline) as usize]
    }

    pub fn success(self) -> Success {
        Success::VARIANTS[self.code(Code::Success) as usize]
    }

    pub fn date_precision(self) -> DatePrecision {
        DatePrecision::VARIANTS[self.code(Code::DatePrecision) as usize]
    }

    pub fn place_precision(self) -> PlacePrecision {
        PlacePrecision::VARIANTS[self.code(Code::PlacePrecision) as usize]
    }

    pub fn suicide(self) -> Option<bool> {
        self.number(Number::Suicide).map(|n| n != 0)
    }

    pub fn region(self) -> Region {
        Region { country: self.name(Code::Country), name: self.name(Code::Region) }
    }

    pub fn district(self) -> District {
        District { region: self.region(), name: self.name(Code::District) }
    }

    pub fn cast(self) -> &'a Cast {
        self.rows.table.casts.get(self.code(Code::Cast))
    }

    /// Who reported it; empty where the source does not say.
    pub fn outlets(self) -> &'a [Name] {
        self.rows.table.outlets.get(self.code(Code::Outlets))
    }

    pub fn killed(self) -> Toll {
        self.toll(Number::KilledLow, Number::Killed, Number::KilledHigh)
    }

    pub fn injured(self) -> Toll {
        self.toll(Number::InjuredLow, Number::Injured, Number::InjuredHigh)
    }

    fn toll(self, low: Number, best: Number, high: Number) -> Toll {
        Toll { low: self.amount(low), best: self.amount(best), high: self.amount(high) }
    }

    pub fn killed_by(self) -> [Option<Amount>; VictimClass::COUNT] {
        self.by_class(Number::KilledCivilian)
    }

    pub fn injured_by(self) -> [Option<Amount>; VictimClass::COUNT] {
        self.by_class(Number::InjuredCivilian)
    }

    /// The five columns from `first` on, which stand in the order of [`VictimClass`].
    fn by_class(self, first: Number) -> [Option<Amount>; VictimClass::COUNT] {
        std::array::from_fn(|i| self.amount(Number::VARIANTS[first as usize + i]))
    }
}
