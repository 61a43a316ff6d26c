//! Network: incidents that name two organisations. Nearness is no link and is not drawn.

use super::frame::{self, Parts};
use super::pair::declared_in_words;
use super::{Chart, NotDrawn, Pick, Reach, Subject, words};
use crate::analysis::{Analysis, Evidence, Need, Part};
use crate::convergence::{Named, Relation};
use crate::figure::{Figure, Link, Network, Node, Shape, Tie};
use crate::messages::{Message, Messages};
use crate::names::Name;
use crate::registry::Entry;
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct PairNetwork;

/// Declared relations that are named under the picture.
const DECLARED: usize = 4;
/// Hostility comes first.
const ORDER: [Tie; 3] = [Tie::Hostile, Tie::Joint, Tie::Competing];

impl Entry for PairNetwork {
    fn id(&self) -> &'static str {
        "convergence-network"
    }

    fn about(&self) -> &'static str {
        "Network of the incidents that name two groups: on one side, both claiming, against each other"
    }

    fn example(&self) -> String {
        "incident-trends chart convergence-network -o convergence-network.svg".to_owned()
    }
}

/// Incidents of a pair by what they say of it.
type Ties = BTreeMap<Tie, u64>;

impl Chart for PairNetwork {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn table(&self) -> &'static str {
        "joint_incidents"
    }

    fn need(&self, _: &Analysis, _: Subject) -> Need {
        Need::Only { series: Vec::new(), parts: &[Part::Direct] }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        if pick.subject != Subject::All {
            return Err(NotDrawn::NotForSubject);
        }
        let pairs = pairs(analysis);
        if pairs.is_empty() {
            return Err(NotDrawn::NoDirect);
        }
        let named: BTreeSet<Name> = pairs.keys().flat_map(|&(a, b)| [a, b]).collect();
        let groups: Vec<_> = analysis.groups.iter().filter(|g| named.contains(&g.name)).collect();
        let places: BTreeMap<Name, usize> = groups.iter().enumerate().map(|(at, group)| (group.name, at)).collect();
        let at = |name: Name| places.get(&name).copied();
        let nodes = groups.iter().map(|group| Node {
            name: analysis.text(group.name).to_owned(),
            incidents: group.total.value(),
            ink: words::ink(analysis, Subject::Group(group.name)),
            // A group has its own colour on every chart of a run, so a family has none.
            family: String::new(),
        });
        let mut ranked: Vec<(&(Name, Name), &Ties)> = pairs.iter().collect();
        ranked.sort_by_cached_key(|((a, b), ties)| {
            let names = [*a, *b].map(|name| analysis.text(name).to_owned());
            (std::cmp::Reverse(ties.values().sum::<u64>()), names)
        });
        let links = ranked.iter().flat_map(|((a, b), ties)| {
            let nodes = at(*a).zip(at(*b));
            ties.iter().filter_map(move |(&tie, &count)| Some(Link { nodes: nodes?, tie, count }))
        });
        let shape = Shape::Network(Network {
            unit: m.say(Message::ChartNetworkUnit {}),
            nodes: nodes.collect(),
            links: links.collect(),
        });
        let told: Vec<String> = ranked.iter().map(|(pair, ties)| told_ties(m, analysis, **pair, ties)).collect();
        // Of the pair that is named most often what weighs most: no two kinds are added up in a title.
        let (pair, ties) = ranked[0];
        let weightiest = ORDER.into_iter().find_map(|tie| Some((tie, *ties.get(&tie)?)));
        let most = told_ties(m, analysis, *pair, &weightiest.into_iter().collect());
        let parts = Parts {
            title: m.say(Message::ChartTitleNetwork { n: (pairs.len() as f64).into(), most }),
            unit: m.say(Message::ChartUnitNetwork {}),
            alt: {
                let names: Vec<&str> = groups.iter().map(|g| analysis.text(g.name)).collect();
                m.say(Message::ChartAltNetwork { names: m.list(&names), told: m.clauses(&told) })
            },
            shape,
            notes: notes(m, analysis),
            extent: 0..analysis.periods.len(),
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// The pairs of organisations that an incident says something of; by the first name met, which is the first by name.
fn pairs(analysis: &Analysis) -> BTreeMap<(Name, Name), Ties> {
    let mut pairs: BTreeMap<(Name, Name), Ties> = BTreeMap::new();
    for entry in &analysis.direct {
        let (Named::Group(a), Named::Group(b)) = (entry.a, entry.b) else { continue };
        let Evidence::Incident(found) = &entry.evidence else { continue };
        let tie = match found.relation() {
            Relation::Joint => Tie::Joint,
            Relation::Competing => Tie::Competing,
            Relation::Hostile => Tie::Hostile,
            Relation::SideUnknown => continue,
        };
        *pairs.entry((a, b)).or_default().entry(tie).or_default() += 1;
    }
    pairs
}

/// `Hill Brigade and Shore Front: 14 against each other, 15 on the same side`; hostility first.
fn told_ties(m: &Messages, analysis: &Analysis, (a, b): (Name, Name), ties: &Ties) -> String {
    let counts = ORDER.into_iter().filter_map(|tie| {
        let n = text::count(*ties.get(&tie)? as f64);
        Some(m.say(Message::ChartTie { n, tie: tie.say(m) }))
    });
    let names = m.list(&[a, b].map(|name| analysis.text(name)));
    m.say(Message::ChartTold { name: names, told: m.series(&counts.collect::<Vec<_>>()) })
}

fn notes(m: &Messages, analysis: &Analysis) -> Vec<String> {
    let mut notes = vec![m.say(Message::ChartNoteNetwork {})];
    let unknown = analysis.direct.iter().filter(|entry| match (&entry.evidence, entry.a, entry.b) {
        (Evidence::Incident(found), Named::Group(_), Named::Group(_)) => found.relation() == Relation::SideUnknown,
        (Evidence::Incident(_) | Evidence::Declared { .. }, _, _) => false,
    });
    match unknown.count() {
        0 => {}
        n => notes.push(m.say(Message::ChartNoteUnknownPairs { n: (n as f64).into() })),
    }
    let declared: Vec<String> = analysis
        .direct
        .iter()
        .filter_map(|entry| {
            let told = declared_in_words(m, &entry.evidence)?;
            let name = m.list(&[entry.a, entry.b].map(|one| analysis.text(one.name())));
            Some(m.say(Message::ChartTold { name, told }))
        })
        .collect();
    if !declared.is_empty() {
        let mut shown = declared[..declared.len().min(DECLARED)].to_vec();
        if declared.len() > DECLARED {
            shown.push(m.say(Message::ChartMoreDeclared { n: ((declared.len() - DECLARED) as f64).into() }));
        }
        notes.push(m.say(Message::ChartNoteDeclared { told: m.clauses(&shown) }));
    }
    notes
}
