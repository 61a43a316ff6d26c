//! The planted truths: every stream of attacks with its rate, shape over time and home.
//!
//! `data/README.md` states the same parameters for readers; change both together.

use chrono::{Datelike, NaiveDate};

use crate::country::Province;
use crate::doctrine::Doctrine;
use crate::sample::{FIRST_DAY, day};

pub const BANNER: &str = "Banner of the Seventh Pass";
pub const COLUMN: &str = "Column of the Salt Coast";
pub const FREE_SHORE: &str = "Free Shore of Ilmaray";
pub const CUSTODIANS: &str = "Custodians of the Pure Road";
pub const REED_MARSH: &str = "Reed Marsh Brigade";
pub const ASHWOOD: &str = "Ashwood Cells";
pub const RED_KITE: &str = "Red Kite Front";
pub const DESERT_LANTERN: &str = "Desert Lantern Network";
pub const COPPER_WELL: &str = "Copper Well Company";
pub const IRON_ORCHARD: &str = "Iron Orchard Group";
pub const TIN_BELL: &str = "Tin Bell Society";
pub const GRANITE_OATH: &str = "Granite Oath";
pub const RIDGE_FACTION: &str = "Granite Oath (Ridge Faction)";
pub const HARBOUR_STREET: &str = "Harbour Street Cells";
pub const GREEN_VALLEY: &str = "سبز وادی محاذ";
pub const SIXTY: &str = "Popular Committee for the Restoration of the Eastern Valleys";
pub const UNIDENTIFIED: &str = "Unidentified militants";
pub const GUNMEN: &str = "Unknown gunmen";
pub const ORDAN: &str = "Ordan Clan Militia";
pub const BESH: &str = "Besh Clan Militia";
pub const BARLEY_PARTY: &str = "Barley Party Youth Wing";

/// Other spellings that the sheet uses for a group, with the share of its rows that carry one.
pub const SPELLINGS: &[(&str, &str, f64)] = &[
    (BANNER, "Seventh Pass Banner", 0.10),
    (BANNER, "Banner of the 7th Pass", 0.05),
    (GREEN_VALLEY, "Sabz Wadi Front", 0.30),
];

/// From here on Free Shore and the Custodians act together.
pub fn alliance() -> NaiveDate {
    day(2024, 9, 1)
}
/// Share of Free Shore's attacks that name both groups, from the alliance on.
pub const JOINT_SHARE: f64 = 0.25;
/// Share of its other attacks that the Custodians follow, one to three days later in the same town.
pub const FOLLOWED_SHARE: f64 = 0.25;
/// Share of the Iron Orchard Group's attacks made with the Tin Bell Society, in all six years: a
/// pair that always acts together and never begins to.
pub const STEADY_JOINT_SHARE: f64 = 0.06;

/// Share of the Ridge Faction's attacks made with the Granite Oath, its parent: one family.
pub const FAMILY_SHARE: f64 = 0.15;

/// The Reed Marsh Brigade's year, January first; the mean is 1.
const DRY_SEASON: [f64; 12] = [0.5, 0.9, 1.8, 2.4, 2.0, 1.2, 0.6, 0.3, 0.3, 0.4, 0.7, 0.9];
/// First days of the Harvest Lights, a feast of ten days that comes eleven days earlier each year.
const HARVEST_LIGHTS: [(i32, u32, u32); 6] =
    [(2021, 5, 20), (2022, 5, 9), (2023, 4, 28), (2024, 4, 16), (2025, 4, 5), (2026, 3, 25)];
const HARVEST_LIGHTS_DAYS: i64 = 10;
const HARVEST_LIGHTS_FACTOR: f64 = 3.0;

/// How a stream's rate changes over time: a factor for each day.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    Steady,
    /// Compound change per month since the first month.
    Growth(f64),
    Seasonal,
    /// Nothing from this day on.
    Until(NaiveDate),
    /// Nothing before this day.
    From(NaiveDate),
    /// Multiplied from this day on.
    Step(NaiveDate, f64),
    /// Multiplied in the days of the Harvest Lights.
    Feast,
}

impl Shape {
    /// The factor on the stream's rate on one day.
    pub fn factor(self, date: NaiveDate) -> f64 {
        match self {
            Self::Steady => 1.0,
            Self::Growth(monthly) => (0..months_since_start(date)).fold(1.0, |f, _| f * monthly),
            Self::Seasonal => DRY_SEASON[date.month0() as usize],
            Self::Until(end) => f64::from(u8::from(date < end)),
            Self::From(start) => f64::from(u8::from(date >= start)),
            Self::Step(at, factor) if date >= at => factor,
            Self::Step(..) => 1.0,
            Self::Feast if is_feast(date) => HARVEST_LIGHTS_FACTOR,
            Self::Feast => 1.0,
        }
    }
}

fn months_since_start(date: NaiveDate) -> i32 {
    (date.year() - FIRST_DAY.0) * 12 + date.month() as i32 - FIRST_DAY.1 as i32
}

