//! How often the test of a change calls one where nothing changed.

mod family;
mod pairs;
mod tolls;

/// The levels at which p-values are checked against uniform ones.
const LEVELS: [f64; 3] = [0.10, 0.05, 0.01];

/// The share of the p-values at or below each level, in per cent, with a mark where it exceeds the level by more than three
/// standard errors.
fn shares(ps: &[f64]) -> String {
    LEVELS
        .iter()
        .map(|&level| {
            let share = ps.iter().filter(|&&p| p <= level).count() as f64 / ps.len() as f64;
            let error = (level * (1.0 - level) / ps.len() as f64).sqrt();
            format!(" {:.1}{} |", 100.0 * share, if share > level + 3.0 * error { " *" } else { "" })
        })
        .collect()
}

/// The tables of the change's calibration.
pub fn tables(series: usize) -> String {
    [pairs::table(series), tolls::table(series), family::table(series)].join("\n")
}
