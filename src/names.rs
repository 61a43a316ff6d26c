//! Names: interned text, groups with their class and family, regions and districts keyed with their country.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::hash::Hash;
use std::sync::Arc;

/// The code of an interned text. Codes follow the order of arrival and never reach an output: outputs sort by text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Name(u32);

impl Name {
    /// The empty text: nothing was named.
    pub const NONE: Name = Name(0);

    pub fn code(self) -> u32 {
        self.0
    }

    /// Whether nothing was named.
    pub fn is_none(self) -> bool {
        self == Name::NONE
    }

    /// The name of a code that this pool has given out, as read back from a column.
    pub fn from_code(code: u32) -> Name {
        Name(code)
    }
}

/// Interned texts. The empty text always has code 0.
#[derive(Clone, Debug)]
pub struct Pool {
    texts: Vec<Arc<str>>,
    codes: FxHashMap<Arc<str>, u32>,
}

impl Default for Pool {
    fn default() -> Pool {
        let empty: Arc<str> = "".into();
        Pool { texts: vec![empty.clone()], codes: [(empty, 0)].into_iter().collect() }
    }
}

impl Pool {
    pub fn intern(&mut self, text: &str) -> Name {
        if let Some(&code) = self.codes.get(text) {
            return Name(code);
        }
        let code = u32::try_from(self.texts.len()).expect("fewer than four billion distinct names");
        let text: Arc<str> = text.into();
        self.texts.push(text.clone());
        self.codes.insert(text, code);
        Name(code)
    }

    pub fn find(&self, text: &str) -> Option<Name> {
        self.codes.get(text).copied().map(Name)
    }

    pub fn text(&self, name: Name) -> &str {
        &self.texts[name.0 as usize]
    }

    /// The texts after the first `known`, in the order of their codes.
    pub fn since(&self, known: usize) -> impl Iterator<Item = &str> {
        self.texts[known..].iter().map(Arc::as_ref)
    }
}

/// Distinct values, each stored once under a code: what few values recur in many rows.
#[derive(Clone, Debug)]
pub struct Interned<T> {
    values: Vec<T>,
    codes: FxHashMap<T, u32>,
}

impl<T> Default for Interned<T> {
    fn default() -> Interned<T> {
        Interned { values: Vec::new(), codes: FxHashMap::default() }
    }
}

impl<T: Clone + Eq + Hash> Interned<T> {
    pub fn intern(&mut self, value: T) -> u32 {
        if let Some(&code) = self.codes.get(&value) {
            return code;
        }
        let code = u32::try_from(self.values.len()).expect("fewer than four billion distinct values");
        self.values.push(value.clone());
        self.codes.insert(value, code);
        code
    }

    #[inline]
    pub fn get(&self, code: u32) -> &T {
        &self.values[code as usize]
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The values after the first `known`, in the order of their codes.
    pub fn since(&self, known: usize) -> &[T] {
        &self.values[known..]
    }

    /// The values in the order of their codes.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &T> {
        self.values.iter()
    }
}

/// What sort of armed non-state actor a name stands for. Only organisations rank and pair.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    strum::EnumString,
    strum::IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// A named armed organisation.
    Organisation,
    /// A communal, ethnic, clan or village militia.
    Communal,
    /// A political party or its militia.
    Party,
    /// A label that names nobody: "Gunmen", "Unidentified armed group".
    Generic,
}

impl Class {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// How it is written where nobody is named.
pub const UNATTRIBUTED: &str = "(unattributed)";
/// How it is written where the source names no region.
pub const UNKNOWN_REGION: &str = "(unknown)";

/// A region, keyed with its country: two countries may each have a Northern Province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    pub country: Name,
    /// `Name::NONE` where the source names none.
    pub name: Name,
}

/// A district inside its region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct District {
    pub region: Region,
    pub name: Name,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pools_merge_by_text() {
        let (mut a, mut b) = (Pool::default(), Pool::default());
        let north = a.intern("North");
        b.intern("South");
        b.intern("North");
        let map: Vec<Name> = b.since(0).map(|text| a.intern(text)).collect();
        assert_eq!(map[0], Name::NONE);
        assert_eq!(map[2], north);
        assert_eq!(a.text(map[1]), "South");
        assert_eq!(b.since(2).collect::<Vec<_>>(), ["North"]);
    }
}
