//! The organisation's sheet: its columns, its rows as text, one file for each year.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use chrono::Datelike;

use crate::doctrine::CLASSES;
use crate::incident::{Incident, Place};
use crate::random::Random;
use crate::streams::SPELLINGS;

/// A row as text, one cell a column.
pub type Row = Vec<String>;
/// The rows of each year's file.
pub type Sheets = BTreeMap<i32, Vec<Row>>;

/// The sheet's columns; the tolls by class are named after [`CLASSES`].
pub fn columns() -> Vec<String> {
    let before = [
        "record",
        "date",
        "end_date",
        "date_precision",
        "province",
        "district",
        "town",
        "latitude",
        "longitude",
        "place_precision",
        "kind",
        "tactic",
        "target",
        "groups",
        "allies",
        "attribution",
        "claim",
        "suicide",
    ];
    let after = ["arrested", "abducted", "sources", "related", "updated", "note"];
    let toll = |name: &'static str| {
        std::iter::once(name.to_owned()).chain(CLASSES.iter().map(move |class| format!("{name}_{class}")))
    };
    before
        .into_iter()
        .map(str::to_owned)
        .chain(toll("killed"))
        .chain(toll("injured"))
        .chain(after.into_iter().map(str::to_owned))
        .collect()
}

/// Where a column stands.
pub fn column(name: &str) -> usize {
    columns().iter().position(|c| c == name).expect("the simulator asks only for columns of its own sheet")
}

/// All incidents as rows, by the year of their date.
pub fn sheets(seed: u64, incidents: &[Incident]) -> Sheets {
    let mut random = Random::named(seed, "spelling");
    let mut sheets = Sheets::new();
    for incident in incidents {
        let row = row(&mut random, incident);
        sheets.entry(incident.date.year()).or_default().push(row);
    }
    sheets
}

fn row(random: &mut Random, incident: &Incident) -> Row {
    let site = &incident.site;
    let (district, town) = match incident.place {
        Place::Exact | Place::Town => (site.district.name, site.town.name),
        Place::District => (site.district.name, ""),
        Place::Province => ("", ""),
    };
    let place = match incident.place {
        Place::Exact => "exact",
        Place::Town => "town",
        Place::District => "district",
        Place::Province => "province",
    };
    let suicide = if incident.tactic == "Suicide bombing" { "yes" } else { "no" };
    let groups: Vec<&str> = incident.groups.iter().map(|g| spelled(random, g)).collect();
    let degrees = |value: Option<f64>| value.map_or(String::new(), |v| format!("{v:.4}"));
    let mut row: Row = vec![
        incident.record.clone(),
        incident.date.to_string(),
        incident.end.map_or(String::new(), |end| end.to_string()),
        incident.date_precision.to_owned(),
        site.province.name(incident.date).to_owned(),
        district.to_owned(),
        town.to_owned(),
        degrees(incident.point.map(|p| p.0)),
        degrees(incident.point.map(|p| p.1)),
        place.to_owned(),
        incident.kind.to_owned(),
        incident.tactic.to_owned(),
        incident.target.to_owned(),
        groups.join("; "),
        incident.allies.join("; "),
        incident.attribution.to_owned(),
        incident.claim.to_owned(),
        suicide.to_owned(),
    ];
    row.extend(toll(incident.killed));
    row.extend(toll(incident.injured));
    let number = |value: Option<u32>| value.map_or(String::new(), |v| v.to_string());
    row.extend([
        number(incident.arrested),
        number(incident.abducted),
        incident.sources.join("; "),
        incident.related.clone(),
        incident.updated.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        incident.note(),
    ]);
    row
}

/// The total and its classes; all blank where the toll is unknown.
fn toll(parts: Option<[u32; 6]>) -> Vec<String> {
    match parts {
        None => vec![String::new(); 1 + CLASSES.len()],
        Some(parts) => std::iter::once(parts.iter().sum::<u32>()).chain(parts).map(|n| n.to_string()).collect(),
    }
}

fn spelled(random: &mut Random, group: &'static str) -> &'static str {
    let mut roll = random.unit();
    for (_, spelling, share) in SPELLINGS.iter().filter(|(name, ..)| *name == group) {
        if roll < *share {
            return spelling;
        }
        roll -= share;
    }
    group
}

/// Writes one CSV a year into the folder; rows may be ragged on purpose.
pub fn write(sheets: &Sheets, folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for (year, rows) in sheets {
        let path = folder.join(format!("incidents-{year}.csv"));
        let mut writer = csv::WriterBuilder::new().flexible(true).from_path(path)?;
        writer.write_record(columns())?;
        for row in rows {
            writer.write_record(row)?;
        }
        writer.flush()?;
    }
    Ok(())
}
