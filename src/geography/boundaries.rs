//! A GeoJSON file (RFC 7946) of boundaries, checked: polygons in degrees, every ring closed.

use super::Error;
use super::projection::Degrees;
use geojson::{GeoJson, GeometryValue, Position};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A ring has at least three corners, and its first one again.
const LEAST_POSITIONS: usize = 4;
/// Shapes that cross the antimeridian may be drawn on past 180 degrees.
const FARTHEST_EAST: f64 = 360.0;
const FARTHEST_NORTH: f64 = 90.0;
/// The keys under which a name is looked for where the file does not say, in messages about a feature.
pub(super) const COMMON: [&str; 16] = [
    "name",
    "NAME",
    "Name",
    "name_en",
    "NAME_EN",
    "NAME_1",
    "ADM1_EN",
    "ADM1_NAME",
    "shapeName",
    "VARNAME_1",
    "admin1",
    "region",
    "province",
    "NAME_2",
    "ADM2_EN",
    "district",
];

/// One polygon: the outer ring, then its holes; each closed, in degrees.
pub type Polygon = Vec<Vec<Degrees>>;

/// One boundary of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    /// From 1 on, in the order of the file.
    pub number: usize,
    /// Its properties that are text.
    pub texts: BTreeMap<String, String>,
    pub polygons: Vec<Polygon>,
}

/// The boundaries of a file, in its order. Invariant: every ring is closed, has at least four positions, and every coordinate is a
/// degree.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundaries {
    path: PathBuf,
    property: Option<String>,
    features: Vec<Feature>,
}

impl Boundaries {
    /// Reads and checks a file; `property` is the one that names the boundaries, where the user says so.
    ///
    /// # Errors
    /// If the file is no GeoJSON, holds something else than polygons, no feature has the property, or a ring is open or not in degrees.
    pub fn read(path: &Path, property: Option<&str>) -> Result<Boundaries, Error> {
        let bytes =
            std::fs::read(path).map_err(|e| Error::Unreadable { path: path.to_owned(), reason: e.to_string() })?;
        Boundaries::parse(path, &bytes)?.named_by(property)
    }

    pub(super) fn named_by(mut self, property: Option<&str>) -> Result<Boundaries, Error> {
        let known = self.properties();
        if let Some(property) = property.filter(|property| !known.contains(property)) {
            let known = known.into_iter().map(str::to_owned).collect();
            return Err(Error::NoProperty { path: self.path, property: property.to_owned(), known });
        }
        self.property = property.map(str::to_owned);
        Ok(self)
    }

    pub(super) fn parse(path: &Path, bytes: &[u8]) -> Result<Boundaries, Error> {
        let bad = |reason: String| Error::NotGeoJson { path: path.to_owned(), reason };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let read: GeoJson = serde_json::from_slice(bytes).map_err(|e| bad(e.to_string()))?;
        let read = match read {
            GeoJson::FeatureCollection(collection) => collection.features,
            GeoJson::Feature(feature) => vec![feature],
            GeoJson::Geometry(_) => return Err(bad("it is a bare geometry without a name".to_owned())),
        };
        if read.is_empty() {
            return Err(Error::Empty { path: path.to_owned() });
        }
        let mut features = Vec::with_capacity(read.len());
        for (index, feature) in read.into_iter().enumerate() {
            let texts = texts(&feature);
            let number = index + 1;
            let polygons = polygons(feature.geometry.map(|g| g.value)).map_err(|reason| {
                let name = COMMON.iter().find_map(|key| texts.get(*key)).cloned().unwrap_or_default();
                Error::BadFeature { path: path.to_owned(), number, name, reason }
            })?;
            features.push(Feature { number, texts, polygons });
        }
        Ok(Boundaries { path: path.to_owned(), property: None, features })
    }

