//! The fields that a mapping can fill, and what may stand on their right-hand side.

use crate::measure::VictimClass;

/// What an own sheet can say of an incident. The names in a mapping are these in snake case.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Field {
    Id,
    Revised,
    Date,
    DateEnd,
    DatePrecision,
    Country,
    Region,
    District,
    Place,
    Latitude,
    Longitude,
    PlacePrecision,
    Kind,
    Foreign,
    Groups,
    Initiators,
    Targets,
    Parties,
    Allies,
    Suspected,
    Claim,
    Tactic,
    Target,
    Suicide,
    Success,
    Killed,
    KilledMin,
    KilledMax,
    KilledCivilian,
    KilledSecurity,
    KilledMilitant,
    KilledOther,
    KilledUnknown,
    Injured,
    InjuredMin,
    InjuredMax,
    InjuredCivilian,
    InjuredSecurity,
    InjuredMilitant,
    InjuredOther,
    InjuredUnknown,
    Arrested,
    Abducted,
    Sources,
    Related,
    Weight,
}

/// What a field holds, which decides what a mapping may give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// One column and nothing else: ids, days, moments, degrees, weights.
    Single,
    /// A name or label: one column or a constant; values may be renamed.
    Text,
    /// One of our words: one column or a constant; values are translated.
    Code(Code),
    /// Several names: columns (taken together) or a constant; values may be renamed.
    Names,
    /// People: columns (summed). Never a constant: a number that nobody recorded is not known.
    People,
}

/// Which of our vocabularies a field speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    Kind,
    Claim,
    DatePrecision,
    PlacePrecision,
    /// Yes or no.
    Answer,
}

impl Field {
    pub(super) const COUNT: usize = <Field as strum::VariantArray>::VARIANTS.len();

    pub(super) fn id(self) -> &'static str {
        self.into()
    }

    pub(super) fn ids() -> impl Iterator<Item = &'static str> {
        <Field as strum::VariantArray>::VARIANTS.iter().map(|field| field.id())
    }

    pub(super) fn sort(self) -> Sort {
        use Field as F;
        match self {
            F::Id | F::Revised | F::Date | F::DateEnd | F::Latitude | F::Longitude | F::Related | F::Weight => {
                Sort::Single
            }
            F::Country | F::Region | F::District | F::Place | F::Tactic | F::Target => Sort::Text,
            F::DatePrecision => Sort::Code(Code::DatePrecision),
            F::PlacePrecision => Sort::Code(Code::PlacePrecision),
            F::Kind => Sort::Code(Code::Kind),
            F::Claim => Sort::Code(Code::Claim),
            F::Foreign | F::Suspected | F::Suicide | F::Success => Sort::Code(Code::Answer),
            F::Groups | F::Initiators | F::Targets | F::Parties | F::Allies | F::Sources => Sort::Names,
            F::Killed
            | F::KilledMin
            | F::KilledMax
            | F::KilledCivilian
            | F::KilledSecurity
            | F::KilledMilitant
            | F::KilledOther
            | F::KilledUnknown
            | F::Injured
            | F::InjuredMin
            | F::InjuredMax
            | F::InjuredCivilian
            | F::InjuredSecurity
            | F::InjuredMilitant
            | F::InjuredOther
            | F::InjuredUnknown
            | F::Arrested
            | F::Abducted => Sort::People,
        }
    }
}

/// The fields of one toll: killed or injured.
#[derive(Debug)]
pub(super) struct TollFields {
    pub(super) total: Field,
    pub(super) min: Field,
    pub(super) max: Field,
    /// By victim class, in the order of [`VictimClass`].
    pub(super) parts: [Field; VictimClass::COUNT],
}

pub(super) static KILLED: TollFields = TollFields {
    total: Field::Killed,
    min: Field::KilledMin,
    max: Field::KilledMax,
    parts: [
        Field::KilledCivilian,
        Field::KilledSecurity,
        Field::KilledMilitant,
        Field::KilledOther,
        Field::KilledUnknown,
    ],
};

pub(super) static INJURED: TollFields = TollFields {
    total: Field::Injured,
    min: Field::InjuredMin,
    max: Field::InjuredMax,
    parts: [
        Field::InjuredCivilian,
        Field::InjuredSecurity,
        Field::InjuredMilitant,
        Field::InjuredOther,
        Field::InjuredUnknown,
    ],
};
