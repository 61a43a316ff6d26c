//! Exact amounts: integers of millionths, so that sums merge, can be taken back, and repeat to the byte.

use serde::{Serialize, Serializer};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// A number of incidents or people, exact to a millionth.
///
/// Fractions come from weights (one incident shared by three groups) and from sources that spread a linked total over its
/// incidents; floating-point sums of them would depend on the order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

/// Millionths in one.
const ONE: i64 = 1_000_000;

impl Amount {
    pub const ZERO: Amount = Amount(0);
    pub const ONE: Amount = Amount(ONE);

    pub const fn whole(n: i64) -> Amount {
        Amount(n * ONE)
    }

    pub const fn from_millionths(millionths: i64) -> Amount {
        Amount(millionths)
    }

    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// The nearest amount to a decimal number such as `14`, `14.0`, `0.333333333`, `-9`; `None` for anything else, and for
    /// numbers of more than twelve integer digits. `decimal` is the mark before the fraction.
    pub fn parse(text: &str, decimal: char) -> Option<Amount> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (integer, fraction) = digits.split_once(decimal).unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if (integer.is_empty() && fraction.is_empty())
            || integer.len() > 12
            || !all_digits(integer)
            || !all_digits(fraction)
        {
            return None;
        }
        let mut millionths = if integer.is_empty() { 0 } else { integer.parse::<i64>().ok()? * ONE };
        let mut unit = ONE / 10;
        for byte in fraction.bytes().take(6) {
            millionths += i64::from(byte - b'0') * unit;
            unit /= 10;
        }
        if fraction.as_bytes().get(6).is_some_and(|&b| b >= b'5') {
            millionths += 1;
        }
        Some(Amount(sign * millionths))
    }

    /// For statistics and axes; exact up to 9,007 million.
    pub fn value(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    /// The nearest whole number, halves away from zero.
    pub fn rounded(self) -> i64 {
        (self.0.abs() + ONE / 2) / ONE * self.0.signum()
    }

    pub fn is_whole(self) -> bool {
        self.0 % ONE == 0
    }

    /// The share of part `index` when this amount is divided in proportion to `parts`, none of them 0: the shares add up to
    /// exactly the whole.
    pub fn part(self, index: usize, parts: &[u32]) -> Amount {
        let total: i128 = parts.iter().map(|&p| i128::from(p)).sum();
        let up_to = |n: usize| {
            let before: i128 = parts[..n].iter().map(|&p| i128::from(p)).sum();
            (i128::from(self.0) * before).div_euclid(total)
        };
        Amount(i64::try_from(up_to(index + 1) - up_to(index)).expect("a share is no larger than the whole"))
    }
}

impl Add for Amount {
    type Output = Amount;
    #[inline]
    fn add(self, other: Amount) -> Amount {
        Amount(self.0 + other.0)
    }
}

impl Sub for Amount {
    type Output = Amount;
    #[inline]
    fn sub(self, other: Amount) -> Amount {
        Amount(self.0 - other.0)
    }
}

impl Neg for Amount {
    type Output = Amount;
    #[inline]
    fn neg(self) -> Amount {
        Amount(-self.0)
    }
}

impl AddAssign for Amount {
    #[inline]
    fn add_assign(&mut self, other: Amount) {
        self.0 += other.0;
    }
}

impl SubAssign for Amount {
    #[inline]
    fn sub_assign(&mut self, other: Amount) {
        self.0 -= other.0;
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Amount>>(amounts: I) -> Amount {
        amounts.fold(Amount::ZERO, Add::add)
    }
}

/// Whole amounts as integers, others as decimals.
impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_whole() { serializer.serialize_i64(self.0 / ONE) } else { serializer.serialize_f64(self.value()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decimals_are_read_exactly() {
        let parse = |text| Amount::parse(text, '.').map(Amount::millionths);
        assert_eq!(parse("14"), Some(14_000_000));
        assert_eq!(parse("14.0"), Some(14_000_000));
        assert_eq!(parse("0.3333333"), Some(333_333));
        assert_eq!(parse("0.6666667"), Some(666_667));
        assert_eq!(parse("-9"), Some(-9_000_000));
        assert_eq!(parse(".5"), Some(500_000));
        for text in ["", "-", ".", "1e3", "1,000", "12 (approx)", "٣", "9999999999999"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(Amount::parse("1,5", ',').map(Amount::millionths), Some(1_500_000));
    }

    proptest! {
        #[test]
        fn shares_add_up_to_the_whole(millionths in -1_000_000_000i64..1_000_000_000, parts in prop::collection::vec(1u32..400, 1..40)) {
            let whole = Amount::from_millionths(millionths);
            let sum: Amount = (0..parts.len()).map(|i| whole.part(i, &parts)).sum();
            prop_assert_eq!(sum, whole);
        }
    }
}
