//! The two sides of an incident: governments, civilians, groups.

use crate::measure::VictimClass;
use crate::names::Class;

/// One side of an incident.
#[derive(Clone, Copy)]
pub(super) enum Side<'a> {
    /// A government, with its Gleditsch-Ward number where the row has it.
    Government(Option<i64>),
    Civilians,
    Group(&'a str, Class),
    Nobody,
}

impl<'a> Side<'a> {
    pub(super) fn of(name: &'a str, number: Option<i64>) -> Side<'a> {
        if number.is_some() || name.starts_with("Government of") {
            Side::Government(number)
        } else if name.eq_ignore_ascii_case("civilians") {
            Side::Civilians
        } else if name.is_empty() {
            Side::Nobody
        } else if name.strip_prefix("XXX").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit())) {
            // UCDP numbers actors that it could not name.
            Side::Group(name, Class::Generic)
        } else if name.starts_with("Supporters of") {
            Side::Group(name, Class::Party)
        } else {
            Side::Group(name, Class::Organisation)
        }
    }

    pub(super) fn is_government(self) -> bool {
        matches!(self, Side::Government(_))
    }

    /// Whose deaths `deaths_a` or `deaths_b` are.
    pub(super) fn victims(self) -> VictimClass {
        match self {
            Side::Government(_) => VictimClass::Security,
            Side::Civilians => VictimClass::Civilian,
            Side::Group(..) => VictimClass::Militant,
            Side::Nobody => VictimClass::Unknown,
        }
    }
}
