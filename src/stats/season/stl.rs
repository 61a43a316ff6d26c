//! STL, the seasonal-trend decomposition by loess (Cleveland, Cleveland, McRae & Terpenning 1990, J. Off. Stat. 6, 3-73), with the settings and the
//! periodic season of R's `stl`.

use stlrs::Stl;

/// How a season may change over the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeasonWindow {
    /// The same every year.
    Periodic,
    /// Loess over so many years, odd and at least 7.
    Years(usize),
}

/// Whether values far from the fit lose weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StlWeights {
    Equal,
    /// Fifteen rounds of bisquare weights.
    Robust,
}

/// What adds up to a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Components {
    pub seasonal: Vec<f64>,
    pub trend: Vec<f64>,
    pub remainder: Vec<f64>,
}

/// Decomposes values with a cycle of `period` values. `None` on fewer than two cycles or a cycle of one.
///
/// A periodic season is a loess over so many years that it is a mean, and is then made one: the mean over each part of the cycle, as R does.
pub fn stl(values: &[f64], period: usize, window: SeasonWindow, weights: StlWeights) -> Option<Components> {
    if period < 2 || values.len() < 2 * period {
        return None;
    }
    let seasonal_length = match window {
        SeasonWindow::Periodic => 10 * values.len() + 1,
        SeasonWindow::Years(years) => years,
    };
    let fit = Stl::params()
        .seasonal_length(seasonal_length)
        .robust(weights == StlWeights::Robust)
        .fit(values, period)
        .ok()?;
    let (mut seasonal, trend, mut remainder, _) = fit.into_parts();
    if window == SeasonWindow::Periodic {
        for part in 0..period {
            let mean = mean(seasonal.iter().skip(part).step_by(period));
            seasonal.iter_mut().skip(part).step_by(period).for_each(|value| *value = mean);
        }
        for (i, rest) in remainder.iter_mut().enumerate() {
            *rest = values[i] - seasonal[i] - trend[i];
        }
    }
    Some(Components { seasonal, trend, remainder })
}

