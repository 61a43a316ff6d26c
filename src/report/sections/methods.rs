//! Methods in plain words: each explained once, under an anchor of its own to which findings point.

use super::super::document::{Block, Link, Section, Target};
use super::about::About;
use super::card::cards;
use super::counted;
use super::place::{Place, place};
use crate::convergence::Plan;
use crate::finding::{self, Claim};
use crate::messages::{Message, Messages};
use crate::period::Grain;
use crate::{stats, text};
use strum::VariantArray;

/// A method with an anchor: `method-changes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(super) enum Method {
    Counting,
    Judging,
    Changes,
    Tolls,
    Trends,
    Alerts,
    Breaks,
    Records,
    Lethality,
    Forecasts,
    Pairs,
    Guards,
}

impl Method {
    fn anchor(self) -> String {
        format!("method-{}", <&str>::from(self))
    }

    fn title(self, m: &Messages) -> String {
        m.say(match self {
            Method::Counting => Message::MethodCounting {},
            Method::Judging => Message::MethodJudging {},
            Method::Changes => Message::MethodChanges {},
            Method::Tolls => Message::MethodTolls {},
            Method::Trends => Message::MethodTrends {},
            Method::Alerts => Message::MethodAlerts {},
            Method::Breaks => Message::MethodBreaks {},
            Method::Records => Message::MethodRecords {},
            Method::Lethality => Message::MethodLethality {},
            Method::Forecasts => Message::MethodForecasts {},
            Method::Pairs => Message::MethodPairs {},
            Method::Guards => Message::MethodGuards {},
        })
    }

    /// The pointer from what it found.
    pub fn link(self, m: &Messages) -> Link {
        Link { text: m.say(Message::EvidenceMethod { method: self.title(m) }), to: Target::Section(self.anchor()) }
    }

    fn blocks(self, about: &About) -> Vec<Block> {
        let page = about.page;
        let said = |message: Message| vec![Block::Text(page.m.say(message))];
        match self {
            Method::Counting => counted::blocks(page),
            Method::Judging => {
                let mut blocks = said(Message::SureJudged {});
                // How many tests were made is said once, where the whole is told.
                blocks.extend(cards(page, |finding| place(finding) == Place::Sure && about.is_of(finding)));
                blocks
            }
            Method::Changes => said(Message::SureChanges {}),
            Method::Tolls => said(Message::SureTolls {}),
            Method::Trends => said(Message::SureTrends {}),
            Method::Alerts => said(Message::SureAlerts {}),
            Method::Breaks => said(Message::SureBreaks {}),
            Method::Records => said(Message::SureRecords {}),
            Method::Lethality => said(Message::SureLethality {}),
            Method::Forecasts => said(Message::SureForecasts {}),
            Method::Pairs => {
                let said = [
                    Message::SurePairs { stretch: stretch(page) },
                    Message::SurePairsTold {},
                    Message::SurePairsAlike {},
                    Message::SurePairsNot {},
                ];
                said.into_iter().map(|message| Block::Text(page.m.say(message))).collect()
            }
            Method::Guards => said(Message::SureGuards { limit: text::share(stats::NEW_SOURCE_LIMIT) }),
        }
    }
}

/// The windows within which offensives are moved.
fn stretch(page: &super::page::Page) -> String {
    let days = |window: i32| finding::count_of_periods(page.m, Grain::Day, window.unsigned_abs() as usize);
    match page.analysis.policy.pairs.window {
        Some(window) => days(window),
        None => {
            let from = Plan::SHORTER_WINDOWS.map(|(offensives, window)| {
                page.m.say(Message::PairStretchFrom { days: days(window), n: text::count(offensives as f64) })
            });
            page.m.say(Message::PairStretches { days: days(Plan::WINDOW), from: page.m.list(&from) })
        }
    }
}

/// The method behind a claim; `None` where it only counts.
pub(super) fn of(claim: &Claim) -> Option<Method> {
    match claim {
        Claim::Compared(_) | Claim::Region(_) | Claim::Group(_) => Some(Method::Changes),
        Claim::Trend(_) => Some(Method::Trends),
        Claim::Alert(_) => Some(Method::Alerts),
        Claim::Break(_) => Some(Method::Breaks),
        Claim::Record { .. } | Claim::Silence { .. } | Claim::FirstSuicide { .. } => Some(Method::Records),
        Claim::Lethality(_) => Some(Method::Lethality),
        Claim::Forecast(_) | Claim::ForecastKept(_) => Some(Method::Forecasts),
        Claim::Converging(_) | Claim::PairsTested(_) => Some(Method::Pairs),
        Claim::Withheld(_) => Some(Method::Guards),
        Claim::Tested(_) => Some(Method::Judging),
        Claim::Total(_)
        | Claim::Level(_)
        | Claim::Ledgers(_)
        | Claim::Margin(_)
        | Claim::Suicide(_)
        | Claim::Taken { .. }
        | Claim::Failed { .. }
        | Claim::Claimed(_)
        | Claim::Deadliest(_)
        | Claim::Mix(_)
        | Claim::Unnamed(_)
        | Claim::Suspected(_)
        | Claim::SoFar(_) => None,
    }
}

/// All methods, in one section.
pub(super) fn section(about: &About) -> Section {
    let m = about.page.m;
    let part = |method: &Method| Section::new(method.anchor(), method.title(m), method.blocks(about));
    let intro = vec![Block::Text(m.say(Message::MethodsIntro {}))];
    let parts = Method::VARIANTS.iter().map(part).collect();
    Section { parts, ..Section::new("methods", m.say(Message::SectionMethods {}), intro) }
}
