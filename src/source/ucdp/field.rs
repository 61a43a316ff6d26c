//! The columns of UCDP events that are read.

use super::super::Need;

/// The fields that are read; the order is that of the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub(super) enum Field {
    Id,
    Year,
    ActiveYear,
    CodeStatus,
    Type,
    SideA,
    SideB,
    GovernmentA,
    GovernmentB,
    Offices,
    WherePrecision,
    Place,
    Region,
    District,
    Latitude,
    Longitude,
    Country,
    CountryId,
    DatePrecision,
    Start,
    End,
    DeathsA,
    DeathsB,
    DeathsCivilians,
    DeathsUnknown,
    Best,
    High,
    Low,
}

impl Field {
    pub(super) fn column(self) -> (&'static [&'static str], Need) {
        use Need::{Optional, Required};
        match self {
            Field::Id => (&["id"], Required),
            Field::Year => (&["year"], Required),
            Field::ActiveYear => (&["active_year"], Optional),
            Field::CodeStatus => (&["code_status"], Optional),
            Field::Type => (&["type_of_violence", "type_of_vi"], Required),
            Field::SideA => (&["side_a"], Required),
            Field::SideB => (&["side_b"], Required),
            Field::GovernmentA => (&["gwnoa"], Optional),
            Field::GovernmentB => (&["gwnob"], Optional),
            Field::Offices => (&["source_office"], Optional),
            Field::WherePrecision => (&["where_prec"], Required),
            Field::Place => (&["where_coordinates", "where_coor"], Optional),
            Field::Region => (&["adm_1"], Required),
            Field::District => (&["adm_2"], Optional),
            Field::Latitude => (&["latitude"], Optional),
            Field::Longitude => (&["longitude"], Optional),
            Field::Country => (&["country"], Required),
            Field::CountryId => (&["country_id", "gwno"], Optional),
            Field::DatePrecision => (&["date_prec"], Required),
            Field::Start => (&["date_start"], Required),
            Field::End => (&["date_end"], Optional),
            Field::DeathsA => (&["deaths_a"], Optional),
            Field::DeathsB => (&["deaths_b"], Optional),
            Field::DeathsCivilians => (&["deaths_civilians", "deaths_civ"], Optional),
            Field::DeathsUnknown => (&["deaths_unknown", "deaths_unk"], Optional),
            Field::Best => (&["best", "best_est"], Required),
            Field::High => (&["high", "high_est"], Optional),
            Field::Low => (&["low", "low_est"], Optional),
        }
    }
}
