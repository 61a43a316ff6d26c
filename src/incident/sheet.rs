//! A clerk writes drafts down on a worker thread; a sheet is what it hands over, to be appended to the run's table.

use super::lexicon::{Lexicon, News, Told};
use super::packed::UNKNOWN;
use super::{Draft, Own};
use crate::period::Day;
use rustc_hash::FxHasher;
use std::hash::Hasher;
use std::sync::atomic::{AtomicU64, Ordering};

/// The columns of a row but for its id: each a nullable whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Column {
    File,
    /// The physical line on which its record starts.
    Line,
    /// Days since 1970.
    Start,
    /// Days from the start to the end.
    Span,
    /// Seconds since 1970.
    Revised,
    /// Millionths of a degree.
    Latitude,
    Longitude,
    /// The name that the ids of related incidents make up.
    Related,
    Outlets,
    Act,
    Site,
    Losses,
}

impl Column {
    /// The columns of a file by itself.
    pub const KEPT: [Column; 11] = [
        Column::Line,
        Column::Start,
        Column::Span,
        Column::Revised,
        Column::Latitude,
        Column::Longitude,
        Column::Related,
        Column::Outlets,
        Column::Act,
        Column::Site,
        Column::Losses,
    ];

    pub fn id(self) -> &'static str {
        self.into()
    }
}

pub(super) const COLUMNS: usize = <Column as strum::VariantArray>::VARIANTS.len();

/// Rows in the numbers of the clerk who wrote them.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) columns: [Vec<i64>; COLUMNS],
    /// All ids one after the other, and where each ends.
    pub(super) ids: String,
    pub(super) ends: Vec<u32>,
    pub(super) hashes: Vec<u32>,
}

impl Written {
    /// Appends a row that has an id and nothing else yet.
    pub(super) fn begin(&mut self, id: &str) {
        self.ids.push_str(id);
        self.ends.push(u32::try_from(self.ids.len()).expect("a batch is far smaller than four gigabytes"));
        self.hashes.push(hash(id));
    }

    fn set(&mut self, column: Column, value: Option<i64>) {
        self.columns[column as usize].push(value.unwrap_or(UNKNOWN));
    }

    /// The ids in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let mut from = 0;
        self.ends.iter().map(move |&end| {
            let id = &self.ids[from..end as usize];
            from = end as usize;
            id
        })
    }
}

/// Equal ids have equal hashes, and only no id has 0.
fn hash(id: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(id.as_bytes());
    if id.is_empty() { 0 } else { short(hasher.finish()) }
}

/// A hash in half of its bits, each of which depends on all of them; never 0.
pub fn short(hash: u64) -> u32 {
    ((hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> u32::BITS) as u32).max(1)
}

/// Writes drafts down. It numbers what recurs by itself, and keeps the numbers over all batches of a file.
#[derive(Debug)]
pub struct Clerk {
    number: u64,
    lexicon: Lexicon,
    /// What it has handed over of its lexicon.
    told: Told,
    written: Written,
}

/// Tells clerks apart; never reaches an output.
static CLERKS: AtomicU64 = AtomicU64::new(0);

pub(super) fn new_clerk() -> u64 {
    CLERKS.fetch_add(1, Ordering::Relaxed)
}

impl Default for Clerk {
    fn default() -> Clerk {
        Clerk { number: new_clerk(), lexicon: Lexicon::default(), told: Told::default(), written: Written::default() }
    }
}

impl Clerk {
    /// Makes room for so many incidents.
    pub fn expect(&mut self, incidents: usize) {
        let Written { columns, ends, hashes, .. } = &mut self.written;
        columns.iter_mut().for_each(|column| column.reserve(incidents));
        ends.reserve(incidents);
        hashes.reserve(incidents);
    }

    pub fn push(&mut self, draft: &Draft<'_>) {
        let recurring = self.recurring(draft, Known::default());
        self.push_with(&draft.own(), recurring);
    }

    /// The numbers of what recurs in a draft, of which some are known.
    pub fn recurring(&mut self, draft: &Draft<'_>, known: Known) -> Recurring {
        let lexicon = &mut self.lexicon;
        Recurring {
            act: known.act.unwrap_or_else(|| lexicon.act(draft)),
            site: known.site.unwrap_or_else(|| lexicon.site(draft)),
            outlets: known.outlets.unwrap_or_else(|| lexicon.outlets(&draft.outlets)),
            losses: known.losses.unwrap_or_else(|| lexicon.losses(draft)),
        }
    }

    /// Writes down an incident whose recurring parts have these numbers.
    pub fn push_with(&mut self, own: &Own<'_>, recurring: Recurring) {
        let degrees = |value: Option<f64>| value.map(|v| (v * 1e6).round() as i64);
        let related = (!own.related.is_empty()).then(|| i64::from(self.lexicon.pool.intern(own.related).code()));
        let written = &mut self.written;
        written.begin(own.id);
        written.set(Column::Line, Some(own.line as i64));
        written.set(Column::Start, Some(i64::from(own.start.epoch())));
        written.set(Column::Span, Some(i64::from(own.end.epoch()) - i64::from(own.start.epoch())));
        written.set(Column::Revised, own.revised);
        written.set(Column::Latitude, degrees(own.latitude));
        written.set(Column::Longitude, degrees(own.longitude));
        written.set(Column::Related, related);
        written.set(Column::Outlets, Some(i64::from(recurring.outlets)));
        written.set(Column::Act, Some(i64::from(recurring.act)));
        written.set(Column::Site, Some(i64::from(recurring.site)));
        written.set(Column::Losses, Some(i64::from(recurring.losses)));
    }

    /// Hands over what was written since the last time.
    pub fn sheet(&mut self) -> Sheet {
        let news = self.lexicon.news(&mut self.told);
        Sheet { clerk: self.number, news, written: std::mem::take(&mut self.written) }
    }
}

/// The numbers, in the lexicon of one clerk, of the parts of an incident that recur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recurring {
    pub act: u32,
    pub site: u32,
    pub outlets: u32,
    pub losses: u32,
}

/// Those of them that are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    pub act: Option<u32>,
    pub site: Option<u32>,
    pub outlets: Option<u32>,
    pub losses: Option<u32>,
}

impl Known {
    /// All of them, if no one is lacking.
    pub fn all(self) -> Option<Recurring> {
        Some(Recurring { act: self.act?, site: self.site?, outlets: self.outlets?, losses: self.losses? })
    }
}

/// Rows handed over by a clerk, in its numbers, with what is new in its lexicon.
#[derive(Debug)]
pub struct Sheet {
    pub(super) clerk: u64,
    pub(super) news: News,
    pub(super) written: Written,
}

impl Sheet {
    pub fn len(&self) -> usize {
        self.written.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The newest day on which one of its incidents began.
    pub fn newest_start(&self) -> Option<Day> {
        self.newest(Column::Start).map(|days| Day::from_epoch(days as i32))
    }

    /// The day of the newest revision stamp.
    pub fn newest_revision(&self) -> Option<Day> {
        self.newest(Column::Revised).map(|seconds| Day::from_epoch(seconds.div_euclid(86_400) as i32))
    }

    fn newest(&self, column: Column) -> Option<i64> {
        self.written.columns[column as usize].iter().copied().filter(|&value| value != UNKNOWN).max()
    }
}
