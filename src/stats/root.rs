//! Root of a rising function between two bounds: regula falsi in the Illinois form, with bisection as a safeguard.
//!
//! Dowell & Jarratt 1971. Quantiles and interval ends are sought on scales on which the function is nearly a line (logit
//! against normal score), where some eight evaluations suffice.

/// Evaluations after which the bracket is taken as it is; bisection alone would need 60 for the last bit.
const EVALUATIONS: usize = 80;

/// Where the rising function `f` crosses 0 between `low` and `high`, to `tolerance`; the nearer end where it does not cross.
/// `f` may be infinite at the ends.
pub(super) fn rising_root(f: impl Fn(f64) -> f64, low: f64, high: f64, tolerance: f64) -> f64 {
    let (mut a, mut b) = (low, high);
    let (mut fa, mut fb) = (f(a), f(b));
    if fa >= 0.0 {
        return a;
    }
    if fb <= 0.0 {
        return b;
    }
    let mut width_wanted = b - a;
    for _ in 0..EVALUATIONS {
        if b - a <= tolerance {
            break;
        }
        // Where the secant steps did not halve the bracket in the last three, bisection does.
        let secant = (a * fb - b * fa) / (fb - fa);
        let x = if secant.is_finite() && secant > a && secant < b && b - a <= width_wanted {
            secant
        } else {
            f64::midpoint(a, b)
        };
        width_wanted = width_wanted.min(2.0 * (b - a)) * NARROWING;
        let fx = f(x);
        if fx == 0.0 {
            return x;
        }
        if fx < 0.0 {
            (a, fa) = (x, fx);
            fb /= 2.0;
        } else {
            (b, fb) = (x, fx);
            fa /= 2.0;
        }
    }
    f64::midpoint(a, b)
}

/// Factor by which the bracket must shrink on average, or bisection takes over: the cube root of a half.
const NARROWING: f64 = 0.793_700_525_984_1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_found_and_ends_are_kept() {
        assert!((rising_root(|x| x * x * x - 2.0, 0.0, 10.0, 1e-13) - 2f64.cbrt()).abs() < 1e-12);
        assert!((rising_root(|x| if x < 0.3 { -1.0 } else { 1.0 }, 0.0, 1.0, 1e-12) - 0.3).abs() < 1e-11);
        assert!((rising_root(f64::ln, 0.0, 50.0, 1e-13) - 1.0).abs() < 1e-12);
        assert_eq!(rising_root(|x| x + 1.0, 0.0, 1.0, 1e-12), 0.0);
        assert_eq!(rising_root(|x| x - 2.0, 0.0, 1.0, 1e-12), 1.0);
    }
}
