//! `convergence.csv`: what is known of two groups, or two families, together; one number a row, by kind of evidence.

mod columns;

use super::super::dataset::Dataset;
use super::super::error::Malformed;
use super::anew::anew;
use super::{Grid, TableKind, table};
use crate::analysis::{Analysis, Likeness, Measured, Need, NotMeasured, PairRow, Part, Which};
use crate::convergence::{Cell, Space};
use crate::finding::Significance;
use crate::period::{Grain, Period};
use crate::stats::{Judgement, NotComputed};
use crate::text::number;
use columns::COLUMNS;

table!(
    Convergence,
    "convergence",
    "Pairs of groups and of families: co-activity in place and time, likeness, territory, and the entries of the direct ledger"
);

/// One row in the making; what is left alone is empty.
#[derive(Default)]
struct Line {
    measure: &'static str,
    period: String,
    question: Option<Cell>,
    window: Option<i32>,
    incidents: Option<(usize, usize)>,
    observed: Option<f64>,
    expected: Option<f64>,
    estimate: Option<f64>,
    interval: Option<(f64, f64)>,
    detectable: Option<f64>,
    p: Option<f64>,
    significance: Option<Significance>,
    verdict: Option<Judgement>,
    detail: String,
    not_computed: String,
}

impl TableKind for Convergence {
    fn need(&self) -> Need {
        Need::parts(&[Part::Direct, Part::Pairs])
    }

    fn dataset<'a>(&self, analyses: &'a [Analysis]) -> Result<Dataset<'a>, Malformed> {
        anew(("convergence", "Pairs of groups"), COLUMNS, move |grid| {
            for analysis in analyses {
                for row in &analysis.pairs {
                    for (evidence, line) in lines(analysis, row) {
                        write(grid, analysis, row, evidence, &line);
                    }
                }
            }
        })
    }
}

fn write(grid: &mut Grid, analysis: &Analysis, row: &PairRow, evidence: &str, line: &Line) {
    grid.text(&analysis.loaded.facts.source).text(analysis.policy.grain.id()).text(row.scope());
    grid.text(analysis.text(row.a.name())).text(analysis.text(row.b.name()));
    grid.text(evidence).text(line.measure).text(&line.period);
    let km = line.question.and_then(|cell| match cell.space {
        Space::Within(km) => Some(km),
        Space::SameDistrict => None,
    });
    let count = |n: usize| i64::try_from(n).ok();
    grid.number(km).whole(line.question.map(|cell| i64::from(cell.days))).whole(line.window.map(i64::from));
    grid.whole(line.incidents.and_then(|(a, _)| count(a))).whole(line.incidents.and_then(|(_, b)| count(b)));
    grid.number(line.observed).number(line.expected).number(line.estimate);
    grid.number(line.interval.map(|(low, _)| low)).number(line.interval.map(|(_, high)| high));
    grid.number(line.detectable).number(line.significance.map(|s| s.p).or(line.p));
    grid.number(line.significance.and_then(|s| s.q)).whole(line.significance.and_then(|s| count(s.tests)));
    grid.text(line.verdict.map(Judgement::id).unwrap_or_default());
    grid.text(&line.detail).text(&line.not_computed).end_row();
}

fn lines(analysis: &Analysis, row: &PairRow) -> Vec<(&'static str, Line)> {
    let mut lines = direct(row);
    let incidents = Some((row.used[0].used, row.used[1].used));
    match &row.measured {
        Ok(measured) => lines.extend(together(analysis, row, measured)),
        Err(why) => {
            let line = Line { measure: "pair", incidents, not_computed: why_not(*why), ..Line::default() };
            lines.push(("co_activity", line));
        }
    }
    lines.extend(row.likeness.iter().map(|likeness| ("profile", profile(likeness))));
    for year in &row.territory {
        let districts = Some(((year.both + year.only_a) as usize, (year.both + year.only_b) as usize));
        for (measure, index) in [("jaccard", year.jaccard), ("half_weight", year.half_weight)] {
            let (period, observed) = (year.year.to_string(), Some(year.both as f64));
            let line =
                Line { measure, period, incidents: districts, observed, estimate: Some(index), ..Line::default() };
            lines.push(("territory", line));
        }
    }
    if let Some(index) = row.together {
        let indices =
            [("jaccard", index.jaccard), ("half_weight", index.half_weight), ("lift", index.lift), ("phi", index.phi)];
        lines.extend(indices.map(|(measure, estimate)| ("association", Line { measure, estimate, ..Line::default() })));
    }
    lines
}

fn direct(row: &PairRow) -> Vec<(&'static str, Line)> {
    let counts = row.direct;
    let counts = [
        ("joint", counts.joint),
        ("competing", counts.competing),
        ("hostile", counts.hostile),
        ("side_unknown", counts.side_unknown),
    ];
    counts
        .into_iter()
        .map(|(measure, n)| ("direct", Line { measure, observed: Some(n as f64), ..Line::default() }))
        .collect()
}

