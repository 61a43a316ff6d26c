//! Round numbers: ticks of a value axis from 0, classes of a heat map, and how a number is written on a chart.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use super::canvas::FINE;

/// Gap between a thousand and the next, and the sign of the decimal.
const GROUP: usize = 3;
/// More classes than this cannot be told apart in one hue.
pub(super) const MOST_CLASSES: usize = 7;
/// Classes of a map, if rounding leaves as many.
const MAP_CLASSES: f64 = 5.0;
/// Counts of which the largest is so many times the smallest are not compared on one even scale.
const FAR_APART: f64 = 30.0;
/// More decimals than this are noise on a chart.
const MOST_DECIMALS: usize = 6;
/// What counts as a whole number: far below any share or mean that is worth printing.
const WHOLE: f64 = 1e-9;

/// A value axis from 0 to a round number.
#[derive(Debug, Clone)]
pub(super) struct ValueAxis {
    top: f64,
    step: f64,
    /// Written after each number.
    unit: &'static str,
}

impl ValueAxis {
    /// The axis that holds every value, with at most `most` steps. Only 0 for an empty or all-zero list.
    pub(super) fn over(values: impl Iterator<Item = f64>, most: usize) -> Self {
        Self::holding(values, std::iter::empty(), most)
    }

    /// The axis of `counted` values with lines laid over them: a mean may fall between two whole numbers, a tick must not.
    pub(super) fn holding(
        counted: impl Iterator<Item = f64>,
        laid_over: impl Iterator<Item = f64>,
        most: usize,
    ) -> Self {
        let (mut max, mut whole) = (0.0_f64, true);
        for value in counted.filter(|v| v.is_finite()) {
            max = max.max(value);
            whole &= is_whole(value);
        }
        max = laid_over.filter(|v| v.is_finite()).fold(max, f64::max);
        if max <= 0.0 {
            return Self { top: 1.0, step: 2.0, unit: "" };
        }
        let mut step = round_step(max / most.max(1) as f64);
        if whole && !is_whole(step) {
            // Half an incident is no tick: 2.5 becomes 5, and what is below 1 becomes 1.
            step = if step < 1.0 { 1.0 } else { step * 2.0 };
        }
        Self { top: (max / step - WHOLE).ceil().max(1.0) * step, step, unit: "" }
    }

    /// An axis that ends with the longest value, for bars that carry their numbers themselves.
    pub(super) fn exactly(longest: f64) -> Self {
        let top = if longest > 0.0 { longest } else { 1.0 };
        Self { top, step: top, unit: "" }
    }

    /// An axis that ends at a given number above 0, e.g. 1 for an index, with at most `most` steps that divide it evenly.
    pub(super) fn up_to(top: f64, most: usize) -> Self {
        let parts = [5, 4, 2].into_iter().find(|parts| *parts <= most).unwrap_or(1);
        Self { top, step: top / parts as f64, unit: "" }
    }

    /// Shares of a whole.
    pub(super) fn percent() -> Self {
        Self { top: 100.0, step: 25.0, unit: " %" }
    }

    /// The highest value that it holds.
    pub(super) fn top(&self) -> f64 {
        self.top
    }

    /// The ticks from 0 up.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let count = (self.top / self.step + WHOLE).floor() as usize;
        (0..=count).map(|i| i as f64 * self.step).collect()
    }

    /// The tick in words, with no more decimals than the step has.
    pub(super) fn label(&self, value: f64) -> String {
        let decimals = if value > 0.0 { decimals(self.step) } else { 0 };
        number(value, decimals) + self.unit
    }

    /// Distance in pixels from the axis' start for a value, on an axis `length` pixels long.
    pub(super) fn along(&self, value: f64, length: f64) -> f64 {
        let axis = RangedCoordf64::from(0.0..self.top);
        f64::from(axis.map(&value.clamp(0.0, self.top), (0, (length * FINE).round() as i32))) / FINE
    }
}

/// The next of 1, 2, 2.5, 5, 10, 20, 25, 50 ... at or above a positive number.
fn round_step(raw: f64) -> f64 {
    let power = 10f64.powf(raw.log10().floor());
    let lead = raw / power;
    let round = if lead <= 1.0 + WHOLE {
        1.0
    } else if lead <= 2.0 + WHOLE {
        2.0
    } else if lead <= 2.5 + WHOLE {
        2.5
    } else if lead <= 5.0 + WHOLE {
        5.0
    } else {
        10.0
    };
    round * power
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < WHOLE
}

