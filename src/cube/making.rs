//! A window in the making: sums are found by the number of their key, and written down in few bytes once all rows are in.

use super::Key;
use super::count::{Days, MultiDay, Spec, days};
use super::entry::Entry;
use super::keys::{Inside, Part, Share, Spot, Who, places};
use super::piece::{self, Lanes, Marks, Piece};
use super::placement::Gathered;
use super::sums::{Counted, NONE, Sums};
use crate::incident::{Incidents, Kind, Row};
use crate::names::{Interned, Name, Region};
use crate::source::Attribution;
use rustc_hash::FxHashMap;
use strum::VariantArray;

/// Counts windows one after the other. What it finds out about keys it keeps for the next window.
pub(super) struct Making<'a> {
    incidents: &'a Incidents,
    spec: &'a Spec<'a>,
    keys: Keys,
    /// By the number of the act, once a row has it.
    acts: Vec<Option<Acting>>,
    /// The number of its spot by the number of the site, once a row has it: sites are many, and what they come to here is little.
    sites: Vec<u32>,
    spots: Interned<Spot>,
    /// By the number of the spot.
    placed: Vec<Placed>,
    /// The keys of acts and sites, and what acts have inside a region: few bytes that lie together, for every row looks here.
    listed: Vec<u32>,
    regions: Interned<Region>,
    insides: Interned<Inside>,
    marks: Interned<Marks>,
    /// Keys inside a region, by the numbers of both.
    inside: FxHashMap<(u32, u32), u32>,
    /// Whole pieces, and the number of each by the numbers of what decides it beside the losses, and of those.
    pieces: Vec<Piece>,
    pieced: Vec<Vec<u32>>,
    lanes: Lanes,
    sums: Sums,
}

/// What an act has, by numbers: its keys and then what it has inside a region lie side by side in [`Making::listed`].
#[derive(Clone, Copy)]
struct Acting {
    kind: Kind,
    marks: u32,
    first: u32,
    keys: u16,
    insides: u16,
}

/// What a spot has, by numbers.
#[derive(Clone, Copy)]
struct Placed {
    region: u32,
    /// Where the keys of each kind begin in [`Making::listed`], once a row there has it.
    first: [u32; Kind::VARIANTS.len()],
}

/// The bit of a listed key that says that only the cell counts.
const CELL_ONLY: u32 = 1 << 31;

fn listed(key: u32, part: Part) -> u32 {
    debug_assert!(key < CELL_ONLY, "far fewer keys than two billion");
    match part {
        Part::Whole => key,
        Part::Cell => key | CELL_ONLY,
    }
}

