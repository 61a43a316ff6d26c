//! The table of incidents: typed polars columns, with the names, casts and outlets that their codes stand for.

use super::rows::Rows;
use super::sheet::Sheet;
use super::{Cast, Participant};
use crate::names::{Interned, Name, Pool};
use polars::prelude::{BooleanChunked, Column, DataFrame, IntoColumn, NamedFrom, Series};
use strum::VariantArray;

/// Columns that hold a code: of a name, of an enum, or of a set stored once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Code {
    File,
    Line,
    DatePrecision,
    Country,
    Region,
    District,
    Place,
    PlacePrecision,
    Kind,
    Forces,
    Cast,
    Claim,
    Tactic,
    Target,
    Category,
    Related,
    Headline,
    Success,
    Outlets,
}

/// Nullable whole numbers: amounts in millionths, coordinates in millionths of a degree, days, seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Number {
    Start,
    End,
    Revised,
    Weight,
    Latitude,
    Longitude,
    Suicide,
    KilledLow,
    Killed,
    KilledHigh,
    InjuredLow,
    Injured,
    InjuredHigh,
    KilledCivilian,
    KilledSecurity,
    KilledMilitant,
    KilledOther,
    KilledUnknown,
    InjuredCivilian,
    InjuredSecurity,
    InjuredMilitant,
    InjuredOther,
    InjuredUnknown,
    Arrested,
    Abducted,
}

pub(super) const ID: &str = "id";
pub(super) const CODES: usize = Code::VARIANTS.len();
pub(super) const NUMBERS: usize = Number::VARIANTS.len();

/// The code columns that hold names of the pool.
const NAMED: [Code; 8] = [
    Code::Country,
    Code::Region,
    Code::District,
    Code::Place,
    Code::Tactic,
    Code::Target,
    Code::Category,
    Code::Related,
];

/// All incidents of one source in a run.
///
/// Invariants: every code column is without nulls and every code is known to the table's pool, casts or outlets; start,
/// end and weight are never null; columns are one chunk each.
#[derive(Clone, Default)]
pub struct Incidents {
    frame: DataFrame,
    pub pool: Pool,
    pub casts: Interned<Cast>,
    pub outlets: Interned<Vec<Name>>,
}

impl Incidents {
    /// Adds a batch of the run's `file`-th file, in order; call [`Incidents::settle`] after the last.
    pub fn append(&mut self, mut sheet: Sheet, file: u32) {
        let names = self.pool.absorb(&sheet.pool);
        let rename = |name: Name| names[name.code() as usize];
        let casts: Vec<u32> = sheet
            .casts
            .iter()
            .map(|cast| {
                let renamed =
                    cast.filter_map(|p| Some(Participant { group: rename(p.group), family: rename(p.family), ..p }));
                self.casts.intern(renamed)
            })
            .collect();
        let outlets: Vec<u32> = sheet
            .outlets
            .iter()
            .map(|set| {
                let mut set: Vec<Name> = set.iter().map(|&name| rename(name)).collect();
                set.sort_unstable();
                self.outlets.intern(set)
            })
            .collect();
        for column in NAMED {
            sheet.codes[column as usize].iter_mut().for_each(|code| *code = names[*code as usize].code());
        }
        sheet.codes[Code::Cast as usize].iter_mut().for_each(|code| *code = casts[*code as usize]);
        sheet.codes[Code::Outlets as usize].iter_mut().for_each(|code| *code = outlets[*code as usize]);
        sheet.codes[Code::File as usize].fill(file);

        let mut columns = vec![Series::new(ID.into(), sheet.ids).into_column()];
        for (&column, values) in Code::VARIANTS.iter().zip(sheet.codes) {
            columns.push(Series::new(<&str>::from(column).into(), values).into_column());
        }
        for (&column, values) in Number::VARIANTS.iter().zip(sheet.numbers) {
            columns.push(Series::new(<&str>::from(column).into(), values).into_column());
        }
        let frame = DataFrame::new_infer_height(columns).expect("columns of one sheet are equally long");
        if self.frame.width() == 0 {
            self.frame = frame;
        } else {
            self.frame.vstack_mut_owned(frame).expect("all sheets have the same columns");
        }
    }

    /// Puts every column into one chunk, as reading by slices needs.
    pub fn settle(&mut self) {
        self.frame.rechunk_mut();
    }

    pub fn len(&self) -> usize {
        self.frame.height()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The table as a data frame, for export.
    pub fn frame(&self) -> &DataFrame {
        &self.frame
    }

    /// The rows for which `keep` is true, in order.
    pub fn retain(&mut self, keep: &[bool]) {
        if self.frame.width() == 0 {
            return;
        }
        let mask: BooleanChunked = keep.iter().copied().collect();
        self.frame = self.frame.filter(&mask).expect("the mask is as long as the table");
        self.frame.rechunk_mut();
    }

    /// Replaces a whole code column.
    pub fn set_codes(&mut self, column: Code, values: Vec<u32>) {
        assert_eq!(values.len(), self.len(), "a column has one value a row");
        let series: Column = Series::new(<&str>::from(column).into(), values).into_column();
        self.frame.with_column(series).expect("the column is as long as the table");
    }

    /// The columns, ready to be read row by row.
    pub fn rows(&self) -> Rows<'_> {
        Rows::of(self)
    }
}
