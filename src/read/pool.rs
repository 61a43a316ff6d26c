//! Buffers that go round: a batch that is dropped leaves them to the next, so that their memory is asked for only once.

use std::sync::{Mutex, PoisonError};

/// The buffers of one batch. What they hold is of no meaning.
#[derive(Debug, Default)]
pub(super) struct Spare {
    pub(super) text: Vec<u8>,
    pub(super) lines: Vec<u64>,
    pub(super) fields: Vec<(u32, u32)>,
}

#[derive(Debug, Default)]
pub(super) struct Pool {
    spares: Mutex<Vec<Spare>>,
}

impl Pool {
    pub(super) fn take(&self) -> Spare {
        let mut spares = self.spares.lock().unwrap_or_else(PoisonError::into_inner);
        spares.pop().unwrap_or_default()
    }

    pub(super) fn give(&self, spare: Spare) {
        let mut spares = self.spares.lock().unwrap_or_else(PoisonError::into_inner);
        spares.push(spare);
    }
}
