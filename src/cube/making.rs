//! A window in the making: sums are found by the number of their key, and written down in few bytes once all rows are in.

use super::Key;
use super::coding::Sum;
use super::count::{Days, Spec, days};
use super::entry::Entry;
use super::keys::{Inside, Part, Share, Who, places};
use super::multiset::Multiset;
use super::piece::{self, Piece};
use crate::incident::{Incidents, Kind, Row};
use crate::measure::{Amount, LANES};
use crate::names::{Name, Region};
use crate::period::Day;
use crate::source::Attribution;
use rustc_hash::FxHashMap;

/// What stands for "no sum" and "no key".
const NONE: u32 = u32::MAX;

/// Counts windows one after the other. What it finds out about keys it keeps for the next window.
pub(super) struct Making<'a> {
    incidents: &'a Incidents,
    spec: &'a Spec<'a>,
    keys: Keys,
    /// By the number of the act.
    acts: FxHashMap<u32, Acting>,
    /// By the number of the site and the kind.
    sites: FxHashMap<(u32, Kind), Vec<(u32, Part)>>,
    inside: FxHashMap<(Region, Inside), u32>,
    /// Whole pieces by the number of the losses, and what else decides them.
    pieces: FxHashMap<(u32, Marks), Piece>,
    sums: Sums,
}

/// What of an act decides what a row counts for, beside its losses.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Marks {
    suicide: Option<bool>,
    attributed: bool,
    unattributed: bool,
    suspected: bool,
    foreign: bool,
    failed: bool,
}

/// The keys of an act by their numbers.
struct Acting {
    who: Who,
    keys: Vec<u32>,
    marks: Marks,
}

/// Every key that came up, with a number, and the number of the same key for every kind.
#[derive(Default)]
struct Keys {
    numbers: FxHashMap<Key, u32>,
    keys: Vec<Key>,
    of_every_kind: Vec<u32>,
}

impl Keys {
    fn number(&mut self, key: Key) -> u32 {
        if let Some(&number) = self.numbers.get(&key) {
            return number;
        }
        let every = key.facet.of_every_kind().map_or(NONE, |facet| self.number(Key { facet, ..key }));
        let number = self.keys.len() as u32;
        self.numbers.insert(key, number);
        self.keys.push(key);
        self.of_every_kind.push(every);
        number
    }
}

/// The sums of one window.
#[derive(Default)]
struct Sums {
    /// The place of the sum of each key, by the key's number.
    places: Vec<u32>,
    /// The keys that have sums, in the order in which they came.
    touched: Vec<u32>,
    lanes: Vec<[Amount; LANES]>,
    /// The multisets of those that have any; kept from window to window for their room.
    sets: Vec<Sets>,
}

#[derive(Default)]
struct Sets {
    killed: Multiset<Amount>,
    injured: Multiset<Amount>,
    first_seen: Multiset<Day>,
}

impl Sums {
    /// The place of a key's sum.
    fn place(&mut self, key: u32) -> usize {
        if self.places.len() <= key as usize {
            self.places.resize(key as usize + 1, NONE);
        }
        let place = &mut self.places[key as usize];
        if *place == NONE {
            *place = self.touched.len() as u32;
            self.touched.push(key);
            self.lanes.push([Amount::ZERO; LANES]);
            if self.sets.len() < self.touched.len() {
                self.sets.push(Sets::default());
            }
        }
        *place as usize
    }

    fn add(&mut self, key: u32, piece: &Piece, part: Part) {
        let place = self.place(key);
        let lanes = &mut self.lanes[place];
        piece.lanes.iter().for_each(|&(lane, n)| lanes[lane] += n);
        match part {
            Part::Cell => {}
            Part::Whole => {
                let sets = &mut self.sets[place];
                piece.killed.into_iter().for_each(|(toll, n)| sets.killed.add_one(toll, n));
                piece.injured.into_iter().for_each(|(toll, n)| sets.injured.add_one(toll, n));
                piece.first_seen.into_iter().for_each(|(day, n)| sets.first_seen.add_one(day, n));
            }
        }
    }

    /// Adds what was counted by kind under every kind: each row has one kind, so the sums are those of the rows.
    fn roll_up(&mut self, of_every_kind: &[u32]) {
        for from in 0..self.touched.len() {
            let key = of_every_kind[self.touched[from] as usize];
            if key == NONE {
                continue;
            }
            let into = self.place(key);
            let lanes = self.lanes[from];
            self.lanes[into].iter_mut().zip(lanes).for_each(|(mine, n)| *mine += n);
            let sets = std::mem::take(&mut self.sets[from]);
            self.sets[into].killed.add(&sets.killed);
            self.sets[into].injured.add(&sets.injured);
            self.sets[into].first_seen.add(&sets.first_seen);
            self.sets[from] = sets;
        }
    }

    fn clear(&mut self) {
        for key in self.touched.drain(..) {
            self.places[key as usize] = NONE;
        }
        self.lanes.clear();
        for sets in &mut self.sets {
            sets.killed.clear();
            sets.injured.clear();
            sets.first_seen.clear();
        }
    }
}

/// What is counted in one window, encoded.
#[derive(Default)]
pub(super) struct Counted {
    keys: Vec<(Key, usize)>,
    bytes: Vec<u8>,
}

impl Counted {
    /// Each key with what is counted under it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Key, &[u8])> {
        let mut from = 0;
        self.keys.iter().map(move |&(key, end)| {
            let encoded = &self.bytes[from..end];
            from = end;
            (key, encoded)
        })
    }
}

