//! Traits: what is compared of two groups, with the categories of each as numbers in the order of their texts, so that the order of
//! arrival does not matter.

use super::super::Analysis;
use super::ground::Ground;
use crate::convergence::{Activity, CategoryShift, Event, Offensives};
use crate::incident::Naming;
use crate::names::{District, Name};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Trait {
    Targets,
    Tactics,
    Districts,
}

impl Trait {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The categories of a run.
pub(super) struct Categories {
    targets: Names,
    tactics: Names,
    /// In the order of their names. Two regions may each have a district of one name: it is keyed with them.
    districts: Vec<District>,
    /// Their numbers in that order, by the number that an event has of its district.
    places: Vec<usize>,
}

/// The names of one column.
#[derive(Default)]
struct Names {
    /// In the order of their texts.
    names: Vec<Name>,
    /// By row that counts, the number of its name in that order; `NONE` where it has none.
    by_row: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Names {
    fn of(analysis: &Analysis, ground: &Ground, naming: Naming) -> Names {
        let rows = analysis.loaded.incidents.rows();
        let mut by_row: Vec<u32> = vec![NONE; rows.len()];
        let mut seen: Vec<bool> = Vec::new();
        for row in rows.iter().filter(|row| ground.counts(row.index)) {
            let name = row.name(naming);
            let code = name.code() as usize;
            if seen.len() <= code {
                seen.resize(code + 1, false);
            }
            seen[code] = true;
            if !name.is_none() {
                by_row[row.index] = name.code();
            }
        }
        let mut names: Vec<Name> =
            (0..).zip(&seen).filter(|(_, seen)| **seen).map(|(at, _)| Name::from_code(at)).collect();
        names.sort_by_key(|&name| analysis.text(name));
        let mut numbers = vec![0; seen.len()];
        (0..).zip(&names).for_each(|(number, name)| numbers[name.code() as usize] = number);
        by_row.iter_mut().filter(|code| **code != NONE).for_each(|code| *code = numbers[*code as usize]);
        Names { names, by_row }
    }

    /// The number of a row's name that is not empty.
    fn number(&self, row: usize) -> Option<usize> {
        let number = self.by_row[row];
        (number != NONE).then_some(number as usize)
    }
}

impl Categories {
    pub(super) fn of(analysis: &Analysis, ground: &Ground) -> Categories {
        let mut places: Vec<(District, u32)> = ground.numbered().collect();
        let text = |name: Name| analysis.text(name);
        places.sort_by_key(|(d, _)| (text(d.name), text(d.region.name), text(d.region.country)));
        let mut numbers = vec![0; places.len()];
        places.iter().enumerate().for_each(|(number, &(_, place))| numbers[place as usize] = number);
        Categories {
            targets: Names::of(analysis, ground, Naming::Target),
            tactics: Names::of(analysis, ground, Naming::Tactic),
            districts: places.into_iter().map(|(district, _)| district).collect(),
            places: numbers,
        }
    }

    /// The category of an incident; `None` where it is not known.
    fn number(&self, of: Trait, event: &Event) -> Option<usize> {
        match of {
            Trait::Targets => self.targets.number(event.row),
            Trait::Tactics => self.tactics.number(event.row),
            Trait::Districts => event.district.map(|place| self.places[place as usize]),
        }
    }

    /// Offensives by their incidents' categories.
    pub(super) fn offensives<'a, E: Iterator<Item = &'a Event>>(
        &self,
        of: Trait,
        lists: impl Iterator<Item = E>,
    ) -> Offensives {
        Offensives::of(lists.map(|events| events.filter_map(|event| self.number(of, event))))
    }

    /// The offensives of an activity by every trait.
    pub(super) fn of_activity(&self, activity: &Activity) -> [Offensives; 3] {
        [Trait::Targets, Trait::Tactics, Trait::Districts].map(|of| self.offensives(of, activity.offensives()))
    }

    /// One of these categories, which ascend, as it is written: a district with its region where another of them has its name.
    pub(super) fn label(&self, analysis: &Analysis, of: Trait, among: &[CategoryShift], wanted: usize) -> String {
        match of {
            Trait::Targets => analysis.text(self.targets.names[wanted]).to_owned(),
            Trait::Tactics => analysis.text(self.tactics.names[wanted]).to_owned(),
            Trait::Districts => {
                let District { region, name } = self.districts[wanted];
                // Namesakes stand side by side.
                let at = among.partition_point(|shift| shift.category < wanted);
                let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| among.get(at));
                let is_namesake = |shift: &CategoryShift| self.districts[shift.category].name == name;
                let text = analysis.text(name);
                if beside.into_iter().any(is_namesake) {
                    format!("{text} ({})", analysis.text(region.name))
                } else {
                    text.to_owned()
                }
            }
        }
    }
}
