//! Territory: do two groups come to be active in the same cells (districts, squares of a grid), year by year?
//!
//! A cell counts once a year however many incidents it holds. The Jaccard and half-weight indices are those of
//! [`Cells`](super::Cells) (Cairns & Schwager 1987). *What it cannot say*: more incidents fill more cells, so an overlap rises
//! with activity alone; and a cell shared within a year may have been held in turn. *Degenerate input.* A year in which neither
//! group was active has no row; one in which only one was has overlap 0.

use super::association::Cells;
use std::cmp::Ordering;
use std::iter::Peekable;

/// The overlap in one year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TerritoryYear {
    pub year: i32,
    /// Cells in which both were active.
    pub both: u64,
    pub only_a: u64,
    pub only_b: u64,
    /// 0 to 1.
    pub jaccard: f64,
    /// 0 to 1.
    pub half_weight: f64,
}

/// From the (year, cell) in which each group was active, ascending; repeats count once. Rows ascend by year.
pub fn territory<C: Ord>(a: &[(i32, C)], b: &[(i32, C)]) -> Vec<TerritoryYear> {
    debug_assert!(a.is_sorted() && b.is_sorted(), "years and cells ascend");
    let mut years: Vec<(i32, Cells)> = Vec::new();
    let (mut of_a, mut of_b) = (a.iter().peekable(), b.iter().peekable());
    loop {
        let order = match (of_a.peek(), of_b.peek()) {
            (None, None) => break,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(next_a), Some(next_b)) => next_a.cmp(next_b),
        };
        let from = if order == Ordering::Greater { skip_alike(&mut of_b) } else { skip_alike(&mut of_a) };
        if order == Ordering::Equal {
            skip_alike(&mut of_b);
        }
        let Some(&(year, _)) = from else { break };
        if years.last().is_none_or(|&(newest, _)| newest != year) {
            years.push((year, Cells::default()));
        }
        if let Some((_, cells)) = years.last_mut() {
            match order {
                Ordering::Less => cells.only_a += 1,
                Ordering::Equal => cells.both += 1,
                Ordering::Greater => cells.only_b += 1,
            }
        }
    }
    years.into_iter().filter_map(|(year, cells)| row(year, cells)).collect()
}

/// The next item, and past all that are equal to it.
fn skip_alike<'a, T: PartialEq>(items: &mut Peekable<impl Iterator<Item = &'a T>>) -> Option<&'a T> {
    let item = items.next()?;
    while items.next_if(|next| *next == item).is_some() {}
    Some(item)
}

fn row(year: i32, cells: Cells) -> Option<TerritoryYear> {
    let Cells { both, only_a, only_b, neither: _ } = cells;
    Some(TerritoryYear { year, both, only_a, only_b, jaccard: cells.jaccard()?, half_weight: cells.half_weight()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_counted_apart() {
        let a = [(2019, "Kech"), (2019, "Quetta"), (2019, "Quetta"), (2020, "Kech"), (2022, "Bolan")];
        let b = [(2019, "Bolan"), (2019, "Quetta"), (2020, "Kech"), (2020, "Kech"), (2021, "Kech")];
        let got = territory(&a, &b);
        let counts: Vec<_> = got.iter().map(|y| (y.year, y.both, y.only_a, y.only_b)).collect();
        assert_eq!(counts, [(2019, 1, 1, 1), (2020, 1, 0, 0), (2021, 0, 0, 1), (2022, 0, 1, 0)]);
        assert_eq!((got[0].jaccard, got[0].half_weight), (1.0 / 3.0, 0.5));
        assert_eq!((got[1].jaccard, got[2].jaccard), (1.0, 0.0));
        let swapped: Vec<_> = territory(&b, &a).iter().map(|y| (y.year, y.both, y.only_b, y.only_a)).collect();
        assert_eq!(swapped, counts);
    }

    #[test]
    fn nothing_and_one_side_only() {
        assert_eq!(territory::<u32>(&[], &[]), []);
        let alone = territory(&[(2020, 1_u32), (2020, 2)], &[]);
        assert_eq!((alone.len(), alone[0].only_a, alone[0].jaccard), (1, 2, 0.0));
    }
}
