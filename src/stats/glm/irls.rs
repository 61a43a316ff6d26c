//! Iteratively reweighted least squares with step-halving, for a given variance.

use super::{Fit, Regression, Variance};
use nalgebra::{Cholesky, DMatrix, DVector, Dyn};
use statrs::function::gamma::ln_gamma;

/// Newton steps before the fit is given up; a fit that exists needs some five to ten.
const STEPS: usize = 60;

/// Halvings of a step that raises the deviance, as in R's `glm.fit` safeguard.
const HALVINGS: usize = 30;

/// Largest change of a linear predictor at which the fit has converged; its square is about the error that remains. A change
/// of the deviance would not do: it also settles while a coefficient runs to infinity.
const TOLERANCE: f64 = 1e-7;

/// A fitted mean below this is a cell of zeros whose coefficient runs to minus infinity: there is no solution.
const VANISHING: f64 = 1e-9;

/// Share of a column that must not be explained by the columns before it.
const INDEPENDENT: f64 = 1e-11;

/// Fits; `start` are coefficients to begin from (those of a neighbouring theta), else the counts themselves.
pub(super) fn fit(regression: &Regression, variance: Variance, start: Option<&DVector<f64>>) -> Option<Fit> {
    if !regression.counts.iter().zip(&regression.weights).any(|(y, w)| y * w > 0.0) {
        return None;
    }
    let mut coefficients = match start {
        Some(start) => start.clone(),
        None => first_step(regression, variance)?,
    };
    let mut means = means(regression, &coefficients);
    let mut deviance = deviance(regression, variance, &means);
    if !deviance.is_finite() {
        return None;
    }
    for _ in 0..STEPS {
        let eta: Vec<f64> = means.iter().map(|mu| mu.ln()).collect();
        let (target, _) = least_squares(regression, variance, &means, &eta)?;
        let mut step = target - &coefficients;
        let mut halvings = 0;
        loop {
            let next = &coefficients + &step;
            let next_means = self::means(regression, &next);
            let next_deviance = self::deviance(regression, variance, &next_means);
            if next_deviance.is_finite() && next_deviance <= deviance + 1e-10 * (1.0 + deviance.abs()) {
                (coefficients, means, deviance) = (next, next_means, next_deviance);
                break;
            }
            halvings += 1;
            if halvings > HALVINGS {
                return None;
            }
            step *= 0.5;
        }
        if means.iter().zip(&regression.weights).any(|(&mu, &w)| w > 0.0 && mu < VANISHING) {
            return None;
        }
        let moved = (0..regression.counts.len()).map(|row| regression.along(&step, row).abs()).fold(0.0, f64::max);
        if moved < TOLERANCE {
            return finish(regression, variance, coefficients, means, deviance);
        }
    }
    None
}

/// Coefficients from means that stand a little above the counts, so that zeros have a logarithm.
fn first_step(regression: &Regression, variance: Variance) -> Option<DVector<f64>> {
    let means: Vec<f64> = regression.counts.iter().map(|y| y + 0.1).collect();
    let eta: Vec<f64> = means.iter().map(|mu| mu.ln()).collect();
    least_squares(regression, variance, &means, &eta).map(|(coefficients, _)| coefficients)
}

fn means(regression: &Regression, coefficients: &DVector<f64>) -> Vec<f64> {
    (0..regression.counts.len()).map(|row| regression.predictor(coefficients, row).exp()).collect()
}

/// The weight of a row in the working least squares: (d mu / d eta)^2 / V, times its prior weight.
fn working_weight(variance: Variance, mu: f64, prior: f64) -> f64 {
    match variance {
        Variance::Poisson => prior * mu,
        Variance::NegativeBinomial { theta } => prior * mu / (1.0 + mu / theta),
    }
}

