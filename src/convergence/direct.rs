//! Direct evidence: what an incident that names two groups says of their relation. Three columns that are never added, and
//! what cannot be told.
//!
//! What each source lets one know:
//! - ACLED writes two sides, each with its associates: two groups of one side are together, two of opposite sides are enemies,
//!   whatever their roles. Rows of one actor each, put together again, no longer know their sides.
//! - UCDP writes the two sides of a conflict or a group and its civilian victims: of two groups in one row it knows nothing but that they fought.
//! - The GTD lists up to three perpetrators, and says whether their claims compete.
//! - Own sheets give roles. `allies` helped whom the sheet names: where those stand on one side, that side; else nobody knows.
//!   A group that fights beside state forces is written as an ally, not as a party: so parties of a clash with state forces
//!   stand together, and of an ally beside them one cannot tell whose it is.

#[cfg(test)]
mod tests;

use crate::incident::{Authorship, Cast, ClaimState, Forces, Kind, Participant, Role, Row, StatedSide};
use crate::names::Name;

/// Whom to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    Group(Name),
    /// Every group whose family it is; as families are counted.
    Family(Name),
}

impl Named {
    pub fn name(self) -> Name {
        match self {
            Named::Group(name) | Named::Family(name) => name,
        }
    }

    /// Whether the participant is the group, or of the family. The empty name is nobody.
    pub fn is(self, participant: &Participant) -> bool {
        match self {
            Named::Group(name) => !name.is_none() && participant.group == name,
            Named::Family(name) => !name.is_none() && participant.family == name,
        }
    }
}

/// What two groups are to each other in one incident.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Relation {
    /// On opposite sides.
    Hostile,
    /// Each is said to have done it, and not the other.
    Competing,
    /// On one side.
    Joint,
    /// Both are named, and the source does not say on which sides: evidence of none of the three.
    SideUnknown,
}

impl Relation {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Why an incident says what it says of two groups. In the order in which reasons win where a family has several groups in it.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::VariantArray,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Basis {
    /// One attacked the other.
    InitiatorAndTarget,
    /// The two parties of a clash in which no state forces are named: they are its two sides.
    TwoParties,
    /// The source writes them on opposite sides.
    OpposingSides,
    /// Both are named as initiators, and their claims compete.
    TwoClaims,
    BothInitiators,
    /// The ally of an initiator: no group is a target, and no other initiator claims it for itself.
    InitiatorAndAlly,
    /// Parties of a clash with state forces: those are the other side.
    PartiesAgainstForces,
    /// The source writes both parties on one side.
    PartiesOnOneSide,
    /// The ally of the only group that is a party, no state forces being named whose ally it might be.
    PartyAndAlly,
    /// The source writes the ally on the side of the group that was hit.
    TargetAndAlly,
    /// Allies of one side.
    BothAllies,
    /// Struck by one operation, or victims of one attack: that says who fought them, not whether they are together.
    BothTargets,
    /// An ally, and more than one side that it may have helped.
    AllyOfUnknownSide,
    /// A clash of three groups or more without state forces.
    SeveralParties,
    /// Roles that do not say who was on which side, or violence of which nobody knows whose it was.
    SidesNotStated,
    /// Named together in something that was no violence: a protest, an agreement, a change of ground.
    NotViolent,
    /// One of them, or the family's groups, are on both sides.
    OnBothSides,
}

impl Basis {
    /// The word in tables.
    pub fn id(self) -> &'static str {
        self.into()
    }

    pub fn relation(self) -> Relation {
        match self {
            Basis::InitiatorAndTarget | Basis::TwoParties | Basis::OpposingSides => Relation::Hostile,
            Basis::TwoClaims => Relation::Competing,
            Basis::BothInitiators
            | Basis::InitiatorAndAlly
            | Basis::PartiesAgainstForces
            | Basis::PartiesOnOneSide
            | Basis::PartyAndAlly
            | Basis::TargetAndAlly
            | Basis::BothAllies => Relation::Joint,
            Basis::BothTargets
            | Basis::AllyOfUnknownSide
            | Basis::SeveralParties
            | Basis::SidesNotStated
            | Basis::NotViolent
            | Basis::OnBothSides => Relation::SideUnknown,
        }
    }
}

