//! Labels in a column that must not touch: each as near to its wish as the others allow.

/// Middles of labels of equal height, at least `pitch` apart, within `top..bottom`, moved as little as possible;
/// in the order of `wishes`. Where they cannot all fit they are spread evenly from `top` on: ask [`capacity`] first.
pub(super) fn spread(wishes: &[f64], pitch: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|a, b| wishes[*a].total_cmp(&wishes[*b]).then(a.cmp(b)));
    // Blocks of touching labels: the middle of the first, and how many. A block stands where its labels' wishes
    // average, which is the least squares answer; blocks that meet become one.
    let mut blocks: Vec<(f64, Vec<usize>)> = Vec::new();
    for label in order {
        let mut block = (wishes[label], vec![label]);
        loop {
            let span = (block.1.len() - 1) as f64 * pitch;
            block.0 = block.0.min(bottom - pitch / 2.0 - span).max(top + pitch / 2.0);
            let Some((above, members)) = blocks.pop() else { break };
            if above + members.len() as f64 * pitch <= block.0 {
                blocks.push((above, members));
                break;
            }
            let members: Vec<usize> = members.into_iter().chain(block.1).collect();
            let wish = members.iter().enumerate().map(|(at, label)| wishes[*label] - at as f64 * pitch).sum::<f64>();
            block = (wish / members.len() as f64, members);
        }
        blocks.push(block);
    }
    let mut placed = vec![0.0; wishes.len()];
    for (first, members) in blocks {
        for (at, label) in members.into_iter().enumerate() {
            placed[label] = first + at as f64 * pitch;
        }
    }
    placed
}

/// How many labels of the given height fit.
pub(super) fn capacity(pitch: f64, top: f64, bottom: f64) -> usize {
    ((bottom - top) / pitch).floor().max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(mut at: Vec<f64>) -> Vec<f64> {
        at.sort_by(f64::total_cmp);
        at.windows(2).map(|w| w[1] - w[0]).collect()
    }

    #[test]
    fn labels_at_one_place_are_pushed_apart_around_it() {
        let at = spread(&[50.0, 50.0, 50.0], 10.0, 0.0, 100.0);
        assert_eq!(at, [40.0, 50.0, 60.0]);
    }

    #[test]
    fn labels_stay_inside_and_apart() {
        let at = spread(&[1.0, 2.0, 99.0, 98.0, 50.0, 97.0], 12.0, 0.0, 100.0);
        assert!(at.iter().all(|y| (6.0..=94.0).contains(y)), "{at:?}");
        assert!(gaps(at).iter().all(|g| *g >= 12.0 - 1e-9));
    }

    #[test]
    fn labels_with_room_do_not_move() {
        assert_eq!(spread(&[80.0, 20.0], 12.0, 0.0, 100.0), [80.0, 20.0]);
    }

    #[test]
    fn nothing_to_place_is_no_panic() {
        assert!(spread(&[], 12.0, 0.0, 100.0).is_empty());
        assert_eq!(capacity(12.0, 0.0, 100.0), 8);
    }
}
