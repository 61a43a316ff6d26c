//! Labels in a column that must not touch: each as near to its wish as the others allow.

/// A label's wished middle and its height, both in pixels.
pub(super) type Wish = (f64, f64);

/// Middles of the labels, none overlapping another, within `top..bottom`, moved as little as possible (least
/// squares) and in the order of `wishes`. More than [`fits`] hang over the bottom: ask first.
pub(super) fn spread(wishes: &[Wish], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|a, b| wishes[*a].0.total_cmp(&wishes[*b].0).then(a.cmp(b)));
    // Blocks of touching labels: the upper edge, and the labels from top to bottom. Blocks that meet become one,
    // which stands where its labels' wishes average.
    let mut blocks: Vec<(f64, Vec<usize>)> = Vec::new();
    let height = |members: &[usize]| members.iter().map(|label| wishes[*label].1).sum::<f64>();
    let placed_from = |edge: f64, members: &[usize]| edge.min(bottom - height(members)).max(top);
    for label in order {
        let (wish, tall) = wishes[label];
        let mut block = (placed_from(wish - tall / 2.0, &[label]), vec![label]);
        while let Some((above, members)) = blocks.pop() {
            if above + height(&members) <= block.0 {
                blocks.push((above, members));
                break;
            }
            let members: Vec<usize> = members.into_iter().chain(block.1).collect();
            let mut before = 0.0;
            let mut sum = 0.0;
            for member in &members {
                let (wish, tall) = wishes[*member];
                sum += wish - tall / 2.0 - before;
                before += tall;
            }
            block = (placed_from(sum / members.len() as f64, &members), members);
        }
        blocks.push(block);
    }
    let mut placed = vec![0.0; wishes.len()];
    for (mut edge, members) in blocks {
        for label in members {
            placed[label] = edge + wishes[label].1 / 2.0;
            edge += wishes[label].1;
        }
    }
    placed
}

/// Whether labels of these heights have room.
pub(super) fn fits(heights: impl Iterator<Item = f64>, top: f64, bottom: f64) -> bool {
    heights.sum::<f64>() <= bottom - top
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even(middles: &[f64], tall: f64) -> Vec<Wish> {
        middles.iter().map(|middle| (*middle, tall)).collect()
    }

    #[test]
    fn labels_at_one_place_are_pushed_apart_around_it() {
        assert_eq!(spread(&even(&[50.0; 3], 10.0), 0.0, 100.0), [40.0, 50.0, 60.0]);
    }

    #[test]
    fn labels_stay_inside_and_apart() {
        let mut at = spread(&even(&[1.0, 2.0, 99.0, 98.0, 50.0, 97.0], 12.0), 0.0, 100.0);
        assert!(at.iter().all(|y| (6.0..=94.0).contains(y)), "{at:?}");
        at.sort_by(f64::total_cmp);
        assert!(at.windows(2).all(|w| w[1] - w[0] >= 12.0 - 1e-9), "{at:?}");
    }

    #[test]
    fn a_tall_label_keeps_its_own_distance() {
        assert_eq!(spread(&[(50.0, 30.0), (52.0, 10.0)], 0.0, 100.0), [41.0, 61.0]);
    }

    #[test]
    fn labels_with_room_do_not_move() {
        assert_eq!(spread(&even(&[80.0, 20.0], 12.0), 0.0, 100.0), [80.0, 20.0]);
    }

    #[test]
    fn nothing_to_place_is_no_panic() {
        assert!(spread(&[], 0.0, 100.0).is_empty());
        assert!(fits([].into_iter(), 0.0, 0.0));
    }
}
