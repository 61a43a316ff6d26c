//! `--images`: which pictures of its charts a report has, and that everything leads to those that there are.

use crate::harness::{Bench, contents};
use serde_json::Value;

const CONFIG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/incident-trends.toml");

#[test]
fn only_the_pictures_that_are_asked_for_are_made_and_led_to() {
    for (which, other) in [("svg", "png"), ("png", "svg")] {
        let bench = Bench::new();
        let out = bench.path("out").display().to_string();
        bench.run(&["report", "--config", CONFIG, "--quiet", "--images", which, "--out", &out]).succeeded();
        let folder = bench.path("out/latest");
        let files = contents(&folder);
        let pictures = |ending: &str| files.keys().filter(|name| name.ends_with(&format!(".{ending}"))).count();
        let charts = files.keys().filter(|name| name.starts_with("charts/") && name.ends_with(".csv")).count();
        assert!(charts > 50, "{charts} charts");
        assert_eq!((pictures(which), pictures(other)), (charts, 0));
        for name in ["index.html", "report.md", "findings.json"] {
            let text = String::from_utf8(files[name].clone()).expect("UTF-8");
            for rest in text.split("charts/").skip(1) {
                let path: String =
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-.".contains(*c)).collect();
                let path = format!("charts/{}", path.trim_end_matches('.'));
                assert!(files.contains_key(&path), "{name} leads to {path}");
            }
        }
        let manifest: Value = serde_json::from_slice(&files["manifest.json"]).expect("JSON");
        assert_eq!(manifest["config"]["images"], which);
    }
    let slip = Bench::new().run(&["report", "--config", CONFIG, "--images", "pnq"]).failed(2);
    assert_eq!(slip.error(), "--images pnq: there is: both, svg, png");
}