impl<'a> Making<'a> {
    pub(super) fn new(incidents: &'a Incidents, spec: &'a Spec<'a>) -> Making<'a> {
        Making {
            incidents,
            spec,
            keys: Keys::default(),
            acts: FxHashMap::default(),
            sites: FxHashMap::default(),
            inside: FxHashMap::default(),
            pieces: FxHashMap::default(),
            sums: Sums::default(),
        }
    }

    /// Counts the rows of a window.
    pub(super) fn window(&mut self, rows: &[u32], window: u32) -> Counted {
        let table = self.incidents.rows();
        for row in rows.iter().map(|&row| table.get(row as usize)) {
            let is_divided = self.spec.attribution == Attribution::Fractional;
            match days(row, self.spec) {
                Days::One(_) if !is_divided => self.whole(row),
                Days::One(_) => self.parts(row, &piece::whole(row, self.spec)),
                Days::Several(days) => {
                    let pieces = piece::spread(days, &piece::whole(row, self.spec), self.spec);
                    let here = pieces.into_iter().filter(|(in_window, _)| *in_window == window);
                    here.for_each(|(_, piece)| self.parts(row, &piece));
                }
            }
        }
        self.sums.roll_up(&self.keys.of_every_kind);
        let counted = self.written();
        self.sums.clear();
        counted
    }

    fn written(&self) -> Counted {
        let mut counted = Counted::default();
        let mut lanes = Vec::with_capacity(LANES);
        for (place, &key) in self.sums.touched.iter().enumerate() {
            lanes.clear();
            lanes.extend(self.sums.lanes[place].into_iter().enumerate().filter(|(_, n)| *n != Amount::ZERO));
            let sets = &self.sums.sets[place];
            let (killed, injured) = (sets.killed.as_slice(), sets.injured.as_slice());
            let sum = Sum { lanes: &lanes, killed, injured, first_seen: sets.first_seen.as_slice() };
            sum.encode(&mut counted.bytes);
            counted.keys.push((self.keys.keys[key as usize], counted.bytes.len()));
        }
        counted
    }

    /// Adds a row that counts as a whole under each of its keys.
    fn whole(&mut self, row: Row<'_>) {
        let (act, spec) = (row.act_code(), self.spec);
        let keys = &mut self.keys;
        let acting = self.acts.entry(act).or_insert_with(|| Acting::of(row, spec, keys));
        let at = (row.losses_code(), acting.marks);
        let piece = self.pieces.entry(at).or_insert_with(|| {
            let piece = Piece::from(&piece::whole(row, spec));
            Piece { first_seen: None, ..piece }
        });
        // Who reported it is no matter of the losses.
        piece.first_seen = spec.novelty.of_row(row).map(|day| (day, row.weight()));
        for (&key, &(_, part, _)) in acting.keys.iter().zip(&acting.who.keys) {
            self.sums.add(key, piece, part);
        }
        let site = row.site();
        let kind = row.kind();
        let placed = self.sites.entry((row.site_code(), kind)).or_insert_with(|| {
            places(kind, site, spec).into_iter().map(|(key, part)| (keys.number(key), part)).collect()
        });
        placed.iter().for_each(|&(key, part)| self.sums.add(key, piece, part));
        for &(inside, _) in &acting.who.inside {
            let region = site.region();
            let key = *self.inside.entry((region, inside)).or_insert_with(|| keys.number(inside.of(region)));
            self.sums.add(key, piece, Part::Cell);
        }
    }

    /// Adds a piece of a row under each of its keys, divided among its groups where incidents are.
    fn parts(&mut self, row: Row<'_>, entry: &Entry) {
        let who = Who::of(row.act(), row.cast(), self.spec);
        let parts = match self.spec.attribution {
            Attribution::Fractional => piece::split(entry, who.members.len()),
            Attribution::Involved | Attribution::First | Attribution::Initiator => Vec::new(),
        };
        let share = |share: Share| match share {
            Share::All => entry.clone(),
            Share::Member(at) => parts.get(at).unwrap_or(entry).clone(),
            Share::Family(family) => family_share(&who, family, &parts).unwrap_or_else(|| entry.clone()),
        };
        let placed = places(row.kind(), row.site(), self.spec).into_iter().map(|(key, part)| (key, part, Share::All));
        let region = row.region();
        let inside = who.inside.iter().map(|&(inside, share)| (inside.of(region), Part::Cell, share));
        for (key, part, of) in who.keys.iter().copied().chain(placed).chain(inside) {
            let key = self.keys.number(key);
            self.sums.add(key, &Piece::from(&share(of)), part);
        }
    }
}

/// Where incidents are divided, a family has the shares of all its members.
fn family_share(who: &Who, family: Name, parts: &[Entry]) -> Option<Entry> {
    let members = who.members.iter().zip(parts).filter(|((_, of, _), _)| *of == family);
    members.map(|(_, part)| part.clone()).reduce(|mut sum, part| {
        sum.add(&part);
        sum
    })
}

impl Acting {
    fn of(row: Row<'_>, spec: &Spec, keys: &mut Keys) -> Acting {
        let who = Who::of(row.act(), row.cast(), spec);
        let numbers = who.keys.iter().map(|&(key, _, _)| keys.number(key)).collect();
        Acting { keys: numbers, marks: Marks::of(row), who }
    }
}

impl Marks {
    fn of(row: Row<'_>) -> Marks {
        use crate::incident::{Forces, Success};
        let cast = row.cast();
        Marks {
            suicide: row.suicide(),
            attributed: cast.attributed(),
            unattributed: cast.unattributed(),
            suspected: cast.only_suspected(),
            foreign: row.forces() == Forces::Foreign,
            failed: row.success() == Success::Failed,
        }
    }
}
