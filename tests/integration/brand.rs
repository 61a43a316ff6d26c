//! An organisation's own face: what the settings file says is on the page, and what cannot be used is refused before anything is read.

use crate::harness::Bench;
use crate::sheets::{MAPPING, own};

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";

fn bench(settings: &str) -> Bench {
    let mut sheet = own();
    for month in 1..=12 {
        sheet.row(&[("date", &format!("2024-{month:02}-28"))]);
    }
    let bench = Bench::with("desk/own.csv", sheet.text());
    bench.write("desk/mapping.toml", MAPPING);
    let input = "input = [\"own.csv\"]\nmapping = \"mapping.toml\"\ntop = 1\nout = \"out\"\n";
    bench.write("desk/settings.toml", format!("{input}{settings}"));
    bench
}

const REPORT: [&str; 4] = ["report", "--quiet", "--config", "desk/settings.toml"];

#[test]
fn the_face_is_on_the_page_and_in_the_manifest() {
    let settings = "template = \"my.html\"\n[brand]\ntitle = \"Monthly <assessment>\"\norganisation = \"Institute & Sons\"\n\
                    logo = \"logo.svg\"\naccent = \"#990000\"\naccent_dark = \"#ff9999\"\nfooter = \"For members\"\n\
                    licence = \"CC BY 4.0\"\n";
    let bench = bench(settings);
    bench.write("desk/logo.svg", LOGO);
    bench
        .write("desk/my.html", "{% extends 'report.html' %}{% block footer %}<p>Desk 7</p>{{ super() }}{% endblock %}");
    bench.run(&REPORT).succeeded();
    let page = bench.read("desk/out/latest/index.html");
    for shown in [
        "Monthly &lt;assessment&gt;",
        "Institute &amp; Sons",
        "data:image/svg+xml;base64,",
        "#990000",
        "#ff9999",
        "For members",
        "CC BY 4.0",
        "<p>Desk 7</p>",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
    let manifest: serde_json::Value = serde_json::from_str(&bench.read("desk/out/latest/manifest.json")).expect("JSON");
    assert_eq!(manifest["config"]["brand"]["organisation"], "Institute & Sons");
    let tables = manifest["tables"].as_array().expect("a list").iter().map(|t| t["path"].as_str().expect("a path"));
    let tables: Vec<&str> = tables.collect();
    assert!(
        tables.iter().any(|t| t.ends_with("logo.svg")) && tables.iter().any(|t| t.ends_with("my.html")),
        "{tables:?}"
    );
}

#[test]
fn what_cannot_be_used_is_refused_with_the_reason() {
    let cases = [
        (
            "[brand]\naccent = \"#ffcc00\"\n",
            "brand.accent '#ffcc00': its contrast to the page's ground #ffffff is 1.51, and text needs 4.5",
        ),
        ("[brand]\nlogo = \"own.csv\"\n", "brand.logo 'desk/own.csv': it is no PNG, JPEG, WebP or SVG picture"),
        (
            "[brand]\nlogo = \"none.png\"\n",
            "brand.logo 'desk/none.png': it cannot be read: No such file or directory (os error 2)",
        ),
        ("[brand]\ncolour = \"#990000\"\n", "desk/settings.toml, line 6: no setting is called 'colour'"),
        ("template = \"broken.html\"\n", "desk/broken.html, line 3: syntax error: "),
        ("template = \"missing.html\"\n", "desk/missing.html, line 2: undefined value"),
    ];
    for (settings, reason) in cases {
        let bench = bench(settings);
        bench.write("desk/broken.html", "<p>\n\n{% if %}</p>");
        bench.write("desk/missing.html", "<p>\n{{ titel }}</p>");
        let done = bench.run(&REPORT).failed(2);
        assert!(done.error().starts_with(reason), "{}", done.error());
        assert!(!bench.path("desk/out/latest").exists(), "nothing is published");
    }
}
