//! Hands all records of a table to a function in batches, on several threads, and its results on in file order.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc};

use super::batch::{Batch, Columns, Kept, Tally};
use super::chunk::{Chunk, Limits, Shape};
use super::error::Error;
use super::parse;
use super::split::Splitter;
use super::table::Table;

/// Batches that may be read ahead of the oldest one not yet handed on, for each thread: bounds the memory.
const AHEAD: u64 = 2;

/// Where the data begin: after how many of the first records (a header, a tag row; blank lines do not count).
///
/// Later records equal to one of these are repeated headers and are skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Start {
    leading: usize,
}

impl Start {
    /// The first record is data.
    pub const AT_ONCE: Start = Start { leading: 0 };
    /// The first record is the header.
    pub const AFTER_HEADER: Start = Start { leading: 1 };

    /// After so many records, at most as many as the [head](Table::head) has.
    pub fn after(leading: usize) -> Start {
        Start { leading }
    }
}

/// What a scan came upon. `records` = good + `faulty`; blank lines and repeated headers are no records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scanned {
    pub records: u64,
    /// Of these, the rejected ones.
    pub faulty: u64,
    /// Lines without content.
    pub skipped_blank: u64,
    /// Records equal to a leading record.
    pub skipped_header: u64,
}

impl Scanned {
    fn add(&mut self, tally: Tally) {
        self.records += tally.good + tally.faulty;
        self.faulty += tally.faulty;
        self.skipped_blank += tally.blank;
        self.skipped_header += tally.header;
    }
}

impl Table {
    /// Reads all records after the leading ones; each must have `width` fields, of which those in `columns` are handed out.
    ///
    /// `map` turns a batch into a value on a worker thread; `fold` receives the values in file order on the calling thread,
    /// and may stop the scan. Batches are cut without regard to the number of threads, so results do not depend on it.
    /// Each worker makes its own state with `init` and keeps it over all its batches, which come to it in file order: which
    /// batches those are depends on the threads, so the state may speed up `map` but not change its values.
    ///
    /// # Errors
    /// If the file can no longer be read or has changed since it was opened. A bad row is no error: see
    /// [`Batch::faults`].
    pub fn scan<S, T: Send>(
        &self,
        start: Start,
        width: usize,
        columns: &Columns,
        init: impl Fn() -> S + Sync,
        map: impl Fn(&mut S, Batch) -> T + Sync,
        fold: impl FnMut(T) -> ControlFlow<()>,
    ) -> Result<Scanned, Error> {
        self.scan_within(Limits::STANDARD, start, width, columns, init, map, fold)
    }

    #[allow(clippy::too_many_arguments)] // Those of `scan`, and the limits that tests make small.
    pub(super) fn scan_within<S, T: Send>(
        &self,
        limits: Limits,
        start: Start,
        width: usize,
        columns: &Columns,
        init: impl Fn() -> S + Sync,
        map: impl Fn(&mut S, Batch) -> T + Sync,
        mut fold: impl FnMut(T) -> ControlFlow<()>,
    ) -> Result<Scanned, Error> {
        let leading = &self.head()[..start.leading.min(self.head().len())];
        let (skip, line) = leading.last().map_or((0, self.first_line), |last| (last.end, last.next_line));
        let headers: Vec<Vec<String>> = leading.iter().map(|record| record.fields.clone()).collect();
        let shape = Shape { delimiter: self.delimiter, width };
        let mut splitter = Splitter::new(self.text(limits)?, shape, limits, skip, line)?;
        let kept = Arc::new(Kept::new(columns, width));
        let work = |state: &mut S, chunk: Chunk| {
            let batch = parse::batch(chunk, shape, &kept, &headers);
            (batch.tally(), map(state, batch))
        };
        let mut scanned = Scanned::default();
        let take = |(tally, value): (Tally, T)| {
            scanned.add(tally);
            fold(value)
        };
        match self.threads.get() {
            1 => alone(&mut splitter, init, work, take)?,
            threads => together(threads, splitter, init, work, take)?,
        }
        Ok(scanned)
    }
}

