//! Draws the sample's incidents: six full years of Tarvesia, with every planted truth.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::country::Province;
use crate::doctrine::Doctrine;
use crate::incident::{ATTACK, Incident, Place, Site};
use crate::random::Random;
use crate::state;
use crate::streams::{
    BANNER, CUSTODIANS, FAMILY_SHARE, FOLLOWED_SHARE, FREE_SHORE, GRANITE_OATH, IRON_ORCHARD, JOINT_SHARE, REED_MARSH,
    RIDGE_FACTION, STEADY_JOINT_SHARE, Scatter, Shape, Stream, TIN_BELL, UNIDENTIFIED, alliance, streams,
};

/// Year, month and day of the first and the last day covered.
pub const FIRST_DAY: (i32, u32, u32) = (2020, 11, 1);
const LAST_DAY: (i32, u32, u32) = (2026, 10, 31);
/// Mean length of a month in days: rates "a month" are rates for so many days.
const MONTH_DAYS: f64 = 30.4375;
/// Violent incidents of Ilmaray in the last two months.
const BEFORE_FLARE: usize = 13;
const FLARE: usize = 49;
/// Who makes the additional attacks of the flare-up.
const FLARE_GROUPS: &[((&str, Doctrine), f64)] = &[
    ((FREE_SHORE, Doctrine::Separatist), 0.55),
    ((UNIDENTIFIED, Doctrine::Unknown), 0.30),
    ((CUSTODIANS, Doctrine::Religious), 0.15),
];
/// Share of the Granite Oath's attacks in which the Banner is named as helping.
const ALLY_SHARE: f64 = 0.05;

/// A date that is known to exist.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("only real dates are written in the simulator")
}

fn last_day() -> NaiveDate {
    day(LAST_DAY.0, LAST_DAY.1, LAST_DAY.2)
}

/// The first days of all months of the span.
pub fn months() -> impl Iterator<Item = NaiveDate> {
    let first = day(FIRST_DAY.0, FIRST_DAY.1, FIRST_DAY.2);
    (0..).map(move |n| first + Months::new(n)).take_while(|month| *month <= last_day())
}

/// The dates of one month's incidents of a stream.
pub fn draw_days(
    random: &mut Random,
    month: NaiveDate,
    monthly: f64,
    shape: Shape,
    scatter: Scatter,
) -> Vec<NaiveDate> {
    let days: Vec<NaiveDate> = month.iter_days().take_while(|d| d.month() == month.month()).collect();
    let factors: Vec<f64> = days.iter().map(|d| shape.factor(*d)).collect();
    let mean = monthly / MONTH_DAYS * factors.iter().sum::<f64>();
    let count = match scatter {
        Scatter::Poisson => random.poisson(mean),
        Scatter::NegativeBinomial(size) => random.negative_binomial(size, mean),
    };
    (0..count).map(|_| days[random.weighted(factors.iter().copied())]).collect()
}

/// All incidents in the order of the sheet, with their record ids.
pub fn draw(seed: u64) -> Vec<Incident> {
    let attacks = streams();
    let mut incidents = Vec::new();
    for (index, stream) in attacks.iter().enumerate() {
        let mut random = Random::named(seed, &format!("{} {index}", stream.group));
        draw_stream(&mut random, stream, &mut incidents);
    }
    act_together(seed, &mut incidents);
    incidents.extend(state::draw(seed, &attacks));
    coordinate(seed, &mut incidents);
    let mut random = Random::named(seed, "flare");
    settle(&mut random, &mut incidents, day(2026, 9, 1), BEFORE_FLARE);
    settle(&mut random, &mut incidents, day(2026, 10, 1), FLARE);
    number(&mut incidents);
    incidents
}

fn draw_stream(random: &mut Random, stream: &Stream, incidents: &mut Vec<Incident>) {
    for month in months() {
        for date in draw_days(random, month, stream.monthly, stream.shape, stream.scatter) {
            let province = random.one_of(stream.homes);
            let site = Site::draw(random, province);
            let mut incident = Incident::attack(random, date, site, stream.group, stream.doctrine);
            match stream.group {
                IRON_ORCHARD if random.chance(STEADY_JOINT_SHARE) => incident.groups.push(TIN_BELL),
                RIDGE_FACTION if random.chance(FAMILY_SHARE) => incident.groups.push(GRANITE_OATH),
                GRANITE_OATH if random.chance(ALLY_SHARE) => incident.allies.push(BANNER),
                _ => {}
            }
            incidents.push(incident);
        }
    }
}

