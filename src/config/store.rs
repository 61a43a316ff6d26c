//! The store as decided: where it lies, how large it may grow, what it trusts; or that there is none.

use super::{Error, Request};
use crate::store::{Settings, Trust};

/// Units of sizes, with the bytes in one. Powers of ten have the units of the SI, powers of two those of IEC 80000-13.
const UNITS: [(&str, u64); 9] = [
    ("kb", 1_000),
    ("mb", 1_000_000),
    ("gb", 1_000_000_000),
    ("tb", 1_000_000_000_000),
    ("kib", 1 << 10),
    ("mib", 1 << 20),
    ("gib", 1 << 30),
    ("tib", 1 << 40),
    ("b", 1),
];

/// `None` where the run is to do without.
pub(super) fn store(request: &Request) -> Result<Option<Settings>, Error> {
    let most = match request.cache_max.as_deref() {
        Some(text) => size(text).map_err(|reason| Error::BadValue {
            setting: "cache-max",
            value: text.to_owned(),
            reason: reason.to_owned(),
        })?,
        None => Settings::MOST,
    };
    let trust = if request.verify { Trust::Bytes } else { Trust::Facts };
    Ok((!request.no_cache).then(|| Settings { folder: request.cache_dir.clone(), most, trust }))
}

/// `2GB`, `1.5 GiB`, `500mb`, or a number of bytes.
fn size(text: &str) -> Result<u64, &'static str> {
    const FORM: &str = "write a size such as 2GB, 500MB or 1GiB";
    let typed = text.trim().to_lowercase();
    let known = UNITS.iter().find_map(|(unit, bytes)| Some((typed.strip_suffix(unit)?, *bytes)));
    let (number, unit) = known.unwrap_or((&typed, 1));
    let number: f64 = number.trim().parse().map_err(|_| FORM)?;
    let bytes = number * unit as f64;
    // Far more than any disk holds, and exact as a number of either kind.
    if !(0.0..=1e15).contains(&bytes) {
        return Err(FORM);
    }
    match bytes as u64 {
        0 => Err("nothing fits into it; to do without a cache say --no-cache"),
        bytes => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_in_the_units_that_people_write() {
        let of = |text| size(text).expect("a size");
        assert_eq!(of("2GB"), Settings::MOST);
        assert_eq!(of("1.5 GiB"), 3 << 29);
        assert_eq!(of("500mb"), 500_000_000);
        assert_eq!((of("64KiB"), of("10 b"), of("4096")), (65_536, 10, 4_096));
        for text in ["", "GB", "two GB", "-1GB", "2GBB", "NaN", "inf", "1e30"] {
            assert!(size(text).expect_err(text).starts_with("write a size"), "{text}");
        }
        assert!(size("0").expect_err("nothing fits").contains("--no-cache"));
    }

    #[test]
    fn a_folder_that_is_named_wins_over_none_in_the_file() {
        let file = || Request { no_cache: true, ..Request::default() };
        let named = Request { cache_dir: Some("here".into()), ..Request::default() };
        assert_eq!(store(&Request::default().or(file())).expect("no fault"), None);
        let decided = store(&named.clone().or(file())).expect("no fault").expect("it is used");
        assert_eq!(decided, Settings { folder: Some("here".into()), ..Settings::default() });
        assert_eq!(store(&Request { no_cache: true, ..named }).expect("no fault"), None);
    }
}
