//! Means over complete periods.

use crate::period::{Period, Status};
use crate::series::Series;

/// The mean of the last `n` complete periods up to and including `last`; `None` where fewer are complete and known.
pub fn mean_of_last(series: &Series, last: Period, n: usize) -> Option<f64> {
    let values: Vec<f64> = (0..n).map_while(|i| known(series, last.plus(-(i as i32)))).collect();
    (values.len() == n).then(|| values.iter().sum::<f64>() / n as f64)
}

/// For each point the mean of the `n` complete periods that end with it; `None` where one of them is partial or unknown.
pub fn rolling_mean(series: &Series, n: usize) -> Vec<Option<f64>> {
    series.points().iter().map(|point| mean_of_last(series, point.period, n)).collect()
}

fn known(series: &Series, period: Period) -> Option<f64> {
    series.at(period).filter(|p| p.status == Status::Complete).and_then(|p| p.reading.value())
}
