//! Writes ACLED-shaped files of any size, row by row: memory does not grow with the file.

use std::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use chrono::{Datelike, Days, NaiveDate};

use crate::acled_words::{
    Actor, BATTLES, CIVILIAN_CODE, CIVILIANS, EVENTS, EXTERNAL, Event, POLITICAL_MILITIA, PROTESTERS, PROTESTS, REMOTE,
    RIOTERS, RIOTS, STATE, Spot, groups, spots,
};
use crate::random::Random;
use crate::sample::day;

/// The current columns in their order.
const COLUMNS: [&str; 31] = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
];
/// The invented country and its unused code.
const COUNTRY: &str = "Oswenia";
const ISO: &str = "996";
const OUTLETS: [&str; 8] = [
    "Oswenia Wire",
    "Morning Ledger",
    "Radio Highland",
    "Coast Times",
    "Field Network 4",
    "The Paper, Weekly",
    "Village Desk",
    "Ministry of Defence (Oswenia)",
];
/// Rows run evenly from the first to the last day; the file was saved on the version day.
const SPAN_START: (i32, u32, u32) = (2015, 1, 1);
const SPAN_END: (i32, u32, u32) = (2026, 10, 31);
const SAVED: (i32, u32, u32) = (2026, 11, 9);
const BUFFER_BYTES: usize = 1 << 20;
const SECONDS_A_DAY: u64 = 86_400;
/// The mean rank of the acting group: few groups make most incidents, all of them appear.
const MEAN_RANK: f64 = 35.0;

/// The names that every row chooses from.
struct World {
    groups: Vec<Actor>,
    spots: Vec<Spot>,
}

/// Writes `rows` events, oldest first.
pub fn write(seed: u64, rows: u64, path: &Path) -> Result<(), Box<dyn Error>> {
    let mut random = Random::named(seed, "acled");
    let world = World { groups: groups(&mut random), spots: spots(&mut random) };
    let mut writer = csv::Writer::from_writer(BufWriter::with_capacity(BUFFER_BYTES, File::create(path)?));
    writer.write_record(COLUMNS)?;
    let start = day(SPAN_START.0, SPAN_START.1, SPAN_START.2);
    let end = day(SPAN_END.0, SPAN_END.1, SPAN_END.2);
    let days = (end - start).num_days() as u64 + 1;
    for index in 0..rows {
        // The last row falls on the last day whatever the number of rows.
        let date = end - Days::new((rows - 1 - index) * days / rows);
        writer.write_record(row(&mut random, &world, index, date))?;
    }
    writer.flush()?;
    Ok(())
}

fn row(random: &mut Random, world: &World, index: u64, date: NaiveDate) -> [String; 31] {
    let event = &EVENTS[random.weighted(EVENTS.iter().map(|e| e.weight))];
    let spot = random.pick(&world.spots);
    let (actor1, actor2) = sides(random, world, event);
    let (inter1, inter2) = (actor1.inter, actor2.as_ref().map_or("", |a| a.inter));
    let interaction = if inter2.is_empty() { format!("{inter1} only") } else { format!("{inter1}-{inter2}") };
    let targeting = if inter1 == CIVILIAN_CODE || inter2 == CIVILIAN_CODE { "Civilian targeting" } else { "" };
    let deaths = if event.deaths > 0.0 { random.negative_binomial(1, event.deaths) } else { 0 };
    let tags = match event.event {
        PROTESTS | RIOTS => "crowd size=no report",
        _ => "",
    };
    let associates1 = associates(random, world, &actor1);
    let associates2 = actor2.as_ref().map_or_else(String::new, |a| associates(random, world, a));
    [
        format!("OSW{}", index + 1),
        date.to_string(),
        date.year().to_string(),
        random.one_of(&[("1", 945.0), ("2", 53.0), ("3", 2.0)]).to_owned(),
        event.disorder.to_owned(),
        event.event.to_owned(),
        event.sub_event.to_owned(),
        actor1.name.clone(),
        associates1,
        inter1.to_owned(),
        actor2.as_ref().map_or_else(String::new, |a| a.name.clone()),
        associates2,
        inter2.to_owned(),
        interaction,
        targeting.to_owned(),
        ISO.to_owned(),
        "Inner Ocean".to_owned(),
        COUNTRY.to_owned(),
        spot.region.clone(),
        spot.district.clone(),
        String::new(),
        spot.location.clone(),
        format!("{:.4}", spot.latitude),
        format!("{:.4}", spot.longitude),
        random.one_of(&[("1", 765.0), ("2", 213.0), ("3", 22.0)]).to_owned(),
        sources(random),
        random
            .one_of(&[("National", 50.0), ("Subnational", 30.0), ("Local partner-Other", 12.0), ("International", 8.0)])
            .to_owned(),
        note(random, event, &actor1, spot, date),
        deaths.to_string(),
        tags.to_owned(),
        timestamp(random, date).to_string(),
    ]
}

