//! Outlook: the forecast of the next periods after the newest ones, with what an earlier report forecast of the latest.

use super::fan::Shown;
use super::found::range;
use super::frame::{self, Parts};
use super::words::{self, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Kept, Need, Part};
use crate::cube::{Facet, Key};
use crate::figure::{Columns, Evidence, Expected, Figure, Future, Ink, Panel, Panels, Shape, Standing};
use crate::finding;
use crate::measure::Measure;
use crate::messages::{Message, Messages};
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
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        let key = Key { scope: words::scope(pick.subject), facet: Facet::ALL };
        let noun = Noun::of(analysis, None);
        let latest = analysis.latest.and_then(|latest| analysis.index(latest));
        let latest = latest.ok_or(NotDrawn::NoCompletePeriod(analysis.policy.grain))?;
        let extent = (latest + 1).saturating_sub(BEFORE)..analysis.periods.len();
        let wanted = [
            (Measure::Incidents, noun.many(m), words::ink(analysis, pick.subject)),
            (Measure::Killed, m.say(Message::PluralKilled {}), Ink::Death),
        ];
        let (mut panels, mut told, mut notes, mut titles) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut future: Option<Future> = None;
        for (measure, name, ink) in wanted {
            let Some(forecast) = Shown::of(analysis, key, measure) else { continue };
            let title = text::capital(&name);
            let about = if panels.is_empty() { words::about(m, analysis, pick.subject) } else { String::new() };
            let (_, step) = forecast.next();
            let range = range(m, step.wide.0, step.wide.1);
            titles.push(m.say(Message::ChartOutlookPart { range, what: name, about }));
            let range = points::range(m, analysis, key, measure, &extent);
            told.push(m.say(Message::ChartTold { name: title.clone(), told: range }));
            told.push(forecast.told(m));
            notes.push(forecast.note(m, title.clone()));
            let kept = analysis.kept.iter().find(|kept| kept.scope == key.scope && kept.measure == measure);
            if let Some(kept) = kept {
                told.push(m.say(Message::ChartSentence { text: outcome(m, kept) }));
                let (label, period) = (kept.label.clone(), m.short_period(kept.target));
                notes.push(m.say(Message::ChartNoteKept { label, period }));
            }
            future = future.or(forecast.future(m, analysis, &extent));
            let evidence = Evidence {
                expected: kept.and_then(|kept| expected(m, analysis, kept, &extent)),
                fan: forecast.fan(analysis, &extent),
                ..Evidence::default()
            };
            let columns = Columns { ink, points: points::of(analysis, key, measure, &extent) };
            panels.push(Panel { title, columns: Some(columns), evidence, ..Panel::default() });
        }
        if panels.is_empty() {
            return Err(NotDrawn::NotForecast(why(analysis, key)));
        }
        let next = analysis.periods[latest].plus(1);
        if let [only] = panels.as_mut_slice() {
            only.title.clear();
        }
        let title = Message::ChartTitleOutlook { what: m.list(&titles), when: finding::when(m, next) };
        let parts = Parts {
            title: text::capital(&m.say(title)),
            unit: m.say(Message::ChartUnitOutlook { grain: finding::grain(m, analysis.policy.grain) }),
            alt: m.say(Message::ChartAltForecast { told: told.join(" ") }),
            shape: Shape::Series(Panels { axis: axis::with_future(analysis, pick, &extent, future), panels }),
            notes,
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// An earlier report's forecast of the latest period, and what came.
fn outcome(m: &Messages, kept: &Kept) -> String {
    let (range, label) = (range(m, kept.low80, kept.high80), kept.label.clone());
    m.say(match kept.held() {
        true => Message::ChartOutcomeHeld { range, label },
        false => Message::ChartOutcomeMissed { range, label },
    })
}

/// The same as a bracket. A miss is no alert: one in five is to be expected.
fn expected(m: &Messages, analysis: &Analysis, kept: &Kept, extent: &Range<usize>) -> Option<Expected> {
    let period = analysis.index(kept.target)?.checked_sub(extent.start)?;
    let (low, high) = (kept.low80, kept.high80);
    Some(Expected { period, low, high, standing: Standing::Within, label: outcome(m, kept) })
}

/// Why nothing is forecast.
fn why(analysis: &Analysis, key: Key) -> NotComputed {
    let row = analysis.forecasts.iter().find(|row| row.key == key && row.measure == Measure::Incidents);
    row.and_then(|row| row.result.as_ref().err()).copied().unwrap_or(NotComputed::NotShown)
}
