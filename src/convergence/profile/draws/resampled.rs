//! Resamples of offensives with replacement, drawn sort by sort.

use super::{Counts, Sorts, sorts};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// By how many standard deviations fewer are drawn at first than are wanted.
const SHORT: f64 = 2.0;

/// As many offensives of a group as it has, drawn with replacement.
///
/// Which ones are drawn does not matter, only how many of each sort. Each sort is drawn for itself: a Poisson number, with a somewhat
/// lower mean than it has offensives. Where the sum is not too large, which is nearly always, the missing ones are drawn one by one.
/// Whatever the sum was, the numbers are then multinomial: Poisson numbers are, given their sum.
pub(super) struct Resampled<'a> {
    /// The values of the offensives.
    values: &'a [u32],
    sorts: Sorts,
    drawn: Vec<u32>,
}

impl<'a> Resampled<'a> {
    /// `room` has a place for each value.
    pub(super) fn of(values: &'a [u32], room: Vec<u32>) -> Resampled<'a> {
        let mut drawn = room;
        values.iter().for_each(|&value| drawn[value as usize] += 1);
        let at_first = 1.0 - SHORT / (values.len() as f64).sqrt();
        // Of a handful each is drawn one by one.
        let is_worth_it = at_first > 0.0;
        let none = Sorts { values: Vec::new(), counts: Vec::new() };
        let sorts =
            if is_worth_it { sorts(&drawn, |alike| Counts::poisson(f64::from(alike) * at_first)) } else { none };
        Resampled { values, sorts, drawn }
    }

    /// How often each value was drawn.
    pub(super) fn draw(&mut self, random: &mut Pcg64Mcg) -> &mut [u32] {
        let wanted = self.values.len();
        let first = loop {
            self.drawn.fill(0);
            let first = self.sorts.draw(&mut self.drawn, random);
            if first <= wanted {
                break first;
            }
        };
        for _ in first..wanted {
            self.drawn[self.values[random.random_range(0..wanted)] as usize] += 1;
        }
        &mut self.drawn
    }
}
