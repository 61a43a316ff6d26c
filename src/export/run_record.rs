//! `run.json`: how the last run went. It lies outside every report, for it holds the clock.

use super::error::Error;
use super::folder::STORE;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// Replaces `<out>/run.json` in one step: a reader finds the earlier record or this one.
pub fn write_run(out: &Path, run: &serde_json::Value) -> Result<(), Error> {
    let store = out.join(STORE);
    fs::create_dir_all(&store).map_err(Error::io("make the folder", &store))?;
    // Runs that were refused the lock write their record too: the process number keeps them apart.
    let new = store.join(format!(".run-{}.json", std::process::id()));
    let path = out.join("run.json");
    let mut bytes = serde_json::to_vec_pretty(run).expect("a JSON value can be written");
    bytes.push(b'\n');
    let written = File::create(&new).and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()));
    let replaced = written
        .map_err(Error::io("write", &new))
        .and_then(|()| fs::rename(&new, &path).map_err(Error::io("replace", &path)));
    if replaced.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(&new);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_record_is_replaced_and_nothing_else_is_left() {
        let out = tempfile::tempdir().expect("a temporary folder");
        for outcome in ["done", "refused"] {
            write_run(out.path(), &json!({ "outcome": outcome })).expect("a writable folder");
        }
        let text = fs::read_to_string(out.path().join("run.json")).expect("the record");
        assert_eq!(text, "{\n  \"outcome\": \"refused\"\n}\n");
        assert_eq!(fs::read_dir(out.path().join(STORE)).expect("the store").count(), 0);
    }
}