/// Co-activity, and what stands beside it.
fn together(analysis: &Analysis, row: &PairRow, measured: &Measured) -> Vec<(&'static str, Line)> {
    let found = &measured.coactivity;
    let counted = analysis.policy.pairs.counted;
    let incidents = Some((row.used[0].used, row.used[1].used));
    let question = Some(measured.reference);
    let mut lines = Vec::new();
    for answer in &found.answers {
        let line = Line {
            question: Some(answer.cell),
            incidents: Some((row.used[0].used, answer.taken as usize)),
            observed: Some(f64::from(answer.near)),
            expected: Some(answer.expected),
            estimate: Some(answer.excess()),
            ..Line::default()
        };
        if answer.cell == measured.reference {
            let significance = Some(measured.significance);
            let of_pair = Line {
                measure: "pair",
                interval: found.interval,
                detectable: found.detectable,
                significance,
                verdict: Some(measured.judgement(counted)),
                ..copy(&line)
            };
            lines.insert(0, ("co_activity", of_pair));
        }
        lines.push(("co_activity", Line { measure: "near", p: Some(answer.p), ..line }));
    }
    let order = found.order;
    let (observed, expected) = (Some(f64::from(order.lead)), Some(order.expected));
    let estimate = Some(f64::from(order.lead) - order.expected);
    let b_after_a =
        Line { measure: "b_after_a", question, observed, expected, estimate, p: Some(order.p), ..Line::default() };
    lines.push(("order", b_after_a));
    if let Some(test) = found.rising.test {
        let slope = Line {
            measure: "a_year",
            question,
            estimate: Some(test.slope),
            significance: measured.trend,
            verdict: measured.trend.map(|trend| trend.judgement()),
            ..Line::default()
        };
        lines.push(("trend", slope));
        let first = Period::containing(analysis.coverage.from(), Grain::Month);
        let onset = Line {
            measure: "first_month",
            period: first.plus(test.onset as i32).label(),
            question,
            expected: Some(test.before),
            estimate: Some(test.after),
            significance: measured.onset,
            verdict: Some(measured.onset_judgement(counted)),
            ..Line::default()
        };
        lines.push(("onset", onset));
    }
    if let Some(placebo) = measured.placebo {
        let interval = Some((placebo.lowest, placebo.highest));
        let line = Line {
            measure: "lags_of_60_to_120_days",
            question,
            estimate: Some(placebo.excess),
            interval,
            ..Line::default()
        };
        lines.push(("placebo", line));
    }
    if let Some(bounds) = measured.bounds {
        for (measure, share) in [("unattributed_as_a", bounds.as_a), ("unattributed_as_b", bounds.as_b)] {
            let observed = Some(bounds.unattributed as f64);
            lines.push((
                "bounds",
                Line { measure, question, incidents, observed, estimate: Some(share), ..Line::default() },
            ));
        }
    }
    for (evidence, line) in &mut lines {
        line.window = Some(match *evidence {
            "trend" | "onset" => analysis.policy.pairs.rise_window(),
            _ => measured.window,
        });
    }
    lines.extend(robust(measured));
    lines
}

fn copy(line: &Line) -> Line {
    Line {
        question: line.question,
        incidents: line.incidents,
        observed: line.observed,
        expected: line.expected,
        estimate: line.estimate,
        ..Line::default()
    }
}

fn robust(measured: &Measured) -> Vec<(&'static str, Line)> {
    let Some(robust) = &measured.robust else { return Vec::new() };
    let missing = |why: NotComputed| Line { not_computed: why.text(), ..Line::default() };
    let hawkes = match &robust.hawkes {
        Ok(fit) => {
            let of = |measure, estimate, p| Line { measure, estimate: Some(estimate), p, ..Line::default() };
            vec![of("b_by_a", fit.branching.b_by_a, Some(fit.p)), of("a_by_b", fit.branching.a_by_b, None)]
        }
        Err(why) => vec![missing(*why)],
    };
    let covariance = match &robust.covariance {
        Ok(found) => {
            Line { measure: "across_districts", estimate: Some(found.across), p: Some(found.p), ..Line::default() }
        }
        Err(why) => missing(*why),
    };
    hawkes.into_iter().map(|line| ("hawkes", line)).chain([("covariance", covariance)]).collect()
}

fn profile(likeness: &Likeness) -> Line {
    let period = likeness.year.map(|year| year.to_string()).unwrap_or_default();
    let base = Line { measure: likeness.of.id(), period, incidents: Some(likeness.known), ..Line::default() };
    match &likeness.profile {
        Ok(profile) => {
            let shares = likeness.moved.iter().map(|moved| {
                let percent = |share: f64| number(100.0 * share, 0);
                format!("{} {}/{}", moved.category, percent(moved.share_a), percent(moved.share_b))
            });
            Line {
                expected: Some(profile.without_difference),
                observed: Some(profile.observed),
                estimate: Some(profile.distance.estimate),
                interval: Some((profile.distance.low, profile.distance.high)),
                p: Some(profile.p),
                detail: shares.collect::<Vec<_>>().join("; "),
                ..base
            }
        }
        Err(why) => Line { not_computed: why.text(), ..base },
    }
}

fn why_not(why: NotMeasured) -> String {
    let which = |side: Which| match side {
        Which::A => "A",
        Which::B => "B",
    };
    match why {
        NotMeasured::NoDirection { side, initiated, involved, need } => format!(
            "no direction: {} initiated {initiated} incidents and took part in {involved}; {need} initiated ones are needed, or \
             --pair-incidents involved",
            which(side)
        ),
        NotMeasured::TooFew { side, have, need } => {
            format!("too few: {} has {have} incidents with an exact day and a place; {need} are needed", which(side))
        }
        NotMeasured::TooFewOffensives { have, need } => {
            format!("too few: the incidents of B form {have} clusters; {need} are needed")
        }
    }
}
