//! What an ACLED event is: its kind, the part each side has in it, whose forces acted.

use super::actor::Actor;
use crate::incident::{Forces, Kind, Role};

/// The event types of all generations, as far as the kind asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    Battle,
    /// Explosions, air strikes, shelling, mines.
    Remote,
    AgainstCivilians,
    /// Riots, protests, strategic developments.
    NotViolent,
}

impl Event {
    /// `None` for a type that no codebook has.
    pub(crate) fn parse(text: &str) -> Option<Event> {
        let text = text.to_lowercase();
        let starts = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
        if starts(&["battle"]) {
            Some(Event::Battle)
        } else if starts(&["explosions", "remote violence"]) {
            Some(Event::Remote)
        } else if starts(&["violence against civilians"]) {
            Some(Event::AgainstCivilians)
        } else if starts(&["riot", "protest", "strategic development", "headquarters", "non-violent", "violence among"])
        {
            Some(Event::NotViolent)
        } else {
            None
        }
    }
}

/// What the event is, and the roles of its two actors where they are groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Judgement {
    pub(super) kind: Kind,
    pub(super) forces: Forces,
    pub(super) roles: [Role; 2],
}

/// Whether the publisher marks civilians as the main or only target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Targeting {
    Civilians,
    Unmarked,
}

/// Judges an event by its type and its two actors, in the order of the row.
///
/// In violence against civilians and remote violence the perpetrator is the side that is armed, whichever comes first; where
/// both are, the first one.
pub(super) fn judge(event: Event, actors: [Actor; 2], targeting: Targeting) -> Judgement {
    let [a, b] = actors;
    let symmetric = |kind| Judgement { kind, forces: home_first(a.forces(), b.forces()), roles: [Role::Party; 2] };
    match event {
        Event::NotViolent => symmetric(Kind::Other),
        Event::Battle if Actor::are_two_states(a, b) => symmetric(Kind::Interstate),
        Event::Battle if a.is_armed() || b.is_armed() => symmetric(Kind::Clash),
        Event::Battle => symmetric(Kind::Other),
        Event::Remote | Event::AgainstCivilians => {
            if a.is_armed() {
                one_sided(event, a, b, targeting, [Role::Initiator, Role::Target])
            } else if b.is_armed() {
                one_sided(event, b, a, targeting, [Role::Target, Role::Initiator])
            } else {
                symmetric(unarmed(a, b))
            }
        }
    }
}

fn one_sided(event: Event, by: Actor, against: Actor, targeting: Targeting, roles: [Role; 2]) -> Judgement {
    let unarmed = match against {
        Actor::Civilians | Actor::Crowd => true,
        // The victims of this type are civilians by definition.
        Actor::Nobody => event == Event::AgainstCivilians || targeting == Targeting::Civilians,
        Actor::Government { .. } | Actor::External | Actor::Group { .. } => false,
    };
    let kind = match by {
        Actor::Group { .. } => Kind::Attack,
        Actor::Government { .. } if Actor::are_two_states(by, against) => Kind::Interstate,
        Actor::Government { .. } | Actor::External if unarmed => Kind::StateViolence,
        Actor::Government { .. } | Actor::External => Kind::Operation,
        Actor::Nobody | Actor::Crowd | Actor::Civilians => Kind::Other,
    };
    let forces = match kind {
        Kind::Interstate => home_first(by.forces(), against.forces()),
        Kind::Attack | Kind::Operation | Kind::StateViolence | Kind::Clash | Kind::Undetermined | Kind::Other => {
            by.forces()
        }
    };
    Judgement { kind, forces, roles }
}

/// Remote violence or violence against civilians in which no armed side is named.
fn unarmed(a: Actor, b: Actor) -> Kind {
    let crowd = a == Actor::Crowd || b == Actor::Crowd;
    // Where only the victims are named, or nobody is, somebody else did it.
    if crowd || (a, b) == (Actor::Civilians, Actor::Civilians) { Kind::Other } else { Kind::Undetermined }
}

/// Forces of one's own country beside foreign ones are the rule in interventions: an event is foreign only where none of its
/// governments is at home.
fn home_first(a: Forces, b: Forces) -> Forces {
    match (a, b) {
        (Forces::Domestic, _) | (_, Forces::Domestic) => Forces::Domestic,
        (Forces::Foreign, _) | (_, Forces::Foreign) => Forces::Foreign,
        (Forces::None, Forces::None) => Forces::None,
    }
}
