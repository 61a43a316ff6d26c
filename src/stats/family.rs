//! Multiplicity: a family of tests, and what p is worth in it.

/// The tests of one question and scope over the unfiltered input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Family {
    /// Ascending.
    ps: Vec<f64>,
    /// Tests that could never reach 0.05 and were left out (Tarone 1990).
    left_out: usize,
}

impl Family {
    /// From `(p, smallest possible p)` of every test.
    pub fn new(_tests: impl IntoIterator<Item = (f64, f64)>) -> Family {
        unimplemented!()
    }

    /// Tests in the family.
    pub fn size(&self) -> usize {
        self.ps.len()
    }

    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Tests with q, and with p, up to 0.05.
    pub fn clear(&self) -> usize {
        unimplemented!()
    }

    pub fn nominal(&self) -> usize {
        unimplemented!()
    }

    /// The Benjamini-Hochberg adjusted p of a test; a p that is not among the family's joins it. `None` where the test could never
    /// have reached 0.05.
    pub fn q(&self, _p: f64, _smallest: f64) -> Option<f64> {
        unimplemented!()
    }
}
