//! ACLED's vocabulary of events, and the made-up names of the benchmark country.

use crate::random::Random;

/// One sub-event type with its weight in a thousand and its mean of reported deaths.
pub struct Event {
    pub disorder: &'static str,
    pub event: &'static str,
    pub sub_event: &'static str,
    pub weight: f64,
    pub deaths: f64,
}

const fn event(
    disorder: &'static str,
    event: &'static str,
    sub_event: &'static str,
    weight: f64,
    deaths: f64,
) -> Event {
    Event { disorder, event, sub_event, weight, deaths }
}

const VIOLENCE: &str = "Political violence";
const DEMONSTRATIONS: &str = "Demonstrations";
const STRATEGIC: &str = "Strategic developments";
pub const BATTLES: &str = "Battles";
pub const REMOTE: &str = "Explosions/Remote violence";
pub const CIVILIANS: &str = "Violence against civilians";
pub const RIOTS: &str = "Riots";
pub const PROTESTS: &str = "Protests";

/// The sub-event types that the file holds, in a realistic mix.
pub const EVENTS: &[Event] = &[
    event(VIOLENCE, BATTLES, "Armed clash", 230.0, 2.4),
    event(VIOLENCE, BATTLES, "Government regains territory", 6.0, 4.0),
    event(VIOLENCE, BATTLES, "Non-state actor overtakes territory", 6.0, 5.0),
    event(VIOLENCE, REMOTE, "Air/drone strike", 70.0, 1.6),
    event(VIOLENCE, REMOTE, "Shelling/artillery/missile attack", 70.0, 0.5),
    event(VIOLENCE, REMOTE, "Remote explosive/landmine/IED", 75.0, 1.1),
    event(VIOLENCE, REMOTE, "Suicide bomb", 4.0, 6.0),
    event(VIOLENCE, REMOTE, "Grenade", 15.0, 0.3),
    event(VIOLENCE, CIVILIANS, "Attack", 170.0, 1.3),
    event(VIOLENCE, CIVILIANS, "Abduction/forced disappearance", 45.0, 0.0),
    event(VIOLENCE, CIVILIANS, "Sexual violence", 5.0, 0.1),
    event(VIOLENCE, RIOTS, "Mob violence", 30.0, 0.2),
    event(DEMONSTRATIONS, RIOTS, "Violent demonstration", 25.0, 0.1),
    event(DEMONSTRATIONS, PROTESTS, "Peaceful protest", 150.0, 0.0),
    event(DEMONSTRATIONS, PROTESTS, "Protest with intervention", 15.0, 0.0),
    event("Political violence; Demonstrations", PROTESTS, "Excessive force against protesters", 3.0, 0.8),
    event(STRATEGIC, "Strategic developments", "Arrests", 20.0, 0.0),
    event(STRATEGIC, "Strategic developments", "Looting/property destruction", 25.0, 0.0),
    event(STRATEGIC, "Strategic developments", "Disrupted weapons use", 20.0, 0.0),
    event(STRATEGIC, "Strategic developments", "Change to group/activity", 8.0, 0.0),
    event(STRATEGIC, "Strategic developments", "Other", 8.0, 0.0),
];

pub const STATE: &str = "State forces";
pub const REBEL: &str = "Rebel group";
pub const POLITICAL_MILITIA: &str = "Political militia";
pub const IDENTITY_MILITIA: &str = "Identity militia";
pub const RIOTERS: &str = "Rioters";
pub const PROTESTERS: &str = "Protesters";
pub const CIVILIAN_CODE: &str = "Civilians";
pub const EXTERNAL: &str = "External/Other forces";

/// An actor with its inter code.
#[derive(Debug, Clone)]
pub struct Actor {
    pub name: String,
    pub inter: &'static str,
}

impl Actor {
    /// An actor of the given name and code.
    pub fn new(name: impl Into<String>, inter: &'static str) -> Self {
        Self { name: name.into(), inter }
    }
}

/// A place in the invented country; its coordinates lie in the open Atlantic.
#[derive(Debug)]
pub struct Spot {
    pub region: String,
    pub district: String,
    pub location: String,
    pub latitude: f64,
    pub longitude: f64,
}

pub const REGIONS: usize = 40;
pub const GROUPS: usize = 300;
const DISTRICTS_PER_REGION: usize = 6;
const TOWNS_PER_DISTRICT: usize = 4;

/// The armed groups, the first ones busiest; a seventh are communal.
pub fn groups(random: &mut Random) -> Vec<Actor> {
    let nouns = ["Column", "Front", "Brigade", "Cells", "Company", "Circle", "Network", "Watch", "Guard", "Oath"];
    let mut used = Vec::new();
    (0..GROUPS)
        .map(|index| {
            let place = unused(random, &mut used);
            match index % 7 {
                6 => Actor::new(format!("{place} Clan Militia (Oswenia)"), IDENTITY_MILITIA),
                2 | 5 => Actor::new(format!("{place} {}", random.pick(&nouns)), POLITICAL_MILITIA),
                _ => Actor::new(format!("{place} {}", random.pick(&nouns)), REBEL),
            }
        })
        .collect()
}

/// All places: regions on a grid, their districts and towns around them.
pub fn spots(random: &mut Random) -> Vec<Spot> {
    let mut used = Vec::new();
    let mut spots = Vec::new();
    for index in 0..REGIONS {
        let region = unused(random, &mut used);
        let centre = (20.0 + (index / 8) as f64, -45.0 + (index % 8) as f64);
        for _ in 0..DISTRICTS_PER_REGION {
            let district = unused(random, &mut used);
            let at = (centre.0 + random.unit() * 0.9, centre.1 + random.unit() * 0.9);
            for town in 0..TOWNS_PER_DISTRICT {
                let location = if town == 0 { district.clone() } else { unused(random, &mut used) };
                spots.push(Spot {
                    region: region.clone(),
                    district: district.clone(),
                    location,
                    latitude: at.0 + random.unit() * 0.1,
                    longitude: at.1 + random.unit() * 0.1,
                });
            }
        }
    }
    spots
}

/// A made-up name that was not given before.
fn unused(random: &mut Random, used: &mut Vec<String>) -> String {
    let starts = [
        "Bren", "Cor", "Dal", "Eth", "Fen", "Gor", "Hel", "Lor", "Mor", "Nev", "Osk", "Pel", "Quen", "Rud", "Sev",
        "Thal", "Ul", "Vor", "Wen", "Yar",
    ];
    let middles = ["a", "e", "i", "o", "u", "and", "est", "ill", "orr", "unn"];
    let ends = ["by", "dra", "fel", "gate", "hold", "lin", "mere", "nath", "rick", "sk", "tor", "vale"];
    loop {
        let name = [*random.pick(&starts), *random.pick(&middles), *random.pick(&ends)].concat();
        if !used.contains(&name) {
            used.push(name.clone());
            return name;
        }
    }
}
