//! Pairs of invented groups: what is common to both, what each does alone, and what one does because of the other.

use incident_trends::convergence::{Activity, Event, Exactness, Plan, Point, Span};
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Places in which both groups act unless said otherwise, a hundred kilometres apart; incidents scatter over 2.5 km around them.
pub const PLACES: usize = 6;
/// Places in a row, from south to north; the next ones lie east of them.
const IN_A_ROW: usize = 10;
/// A surge rises and falls over so many days unless said otherwise, and at its height brings so many times the usual incidents.
pub const SURGE_DAYS: f64 = 90.0;
pub const SURGE_HEIGHT: f64 = 6.0;
/// Surges of each place, and of all places together.
const SURGES_OF_A_PLACE: usize = 2;
const COMMON_SURGES: usize = 3;
/// How far the year's course swings.
const SEASON: f64 = 0.8;
/// The chance that an incident is followed by another of its own group in the same place, one to five days later.
const REPEAT: f64 = 0.3;
const REPEAT_WITHIN: usize = 5;
/// A planted incident of B follows one of A's within so many days.
const FOLLOWS_WITHIN: usize = 3;

/// What the two groups have in common, and whether each has near repeats.
#[derive(Clone, Copy, Debug)]
pub struct Scenario {
    pub places: usize,
    pub season: bool,
    pub common_surge: bool,
    pub surges_of_places: bool,
    pub near_repeats: bool,
    /// Days of a surge.
    pub surge_days: f64,
}

impl Scenario {
    pub const NONE: Scenario = Scenario {
        places: PLACES,
        season: false,
        common_surge: false,
        surges_of_places: false,
        near_repeats: false,
        surge_days: SURGE_DAYS,
    };
    pub const ALL: Scenario =
        Scenario { season: true, common_surge: true, surges_of_places: true, near_repeats: true, ..Scenario::NONE };
}

/// What is planted in a pair.
#[derive(Clone, Copy, Debug)]
pub struct Planted {
    /// The share of B's incidents that follow one of A's.
    pub share: f64,
    /// From this month on.
    pub from_month: i32,
}

pub const NOTHING: Planted = Planted { share: 0.0, from_month: 0 };

/// A pair, and when somebody was counting.
pub struct Pair {
    /// Day and place of each incident.
    pub a: Vec<(i32, usize)>,
    pub b: Vec<(i32, usize)>,
    pub span: Span,
    pub months: Vec<i32>,
}

/// Days of a simulated month.
fn first_of(month: i32) -> i32 {
    month * 365 / 12
}

struct Draws(Pcg64Mcg);

impl Draws {
    /// 0 to below 1.
    fn share(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        (self.share() * n as f64) as usize
    }
}

impl Pair {
    /// So many incidents of each group in so many months.
    pub fn draw(seed: u64, months: i32, incidents: usize, scenario: Scenario, planted: Planted) -> Pair {
        let mut draws = Draws(Pcg64Mcg::seed_from_u64(seed));
        let days = first_of(months);
        let cumulated = cumulated_intensity(&mut draws, days, scenario);
        let a = group(&mut draws, &cumulated, days, incidents, scenario);
        let causes: Vec<(i32, usize)> =
            a.iter().copied().filter(|(day, _)| *day >= first_of(planted.from_month)).collect();
        let mut b = group(&mut draws, &cumulated, days, incidents, scenario);
        // Exactly the planted share of those that could follow, picked at random.
        let mut able: Vec<usize> = (0..b.len()).filter(|&at| b[at].0 >= first_of(planted.from_month)).collect();
        let following = (able.len() as f64 * planted.share).round() as usize;
        for _ in 0..if causes.is_empty() { 0 } else { following } {
            let at = able.swap_remove(draws.below(able.len()));
            let (day, place) = causes[draws.below(causes.len())];
            b[at] = ((day + 1 + draws.below(FOLLOWS_WITHIN) as i32).min(days - 1), place);
        }
        Pair { a, b, span: Span { from: 0, to: days - 1 }, months: (0..months).map(first_of).collect() }
    }