fn unlisted(listed: u32) -> (u32, Part) {
    (listed & !CELL_ONLY, if listed & CELL_ONLY == 0 { Part::Whole } else { Part::Cell })
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

impl<'a> Making<'a> {
    pub(super) fn new(incidents: &'a Incidents, spec: &'a Spec<'a>, lanes: Lanes) -> Making<'a> {
        let mut making = Making {
            incidents,
            spec,
            keys: Keys::default(),
            acts: Vec::new(),
            sites: Vec::new(),
            spots: Interned::default(),
            placed: Vec::new(),
            listed: Vec::new(),
            regions: Interned::default(),
            insides: Interned::default(),
            marks: Interned::default(),
            inside: FxHashMap::default(),
            pieces: Vec::new(),
            pieced: Vec::new(),
            sums: Sums::new(lanes.clone()),
            lanes,
        };
        making.acts.resize(incidents.acts().len(), None);
        making.sites.resize(incidents.sites().len(), NONE);
        making
    }

    /// Every key that came up so far, by its number.
    pub(super) fn keys(&self) -> &[Key] {
        &self.keys.keys
    }

    /// Counts the rows of a window.
    pub(super) fn window<'g>(&mut self, rows: impl Iterator<Item = &'g Gathered>, window: u32) -> Counted {
        // Nearly every row counts as a whole on one day: then its parts say all, and the row itself is not looked at.
        let whole = self.spec.attribution != Attribution::Fractional && self.spec.multi_day != MultiDay::Spread;
        for gathered in rows {
            if whole {
                self.whole(gathered);
            } else {
                self.divided(self.incidents.rows().get(gathered.row as usize), gathered, window);
            }
        }
        self.sums.roll_up(&self.keys.of_every_kind);
        let counted = self.sums.written();
        self.sums.clear();
        counted
    }

    /// Adds a row that may count in parts.
    fn divided(&mut self, row: Row<'_>, gathered: &Gathered, window: u32) {
        match days(row, self.spec) {
            Days::One(_) if self.spec.attribution != Attribution::Fractional => self.whole(gathered),
            Days::One(_) => self.parts(row, &piece::whole(row, self.spec)),
            Days::Several(days) => {
                let pieces = piece::spread(days, &piece::whole(row, self.spec), self.spec);
                let here = pieces.into_iter().filter(|(in_window, _)| *in_window == window);
                here.for_each(|(_, piece)| self.parts(row, &piece));
            }
        }
    }

    /// Adds a row that counts as a whole under each of its keys.
    fn whole(&mut self, gathered: &Gathered) {
        let Making {
            incidents,
            spec,
            keys,
            acts,
            sites,
            spots,
            placed,
            listed: list,
            regions,
            insides,
            marks,
            inside,
            pieces,
            pieced,
            lanes,
            sums,
        } = self;
        let row = || incidents.rows().get(gathered.row as usize);
        let acting = *acts[gathered.act as usize].get_or_insert_with(|| {
            let (act, cast) = (row().act(), row().cast());
            let who = Who::of(act, cast, spec);
            let first = list.len() as u32;
            list.extend(who.keys.iter().map(|&(key, part, _)| listed(keys.number(key), part)));
            list.extend(who.inside.iter().map(|&(inside, _)| insides.intern(inside)));
            let count = |n: usize| u16::try_from(n).expect("an incident names far fewer groups than 65,536");
            let (of_act, of_region) = (count(who.keys.len()), count(who.inside.len()));
            Acting {
                kind: act.kind,
                marks: marks.intern(Marks::of(act, cast)),
                first,
                keys: of_act,
                insides: of_region,
            }
        });
        if pieced.len() <= acting.marks as usize {
            pieced.resize_with(acting.marks as usize + 1, || vec![NONE; incidents.losses().len()]);
        }
        let number = &mut pieced[acting.marks as usize][gathered.losses as usize];
        if *number == NONE {
            *number = pieces.len() as u32;
            pieces.push(Piece::of(&piece::whole(row(), spec), lanes));
        }
        let piece = &mut pieces[*number as usize];
        // Who reported it is no matter of the losses.
        piece.first_seen = spec.novelty.day(gathered.outlets).map(|day| (day, piece.weight));
        let spot = &mut sites[gathered.site as usize];
        if *spot == NONE {
            let of = Spot::of(row().site(), spec);
            *spot = spots.intern(of);
            if *spot as usize == placed.len() {
                placed.push(Placed { region: regions.intern(of.region), first: [NONE; Kind::VARIANTS.len()] });
            }
        }
        let spot = *spot;
        let placed = &mut placed[spot as usize];
        let here = &mut placed.first[acting.kind as usize];
        if *here == NONE {
            *here = list.len() as u32;
            let places = places(acting.kind, *spots.get(spot), spec);
            // How many there are stands before them.
            list.push(places.len() as u32);
            list.extend(places.into_iter().map(|(key, part)| listed(keys.number(key), part)));
        }
        let here = *here as usize;
        let at = acting.first as usize;
        let (of_act, rest) = list[at..].split_at(usize::from(acting.keys));
        let of_site = &list[here + 1..here + 1 + list[here] as usize];
        for (key, part) in of_act.iter().chain(of_site).map(|&listed| unlisted(listed)) {
            sums.add(key, piece, part);
        }
        for &number in &rest[..usize::from(acting.insides)] {
            let key = *inside
                .entry((placed.region, number))
                .or_insert_with(|| keys.number(insides.get(number).of(*regions.get(placed.region))));
            sums.add(key, piece, Part::Cell);
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
        let placed = places(row.kind(), Spot::of(row.site(), self.spec), self.spec)
            .into_iter()
            .map(|(key, part)| (key, part, Share::All));
        let region = row.region();
        let inside = who.inside.iter().map(|&(inside, share)| (inside.of(region), Part::Cell, share));
        for (key, part, of) in who.keys.iter().copied().chain(placed).chain(inside) {
            let key = self.keys.number(key);
            self.sums.add(key, &Piece::of(&share(of), &self.lanes), part);
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
