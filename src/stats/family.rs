//! Multiplicity: a family of tests, and what p is worth in it.
//!
//! *Rule.* Benjamini & Hochberg 1995: with the p ascending, the adjusted p of the i-th of m is the smallest p_j m / j over
//! j >= i, at most 1. Calling all with q below 0.05 keeps the expected share of false calls among the calls below 5 %, for
//! independent tests and for tests that rise together (Benjamini & Yekutieli 2001). *Assumption.* Each p is not smaller than
//! uniform where nothing changed.
//!
//! *Left out.* A test whose smallest possible p is above 0.05 can never make a call and would only weaken the others (Tarone 1990).
//! Which tests these are follows from totals that say nothing about a change, so leaving them out costs nothing.
//!
//! *A p that is not among the family's* (a filtered series, say) joins it: its q is that in the family with it added.
//! *Degenerate input.* An empty family: q is p. A p that is no number counts as 1.

use super::interval::ALPHA;

/// The tests of one question and scope over the unfiltered input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Family {
    /// Ascending.
    ps: Vec<f64>,
    /// The adjusted p of each.
    adjusted: Vec<f64>,
    /// For each: the smallest adjusted value from it on once a smaller p has joined.
    joined: Vec<f64>,
    /// Tests that could never reach 0.05 and were left out (Tarone 1990).
    left_out: usize,
}

impl Family {
    /// From `(p, smallest possible p)` of every test.
    pub fn new(tests: impl IntoIterator<Item = (f64, f64)>) -> Family {
        let (able, unable): (Vec<_>, Vec<_>) = tests.into_iter().partition(|&(_, smallest)| can_reach(smallest));
        let mut ps: Vec<f64> = able.into_iter().map(|(p, _)| sound(p)).collect();
        ps.sort_by(f64::total_cmp);
        let size = ps.len();
        Family { adjusted: step_up(&ps, size, 1), joined: step_up(&ps, size + 1, 2), ps, left_out: unable.len() }
    }

    /// Tests in the family.
    pub fn size(&self) -> usize {
        self.ps.len()
    }

    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Tests with q, and with p, up to 0.05.
    pub fn clear(&self) -> usize {
        self.adjusted.iter().filter(|&&q| q <= ALPHA).count()
    }

    pub fn nominal(&self) -> usize {
        self.ps.iter().filter(|&&p| p <= ALPHA).count()
    }

    /// The Benjamini-Hochberg adjusted p of a test; a p that is not among the family's joins it. `None` where the test could never
    /// have reached 0.05.
    pub fn q(&self, p: f64, smallest: f64) -> Option<f64> {
        if !can_reach(smallest) {
            return None;
        }
        let p = sound(p);
        let at = self.ps.partition_point(|&other| other < p);
        if self.ps.get(at) == Some(&p) {
            return Some(self.adjusted[at]);
        }
        let own = (p * (self.ps.len() + 1) as f64 / (at + 1) as f64).max(p);
        let later = self.joined.get(at).copied().unwrap_or(1.0);
        Some(own.min(later))
    }
}

fn can_reach(smallest: f64) -> bool {
    smallest <= ALPHA
}

fn sound(p: f64) -> f64 {
    if p.is_nan() { 1.0 } else { p.clamp(0.0, 1.0) }
}

/// The smallest `p size / rank` from each p on, where the first has the rank `first`; at most 1.
fn step_up(ps: &[f64], size: usize, first: usize) -> Vec<f64> {
    let mut smallest: f64 = 1.0;
    let mut adjusted: Vec<f64> = ps
        .iter()
        .enumerate()
        .rev()
        .map(|(i, &p)| {
            // The product may round to a hair below p.
            smallest = smallest.min((p * size as f64 / (i + first) as f64).max(p));
            smallest
        })
        .collect();
    adjusted.reverse();
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn family(ps: &[f64]) -> Family {
        Family::new(ps.iter().map(|&p| (p, 0.0)))
    }

    fn qs(ps: &[f64]) -> Vec<f64> {
        let family = family(ps);
        ps.iter().map(|&p| family.q(p, 0.0).expect("in the family")).collect()
    }

    #[test]
    fn the_authors_own_example() {
        // Benjamini & Hochberg 1995, 15 p-values; adjusted values by R's p.adjust, tolerance half the last digit.
        let ps = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ];
        let expected = [
            0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486, 0.58118182,
            0.714875, 0.75323077, 0.81321429, 1.0,
        ];
        let got = qs(&ps);
        for (got, expected) in got.iter().zip(expected) {
            assert!((got - expected).abs() < 5.1e-9, "{got} {expected}");
        }
        assert_eq!(got.iter().filter(|&&q| q < ALPHA).count(), 4);
    }

    #[test]
    fn ties_share_their_q() {
        let got = qs(&[0.01, 0.02, 0.03, 0.04, 0.05, 0.5]);
        for q in &got[..5] {
            assert!((q - 0.06).abs() < 1e-12);
        }
        assert!((got[5] - 0.5).abs() < 1e-12);
    }

    #[test]
    fn what_can_never_reach_five_per_cent_is_left_out() {
        let family = Family::new([(0.01, 0.001), (0.25, 0.25), (0.5, 0.05)]);
        assert_eq!((family.size(), family.left_out()), (2, 1));
        assert_eq!(family.q(0.25, 0.25), None);
        assert_eq!(family.q(0.01, 0.001), Some(0.02));
    }

    #[test]
    fn degenerate_families() {
        assert_eq!(Family::default().q(0.03, 0.0), Some(0.03));
        assert_eq!(qs(&[0.2; 7]), [0.2; 7]);
        assert_eq!(qs(&[0.0]), [0.0]);
        assert_eq!(family(&[f64::NAN, 0.01]).q(0.01, 0.0), Some(0.02));
    }

    proptest! {
        #[test]
        fn q_rises_with_p_and_is_never_below_it(mut ps in proptest::collection::vec(0.0..=1.0_f64, 1..60)) {
            ps.sort_by(f64::total_cmp);
            let got = qs(&ps);
            prop_assert!(got.windows(2).all(|w| w[0] <= w[1]));
            prop_assert!(got.iter().zip(&ps).all(|(q, p)| q >= p && *q <= 1.0));
        }

        #[test]
        fn a_p_that_joins_has_the_q_of_the_family_with_it(ps in proptest::collection::vec(0.0..=1.0_f64, 0..40), p in 0.0..=1.0_f64) {
            let joined = family(&ps).q(p, 0.0).expect("able");
            let mut with: Vec<f64> = ps.clone();
            with.push(p);
            prop_assert!((joined - family(&with).q(p, 0.0).expect("able")).abs() < 1e-12);
        }
    }
}