    /// Both groups with coordinates.
    pub fn activities(&self, seed: u64) -> (Activity, Activity) {
        let mut draws = Draws(Pcg64Mcg::seed_from_u64(seed));
        let mut placed = |incidents: &[(i32, usize)]| {
            let event = |&(day, place): &(i32, usize)| {
                let mut scatter = || (draws.share() - 0.5) * 0.045;
                let (north, east) = ((place % IN_A_ROW) as f64, (place / IN_A_ROW) as f64);
                let (latitude, longitude) = (30.0 + north + scatter(), 66.0 + 1.5 * east + scatter());
                let place_of = Point::from_degrees(latitude, longitude);
                Event { day, place: place_of, exactness: Exactness::Exact, district: Some(place as u32), row: 0 }
            };
            Activity::new(incidents.iter().map(event).collect())
        };
        (placed(&self.a), placed(&self.b))
    }
}

/// The intensity of every day and place, summed up in their order.
fn cumulated_intensity(draws: &mut Draws, days: i32, scenario: Scenario) -> Vec<f64> {
    let mut middles = |number: usize| -> Vec<f64> { (0..number).map(|_| draws.share() * f64::from(days)).collect() };
    let common = middles(COMMON_SURGES);
    let of_places: Vec<Vec<f64>> = (0..scenario.places).map(|_| middles(SURGES_OF_A_PLACE)).collect();
    let phase = draws.share();
    let usual: Vec<f64> = (0..scenario.places).map(|_| 0.5 + draws.share()).collect();
    let surge = |middles: &[f64], day: f64, height: f64| {
        let bump = |middle: &f64| {
            let off = ((day - middle) / scenario.surge_days).abs();
            if off < 0.5 { 0.5 + 0.5 * (std::f64::consts::TAU * off).cos() } else { 0.0 }
        };
        1.0 + (height - 1.0) * middles.iter().map(bump).fold(0.0, f64::max)
    };
    let mut sum = 0.0;
    let mut cumulated = Vec::with_capacity(days as usize * scenario.places);
    for day in 0..days {
        let day = f64::from(day);
        let mut all = 1.0;
        if scenario.season {
            all *= 1.0 + SEASON * (std::f64::consts::TAU * (day / 365.25 + phase)).sin();
        }
        if scenario.common_surge {
            all *= surge(&common, day, SURGE_HEIGHT / 2.0);
        }
        for place in 0..scenario.places {
            let own = if scenario.surges_of_places { surge(&of_places[place], day, SURGE_HEIGHT) } else { 1.0 };
            sum += all * usual[place] * own;
            cumulated.push(sum);
        }
    }
    cumulated
}

/// Incidents of one group, alone.
fn group(draws: &mut Draws, cumulated: &[f64], days: i32, incidents: usize, scenario: Scenario) -> Vec<(i32, usize)> {
    let all = *cumulated.last().expect("a pair has days");
    let mut drawn = Vec::with_capacity(incidents);
    while drawn.len() < incidents {
        let at = draws.share() * all;
        let cell = cumulated.partition_point(|&sum| sum <= at);
        let (mut day, place) = ((cell / scenario.places) as i32, cell % scenario.places);
        drawn.push((day, place));
        while scenario.near_repeats && drawn.len() < incidents && draws.share() < REPEAT {
            day += 1 + draws.below(REPEAT_WITHIN) as i32;
            if day >= days {
                break;
            }
            drawn.push((day, place));
        }
    }
    drawn
}

/// The questions of the program with a window for the whole time, with so many moves as a first look has.
pub fn plan(window: i32) -> Plan {
    let usual = Plan::default();
    Plan::new(usual.spaces().to_vec(), usual.days().to_vec(), window, 999)
        .and_then(|plan| plan.rising_within(Plan::WINDOW))
        .expect("the plan is sound")
}
