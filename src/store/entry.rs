//! An entry as it lies on the disk: a mark, the hash of its key and bytes, and the bytes.

use super::Key;

/// The form of entries. A change of form changes it, and with it every key.
pub(super) const FORM: &[u8; 8] = b"itstore1";
const HASH: usize = blake3::OUT_LEN;

/// The bytes with what proves them in front.
pub(super) fn sealed(key: &Key, bytes: &[u8]) -> Vec<u8> {
    let mut sealed = Vec::with_capacity(FORM.len() + HASH + bytes.len());
    sealed.extend_from_slice(FORM);
    sealed.extend_from_slice(&proof(key, bytes));
    sealed.extend_from_slice(bytes);
    sealed
}

/// The bytes, if they are those that were sealed under this key.
pub(super) fn opened(key: &Key, mut sealed: Vec<u8>) -> Option<Vec<u8>> {
    let rest = sealed.strip_prefix(FORM)?;
    let (hash, bytes) = rest.split_at_checked(HASH)?;
    if hash != proof(key, bytes) {
        return None;
    }
    sealed.drain(..FORM.len() + HASH);
    Some(sealed)
}

/// The key is part of it: an entry under another's name is no answer.
fn proof(key: &Key, bytes: &[u8]) -> [u8; HASH] {
    *blake3::Hasher::new().update(key.bytes()).update(bytes).finalize().as_bytes()
}
