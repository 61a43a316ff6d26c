//! The threads of a scan: each reads texts and maps their batches, whose values are handed on in file order.
//!
//! A text that was cut quickly may turn out to be irregular, and then what was cut after it is void. So each text is *settled*,
//! in file order, before its batch is mapped: only then is it known to be right, and on which line it begins.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc};

use super::batch::Batch;
use super::cutter::{Cut, Cutter};
use super::error::Error;
use super::parse::{self, Decoding};
use super::pool::Pool;
use super::regular::{self, Form, Reading};
use super::table::Table;

/// Texts that may be read ahead of the oldest batch not yet handed on, for each thread: bounds the memory.
const AHEAD: u64 = 2;

/// What the workers do.
pub(super) struct Task<'t, I, M> {
    pub(super) table: &'t Table,
    pub(super) form: Form,
    pub(super) pool: Arc<Pool>,
    /// Makes the state of one worker.
    pub(super) init: I,
    /// Turns a batch into a value.
    pub(super) map: M,
}

/// A text that was read, but not settled.
enum Parsed {
    /// It has so many line ends; the lines of its batch count from 0.
    Regular(Batch, u64),
    /// It begins at this place in the file.
    Irregular(u64),
    /// It ends before this line.
    Careful(Batch, Decoding, u64),
}

/// What becomes of a text.
enum Settled {
    /// Its batch is right; the next one begins on this line.
    Good(Batch, u64),
    /// It must be cut again with care, from this place in the file on.
    Again(u64),
}

impl<I, M> Task<'_, I, M> {
    fn read(&self, cut: Cut) -> Parsed {
        match cut {
            Cut::Quick(piece) => {
                let offset = piece.offset;
                match regular::batch(piece, &self.form, &self.pool) {
                    Reading::Regular(batch, line_ends) => Parsed::Regular(batch, line_ends),
                    Reading::Irregular => Parsed::Irregular(offset),
                }
            }
            Cut::Careful(chunk) => {
                let next_line = chunk.next_line;
                let (batch, decoding) = parse::batch(chunk, &self.form);
                Parsed::Careful(batch, decoding, next_line)
            }
        }
    }

    /// Settles a text that begins on `line`.
    fn settle(&self, parsed: Parsed, line: u64) -> Result<Settled, Error> {
        match parsed {
            Parsed::Regular(batch, line_ends) => Ok(Settled::Good(batch.starting_at(line), line + line_ends)),
            Parsed::Irregular(offset) => Ok(Settled::Again(offset)),
            Parsed::Careful(batch, decoding, next_line) => {
                if decoding == Decoding::Damaged {
                    self.table.check_encoding()?;
                }
                Ok(Settled::Good(batch, next_line))
            }
        }
    }
}

