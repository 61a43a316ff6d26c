//! Which boundary is which region: by name, through the alias table, in the right country.

use super::boundaries::{Boundaries, COMMON, Feature};
use super::fold::{bare, fold};
use crate::registry::nearest;
use crate::source::Aliases;
use std::collections::{BTreeMap, BTreeSet};

/// The keys under which a file names the country of a boundary.
const COUNTRY: [&str; 9] =
    ["country", "COUNTRY", "Country", "admin", "ADMIN", "NAME_0", "ADM0_EN", "ADM0_NAME", "sovereignt"];
/// A country of so few letters is a code, which says nothing to a table of names.
const CODE: usize = 3;

/// A region as the incidents are counted under it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub country: String,
    pub name: String,
}

/// What a boundary is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The region at this place of the list.
    Region(usize),
    /// A region of the alias table of which no incident is read.
    Quiet,
    /// No region has its name.
    Unknown,
}

/// Boundaries and regions, matched. Several boundaries may be one region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The property that names the boundaries; empty where they have none.
    pub property: String,
    /// One a feature, in the file's order.
    pub features: Vec<Fit>,
    /// Boundaries that are no region, with the nearest region; by name.
    pub strangers: BTreeMap<String, Option<String>>,
    /// Regions without a boundary, with the nearest boundary that is no region; by the place in the list.
    pub homeless: BTreeMap<usize, Option<String>>,
}

impl Matched {
    /// Finds the region of every boundary. Where the user names no property, the one that knows most regions names them.
    pub fn of(boundaries: &Boundaries, regions: &[Named], aliases: &Aliases) -> Matched {
        let index = Index::of(regions, aliases);
        let by = |property: &str| -> Vec<Fit> {
            boundaries.features().iter().map(|feature| index.find(feature, property)).collect()
        };
        let known = |fits: &[Fit]| -> usize {
            let regions: BTreeSet<usize> = fits.iter().filter_map(|fit| fit.region()).collect();
            regions.len()
        };
        let usual = |property: &str| COMMON.iter().position(|key| *key == property).unwrap_or(COMMON.len());
        let property = match boundaries.property() {
            Some(property) => property.to_owned(),
            None => {
                let candidates = boundaries.properties().into_iter();
                let best = candidates.min_by_key(|p| (usize::MAX - known(&by(p)), usual(p), (*p).to_owned()));
                best.unwrap_or_default().to_owned()
            }
        };
        let features = by(&property);
        let found: BTreeSet<usize> = features.iter().filter_map(|fit| fit.region()).collect();
        let named = boundaries.features().iter().zip(&features);
        let unknown: BTreeSet<String> =
            named.filter(|(_, fit)| **fit == Fit::Unknown).map(|(feature, _)| feature.name(&property)).collect();
        let missing: Vec<usize> = (0..regions.len()).filter(|at| !found.contains(at)).collect();
        // A boundary without a region is most like a region without a boundary.
        let free = || missing.iter().map(|&at| regions[at].name.as_str());
        let near = |name: &str| {
            let all = regions.iter().map(|region| region.name.as_str());
            nearest(name, free()).or_else(|| nearest(name, all)).map(str::to_owned)
        };
        let strangers = unknown.iter().map(|name| (name.clone(), near(name))).collect();
        let like = |at: usize| nearest(&regions[at].name, unknown.iter().map(String::as_str)).map(str::to_owned);
        let homeless = missing.iter().map(|&at| (at, like(at))).collect();
        Matched { property, features, strangers, homeless }
    }

    /// Regions that have a boundary.
    pub fn regions(&self) -> usize {
        self.features.iter().filter_map(|fit| fit.region()).collect::<BTreeSet<_>>().len()
    }
}

impl Fit {
    fn region(self) -> Option<usize> {
        match self {
            Fit::Region(at) => Some(at),
            Fit::Quiet | Fit::Unknown => None,
        }
    }
}

impl Feature {
    /// Its name under a property, else its number.
    pub fn name(&self, property: &str) -> String {
        self.texts.get(property).cloned().unwrap_or_else(|| self.number.to_string())
    }
}

/// Everything by which a region may be called.
struct Index<'a> {
    regions: &'a [Named],
    /// Folded names of regions, and those without the words for what they are.
    names: BTreeMap<String, Vec<usize>>,
    bare: BTreeMap<String, Vec<usize>>,
    /// Folded aliases with the folded name under which they are counted, and the country that they are for.
    aliases: BTreeMap<String, Vec<(String, String)>>,
}

impl<'a> Index<'a> {
    fn of(regions: &'a [Named], table: &Aliases) -> Index<'a> {
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut bares: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, region) in regions.iter().enumerate() {
            let folded = fold(&region.name);
            bares.entry(bare(&folded)).or_default().push(at);
            names.entry(folded).or_default().push(at);
        }
        let mut aliases: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for (alias, counted_as, country) in table.region_names() {
            aliases.entry(fold(alias)).or_default().push((fold(counted_as), fold(country)));
        }
        Index { regions, names, bare: bares, aliases }
    }