fn alone<S, T>(
    splitter: &mut Splitter,
    init: impl Fn() -> S,
    work: impl Fn(&mut S, Chunk) -> T,
    mut take: impl FnMut(T) -> ControlFlow<()>,
) -> Result<(), Error> {
    let mut state = init();
    while let Some(chunk) = splitter.chunk()? {
        if take(work(&mut state, chunk)).is_break() {
            break;
        }
    }
    Ok(())
}

/// The splitter and the order of what it gave out.
struct Queue {
    splitter: Splitter,
    given: u64,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Running,
    Stopped,
}

/// How many values have been handed on, and whether more are wanted.
struct Progress {
    taken: u64,
    state: State,
}

struct Shared {
    queue: Mutex<Queue>,
    progress: Mutex<Progress>,
    moved: Condvar,
    ahead: u64,
}

fn together<S, T: Send>(
    threads: usize,
    splitter: Splitter,
    init: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, Chunk) -> T + Sync,
    mut take: impl FnMut(T) -> ControlFlow<()>,
) -> Result<(), Error> {
    let shared = Shared {
        queue: Mutex::new(Queue { splitter, given: 0, state: State::Running }),
        progress: Mutex::new(Progress { taken: 0, state: State::Running }),
        moved: Condvar::new(),
        ahead: AHEAD * threads as u64,
    };
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let sender = sender.clone();
            let (shared, init, work) = (&shared, &init, &work);
            scope.spawn(move || {
                let _stop = StopOnPanic(shared);
                let mut state = init();
                while let Some((order, chunk)) = shared.next() {
                    let value = chunk.map(|chunk| work(&mut state, chunk));
                    if sender.send((order, value)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut early = BTreeMap::new();
        let mut due = 0;
        for (order, value) in receiver {
            early.insert(order, value);
            while let Some(value) = early.remove(&due) {
                due += 1;
                let flow = match value {
                    Ok(value) => take(value),
                    Err(error) => {
                        shared.stop();
                        return Err(error);
                    }
                };
                if flow.is_break() {
                    shared.stop();
                    return Ok(());
                }
                shared.taken(due);
            }
        }
        Ok(())
    })
}

impl Shared {
    /// The next chunk and its place in the file, once it is not too far ahead; an error takes the place of a chunk.
    fn next(&self) -> Option<(u64, Result<Chunk, Error>)> {
        let mut queue = lock(&self.queue);
        if queue.state == State::Stopped || !self.wait_for(queue.given) {
            return None;
        }
        let chunk = queue.splitter.chunk();
        let order = queue.given;
        queue.given += 1;
        match chunk {
            Ok(Some(chunk)) => Some((order, Ok(chunk))),
            Ok(None) => {
                queue.state = State::Stopped;
                None
            }
            Err(error) => {
                queue.state = State::Stopped;
                Some((order, Err(error)))
            }
        }
    }

    /// Waits until the chunk at `order` may be read; false if the scan was stopped.
    fn wait_for(&self, order: u64) -> bool {
        let progress = lock(&self.progress);
        let is_early = |p: &mut Progress| p.state == State::Running && order >= p.taken + self.ahead;
        let progress = self.moved.wait_while(progress, is_early).unwrap_or_else(PoisonError::into_inner);
        progress.state == State::Running
    }

    fn taken(&self, taken: u64) {
        lock(&self.progress).taken = taken;
        self.moved.notify_all();
    }

    fn stop(&self) {
        lock(&self.progress).state = State::Stopped;
        self.moved.notify_all();
    }
}

/// A panic in one worker must not leave the others waiting for its value; the scope passes the panic on.
struct StopOnPanic<'a>(&'a Shared);

impl Drop for StopOnPanic<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}

/// A poisoned lock means that a worker panicked: the scope passes that on, the others only have to end.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
