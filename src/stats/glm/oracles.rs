//! The regressions against reference values, and against input that has no solution.

use super::*;

const CNT36: [f64; 36] = [
    12., 9., 15., 11., 18., 14., 10., 22., 17., 13., 19., 16., 14., 11., 20., 15., 13., 25., 18., 16., 21., 12., 24.,
    20., 19., 15., 28., 22., 17., 30., 26., 21., 33., 18., 27., 31.,
];
const DAYS: [f64; 12] = [31., 28., 31., 30., 31., 30., 31., 31., 30., 31., 30., 31.];

/// R `datasets::discoveries`, 1860-1959.
const DISC100: [f64; 100] = [
    5., 3., 0., 2., 0., 3., 2., 3., 6., 1., 2., 1., 2., 1., 3., 3., 3., 5., 2., 4., 4., 0., 2., 3., 7., 12., 3., 10.,
    9., 2., 3., 7., 7., 2., 3., 3., 6., 2., 4., 3., 5., 2., 2., 4., 0., 4., 2., 5., 2., 3., 3., 6., 5., 8., 3., 6., 6.,
    0., 5., 2., 2., 2., 6., 3., 4., 4., 2., 2., 4., 7., 5., 3., 3., 0., 2., 2., 2., 1., 3., 4., 2., 2., 1., 1., 1., 2.,
    1., 4., 4., 3., 2., 1., 4., 1., 1., 1., 0., 0., 2., 0.,
];

/// R `MASS::quine`, days absent from school (Aitkin 1978): origin, sex, age, learner; then the days of each such child.
const QUINE: &[&str] = &[
    "AM0S 2 11 14",
    "AM0A 5 5 13 20 22",
    "AM1S 6 6 15",
    "AM1A 7 14",
    "AM2S 6 32 53 57",
    "AM2A 14 16 16 17 40 43 46",
    "AM3A 8 23 23 28 34 36 38",
    "AF0S 3",
    "AF0A 5 11 24 45",
    "AF1S 5 6 6 9 13 23 25 32 53 54",
    "AF1A 5 5 11 17 19",
    "AF2S 8 13 14 20 47 48 60 81",
    "AF2A 2",
    "AF3A 0 2 3 5 10 14 21 36 40",
    "NM0S 6 17 67",
    "NM0A 0 0 2 7 11 12",
    "NM1S 0 0 5 5 5 11 17",
    "NM1A 3 4",
    "NM2S 22 30 36",
    "NM2A 8 0 1 5 7 16 27",
    "NM3A 0 30 10 14 27 41 69",
    "NF0S 25",
    "NF0A 10 11 20 33",
    "NF1S 5 7 0 1 5 5 5 5 7 11 15",
    "NF1A 5 14 6 6 7 28",
    "NF2S 0 5 14 2 2 3 8 10 12",
    "NF2A 1",
    "NF3A 1 9 22 3 3 5 15 18 22 37",
];

fn line(counts: &[f64], first: f64, offset: Vec<f64>) -> Regression {
    let design = DMatrix::from_fn(counts.len(), 2, |row, column| if column == 0 { 1.0 } else { first + row as f64 });
    Regression::new(design, counts.to_vec(), offset).expect("a sound regression")
}

fn cnt36() -> Regression {
    line(&CNT36, 1.0, (0..36).map(|month| DAYS[month % 12].ln()).collect())
}

fn adjusted(regression: &Regression) -> Option<Fit> {
    regression.negative_binomial_adjusted(&regression.poisson()?)
}

#[track_caller]
fn close(value: f64, reference: f64, tolerance: f64) {
    assert!((value - reference).abs() <= tolerance, "{value} is not {reference}");
}

#[test]
fn poisson_with_an_offset_is_that_of_r() {
    let fit = cnt36().poisson().expect("a fit");
    close(fit.coefficients[0], -0.92506980, 5e-9);
    close(fit.coefficients[1], 0.02215673, 5e-9);
    close(fit.standard_error(1), 0.00377311, 5e-9);
    close(fit.deviance, 33.90682670, 5e-9);
    close(-2.0 * fit.log_likelihood + 4.0, 207.87450574, 5e-9);
    // R stops earlier; converged to 1e-15 it gives 0.996240513878.
    close(fit.dispersion(), 0.99624056, 5e-8);
    close(fit.dispersion(), 0.996240513878, 5e-12);
    close(fit.leverages.iter().sum(), 2.0, 1e-9);
    let (link, error) = fit.predict(&DVector::from_vec(vec![1.0, 37.0]), 31f64.ln());
    close(link, 3.32871654, 5e-9);
    close(error, 0.07198787, 5e-9);
}

#[test]
fn without_overdispersion_the_negative_binomial_is_poisson() {
    let fit = cnt36().negative_binomial().expect("a fit");
    assert_eq!(fit.theta(), None);
    close(fit.coefficients[1], 0.02215673, 5e-9);
}

#[test]
fn homogeneity_is_the_pearson_statistic_of_a_constant() {
    let fit =
        Regression::new(DMatrix::from_element(36, 1, 1.0), CNT36.to_vec(), vec![0.0; 36]).and_then(|r| r.poisson());
    close(fit.expect("a fit").pearson, 72.10714, 5e-6);
}

