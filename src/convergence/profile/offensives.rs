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
    /// Offensives of each sort.
    times: Vec<u32>,
    all: usize,
    incidents: usize,
}

impl Offensives {
    /// Of the categories of each one's incidents: small whole numbers, as they index a table. An offensive without any is left out.
    pub fn of<L: IntoIterator<Item = usize>>(lists: impl IntoIterator<Item = L>) -> Offensives {
        let mut all = Offensives { parts: Vec::new(), begins: vec![0], times: Vec::new(), all: 0, incidents: 0 };
        // Most offensives are one incident: those are found by their category alone.
        let mut single: Vec<Option<usize>> = Vec::new();
        let mut several: FxHashMap<Vec<usize>, usize> = FxHashMap::default();
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
            all.times[sort] += 1;
            all.all += 1;
        }
        all
    }

    /// A sort more, of the categories of its incidents, ascending.
    fn sort(&mut self, categories: &[usize]) -> usize {
        self.parts.extend(categories.chunk_by(|one, other| one == other).map(|alike| (alike[0], alike.len() as u32)));
        self.begins.push(self.parts.len());
        self.times.push(0);
        self.times.len() - 1
    }

    /// How many offensives there are.
    pub fn len(&self) -> usize {
        self.all
    }

    pub fn is_empty(&self) -> bool {
        self.all == 0
    }

    pub fn incidents(&self) -> usize {
        self.incidents
    }

    /// The categories and incidents of every sort, and how many offensives are of it.
    pub(super) fn sorts(&self) -> impl Iterator<Item = (&[(usize, u32)], u32)> {
        self.begins.windows(2).map(|ends| &self.parts[ends[0]..ends[1]]).zip(self.times.iter().copied())
    }
}