fn mean<'a>(values: impl Iterator<Item = &'a f64>) -> f64 {
    let (sum, n) = values.fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
    sum / n
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean monthly air temperatures at Nottingham Castle, 1920 to 1939: `nottem` of R's datasets (Anderson 1976).
    const NOTTEM: &str = "
        40.6 40.8 44.4 46.7 54.1 58.5 57.7 56.4 54.3 50.5 42.9 39.8
        44.2 39.8 45.1 47 54.1 58.7 66.3 59.9 57 54.2 39.7 42.8
        37.5 38.7 39.5 42.1 55.7 57.8 56.8 54.3 54.3 47.1 41.8 41.7
        41.8 40.1 42.9 45.8 49.2 52.7 64.2 59.6 54.4 49.2 36.3 37.6
        39.3 37.5 38.3 45.5 53.2 57.7 60.8 58.2 56.4 49.8 44.4 43.6
        40 40.5 40.8 45.1 53.8 59.4 63.5 61 53 50 38.1 36.3
        39.2 43.4 43.4 48.9 50.6 56.8 62.5 62 57.5 46.7 41.6 39.8
        39.4 38.5 45.3 47.1 51.7 55 60.4 60.5 54.7 50.3 42.3 35.2
        40.8 41.1 42.8 47.3 50.9 56.4 62.2 60.5 55.4 50.2 43 37.3
        34.8 31.3 41 43.9 53.1 56.9 62.5 60.3 59.8 49.2 42.9 41.9
        41.6 37.1 41.2 46.9 51.2 60.4 60.1 61.6 57 50.9 43 38.8
        37.1 38.4 38.4 46.5 53.5 58.4 60.6 58.2 53.8 46.6 45.5 40.6
        42.4 38.4 40.3 44.6 50.9 57 62.1 63.5 56.3 47.3 43.6 41.8
        36.2 39.3 44.5 48.7 54.2 60.8 65.5 64.9 60.1 50.2 42.1 35.8
        39.4 38.2 40.4 46.9 53.4 59.6 66.5 60.4 59.2 51.2 42.8 45.8
        40 42.6 43.5 47.1 50 60.5 64.6 64 56.8 48.6 44.2 36.4
        37.3 35 44 43.9 52.7 58.6 60 61.1 58.1 49.6 41.6 41.3
        40.8 41 38.4 47.4 54.1 58.6 61.4 61.8 56.3 50.9 41.4 37.1
        42.1 41.2 47.3 46.6 52.4 59 59.6 60.4 57 50.7 47.8 39.2
        39.4 40.9 42.4 47.8 52.4 58 60.7 61.8 58.2 46.7 46.6 37.8";

    fn nottem() -> Vec<f64> {
        NOTTEM.split_whitespace().map(|value| value.parse().expect("a number")).collect()
    }

    /// The series MS72: `20 + 0.1 t + 5 sin(2 pi t / 12) + (13 t mod 5)`.
    fn ms72() -> Vec<f64> {
        let value = |t: u32| {
            let season = 5.0 * (2.0 * std::f64::consts::PI * f64::from(t) / 12.0).sin();
            20.0 + 0.1 * f64::from(t) + season + f64::from((13 * t) % 5)
        };
        (1..=72).map(value).collect()
    }

    /// Values at places counted from one, as R prints them.
    fn assert_close(values: &[f64], expected: &[(usize, f64)]) {
        for &(place, value) in expected {
            assert!((values[place - 1] - value).abs() < 1e-6, "{place}: {} against {value}", values[place - 1]);
        }
    }

    #[test]
    fn nottem_is_decomposed_as_r_does() {
        let fit = stl(&nottem(), 12, SeasonWindow::Periodic, StlWeights::Equal).expect("20 years");
        assert_close(&fit.seasonal, &[(1, -9.347_198), (2, -9.855_250), (3, -6.853_301), (4, -2.763_471)]);
        assert_close(&fit.trend, &[(1, 49.680_673), (2, 49.545_521), (3, 49.410_369)]);
    }

    #[test]
    fn a_periodic_season_with_trend_is_decomposed_as_r_does() {
        let fit = stl(&ms72(), 12, SeasonWindow::Periodic, StlWeights::Equal).expect("6 years");
        assert_close(&fit.seasonal, &[(1, 2.557_888), (2, 4.058_916), (3, 5.233_018), (4, 4.253_039)]);
        assert_close(&fit.trend, &[(1, 22.426_565), (2, 22.481_308), (36, 25.596_396), (72, 28.873_419)]);
    }

    #[test]
    fn a_moving_season_is_decomposed_as_r_does() {
        let fit = stl(&ms72(), 12, SeasonWindow::Years(7), StlWeights::Equal).expect("6 years");
        assert_close(&fit.seasonal, &[(1, 2.652_407), (2, 4.414_220), (3, 4.742_231), (4, 4.732_170)]);
        assert_close(&fit.trend, &[(1, 22.329_548), (36, 25.599_155), (72, 28.969_559)]);
    }

    #[test]
    fn a_robust_fit_is_r_s() {
        let fit = stl(&ms72(), 12, SeasonWindow::Years(7), StlWeights::Robust).expect("6 years");
        assert_close(&fit.seasonal, &[(1, 2.682_446), (2, 4.495_153), (3, 4.629_249), (4, 4.780_686)]);
        assert_close(&fit.trend, &[(1, 22.161_864), (36, 25.598_745), (72, 29.138_048)]);
    }

    #[test]
    fn the_components_add_up_to_the_series() {
        let values = ms72();
        let fit = stl(&values, 12, SeasonWindow::Periodic, StlWeights::Robust).expect("6 years");
        for (i, value) in values.iter().enumerate() {
            assert!((fit.seasonal[i] + fit.trend[i] + fit.remainder[i] - value).abs() < 1e-9);
        }
    }

    #[test]
    fn two_cycles_are_needed() {
        assert_eq!(stl(&[1.0; 23], 12, SeasonWindow::Periodic, StlWeights::Equal), None);
        assert_eq!(stl(&[1.0; 23], 1, SeasonWindow::Periodic, StlWeights::Equal), None);
        assert_eq!(stl(&[], 12, SeasonWindow::Periodic, StlWeights::Equal), None);
    }
}