fn decimals(step: f64) -> usize {
    (0..MOST_DECIMALS).find(|places| is_whole(step * 10f64.powi(*places as i32))).unwrap_or(MOST_DECIMALS)
}

/// A number with thousands separators: `12,345`, `0.25`.
pub(super) fn number(value: f64, decimals: usize) -> String {
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % GROUP == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

/// A value of its own, e.g. in a tile: whole if it is whole, else with one decimal below 100.
pub(super) fn value(value: f64) -> String {
    let decimals = if is_whole(value) || value >= 100.0 { 0 } else { 1 };
    number(value, decimals)
}

/// The same with a minus, where it is below 0.
pub(super) fn signed(number: f64) -> String {
    if number < 0.0 { format!("−{}", value(-number)) } else { value(number) }
}

/// Classes of a heat map: the lower end of each, ascending, the first above 0.
#[derive(Debug, Clone)]
pub(super) struct Classes {
    floors: Vec<f64>,
    max: f64,
    whole: bool,
}

impl Classes {
    /// Classes that hold every value above 0. Counts get ever wider classes, since violence is skewed: with equal
    /// ones a single bad month leaves the rest of the map pale. Rates and shares get equal ones.
    pub(super) fn over(values: impl Iterator<Item = f64>) -> Self {
        let (mut max, mut whole) = (0.0_f64, true);
        for value in values.filter(|v| v.is_finite() && *v > 0.0) {
            max = max.max(value);
            whole &= is_whole(value);
        }
        let floors = if max <= 0.0 {
            Vec::new()
        } else if whole {
            counted(max)
        } else {
            let step = round_step(max / (MOST_CLASSES - 1) as f64);
            (0..MOST_CLASSES).map(|i| i as f64 * step).take_while(|floor| *floor < max).collect()
        };
        Self { floors, max, whole }
    }

    /// Classes of equal width for regions of a map, which are few and compared with each other: ever wider ones would show all
    /// but the quietest alike. Where they are far apart, counts get ever wider classes after all.
    pub(super) fn even(values: impl Iterator<Item = f64>) -> Self {
        let values: Vec<f64> = values.filter(|v| v.is_finite() && *v > 0.0).collect();
        let (least, max) = values.iter().fold((f64::INFINITY, 0.0_f64), |(least, max), v| (least.min(*v), max.max(*v)));
        let whole = values.iter().all(|v| is_whole(*v));
        if max <= 0.0 || (whole && (max <= MOST_CLASSES as f64 || max > least * FAR_APART)) {
            return Self::over(values.into_iter());
        }
        let mut step = round_step(max / MAP_CLASSES);
        if whole && !is_whole(step) {
            step = if step < 1.0 { 1.0 } else { step * 2.0 };
        }
        let floors: Vec<f64> = (0..MOST_CLASSES).map(|i| i as f64 * step).take_while(|floor| *floor < max).collect();
        // Counts begin with 1, since 0 is a class of its own; rates end with a round number.
        let end = if whole { max } else { floors.len() as f64 * step };
        let first = if whole { 1.0 } else { 0.0 };
        Self { floors: floors.into_iter().map(|floor| floor.max(first)).collect(), max: end, whole }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.floors.len()
    }

    /// The class of a value above 0.
    pub(super) fn of(&self, value: f64) -> usize {
        self.floors.iter().rposition(|floor| *floor <= value).unwrap_or(0)
    }

    /// What a class holds: "5", "5–9", "50–77", "0.2–0.4".
    pub(super) fn label(&self, class: usize) -> String {
        let floor = self.floors[class];
        let next = self.floors.get(class + 1).copied();
        if self.whole {
            let last = next.map_or(self.max, |n| n - 1.0);
            return if last <= floor {
                number(floor, 0)
            } else {
                format!("{}–{}", number(floor, 0), number(last, 0))
            };
        }
        let places = decimals(self.floors.get(1).copied().unwrap_or(self.max));
        format!("{}–{}", number(floor, places), number(next.unwrap_or(self.max), places))
    }
}

/// Lower ends 1, 2, 5, 10 ...; 1, 3, 10 ... or 1, 10, 100 ... where that would be too many.
fn counted(max: f64) -> Vec<f64> {
    if max <= MOST_CLASSES as f64 {
        return (1..=max as usize).map(|n| n as f64).collect();
    }
    let series: [&[f64]; 3] = [&[1.0, 2.0, 5.0], &[1.0, 3.0], &[1.0]];
    let floors = |leads: &[f64]| -> Vec<f64> {
        (0..=15)
            .flat_map(|power| leads.iter().map(move |lead| lead * 10f64.powi(power)))
            .take_while(|f| *f <= max)
            .collect()
    };
    series
        .iter()
        .map(|leads| floors(leads))
        .find(|list| list.len() <= MOST_CLASSES)
        .unwrap_or_else(|| floors(series[2]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(values: &[f64], most: usize) -> (Vec<f64>, Vec<String>) {
        let axis = ValueAxis::over(values.iter().copied(), most);
        let ticks = axis.ticks();
        let labels = ticks.iter().map(|t| axis.label(*t)).collect();
        (ticks, labels)
    }

    #[test]
    fn ticks_are_round_and_hold_the_values() {
        assert_eq!(axis(&[64.0], 3).0, [0.0, 25.0, 50.0, 75.0]);
        assert_eq!(axis(&[12_480.0], 5).1, ["0", "2,500", "5,000", "7,500", "10,000", "12,500"]);
        assert_eq!(axis(&[0.62], 4).1, ["0", "0.2", "0.4", "0.6", "0.8"]);
    }

    #[test]
    fn counts_have_no_fractional_ticks() {
        assert_eq!(axis(&[1.0], 5).0, [0.0, 1.0]);
        assert_eq!(axis(&[7.0], 3).0, [0.0, 5.0, 10.0]);
    }

    #[test]
    fn nothing_and_zero_have_the_zero_tick_only() {
        assert_eq!(axis(&[], 5).0, [0.0]);
        assert_eq!(axis(&[0.0, f64::NAN], 5).0, [0.0]);
    }

    #[test]
    fn classes_of_counts_widen_and_say_what_they_hold() {
        let classes = Classes::over([3.0, 77.0].into_iter());
        let labels: Vec<String> = (0..classes.len()).map(|c| classes.label(c)).collect();
        assert_eq!(labels, ["1", "2–4", "5–9", "10–19", "20–49", "50–77"]);
        assert_eq!((classes.of(4.0), classes.of(5.0), classes.of(77.0)), (1, 2, 5));
    }

    #[test]
    fn classes_of_a_map_tell_alike_regions_apart() {
        let labels = |values: &[f64]| -> Vec<String> {
            let classes = Classes::even(values.iter().copied());
            (0..classes.len()).map(|c| classes.label(c)).collect()
        };
        assert_eq!(labels(&[43.0, 241.0, 114.0]), ["1–49", "50–99", "100–149", "150–199", "200–241"]);
        assert_eq!(labels(&[1.7, 15.3]), ["0–5", "5–10", "10–15", "15–20"]);
        assert_eq!(labels(&[1.0, 62.0, 77.0]), ["1", "2–4", "5–9", "10–19", "20–49", "50–77"], "far apart");
        assert_eq!(labels(&[3.0]), ["1", "2", "3"]);
        assert_eq!(labels(&[0.0]), Vec::<String>::new());
    }

    #[test]
    fn classes_stay_few_whatever_the_range() {
        for max in [1.0, 8.0, 1_200.0, 3.0e6, 0.37, 99.5] {
            let classes = Classes::over([max].into_iter());
            assert!((1..=MOST_CLASSES).contains(&classes.len()), "{max}: {}", classes.len());
            assert_eq!(classes.of(max), classes.len() - 1);
        }
        assert_eq!(Classes::over([0.0].into_iter()).len(), 0);
    }

    #[test]
    fn numbers_have_thousands_separators() {
        assert_eq!(number(1_234_567.0, 0), "1,234,567");
        assert_eq!(value(12.34), "12.3");
        assert_eq!(value(1_234.5), "1,234");
    }
}
