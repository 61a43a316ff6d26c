//! Whether the two strike alike, now and earlier, and whether they are on the same ground.

use super::super::super::document::{Head, Table};
use super::super::page::Page;
use crate::analysis::{Likeness, PairRow, Trait};
use crate::convergence::{Profile, TerritoryYear};
use crate::finding;
use crate::messages::{Message, Messages};
use crate::period::Day;
use crate::text;
use strum::VariantArray;

/// Known incidents that each of the two must have in a year that is held against another: as many as a pair needs at all.
const LEAST_IN_A_YEAR: usize = crate::analysis::PairPolicy::LEAST as usize;

/// One row a trait; `None` where none was measured.
pub(super) fn table(page: &Page, row: &PairRow, [a, b]: &[String; 2]) -> Option<Table> {
    let m = page.m;
    let measured = row.likeness.iter().any(|likeness| likeness.year.is_none() && likeness.profile.is_ok());
    let traits = Trait::VARIANTS.iter().filter_map(|&of| cells(page, row, of)).collect::<Vec<_>>();
    if traits.is_empty() || !measured {
        return None;
    }
    let heads = [
        Head::words(m.say(Message::HeadAlikeBy {})),
        Head::number(m.say(Message::HeadAlikeAll {})),
        Head::number(m.say(Message::HeadAlikeThen {})),
        Head::number(m.say(Message::HeadAlikeNow {})),
        Head::words(m.say(Message::HeadAlikeReading {})),
        Head::words(m.say(Message::HeadAlikeMoved { a: a.clone(), b: b.clone() })),
    ];
    let caption = m.say(Message::TableAlike { a: a.clone(), b: b.clone() });
    let table = Table::new(caption, heads, traits);
    Some(table.with_note(m.say(Message::NoteAlike {})).with_source(page.source_line()))
}

fn cells(page: &Page, row: &PairRow, of: Trait) -> Option<[String; 6]> {
    let m = page.m;
    let name = m.say(match of {
        Trait::Targets => Message::AlikeTargets {},
        Trait::Tactics => Message::AlikeTactics {},
        Trait::Districts => Message::AlikeDistricts {},
    });
    let own = || row.likeness.iter().filter(move |likeness| likeness.of == of);
    let whole = own().find(|likeness| likeness.year.is_none())?;
    if whole.known == (0, 0) {
        // The source does not report it.
        return None;
    }
    let profile = match &whole.profile {
        Ok(profile) => profile,
        Err(why) => {
            let why = finding::why(m, *why, page.analysis.policy.grain);
            let [then, now, moved] = [const { String::new() }; 3];
            return Some([name, String::new(), then, now, m.say(Message::CellNotMeasured { why }), moved]);
        }
    };
    let years: Vec<(i32, &Profile)> = own().filter_map(year).collect();
    let (then, now) = (years.first().copied(), years.last().copied());
    let change = then.zip(now).filter(|((from, _), (to, _))| from < to);
    let reading = m.say(match change {
        None => Message::AlikeNoYears {},
        Some(((_, then), (_, now))) if now.distance.high < then.distance.low => Message::AlikeMore {},
        Some(((_, then), (_, now))) if now.distance.low > then.distance.high => Message::AlikeLess {},
        Some(_) => Message::AlikeSame {},
    });
    let of_year = |one: Option<(i32, &Profile)>| {
        one.map_or(String::new(), |(year, profile)| {
            m.say(Message::CellOfYear { year: year.to_string(), cell: distance(m, profile) })
        })
    };
    let moved: Vec<String> = whole
        .moved
        .iter()
        .map(|moved| {
            let (a, b) = (text::share(moved.share_a), text::share(moved.share_b));
            m.say(Message::CellMoved { category: moved.category.clone(), a, b })
        })
        .collect();
    let then = change.map(|(then, _)| then);
    Some([name, distance(m, profile), of_year(then), of_year(now), reading, m.clauses(&moved)])
}

/// A year in which enough is known of both.
fn year(likeness: &Likeness) -> Option<(i32, &Profile)> {
    let enough = likeness.known.0.min(likeness.known.1) >= LEAST_IN_A_YEAR;
    Some((likeness.year.filter(|_| enough)?, likeness.profile.as_ref().ok()?))
}

fn distance(m: &Messages, profile: &Profile) -> String {
    let number = |value: f64| text::number(value, 2);
    let (low, high) = (number(profile.distance.low), number(profile.distance.high));
    m.say(Message::CellRange { value: number(profile.distance.estimate), low, high })
}

/// In how many districts both were active, in the first and in the last year in which both were; of wholly covered years where
/// there are any.
pub(super) fn territory(page: &Page, row: &PairRow) -> String {
    let (m, coverage) = (page.m, page.analysis.coverage);
    let active = |year: &&TerritoryYear| year.both + year.only_a > 0 && year.both + year.only_b > 0;
    let whole = |year: &&TerritoryYear| {
        let end = |month, day| Day::from_ymd(year.year, month, day);
        [end(1, 1), end(12, 31)].into_iter().all(|day| day.is_some_and(|day| coverage.contains(day)))
    };
    let any_year: Vec<&TerritoryYear> = row.territory.iter().filter(active).collect();
    let whole_years: Vec<&TerritoryYear> = any_year.iter().copied().filter(|year| whole(year)).collect();
    let years = if whole_years.is_empty() { any_year } else { whole_years };
    let count = |n: u64| text::count(n as f64);
    let any = |year: &TerritoryYear| count(year.both + year.only_a + year.only_b);
    m.say(match years.as_slice() {
        [] => Message::PairNoTerritory {},
        [only] => Message::PairTerritoryOnce { first: only.year.to_string(), both: count(only.both), any: any(only) },
        [first, .., last] => Message::PairTerritory {
            first: first.year.to_string(),
            both: count(first.both),
            any: any(first),
            last: last.year.to_string(),
            both_last: count(last.both),
            any_last: any(last),
        },
    })
}
