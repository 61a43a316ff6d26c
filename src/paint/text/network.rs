//! A network as text: a line a link, its kind as the kind of rule between the two names, its incidents in the middle of the rule.

use super::sheet::{Row, Tone};
use super::{key, nothing};
use crate::figure::{Ink, Link, Network, Tie};
use crate::messages::{Message, Messages};
use crate::text::{self, cells};

/// Links that a screen holds.
const MOST: usize = 30;
/// Cells of a rule without its number.
const RULE: usize = 8;
/// Cells of the longest number.
const NUMBER: usize = 6;

pub(super) fn draw(m: &Messages, network: &Network, width: usize) -> Vec<Row> {
    let pair = |link: &Link| (link.nodes.0.min(link.nodes.1), link.nodes.0.max(link.nodes.1));
    let name = |at: usize| network.nodes.get(at).map(|node| cells::plain(&node.name));
    let named = |link: &Link| Some((name(link.nodes.0)?, name(link.nodes.1)?));
    let links: Vec<(&Link, (String, String))> =
        network.links.iter().filter(|l| l.count > 0).filter_map(|link| Some((link, named(link)?))).collect();
    if links.is_empty() {
        return vec![nothing(m)];
    }
    let fights = |link: &Link| network.links.iter().any(|l| l.tie == Tie::Hostile && pair(l) == pair(link));
    let room = width.saturating_sub(RULE + NUMBER + 4) / 2;
    let widest = links.iter().map(|(_, (one, _))| cells::width(one)).max().unwrap_or(0).min(room);
    let mut entries: Vec<(String, Tone, String)> = Vec::new();
    let mut out = Vec::new();
    for (link, (one, other)) in links.iter().take(MOST) {
        let contested = link.tie == Tie::Joint && fights(link);
        let (left, right, words) = match (link.tie, contested) {
            (Tie::Joint, false) => ("━━━━", "━━━━", link.tie.say(m)),
            (Tie::Joint, true) => ("════", "════", m.say(Message::TieJointAndHostile {})),
            (Tie::Competing, _) => ("╌╌╌╌", "╌╌╌╌", link.tie.say(m)),
            (Tie::Hostile, _) => ("├┄┄┄", "┄┄┄┤", link.tie.say(m)),
        };
        let tone = tone(link.tie);
        if entries.iter().all(|(_, _, said)| *said != words) {
            entries.push((left.chars().chain(right.chars()).collect(), tone, words));
        }
        let number = cells::clip(&text::count(link.count as f64), NUMBER);
        let fill = if left.starts_with('├') { "┄" } else { &left[..left.chars().next().map_or(0, char::len_utf8)] };
        let rest = fill.repeat(NUMBER - cells::width(&number));
        out.push(
            Row::of(cells::left(one, widest) + " ", Tone::Plain)
                .and(format!("{left} "), tone)
                .and(number, Tone::Bold)
                .and(format!(" {rest}{right}"), tone)
                .and(format!(" {}", cells::clip(other, room)), Tone::Plain),
        );
    }
    if links.len() > MOST {
        let n = ((links.len() - MOST) as f64).into();
        out.push(Row::of(cells::clip(&m.say(Message::DrawnMore { n }), width), Tone::Muted));
    }
    out.extend(key(entries, 0, width));
    out
}

/// As in pictures: joint in the ink of counts, competing grey, hostile in the terminal's own.
pub(super) fn tone(tie: Tie) -> Tone {
    match tie {
        Tie::Joint => Tone::Ink(Ink::Count),
        Tie::Competing => Tone::Ink(Ink::Past),
        Tie::Hostile => Tone::Ink(Ink::Estimate),
    }
}
