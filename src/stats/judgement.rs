//! Judgement: what a p and its q are worth, in three steps.

use super::ALPHA;
use serde::Serialize;

/// How far a result goes beyond chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, Serialize)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// Beyond chance also among all the tests of its question.
    Clear,
    /// Beyond chance on its own, but among so many tests one expects such a result now and then.
    Suggestive,
    /// Compatible with chance.
    WithinChance,
}

impl Judgement {
    /// From a p and its Benjamini-Hochberg q; a test that could never have told a change from chance has no q.
    pub fn of(p: f64, q: Option<f64>) -> Judgement {
        match q {
            Some(q) if q <= ALPHA => Judgement::Clear,
            Some(_) if p <= ALPHA => Judgement::Suggestive,
            Some(_) | None => Judgement::WithinChance,
        }
    }

    pub fn id(self) -> &'static str {
        self.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_tests_make_a_small_p_suggestive_only() {
        assert_eq!(Judgement::of(0.001, Some(0.04)), Judgement::Clear);
        assert_eq!(Judgement::of(0.03, Some(0.3)), Judgement::Suggestive);
        assert_eq!(Judgement::of(0.2, Some(0.3)), Judgement::WithinChance);
        assert_eq!(Judgement::of(0.03, None), Judgement::WithinChance);
    }
}
