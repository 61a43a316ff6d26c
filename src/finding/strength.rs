//! Strength: how much a sentence may be leaned on.

use crate::messages::{Message, Messages};
use crate::stats::Judgement;

/// How much a sentence may be leaned on. Decided with the finding; a renderer only shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Strength {
    /// A number counted, with nothing tested.
    Counted,
    /// Tested, and hardly chance.
    Clear,
    /// Tested, and more than chance usually makes, but among so many tests not beyond doubt.
    Suggestive,
    /// Tested, and compatible with chance.
    WithinChance,
}

impl Strength {
    /// The word in `findings.json`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The word beside a sentence.
    pub fn word(self, m: &Messages) -> String {
        m.say(match self {
            Strength::Counted => Message::WordCounted {},
            Strength::Clear => Message::WordClear {},
            Strength::Suggestive => Message::WordSuggestive {},
            Strength::WithinChance => Message::WordWithinChance {},
        })
    }

    /// The place in a ranking: what goes beyond chance stands first; what was not tested stands with what was and is not.
    pub(super) fn place(self) -> u8 {
        match self {
            Strength::Clear => 0,
            Strength::Suggestive => 1,
            Strength::Counted | Strength::WithinChance => 2,
        }
    }
}

impl From<Judgement> for Strength {
    fn from(judgement: Judgement) -> Strength {
        match judgement {
            Judgement::Clear => Strength::Clear,
            Judgement::Suggestive => Strength::Suggestive,
            Judgement::WithinChance => Strength::WithinChance,
        }
    }
}
