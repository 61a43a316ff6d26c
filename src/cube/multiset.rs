//! A multiset with weights: how much of each key there is. Most hold one or two keys, so it is a sorted list.

use crate::measure::Amount;

/// Keys that are looked at one by one before the rest is searched.
const NEAR: usize = 4;

/// Invariant: keys ascend, each once, and no amount is 0, so that equal contents are equal values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Multiset<K>(Vec<(K, Amount)>);

impl<K> Default for Multiset<K> {
    fn default() -> Multiset<K> {
        Multiset(Vec::new())
    }
}

impl<K: Ord + Copy> Multiset<K> {
    /// That much of one key, if there is one.
    pub fn of(key: Option<K>, amount: Amount) -> Multiset<K> {
        Multiset(key.filter(|_| amount != Amount::ZERO).map(|key| (key, amount)).into_iter().collect())
    }

    /// Of pairs whose keys ascend and whose amounts are not 0.
    pub(super) fn from_sorted(pairs: Vec<(K, Amount)>) -> Multiset<K> {
        debug_assert!(pairs.is_sorted_by(|a, b| a.0 < b.0) && pairs.iter().all(|(_, n)| *n != Amount::ZERO));
        Multiset(pairs)
    }

    /// The pairs in the order of their keys.
    pub(super) fn as_slice(&self) -> &[(K, Amount)] {
        &self.0
    }

    pub fn add(&mut self, other: &Multiset<K>) {
        self.combine(other, |amount| amount);
    }

    /// Adds that much of one key.
    #[inline]
    pub(super) fn add_one(&mut self, key: K, amount: Amount) {
        // Most tolls are among the smallest.
        let place = match self.0.iter().take(NEAR).position(|&(k, _)| k >= key) {
            Some(at) if self.0[at].0 == key => Ok(at),
            Some(at) => Err(at),
            None => self.0.binary_search_by_key(&key, |&(k, _)| k),
        };
        match place {
            Ok(at) => {
                self.0[at].1 += amount;
                if self.0[at].1 == Amount::ZERO {
                    self.0.remove(at);
                }
            }
            Err(at) => self.0.insert(at, (key, amount)),
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub fn subtract(&mut self, other: &Multiset<K>) {
        self.combine(other, |amount| -amount);
    }

    fn combine(&mut self, other: &Multiset<K>, sign: impl Fn(Amount) -> Amount) {
        for &(key, amount) in &other.0 {
            self.add_one(key, sign(amount));
        }
    }

    /// How much of that key there is.
    pub fn get(&self, key: K) -> Amount {
        self.0.binary_search_by_key(&key, |&(k, _)| k).map_or(Amount::ZERO, |at| self.0[at].1)
    }

    /// The keys in ascending order, each with its amount.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (K, Amount)> {
        self.0.iter().copied()
    }

    /// The same keys with other amounts.
    pub fn map(&self, change: impl Fn(Amount) -> Amount) -> Multiset<K> {
        let changed = self.iter().map(|(key, amount)| (key, change(amount)));
        Multiset(changed.filter(|&(_, amount)| amount != Amount::ZERO).collect())
    }

    /// All amounts together.
    pub fn total(&self) -> Amount {
        self.iter().map(|(_, amount)| amount).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_back_is_forgotten() {
        let mut set = Multiset::of(Some(3), Amount::ONE);
        set.add(&Multiset::of(Some(1), Amount::whole(2)));
        set.add(&Multiset::of(Some(3), Amount::ONE));
        assert_eq!(set.iter().collect::<Vec<_>>(), [(1, Amount::whole(2)), (3, Amount::whole(2))]);
        set.subtract(&Multiset::of(Some(1), Amount::whole(2)));
        assert_eq!(set, Multiset::of(Some(3), Amount::whole(2)));
        assert_eq!(set.total(), Amount::whole(2));
    }
}
