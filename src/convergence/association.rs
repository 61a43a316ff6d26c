//! Indices of association of two groups over cells (a district in a week, say): how often both are active in one.
//!
//! *Jaccard* (1912): both / (both + only a + only b). *Half-weight index*, or Dice (1945): both / (both + half of the cells with
//! only one); Cairns & Schwager 1987 say what each assumes: Jaccard that every incident of both is seen, the half-weight index
//! that a group is more easily missed when the other is not there. *Lift*: how much more often both are there than if each chose
//! its cells apart. *phi*: the correlation of the two columns of 0 and 1. *Odds ratio*: as in any table of two by two. *Fisher's
//! p*, one-sided (1935): the chance of so many cells with both or more, given how many cells each group has.
//!
//! *Cells are not independent*: a surge fills neighbouring weeks, and two groups share the places where there is something to
//! strike. Fisher's p takes every cell for a new throw of the dice, so it is far too small beside a null that keeps places and
//! rhythm. It is here to be compared with, not to be called. How many cells have neither is a choice of who lays the grid;
//! Jaccard and the half-weight index do not use it.
//!
//! *Degenerate input.* What divides by 0 is `None`. Margins above 0 and no cell with only one of them: the odds ratio is
//! infinite.

use statrs::function::factorial::ln_binomial;

/// Cells by which of the two groups was active in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    pub both: u64,
    pub only_a: u64,
    pub only_b: u64,
    pub neither: u64,
}

/// The indices; `None` where the cells do not define one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Association {
    /// 0 to 1. `None` where neither group is active.
    pub jaccard: Option<f64>,
    /// 0 to 1, at least the Jaccard index. `None` where neither group is active.
    pub half_weight: Option<f64>,
    /// Cells with both over those expected of independent groups. `None` where one group is not active.
    pub lift: Option<f64>,
    /// -1 to 1. `None` where a group is active in no cell or in all.
    pub phi: Option<f64>,
    /// May be infinite. `None` where phi is.
    pub odds_ratio: Option<f64>,
    /// One-sided, more together than apart. `None` where phi is.
    pub fisher_p: Option<f64>,
}

/// All indices of one table of cells.
pub fn association(cells: Cells) -> Association {
    Association {
        jaccard: cells.jaccard(),
        half_weight: cells.half_weight(),
        lift: cells.lift(),
        phi: cells.phi(),
        odds_ratio: cells.odds_ratio(),
        fisher_p: cells.fisher_p(),
    }
}

impl Cells {
    /// Both, only a, only b, neither, as numbers.
    fn numbers(self) -> [f64; 4] {
        [self.both as f64, self.only_a as f64, self.only_b as f64, self.neither as f64]
    }

    /// Both over either; 0 to 1.
    pub fn jaccard(self) -> Option<f64> {
        let [both, only_a, only_b, _] = self.numbers();
        quotient(both, both + only_a + only_b)
    }

    /// Both over the mean number of cells of the two groups; 0 to 1.
    pub fn half_weight(self) -> Option<f64> {
        let [both, only_a, only_b, _] = self.numbers();
        quotient(both, both + f64::midpoint(only_a, only_b))
    }

    fn lift(self) -> Option<f64> {
        let [both, only_a, only_b, neither] = self.numbers();
        quotient(both * (both + only_a + only_b + neither), (both + only_a) * (both + only_b))
    }

    /// The four margins: cells with a, with b, without a, without b. `None` where one is 0.
    fn margins(self) -> Option<[f64; 4]> {
        let [both, only_a, only_b, neither] = self.numbers();
        let margins = [both + only_a, both + only_b, only_b + neither, only_a + neither];
        margins.iter().all(|&margin| margin > 0.0).then_some(margins)
    }

    fn phi(self) -> Option<f64> {
        let [both, only_a, only_b, neither] = self.numbers();
        // Roots one by one: a product of four margins could overflow.
        let scale: f64 = self.margins()?.iter().map(|margin| margin.sqrt()).product();
        quotient(both * neither - only_a * only_b, scale)
    }

    fn odds_ratio(self) -> Option<f64> {
        self.margins()?;
        let [both, only_a, only_b, neither] = self.numbers();
        // With all margins above 0, both products are 0 never at once.
        Some(both * neither / (only_a * only_b))
    }

    fn fisher_p(self) -> Option<f64> {
        self.margins()?;
        let (with_a, with_b) = (self.both + self.only_a, self.both + self.only_b);
        let all = with_a + self.only_b + self.neither;
        let scale = ln_binomial(all, with_b);
        let chance = |both: u64| (ln_binomial(with_a, both) + ln_binomial(all - with_a, with_b - both) - scale).exp();
        // From the far end, where the terms are smallest.
        Some((self.both..=with_a.min(with_b)).rev().map(chance).sum::<f64>().min(1.0))
    }
}

fn quotient(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(both: u64, only_a: u64, only_b: u64, neither: u64) -> Cells {
        Cells { both, only_a, only_b, neither }
    }

    fn near(got: Option<f64>, expected: f64, tolerance: f64) {
        let got = got.expect("it is defined");
        assert!((got - expected).abs() <= tolerance, "{got} is not {expected}");
    }

    #[test]
    fn reference_values() {
        // Computed with numpy and scipy.stats.fisher_exact (alternative "greater"); to the six digits given.
        let got = association(cells(9, 30, 12, 105));
        near(got.jaccard, 0.176_471, 5e-7);
        near(got.half_weight, 0.3, 1e-15);
        near(got.lift, 1.714_286, 5e-7);
        near(got.phi, 0.162_650, 5e-7);
        near(got.odds_ratio, 2.625, 1e-15);
        near(got.fisher_p, 0.043_493, 5e-7);
    }

    #[test]
    fn fishers_tea() {
        // Fisher 1935: of eight cups, three of four guessed right: 17 of 70; all four: 1 of 70.
        near(association(cells(3, 1, 1, 3)).fisher_p, 17.0 / 70.0, 1e-12);
        near(association(cells(4, 0, 0, 4)).fisher_p, 1.0 / 70.0, 1e-12);
        near(association(cells(0, 4, 4, 0)).fisher_p, 1.0, 1e-12);
    }

    #[test]
    fn zero_margins_are_no_numbers() {
        let nothing = association(Cells::default());
        assert_eq!(
            nothing,
            Association { jaccard: None, half_weight: None, lift: None, phi: None, odds_ratio: None, fisher_p: None }
        );
        let without_b = association(cells(0, 7, 0, 90));
        assert_eq!((without_b.jaccard, without_b.half_weight), (Some(0.0), Some(0.0)));
        assert_eq!((without_b.lift, without_b.phi, without_b.odds_ratio, without_b.fisher_p), (None, None, None, None));
        let everywhere = association(cells(5, 4, 0, 0));
        assert_eq!((everywhere.lift, everywhere.phi, everywhere.fisher_p), (Some(1.0), None, None));
        let nested = association(cells(5, 0, 3, 10));
        assert_eq!(nested.odds_ratio, Some(f64::INFINITY));
        assert_eq!(association(cells(0, 5, 3, 10)).odds_ratio, Some(0.0));
    }

    #[test]
    fn a_large_table_stays_finite() {
        let got = association(cells(100_000, 200_000, 300_000, 4_000_000_000));
        assert!(got.phi.is_some_and(|phi| (0.0..1.0).contains(&phi)), "{got:?}");
        assert!(got.fisher_p.is_some_and(|p| (0.0..1e-300).contains(&p)), "{got:?}");
    }
}