    /// As the user named the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's own name: a report names no folder of the machine that made it.
    pub fn file(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The property that names the boundaries, where the user says so.
    pub fn property(&self) -> Option<&str> {
        self.property.as_deref()
    }

    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    /// All properties that are text in some feature.
    pub fn properties(&self) -> BTreeSet<&str> {
        self.features.iter().flat_map(|f| f.texts.keys()).map(String::as_str).collect()
    }
}

/// The properties of a feature that are text and not empty.
fn texts(feature: &geojson::Feature) -> BTreeMap<String, String> {
    let text = |(key, value): (&String, &serde_json::Value)| {
        let text = value.as_str()?.trim();
        (!text.is_empty()).then(|| (key.clone(), text.to_owned()))
    };
    feature.properties_iter().filter_map(text).collect()
}

fn polygons(geometry: Option<GeometryValue>) -> Result<Vec<Polygon>, String> {
    let found = match geometry {
        None => return Err("it has no geometry".to_owned()),
        Some(GeometryValue::Polygon { coordinates }) => vec![coordinates],
        Some(GeometryValue::MultiPolygon { coordinates }) => coordinates,
        Some(
            other @ (GeometryValue::Point { .. }
            | GeometryValue::MultiPoint { .. }
            | GeometryValue::LineString { .. }
            | GeometryValue::MultiLineString { .. }
            | GeometryValue::GeometryCollection { .. }),
        ) => return Err(format!("it is a {}; a boundary is a Polygon or a MultiPolygon", other.type_name())),
    };
    if found.iter().all(Vec::is_empty) {
        return Err("it has no ring".to_owned());
    }
    found.iter().map(|rings| rings.iter().enumerate().map(|(at, ring)| checked(at + 1, ring)).collect()).collect()
}

/// A ring whose corners are degrees and which ends where it begins.
fn checked(number: usize, ring: &[Position]) -> Result<Vec<Degrees>, String> {
    let mut out = Vec::with_capacity(ring.len());
    for position in ring {
        let &[longitude, latitude, ..] = position.as_slice() else {
            return Err(format!("ring {number} has a position of fewer than two numbers"));
        };
        let is_degree = longitude.is_finite()
            && latitude.is_finite()
            && longitude.abs() <= FARTHEST_EAST
            && latitude.abs() <= FARTHEST_NORTH;
        if !is_degree {
            return Err(format!(
                "ring {number} has the position {longitude}, {latitude}, which is no longitude and latitude in degrees (WGS 84)"
            ));
        }
        out.push(Degrees { longitude, latitude });
    }
    if out.len() < LEAST_POSITIONS {
        return Err(format!("ring {number} has {} positions; a ring needs at least {LEAST_POSITIONS}", out.len()));
    }
    if out.first() != out.last() {
        return Err(format!("ring {number} does not end where it begins"));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Boundaries, String> {
        Boundaries::parse(Path::new("maps/a.geojson"), text.as_bytes()).map_err(|e| e.to_string())
    }

    fn one(geometry: &str) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"name":"Hathe","n":3}},"geometry":{geometry}}}]}}"#
        )
    }

    #[test]
    fn polygons_with_holes_and_islands_are_read() {
        let text = one(
            r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]],[[2,1],[3,1],[3,2],[2,1]]],[[[20,0,5],[21,0,5],[21,1,5],[20,0,5]]]]}"#,
        );
        let boundaries = read(&text).expect("fine");
        let feature = &boundaries.features()[0];
        assert_eq!(feature.polygons.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(feature.texts, BTreeMap::from([("name".to_owned(), "Hathe".to_owned())]), "numbers are no names");
        assert_eq!((boundaries.file().as_str(), boundaries.properties().len()), ("a.geojson", 1));
    }

    #[test]
    fn what_is_wrong_is_said_with_file_feature_and_ring() {
        let ring = |corners: &str| one(&format!(r#"{{"type":"Polygon","coordinates":[[{corners}]]}}"#));
        let head = "maps/a.geojson, feature 1 ('Hathe'): ";
        for (text, reason) in [
            (ring("[0,0],[9,0],[9,9],[0,1]"), "ring 1 does not end where it begins"),
            (ring("[0,0],[9,0],[0,0]"), "ring 1 has 3 positions; a ring needs at least 4"),
            (
                ring("[500000,0],[9,0],[9,9],[500000,0]"),
                "ring 1 has the position 500000, 0, which is no longitude and latitude in degrees (WGS 84)",
            ),
            (ring(""), "ring 1 has 0 positions; a ring needs at least 4"),
            (
                one(r#"{"type":"Point","coordinates":[0,0]}"#),
                "it is a Point; a boundary is a Polygon or a MultiPolygon",
            ),
            (one("null"), "it has no geometry"),
            (one(r#"{"type":"MultiPolygon","coordinates":[]}"#), "it has no ring"),
        ] {
            assert_eq!(read(&text).expect_err("it has a fault"), format!("{head}{reason}"));
        }
        let empty = r#"{"type":"FeatureCollection","features":[]}"#;
        assert!(read(empty).expect_err("it is empty").contains("holds no boundary"));
        assert!(read("province;x;y").expect_err("it is a CSV").starts_with("maps/a.geojson: not GeoJSON: "));
    }
}