/// Does all on the calling thread. The records begin on `line`.
pub(super) fn alone<S, T>(
    mut cutter: Cutter,
    mut line: u64,
    task: &Task<impl Fn() -> S, impl Fn(&mut S, Batch) -> T>,
    mut take: impl FnMut(T) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, Error> {
    let mut state = (task.init)();
    while let Some(cut) = cutter.cut()? {
        match task.settle(task.read(cut), line)? {
            Settled::Again(offset) => cutter.go_back(offset, line)?,
            Settled::Good(batch, next_line) => {
                line = next_line;
                if take((task.map)(&mut state, batch)).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// The cutter and the order of what it gave out.
struct Queue<'t> {
    cutter: Cutter<'t>,
    given: u64,
    /// How often it went back.
    turn: u64,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Running,
    Stopped,
}

/// How many texts have been settled and how many values handed on, and whether more are wanted.
struct Progress {
    settled: u64,
    taken: u64,
    /// The line on which the text begins that is to be settled next.
    line: u64,
    turn: u64,
    state: State,
}

/// A text and its place: the number of those before it, and how often the cutter had gone back.
struct Job {
    order: u64,
    turn: u64,
    cut: Result<Cut, Error>,
}

struct Shared<'t> {
    queue: Mutex<Queue<'t>>,
    progress: Mutex<Progress>,
    moved: Condvar,
    ahead: u64,
}

/// As [`alone`], on several threads; `take` is called on the calling one.
pub(super) fn together<S, T: Send>(
    threads: usize,
    cutter: Cutter,
    line: u64,
    task: &Task<impl Fn() -> S + Sync, impl Fn(&mut S, Batch) -> T + Sync>,
    mut take: impl FnMut(T) -> ControlFlow<()>,
) -> Result<ControlFlow<()>, Error> {
    let shared = Shared {
        queue: Mutex::new(Queue { cutter, given: 0, turn: 0, state: State::Running }),
        progress: Mutex::new(Progress { settled: 0, taken: 0, line, turn: 0, state: State::Running }),
        moved: Condvar::new(),
        ahead: AHEAD * threads as u64,
    };
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (shared, sender) = (&shared, sender.clone());
            scope.spawn(move || {
                let _stop = StopOnPanic(shared);
                let mut state = (task.init)();
                while let Some(Job { order, turn, cut }) = shared.next() {
                    let parsed = cut.map(|cut| task.read(cut));
                    let value = match shared.settle(order, turn, parsed, task) {
                        Ok(Some(batch)) => Ok((task.map)(&mut state, batch)),
                        Ok(None) => continue,
                        Err(error) => Err(error),
                    };
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
                    return Ok(flow);
                }
                lock(&shared.progress).taken = due;
                shared.moved.notify_all();
            }
        }
        Ok(ControlFlow::Continue(()))
    })
}

impl Shared<'_> {
    /// The next text, once it is not too far ahead; an error takes the place of a text.
    fn next(&self) -> Option<Job> {
        let mut queue = lock(&self.queue);
        let (order, turn) = (queue.given, queue.turn);
        let is_early = |p: &Progress| order >= p.taken + self.ahead;
        if queue.state == State::Stopped || self.wait_while(is_early).state == State::Stopped {
            return None;
        }
        let cut = queue.cutter.cut();
        queue.given += 1;
        if !matches!(cut, Ok(Some(_))) {
            queue.state = State::Stopped;
        }
        Some(Job { order, turn, cut: cut.transpose()? })
    }

    /// Waits for its turn, then settles a text. `None` if nothing is to be done with it.
    fn settle<I, M>(
        &self,
        order: u64,
        turn: u64,
        parsed: Result<Parsed, Error>,
        task: &Task<I, M>,
    ) -> Result<Option<Batch>, Error> {
        let progress = self.wait_while(|p| p.turn == turn && p.settled < order);
        if progress.state == State::Stopped || progress.turn != turn {
            return Ok(None);
        }
        // Nobody else can settle anything now, so the line stays what it is without the lock.
        let line = progress.line;
        drop(progress);
        match task.settle(parsed?, line)? {
            Settled::Good(batch, next_line) => {
                let mut progress = lock(&self.progress);
                (progress.settled, progress.line) = (order + 1, next_line);
                self.moved.notify_all();
                Ok(Some(batch))
            }
            Settled::Again(offset) => {
                let mut queue = lock(&self.queue);
                queue.cutter.go_back(offset, line)?;
                (queue.given, queue.turn, queue.state) = (order, turn + 1, State::Running);
                lock(&self.progress).turn = turn + 1;
                self.moved.notify_all();
                Ok(None)
            }
        }
    }

    /// Waits while the scan is running and `is_early`.
    fn wait_while(&self, is_early: impl Fn(&Progress) -> bool) -> MutexGuard<'_, Progress> {
        let is_early = |p: &mut Progress| p.state == State::Running && is_early(p);
        self.moved.wait_while(lock(&self.progress), is_early).unwrap_or_else(PoisonError::into_inner)
    }

    fn stop(&self) {
        lock(&self.progress).state = State::Stopped;
        self.moved.notify_all();
    }
}

/// A panic in one worker must not leave the others waiting for its value; the scope passes the panic on.
struct StopOnPanic<'a>(&'a Shared<'a>);

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
