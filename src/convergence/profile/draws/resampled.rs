//! Resamples of offensives with replacement, drawn sort by sort.

use super::{Counts, Picks, Sorts, sorts};
use rand_pcg::Pcg64Mcg;

/// By how many standard deviations fewer are drawn at first than are wanted.
const SHORT: f64 = 2.0;

/// As many offensives of a group as it has, drawn with replacement.
///
/// Which ones are drawn does not matter, only how many of each sort. Each sort is drawn for itself: a Poisson number, with a somewhat
/// lower mean than it has offensives. Where the sum is not too large, which is nearly always, the missing ones are drawn one by one.
/// Whatever the sum was, the numbers are then multinomial: Poisson numbers are, given their sum.
pub(super) struct Resampled {
    /// Offensives of the group.
    wanted: usize,
    picks: Picks,
    sorts: Sorts,
    drawn: Vec<u32>,
}

impl Resampled {
    /// `times` are the group's offensives of each value.
    pub(super) fn of(times: &[u32]) -> Resampled {
        let wanted = times.iter().map(|&times| times as usize).sum();
        let at_first = 1.0 - SHORT / (wanted as f64).sqrt();
        // Of a handful each is drawn one by one.
        let is_worth_it = at_first > 0.0;
        let none = Sorts { values: Vec::new(), counts: Vec::new() };
        let sorts = if is_worth_it { sorts(times, |alike| Counts::poisson(f64::from(alike) * at_first)) } else { none };
        Resampled { wanted, picks: Picks::of(times), sorts, drawn: vec![0; times.len()] }
    }

    /// How often each value was drawn.
    pub(super) fn draw(&mut self, random: &mut Pcg64Mcg) -> &mut [u32] {
        let first = loop {
            self.drawn.fill(0);
            let first = self.sorts.draw(&mut self.drawn, random);
            if first <= self.wanted {
                break first;
            }
        };
        for _ in first..self.wanted {
            self.drawn[self.picks.draw(random)] += 1;
        }
        &mut self.drawn
    }
}
