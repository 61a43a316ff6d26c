//! Reading a table row by row.

use super::parts::{Act, Losses, Site};
use super::sheet::Column;
use super::table::Incidents;
use super::{Cast, ClaimState, DatePrecision, Forces, Headline, Kind, PlacePrecision, Success, Toll};
use crate::measure::{Amount, VictimClass};
use crate::names::{District, Name, Region};
use crate::period::Day;

/// A table opened for reading.
pub struct Rows<'a> {
    table: &'a Incidents,
}

/// The names that a row has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    Country,
    Region,
    District,
    Place,
    Tactic,
    Target,
    /// The source's own category.
    Category,
    /// The ids of related incidents, as the source writes them.
    Related,
}

impl<'a> Rows<'a> {
    pub(super) fn of(table: &'a Incidents) -> Rows<'a> {
        Rows { table }
    }

    pub fn len(&self) -> usize {
        self.table.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[inline]
    pub fn get(&self, index: usize) -> Row<'a> {
        debug_assert!(index < self.len());
        Row { table: self.table, index }
    }

    pub fn iter(&self) -> impl Iterator<Item = Row<'a>> + use<'a> {
        let table = self.table;
        (0..table.len()).map(move |index| Row { table, index })
    }
}

/// One incident of a table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Incidents,
    pub index: usize,
}

impl<'a> Row<'a> {
    /// Ids are kept compressed: for lists, not for every row.
    pub fn id(self) -> String {
        self.table.id(self.index)
    }

    #[inline]
    fn value(self, column: Column) -> Option<i64> {
        self.table.value(column, self.index)
    }

    #[inline]
    fn code(self, column: Column) -> u32 {
        self.value(column).expect("what every row has is never unknown") as u32
    }

    /// The number of its file in the run.
    pub fn file(self) -> usize {
        self.code(Column::File) as usize
    }

    /// The physical line on which its record starts.
    pub fn line(self) -> u32 {
        self.code(Column::Line)
    }

    #[inline]
    pub fn act(self) -> &'a Act {
        self.table.acts.get(self.act_code())
    }

    /// The number of what happened and who took part: rows that share it differ in nothing of that.
    #[inline]
    pub fn act_code(self) -> u32 {
        self.code(Column::Act)
    }

    #[inline]
    pub fn site(self) -> &'a Site {
        self.table.sites.get(self.site_code())
    }

    /// The number of where it happened, as far as names say.
    #[inline]
    pub fn site_code(self) -> u32 {
        self.code(Column::Site)
    }

    #[inline]
    pub fn losses(self) -> &'a Losses {
        self.table.losses.get(self.losses_code())
    }

    /// The number of its losses.
    #[inline]
    pub fn losses_code(self) -> u32 {
        self.code(Column::Losses)
    }

    /// The number of the set of outlets that reported it.
    #[inline]
    pub fn outlets_code(self) -> u32 {
        self.code(Column::Outlets)
    }

    /// Millionths of a degree.
    pub fn latitude(self) -> Option<i64> {
        self.value(Column::Latitude)
    }

    /// Millionths of a degree.
    pub fn longitude(self) -> Option<i64> {
        self.value(Column::Longitude)
    }

    /// When the row was last changed, in seconds since 1970.
    pub fn revised(self) -> Option<i64> {
        self.value(Column::Revised)
    }

    pub fn name(self, naming: Naming) -> Name {
        match naming {
            Naming::Country => self.site().country,
            Naming::Region => self.site().region,
            Naming::District => self.site().district,
            Naming::Place => self.site().place,
            Naming::Tactic => self.act().tactic,
            Naming::Target => self.act().target,
            Naming::Category => self.act().category,
            Naming::Related => self.value(Column::Related).map_or(Name::NONE, |code| Name::from_code(code as u32)),
        }
    }

    pub fn text(self, naming: Naming) -> &'a str {
        self.table.pool.text(self.name(naming))
    }

    #[inline]
    pub fn start(self) -> Day {
        Day::from_epoch(self.code(Column::Start) as i32)
    }

    #[inline]
    pub fn end(self) -> Day {
        self.start().plus(self.code(Column::Span) as i32)
    }

    pub fn weight(self) -> Amount {
        self.losses().weight
    }

    #[inline]
    pub fn kind(self) -> Kind {
        self.act().kind
    }

    pub fn forces(self) -> Forces {
        self.act().forces
    }

    pub fn claim(self) -> ClaimState {
        self.act().claim
    }

    pub fn headline(self) -> Headline {
        self.act().headline
    }

    pub fn success(self) -> Success {
        self.act().success
    }

    pub fn date_precision(self) -> DatePrecision {
        self.act().date_precision
    }

    pub fn place_precision(self) -> PlacePrecision {
        self.site().precision
    }

    pub fn suicide(self) -> Option<bool> {
        self.act().suicide
    }

    pub fn region(self) -> Region {
        self.site().region()
    }

    pub fn district(self) -> District {
        self.site().district()
    }

    pub fn cast(self) -> &'a Cast {
        self.table.casts.get(self.act().cast)
    }

    /// Who reported it; empty where the source does not say.
    pub fn outlets(self) -> &'a [Name] {
        self.table.outlets.get(self.outlets_code())
    }

    pub fn killed(self) -> Toll {
        self.losses().killed
    }

    pub fn injured(self) -> Toll {
        self.losses().injured
    }

    pub fn killed_by(self) -> [Option<Amount>; VictimClass::COUNT] {
        self.losses().killed_by
    }

    pub fn injured_by(self) -> [Option<Amount>; VictimClass::COUNT] {
        self.losses().injured_by
    }
}
