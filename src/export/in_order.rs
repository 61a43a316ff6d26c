//! Pieces that are made side by side and taken in their order.

use rayon::prelude::*;

/// Pieces that are in memory at once, at most: memory must not grow with the number of cores.
const AT_ONCE: usize = 4;

/// Makes the pieces 0 to `pieces - 1`, and takes them in that order.
///
/// # Errors
/// The first that `take` returns; pieces after it are not made, but for those of its turn.
pub(super) fn in_order<T: Send, E>(
    pieces: usize,
    make: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    // A piece that no thread makes meanwhile would only lie there.
    let at_once = AT_ONCE.min(rayon::current_num_threads());
    for first in (0..pieces).step_by(at_once) {
        let made: Vec<T> = (first..pieces.min(first + at_once)).into_par_iter().map(&make).collect();
        made.into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}

/// Does the work for all things side by side; where some fail, the failure of the first of them.
pub(super) fn first_failure<T: Sync, E: Send>(
    things: &[T],
    work: impl Fn(&T) -> Result<(), E> + Sync + Send,
) -> Result<(), E> {
    let done: Vec<Result<(), E>> = things.par_iter().map(work).collect();
    done.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_in_their_order_until_one_is_refused() {
        let mut taken = Vec::new();
        let refused = in_order(
            10,
            |piece| piece * 2,
            |piece| {
                taken.push(piece);
                if piece == 12 { Err(piece) } else { Ok(()) }
            },
        );
        assert_eq!((refused, taken), (Err(12), vec![0, 2, 4, 6, 8, 10, 12]));
    }
}
