//! The first screen: facts, headlines with the course of their series, key figures, and how complete the data is.

use super::blocks::{Chip, Finding, View, chip};
use crate::report::{Against, Headline, KeyFigure, Lead, Spark};
use minijinja::Value;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Opening<'a> {
    facts: Vec<Fact<'a>>,
    headlines: Vec<Told<'a>>,
    figures: Vec<Key<'a>>,
    completeness: &'a [String],
}

#[derive(Serialize)]
struct Fact<'a> {
    label: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
struct Told<'a> {
    card: Finding<'a>,
    spark: Option<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    svg: Value,
    alt: &'a str,
}

#[derive(Serialize)]
struct Key<'a> {
    label: &'a str,
    value: &'a str,
    against: Vec<Held<'a>>,
    spark: Option<Line<'a>>,
}

#[derive(Serialize)]
struct Held<'a> {
    base: &'a str,
    text: &'a str,
    strength: Chip,
}

pub(super) fn opening<'a>(view: &mut View<'a>, lead: &'a Lead) -> Opening<'a> {
    let told =
        |headline: &'a Headline| Told { card: view.finding(&headline.card), spark: headline.spark.as_ref().map(line) };
    let held = |against: &'a Against| Held {
        base: &against.base,
        text: &against.text,
        strength: chip(against.strength, view.words()),
    };
    let key = |figure: &'a KeyFigure| Key {
        label: &figure.label,
        value: &figure.value,
        against: figure.against.iter().map(held).collect(),
        spark: figure.spark.as_ref().map(line),
    };
    Opening {
        facts: lead.facts.iter().map(|(label, value)| Fact { label, value }).collect(),
        headlines: lead.headlines.iter().map(told).collect(),
        figures: lead.figures.iter().map(key).collect(),
        completeness: &lead.completeness,
    }
}

/// The painter escapes what it writes.
fn line(spark: &Spark) -> Line<'_> {
    Line { svg: Value::from_safe_string(spark.svg.clone()), alt: &spark.alt }
}
