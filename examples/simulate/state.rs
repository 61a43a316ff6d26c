//! What the streams of attacks do not hold: state forces, clashes, foreign strikes, protests.

use chrono::NaiveDate;

use crate::country::Province::{self, Capital, Frontier, Halvary, Ilmaray, Kessar, Quorrin, Sondreth, Taldan};
use crate::doctrine::{Doctrine, Toll};
use crate::incident::{BORDER, CLASH, Core, FOREIGN_STRIKE, Incident, OPERATION, PROTEST, STATE_VIOLENCE, Site};
use crate::random::Random;
use crate::sample::{draw_days, months};
use crate::streams::{
    BANNER, BARLEY_PARTY, BESH, DESERT_LANTERN, GRANITE_OATH, GREEN_VALLEY, ORDAN, REED_MARSH, Scatter, Shape, Stream,
    UNIDENTIFIED,
};

/// Share of the operations that name no group, and of those that say "unidentified militants".
const UNNAMED_OPERATIONS: f64 = 0.25;
const SAID_UNIDENTIFIED: f64 = 0.5;

/// Who stands on the other side of a stream of state actions.
#[derive(Debug, Clone, Copy)]
enum Opponent {
    /// A group of the attack streams, as likely as its rate on the day, on its own ground.
    Active,
    Nobody,
    /// Fixed groups.
    Named(&'static [&'static str]),
}

/// One stream of anything but attacks.
struct Activity {
    name: &'static str,
    kind: &'static str,
    monthly: f64,
    opponent: Opponent,
    homes: &'static [(Province, f64)],
    tactics: &'static [(&'static str, f64)],
    target: &'static str,
    /// Mean killed and injured.
    means: (f64, f64),
    victims: [f64; 6],
}

const EVERYWHERE: &[(Province, f64)] = &[
    (Kessar, 2.0),
    (Frontier, 1.0),
    (Ilmaray, 1.0),
    (Taldan, 2.0),
    (Capital, 1.5),
    (Sondreth, 1.0),
    (Halvary, 1.0),
    (Quorrin, 0.5),
];
const BORDERS: &[(Province, f64)] = &[(Frontier, 0.6), (Quorrin, 0.4)];
const EXCHANGE: &[(&str, f64)] = &[("Exchange of fire", 1.0)];
const FROM_AFAR: &[(&str, f64)] = &[("Drone strike", 5.0), ("Air strike", 3.0), ("Shelling", 2.0)];
/// Victims of a fight between state forces and a group, and between two groups.
const FIGHT: [f64; 6] = [5.0, 14.0, 18.0, 62.0, 0.0, 1.0];
const FEUD: [f64; 6] = [14.0, 0.0, 0.0, 82.0, 0.0, 4.0];

