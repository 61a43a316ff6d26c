//! What a browser makes of the pages: driven by `tests/browser/page.mjs` in Chromium, where both are installed.

use crate::harness::Bench;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Set to `required`, a test that cannot run here fails.
const WANTED: &str = "INCIDENT_TRENDS_BROWSER";

const CHROMIUM: &str = "/usr/bin/chromium";

/// What the script looks at.
#[derive(Clone, Copy)]
pub enum Look {
    /// A page with charts over time: everything.
    Page,
    /// A page in a language that runs from right to left.
    Mirrored,
    /// Pages whose names are markup, and pictures: that nothing runs, and nothing breaks the layout.
    Attack,
}

/// Looks at the files in a browser; says so and passes where there is none.
pub fn look(what: Look, files: &[PathBuf]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    if let Some(missing) = missing(&script) {
        assert!(std::env::var(WANTED).as_deref() != Ok("required"), "{WANTED}=required, but {missing}");
        // Not by a macro: what a passing test prints by one is not shown.
        let line = format!("SKIPPED: no browser test, for {missing} (README, Browser tests)\n");
        std::io::stderr().write_all(line.as_bytes()).expect("standard error can be written");
        return;
    }
    let pictures = tempfile::TempDir::new().expect("a temp directory").keep();
    let what = match what {
        Look::Page => "page",
        Look::Mirrored => "mirrored",
        Look::Attack => "attack",
    };
    let mut node = Command::new("node");
    node.arg(script.join("page.mjs")).arg(CHROMIUM).arg(&pictures).arg(what).args(files);
    let output = node.output().expect("node was there a moment ago");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\npictures of what failed: {}", pictures.display());
    assert!(said.contains("ok "), "the checks were run:\n{said}");
    std::fs::remove_dir_all(&pictures).expect("the folder is ours");
}

fn missing(script: &Path) -> Option<String> {
    if !Path::new(CHROMIUM).exists() {
        return Some(format!("there is no {CHROMIUM}"));
    }
    if !Command::new("node").arg("--version").output().is_ok_and(|done| done.status.success()) {
        return Some("node does not start".to_owned());
    }
    let modules = script.join("node_modules");
    let absent = ["playwright-core", "axe-core"].iter().find(|name| !modules.join(name).exists());
    absent.map(|name| format!("tests/browser lacks {name}: run npm ci there"))
}

#[test]
fn the_page_of_the_sample_works_in_a_browser_and_mirrored_in_urdu() {
    let bench = Bench::new();
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("incident-trends.toml").display().to_string();
    let report = ["report", "--quiet", "--config", &config, "--out"];
    bench.run(&[&report[..], &["out"]].concat()).succeeded();
    let page = |out: &str| std::fs::canonicalize(bench.path(out)).expect("a report").join("latest/index.html");
    bench.run(&[&report[..], &["urdu", "--language", "ur"]].concat()).succeeded();
    look(Look::Page, &[page("out")]);
    look(Look::Mirrored, &[page("urdu")]);
    let bytes = std::fs::metadata(page("out")).expect("the page").len();
    let charts = bench.read("out/latest/index.html").matches("<figure class=\"chart\"").count();
    // 3 MB for 40 charts.
    assert!(bytes < 3_000_000 * (charts as u64).max(40) / 40, "{bytes} bytes with {charts} charts");
}
