//! One invented incident, and how its details are drawn once who, when and where are settled.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime};

use crate::country::{District, NATIONAL_OUTLETS, Province, Town};
use crate::doctrine::{Doctrine, Toll};
use crate::random::Random;
use crate::sample::day;
use crate::streams::{GUNMEN, UNIDENTIFIED};

/// The organisation's own words for the kinds, translated by `data/mapping.toml`.
pub const ATTACK: &str = "Militant attack";
pub const OPERATION: &str = "Security operation";
pub const STATE_VIOLENCE: &str = "State violence";
pub const CLASH: &str = "Clash";
pub const FOREIGN_STRIKE: &str = "Cross-border strike";
pub const BORDER: &str = "Border exchange";
pub const PROTEST: &str = "Protest";

/// Share of the incidents whose whole toll is unknown, and of the others whose injured are.
const UNKNOWN_TOLL: f64 = 0.05;
const UNKNOWN_INJURED: f64 = 0.03;
/// Shares of dates known to the week or month only, and of operations that last some days.
const WEEK_DATES: f64 = 0.03;
const MONTH_DATES: f64 = 0.01;
const MULTI_DAY: f64 = 0.08;
/// Widest distance of an exact point from its town's centre, in degrees (about 4 km).
const SPREAD_DEGREES: f64 = 0.04;
/// Mean delay in days from the end of an incident to the last change of its row.
const DELAY_DAYS: f64 = 6.0;

/// Where an incident happened.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    pub province: Province,
    pub district: &'static District,
    pub town: &'static Town,
}

impl Site {
    /// A town of the province; the first district and the first towns see the most.
    pub fn draw(random: &mut Random, province: Province) -> Self {
        let falling = |index: usize| 1.0 / (index + 1) as f64;
        let count = province.districts().count();
        let chosen = random.weighted((0..count).map(falling));
        let district = province.districts().nth(chosen).expect("the index was drawn below the number of districts");
        let town = random.weighted((0..district.towns.len()).map(falling));
        Self { province, district, town: &district.towns[town] }
    }
}

/// How finely the place is known, in the sheet's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Exact,
    Town,
    District,
    Province,
}

/// A row of the sheet before it is written.
#[derive(Debug, Clone)]
pub struct Incident {
    pub record: String,
    pub date: NaiveDate,
    pub end: Option<NaiveDate>,
    pub date_precision: &'static str,
    pub site: Site,
    pub place: Place,
    pub point: Option<(f64, f64)>,
    pub kind: &'static str,
    pub tactic: &'static str,
    pub target: &'static str,
    pub groups: Vec<&'static str>,
    pub allies: Vec<&'static str>,
    pub attribution: &'static str,
    pub claim: &'static str,
    pub killed: Option<[u32; 6]>,
    pub injured: Option<[u32; 6]>,
    pub arrested: Option<u32>,
    pub abducted: Option<u32>,
    pub sources: Vec<&'static str>,
    pub updated: NaiveDateTime,
    /// The record id of the other attack of a coordinated action; blank for nearly all.
    pub related: String,
}

/// Who did what, when and where: what a stream decides.
#[derive(Debug)]
pub struct Core {
    pub date: NaiveDate,
    pub site: Site,
    pub kind: &'static str,
    pub tactic: &'static str,
    pub target: &'static str,
    pub groups: Vec<&'static str>,
    pub toll: Toll,
}

impl Incident {
    /// An attack by one group.
    pub fn attack(random: &mut Random, date: NaiveDate, site: Site, group: &'static str, doctrine: Doctrine) -> Self {
        let tactic = random.one_of(doctrine.tactics());
        let target = random.one_of(doctrine.targets());
        let toll = Toll::of_attack(random, tactic, target);
        Self::draw(random, Core { date, site, kind: ATTACK, tactic, target, groups: vec![group], toll })
    }