/// An incident, as far as the relation of its groups depends on it.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    pub cast: &'a Cast,
    pub kind: Kind,
    pub forces: Forces,
    pub claim: ClaimState,
}

impl<'a> Scene<'a> {
    pub fn of(row: Row<'a>) -> Scene<'a> {
        Scene { cast: row.cast(), kind: row.kind(), forces: row.forces(), claim: row.claim() }
    }

    /// How many groups have the role.
    fn count(&self, role: Role) -> usize {
        self.cast.participants().iter().filter(|p| p.role == role).count()
    }
}

/// What one incident says of two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Direct {
    pub basis: Basis,
    /// Suspected where it takes an attribution that is only suspected to say so.
    pub authorship: Authorship,
}

/// What the incident says of `a` and `b`; `None` where it does not name both. Whoever belongs to both stands for neither, so that
/// nothing is set beside itself: a group and its own family have no entry.
///
/// Where a family has several groups in the incident, a hostile pair goes before competing claims, those before a joint one,
/// and any of these before what cannot be told; hostile and joint pairs in one incident say that it stood on both sides.
pub fn direct(scene: Scene<'_>, a: Named, b: Named) -> Option<Direct> {
    let people = scene.cast.participants();
    let only = |one: Named, other: Named| people.iter().filter(move |p| one.is(p) && !other.is(p));
    let pairs = || only(a, b).flat_map(|p| only(b, a).filter(move |q| q.group != p.group).map(move |q| (p, q)));
    let found: Vec<Direct> = pairs()
        .map(|(p, q)| Direct { basis: basis(&scene, p, q), authorship: p.authorship.max(q.authorship) })
        .collect();
    let first = found.iter().map(|one| one.basis).min()?;
    let has = |relation| found.iter().any(|one| one.basis.relation() == relation);
    let basis = if has(Relation::Hostile) && has(Relation::Joint) { Basis::OnBothSides } else { first };
    let of_it = found.iter().filter(|one| basis == Basis::OnBothSides || one.basis.relation() == basis.relation());
    let authorship = of_it.map(|one| one.authorship).min().expect("the reason is that of some pair");
    Some(Direct { basis, authorship })
}

/// What the source's sides say of two groups.
enum Stand {
    Together,
    Apart,
    Unstated,
}

fn stand(p: &Participant, q: &Participant) -> Stand {
    match (p.side, q.side) {
        (StatedSide::Unstated, _) | (_, StatedSide::Unstated) => Stand::Unstated,
        (StatedSide::First, StatedSide::First) | (StatedSide::Second, StatedSide::Second) => Stand::Together,
        (StatedSide::First, StatedSide::Second) | (StatedSide::Second, StatedSide::First) => Stand::Apart,
    }
}

