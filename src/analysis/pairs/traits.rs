//! Traits: what is compared of two groups, with the categories of each as numbers in the order of their texts, so that the order of
//! arrival does not matter.

use super::super::Analysis;
use super::side::Ground;
use crate::convergence::{Activity, CategoryShift, Event, Offensives};
use crate::incident::{Naming, Row, Rows};
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
    /// Their numbers in that order, by code.
    numbers: Vec<usize>,
}

impl Names {
    fn of<'a>(analysis: &Analysis, rows: impl Iterator<Item = Row<'a>>, name: impl Fn(Row<'a>) -> Name) -> Names {
        let mut seen: Vec<bool> = Vec::new();
        for code in rows.map(|row| name(row).code() as usize) {
            if seen.len() <= code {
                seen.resize(code + 1, false);
            }
            seen[code] = true;
        }
        let mut names: Vec<Name> =
            (0..).zip(&seen).filter(|(_, seen)| **seen).map(|(at, _)| Name::from_code(at)).collect();
        names.sort_by_key(|&name| analysis.text(name));
        let mut numbers = vec![0; seen.len()];
        names.iter().enumerate().for_each(|(number, name)| numbers[name.code() as usize] = number);
        Names { names, numbers }
    }

    /// The number of a name that is not empty.
    fn number(&self, name: Name) -> Option<usize> {
        (!name.is_none()).then(|| self.numbers[name.code() as usize])
    }
}

impl Categories {
    pub(super) fn of(analysis: &Analysis, ground: &Ground) -> Categories {
        let rows = analysis.loaded.incidents.rows();
        let counted = || rows.iter().filter(|row| ground.counts(row.index));
        let mut places: Vec<(District, u32)> = ground.numbered().collect();
        let text = |name: Name| analysis.text(name);
        places.sort_by_key(|(d, _)| (text(d.name), text(d.region.name), text(d.region.country)));
        let mut numbers = vec![0; places.len()];
        places.iter().enumerate().for_each(|(number, &(_, place))| numbers[place as usize] = number);
        Categories {
            targets: Names::of(analysis, counted(), |row| row.name(Naming::Target)),
            tactics: Names::of(analysis, counted(), |row| row.name(Naming::Tactic)),
            districts: places.into_iter().map(|(district, _)| district).collect(),
            places: numbers,
        }
    }

    /// The category of an incident; `None` where it is not known.
    fn number(&self, rows: &Rows<'_>, of: Trait, event: &Event) -> Option<usize> {
        let row = rows.get(event.row);
        match of {
            Trait::Targets => self.targets.number(row.name(Naming::Target)),
            Trait::Tactics => self.tactics.number(row.name(Naming::Tactic)),
            Trait::Districts => event.district.map(|place| self.places[place as usize]),
        }
    }

    /// Offensives by their incidents' categories.
    pub(super) fn offensives<'a, E: Iterator<Item = &'a Event>>(
        &self,
        rows: &Rows<'_>,
        of: Trait,
        lists: impl Iterator<Item = E>,
    ) -> Offensives {
        let number = |event: &Event| self.number(rows, of, event).map(|number| (number, 1.0));
        Offensives::of(lists.map(|events| events.filter_map(number)))
    }

    /// The offensives of an activity by every trait.
    pub(super) fn of_activity(&self, rows: &Rows<'_>, activity: &Activity) -> [Offensives; 3] {
        [Trait::Targets, Trait::Tactics, Trait::Districts].map(|of| self.offensives(rows, of, activity.offensives()))
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
