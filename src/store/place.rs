//! Where the platform keeps caches.

use std::ffi::OsString;
use std::path::PathBuf;

const NAME: &str = "incident-trends";

/// The folder for this program's cache, by the variables of the environment: `XDG_CACHE_HOME` (of the XDG Base Directory
/// Specification, where a relative path is to be ignored) on every platform, else that of the platform.
pub fn platform_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let absolute = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let platform = || {
        if cfg!(windows) {
            absolute("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            absolute("HOME").map(|home| home.join("Library/Caches"))
        } else {
            absolute("HOME").map(|home| home.join(".cache"))
        }
    };
    absolute("XDG_CACHE_HOME").or_else(platform).map(|caches| caches.join(NAME))
}