/// The two sides of an event; the second is missing where ACLED leaves it out.
fn sides(random: &mut Random, world: &World, event: &Event) -> (Actor, Option<Actor>) {
    let group = armed(random, world);
    let forces = Actor::new(format!("Military Forces of {COUNTRY} ({}-)", 2009 + random.below(2) * 7), STATE);
    let civilians = || Actor::new(format!("Civilians ({COUNTRY})"), CIVILIAN_CODE);
    match event.event {
        BATTLES if random.chance(0.1) => (group, Some(armed(random, world))),
        BATTLES if random.chance(0.5) => (forces, Some(group)),
        BATTLES => (group, Some(forces)),
        REMOTE if event.sub_event == "Air/drone strike" => {
            let foreign = Actor::new("Military Forces of Valdemar (2012-)", EXTERNAL);
            let striker = if random.chance(0.3) { foreign } else { forces };
            let target = if random.chance(0.25) { civilians() } else { group };
            (striker, random.chance(0.85).then_some(target))
        }
        REMOTE if random.chance(0.4) => (group, Some(civilians())),
        REMOTE => (group, random.chance(0.7).then_some(forces)),
        CIVILIANS if random.chance(0.15) => (forces, Some(civilians())),
        CIVILIANS => (group, Some(civilians())),
        RIOTS => (Actor::new(format!("Rioters ({COUNTRY})"), RIOTERS), random.chance(0.4).then(civilians)),
        PROTESTS => {
            let police = Actor::new(format!("Police Forces of {COUNTRY} (2009-)"), STATE);
            let met = event.sub_event != "Peaceful protest";
            (Actor::new(format!("Protesters ({COUNTRY})"), PROTESTERS), met.then_some(police))
        }
        _ => (if random.chance(0.6) { forces } else { group }, None),
    }
}

/// A named group, or in a quarter of the cases the unidentified one.
fn armed(random: &mut Random, world: &World) -> Actor {
    if random.chance(0.25) {
        return Actor::new(format!("Unidentified Armed Group ({COUNTRY})"), POLITICAL_MILITIA);
    }
    let rank = random.negative_binomial(1, MEAN_RANK) as usize;
    world.groups[rank % world.groups.len()].clone()
}

/// The `; `-joined associates of an actor: mostly none, sometimes several.
fn associates(random: &mut Random, world: &World, actor: &Actor) -> String {
    if !random.chance(0.3) {
        return String::new();
    }
    let mut names = Vec::new();
    for _ in 0..1 + random.negative_binomial(1, 0.5).min(4) {
        let name = match actor.inter {
            STATE => format!("Police Forces of {COUNTRY} (2009-) Prison Guards"),
            PROTESTERS | RIOTERS => {
                format!("{} ({COUNTRY})", random.pick(&["Students", "Teachers", "Farmers", "Women"]))
            }
            CIVILIAN_CODE => {
                format!("{} ({COUNTRY})", random.pick(&["Labor Group", "Farmers", "Journalists", "Health Workers"]))
            }
            _ => random.pick(&world.groups).name.clone(),
        };
        if name != actor.name && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join("; ")
}

fn sources(random: &mut Random) -> String {
    let mut sources = vec![*random.pick(&OUTLETS)];
    while random.chance(0.22) {
        let next = *random.pick(&OUTLETS);
        if !sources.contains(&next) {
            sources.push(next);
        }
    }
    sources.join("; ")
}

/// A remark with what breaks careless readers: commas, doubled quotes, now and then a newline.
fn note(random: &mut Random, event: &Event, actor: &Actor, spot: &Spot, date: NaiveDate) -> String {
    let mut note = format!(
        "On {}, {} ({}) in {}, {}.",
        date.format("%-d %B %Y"),
        actor.name,
        event.sub_event.to_lowercase(),
        spot.location,
        spot.region,
    );
    if random.chance(0.10) {
        note.push_str(" A resident said: \"they came from the north, then left\".");
    }
    if random.chance(0.03) {
        note.push_str("\nCorrected after a second report.");
    }
    if random.chance(0.25) {
        note.push_str(" The number of attackers, their weapons and their route remain unclear; reports differ on who opened fire and when.");
    }
    note
}

/// Seconds since 1970 of the row's last change, never after the file was saved.
fn timestamp(random: &mut Random, date: NaiveDate) -> u64 {
    let epoch = day(1970, 1, 1);
    let saved = (day(SAVED.0, SAVED.1, SAVED.2) - epoch).num_days() as u64;
    let delay = 2 + u64::from(random.negative_binomial(1, 12.0));
    let changed = ((date - epoch).num_days() as u64 + delay).min(saved);
    changed * SECONDS_A_DAY + random.below(SECONDS_A_DAY as usize) as u64
}
