//! Which numbers belong to which claim.

use super::super::{Claim, Compared, Finding};
use super::{Bound, NamedNumber, Numbers};

impl Finding {
    /// Its numbers, in the order of the sentence.
    pub fn numbers(&self) -> Vec<NamedNumber> {
        let mut numbers = Numbers::default();
        let n = &mut numbers;
        match &self.claim {
            Claim::Total(total) => {
                n.exact("incidents", total.incidents);
                n.reading("lethal_incidents", total.lethal);
                n.reading("killed", total.killed);
                if let (Some((low, high)), Some(last)) = (total.killed_range, n.0.last_mut()) {
                    (last.low, last.high) = (Some(low), Some(high));
                }
                n.reading("injured", total.injured);
            }
            Claim::Compared(Compared { movements, .. }) => {
                movements.iter().for_each(|moved| n.movement(moved.measure.id(), moved));
            }
            Claim::Level(level) => {
                n.exact("incidents_a_day", level.incidents_a_day);
                n.maybe("killed_a_day", level.killed_a_day);
                n.maybe("incidents_mean_of_twelve", level.incidents_of_twelve);
                n.maybe("killed_mean_of_twelve", level.killed_of_twelve);
            }
            Claim::Record { measure, record, .. } => {
                n.exact(measure.id(), record.value);
                n.maybe("then", record.since.and_then(|(_, value)| value));
                n.exact("periods_beaten", record.depth as f64);
            }
            Claim::Ledgers(ledgers) => n.ledgers(ledgers),
            Claim::Margin(margin) => {
                n.exact("parts", margin.parts);
                n.exact("whole", margin.whole);
            }
            Claim::Suicide(suicide) => {
                n.reading("suicide_attacks", suicide.attacks);
                n.reading("killed", suicide.killed);
                n.reading("injured", suicide.injured);
                if let Some((_, now, then)) = suicide.to_date {
                    n.reading("suicide_attacks_to_date", now);
                    then.into_iter().for_each(|then| n.reading("suicide_attacks_to_date_base", then));
                }
            }
            Claim::FirstSuicide { attacks, .. } => n.exact("suicide_attacks", *attacks),
            Claim::Taken { arrested, abducted } => {
                n.reading("arrested", *arrested);
                n.reading("abducted", *abducted);
            }
            Claim::Failed { failed, attacks } => {
                n.exact("failed", *failed);
                n.exact("attacks", *attacks);
            }
            Claim::Claimed(claimed) => {
                n.exact("attacks", claimed.attacks);
                n.exact("claimed", claimed.claimed);
                n.exact("competing", claimed.competing);
                n.exact("unclaimed", claimed.unclaimed);
                n.exact("unknown", claimed.unknown);
            }
            Claim::Deadliest(deadliest) => n.exact("killed", deadliest.killed),
            Claim::Region(part) => {
                n.movement("incidents", &part.change);
                n.exact("part", part.incidents);
                n.exact("whole", part.all_incidents);
                n.reading("killed", part.killed);
                n.reading("all_killed", part.all_killed);
                n.ledgers(&part.ledgers);
                part.attacks.iter().for_each(|moved| n.movement("attacks", moved));
                part.to_date.iter().for_each(|to_date| n.movement("incidents_to_date", &to_date.change));
            }
            Claim::Group(part) => {
                n.movement("incidents", &part.change);
                n.exact("part", part.incidents);
                n.exact("whole", part.all_incidents);
                n.reading("killed", part.killed);
                if let Some((attacks, killed, suspected)) = part.attacks {
                    n.exact("attacks", attacks);
                    n.reading("attacks_killed", killed);
                    n.exact("attacks_suspected", suspected);
                }
                part.to_date.iter().for_each(|to_date| n.movement("incidents_to_date", &to_date.change));
            }
            Claim::Mix(mix) => {
                n.exact("stated", mix.stated);
                n.exact("incidents", mix.incidents);
                mix.top.iter().for_each(|(name, count)| n.exact(name.clone(), *count));
            }
            Claim::Unnamed(unnamed) | Claim::Suspected(unnamed) => {
                n.push("part", unnamed.now.map(|(part, _)| part), unnamed.now.map_or(Bound::Unknown, |_| Bound::Exact));
                n.maybe("whole", unnamed.now.map(|(_, whole)| whole));
                n.maybe("part_before", unnamed.before.map(|(_, part, _)| part));
                n.maybe("whole_before", unnamed.before.map(|(_, _, whole)| whole));
            }
            Claim::Silence { silence, .. } => match silence {
                crate::stats::Silence::Quiet { expected, .. } => n.exact("expected", *expected),
                crate::stats::Silence::New { .. } => {}
            },
            Claim::SoFar(so_far) => {
                n.exact("incidents", so_far.incidents);
                n.reading("killed", so_far.killed);
                n.reading("injured", so_far.injured);
                n.exact("days", f64::from(so_far.covered.days()));
            }
            Claim::Trend(_)
            | Claim::Alert(_)
            | Claim::Break(_)
            | Claim::Lethality(_)
            | Claim::Forecast(_)
            | Claim::ForecastKept(_)
            | Claim::Converging(_)
            | Claim::PairsTested(_)
            | Claim::Withheld(_)
            | Claim::Tested(_) => n.inferred(&self.claim),
        }
        numbers.0
    }
}
