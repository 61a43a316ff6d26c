//! Sums over many clusters as normal numbers: independent clusters, so the means and covariances add up, exactly.

use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64Mcg;

/// From so many clusters on that may be near something, whose near incidents vary as much, sums over them are drawn as normal numbers:
/// a draw then costs the same however many they are. Even a tenth of such a sum has a variance of 40, with which a Poisson number is
/// skewed by 0.16 only.
pub(super) const MANY: usize = 2_000;
pub(super) const VARIED: f64 = 400.0;

/// One sum.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    pub(super) mean: f64,
    pub(super) variance: f64,
}

impl Sum {
    /// A cluster more, from its numbers at all positions, each as likely as any other.
    pub(super) fn add(&mut self, at_positions: impl ExactSizeIterator<Item = f64> + Clone) {
        let positions = at_positions.len() as f64;
        let mean = at_positions.clone().sum::<f64>() / positions;
        self.mean += mean;
        self.variance += at_positions.map(|number| (number - mean).powi(2)).sum::<f64>() / positions;
    }

    pub(super) fn draw(&self, random: &mut Pcg64Mcg) -> f64 {
        let deviation: f64 = StandardNormal.sample(random);
        self.mean + self.variance.sqrt() * deviation
    }
}

/// The sums of several cells, which rise and fall together.
pub(super) struct Sums {
    pub(super) means: Vec<f64>,
    /// By cell and cell from it on.
    covariances: Vec<f64>,
    /// Of the cluster at hand: its numbers, their sums and the sums of their products.
    numbers: Vec<f64>,
    firsts: Vec<f64>,
    products: Vec<f64>,
}

impl Sums {
    pub(super) fn new(cells: usize) -> Sums {
        let [means, numbers, firsts] = std::array::from_fn(|_| vec![0.0; cells]);
        let [covariances, products] = std::array::from_fn(|_| vec![0.0; cells * cells]);
        Sums { means, covariances, numbers, firsts, products }
    }

    /// A cluster more, from its numbers by position and cell.
    pub(super) fn add(&mut self, by_position: &[u32]) {
        let cells = self.means.len();
        self.firsts.fill(0.0);
        self.products.fill(0.0);
        for at_position in by_position.chunks_exact(cells).filter(|numbers| numbers.iter().any(|&number| number > 0)) {
            for (number, &counted) in self.numbers.iter_mut().zip(at_position) {
                *number = f64::from(counted);
            }
            for (cell, of_cell) in self.products.chunks_exact_mut(cells).enumerate() {
                let number = self.numbers[cell];
                if number > 0.0 {
                    let others = of_cell[cell..].iter_mut().zip(&self.numbers[cell..]);
                    others.for_each(|(product, &other)| *product += number * other);
                }
            }
            self.firsts.iter_mut().zip(&self.numbers).for_each(|(first, &number)| *first += number);
        }
        let positions = (by_position.len() / cells) as f64;
        self.firsts.iter_mut().for_each(|first| *first /= positions);
        self.means.iter_mut().zip(&self.firsts).for_each(|(mean, &first)| *mean += first);
        let rows = self.covariances.chunks_exact_mut(cells).zip(self.products.chunks_exact(cells));
        for (cell, (covariances, products)) in rows.enumerate() {
            let first = self.firsts[cell];
            let others = covariances.iter_mut().zip(products).zip(&self.firsts).skip(cell);
            for ((covariance, &product), &other) in others {
                *covariance += product / positions - first * other;
            }
        }
    }

    pub(super) fn variances(&self) -> impl Iterator<Item = f64> {
        self.covariances.iter().step_by(self.means.len() + 1).copied()
    }

    /// The lower triangle whose product with itself are the covariances (Cholesky). What follows from the cells before it has no spread
    /// of its own.
    pub(super) fn factor(&self) -> Factor {
        let cells = self.means.len();
        let mut triangle = vec![0.0; cells * cells];
        for row in 0..cells {
            for column in 0..=row {
                let shared: f64 =
                    (0..column).map(|at| triangle[row * cells + at] * triangle[column * cells + at]).sum();
                let left = self.covariances[column * cells + row] - shared;
                let own = triangle[column * cells + column];
                triangle[row * cells + column] = if row == column {
                    // Less than rounding leaves over is nothing.
                    let is_own = left > 1e-9 * self.covariances[row * cells + row];
                    if is_own { left.sqrt() } else { 0.0 }
                } else if own > 0.0 {
                    left / own
                } else {
                    0.0
                };
            }
        }
        Factor { triangle }
    }
}

/// How several sums are drawn together.
pub(super) struct Factor {
    triangle: Vec<f64>,
}

impl Factor {
    /// Deviations from the means, by cell.
    pub(super) fn draw(&self, deviations: &mut [f64], random: &mut Pcg64Mcg) {
        let cells = deviations.len();
        deviations.iter_mut().for_each(|deviation| *deviation = StandardNormal.sample(random));
        // From the last cell on: each needs those before it as they were drawn.
        for row in (0..cells).rev() {
            let of_row = self.triangle[row * cells..].iter().zip(&deviations[..=row]);
            deviations[row] = of_row.map(|(weight, own)| weight * own).sum();
        }
    }
}
