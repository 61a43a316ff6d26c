//! Thins a path to what pixels can show: years of days lie closer than that.

/// Of neighbours that stand in one column of pixels, the first, the highest, the lowest and the last, in their order. What has
/// at most so many is left as it is.
pub(super) fn thinned(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    const KEPT: usize = 4;
    let column = |at: usize| points[at].0.floor();
    let mut out = Vec::with_capacity(points.len());
    let mut from = 0;
    while from < points.len() {
        let to = (from + 1..points.len()).find(|at| column(*at) != column(from)).unwrap_or(points.len());
        let run = &points[from..to];
        if run.len() <= KEPT {
            out.extend(run);
        } else {
            let by_height = |a: &usize, b: &usize| run[*a].1.total_cmp(&run[*b].1).then(a.cmp(b));
            let highest = (0..run.len()).min_by(by_height).unwrap_or_default();
            let lowest = (0..run.len()).max_by(by_height).unwrap_or_default();
            let mut kept = [0, highest, lowest, run.len() - 1];
            kept.sort_unstable();
            out.extend(kept.map(|at| run[at]));
        }
        from = to;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_of_points_keeps_its_outline() {
        let crowd: Vec<(f64, f64)> = (0..1000).map(|i| (f64::from(i) / 100.0, f64::from(i * 7 % 13))).collect();
        let thin = thinned(&crowd);
        assert_eq!(thin.len(), 40, "four a pixel");
        assert!(thin.contains(&crowd[0]) && thin.contains(&crowd[999]));
        assert!(thin.iter().any(|p| p.1 == 12.0) && thin.iter().any(|p| p.1 == 0.0));
    }

    #[test]
    fn few_points_stay() {
        let few = [(0.0, 1.0), (0.2, 2.0), (0.4, 3.0), (5.0, 1.0)];
        assert_eq!(thinned(&few), few);
    }
}