fn basis(scene: &Scene<'_>, p: &Participant, q: &Participant) -> Basis {
    match scene.kind {
        Kind::Other => return Basis::NotViolent,
        Kind::Undetermined => return Basis::SidesNotStated,
        Kind::Attack | Kind::Operation | Kind::StateViolence | Kind::Clash | Kind::Interstate => {}
    }
    match ((p.role, q.role), stand(p, q)) {
        ((Role::Initiator, Role::Initiator), _) => match scene.claim {
            ClaimState::Competing => Basis::TwoClaims,
            ClaimState::Claimed | ClaimState::Unclaimed | ClaimState::Denied | ClaimState::Unknown => {
                Basis::BothInitiators
            }
        },
        ((Role::Target, Role::Target), _) => Basis::BothTargets,
        ((Role::Initiator, Role::Target) | (Role::Target, Role::Initiator), _) => Basis::InitiatorAndTarget,
        ((Role::Party, Role::Party), Stand::Apart) => Basis::TwoParties,
        (_, Stand::Apart) => Basis::OpposingSides,
        ((Role::Initiator, Role::Ally) | (Role::Ally, Role::Initiator), Stand::Together) => Basis::InitiatorAndAlly,
        ((Role::Target, Role::Ally) | (Role::Ally, Role::Target), Stand::Together) => Basis::TargetAndAlly,
        ((Role::Party, Role::Ally) | (Role::Ally, Role::Party), Stand::Together) => Basis::PartyAndAlly,
        ((Role::Party, Role::Party), Stand::Together) => Basis::PartiesOnOneSide,
        ((Role::Ally, Role::Ally), Stand::Together) => Basis::BothAllies,
        ((Role::Initiator, Role::Ally) | (Role::Ally, Role::Initiator), Stand::Unstated) => {
            helped(scene, Basis::InitiatorAndAlly)
        }
        ((Role::Party, Role::Ally) | (Role::Ally, Role::Party), Stand::Unstated) => helped(scene, Basis::PartyAndAlly),
        ((Role::Ally, Role::Ally), Stand::Unstated) => helped(scene, Basis::BothAllies),
        // A militia that helps state forces in an operation is written as an ally too.
        ((Role::Target, Role::Ally) | (Role::Ally, Role::Target), Stand::Unstated) => Basis::AllyOfUnknownSide,
        ((Role::Party, Role::Party), Stand::Unstated) => parties(scene),
        ((Role::Initiator | Role::Target, Role::Party) | (Role::Party, Role::Initiator | Role::Target), _) => {
            Basis::SidesNotStated
        }
    }
}

/// `basis` where the groups that an ally may have helped are all on one side.
fn helped(scene: &Scene<'_>, basis: Basis) -> Basis {
    let [initiators, targets, parties] = [Role::Initiator, Role::Target, Role::Party].map(|role| scene.count(role));
    let rivals = initiators > 1 && scene.claim == ClaimState::Competing;
    let is_of_initiators = initiators > 0 && targets == 0 && parties == 0 && !rivals;
    let is_clash = scene.kind == Kind::Clash && scene.forces == Forces::None;
    let is_of_party = is_clash && parties == 1 && initiators == 0 && targets == 0;
    if is_of_initiators || is_of_party { basis } else { Basis::AllyOfUnknownSide }
}

/// Parties of a clash of which the source writes no sides.
fn parties(scene: &Scene<'_>) -> Basis {
    match (scene.kind, scene.forces) {
        (Kind::Clash, Forces::Domestic | Forces::Foreign) => Basis::PartiesAgainstForces,
        (Kind::Clash, Forces::None) if scene.count(Role::Party) == 2 => Basis::TwoParties,
        (Kind::Clash, Forces::None) => Basis::SeveralParties,
        (
            Kind::Attack | Kind::Operation | Kind::StateViolence | Kind::Interstate | Kind::Undetermined | Kind::Other,
            _,
        ) => Basis::SidesNotStated,
    }
}

/// One dated incident that names both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerEntry {
    /// Its row in the table of incidents.
    pub row: usize,
    pub basis: Basis,
    pub authorship: Authorship,
}

impl LedgerEntry {
    pub fn relation(self) -> Relation {
        self.basis.relation()
    }
}

/// Every incident among `rows` that names both, by day, then by id, then by where it stands in its file.
pub fn ledger<'r>(rows: impl IntoIterator<Item = Row<'r>>, a: Named, b: Named) -> Vec<LedgerEntry> {
    let entry = |row: Row<'r>| {
        let Direct { basis, authorship } = direct(Scene::of(row), a, b)?;
        Some(((row.start(), row.id(), row.line()), LedgerEntry { row: row.index, basis, authorship }))
    };
    let mut found: Vec<_> = rows.into_iter().filter_map(entry).collect();
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found.into_iter().map(|(_, entry)| entry).collect()
}
