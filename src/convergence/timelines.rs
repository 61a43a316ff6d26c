//! All days of A near the places that are asked for again and again, as bits: to ask once more is to cut a piece out.

/// Words of all bits together, at most; eight MB.
const MOST_WORDS: usize = 1 << 20;
/// Bits of a piece.
const PIECE: u32 = 128;

/// Bits by place, distance and day.
pub(super) struct Timelines {
    /// The day of the first bit.
    first: i32,
    /// Words of one distance.
    length: usize,
    spaces: usize,
    words: Vec<u64>,
}

/// Where the bits of one place begin.
#[derive(Clone, Copy)]
pub(super) struct Begin(usize);

impl Timelines {
    /// For so many distances, where A's first and last day are these.
    pub(super) fn new((earliest, latest): (i32, i32), spaces: usize) -> Timelines {
        // With a piece to spare on either side, what is cut out at the ends is 0. A piece reaches into three words.
        let days = (latest - earliest).unsigned_abs() + 1 + 2 * PIECE;
        let length = days.div_ceil(u64::BITS) as usize + 1;
        Timelines { first: earliest - PIECE as i32, length, spaces, words: Vec::new() }
    }

    /// Room for a place more; `None` where there is none.
    pub(super) fn place(&mut self) -> Option<Begin> {
        let begin = self.words.len();
        let end = begin + self.spaces * self.length;
        (end <= MOST_WORDS).then(|| self.words.resize(end, 0)).map(|()| Begin(begin))
    }

    /// A was near the place on one of its days.
    pub(super) fn mark(&mut self, Begin(begin): Begin, space: usize, day: i32) {
        let at = (day - self.first) as usize;
        self.words[begin + space * self.length + at / u64::BITS as usize] |= 1 << (at % u64::BITS as usize);
    }

    /// The days from one on, as bits.
    pub(super) fn piece(&self, Begin(begin): Begin, space: usize, from: i32) -> u128 {
        let Ok(at) = usize::try_from(i64::from(from) - i64::from(self.first)) else { return 0 };
        let (word, bit) = (at / u64::BITS as usize, at as u32 % u64::BITS);
        let of_space = &self.words[begin + space * self.length..][..self.length];
        let Some(&[low, middle, high]) = of_space.get(word..).and_then(|words| words.first_chunk()) else { return 0 };
        let lower = (u128::from(low) | u128::from(middle) << u64::BITS) >> bit;
        // Of the third word as many bits as the first one lacks.
        lower | u128::from(high).checked_shl(PIECE - bit).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_piece_is_the_days_from_one_on(
            earliest in -20_000..20_000_i32, marked in proptest::collection::btree_set(0..700_i32, 1..60), from in -900..900_i32,
        ) {
            let days: Vec<i32> = marked.into_iter().map(|day| earliest + day).collect();
            let ends = (days[0], days[days.len() - 1]);
            let mut all = Timelines::new(ends, 2);
            let places = [all.place(), all.place()].map(|place| place.expect("there is room for two"));
            days.iter().for_each(|&day| all.mark(places[1], 1, day));
            let from = earliest + from;
            let expected = days.iter().filter(|day| (from..from + PIECE as i32).contains(day)).map(|day| 1_u128 << (day - from)).sum::<u128>();
            prop_assert_eq!(all.piece(places[1], 1, from), expected);
            for (place, space) in [(0, 0), (0, 1), (1, 0)] {
                prop_assert_eq!(all.piece(places[place], space, from), 0);
            }
        }
    }

    #[test]
    fn there_is_an_end_to_what_is_kept() {
        let mut all = Timelines::new((0, 20_000), 4);
        let places = std::iter::from_fn(|| all.place()).count();
        assert!(places > 500, "{places}");
        assert!(all.words.len() <= MOST_WORDS);
    }
}
