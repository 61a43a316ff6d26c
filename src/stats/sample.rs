//! A sample: what a statistic sees of a series. Counts with their exposure and their place in the year.

use crate::period::{Day, Grain, Period};

/// One value of a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// The position of its period: consecutive periods differ by one, a gap in coverage shows as a jump.
    pub at: i32,
    /// Incidents or people; whole but where an attribution divides incidents.
    pub count: f64,
    /// Covered days.
    pub days: f64,
    /// Where in the year the middle of its period lies, 0 to below 1.
    pub phase: f64,
}

/// Complete periods of one series with a known number, oldest first.
///
/// Invariants: positions ascend, counts are finite and not negative, days are positive, phases lie in 0..1.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    observations: Vec<Observation>,
    /// Periods in a year: 12 for months, 365.25 for days.
    per_year: f64,
}

impl Sample {
    /// `None` where an invariant does not hold.
    pub fn new(observations: Vec<Observation>, per_year: f64) -> Option<Sample> {
        let sound =
            |o: &Observation| o.count.is_finite() && o.count >= 0.0 && o.days > 0.0 && (0.0..1.0).contains(&o.phase);
        let ascending = observations.windows(2).all(|pair| pair[0].at < pair[1].at);
        (ascending && per_year > 0.0 && observations.iter().all(sound)).then_some(Sample { observations, per_year })
    }

    /// A sample without values: where there is no history.
    pub fn none() -> Sample {
        Sample { observations: Vec::new(), per_year: 1.0 }
    }

    /// Consecutive months from a January on, each with its days in a common year.
    pub fn months(counts: &[f64]) -> Option<Sample> {
        const DAYS: [f64; 12] = [31.0, 28.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0];
        let observation = |(at, &count): (usize, &f64)| {
            let phase = (at % 12) as f64 / 12.0 + 1.0 / 24.0;
            Observation { at: at as i32, count, days: DAYS[at % 12], phase }
        };
        Sample::new(counts.iter().enumerate().map(observation).collect(), 12.0)
    }

    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    pub fn per_year(&self) -> f64 {
        self.per_year
    }

    pub fn len(&self) -> usize {
        self.observations.len()
    }

    pub fn is_empty(&self) -> bool {
        self.observations.is_empty()
    }

    pub fn counts(&self) -> impl DoubleEndedIterator<Item = f64> + ExactSizeIterator + Clone {
        self.observations.iter().map(|o| o.count)
    }

    pub fn days(&self) -> impl DoubleEndedIterator<Item = f64> + ExactSizeIterator + Clone {
        self.observations.iter().map(|o| o.days)
    }

    /// All that was counted.
    pub fn total(&self) -> f64 {
        self.counts().sum()
    }

    /// The newest `n` values, or all if they are fewer.
    pub fn newest(&self, n: usize) -> Sample {
        let from = self.len().saturating_sub(n);
        Sample { observations: self.observations[from..].to_vec(), per_year: self.per_year }
    }

    /// The values before the position.
    pub fn before(&self, at: i32) -> Sample {
        let until = self.observations.partition_point(|o| o.at < at);
        Sample { observations: self.observations[..until].to_vec(), per_year: self.per_year }
    }

    /// The newest value, and all before it.
    pub fn split_newest(&self) -> Option<(Sample, Observation)> {
        let newest = *self.observations.last()?;
        Some((self.before(newest.at), newest))
    }

    /// Positions that the values span, gaps included.
    pub fn span(&self) -> usize {
        match self.observations.as_slice() {
            [first, .., last] => usize::try_from(last.at - first.at + 1).expect("positions ascend"),
            short => short.len(),
        }
    }
}

/// Where in the year the middle of a period lies, 0 to below 1.
pub fn phase(period: Period) -> f64 {
    let middle = period.start().plus(i32::try_from(period.days()).expect("a period has at most 366 days") / 2);
    let new_year = Day::from_ymd(middle.year(), 1, 1).expect("every year has a first of January");
    let year = if Day::from_ymd(middle.year(), 2, 29).is_some() { 366.0 } else { 365.0 };
    f64::from(middle.since(new_year)) / year
}

/// Periods in a year.
pub fn per_year(grain: Grain) -> f64 {
    match grain {
        Grain::Day => 365.25,
        Grain::Week(_) => 365.25 / 7.0,
        Grain::Month => 12.0,
        Grain::Quarter => 4.0,
        Grain::HalfYear => 2.0,
        Grain::Year => 1.0,
    }
}
