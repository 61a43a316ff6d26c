//! Alias tables: the names that sources use for groups and regions, and the ones that the report uses.

use super::Error;
use super::context::SideTable;
use crate::incident::Draft;
use crate::names::Class;
use crate::period::Day;
use crate::registry::nearest;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// Whether a region that was merged into another is counted with it, or both apart. One choice for the whole run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Geography {
    #[default]
    Merged,
    Split,
}

impl Geography {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// One row of an alias table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Alias {
    canonical: String,
    /// The family of a group, the region that a region was merged into; empty for none.
    parent: String,
    class: Option<Class>,
    /// In lower case; empty for any.
    country: String,
    /// Dates only help to recognise a name: outside them another row of the same name may fit.
    from: Option<Day>,
    to: Option<Day>,
}

/// Aliases of groups and regions. Empty tables leave every name as it is.
#[derive(Clone, Debug, Default)]
pub struct Aliases {
    groups: HashMap<String, Vec<Alias>>,
    regions: HashMap<String, Vec<Alias>>,
    geography: Geography,
}

/// Names are compared without regard to letter case and to how much blank stands between words.
fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Aliases {
    /// Reads the tables; each is a CSV with at least the columns `name` and `canonical`.
    pub fn read(groups: Option<&Path>, regions: Option<&Path>, geography: Geography) -> Result<Aliases, Error> {
        let table = |path: Option<&Path>| path.map_or(Ok(HashMap::new()), read_table);
        Ok(Aliases { groups: table(groups)?, regions: table(regions)?, geography })
    }

    /// Rewrites the names of a draft to the canonical ones, families and classes with them.
    pub fn apply<'a>(&'a self, draft: &mut Draft<'a>) {
        for member in &mut draft.members {
            if let Some(alias) = find(&self.groups, member.name, draft.country, draft.start) {
                member.name = &alias.canonical;
                member.family = &alias.parent;
                member.class = alias.class.unwrap_or(member.class);
                member.standing = crate::incident::Standing::Group;
            }
        }
        // A row of the merged region may be told apart only by its district: `Region/District` in the table.
        let by_district = (!draft.district.is_empty() && !self.regions.is_empty())
            .then(|| format!("{}/{}", draft.region, draft.district))
            .and_then(|name| find(&self.regions, &name, draft.country, draft.start));
        if let Some(alias) = by_district.or_else(|| find(&self.regions, draft.region, draft.country, draft.start)) {
            draft.region = self.counted_as(alias);
        }
    }

    /// The canonical name of a group or family that a user typed; the name itself where the table does not have it.
    pub fn canonical_group<'n>(&'n self, name: &'n str) -> &'n str {
        self.groups.get(&key(name)).and_then(|rows| rows.first()).map_or(name, |alias| &alias.canonical)
    }

    /// The region under which a name that a user typed is counted.
    pub fn canonical_region<'n>(&'n self, name: &'n str) -> &'n str {
        self.regions.get(&key(name)).and_then(|rows| rows.first()).map_or(name, |alias| self.counted_as(alias))
    }

    /// Every name of a region in the table with the region under which it is counted and the country that it is for; in the order of names.
    pub fn region_names(&self) -> Vec<(&str, &str, &str)> {
        let rows = self.regions.iter().flat_map(|(name, rows)| rows.iter().map(move |alias| (name, alias)));
        let mut names: Vec<(&str, &str, &str)> =
            rows.map(|(name, alias)| (name.as_str(), self.counted_as(alias), alias.country.as_str())).collect();
        names.sort_unstable();
        names
    }

    /// The region under which an alias is counted.
    fn counted_as<'a>(&self, alias: &'a Alias) -> &'a str {
        match self.geography {
            Geography::Merged if !alias.parent.is_empty() => &alias.parent,
            Geography::Merged | Geography::Split => &alias.canonical,
        }
    }

    /// Whether a name may stand for one thing now and for another later.
    pub fn are_dated(&self) -> bool {
        let mut rows = self.groups.values().chain(self.regions.values()).flatten();
        rows.any(|alias| alias.from.is_some() || alias.to.is_some())
    }

    pub fn knows_groups(&self) -> bool {
        !self.groups.is_empty()
    }

    pub fn knows_regions(&self) -> bool {
        !self.regions.is_empty()
    }

    /// The group names that the table does not have, each with the nearest canonical name.
    pub fn unmatched_groups<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> BTreeMap<String, Option<String>> {
        unmatched(&self.groups, names)
    }

    pub fn unmatched_regions<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> BTreeMap<String, Option<String>> {
        unmatched(&self.regions, names)
    }
}

fn unmatched<'n>(
    table: &HashMap<String, Vec<Alias>>,
    names: impl IntoIterator<Item = &'n str>,
) -> BTreeMap<String, Option<String>> {
    let canonical: BTreeSet<&str> = table
        .values()
        .flatten()
        .flat_map(|a| [a.canonical.as_str(), a.parent.as_str()])
        .filter(|n| !n.is_empty())
        .collect();
    names
        .into_iter()
        .filter(|name| !name.is_empty() && !canonical.contains(name) && !table.contains_key(&key(name)))
        .map(|name| (name.to_owned(), nearest(name, canonical.iter().copied()).map(str::to_owned)))
        .collect()
}

fn find<'t>(table: &'t HashMap<String, Vec<Alias>>, name: &str, country: &str, day: Day) -> Option<&'t Alias> {
    if table.is_empty() || name.is_empty() {
        return None;
    }
    let rows = table.get(&key(name))?;
    let here = |a: &&Alias| a.country.is_empty() || a.country == country.to_lowercase();
    let then = |a: &&Alias| a.from.is_none_or(|from| from <= day) && a.to.is_none_or(|to| day <= to);
    // Dates choose between rows of one name; where none fits, the name is still that name.
    rows.iter().filter(here).find(then).or_else(|| rows.iter().find(here))
}

fn read_table(path: &Path) -> Result<HashMap<String, Vec<Alias>>, Error> {
    let source = SideTable::read(path, "alias table")?;
    let (name, canonical) = (source.need("name")?, source.need("canonical")?);
    let [parent, class, country, from, to] =
        ["parent", "class", "country", "from", "to"].map(|column| source.column(column));
    let mut table: HashMap<String, Vec<Alias>> = HashMap::new();
    for row in source.rows() {
        let class = match row.cell(class) {
            "" => None,
            text => Some(text.to_lowercase().parse::<Class>().map_err(|_| {
                row.bad(format!("'{text}' is not a class; there is: organisation, communal, party, generic"))
            })?),
        };
        let name = row.cell(Some(name));
        let canonical = match row.cell(Some(canonical)) {
            "" => name,
            text => text,
        };
        let alias = Alias {
            canonical: canonical.to_owned(),
            parent: row.cell(parent).to_owned(),
            class,
            country: row.cell(country).to_lowercase(),
            from: row.day(from)?,
            to: row.day(to)?,
        };
        let mut names = BTreeSet::from([key(name)]);
        // The canonical name stands for itself, unless the row tells a district of it apart.
        if !name.contains('/') {
            names.insert(key(canonical));
        }
        for name in names {
            table.entry(name).or_default().push(alias.clone());
        }
    }
    Ok(table)
}
