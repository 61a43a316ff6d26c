//! A lexicon: everything that the numbers in a table's rows stand for, each distinct value once.

use super::parts::{Act, Losses, Site};
use super::{Cast, Draft, Member, Participant};
use crate::names::{Interned, Name, Pool};
use serde::{Deserialize, Serialize};

/// Names, casts, sets of outlets and the recurring parts of incidents.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    pub pool: Pool,
    pub casts: Interned<Cast>,
    /// Who reported, as sorted sets.
    pub outlets: Interned<Vec<Name>>,
    pub(super) acts: Interned<Act>,
    pub(super) sites: Interned<Site>,
    pub(super) losses: Interned<Losses>,
}

/// How much of a lexicon somebody knows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    names: usize,
    casts: usize,
    outlets: usize,
    acts: usize,
    sites: usize,
    losses: usize,
}

/// What a lexicon has beyond what somebody knows, in order.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct News {
    names: Vec<String>,
    casts: Vec<Cast>,
    outlets: Vec<Vec<Name>>,
    acts: Vec<Act>,
    sites: Vec<Site>,
    losses: Vec<Losses>,
}

/// The numbers that the entries of one lexicon have in another.
#[derive(Clone, Debug, Default)]
pub(super) struct Translation {
    names: Vec<Name>,
    casts: Vec<u32>,
    pub(super) outlets: Vec<u32>,
    pub(super) acts: Vec<u32>,
    pub(super) sites: Vec<u32>,
    pub(super) losses: Vec<u32>,
}

impl Translation {
    pub(super) fn name(&self, code: u32) -> Name {
        self.names[code as usize]
    }
}

impl Lexicon {
    pub(super) fn act(&mut self, draft: &Draft<'_>) -> u32 {
        let members = draft.members.iter().enumerate();
        let participants = members.map(|(rank, member)| self.participant(rank, member)).collect();
        let act = Act {
            date_precision: draft.date_precision,
            kind: draft.kind,
            forces: draft.forces,
            cast: self.casts.intern(Cast::new(participants)),
            claim: draft.claim,
            tactic: self.pool.intern(draft.tactic),
            target: self.pool.intern(draft.target),
            category: self.pool.intern(draft.category),
            headline: draft.headline,
            success: draft.success,
            suicide: draft.suicide,
        };
        self.acts.intern(act)
    }

    pub(super) fn site(&mut self, draft: &Draft<'_>) -> u32 {
        let site = Site {
            country: self.pool.intern(draft.country),
            region: self.pool.intern(draft.region),
            district: self.pool.intern(draft.district),
            place: self.pool.intern(draft.place),
            precision: draft.place_precision,
        };
        self.sites.intern(site)
    }

    pub(super) fn losses(&mut self, draft: &Draft<'_>) -> u32 {
        self.losses.intern(Losses {
            weight: draft.weight,
            killed: draft.killed,
            injured: draft.injured,
            killed_by: draft.killed_by,
            injured_by: draft.injured_by,
            arrested: draft.arrested,
            abducted: draft.abducted,
        })
    }

    pub(super) fn outlets(&mut self, outlets: &[&str]) -> u32 {
        let mut outlets: Vec<Name> = outlets.iter().map(|outlet| self.pool.intern(outlet)).collect();
        outlets.sort_unstable();
        outlets.dedup();
        self.outlets.intern(outlets)
    }

    fn participant(&mut self, rank: usize, member: &Member<'_>) -> Participant {
        Participant {
            group: self.pool.intern(member.name),
            family: self.pool.intern(member.family),
            class: member.class,
            role: member.role,
            authorship: member.authorship,
            standing: member.standing,
            side: member.side,
            rank: rank as u32,
        }
    }

    /// What is new to somebody who knows so much, who knows it all from now on.
    pub(super) fn news(&self, known: &mut Told) -> News {
        let news = News {
            names: self.pool.since(known.names).map(str::to_owned).collect(),
            casts: self.casts.since(known.casts).to_vec(),
            outlets: self.outlets.since(known.outlets).to_vec(),
            acts: self.acts.since(known.acts).to_vec(),
            sites: self.sites.since(known.sites).to_vec(),
            losses: self.losses.since(known.losses).to_vec(),
        };
        known.names += news.names.len();
        known.casts += news.casts.len();
        known.outlets += news.outlets.len();
        known.acts += news.acts.len();
        known.sites += news.sites.len();
        known.losses += news.losses.len();
        news
    }

    /// Takes in what another lexicon has that it did not have before.
    pub(super) fn learn(&mut self, news: News, translation: &mut Translation) {
        let Translation { names, casts, outlets, acts, sites, losses } = translation;
        names.extend(news.names.iter().map(|text| self.pool.intern(text)));
        let rename = |name: Name| names[name.code() as usize];
        for cast in news.casts {
            let renamed =
                cast.filter_map(|p| Some(Participant { group: rename(p.group), family: rename(p.family), ..p }));
            casts.push(self.casts.intern(renamed));
        }
        for set in news.outlets {
            let mut set: Vec<Name> = set.into_iter().map(rename).collect();
            set.sort_unstable();
            outlets.push(self.outlets.intern(set));
        }
        for act in news.acts {
            acts.push(self.acts.intern(Act {
                cast: casts[act.cast as usize],
                tactic: rename(act.tactic),
                target: rename(act.target),
                category: rename(act.category),
                ..act
            }));
        }
        for site in news.sites {
            sites.push(self.sites.intern(Site {
                country: rename(site.country),
                region: rename(site.region),
                district: rename(site.district),
                place: rename(site.place),
                precision: site.precision,
            }));
        }
        losses.extend(news.losses.into_iter().map(|one| self.losses.intern(one)));
    }
}
