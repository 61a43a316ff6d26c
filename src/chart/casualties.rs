//! Casualties: the killed, with the range of the source, and the injured where the source reports them.

use super::fan::Shown;
use super::frame::{self, Parts};
use super::headline::{self, Claim};
use super::words;
use super::{Chart, Lacking, NotDrawn, Pick, Reach, Subject, axis, found, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key};
use crate::figure::{Columns, Figure, Ink, Panel, Panels, Shape};
use crate::finding;
use crate::measure::Measure;
use crate::messages::Message;
use crate::registry::Entry;

pub(super) struct Casualties;

impl Entry for Casualties {
    fn id(&self) -> &'static str {
        "casualties"
    }

    fn about(&self) -> &'static str {
        "People killed and injured per period, with the source's range"
    }

    fn example(&self) -> String {
        "incident-trends chart casualties --of \"Red Kite Front\" -o casualties.svg".to_owned()
    }
}

impl Chart for Casualties {
    fn reach(&self) -> Reach {
        Reach::Each
    }

    fn need(&self, _: &Analysis, subject: Subject) -> Need {
        Need::Only { series: vec![words::whole(subject)], parts: headline::WITH_FORECAST }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        let reports = &analysis.loaded.facts.reports;
        if !reports.killed.yes() {
            return Err(NotDrawn::NotReported(Lacking::Deaths));
        }
        let key = Key { scope: words::scope(pick.subject), facet: Facet::ALL };
        let headline = Claim::killed(m, analysis, pick.subject).headline();
        let extent = axis::extent(analysis, pick, headline.must_show());
        let mut wanted = vec![(Measure::Killed, m.say(Message::HeadKilled {}), Ink::Death)];
        if reports.injured.yes() {
            wanted.push((Measure::Injured, m.say(Message::HeadInjured {}), Ink::Injury));
        }
        let (mut panels, mut told, mut notes) = (Vec::new(), Vec::new(), Vec::from_iter(headline.note(m)));
        let mut future = None;
        for (measure, title, ink) in wanted {
            let points = points::of(analysis, key, measure, &extent);
            if measure == Measure::Killed && points.iter().all(|p| p.value.is_none()) {
                return Err(NotDrawn::NoKnownToll);
            }
            let mut found = found::of(m, analysis, key, measure, &extent);
            let range = points::range(m, analysis, key, measure, &extent);
            told.push(m.say(Message::ChartTold { name: title.clone(), told: range }));
            if let Some(forecast) = Shown::of(analysis, key, measure) {
                found.evidence.fan = forecast.fan(analysis, &extent);
                found.told.push(forecast.told(m));
                found.notes.push(forecast.note(m, m.say(Message::ChartForecast {})));
                future = future.or(forecast.future(m, analysis, &extent));
            }
            let lines = found.lines(points::rolling(m, &analysis.series(key, measure), &extent));
            told.append(&mut found.told);
            frame::add_notes(&mut notes, found.notes);
            panels.push(Panel {
                title,
                unit: String::new(),
                columns: Some(Columns { ink, points }),
                lines,
                evidence: found.evidence,
                ..Panel::default()
            });
        }
        frame::need_something(analysis, key, &extent)?;
        if let [only] = panels.as_mut_slice() {
            only.title.clear();
        }
        let grain = finding::grain(m, analysis.policy.grain);
        let unit = match panels.len() {
            1 => Message::ChartUnitKilled { grain },
            _ => Message::ChartUnitBoth { grain },
        };
        let parts = Parts {
            title: headline.title.clone(),
            unit: m.say(unit),
            alt: m.say(Message::ChartAltColumns { told: told.join(" ") }),
            shape: Shape::Series(Panels { axis: axis::with_future(analysis, pick, &extent, future), panels }),
            notes,
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}
