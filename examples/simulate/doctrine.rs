//! How a kind of group fights: its tactics and targets, and how many they kill and injure.

use crate::random::Random;

/// A style of violence that several invented groups share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doctrine {
    Religious,
    Separatist,
    Insurgent,
    Urban,
    Communal,
    Unknown,
}

type Table = &'static [(&'static str, f64)];

impl Doctrine {
    /// Tactics with their weights.
    pub fn tactics(self) -> Table {
        match self {
            Self::Religious => &[
                ("Shooting", 22.0),
                ("Roadside bomb", 24.0),
                ("Suicide bombing", 7.0),
                ("Assault on a post", 14.0),
                ("Targeted killing", 15.0),
                ("Grenade", 8.0),
                ("Ambush", 10.0),
            ],
            Self::Separatist => &[
                ("Roadside bomb", 30.0),
                ("Ambush", 18.0),
                ("Shooting", 16.0),
                ("Arson", 12.0),
                ("Mortar or rocket fire", 10.0),
                ("Abduction", 8.0),
                ("Assault on a post", 6.0),
            ],
            Self::Insurgent => &[
                ("Ambush", 26.0),
                ("Assault on a post", 20.0),
                ("Roadside bomb", 18.0),
                ("Mortar or rocket fire", 14.0),
                ("Abduction", 12.0),
                ("Suicide bombing", 2.0),
                ("Arson", 8.0),
            ],
            Self::Urban => &[
                ("Grenade", 28.0),
                ("Targeted killing", 30.0),
                ("Shooting", 24.0),
                ("Roadside bomb", 12.0),
                ("Arson", 6.0),
            ],
            Self::Communal => &[("Shooting", 50.0), ("Arson", 30.0), ("Abduction", 12.0), ("Grenade", 8.0)],
            Self::Unknown => &[
                ("Shooting", 34.0),
                ("Targeted killing", 18.0),
                ("Roadside bomb", 22.0),
                ("Grenade", 14.0),
                ("Abduction", 10.0),
                ("Suicide bombing", 2.0),
            ],
        }
    }

    /// Targets with their weights.
    pub fn targets(self) -> Table {
        match self {
            Self::Religious => &[
                ("Police", 38.0),
                ("Army", 18.0),
                ("Religious site", 12.0),
                ("Civilians", 16.0),
                ("Tribal elder", 10.0),
                ("Aid workers", 6.0),
            ],
            Self::Separatist => &[
                ("Army", 30.0),
                ("Railway or pipeline", 26.0),
                ("Police", 18.0),
                ("Civilians", 14.0),
                ("Government office", 12.0),
            ],
            Self::Insurgent => {
                &[("Army", 44.0), ("Police", 26.0), ("Village defence committee", 16.0), ("Government office", 14.0)]
            }
            Self::Urban => {
                &[("Police", 30.0), ("Political figure", 20.0), ("Government office", 20.0), ("Civilians", 30.0)]
            }
            Self::Communal => &[("Civilians", 80.0), ("Market", 20.0)],
            Self::Unknown => &[
                ("Civilians", 42.0),
                ("Police", 26.0),
                ("Tribal elder", 14.0),
                ("Market", 8.0),
                ("Political figure", 10.0),
            ],
        }
    }
}

/// The six victim classes of the sheet, in the order of its columns.
pub const CLASSES: [&str; 6] = ["civilian", "police", "army", "militant", "other", "unknown"];

/// Mean killed and injured of an attack by tactic; the killed include dead attackers.
fn attack_means(tactic: &str) -> (f64, f64) {
    match tactic {
        "Suicide bombing" => (5.5, 13.0),
        "Assault on a post" => (2.4, 2.4),
        "Ambush" => (2.0, 1.8),
        "Targeted killing" => (1.2, 0.3),
        "Roadside bomb" => (1.4, 2.4),
        "Shooting" => (1.1, 0.8),
        "Mortar or rocket fire" => (0.4, 1.0),
        "Grenade" => (0.3, 1.5),
        "Abduction" => (0.1, 0.1),
        _ => (0.05, 0.1),
    }
}

/// How an attack's victims divide over [`CLASSES`], by target.
fn attack_victims(target: &str) -> [f64; 6] {
    match target {
        "Police" => [10.0, 76.0, 2.0, 9.0, 0.0, 3.0],
        "Army" => [4.0, 4.0, 80.0, 10.0, 0.0, 2.0],
        "Village defence committee" => [10.0, 2.0, 2.0, 8.0, 76.0, 2.0],
        "Government office" | "Political figure" => [70.0, 20.0, 0.0, 4.0, 0.0, 6.0],
        _ => [88.0, 4.0, 2.0, 2.0, 0.0, 4.0],
    }
}

/// Tactics that can kill many at once.
const MASS_TACTICS: [&str; 4] = ["Suicide bombing", "Assault on a post", "Roadside bomb", "Ambush"];
/// Chance that such an attack is one of the few that dominate a year's toll, and their extra mean.
const MASS_CHANCE: f64 = 0.015;
const MASS_MEAN: f64 = 16.0;

/// Killed and injured by class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Toll {
    pub killed: [u32; 6],
    pub injured: [u32; 6],
}

impl Toll {
    /// A toll with the given means, divided over the classes by their weights.
    pub fn draw(random: &mut Random, means: (f64, f64), victims: [f64; 6]) -> Self {
        Self { killed: divide(random, means.0, victims), injured: divide(random, means.1, victims) }
    }

    /// The toll of an attack.
    pub fn of_attack(random: &mut Random, tactic: &str, target: &str) -> Self {
        let (mut killed, mut injured) = attack_means(tactic);
        if MASS_TACTICS.contains(&tactic) && random.chance(MASS_CHANCE) {
            killed += MASS_MEAN;
            injured += 2.0 * MASS_MEAN;
        }
        let mut toll = Self::draw(random, (killed, injured), attack_victims(target));
        if tactic == "Suicide bombing" {
            // The bomber.
            toll.killed[3] += 1;
        }
        toll
    }
}

fn divide(random: &mut Random, mean: f64, victims: [f64; 6]) -> [u32; 6] {
    let mut parts = [0; 6];
    for _ in 0..random.negative_binomial(1, mean) {
        parts[random.weighted(victims.into_iter())] += 1;
    }
    parts
}