    fn find(&self, feature: &Feature, property: &str) -> Fit {
        let Some(name) = feature.texts.get(property) else { return Fit::Unknown };
        let folded = fold(name);
        let country = COUNTRY.iter().find_map(|key| feature.texts.get(*key)).map(|country| fold(country));
        let country = country.filter(|country| country.chars().count() > CODE);
        let is_here = |at: &&usize| match &country {
            Some(country) => is_same_country(country, &fold(&self.regions[**at].country)),
            None => true,
        };
        // Of two regions with one name in two countries none is meant unless the file says which country.
        let only = |found: Option<&Vec<usize>>| {
            let mut here = found.into_iter().flatten().filter(is_here);
            match (here.next(), here.next()) {
                (Some(at), None) => Some(Fit::Region(*at)),
                (None, _) | (Some(_), Some(_)) => None,
            }
        };
        let rows = self.aliases.get(&folded).into_iter().flatten();
        let mut meant = rows.filter(|(_, of)| match &country {
            Some(country) => of.is_empty() || is_same_country(country, of),
            None => true,
        });
        let alias = meant.next().map(|(counted_as, _)| counted_as);
        let by_alias = alias.and_then(|counted_as| only(self.names.get(counted_as)));
        let quiet = || alias.map(|_| Fit::Quiet);
        by_alias
            .or_else(|| only(self.names.get(&folded)))
            .or_else(quiet)
            .or_else(|| only(self.bare.get(&bare(&folded))))
            .unwrap_or(Fit::Unknown)
    }
}

/// Two folded names of a country: `myanmar` and `myanmar burma` are one.
fn is_same_country(one: &str, other: &str) -> bool {
    let begins = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    other.is_empty() || one == other || begins(one, other) || begins(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Geography;
    use std::path::Path;

    /// Boundaries of the properties, each around the same square.
    fn boundaries(properties: &[&str], named: Option<&str>) -> Boundaries {
        let features: Vec<String> = properties
            .iter()
            .map(|p| {
                format!(
                    r#"{{"type":"Feature","properties":{{{p}}},"geometry":{{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}}}"#
                )
            })
            .collect();
        let text = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","));
        Boundaries::parse(Path::new("a.geojson"), text.as_bytes())
            .and_then(|boundaries| boundaries.named_by(named))
            .expect("the boundaries are sound")
    }

    fn regions(names: &[(&str, &str)]) -> Vec<Named> {
        names.iter().map(|&(country, name)| Named { country: country.to_owned(), name: name.to_owned() }).collect()
    }

    fn aliases(rows: &str, geography: Geography) -> Aliases {
        let folder = tempfile::tempdir().expect("a folder for one file");
        let path = folder.path().join("regions.csv");
        std::fs::write(&path, format!("name,canonical,parent,country\n{rows}")).expect("one small file");
        Aliases::read(None, Some(&path), geography).expect("the table is sound")
    }

    #[test]
    fn old_names_and_other_spellings_find_their_region() {
        let file = boundaries(
            &[
                r#""name":"Old Marches""#,
                r#""name":"DHÁL""#,
                r#""name":"Sondre""#,
                r#""name":"Kessar Frontier""#,
                r#""name":"Empty Quarter""#,
            ],
            None,
        );
        let regions = regions(&[("", "Marches province"), ("", "Dhal Province"), ("", "Sondreth"), ("", "Kessar")]);
        let rows =
            "Old Marches,Marches province,,\nKessar Frontier,Kessar Frontier,Kessar,\nEmpty Quarter,Empty Quarter,,\n";
        let matched = Matched::of(&file, &regions, &aliases(rows, Geography::Merged));
        assert_eq!(matched.property, "name");
        assert_eq!(
            matched.features,
            [Fit::Region(0), Fit::Region(1), Fit::Unknown, Fit::Region(3), Fit::Quiet],
            "a merged region is drawn with the one it was merged into; a known region without incidents is quiet"
        );
        assert_eq!(matched.strangers, BTreeMap::from([("Sondre".to_owned(), Some("Sondreth".to_owned()))]));
        assert_eq!(matched.homeless, BTreeMap::from([(2, Some("Sondre".to_owned()))]));
        assert_eq!(matched.regions(), 3);
        let apart = Matched::of(&file, &regions, &aliases(rows, Geography::Split));
        assert_eq!(apart.features[3], Fit::Quiet, "counted apart, it is no part of the other");
    }

    #[test]
    fn the_property_that_knows_most_regions_names_them() {
        let file = boundaries(
            &[
                r#""name":"Region one","local":"Dhal","iso":"X-1""#,
                r#""name":"Region two","local":"Marches","iso":"X-2""#,
            ],
            None,
        );
        let regions = regions(&[("", "Dhal"), ("", "Marches")]);
        let none = Aliases::default();
        assert_eq!(Matched::of(&file, &regions, &none).property, "local");
        let file = boundaries(&[r#""name":"Dhal","local":"Marches""#], Some("local"));
        assert_eq!(Matched::of(&file, &regions, &none).features, [Fit::Region(1)], "the user's word holds");
        let nameless = boundaries(&[r#""n":3"#], None);
        let matched = Matched::of(&nameless, &regions, &none);
        assert_eq!((matched.property.as_str(), matched.strangers.len(), matched.homeless.len()), ("", 1, 2));
    }

    #[test]
    fn one_name_in_two_countries_needs_the_country() {
        let regions = regions(&[("Norland", "Northern"), ("Southmark (Old Realm)", "Northern")]);
        let none = Aliases::default();
        let vague = boundaries(&[r#""name":"Northern""#], None);
        assert_eq!(Matched::of(&vague, &regions, &none).features, [Fit::Unknown]);
        let told = boundaries(
            &[
                r#""name":"Northern","country":"NORLAND""#,
                r#""name":"Northern","admin":"Southmark""#,
                r#""name":"Northern","admin":"Eastmark""#,
            ],
            None,
        );
        let matched = Matched::of(&told, &regions, &none);
        assert_eq!(matched.features, [Fit::Region(0), Fit::Region(1), Fit::Unknown]);
    }
}
