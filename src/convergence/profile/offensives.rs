//! Offensives as a profile sees them: which categories each has, and which of them are alike.

use rustc_hash::FxHashMap;

/// The offensives of one group in one classification. Those with as many incidents in the same categories are of one sort: there are
/// far fewer sorts than offensives.
///
/// Invariants: every sort has a part; its parts ascend by category, each once, with one incident at least.
#[derive(Clone, Debug, PartialEq)]
pub struct Offensives {
    /// Categories and incidents of the sorts, one sort after another.
    parts: Vec<(usize, u32)>,
    /// Where the parts of each sort begin, and where the last one's end.
    begins: Vec<usize>,
    /// The sort of each offensive, in their order.
    sorts: Vec<u32>,
    incidents: usize,
}

impl Offensives {
    /// Of the categories of each one's incidents: small whole numbers, as they index a table. An offensive without any is left out.
    pub fn of<L: IntoIterator<Item = usize>>(lists: impl IntoIterator<Item = L>) -> Offensives {
        let mut all = Offensives { parts: Vec::new(), begins: vec![0], sorts: Vec::new(), incidents: 0 };
        // Most offensives are one incident: those are found by their category alone.
        let mut single: Vec<Option<u32>> = Vec::new();
        let mut several: FxHashMap<Vec<usize>, u32> = FxHashMap::default();
        let mut own: Vec<usize> = Vec::new();
        for list in lists {
            own.clear();
            own.extend(list);
            all.incidents += own.len();
            let sort = match own.as_slice() {
                [] => continue,
                &[category] => {
                    if single.len() <= category {
                        single.resize(category + 1, None);
                    }
                    *single[category].get_or_insert_with(|| all.sort(&own))
                }
                _ => {
                    own.sort_unstable();
                    match several.get(&own) {
                        Some(&sort) => sort,
                        None => *several.entry(own.clone()).or_insert(all.sort(&own)),
                    }
                }
            };
            all.sorts.push(sort);
        }
        all
    }

    /// Of the categories of its incidents, ascending.
    fn sort(&mut self, categories: &[usize]) -> u32 {
        self.parts.extend(categories.chunk_by(|one, other| one == other).map(|alike| (alike[0], alike.len() as u32)));
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

    pub fn incidents(&self) -> usize {
        self.incidents
    }

    /// The sort of each offensive, in their order.
    pub(super) fn sorts(&self) -> &[u32] {
        &self.sorts
    }

    /// The categories and incidents of every sort.
    pub(super) fn parts(&self) -> impl Iterator<Item = &[(usize, u32)]> {
        self.begins.windows(2).map(|ends| &self.parts[ends[0]..ends[1]])
    }
}
