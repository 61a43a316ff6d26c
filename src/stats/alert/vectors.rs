//! Series that reference values were computed on.

/// x_t = 3 + (37 t mod 7) + 12 for t in 300..=303, t = 1..=312.
pub(super) fn wk312() -> Vec<f64> {
    let outbreak = |t: u32| if (300..=303).contains(&t) { 12.0 } else { 0.0 };
    (1..=312).map(|t| 3.0 + f64::from(37 * t % 7) + outbreak(t)).collect()
}
