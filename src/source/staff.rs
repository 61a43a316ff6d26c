//! Workers that go from table to table: what one has read before, it need not read again in the next.

use super::Reader;
use super::memo::Memo;
use crate::incident::Clerk;
use crate::read::Table;
use std::ops::{Deref, DerefMut};
use std::sync::{Mutex, PoisonError};

/// What a worker thread keeps from batch to batch.
pub(super) struct Worker {
    pub(super) clerk: Clerk,
    pub(super) memo: Memo,
}

/// The workers of one source who wait for a table.
#[derive(Default)]
pub(super) struct Staff {
    idle: Mutex<Vec<Worker>>,
    /// The columns and the delimiter of the tables whose texts they remember.
    layout: (Vec<String>, u8),
}

impl Staff {
    /// Turns to a table. Texts mean the same only in the same columns, so that of others all is forgotten.
    pub(super) fn turn_to(&mut self, table: &Table, reader: &dyn Reader, memo: impl Fn() -> Memo) {
        let layout = (reader.layout().names().to_vec(), table.delimiter());
        if self.layout != layout {
            self.layout = layout;
            let idle = self.idle.get_mut().unwrap_or_else(PoisonError::into_inner);
            idle.iter_mut().for_each(|worker| worker.memo = memo());
        }
    }

    /// A worker, who comes back when dropped.
    pub(super) fn hire(&self, memo: impl Fn() -> Memo) -> Hired<'_> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let worker = idle.unwrap_or_else(|| Worker { clerk: Clerk::default(), memo: memo() });
        Hired { staff: self, worker: Some(worker) }
    }
}

/// A worker at work.
pub(super) struct Hired<'s> {
    staff: &'s Staff,
    /// Taken only when dropped.
    worker: Option<Worker>,
}

impl Deref for Hired<'_> {
    type Target = Worker;

    fn deref(&self) -> &Worker {
        self.worker.as_ref().expect("it is taken only when dropped")
    }
}

impl DerefMut for Hired<'_> {
    fn deref_mut(&mut self) -> &mut Worker {
        self.worker.as_mut().expect("it is taken only when dropped")
    }
}

impl Drop for Hired<'_> {
    fn drop(&mut self) {
        self.staff.idle.lock().unwrap_or_else(PoisonError::into_inner).extend(self.worker.take());
    }
}
