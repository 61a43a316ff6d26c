//! The order of groups around a circle: families together, and within them so that few links cross. No chance in it: the same
//! groups stand in the same order.

/// Passes over all pairs of places; most orders settle after three or four.
const MOST_PASSES: usize = 12;
/// Of more pairs than this every order is a tangle: then only the length of their links counts.
const MOST_PAIRS: usize = 150;

/// How bad an order is: crossings first, then the length of all links, in places along the circle.
type Cost = (usize, usize);

/// The groups in their order around the circle, given the family of each and the pairs that are linked, each pair once.
pub(super) fn around(families: &[&str], pairs: &[(usize, usize)]) -> Vec<usize> {
    let mut named: Vec<&str> = Vec::new();
    for family in families {
        if !named.contains(family) {
            named.push(family);
        }
    }
    let members = |family: &&str| (0..families.len()).filter(|at| families[*at] == *family).collect::<Vec<_>>();
    let mut blocks: Vec<Vec<usize>> = named.iter().map(members).collect();
    let mut best = cost(&blocks, pairs);
    for _ in 0..MOST_PASSES {
        let before = best;
        for one in 0..blocks.len() {
            for other in one + 1..blocks.len() {
                blocks.swap(one, other);
                keep_if_better(&mut blocks, pairs, &mut best, |blocks| blocks.swap(one, other));
            }
        }
        for block in 0..blocks.len() {
            for one in 0..blocks[block].len() {
                for other in one + 1..blocks[block].len() {
                    blocks[block].swap(one, other);
                    keep_if_better(&mut blocks, pairs, &mut best, |blocks| blocks[block].swap(one, other));
                }
            }
        }
        if best == before {
            break;
        }
    }
    blocks.concat()
}

fn keep_if_better(
    blocks: &mut Vec<Vec<usize>>,
    pairs: &[(usize, usize)],
    best: &mut Cost,
    undo: impl Fn(&mut Vec<Vec<usize>>),
) {
    let now = cost(blocks, pairs);
    if now < *best {
        *best = now;
    } else {
        undo(blocks);
    }
}

fn cost(blocks: &[Vec<usize>], pairs: &[(usize, usize)]) -> Cost {
    let count: usize = blocks.iter().map(Vec::len).sum();
    let mut place = vec![0; count];
    for (at, group) in blocks.iter().flatten().enumerate() {
        place[*group] = at;
    }
    let ends: Vec<(usize, usize)> =
        pairs.iter().map(|(a, b)| (place[*a].min(place[*b]), place[*a].max(place[*b]))).collect();
    let length = ends.iter().map(|(a, b)| (b - a).min(count - (b - a))).sum();
    if ends.len() > MOST_PAIRS {
        return (0, length);
    }
    let crosses = |one: &(usize, usize), other: &(usize, usize)| {
        let is_between = |at: usize| one.0 < at && at < one.1;
        let is_apart = [other.0, other.1].iter().all(|at| *at != one.0 && *at != one.1);
        is_apart && is_between(other.0) != is_between(other.1)
    };
    let crossings = ends.iter().enumerate().map(|(at, one)| ends[at + 1..].iter().filter(|b| crosses(one, b)).count());
    (crossings.sum(), length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_untangled() {
        let ring = [(0, 3), (3, 1), (1, 4), (4, 2), (2, 0)];
        let order = around(&[""; 5], &ring);
        assert_eq!(cost(std::slice::from_ref(&order), &ring), (0, 5));
        assert_eq!(order, around(&[""; 5], &ring));
    }

    #[test]
    fn families_stay_together() {
        let families = ["a", "b", "a", "b", "c"];
        let order = around(&families, &[(0, 1), (2, 3), (0, 4)]);
        let met: Vec<&str> = order.iter().map(|at| families[*at]).collect();
        let changes = met.windows(2).filter(|w| w[0] != w[1]).count();
        assert_eq!((order.len(), changes), (5, 2));
    }

    #[test]
    fn nothing_and_one_are_no_panic() {
        assert!(around(&[], &[]).is_empty());
        assert_eq!(around(&["x"], &[]), [0]);
    }
}
