//! Offensives as a profile sees them: which categories each has, and which of them are alike.

use rustc_hash::FxHashMap;

/// The offensives of one group in one classification. Those that have the same weight in the same categories are of one sort: there
/// are far fewer sorts than offensives.
///
/// Invariants: every sort has a part; its parts ascend by category, each once, with weights above 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Offensives {
    /// Categories and weights of the sorts, one sort after another.
    parts: Vec<(usize, f64)>,
    /// Where the parts of each sort begin, and where the last one's end.
    begins: Vec<usize>,
    /// The sort of each offensive, in their order.
    sorts: Vec<u32>,
    /// Incidents that are told of.
    incidents: usize,
}

impl Offensives {
    /// Of lists of (category, weight); categories are small whole numbers, as they index a table. Weights that are not above 0, or
    /// no numbers, are left out, and so are offensives of which nothing is left.
    pub fn of<L: IntoIterator<Item = (usize, f64)>>(lists: impl IntoIterator<Item = L>) -> Offensives {
        let mut all = Offensives { parts: Vec::new(), begins: vec![0], sorts: Vec::new(), incidents: 0 };
        // Most offensives are one incident: those are found by their category alone.
        let mut single: Vec<Option<u32>> = Vec::new();
        let mut several: FxHashMap<Vec<(usize, u64)>, u32> = FxHashMap::default();
        let mut own: Vec<(usize, f64)> = Vec::new();
        for list in lists {
            own.clear();
            own.extend(list.into_iter().filter(|(_, weight)| weight.is_finite() && *weight > 0.0));
            all.incidents += own.len();
            let sort = match own.as_slice() {
                [] => continue,
                &[(category, 1.0)] => {
                    if single.len() <= category {
                        single.resize(category + 1, None);
                    }
                    *single[category].get_or_insert_with(|| all.sort(&own))
                }
                _ => {
                    own.sort_by_key(|&(category, _)| category);
                    own.dedup_by(|next, kept| {
                        let same = next.0 == kept.0;
                        if same {
                            kept.1 += next.1;
                        }
                        same
                    });
                    let key = own.iter().map(|&(category, weight)| (category, weight.to_bits())).collect();
                    *several.entry(key).or_insert_with(|| all.sort(&own))
                }
            };
            all.sorts.push(sort);
        }
        all
    }

    fn sort(&mut self, parts: &[(usize, f64)]) -> u32 {
        self.parts.extend_from_slice(parts);
        self.begins.push(self.parts.len());
        u32::try_from(self.begins.len() - 2).expect("fewer than four billion sorts of offensives")
    }

    /// How many offensives there are.
    pub fn len(&self) -> usize {
        self.sorts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.sorts.is_empty()
    }

    /// Incidents of which the category is known.
    pub fn incidents(&self) -> usize {
        self.incidents
    }

    /// The sort of each offensive, in their order.
    pub(super) fn sorts(&self) -> &[u32] {
        &self.sorts
    }

    /// How many sorts there are.
    pub(super) fn kinds(&self) -> usize {
        self.begins.len() - 1
    }

    /// The categories and weights of a sort.
    pub(super) fn parts(&self, sort: usize) -> &[(usize, f64)] {
        &self.parts[self.begins[sort]..self.begins[sort + 1]]
    }

    /// All categories that occur, with repeats.
    pub fn categories(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().map(|&(category, _)| category)
    }
}
