//! Tarvesia, the invented country of the sample: provinces, districts, towns, outlets.
//!
//! Its coordinates lie in the open Atlantic, so that no point falls on a real place.

use chrono::NaiveDate;

use crate::sample::day;

/// A province that takes part in the planted truths or homes a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Province {
    Kessar,
    Frontier,
    Ilmaray,
    Taldan,
    Capital,
    Sondreth,
    Halvary,
    Quorrin,
}

impl Province {
    /// The name in use on a date: Kessar Frontier was merged into Kessar, the capital renamed.
    pub fn name(self, date: NaiveDate) -> &'static str {
        match self {
            Self::Kessar => "Kessar",
            Self::Frontier if date < merger() => "Kessar Frontier",
            Self::Frontier => "Kessar",
            Self::Ilmaray => "Ilmaray",
            Self::Taldan => "Taldan",
            Self::Capital if date < renaming() => "Federal District",
            Self::Capital => "Capital District",
            Self::Sondreth => "Sondreth",
            Self::Halvary => "Halvary",
            Self::Quorrin => "Quorrin",
        }
    }

    /// The local outlet, on the air in all six years.
    pub fn outlet(self) -> &'static str {
        match self {
            Self::Kessar | Self::Frontier => "Kessar Mountain Post",
            Self::Ilmaray => "Ilmaray Herald",
            Self::Taldan => "Taldan Evening Paper",
            Self::Capital => "Vessen Daily",
            Self::Sondreth => "Radio Sondreth",
            Self::Halvary => "Radio Halvary",
            Self::Quorrin => "Wells Bulletin",
        }
    }

    /// The districts of the province.
    pub fn districts(self) -> impl Iterator<Item = &'static District> + Clone {
        DISTRICTS.iter().filter(move |d| d.province == self)
    }
}

/// The day from which rows of Kessar Frontier carry the name Kessar.
fn merger() -> NaiveDate {
    day(2023, 7, 1)
}

/// The day from which the Federal District is called Capital District.
fn renaming() -> NaiveDate {
    day(2022, 1, 1)
}

/// National outlets, also there in all six years.
pub const NATIONAL_OUTLETS: &[&str] = &["Tarvesia Wire", "Vessen Daily", "Lamp News", "Interior Ministry statement"];

/// A second-level area.
#[derive(Debug)]
pub struct District {
    pub province: Province,
    pub name: &'static str,
    pub towns: &'static [Town],
}

/// A settlement with its coordinates in degrees.
#[derive(Debug)]
pub struct Town {
    pub name: &'static str,
    pub latitude: f64,
    pub longitude: f64,
}

impl District {
    /// The mean of the district's towns: what stands in a row placed no finer than its district.
    pub fn centre(&self) -> (f64, f64) {
        let n = self.towns.len() as f64;
        (
            self.towns.iter().map(|t| t.latitude).sum::<f64>() / n,
            self.towns.iter().map(|t| t.longitude).sum::<f64>() / n,
        )
    }
}

const fn town(name: &'static str, latitude: f64, longitude: f64) -> Town {
    Town { name, latitude, longitude }
}

const fn district(province: Province, name: &'static str, towns: &'static [Town]) -> District {
    District { province, name, towns }
}

/// All districts. The first town of a district is its largest and gets the most incidents.
pub const DISTRICTS: &[District] = &[
    district(
        Province::Kessar,
        "Dorrun Valley",
        &[town("Dorrun", 15.12, -38.91), town("Hathe", 15.31, -38.74), town("Pellin", 14.98, -38.66)],
    ),
    district(Province::Kessar, "Kessar City", &[town("Kessar City", 15.22, -38.21), town("Umbray", 15.09, -38.02)]),
    district(Province::Kessar, "Snowgate", &[town("Snowgate", 15.84, -38.33), town("Tirrel", 15.66, -38.55)]),
    district(Province::Frontier, "Upper Dhal", &[town("Dhalgar", 16.21, -39.42), town("Ossenay", 16.05, -39.61)]),
    district(Province::Frontier, "Lower Dhal", &[town("Mirzet", 15.71, -39.58), town("Karrowel", 15.52, -39.37)]),
    district(Province::Ilmaray, "Long Bay", &[town("Ilmar Port", 10.92, -39.71), town("Sandrel", 11.13, -39.83)]),
    district(Province::Ilmaray, "Cape Roads", &[town("Gethin", 11.48, -39.44), town("Corvane", 11.33, -39.21)]),
    district(
        Province::Ilmaray,
        "Inner Ilmaray",
        &[town("Thessel", 11.74, -38.82), town("Old Weir", 11.55, -38.67), town("Bravock", 11.91, -38.61)],
    ),
    district(Province::Taldan, "East Taldan", &[town("Taldan City", 13.42, -35.88), town("Merroway", 13.25, -35.71)]),
    district(Province::Taldan, "West Taldan", &[town("Corn Rise", 13.61, -36.74), town("Ardleth", 13.45, -36.93)]),
    district(Province::Taldan, "Ore Plain", &[town("Ferrin", 12.95, -36.31), town("Slagtown", 12.81, -36.12)]),
    district(
        Province::Capital,
        "Vessen",
        &[town("Vessen", 13.08, -37.61), town("Vessen Docks", 13.01, -37.55), town("North Vessen", 13.17, -37.63)],
    ),
    district(Province::Sondreth, "Salt Coast", &[town("Brinemouth", 10.21, -36.82), town("Pannery", 10.34, -36.61)]),
    district(
        Province::Sondreth,
        "Lower Sondreth",
        &[town("Sondreth City", 10.62, -36.22), town("Millfold", 10.81, -36.05)],
    ),
    district(
        Province::Sondreth,
        "Sondreth Hills",
        &[town("Kitehollow", 11.21, -36.41), town("Overbeck", 11.05, -36.63)],
    ),
    district(
        Province::Halvary,
        "Reedlands",
        &[town("Reedmarket", 14.12, -34.71), town("Sedgeby", 14.31, -34.55), town("Low Ferry", 13.98, -34.52)],
    ),
    district(
        Province::Halvary,
        "Halvary City",
        &[town("Halvary City", 14.42, -35.11), town("Halvary Bridge", 14.55, -35.27)],
    ),
    district(Province::Halvary, "Green Valley", &[town("Sabzal", 14.91, -34.92), town("Upper Meadow", 15.02, -34.73)]),
    district(Province::Quorrin, "Dune Edge", &[town("Last Well", 12.21, -34.42), town("Harrad", 12.35, -34.21)]),
    district(Province::Quorrin, "Quorrin Oasis", &[town("Quorrin", 12.02, -33.91), town("Palmgate", 11.88, -33.74)]),
    district(Province::Quorrin, "Eastern Wells", &[town("Sevenwells", 12.55, -33.42), town("Dry Ford", 12.72, -33.55)]),
];
