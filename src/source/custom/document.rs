//! A mapping as its TOML file writes it, before anything is checked; spans lead back to the line.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A text with its place in the file.
pub(super) type Text = Spanned<String>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    pub(super) name: Text,
    pub(super) title: Option<String>,
    pub(super) citation: Option<String>,
    pub(super) attribution: Option<Text>,
    pub(super) columns: Spanned<BTreeMap<Text, Spanned<RightSide>>>,
    #[serde(default)]
    pub(super) dates: Dates,
    #[serde(default)]
    pub(super) numbers: Numbers,
    #[serde(default)]
    pub(super) lists: Lists,
    #[serde(default)]
    pub(super) values: BTreeMap<Text, BTreeMap<Text, Text>>,
    #[serde(default)]
    pub(super) skip: Vec<Spanned<Skip>>,
    #[serde(default)]
    pub(super) reports: BTreeMap<Text, bool>,
    #[serde(default)]
    pub(super) coverage: Coverage,
    #[serde(default)]
    pub(super) breaks: Vec<Break>,
}

/// What stands right of a field.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "write \"column\", [\"column\", \"column\"] or { value = \"the same for every row\" }")]
pub(super) enum RightSide {
    Column(String),
    Columns(Vec<String>),
    Constant(Constant),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Constant {
    pub(super) value: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dates {
    pub(super) format: Option<Text>,
    pub(super) revised_format: Option<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Numbers {
    pub(super) decimal: Option<Text>,
    pub(super) thousands: Option<Text>,
    #[serde(default)]
    pub(super) unknown: Vec<String>,
    #[serde(default)]
    pub(super) blank_is_zero: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lists {
    pub(super) separator: Option<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Skip {
    pub(super) column: String,
    pub(super) equals: Option<String>,
    pub(super) starts_with: Option<String>,
    pub(super) empty: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Coverage {
    pub(super) from: Option<Spanned<toml::Value>>,
    pub(super) to: Option<Spanned<toml::Value>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Break {
    pub(super) from: Spanned<toml::Value>,
    pub(super) note: String,
}