    /// Fills in precision, claim, sources and the rest.
    pub fn draw(random: &mut Random, core: Core) -> Self {
        let (date, end, date_precision) = dates(random, &core);
        let (place, point) = location(random, core.site);
        let named = core.groups.iter().any(|g| ![UNIDENTIFIED, GUNMEN].contains(g));
        let attribution = match (named, core.kind) {
            (false, _) => "",
            (true, ATTACK) => random.one_of(&[("confirmed", 76.0), ("suspected", 24.0)]),
            (true, _) => random.one_of(&[("confirmed", 92.0), ("suspected", 8.0)]),
        };
        let claim = if named && core.kind == ATTACK {
            random.one_of(&[("claimed", 55.0), ("unclaimed", 38.0), ("denied", 2.0), ("competing", 5.0)])
        } else {
            ""
        };
        let toll_known = core.kind == PROTEST || !random.chance(UNKNOWN_TOLL);
        let injured_known = toll_known && !random.chance(UNKNOWN_INJURED);
        let arrests = if core.kind == OPERATION { 2.5 } else { 0.1 };
        let arrested = random.negative_binomial(1, arrests);
        let abducted = if core.tactic == "Abduction" { 1 + random.negative_binomial(1, 1.6) } else { 0 };
        let mut sources = vec![core.site.province.outlet()];
        while random.chance(0.45) && sources.len() < 4 {
            let next = *random.pick(NATIONAL_OUTLETS);
            if !sources.contains(&next) {
                sources.push(next);
            }
        }
        let updated = revised(random, end.unwrap_or(date));
        Self {
            record: String::new(),
            date,
            end,
            date_precision,
            site: core.site,
            place,
            point,
            kind: core.kind,
            tactic: core.tactic,
            target: core.target,
            groups: core.groups,
            allies: Vec::new(),
            attribution,
            claim,
            killed: toll_known.then_some(core.toll.killed),
            injured: injured_known.then_some(core.toll.injured),
            arrested: toll_known.then_some(arrested),
            abducted: toll_known.then_some(abducted),
            sources,
            updated,
            related: String::new(),
        }
    }

    /// True for every kind but the protests, which our counts leave out.
    pub fn is_violent(&self) -> bool {
        self.kind != PROTEST
    }

    /// A short remark in the organisation's voice.
    pub fn note(&self) -> String {
        let place = match self.place {
            Place::Exact | Place::Town => self.site.town.name,
            Place::District => self.site.district.name,
            Place::Province => "an unnamed place",
        };
        let who = self.groups.first().copied().unwrap_or("no group named");
        match (self.kind, self.claim) {
            (ATTACK, "claimed") => {
                format!("{} near {place}; caller for {who}: \"we did this\"", self.tactic)
            }
            (ATTACK, "competing") => format!("{} near {place}, claimed twice", self.tactic),
            (ATTACK, _) => format!("{} on {} near {place}", self.tactic, self.target.to_lowercase()),
            (CLASH, _) => format!("Exchange of fire, {place}"),
            _ => format!("{}, {place}", self.tactic),
        }
    }
}

fn dates(random: &mut Random, core: &Core) -> (NaiveDate, Option<NaiveDate>, &'static str) {
    let roll = random.unit();
    let month_start = day(core.date.year(), core.date.month(), 1);
    if core.kind == OPERATION && random.chance(MULTI_DAY) {
        let length = 1 + random.below(6) as u64;
        (core.date, Some(core.date + Days::new(length)), "day")
    } else if roll < MONTH_DATES {
        // The sheet's custom: the first of the month stands for a date known to the month.
        let end = month_start + Months::new(1) - Days::new(1);
        (month_start, Some(end), "month")
    } else if roll < MONTH_DATES + WEEK_DATES {
        (core.date, Some(core.date + Days::new(6)), "week")
    } else {
        (core.date, None, "day")
    }
}

fn location(random: &mut Random, site: Site) -> (Place, Option<(f64, f64)>) {
    let place =
        random.one_of(&[(Place::Exact, 56.0), (Place::Town, 30.0), (Place::District, 10.0), (Place::Province, 4.0)]);
    let mut off = || (random.unit() * 2.0 - 1.0) * SPREAD_DEGREES;
    let point = match place {
        Place::Exact => Some((site.town.latitude + off(), site.town.longitude + off())),
        Place::Town => Some((site.town.latitude, site.town.longitude)),
        Place::District => Some(site.district.centre()),
        Place::Province => None,
    };
    (place, point)
}

/// The moment of the row's last change: never after the day the sheet was saved.
fn revised(random: &mut Random, end: NaiveDate) -> NaiveDateTime {
    let delay = 1 + random.negative_binomial(1, DELAY_DAYS - 1.0);
    let saved = day(2026, 11, 9);
    let changed = (end + Days::new(u64::from(delay))).min(saved);
    let time = NaiveTime::from_num_seconds_from_midnight_opt(
        (8 + random.below(10)) as u32 * 3600 + random.below(60) as u32 * 60,
        0,
    )
    .expect("the hour lies between 8 and 17");
    changed.and_time(time)
}