/// Solves the working least squares; also hands back the factor of its normal matrix.
fn least_squares(
    regression: &Regression,
    variance: Variance,
    means: &[f64],
    eta: &[f64],
) -> Option<(DVector<f64>, Cholesky<f64, Dyn>)> {
    let columns = regression.columns;
    let mut normal = DMatrix::<f64>::zeros(columns, columns);
    let mut right = DVector::<f64>::zeros(columns);
    let (normal_cells, right_cells) = (normal.as_mut_slice(), right.as_mut_slice());
    let rows = regression.rows.chunks_exact(columns).zip(&regression.counts).zip(&regression.offset);
    for (((row, &y), &offset), ((&mu, &eta), &prior)) in rows.zip(means.iter().zip(eta).zip(&regression.weights)) {
        let weight = working_weight(variance, mu, prior);
        let response = eta - offset + (y - mu) / mu;
        for (a, value) in row.iter().enumerate() {
            let weighted = weight * value;
            right_cells[a] += weighted * response;
            // Column b, row a: Cholesky reads the lower triangle only.
            for (b, other) in row[..=a].iter().enumerate() {
                normal_cells[b * columns + a] += weighted * other;
            }
        }
    }
    if normal.iter().chain(right.iter()).any(|v| !v.is_finite()) {
        return None;
    }
    let diagonal = normal.diagonal();
    let factor = Cholesky::new(normal)?;
    let pivots = factor.l_dirty().diagonal();
    if pivots.iter().zip(diagonal.iter()).any(|(pivot, whole)| pivot * pivot < INDEPENDENT * whole) {
        return None;
    }
    Some((factor.solve(&right), factor))
}

fn finish(
    regression: &Regression,
    variance: Variance,
    coefficients: DVector<f64>,
    fitted: Vec<f64>,
    deviance: f64,
) -> Option<Fit> {
    let eta: Vec<f64> = fitted.iter().map(|mu| mu.ln()).collect();
    let (_, factor) = least_squares(regression, variance, &fitted, &eta)?;
    let covariance = factor.inverse();
    let rows = || regression.counts.iter().zip(&fitted).zip(&regression.weights);
    let leverages = (rows().enumerate())
        .map(|(row, ((_, &mu), &weight))| working_weight(variance, mu, weight) * regression.form(&covariance, row, row))
        .collect();
    let pearson = rows().map(|((&y, &mu), &weight)| weight * (y - mu).powi(2) / variance.at(mu)).sum();
    let log_likelihood = rows().map(|((&y, &mu), &weight)| weight * log_density(variance, y, mu)).sum();
    // Rows of weight 0 tell nothing, as in R.
    let residual_df = regression.weights.iter().filter(|&&w| w > 0.0).count().checked_sub(coefficients.len())?;
    let fit =
        Fit { coefficients, covariance, fitted, leverages, pearson, deviance, log_likelihood, residual_df, variance };
    let sums = [fit.pearson, fit.deviance, fit.log_likelihood];
    let finite = sums.iter().chain(fit.covariance.iter()).all(|v| v.is_finite());
    (residual_df > 0 && finite).then_some(fit)
}

/// Logarithm of the probability of a count.
pub(super) fn log_density(variance: Variance, y: f64, mu: f64) -> f64 {
    let times_log = |factor: f64, value: f64| if factor > 0.0 { factor * value.ln() } else { 0.0 };
    match variance {
        Variance::Poisson => times_log(y, mu) - mu - ln_gamma(y + 1.0),
        Variance::NegativeBinomial { theta } => {
            ln_gamma(theta + y) - ln_gamma(theta) - ln_gamma(y + 1.0) + times_log(y, mu / (mu + theta))
                - theta * (mu / theta).ln_1p()
        }
    }
}

/// Twice what the log-likelihood lacks to that of means equal to the counts.
fn deviance(regression: &Regression, variance: Variance, means: &[f64]) -> f64 {
    let rows = regression.counts.iter().zip(means).zip(&regression.weights);
    let unit = |y: f64, mu: f64| {
        let ratio = if y > 0.0 { y * (y / mu).ln() } else { 0.0 };
        match variance {
            Variance::Poisson => ratio - (y - mu),
            Variance::NegativeBinomial { theta } => ratio - (y + theta) * ((y - mu) / (mu + theta)).ln_1p(),
        }
    };
    2.0 * rows.map(|((&y, &mu), &weight)| weight * unit(y, mu)).sum::<f64>()
}
