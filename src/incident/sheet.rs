//! A sheet: drafts of one batch, stored by column. Made on a worker thread, then appended to the run's table.

use super::table::{CODES, Code, NUMBERS, Number};
use super::{Cast, Draft, Member, Participant};
use crate::measure::{Amount, VictimClass};
use crate::names::{Interned, Name, Pool};
use crate::period::Day;
use strum::VariantArray;

/// A code that no file, name or set has: the row's file is not known yet.
const NO_FILE: u32 = u32::MAX;

fn code_of<E: VariantArray + PartialEq>(value: &E) -> u32 {
    E::VARIANTS.iter().position(|v| v == value).expect("every variant is among its variants") as u32
}

/// Drafts by column. Its codes are those of its own pool, casts and outlets until it is appended.
#[derive(Default)]
pub struct Sheet {
    pub(super) ids: Vec<String>,
    pub(super) codes: [Vec<u32>; CODES],
    pub(super) numbers: [Vec<Option<i64>>; NUMBERS],
    pub(super) pool: Pool,
    pub(super) casts: Interned<Cast>,
    pub(super) outlets: Interned<Vec<Name>>,
}

impl Sheet {
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The newest day on which one of its incidents began.
    pub fn newest_start(&self) -> Option<Day> {
        self.newest(Number::Start).map(|days| Day::from_epoch(days as i32))
    }

    /// The day of the newest revision stamp.
    pub fn newest_revision(&self) -> Option<Day> {
        self.newest(Number::Revised).map(|seconds| Day::from_epoch(seconds.div_euclid(86_400) as i32))
    }

    fn newest(&self, column: Number) -> Option<i64> {
        self.numbers[column as usize].iter().flatten().copied().max()
    }

    pub fn push(&mut self, draft: &Draft<'_>) {
        self.ids.push(draft.id.to_owned());
        let cast = Cast::new(draft.members.iter().enumerate().map(|(rank, m)| self.participant(rank, m)).collect());
        let mut outlets: Vec<Name> = draft.outlets.iter().map(|o| self.pool.intern(o)).collect();
        outlets.sort_unstable();
        outlets.dedup();
        for &column in Code::VARIANTS {
            let code = match column {
                Code::File => NO_FILE,
                Code::Line => u32::try_from(draft.line).unwrap_or(u32::MAX),
                Code::DatePrecision => code_of(&draft.date_precision),
                Code::Country => self.pool.intern(draft.country).code(),
                Code::Region => self.pool.intern(draft.region).code(),
                Code::District => self.pool.intern(draft.district).code(),
                Code::Place => self.pool.intern(draft.place).code(),
                Code::PlacePrecision => code_of(&draft.place_precision),
                Code::Kind => code_of(&draft.kind),
                Code::Forces => code_of(&draft.forces),
                Code::Cast => self.casts.intern(cast.clone()),
                Code::Claim => code_of(&draft.claim),
                Code::Tactic => self.pool.intern(draft.tactic).code(),
                Code::Target => self.pool.intern(draft.target).code(),
                Code::Category => self.pool.intern(draft.category).code(),
                Code::Related => self.pool.intern(draft.related).code(),
                Code::Headline => code_of(&draft.headline),
                Code::Success => code_of(&draft.success),
                Code::Outlets => self.outlets.intern(outlets.clone()),
            };
            self.codes[column as usize].push(code);
        }
        for &column in Number::VARIANTS {
            self.numbers[column as usize].push(number_of(draft, column));
        }
    }

    fn participant(&mut self, rank: usize, member: &Member<'_>) -> Participant {
        Participant {
            group: self.pool.intern(member.name),
            family: self.pool.intern(member.family),
            class: member.class,
            role: member.role,
            authorship: member.authorship,
            standing: member.standing,
            side: member.side,
            rank: rank as u32,
        }
    }
}

fn number_of(draft: &Draft<'_>, column: Number) -> Option<i64> {
    let class = |tolls: &[Option<Amount>; VictimClass::COUNT], class: VictimClass| {
        tolls[class as usize].map(Amount::millionths)
    };
    let degrees = |value: Option<f64>| value.map(|v| (v * 1e6).round() as i64);
    match column {
        Number::Start => Some(i64::from(draft.start.epoch())),
        Number::End => Some(i64::from(draft.end.epoch())),
        Number::Revised => draft.revised,
        Number::Weight => Some(draft.weight.millionths()),
        Number::Latitude => degrees(draft.latitude),
        Number::Longitude => degrees(draft.longitude),
        Number::Suicide => draft.suicide.map(i64::from),
        Number::KilledLow => draft.killed.low.map(Amount::millionths),
        Number::Killed => draft.killed.best.map(Amount::millionths),
        Number::KilledHigh => draft.killed.high.map(Amount::millionths),
        Number::InjuredLow => draft.injured.low.map(Amount::millionths),
        Number::Injured => draft.injured.best.map(Amount::millionths),
        Number::InjuredHigh => draft.injured.high.map(Amount::millionths),
        Number::KilledCivilian => class(&draft.killed_by, VictimClass::Civilian),
        Number::KilledSecurity => class(&draft.killed_by, VictimClass::Security),
        Number::KilledMilitant => class(&draft.killed_by, VictimClass::Militant),
        Number::KilledOther => class(&draft.killed_by, VictimClass::Other),
        Number::KilledUnknown => class(&draft.killed_by, VictimClass::Unknown),
        Number::InjuredCivilian => class(&draft.injured_by, VictimClass::Civilian),
        Number::InjuredSecurity => class(&draft.injured_by, VictimClass::Security),
        Number::InjuredMilitant => class(&draft.injured_by, VictimClass::Militant),
        Number::InjuredOther => class(&draft.injured_by, VictimClass::Other),
        Number::InjuredUnknown => class(&draft.injured_by, VictimClass::Unknown),
        Number::Arrested => draft.arrested.map(Amount::millionths),
        Number::Abducted => draft.abducted.map(Amount::millionths),
    }
}
