//! Under which keys a row counts. DESIGN, rules 4 to 6 and 8.

use super::count::{Detail, Spec};
use super::{Facet, Key, Scope};
use crate::incident::{Act, Cast, Kind, Participant, Role, Site};
use crate::names::{District, Name, Region};
use crate::source::Attribution;

/// What of a row is counted under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// Without the multisets, which only the larger scopes hold.
    Cell,
}

/// Whose part of a row is counted under a key, where rows are divided among their groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    All,
    /// That of one of the row's [`Members`].
    Member(usize),
    /// Those of all members of the family, together.
    Family(Name),
}

/// A key inside a region that is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Inside {
    /// A group, `Name::NONE` for the unattributed; every kind together.
    Group(Name),
    Tactic(Kind, Name),
    Target(Kind, Name),
}

impl Inside {
    pub(super) fn of(self, region: Region) -> Key {
        match self {
            Inside::Group(group) => Key { scope: Scope::GroupRegion(group, region), facet: Facet::ALL },
            Inside::Tactic(kind, tactic) => {
                Key { scope: Scope::Region(region), facet: Facet::Tactic { kind: Some(kind), tactic } }
            }
            Inside::Target(kind, target) => {
                Key { scope: Scope::Region(region), facet: Facet::Target { kind: Some(kind), target } }
            }
        }
    }
}

/// The groups for which a row counts, each once, with family and roles.
pub(super) type Members = Vec<(Name, Name, Vec<Role>)>;

/// The keys that a row has by what happened and who took part. Every kind together is the sum of the kinds: it is made at the end.
pub(super) struct Who {
    pub(super) members: Members,
    pub(super) keys: Vec<(Key, Part, Share)>,
    /// Those that also need its region.
    pub(super) inside: Vec<(Inside, Share)>,
}

impl Who {
    pub(super) fn of(act: &Act, cast: &Cast, spec: &Spec) -> Who {
        let members = members(cast, spec.attribution);
        let mut who = Who { members, keys: Vec::new(), inside: Vec::new() };
        let kind = Some(act.kind);
        who.put(act.kind, Scope::All, &[], Share::All);
        if spec.detail == Detail::Whole {
            return who;
        }
        if cast.unattributed() {
            who.put(act.kind, Scope::UNATTRIBUTED, &[], Share::All);
        }
        let members = who.members.clone();
        let mut families: Vec<Name> = Vec::new();
        for (at, (group, family, roles)) in members.iter().enumerate() {
            who.put(act.kind, Scope::Group(*group), roles, Share::Member(at));
            // Two factions in one incident are one incident of the family.
            if !family.is_none() && !families.contains(family) {
                families.push(*family);
            }
        }
        for family in families {
            who.put(act.kind, Scope::Family(family), &[], Share::Family(family));
        }
        if !details(act.kind, spec) {
            return who;
        }
        if cast.unattributed() {
            who.inside.push((Inside::Group(Name::NONE), Share::All));
        }
        let groups = || members.iter().enumerate().map(|(at, (group, _, _))| (*group, Share::Member(at)));
        who.inside.extend(groups().map(|(group, share)| (Inside::Group(group), share)));
        let scopes = || groups().map(|(group, share)| (Scope::Group(group), share)).chain([(Scope::All, Share::All)]);
        for (scope, share) in scopes() {
            if !act.tactic.is_none() {
                let facet = Facet::Tactic { kind, tactic: act.tactic };
                who.keys.push((Key { scope, facet }, Part::Cell, share));
            }
            if !act.target.is_none() {
                let facet = Facet::Target { kind, target: act.target };
                who.keys.push((Key { scope, facet }, Part::Cell, share));
            }
        }
        if !act.tactic.is_none() {
            who.inside.push((Inside::Tactic(act.kind, act.tactic), Share::All));
        }
        if !act.target.is_none() {
            who.inside.push((Inside::Target(act.kind, act.target), Share::All));
        }
        who
    }

    /// The ledger of a scope, for any role and for each of these.
    fn put(&mut self, kind: Kind, scope: Scope, roles: &[Role], share: Share) {
        let key = |role| Key { scope, facet: Facet::Ledger { kind: Some(kind), role } };
        self.keys.push((key(None), Part::Whole, share));
        self.keys.extend(roles.iter().map(|&role| (key(Some(role)), Part::Whole, share)));
    }
}

/// What of a site decides the keys of a row: that of many places is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Spot {
    pub(super) region: Region,
    /// Where districts are counted, and the site is placed that exactly.
    district: Option<Name>,
}

impl Spot {
    pub(super) fn of(site: &Site, spec: &Spec) -> Spot {
        let is_counted = spec.detail == Detail::Everything && !site.precision.coarser_than_district();
        Spot { region: site.region(), district: Some(site.district).filter(|name| is_counted && !name.is_none()) }
    }
}

/// The keys that a row has by where it happened: its region, and its district.
pub(super) fn places(kind: Kind, spot: Spot, spec: &Spec) -> Vec<(Key, Part)> {
    if spec.detail == Detail::Whole {
        return Vec::new();
    }
    let key = |scope| Key { scope, facet: Facet::kind(kind) };
    let mut keys = vec![(key(Scope::Region(spot.region)), Part::Whole)];
    if let Some(name) = spot.district.filter(|_| details(kind, spec)) {
        keys.push((key(Scope::District(District { region: spot.region, name })), Part::Cell));
    }
    keys
}

/// Districts, group by region, tactics and targets: only of what counts.
fn details(kind: Kind, spec: &Spec) -> bool {
    spec.detail == Detail::Everything && kind.counts()
}

/// The groups for which the row counts, each once, with family and roles.
fn members(cast: &Cast, attribution: Attribution) -> Members {
    let participants = cast.participants();
    let first = participants.iter().map(|p| p.rank).min();
    let counts = |p: &&Participant| match attribution {
        Attribution::Involved | Attribution::Fractional => true,
        Attribution::First => Some(p.rank) == first,
        Attribution::Initiator => p.role == Role::Initiator,
    };
    let mut members = Members::new();
    // A generic member without a name stands for "nobody named": the unattributed series counts it.
    for p in participants.iter().filter(counts).filter(|p| !p.group.is_none()) {
        match members.iter_mut().find(|(group, _, _)| *group == p.group) {
            Some((_, _, roles)) => roles.push(p.role),
            None => members.push((p.group, p.family, vec![p.role])),
        }
    }
    members
}
