//! The page of the made-up report: nothing in it is markup, nothing leads away, and a template cannot change that.

use super::*;
use crate::export::example;
use crate::report::{Accent, Brand, Logo, Rgb};
use std::path::PathBuf;

fn html(report: &Report) -> String {
    render(report).expect("the example renders")
}

/// The values of an attribute, in order.
fn values(html: &str, attribute: &str) -> Vec<String> {
    html.split(attribute).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

fn with_template(text: &str) -> Report<'static> {
    let template = Some(PageTemplate { path: PathBuf::from("my.html"), text: text.to_owned() });
    example::report().with_brand(Brand { template, ..Brand::default() })
}

#[test]
fn a_name_cannot_become_markup() {
    let html = html(&example::report());
    assert!(html.contains("Front of &lt;Salt&gt; &amp; &quot;Iron&quot;"));
    assert!(!html.contains("<Salt>") && !html.contains("& \"Iron\""));
    assert!(html.contains("محاذِ سحر"), "letters of every script stay as they are");
}

#[test]
fn the_page_asks_for_nothing() {
    let html = html(&example::report());
    for address in ["src=\"", "url("] {
        let asked = values(&html, address);
        assert!(asked.iter().all(|a| a.trim_matches('"').starts_with("data:")), "{address}: {asked:?}");
    }
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(html.matches("<style").count(), 1);
    for inline in [" style=", " onload=", " onclick=", "javascript:"] {
        assert!(!html.contains(inline), "{inline}");
    }
    assert!(html.contains("default-src 'none'"), "the policy is markup of ours, not escaped");
}

#[test]
fn every_picture_has_a_text_and_every_link_stays_inside() {
    let html = html(&example::report());
    let ids = values(&html, " id=\"");
    let mut once = ids.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "ids are unique");
    for attribute in [" aria-labelledby=\"", " aria-describedby=\""] {
        assert!(values(&html, attribute).iter().all(|id| ids.contains(id)), "{attribute}");
    }
    for href in values(&html, " href=\"") {
        match href.strip_prefix('#') {
            Some(anchor) => assert!(ids.iter().any(|id| id == anchor), "{href}"),
            None => {
                let known = ["charts/", "tables/", "rejected.csv", "data:,"];
                assert!(known.iter().any(|p| href.starts_with(p)), "{href}");
            }
        }
    }
}

#[test]
fn two_renderings_are_one() {
    let report = example::report();
    assert_eq!(html(&report), html(&report));
}

#[test]
fn an_organisation_shows_its_face() {
    let logo = Logo::new(PathBuf::from("logo.svg"), b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec());
    let brand = Brand {
        title: Some("Monthly <assessment>".to_owned()),
        organisation: Some("Institute & Sons".to_owned()),
        logo: Some(logo.expect("a picture")),
        accent: Accent { light: Rgb(0x99, 0, 0), ..Accent::default() },
        footer: Some("Not for redistribution".to_owned()),
        licence: Some("CC BY 4.0".to_owned()),
        template: None,
    };
    let html = html(&example::report().with_brand(brand));
    for shown in [
        "<title>Monthly &lt;assessment&gt;</title>",
        "Institute &amp; Sons",
        "src=\"data:image/svg+xml;base64,",
        "--accent: #990000",
        "Not for redistribution",
        "CC BY 4.0",
    ] {
        assert!(html.contains(shown), "{shown}");
    }
}

#[test]
fn a_template_of_ones_own_extends_the_house() {
    let own = "{% extends \"report.html\" %}{% block footer %}<p>Ours: {{ title }}</p>{{ super() }}{% endblock %}";
    let html = html(&with_template(own));
    assert!(html.contains("<p>Ours: Tavia &amp; Ostrel: October 2026</p>"));
    assert!(html.contains("Front of &lt;Salt&gt;"));
}

#[test]
fn no_template_gets_around_the_escaping() {
    let plain = "{% autoescape false %}{{ sections[0].blocks[0].cards[1].sentence }}{% endautoescape %}";
    let shown = html(&with_template(plain));
    assert!(shown.contains("&lt;Salt&gt;") && !shown.contains("<Salt>"), "{shown}");
    let unsafe_filter = render(&with_template("<h1>\n{{ title | safe }}</h1>")).expect_err("there is no such filter");
    assert!(unsafe_filter.to_string().starts_with("my.html, line 2: unknown filter"), "{unsafe_filter}");
}

#[test]
fn a_broken_template_is_named_with_its_line() {
    let missing = render(&with_template("<p>\n\n{{ titel }}</p>")).expect_err("there is no such value");
    assert!(missing.to_string().starts_with("my.html, line 3: undefined value"), "{missing}");
    let template = PageTemplate { path: PathBuf::from("my.html"), text: "<p>\n{% for %}".to_owned() };
    let fault = check_template(&template).expect_err("a for without anything");
    assert_eq!(fault.line, Some(2), "{fault:?}");
}
