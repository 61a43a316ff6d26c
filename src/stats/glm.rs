//! Log-linear regression of counts: Poisson with an offset, and negative binomial.
//!
//! Model: E(y_i) = mu_i = exp(x_i'b + offset_i); the variance is mu (Poisson) or mu + mu^2 / theta (negative binomial
//! with a quadratic variance, NB2). Coefficients by iteratively reweighted least squares (Nelder & Wedderburn 1972,
//! McCullagh & Nelder 1989, section 2.5); theta by maximum likelihood (Lawless 1987; Venables & Ripley 2002, section
//! 7.4) plain or adjusted for the fitted coefficients (Cox & Reid 1987). On input that has no finite solution (an empty design, columns that depend on each
//! other, a cell of zeros that would need an infinite coefficient) the answer is `None`, never an infinite number.

mod irls;
#[cfg(test)]
mod oracles;
mod theta;

use nalgebra::{DMatrix, DVector};

/// A regression to fit: a row of the design a count.
///
/// Invariants: design, counts, offset and weights are equally long, there are more rows than columns, counts and weights
/// are finite and not negative, offsets are finite.
#[derive(Clone, Debug)]
pub(in crate::stats) struct Regression {
    /// The design, row by row.
    rows: Vec<f64>,
    columns: usize,
    counts: Vec<f64>,
    offset: Vec<f64>,
    weights: Vec<f64>,
}

/// How the variance of a count depends on its mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::stats) enum Variance {
    Poisson,
    /// mu + mu^2 / theta.
    NegativeBinomial {
        theta: f64,
    },
}

/// A fitted regression. All its numbers are finite.
#[derive(Clone, Debug)]
pub(in crate::stats) struct Fit {
    pub coefficients: DVector<f64>,
    /// Inverse of the expected information, not multiplied by any dispersion.
    pub covariance: DMatrix<f64>,
    /// Fitted means, a row each.
    pub fitted: Vec<f64>,
    /// Diagonal of the weighted hat matrix; sums to the number of columns.
    pub leverages: Vec<f64>,
    /// Sum of the squared Pearson residuals; divided by `residual_df` it is the quasi-likelihood dispersion.
    pub pearson: f64,
    pub deviance: f64,
    pub log_likelihood: f64,
    pub residual_df: usize,
    pub variance: Variance,
}

impl Regression {
    /// `None` where an invariant does not hold.
    pub fn new(design: DMatrix<f64>, counts: Vec<f64>, offset: Vec<f64>) -> Option<Regression> {
        let rows = design.nrows();
        let sound = design.ncols() > 0
            && rows > design.ncols()
            && counts.len() == rows
            && offset.len() == rows
            && design.iter().chain(&offset).all(|v| v.is_finite())
            && counts.iter().all(|&v| v.is_finite() && v >= 0.0);
        sound.then(|| Regression {
            rows: design.transpose().as_slice().to_vec(),
            columns: design.ncols(),
            counts,
            offset,
            weights: vec![1.0; rows],
        })
    }

    /// With prior weights, a count each. `None` where they are not as many as the counts, or one is negative.
    pub fn weighted(self, weights: Vec<f64>) -> Option<Regression> {
        let sound = weights.len() == self.counts.len() && weights.iter().all(|&w| w.is_finite() && w >= 0.0);
        sound.then_some(Regression { weights, ..self })
    }

    /// The element of the weighted hat matrix of a fit between two rows.
    pub fn hat(&self, fit: &Fit, a: usize, b: usize) -> f64 {
        let weight = |row: usize| self.weights[row] * fit.fitted[row].powi(2) / fit.variance.at(fit.fitted[row]);
        (weight(a) * weight(b)).sqrt() * self.form(&fit.covariance, a, b)
    }

    fn row(&self, row: usize) -> &[f64] {
        &self.rows[row * self.columns..][..self.columns]
    }

    /// The product of a row with coefficients.
    fn along(&self, coefficients: &DVector<f64>, row: usize) -> f64 {
        self.row(row).iter().zip(coefficients.iter()).map(|(x, b)| x * b).sum()
    }

    /// The linear predictor of a row.
    fn predictor(&self, coefficients: &DVector<f64>, row: usize) -> f64 {
        self.along(coefficients, row) + self.offset[row]
    }

    /// x_a' C x_b for a matrix C between the coefficients.
    fn form(&self, matrix: &DMatrix<f64>, a: usize, b: usize) -> f64 {
        let inner = matrix.column_iter().zip(self.row(b));
        inner.map(|(column, x)| x * column.iter().zip(self.row(a)).map(|(c, x)| c * x).sum::<f64>()).sum()
    }

    /// Poisson by maximum likelihood.
    pub fn poisson(&self) -> Option<Fit> {
        irls::fit(self, Variance::Poisson, None)
    }

    /// Negative binomial with theta by maximum likelihood, as R's `glm.nb`; Poisson where the counts vary no more than that.
    #[cfg(test)]
    pub fn negative_binomial(&self) -> Option<Fit> {
        theta::by_likelihood(self, &self.poisson()?, theta::Adjustment::Plain)
    }

    /// Negative binomial with theta by the likelihood adjusted for the fitted coefficients (Cox & Reid 1987), which finds
    /// the overdispersion that they took up; the Poisson fit, from which it starts,
    /// where the counts vary no more than that.
    pub fn negative_binomial_adjusted(&self, poisson: &Fit) -> Option<Fit> {
        theta::by_likelihood(self, poisson, theta::Adjustment::CoxReid)
    }
}

impl Fit {
    /// Theta, or `None` for Poisson.
    pub fn theta(&self) -> Option<f64> {
        match self.variance {
            Variance::Poisson => None,
            Variance::NegativeBinomial { theta } => Some(theta),
        }
    }

    /// Standard error of a coefficient, for dispersion 1.
    pub fn standard_error(&self, column: usize) -> f64 {
        self.covariance[(column, column)].sqrt()
    }

    /// Pearson's X2 by its degrees of freedom.
    pub fn dispersion(&self) -> f64 {
        self.pearson / self.residual_df as f64
    }

    /// Linear predictor of a new row, and its standard error for dispersion 1.
    pub fn predict(&self, row: &DVector<f64>, offset: f64) -> (f64, f64) {
        (self.coefficients.dot(row) + offset, (&self.covariance * row).dot(row).sqrt())
    }

    /// (y - mu) / sqrt(V) of each row, without its leverage.
    pub fn pearson_residuals<'a>(&'a self, counts: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
        counts.iter().zip(&self.fitted).map(|(&y, &mu)| (y - mu) / self.variance.at(mu).sqrt())
    }
}

impl Variance {
    /// The variance at a mean.
    pub fn at(self, mu: f64) -> f64 {
        match self {
            Variance::Poisson => mu,
            Variance::NegativeBinomial { theta } => mu + mu * mu / theta,
        }
    }
}