/// From the alliance on, some attacks of Free Shore name both groups, some are followed.
fn act_together(seed: u64, incidents: &mut Vec<Incident>) {
    let mut random = Random::named(seed, "alliance");
    let mut followers = Vec::new();
    let allied = incidents.iter_mut().filter(|i| i.groups == [FREE_SHORE] && i.date >= alliance());
    for incident in allied {
        if random.chance(JOINT_SHARE) {
            incident.groups.push(CUSTODIANS);
        } else if random.chance(FOLLOWED_SHARE) {
            let date = incident.date + Days::new(1 + random.below(3) as u64);
            if date <= last_day() {
                followers.push(Incident::attack(&mut random, date, incident.site, CUSTODIANS, Doctrine::Religious));
            }
        }
    }
    incidents.extend(followers);
}

/// Three coordinated actions of two attacks each, alike in every point but declared related.
fn coordinate(seed: u64, incidents: &mut Vec<Incident>) {
    let mut random = Random::named(seed, "coordinated");
    for n in 1..=3 {
        let candidates: Vec<usize> = incidents
            .iter()
            .enumerate()
            .filter(|(_, i)| i.groups == [REED_MARSH] && i.kind == ATTACK && i.place == Place::Town)
            .filter(|(_, i)| i.end.is_none() && i.related.is_empty())
            .map(|(index, _)| index)
            .collect();
        let chosen = *random.pick(&candidates);
        // A mark that `number` replaces by the other's record id.
        incidents[chosen].related = format!("pair {n}");
        incidents.push(incidents[chosen].clone());
    }
}

/// Brings the violent incidents of Ilmaray in one month to an exact number.
fn settle(random: &mut Random, incidents: &mut Vec<Incident>, month: NaiveDate, wanted: usize) {
    let next = month + Months::new(1);
    let counts =
        |i: &Incident| i.site.province == Province::Ilmaray && i.is_violent() && (month..next).contains(&i.date);
    let mut present = incidents.iter().filter(|i| counts(i)).count();
    while present > wanted {
        let surplus = incidents
            .iter()
            .rposition(|i| counts(i) && i.groups.len() < 2)
            .expect("a month with too many incidents has one");
        incidents.remove(surplus);
        present -= 1;
    }
    // The first addition falls on the month's last day, so that the sample ends with its month.
    for n in present..wanted {
        let date = if n == present {
            next - Days::new(1)
        } else {
            month + Days::new(random.below((next - month).num_days() as usize) as u64)
        };
        let (group, doctrine) = random.one_of(FLARE_GROUPS);
        let site = Site::draw(random, Province::Ilmaray);
        let mut incident = Incident::attack(random, date, site, group, doctrine);
        if n == present {
            (incident.date, incident.end, incident.date_precision) = (date, None, "day");
        }
        incidents.push(incident);
    }
}

/// Sorts by date, numbers the records within their year and links coordinated ones.
fn number(incidents: &mut [Incident]) {
    incidents.sort_by_key(|i| (i.date, Reverse(i.kind == ATTACK)));
    let mut last: BTreeMap<i32, u32> = BTreeMap::new();
    let mut pairs: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, incident) in incidents.iter_mut().enumerate() {
        let n = last.entry(incident.date.year()).or_default();
        *n += 1;
        incident.record = format!("T{}-{n:04}", incident.date.year());
        if !incident.related.is_empty() {
            pairs.entry(incident.related.clone()).or_default().push(index);
        }
    }
    for pair in pairs.values() {
        let records: Vec<String> = pair.iter().map(|i| incidents[*i].record.clone()).collect();
        for (place, index) in pair.iter().enumerate() {
            incidents[*index].related = records[1 - place].clone();
        }
    }
}
