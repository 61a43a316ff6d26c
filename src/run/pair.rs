//! Which two groups a chart of pairs is of: the names of `--group`, which are no filter there.

use super::failure::Misuse;
use super::filters;
use crate::analysis::Analysis;
use crate::chart::Subject;
use crate::convergence::Named;
use crate::incident::Participant;
use crate::names::Class;
use crate::source::Aliases;

/// How the flags are written.
const HOW: &str = "name two groups or families, as in --group 'A' --group 'B'";

/// The two names as they were typed.
pub(super) struct PairAsked {
    chart: &'static str,
    typed: [String; 2],
}

impl PairAsked {
    /// Checks what can be checked before anything is read.
    pub(super) fn of(chart: &'static str, of: Option<&str>, groups: &[String]) -> Result<PairAsked, Misuse> {
        if let Some(name) = of {
            return Err(Misuse(format!("--of '{name}': the chart '{chart}' is of a pair; {HOW}")));
        }
        match groups {
            [a, b] => Ok(PairAsked { chart, typed: [a.clone(), b.clone()] }),
            [] => Err(Misuse(format!("the chart '{chart}' is of a pair; {HOW}"))),
            [only] => Err(Misuse(format!(
                "the chart '{chart}' is of a pair, and --group '{only}' is one; name the other too: --group '{only}' --group NAME"
            ))),
            several => {
                let names: Vec<String> = several.iter().map(|name| format!("'{name}'")).collect();
                let (n, names) = (names.len(), names.join(", "));
                Err(Misuse(format!(
                    "the chart '{chart}' is of a pair, and --group names {n} ({names}); keep two of them"
                )))
            }
        }
    }

    /// As they were typed.
    pub(super) fn typed(&self) -> [&str; 2] {
        self.typed.each_ref().map(String::as_str)
    }

    /// The two in the run.
    pub(super) fn subject(&self, analysis: &Analysis, aliases: &Aliases) -> Result<Subject, Misuse> {
        let mut names = self.typed.clone();
        filters::groups(&mut names, aliases, &analysis.loaded)?;
        let found = |name: &String| analysis.named(name).ok_or_else(|| self.misuse(&format!("'{name}' is no group")));
        let (a, b) = (found(&names[0])?, found(&names[1])?);
        if a == b {
            let [one, other] = &self.typed;
            let both =
                if one == other { format!("'{one}' twice") } else { format!("'{one}' and '{other}', one group") };
            return Err(self.misuse(&format!("--group names {both}; name another beside it")));
        }
        if analysis.is_one(a, b) {
            let (family, member) = match (a, b) {
                (Named::Family(_), _) => (&names[0], &names[1]),
                (Named::Group(_), _) => (&names[1], &names[0]),
            };
            let why = format!(
                "'{member}' is of the family '{family}', whose incidents are its own too; name another for one of them"
            );
            return Err(self.misuse(&why));
        }
        for (named, name) in [(a, &names[0]), (b, &names[1])] {
            if let Some(class) = other_class(analysis, named) {
                return Err(self.misuse(&format!(
                    "'{name}' is {class}; only organisations and families are held against each other"
                )));
            }
        }
        Ok(Subject::Pair(a, b))
    }

    fn misuse(&self, why: &str) -> Misuse {
        Misuse(format!("the chart '{}' is of a pair, and {why}", self.chart))
    }
}

/// What a group is that is no organisation. DESIGN, rule 6.
fn other_class(analysis: &Analysis, named: Named) -> Option<&'static str> {
    let Named::Group(_) = named else { return None };
    let mut people = analysis.loaded.incidents.casts.iter().flat_map(|cast| cast.participants());
    match people.find(|person: &&Participant| named.is(person))?.class {
        Class::Organisation => None,
        Class::Communal => Some("a communal group"),
        Class::Party => Some("a party"),
        Class::Generic => Some("a label and no group"),
    }
}
