//! The columns of the GTD that are read.

use super::super::Need;

/// The order is that of the layout. Each `Group`, `Uncertain` and `Claimed` stands for one perpetrator, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub(super) enum Field {
    Id,
    Year,
    Month,
    Day,
    Extended,
    Resolution,
    Country,
    Region,
    City,
    Latitude,
    Longitude,
    Specificity,
    Doubt,
    Success,
    Suicide,
    Tactic,
    Target,
    Group1,
    Group2,
    Group3,
    Uncertain1,
    Uncertain2,
    Uncertain3,
    Claimed1,
    Claimed2,
    Claimed3,
    Competing,
    Killed,
    KilledPerpetrators,
    Injured,
    InjuredPerpetrators,
    Hostages,
    HostageCount,
    Related,
}

impl Field {
    pub(super) fn column(self) -> (&'static [&'static str], Need) {
        use Need::{Optional, Required};
        match self {
            // R makes such names of a byte order mark that it takes for letters.
            Field::Id => (&["eventid", "ï..eventid", "x.u.feff.eventid"], Required),
            Field::Year => (&["iyear"], Required),
            Field::Month => (&["imonth"], Required),
            Field::Day => (&["iday"], Required),
            Field::Extended => (&["extended"], Optional),
            Field::Resolution => (&["resolution"], Optional),
            Field::Country => (&["country_txt"], Required),
            Field::Region => (&["provstate"], Required),
            Field::City => (&["city"], Optional),
            Field::Latitude => (&["latitude"], Optional),
            Field::Longitude => (&["longitude"], Optional),
            Field::Specificity => (&["specificity"], Optional),
            Field::Doubt => (&["doubtterr"], Optional),
            Field::Success => (&["success"], Optional),
            Field::Suicide => (&["suicide"], Optional),
            Field::Tactic => (&["attacktype1_txt"], Required),
            Field::Target => (&["targtype1_txt"], Optional),
            Field::Group1 => (&["gname"], Required),
            Field::Group2 => (&["gname2"], Optional),
            Field::Group3 => (&["gname3"], Optional),
            Field::Uncertain1 => (&["guncertain1"], Optional),
            Field::Uncertain2 => (&["guncertain2"], Optional),
            Field::Uncertain3 => (&["guncertain3"], Optional),
            Field::Claimed1 => (&["claimed"], Optional),
            Field::Claimed2 => (&["claim2"], Optional),
            Field::Claimed3 => (&["claim3"], Optional),
            Field::Competing => (&["compclaim"], Optional),
            Field::Killed => (&["nkill"], Required),
            Field::KilledPerpetrators => (&["nkillter"], Optional),
            Field::Injured => (&["nwound"], Required),
            // Really spelt without an r.
            Field::InjuredPerpetrators => (&["nwoundte", "nwoundter"], Optional),
            Field::Hostages => (&["ishostkid"], Optional),
            Field::HostageCount => (&["nhostkid"], Optional),
            Field::Related => (&["related"], Optional),
        }
    }
}
