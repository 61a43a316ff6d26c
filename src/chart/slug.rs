//! Slugs: names as file names, one for each subject of a run.

use super::{Subject, words};
use crate::analysis::Analysis;
use crate::convergence::Named;
use std::collections::{BTreeMap, BTreeSet};

/// Longest slug of a name: with chart and extension it stays far below what file systems allow.
const LONGEST: usize = 48;
/// Longest slug of a pair: with what stands before it, no anchor or name of a file is longer than one may be.
const LONGEST_PAIR: usize = 88;
/// What is left of each name in a pair whose names together would be longer.
const LONGEST_HALF: usize = 39;
/// Hex digits that tell names apart which look the same in ASCII: one in sixteen million.
const HASH: usize = 6;

/// The slug of a subject in the name of a file: there the chart says already that it is of pairs.
pub(super) fn of_file(analysis: &Analysis, subject: Subject) -> String {
    match subject {
        Subject::Pair(a, b) => of_pair(analysis, a, b),
        Subject::All | Subject::Group(_) | Subject::Region(_) => of(analysis, subject),
    }
}

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
        Subject::Pair(a, b) => format!("pair-{}", of_pair(analysis, a, b)),
    }
}

/// Both names; with a hash of both where another two names would be written the same, or the names are cut.
fn of_pair(analysis: &Analysis, a: Named, b: Named) -> String {
    let people = analysis.loaded.incidents.casts.iter().flat_map(|cast| cast.participants());
    let all: BTreeSet<Named> = people.flat_map(|p| [Named::Group(p.group), Named::Family(p.family)]).collect();
    let all: Vec<(Named, &str)> = all.into_iter().map(|one| (one, analysis.text(one.name()))).collect();
    pair((a, b), &all)
}

fn pair((a, b): (Named, Named), all: &[(Named, &str)]) -> String {
    let texts: BTreeMap<Named, &str> = all.iter().copied().collect();
    let text = |one: Named| texts.get(&one).copied().unwrap_or_default();
    let groups: BTreeSet<&str> =
        all.iter().filter(|(one, _)| matches!(one, Named::Group(_))).map(|(_, text)| *text).collect();
    // A group and a family may have one name.
    let prefixed = |one: Named, slug: String| match one {
        Named::Family(_) if groups.contains(text(one)) => format!("family-{slug}"),
        Named::Family(_) | Named::Group(_) => slug,
    };
    let slug = |one: Named| prefixed(one, unique(text(one), all.iter().map(|(_, text)| (*text).to_owned())));
    let [slug_a, slug_b] = [a, b].map(slug);
    let joined = format!("{slug_a}-{slug_b}");
    let mut halves: BTreeMap<String, Vec<Named>> = BTreeMap::new();
    for &(one, text) in all.iter().filter(|(_, text)| !text.is_empty()) {
        halves.entry(prefixed(one, plain(text).0)).or_default().push(one);
    }
    let is_taken = halves.iter().any(|(half, first)| {
        let rest = joined.strip_prefix(half.as_str()).and_then(|rest| rest.strip_prefix('-'));
        let second = rest.and_then(|rest| halves.get(rest));
        second.is_some_and(|second| first.iter().any(|&x| second.iter().any(|&y| ![(a, b), (b, a)].contains(&(x, y)))))
    });
    if !is_taken && joined.len() <= LONGEST_PAIR {
        return joined;
    }
    // No name holds a tab.
    let hash = blake3::hash(format!("{}\t{}", text(a), text(b)).as_bytes()).to_hex();
    let whole = format!("{joined}-{}", &hash[..HASH]);
    if whole.len() <= LONGEST_PAIR {
        return whole;
    }
    // Slugs are ASCII.
    let half = |slug: &str| slug[..slug.len().min(LONGEST_HALF)].trim_end_matches('-').to_owned();
    format!("{}-{}-{}", half(&slug_a), half(&slug_b), &hash[..HASH])
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
    fn a_pair_has_both_names_and_no_other_pair_has_its_slug() {
        let mut pool = crate::names::Pool::default();
        let texts = ["Hill", "Hill Brigade", "Brigade", "Brigade Shore", "Shore", "Oath"];
        let mut all: Vec<(Named, &str)> = texts.iter().map(|&text| (Named::Group(pool.intern(text)), text)).collect();
        all.push((Named::Family(pool.intern("Oath")), "Oath"));
        let of = |a: usize, b: usize| pair((all[a].0, all[b].0), &all);
        assert_eq!(of(2, 5), "brigade-oath");
        assert_eq!(of(2, 6), "brigade-family-oath");
        // "hill" + "brigade-shore", "hill-brigade" + "shore".
        assert_ne!(of(0, 3), of(1, 4));
        assert!(of(0, 3).starts_with("hill-brigade-shore-") && of(1, 4).starts_with("hill-brigade-shore-"));
    }

    #[test]
    fn a_pair_of_long_names_has_a_short_slug_of_its_own() {
        let mut pool = crate::names::Pool::default();
        let texts =
            ["a", "b"].map(|end| format!("{} {end}", "United Provisional Front for the Liberation of all Provinces"));
        let other = "Popular Committee for the Restoration of the Eastern Valleys".to_owned();
        let [first, second, third] =
            [&texts[0], &texts[1], &other].map(|text| (Named::Group(pool.intern(text)), text.as_str()));
        let all = [first, second, third];
        let of = |a: usize, b: usize| pair((all[a].0, all[b].0), &all);
        let slugs = [of(0, 1), of(0, 2), of(1, 2)];
        assert!(slugs.iter().all(|slug| slug.len() <= LONGEST_PAIR), "{slugs:?}");
        assert!(slugs.iter().all(|slug| slug.starts_with("united-provisional-front-for-the-libera")), "{slugs:?}");
        assert_eq!(BTreeSet::from(slugs.clone()).len(), 3, "{slugs:?}");
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