const ACTIVITIES: &[Activity] = &[
    Activity {
        name: "operations",
        kind: OPERATION,
        monthly: 13.0,
        opponent: Opponent::Active,
        homes: EVERYWHERE,
        tactics: &[("Search operation", 6.0), ("Raid", 5.0), ("Air strike", 1.0)],
        target: "Militants",
        means: (2.1, 0.8),
        victims: [3.0, 4.0, 6.0, 86.0, 0.0, 1.0],
    },
    Activity {
        name: "clashes with forces",
        kind: CLASH,
        monthly: 4.0,
        opponent: Opponent::Active,
        homes: EVERYWHERE,
        tactics: EXCHANGE,
        target: "Militants",
        means: (1.8, 1.6),
        victims: FIGHT,
    },
    Activity {
        name: "clashes in the mountains",
        kind: CLASH,
        monthly: 0.3,
        opponent: Opponent::Named(&[GRANITE_OATH, BANNER]),
        homes: &[(Kessar, 1.0)],
        tactics: EXCHANGE,
        target: "Militants",
        means: (1.8, 1.4),
        victims: FEUD,
    },
    Activity {
        name: "clashes in the reeds",
        kind: CLASH,
        monthly: 0.3,
        opponent: Opponent::Named(&[REED_MARSH, GREEN_VALLEY]),
        homes: &[(Halvary, 1.0)],
        tactics: EXCHANGE,
        target: "Militants",
        means: (1.4, 1.2),
        victims: FEUD,
    },
    Activity {
        name: "clan clashes",
        kind: CLASH,
        monthly: 1.2,
        opponent: Opponent::Named(&[ORDAN, BESH]),
        homes: &[(Sondreth, 0.5), (Halvary, 0.5)],
        tactics: EXCHANGE,
        target: "Civilians",
        means: (0.9, 1.8),
        victims: [55.0, 1.0, 0.0, 40.0, 0.0, 4.0],
    },
    Activity {
        name: "state violence",
        kind: STATE_VIOLENCE,
        monthly: 1.6,
        opponent: Opponent::Nobody,
        homes: EVERYWHERE,
        tactics: &[("Shooting", 5.0), ("Beating", 4.0), ("Death in custody", 2.0)],
        target: "Civilians",
        means: (0.7, 1.5),
        victims: [96.0, 1.0, 0.0, 0.0, 0.0, 3.0],
    },
    Activity {
        name: "strikes on the Banner",
        kind: FOREIGN_STRIKE,
        monthly: 0.4,
        opponent: Opponent::Named(&[BANNER]),
        homes: &[(Frontier, 1.0)],
        tactics: FROM_AFAR,
        target: "Militants",
        means: (2.6, 1.8),
        victims: [30.0, 0.0, 0.0, 64.0, 0.0, 6.0],
    },
    Activity {
        name: "strikes on the Lantern",
        kind: FOREIGN_STRIKE,
        monthly: 0.2,
        opponent: Opponent::Named(&[DESERT_LANTERN]),
        homes: &[(Quorrin, 1.0)],
        tactics: FROM_AFAR,
        target: "Militants",
        means: (2.6, 1.8),
        victims: [30.0, 0.0, 0.0, 64.0, 0.0, 6.0],
    },
    Activity {
        name: "border exchanges",
        kind: BORDER,
        monthly: 0.25,
        opponent: Opponent::Nobody,
        homes: BORDERS,
        tactics: EXCHANGE,
        target: "Army",
        means: (0.8, 1.8),
        victims: [15.0, 10.0, 75.0, 0.0, 0.0, 0.0],
    },
    Activity {
        name: "protests",
        kind: PROTEST,
        monthly: 4.5,
        opponent: Opponent::Nobody,
        homes: EVERYWHERE,
        tactics: &[("Demonstration", 5.0), ("Strike", 2.0), ("Sit-in", 2.0)],
        target: "Government office",
        means: (0.02, 0.4),
        victims: [85.0, 15.0, 0.0, 0.0, 0.0, 0.0],
    },
    Activity {
        name: "party protests",
        kind: PROTEST,
        monthly: 0.6,
        opponent: Opponent::Named(&[BARLEY_PARTY]),
        homes: &[(Capital, 0.5), (Taldan, 0.5)],
        tactics: &[("Demonstration", 1.0)],
        target: "Government office",
        means: (0.02, 0.6),
        victims: [85.0, 15.0, 0.0, 0.0, 0.0, 0.0],
    },
];

/// All incidents that are not attacks, over the whole span.
pub fn draw(seed: u64, attacks: &[Stream]) -> Vec<Incident> {
    let mut incidents = Vec::new();
    for activity in ACTIVITIES {
        let mut random = Random::named(seed, activity.name);
        for month in months() {
            let days = draw_days(&mut random, month, activity.monthly, Shape::Steady, Scatter::Poisson);
            for date in days {
                incidents.push(act(&mut random, activity, date, attacks));
            }
        }
    }
    incidents
}

fn act(random: &mut Random, activity: &Activity, date: NaiveDate, attacks: &[Stream]) -> Incident {
    let (groups, province) = opponent(random, activity, date, attacks);
    let core = Core {
        date,
        site: Site::draw(random, province),
        kind: activity.kind,
        tactic: random.one_of(activity.tactics),
        target: activity.target,
        groups,
        toll: Toll::draw(random, activity.means, activity.victims),
    };
    Incident::draw(random, core)
}

fn opponent(
    random: &mut Random,
    activity: &Activity,
    date: NaiveDate,
    attacks: &[Stream],
) -> (Vec<&'static str>, Province) {
    match activity.opponent {
        Opponent::Active if random.chance(UNNAMED_OPERATIONS) => {
            let said = random.chance(SAID_UNIDENTIFIED);
            let groups = if said { vec![UNIDENTIFIED] } else { Vec::new() };
            (groups, random.one_of(activity.homes))
        }
        Opponent::Active => {
            let weight = |stream: &Stream| match stream.doctrine {
                Doctrine::Communal | Doctrine::Unknown => 0.0,
                Doctrine::Religious | Doctrine::Separatist | Doctrine::Insurgent | Doctrine::Urban => {
                    stream.monthly * stream.shape.factor(date)
                }
            };
            let stream = &attacks[random.weighted(attacks.iter().map(weight))];
            (vec![stream.group], random.one_of(stream.homes))
        }
        Opponent::Nobody => (Vec::new(), random.one_of(activity.homes)),
        Opponent::Named(groups) => (groups.to_vec(), random.one_of(activity.homes)),
    }
}
