//! Numbers, lists and plurals as all output writes them: one voice.

pub mod cells;

use crate::period::Day;

/// `12,345`; a fraction only where there is one, with at most `decimals` digits.
pub fn number(value: f64, decimals: usize) -> String {
    let rounded = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    let text = if fraction.is_empty() { grouped } else { format!("{grouped}.{fraction}") };
    if value < 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) { format!("-{text}") } else { text }
}

/// A count: whole where it is whole.
pub fn count(value: f64) -> String {
    number(value, 1)
}

/// A share of one as per cent: `67 %`; below one per cent with a decimal.
pub fn share(value: f64) -> String {
    let percent = value * 100.0;
    let decimals = usize::from(percent > 0.0 && percent < 1.0);
    format!("{} %", number(percent, decimals))
}

/// A change in per cent, given as ratio: `+38 %`, `-9 %`, `±0 %` for less than half of one; `None` where there is none.
pub fn percent_change(ratio: f64) -> Option<String> {
    let percent = ((ratio - 1.0) * 100.0).round();
    match percent {
        p if p > 0.0 => Some(format!("+{} %", number(p, 0))),
        p if p < 0.0 => Some(format!("{} %", number(p, 0))),
        _ => (ratio != 1.0).then(|| "±0 %".to_owned()),
    }
}

/// A difference with its sign: `+21`, `-7`, `0`.
pub fn difference(value: f64) -> String {
    let text = number(value, 1);
    if value > 0.0 && text != "0" { format!("+{text}") } else { text }
}

/// `1 attack`, `2 attacks`, `1,234 attacks`.
pub fn plural(value: f64, one: &str, many: &str) -> String {
    format!("{} {}", count(value), if value == 1.0 { one } else { many })
}

/// `a`, `a and b`, `a, b and c`.
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", rest.join(", "), last.as_ref())
        }
    }
}

/// `from 1 October to 27 October 2026`, for a stretch of days.
pub fn stretch(from: Day, to: Day) -> String {
    format!("{} to {}", from.long(), to.long())
}

/// The first letter as a capital, for the start of a sentence.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_without_needless_digits() {
        assert_eq!(number(40978.0, 0), "40,978");
        assert_eq!(number(999.0, 1), "999");
        assert_eq!(number(1234.56, 1), "1,234.6");
        assert_eq!(number(-0.04, 1), "0");
        assert_eq!(number(-1500.0, 0), "-1,500");
    }

    #[test]
    fn changes_carry_their_sign() {
        assert_eq!(percent_change(77.0 / 56.0).as_deref(), Some("+38 %"));
        assert_eq!(percent_change(70.0 / 77.0).as_deref(), Some("-9 %"));
        assert_eq!(percent_change(49.0 / 13.0).as_deref(), Some("+277 %"));
        assert_eq!(percent_change(1.0), None);
        assert_eq!(percent_change(1.001).as_deref(), Some("±0 %"));
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(list::<&str>(&[]), "");
    }
}
