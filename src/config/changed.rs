//! What a run was told that is not the program's own.

use super::decide::policy;
use super::{Config, Request};
use crate::source::{Doubted, Geography};
use std::collections::BTreeMap;

impl Config {
    /// The settings that decide numbers and are not the program's own, by name, as the manifest writes them.
    pub fn changed(&self) -> Vec<(String, String)> {
        let mut decided = self.manifest();
        // A face decides no number, and nor do pictures.
        for looks in ["brand", "images"] {
            decided.as_object_mut().and_then(|all| all.remove(looks));
        }
        let decided = flat(decided);
        let policy = policy(&Request::default()).expect("a request for nothing holds no fault");
        let own = flat(serde_json::to_value(policy).expect("settings are plain values"));
        let reading: BTreeMap<String, String> =
            [("geography", Geography::default().id()), ("doubted", Doubted::default().into())]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into();
        let is_own = |(name, value): &(String, String)| own.get(name).or(reading.get(name)) == Some(value);
        decided.into_iter().filter(|setting| !is_own(setting)).collect()
    }
}

/// The settings that say something, those of nested tables under their own names.
fn flat(settings: serde_json::Value) -> BTreeMap<String, String> {
    use serde_json::Value;
    let Value::Object(settings) = settings else { return BTreeMap::new() };
    let mut all = BTreeMap::new();
    for (name, value) in settings {
        match value {
            Value::Null => {}
            Value::Array(list) if list.is_empty() => {}
            Value::Object(_) => all.extend(flat(value)),
            Value::String(text) => {
                all.insert(name, text);
            }
            value @ (Value::Bool(_) | Value::Number(_) | Value::Array(_)) => {
                all.insert(name, value.to_string());
            }
        }
    }
    all
}
