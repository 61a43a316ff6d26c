//! The JSON files of a report against the schemas in `schemas/`, by a validator of the few keywords that these use.

use super::{FORMATS, Folder, Latest, example};
use serde_json::{Value, json};
use std::fs;

const MANIFEST: &str = include_str!("../../schemas/manifest.schema.json");
const FINDINGS: &str = include_str!("../../schemas/findings.schema.json");

fn published(file: &str) -> Value {
    let out = tempfile::tempdir().expect("a temporary folder");
    let report = example::report();
    let folder = Folder::create(out.path()).expect("a fresh folder");
    FORMATS.iter().for_each(|format| format.write(&report, &folder).expect("the example can be written"));
    let done = folder.commit(report.manifest().clone(), Latest::Move).expect("published");
    serde_json::from_slice(&fs::read(done.link.join(file)).expect("a file of the report")).expect("JSON")
}

/// What is wrong with `value`, each with where.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut fault = |what: String| found.push(format!("{at}: {what}"));
    let mut inner = Vec::new();
    for (keyword, rule) in schema.as_object().expect("a schema is an object") {
        match keyword.as_str() {
            "$schema" | "title" | "description" | "$defs" | "properties" => {}
            "$ref" => {
                let pointer = rule.as_str().and_then(|r| r.strip_prefix('#')).expect("references stay in the file");
                inner.extend(faults(root, root.pointer(pointer).expect("a definition"), value, at));
            }
            "type" if !types(rule).iter().any(|name| is(value, name)) => fault(format!("{value} is not {rule}")),
            "const" if value != rule => fault(format!("{value} is not {rule}")),
            "enum" if !rule.as_array().is_some_and(|all| all.contains(value)) => {
                fault(format!("{value} not in {rule}"))
            }
            "minimum" if value.as_f64() < rule.as_f64() => fault(format!("{value} is below {rule}")),
            "maxLength" if value.as_str().is_some_and(|s| s.len() as u64 > rule.as_u64().expect("a length")) => {
                fault(format!("{value} is too long"));
            }
            "minItems" if value.as_array().is_some_and(|all| (all.len() as u64) < rule.as_u64().expect("a length")) => {
                fault(format!("{value} is too short"));
            }
            "maxItems" if value.as_array().is_some_and(|all| all.len() as u64 > rule.as_u64().expect("a length")) => {
                fault(format!("{value} is too long"));
            }
            "required" => {
                for name in types(rule).into_iter().filter(|name| value.get(name).is_none()) {
                    fault(format!("lacks {name}"));
                }
            }
            "anyOf" => {
                let all = rule.as_array().expect("schemas");
                if !all.iter().any(|one| faults(root, one, value, at).is_empty()) {
                    fault(format!("{value} fits none of {rule}"));
                }
            }
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    inner.extend(faults(root, rule, item, &format!("{at}/{i}")));
                }
            }
            "additionalProperties" => {
                for (name, item) in value.as_object().into_iter().flatten() {
                    match schema.get("properties").and_then(|known| known.get(name)) {
                        Some(known) => inner.extend(faults(root, known, item, &format!("{at}/{name}"))),
                        None if rule == &json!(false) => fault(format!("has the unknown {name}")),
                        None => inner.extend(faults(root, rule, item, &format!("{at}/{name}"))),
                    }
                }
            }
            // Patterns are for other validators: none is written here.
            "type" | "const" | "enum" | "minimum" | "maxLength" | "minItems" | "maxItems" | "pattern" => {}
            unknown => panic!("the schema uses {unknown}, which this validator does not know"),
        }
    }
    found.extend(inner);
    found
}

fn types(rule: &Value) -> Vec<&str> {
    match rule {
        Value::String(one) => vec![one],
        rule => rule.as_array().expect("names").iter().map(|name| name.as_str().expect("a name")).collect(),
    }
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        unknown => panic!("no type is called {unknown}"),
    }
}

fn check(schema: &str, value: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    faults(&schema, &schema, value, "")
}

#[test]
fn the_files_of_a_report_fit_their_schemas() {
    assert_eq!(check(MANIFEST, &published("manifest.json")), [""; 0]);
    assert_eq!(check(FINDINGS, &published("findings.json")), [""; 0]);
}

#[test]
fn what_does_not_fit_is_found() {
    let mut manifest = published("manifest.json");
    manifest["inputs"][0]["accounting"]["read"] = json!(-1);
    manifest["sources"][0]["coverage"] = json!("always");
    manifest["clock"] = json!("2026-11-07");
    let found = check(MANIFEST, &manifest);
    assert_eq!(found.len(), 3, "{found:?}");
    for pair in [json!(["Lake Front"]), json!(["Lake Front", "Old Guard", "Late Band"])] {
        let mut findings = published("findings.json");
        findings["findings"][0]["scope"]["pair"] = pair;
        assert_eq!(check(FINDINGS, &findings).len(), 1);
    }
}

#[test]
fn every_format_writes_the_same_bytes_twice() {
    assert_eq!(published("manifest.json"), published("manifest.json"));
}
