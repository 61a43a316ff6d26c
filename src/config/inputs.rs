//! Inputs: files, globs and folders, in an order that does not depend on the machine.

use super::Error;
use std::path::{Path, PathBuf};

/// Endings of files that a folder is searched for.
const ENDINGS: [&str; 7] = ["csv", "tsv", "txt", "gz", "zst", "zip", "xlsx"];

/// The files that the patterns name, each once; those of one pattern in the order of their names.
pub fn inputs(patterns: &[String]) -> Result<Vec<PathBuf>, Error> {
    if patterns.is_empty() {
        return Err(Error::NoInput);
    }
    let mut files: Vec<PathBuf> = Vec::new();
    for pattern in patterns {
        let path = Path::new(pattern);
        let found = if path.is_dir() {
            folder(pattern, path)?
        } else if path.exists() || !pattern.contains(['*', '?', '[']) {
            vec![path.to_owned()]
        } else {
            matching(pattern)?
        };
        for file in found {
            if !files.contains(&file) {
                files.push(file);
            }
        }
    }
    Ok(files)
}

fn folder(pattern: &str, path: &Path) -> Result<Vec<PathBuf>, Error> {
    let bad = |reason: String| Error::Input { pattern: pattern.to_owned(), reason };
    let entries = std::fs::read_dir(path).map_err(|e| bad(format!("the folder cannot be read: {e}")))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|e| bad(format!("the folder cannot be read: {e}")))?.path();
        let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
        if path.is_file() && !hidden && ENDINGS.contains(&ending.as_str()) {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(bad(format!("the folder has no incident files (.{})", ENDINGS.join(", ."))));
    }
    files.sort();
    Ok(files)
}

fn matching(pattern: &str) -> Result<Vec<PathBuf>, Error> {
    let bad = |reason: String| Error::Input { pattern: pattern.to_owned(), reason };
    let paths = glob::glob(pattern).map_err(|e| bad(format!("not a pattern that can be searched for: {e}")))?;
    let mut files = Vec::new();
    for path in paths {
        let path = path.map_err(|e| bad(format!("cannot be searched: {e}")))?;
        if path.is_file() {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(bad("no file matches".to_owned()));
    }
    files.sort();
    Ok(files)
}