#[test]
fn discoveries_are_those_of_r() {
    let regression = line(&DISC100, 1860.0, vec![0.0; 100]);
    let poisson = regression.poisson().expect("a fit");
    close(poisson.coefficients[1], -0.005360224, 5e-10);
    // R stops earlier; converged to 1e-15 it gives 0.00198170152069.
    close(poisson.standard_error(1), 0.001981701, 1e-9);
    close(poisson.standard_error(1), 0.00198170152069, 5e-13);
    close(poisson.dispersion(), 1.541413, 5e-7);
    close(poisson.standard_error(1) * poisson.dispersion().sqrt(), 0.002460355, 5e-10);
    let fit = regression.negative_binomial().expect("a fit");
    close(fit.theta().expect("overdispersed"), 6.214858, 5e-7);
    close(fit.coefficients[1], -0.005831967, 5e-10);
    close(fit.standard_error(1), 0.002427637, 5e-10);
    // Two fitted coefficients in a hundred counts: a little more overdispersion than the plain likelihood finds.
    let adjusted_theta = adjusted(&regression).expect("a fit").theta().expect("overdispersed");
    assert!(adjusted_theta < 6.214858 && adjusted_theta > 4.0, "{adjusted_theta}");
}

#[test]
fn quine_is_as_published() {
    let rows = QUINE.iter().flat_map(|line| {
        let (key, days) = line.split_once(' ').expect("a key and days");
        days.split(' ').map(move |day| (key.as_bytes(), day.parse::<f64>().expect("a number")))
    });
    let (mut design, mut days) = (Vec::new(), Vec::new());
    for (key, day) in rows {
        let is = |place: usize, value: u8| f64::from(u8::from(key[place] == value));
        let (boy, other, slow) = (is(1, b'M'), is(0, b'N'), is(3, b'S'));
        // Sex/(Age + Eth * Lrn): every effect within each sex.
        design.extend([1.0, boy]);
        for effect in [is(2, b'1'), is(2, b'2'), is(2, b'3'), other, slow, other * slow] {
            design.extend([effect * boy, effect * (1.0 - boy)]);
        }
        days.push(day);
    }
    let offset = vec![0.0; days.len()];
    let fit = Regression::new(DMatrix::from_row_slice(146, 14, &design), days, offset).expect("a sound regression");
    let fit = fit.negative_binomial().expect("a fit");
    close(fit.theta().expect("overdispersed"), 1.597991, 5e-7);
    close(fit.deviance, 167.5558, 5e-5);
    close(2.0 * fit.log_likelihood, -1063.025, 5e-4);
}

#[test]
fn weights_count_like_repeated_rows() {
    let design =
        |rows: &[f64]| DMatrix::from_fn(rows.len(), 2, |row, column| if column == 0 { 1.0 } else { rows[row] });
    let weighted = Regression::new(design(&[1., 2., 3., 4.]), vec![2., 0., 5., 9.], vec![0.0; 4]);
    let weighted = weighted.and_then(|r| r.weighted(vec![1., 2., 1., 0.])).and_then(|r| r.poisson()).expect("a fit");
    let repeated = Regression::new(design(&[1., 2., 2., 3.]), vec![2., 0., 0., 5.], vec![0.0; 4]);
    let repeated = repeated.and_then(|r| r.poisson()).expect("a fit");
    close(weighted.coefficients[1], repeated.coefficients[1], 1e-8);
    close(weighted.deviance, repeated.deviance, 1e-8);
    assert_eq!(weighted.residual_df, 1);
}

#[test]
fn input_without_a_solution_has_no_fit() {
    assert!(Regression::new(DMatrix::zeros(0, 1), vec![], vec![]).is_none());
    assert!(Regression::new(DMatrix::from_element(1, 1, 1.0), vec![3.0], vec![0.0]).is_none());
    assert!(Regression::new(DMatrix::from_element(2, 1, 1.0), vec![3.0, f64::NAN], vec![0.0; 2]).is_none());
    let fits = |counts: &[f64]| {
        let regression = line(counts, 1.0, vec![0.0; counts.len()]);
        [regression.poisson(), regression.negative_binomial(), adjusted(&regression)]
    };
    assert!(fits(&[0.0; 12]).iter().all(Option::is_none), "all zero");
    // Only the last is not zero: the slope runs to infinity.
    let mut last = [0.0; 12];
    last[11] = 5.0;
    assert!(fits(&last).iter().all(Option::is_none), "separated");
    // A month of the year without a single incident.
    let design = DMatrix::from_fn(24, 2, |row, column| if column == 0 || row % 12 == 3 { 1.0 } else { 0.0 });
    let counts: Vec<f64> = (0..24).map(|row| if row % 12 == 3 { 0.0 } else { 4.0 }).collect();
    assert!(Regression::new(design, counts, vec![0.0; 24]).and_then(|r| r.poisson()).is_none(), "an empty cell");
    // A column twice.
    let design = DMatrix::from_element(6, 2, 1.0);
    assert!(Regression::new(design, vec![1., 2., 3., 4., 5., 6.], vec![0.0; 6]).and_then(|r| r.poisson()).is_none());
}

#[test]
fn extreme_input_has_finite_fits() {
    let mut outlier = [1.0; 40];
    outlier[20] = 1e6;
    for counts in [vec![7.0; 12], outlier.to_vec(), (0..10_000).map(|i| f64::from(i % 13)).collect()] {
        let regression = line(&counts, 1.0, vec![0.0; counts.len()]);
        assert!(regression.poisson().is_some(), "{} counts", counts.len());
        // One count of a million among ones has no negative-binomial fit, here as in R's `glm.nb`.
        let fits = [regression.poisson(), regression.negative_binomial(), adjusted(&regression)];
        for fit in fits.into_iter().flatten() {
            assert!(fit.coefficients.iter().chain(fit.covariance.iter()).all(|v| v.is_finite()));
        }
    }
}