fn is_feast(date: NaiveDate) -> bool {
    HARVEST_LIGHTS
        .iter()
        .any(|&(year, month, first)| (0..HARVEST_LIGHTS_DAYS).contains(&(date - day(year, month, first)).num_days()))
}

/// How the count of a month scatters around its mean.
#[derive(Debug, Clone, Copy)]
pub enum Scatter {
    Poisson,
    /// Variance `mean + mean^2 / size`.
    NegativeBinomial(u32),
}

/// One stream of attacks: who, how many a month at factor 1, with which shape, where.
#[derive(Debug, Clone, Copy)]
pub struct Stream {
    pub group: &'static str,
    pub doctrine: Doctrine,
    pub monthly: f64,
    pub shape: Shape,
    pub scatter: Scatter,
    pub homes: &'static [(Province, f64)],
}

/// All streams of attacks, in the order in which they are drawn.
pub fn streams() -> Vec<Stream> {
    use Doctrine::{Communal, Insurgent, Religious, Separatist, Unknown, Urban};
    use Province::{Capital, Frontier, Halvary, Ilmaray, Kessar, Quorrin, Sondreth, Taldan};
    use Scatter::{NegativeBinomial, Poisson};
    use Shape::{Feast, From, Growth, Seasonal, Steady, Step, Until};
    let poisson =
        |group, doctrine, monthly, shape, homes| Stream { group, doctrine, monthly, shape, scatter: Poisson, homes };
    let quorrin_step = Step(day(2023, 4, 1), 2.5);
    let mut all = vec![
        poisson(BANNER, Religious, 3.0, Growth(1.015), &[(Kessar, 0.65), (Frontier, 0.35)]),
        poisson(COLUMN, Separatist, 8.0, Growth(0.98), &[(Sondreth, 1.0)]),
        poisson(FREE_SHORE, Separatist, 5.0, Steady, &[(Ilmaray, 1.0)]),
        // The Custodians' own attacks in Ilmaray give way to the joint and the following ones (1.25 and
        // 0.94 a month are expected), so that neither group's rate changes with the alliance.
        poisson(CUSTODIANS, Religious, 2.2, Step(alliance(), 0.0), &[(Ilmaray, 1.0)]),
        poisson(CUSTODIANS, Religious, 3.5, Feast, &[(Taldan, 0.6), (Capital, 0.2), (Halvary, 0.2)]),
        poisson(REED_MARSH, Insurgent, 4.0, Seasonal, &[(Halvary, 1.0)]),
        poisson(ASHWOOD, Urban, 4.0, Until(day(2024, 3, 15)), &[(Capital, 0.6), (Taldan, 0.4)]),
        poisson(RED_KITE, Insurgent, 4.0, From(day(2025, 2, 3)), &[(Sondreth, 1.0)]),
        poisson(DESERT_LANTERN, Insurgent, 1.7, quorrin_step, &[(Quorrin, 1.0)]),
        poisson(COPPER_WELL, Urban, 1.2, quorrin_step, &[(Quorrin, 1.0)]),
        poisson(IRON_ORCHARD, Urban, 3.0, Feast, &[(Taldan, 1.0)]),
        poisson(TIN_BELL, Urban, 1.5, Steady, &[(Capital, 0.5), (Taldan, 0.5)]),
        poisson(GRANITE_OATH, Insurgent, 3.0, Steady, &[(Kessar, 0.7), (Frontier, 0.3)]),
        poisson(RIDGE_FACTION, Insurgent, 0.7, From(day(2022, 1, 10)), &[(Kessar, 1.0)]),
        poisson(HARBOUR_STREET, Urban, 1.5, Steady, &[(Ilmaray, 1.0)]),
        poisson(GREEN_VALLEY, Insurgent, 2.0, Steady, &[(Halvary, 1.0)]),
        poisson(SIXTY, Separatist, 1.0, Steady, &[(Halvary, 0.6), (Taldan, 0.4)]),
        poisson(ORDAN, Communal, 0.6, Steady, &[(Sondreth, 0.5), (Halvary, 0.5)]),
        poisson(BESH, Communal, 0.6, Steady, &[(Sondreth, 0.5), (Halvary, 0.5)]),
        poisson(BARLEY_PARTY, Communal, 0.5, Steady, &[(Capital, 0.5), (Taldan, 0.5)]),
    ];
    all.extend([
        Stream {
            group: UNIDENTIFIED,
            doctrine: Unknown,
            monthly: 10.5,
            shape: Steady,
            scatter: NegativeBinomial(8),
            homes: &[(Kessar, 0.2), (Frontier, 0.1), (Ilmaray, 0.2), (Taldan, 0.2), (Sondreth, 0.15), (Halvary, 0.15)],
        },
        Stream {
            group: GUNMEN,
            doctrine: Unknown,
            monthly: 3.5,
            shape: Steady,
            scatter: NegativeBinomial(8),
            homes: &[(Taldan, 0.4), (Capital, 0.25), (Halvary, 0.2), (Ilmaray, 0.15)],
        },
    ]);
    all
}
