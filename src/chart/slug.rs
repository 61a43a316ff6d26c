//! Slugs: names as file names, one for each subject of a run.

use super::{Subject, words};
use crate::analysis::Analysis;

/// Longest slug of a name: with chart and extension it stays far below what file systems allow.
const LONGEST: usize = 48;
/// Hex digits that tell names apart which look the same in ASCII: one in sixteen million.
const HASH: usize = 6;

/// The slug of a subject.
pub(super) fn of(analysis: &Analysis, subject: Subject) -> String {
    let name = words::plain_name(analysis, subject);
    match subject {
        Subject::All => "all".to_owned(),
        Subject::Group(_) => {
            let others = analysis.groups.iter().map(|g| analysis.text(g.name).to_owned());
            format!("group-{}", unique(&name, others))
        }
        Subject::Region(_) => {
            let others = analysis.regions.iter().map(|r| analysis.region_name(r.region));
            format!("region-{}", unique(&name, others))
        }
    }
}

/// The name in ASCII; with a hash of it where that is not the whole name, or is another's too.
fn unique(name: &str, mut others: impl Iterator<Item = String>) -> String {
    let (slug, whole) = plain(name);
    let is_taken = others.any(|other| other != name && plain(&other).0 == slug);
    if whole == Whole::Yes && !is_taken {
        return slug;
    }
    let hash = blake3::hash(name.as_bytes()).to_hex();
    [slug.as_str(), &hash[..HASH]].iter().filter(|s| !s.is_empty()).copied().collect::<Vec<_>>().join("-")
}

/// Whether a slug still says all that the name did.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whole {
    Yes,
    No,
}

fn plain(name: &str) -> (String, Whole) {
    let mut slug = String::new();
    let mut whole = Whole::Yes;
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else {
            if letter.is_alphanumeric() {
                whole = Whole::No;
            }
            // An apostrophe stands inside a word.
            if !slug.is_empty() && !slug.ends_with('-') && letter != '\'' && letter != '’' {
                slug.push('-');
            }
        }
    }
    if slug.len() > LONGEST {
        slug.truncate(LONGEST);
        whole = Whole::No;
    }
    let slug = slug.trim_end_matches('-').to_owned();
    if slug.is_empty() {
        whole = Whole::No;
    }
    (slug, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(name: &str, others: &[&str]) -> String {
        unique(name, others.iter().map(|&o| o.to_owned()))
    }

    #[test]
    fn plain_names_stay_plain_and_twins_are_told_apart() {
        assert_eq!(slug("Hill Brigade (North)", &["Hill Brigade (North)"]), "hill-brigade-north");
        assert_eq!(slug("Jama'at of the Coast", &[]), "jamaat-of-the-coast");
        let twins = ["A-B", "A B"];
        assert_ne!(slug("A-B", &twins), slug("A B", &twins));
    }

    #[test]
    fn names_beyond_ascii_and_long_names_have_a_slug_of_their_own() {
        assert!(!slug("تنظیم", &[]).is_empty());
        assert_ne!(slug("تنظیم", &[]), slug("لشکر", &[]));
        let (a, b) = ("x".repeat(60), "x".repeat(61));
        assert_ne!(slug(&a, &[]), slug(&b, &[]));
        assert!(slug(&a, &[]).len() <= LONGEST + HASH + 1);
        assert!(slug("../<&\"", &[]).bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-'));
    }
}
