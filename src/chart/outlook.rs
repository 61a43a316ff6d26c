//! Outlook: the forecast of the next periods after the newest ones, with what an earlier report forecast of the latest.

use super::fan::Shown;
use super::found::range;
use super::frame::{self, Parts};
use super::headline::short;
use super::words::{self, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Kept, Need, Part};
use crate::cube::{Facet, Key};
use crate::figure::{Columns, Evidence, Expected, Figure, Future, Ink, Panel, Panels, Shape, Standing};
use crate::measure::Measure;
use crate::registry::Entry;
use crate::stats::NotComputed;
use crate::text;
use std::ops::Range;

/// Complete periods shown before the forecast.
const BEFORE: usize = 24;

pub(super) struct Outlook;

impl Entry for Outlook {
    fn id(&self) -> &'static str {
        "outlook"
    }

    fn about(&self) -> &'static str {
        "Forecast of the next periods, with its intervals and how it did on the past"
    }

    fn example(&self) -> String {
        "incident-trends chart outlook -o outlook.svg".to_owned()
    }
}

impl Chart for Outlook {
    fn reach(&self) -> Reach {
        Reach::Each
    }

    fn need(&self, _: &Analysis, subject: Subject) -> Need {
        Need::Only { series: vec![words::whole(subject)], parts: &[Part::Forecasts] }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        frame::need_incidents(analysis, pick.subject)?;
        let key = Key { scope: words::scope(pick.subject), facet: Facet::ALL };
        let noun = Noun::of(analysis, None);
        let latest = analysis.latest.and_then(|latest| analysis.index(latest));
        let latest = latest.ok_or(NotDrawn::NoCompletePeriod(analysis.policy.grain.noun()))?;
        let extent = (latest + 1).saturating_sub(BEFORE)..analysis.periods.len();
        let wanted = [
            (Measure::Incidents, noun.many, words::ink(analysis, pick.subject)),
            (Measure::Killed, "people killed", Ink::Death),
        ];
        let (mut panels, mut told, mut notes, mut titles) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut future: Option<Future> = None;
        for (measure, name, ink) in wanted {
            let Some(forecast) = Shown::of(analysis, key, measure) else { continue };
            let title = text::capital(name);
            let about = if panels.is_empty() { words::about(analysis, pick.subject) } else { String::new() };
            let (_, step) = forecast.next();
            titles.push(format!("{} {name}{about}", range(step.wide.0, step.wide.1)));
            told.push(format!("{title}: {}", points::range(analysis, key, measure, &extent)));
            told.push(forecast.told());
            notes.push(forecast.note(&title));
            let kept = analysis.kept.iter().find(|kept| kept.scope == key.scope && kept.measure == measure);
            if let Some(kept) = kept {
                told.push(format!("{}.", outcome(kept)));
                notes.push(format!(
                    "Bracket: the 80 % interval that the report {} gave for {}.",
                    kept.label,
                    short(kept.target)
                ));
            }
            future = future.or(forecast.future(analysis, &extent));
            let evidence = Evidence {
                expected: kept.and_then(|kept| expected(analysis, kept, &extent)),
                fan: forecast.fan(analysis, &extent),
                ..Evidence::default()
            };
            let columns = Columns { ink, points: points::of(analysis, key, measure, &extent) };
            panels.push(Panel { title, unit: String::new(), columns: Some(columns), lines: Vec::new(), evidence });
        }
        if panels.is_empty() {
            return Err(NotDrawn::NotForecast(why(analysis, key)));
        }
        let next = analysis.periods[latest].plus(1);
        if let [only] = panels.as_mut_slice() {
            only.title.clear();
        }
        let parts = Parts {
            title: format!("{} are likely {}", text::capital(&text::list(&titles)), words::at(next)),
            unit: format!("Numbers per {}; the title gives intervals of 80 %", analysis.policy.grain.noun()),
            alt: format!("Columns over time, then a forecast. {}", told.join(" ")),
            shape: Shape::Series(Panels { axis: axis::with_future(analysis, pick, &extent, future), panels }),
            notes,
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// An earlier report's forecast of the latest period, and what came.
fn outcome(kept: &Kept) -> String {
    let held = if kept.held() { "held" } else { "missed" };
    format!("Forecast {} by report {}: {held}", range(kept.low80, kept.high80), kept.label)
}

/// The same as a bracket. A miss is no alert: one in five is to be expected.
fn expected(analysis: &Analysis, kept: &Kept, extent: &Range<usize>) -> Option<Expected> {
    let period = analysis.index(kept.target)?.checked_sub(extent.start)?;
    let (low, high) = (kept.low80, kept.high80);
    Some(Expected { period, low, high, standing: Standing::Within, label: outcome(kept) })
}

/// Why nothing is forecast.
fn why(analysis: &Analysis, key: Key) -> String {
    let row = analysis.forecasts.iter().find(|row| row.key == key && row.measure == Measure::Incidents);
    let reason = row.and_then(|row| row.result.as_ref().err()).map(|reason| reason.text());
    reason.unwrap_or_else(|| NotComputed::NotShown.text())
}
