//! Publishing: the staged folder is finished, renamed into the store, and only then linked; at every moment a reader finds
//! either the earlier report or the new one, whole.

use super::error::Error;
use super::folder::{Folder, LINK, MANIFEST, STORE};
use crate::report::{Label, Manifest, Output};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

/// The link to the newest report.
const LATEST: &str = "latest";

/// Hexadecimal digits of a folder's hash in its name: 48 bits, far beyond the number of reports that anyone keeps.
const HASH_DIGITS: usize = 12;

/// Whether `latest` moves to this report. A filtered run keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Latest {
    Move,
    Keep,
}

/// A published report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// `<out>/<label>`: the link to give to people.
    pub link: PathBuf,
    /// `<out>/.store/<label>-<hash>`.
    pub folder: PathBuf,
    /// The first 12 hexadecimal digits of the BLAKE3 over path and hash of every file.
    pub hash: String,
    /// Replaced folders that could not be removed; the next run of the label tries again.
    pub left_behind: Vec<PathBuf>,
}

impl Folder {
    /// Whether `label` could be published, before the work is done: fails where something that is not ours has its place.
    pub fn check(&self, label: &Label, latest: Latest) -> Result<(), Error> {
        replaceable(&self.out.join(label.as_str()), Leads::IntoStore)?;
        match latest {
            Latest::Keep => Ok(()),
            Latest::Move => replaceable(&self.out.join(LATEST), Leads::ToLabel),
        }
    }

    /// Writes the manifest and publishes the folder under the manifest's label. A folder with the same content is kept as it is.
    ///
    /// Errors leave the earlier report in place, except that a failure at the very last link leaves the new report under its
    /// label and `latest` where it was.
    pub fn commit(self, mut manifest: Manifest, latest: Latest) -> Result<Published, Error> {
        let label = manifest.label.clone();
        if label.as_str() == LATEST {
            return Err(Error::Path {
                path: LATEST.to_owned(),
                reason: "it is the name of the link to the newest report",
            });
        }
        self.check(&label, latest)?;
        manifest.outputs = self.outputs.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect();
        let mut bytes =
            serde_json::to_vec_pretty(&manifest).expect("a manifest has only string keys and finite numbers");
        bytes.push(b'\n');
        let mut files = manifest.outputs;
        files.push(self.stage(MANIFEST, &bytes)?);
        sync_folders(&self.staging)?;

        let hash = hash(&mut files);
        let store = self.out.join(STORE);
        let name = format!("{label}-{hash}");
        let folder = store.join(&name);
        if !holds(&folder, &files) {
            self.settle(&folder)?;
        }
        sync(&store)?;
        self.link(label.as_str(), &Path::new(STORE).join(&name))?;
        match latest {
            Latest::Move => self.link(LATEST, Path::new(label.as_str()))?,
            Latest::Keep => {}
        }
        let left_behind = replaced(&store, &label, &name).into_iter().filter(|old| fs::remove_dir_all(old).is_err());
        let left_behind = left_behind.collect();
        Ok(Published { link: self.out.join(label.as_str()), folder, hash, left_behind })
    }

    /// Moves the staged folder to its place. A folder of that name whose content was tampered with makes way first.
    fn settle(&self, folder: &Path) -> Result<(), Error> {
        if folder.symlink_metadata().is_ok() {
            let aside = self.staging.with_extension("damaged");
            fs::rename(folder, &aside).map_err(Error::io("set aside", folder))?;
            fs::rename(&self.staging, folder).map_err(Error::io("publish", folder))?;
            // Named like a staged folder: what resists is swept by the next run.
            let _ = fs::remove_dir_all(aside);
            return Ok(());
        }
        fs::rename(&self.staging, folder).map_err(Error::io("publish", folder))
    }

    /// Points `<out>/<name>` to `to`, in one step.
    fn link(&self, name: &str, to: &Path) -> Result<(), Error> {
        let link = self.out.join(name);
        if fs::read_link(&link).is_ok_and(|now| now == to) {
            return Ok(());
        }
        let new = self.out.join(STORE).join(format!("{LINK}{name}"));
        symlink(to, &new).map_err(Error::io("make the link", &new))?;
        fs::rename(&new, &link).map_err(Error::io("replace the link", &link))?;
        sync(&self.out)
    }
}

/// Where a link that this program made leads.
#[derive(Clone, Copy)]
enum Leads {
    IntoStore,
    ToLabel,
}

/// Fails unless the path is free or holds a link of ours.
fn replaceable(path: &Path, leads: Leads) -> Result<(), Error> {
    let is = match path.symlink_metadata() {
        Err(gone) if gone.kind() == ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(Error::Io { doing: "look at", path: path.to_owned(), source }),
        Ok(found) if found.is_symlink() => {
            let to = fs::read_link(path).map_err(Error::io("read the link", path))?;
            let ours = match leads {
                Leads::IntoStore => to.parent() == Some(Path::new(STORE)),
                Leads::ToLabel => to.to_str().is_some_and(|to| Label::new(to).is_ok()),
            };
            if ours {
                return Ok(());
            }
            "a link to somewhere else"
        }
        Ok(found) if found.is_dir() => "a folder",
        Ok(_) => "a file",
    };
    Err(Error::InTheWay { path: path.to_owned(), is })
}

/// Fails early where the file system has no symbolic links.
pub(super) fn probe_links(out: &Path) -> Result<(), Error> {
    let probe = out.join(STORE).join(format!("{LINK}probe"));
    match symlink(Path::new(STORE), &probe) {
        Ok(()) => fs::remove_file(&probe).map_err(Error::io("remove the link", probe)),
        Err(no) if matches!(no.kind(), ErrorKind::PermissionDenied | ErrorKind::Unsupported) => {
            Err(Error::NoLinks { out: out.to_owned() })
        }
        Err(source) => Err(Error::Io { doing: "make the link", path: probe, source }),
    }
}

#[cfg(unix)]
fn symlink(to: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, link)
}

#[cfg(not(unix))]
fn symlink(_to: &Path, _link: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// One hash over all files, whatever the order in which they were written.
fn hash(files: &mut [Output]) -> String {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut hasher = blake3::Hasher::new();
    for file in files.iter() {
        // Neither a path nor a hash holds a line break, so that no two lists read alike.
        hasher.update(format!("{}\n{}\n", file.path, file.blake3).as_bytes());
    }
    hasher.finalize().to_hex()[..HASH_DIGITS].to_owned()
}

/// Whether the folder stands there with these files unharmed.
fn holds(folder: &Path, files: &[Output]) -> bool {
    // Read piece by piece: a table may be larger than the memory that the run took.
    let hash = |path: PathBuf| {
        let mut hash = blake3::Hasher::new();
        hash.update_reader(File::open(path)?)?;
        Ok::<String, io::Error>(hash.finalize().to_string())
    };
    files.iter().all(|file| hash(folder.join(&file.path)).is_ok_and(|hash| hash == file.blake3))
}

/// The store's other folders of this label: a label, a minus and a hash, nothing else.
fn replaced(store: &Path, label: &Label, but: &str) -> Vec<PathBuf> {
    let ours = |name: &str| {
        let hash = name.strip_prefix(label.as_str()).and_then(|rest| rest.strip_prefix('-'));
        name != but && hash.is_some_and(|h| h.len() == HASH_DIGITS && h.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let entries = fs::read_dir(store).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_name().to_str().is_some_and(ours)).map(|entry| entry.path()).collect()
}

/// Makes a folder and all below it outlast a power cut: their files are synced as they are written.
fn sync_folders(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::io("list", folder))? {
        let entry = entry.map_err(Error::io("list", folder))?;
        if entry.path().is_dir() {
            sync_folders(&entry.path())?;
        }
    }
    sync(folder)
}

#[cfg(unix)]
fn sync(folder: &Path) -> Result<(), Error> {
    File::open(folder).and_then(|open| open.sync_all()).map_err(Error::io("sync", folder))
}

#[cfg(not(unix))]
fn sync(_folder: &Path) -> Result<(), Error> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::collections::BTreeMap;
    use std::process::Command;

    fn label(text: &str) -> Label {
        Label::new(text).expect("a label")
    }

    fn run(out: &Path, name: &str, text: &str, latest: Latest) -> Result<Published, Error> {
        let folder = Folder::create(out)?;
        folder.file("tables/series.csv", text.as_bytes())?;
        folder.file("report.md", b"# October")?;
        folder.commit(Manifest::new(label(name), json!({})), latest)
    }

    fn read(path: PathBuf) -> String {
        fs::read_to_string(path).expect("a published file")
    }

    fn store(out: &Path) -> Vec<String> {
        let entries = fs::read_dir(out.join(STORE)).expect("the store").flatten();
        let mut names: Vec<String> = entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_report_is_reached_through_relative_links() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let done = run(out.path(), "2026-10", "a\n", Latest::Move).expect("published");
        assert_eq!(fs::read_link(out.path().join("latest")).expect("a link"), Path::new("2026-10"));
        let name = format!(".store/2026-10-{}", done.hash);
        assert_eq!(fs::read_link(&done.link).expect("a link"), Path::new(&name));
        assert_eq!(read(out.path().join("latest/tables/series.csv")), "a\n");
        let manifest: serde_json::Value =
            serde_json::from_str(&read(done.folder.join(MANIFEST))).expect("the manifest is JSON");
        let paths: Vec<_> = manifest["outputs"].as_array().expect("outputs").iter().map(|o| &o["path"]).collect();
        assert_eq!(paths, ["report.md", "tables/series.csv"]);
        assert_eq!(manifest["outputs"][1]["blake3"], blake3::hash(b"a\n").to_string());
    }

    #[test]
    fn the_same_report_is_kept_and_a_new_one_replaces_it() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let first = run(out.path(), "2026-10", "a\n", Latest::Move).expect("published");
        assert_eq!(run(out.path(), "2026-10", "a\n", Latest::Move).expect("published again"), first);
        let second = run(out.path(), "2026-10", "b\n", Latest::Move).expect("published");
        assert_ne!(second.hash, first.hash);
        assert_eq!(store(out.path()), [format!("2026-10-{}", second.hash), "lock".to_owned()]);
        assert_eq!(read(out.path().join("latest/tables/series.csv")), "b\n");
    }

    #[test]
    fn a_filtered_run_leaves_the_national_report_and_latest_alone() {
        let out = tempfile::tempdir().expect("a temporary folder");
        run(out.path(), "2026-10", "all", Latest::Move).expect("published");
        run(out.path(), "2026-10-tavia", "some", Latest::Keep).expect("published");
        run(out.path(), "2026-10-tavia", "other", Latest::Keep).expect("published");
        assert_eq!(read(out.path().join("latest/tables/series.csv")), "all");
        assert_eq!(read(out.path().join("2026-10-tavia/tables/series.csv")), "other");
    }

    #[test]
    fn a_run_that_dies_leaves_the_earlier_report_whole() {
        let out = tempfile::tempdir().expect("a temporary folder");
        run(out.path(), "2026-10", "a", Latest::Move).expect("published");
        let dying = Folder::create(out.path()).expect("a second run");
        dying.file("tables/series.csv", b"b").expect("staged");
        // A killed process runs no destructor: its staged folder stays, its lock goes.
        fs::rename(&dying.staging, out.path().join(".store/.staging-0")).expect("kept from the destructor");
        drop(dying);
        // It may also die between two steps of publishing: folder in the store, links not yet moved.
        let unlinked = out.path().join(".store/2026-10-0123456789ab");
        fs::create_dir(&unlinked).expect("an unlinked folder");
        symlink(Path::new("nowhere"), &out.path().join(".store/.link-latest")).expect("a link not yet renamed");
        assert_eq!(read(out.path().join("latest/tables/series.csv")), "a");
        let next = run(out.path(), "2026-10", "c", Latest::Move).expect("the next run is not hurt");
        assert_eq!(read(out.path().join("latest/tables/series.csv")), "c");
        assert_eq!(store(out.path()), [format!("2026-10-{}", next.hash), "lock".to_owned()]);
    }

    #[test]
    fn a_damaged_report_is_mended_by_running_again() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let first = run(out.path(), "2026-10", "a", Latest::Move).expect("published");
        fs::write(first.folder.join("tables/series.csv"), b"edited").expect("a hand in the folder");
        assert_eq!(run(out.path(), "2026-10", "a", Latest::Move).expect("published"), first);
        assert_eq!(read(first.link.join("tables/series.csv")), "a");
        assert_eq!(store(out.path()), [format!("2026-10-{}", first.hash), "lock".to_owned()]);
    }

    #[test]
    fn what_is_not_ours_is_never_replaced() {
        for name in ["2026-10", "latest"] {
            let out = tempfile::tempdir().expect("a temporary folder");
            let path = out.path().join(name);
            fs::write(&path, b"mine").expect("a plain file");
            let refused = run(out.path(), "2026-10", "a", Latest::Move).expect_err("a file in the way");
            assert!(refused.to_string().contains("is in the way: a file"), "{refused}");
            assert_eq!(fs::read(&path).expect("still there"), b"mine");
            fs::remove_file(&path).expect("removed");
            symlink(Path::new("/etc"), &path).expect("a foreign link");
            assert!(matches!(run(out.path(), "2026-10", "a", Latest::Move), Err(Error::InTheWay { .. })));
            fs::remove_file(&path).expect("removed");
            fs::create_dir(&path).expect("a folder");
            assert!(matches!(run(out.path(), "2026-10", "a", Latest::Move), Err(Error::InTheWay { .. })));
            assert_eq!(store(out.path()), ["lock"], "nothing is left staged or published");
        }
    }

    #[test]
    fn the_hash_does_not_depend_on_the_order_of_writing() {
        let hashes = [["a", "b"], ["b", "a"]].map(|order| {
            let out = tempfile::tempdir().expect("a temporary folder");
            let folder = Folder::create(out.path()).expect("a fresh folder");
            for path in order {
                folder.file(path, path.as_bytes()).expect("staged");
            }
            folder.commit(Manifest::new(label("2026"), json!({})), Latest::Keep).expect("published").hash
        });
        assert_eq!(hashes[0], hashes[1]);
    }

    /// A small file system of its own, where the machine lets us mount one.
    struct SmallDisk(tempfile::TempDir);

    impl SmallDisk {
        fn mount() -> Option<SmallDisk> {
            let at = tempfile::tempdir().expect("a temporary folder");
            let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=200k", "tmpfs"]).arg(at.path()).output();
            mount.is_ok_and(|done| done.status.success()).then(|| SmallDisk(at))
        }
    }

    impl Drop for SmallDisk {
        fn drop(&mut self) {
            let _ = Command::new("umount").arg(self.0.path()).output();
        }
    }

    #[test]
    fn a_full_disk_is_named_and_the_earlier_report_stays() {
        let Some(disk) = SmallDisk::mount() else {
            eprintln!("skipped: no file system can be mounted here");
            return;
        };
        let out = disk.0.path();
        run(out, "2026-10", "a", Latest::Move).expect("it fits");
        let full = run(out, "2026-10", &"x".repeat(400_000), Latest::Move).expect_err("it does not fit");
        assert!(full.to_string().contains("no space left; free some"), "{full}");
        assert_eq!(read(out.join("latest/tables/series.csv")), "a");
        assert_eq!(store(out).len(), 2, "the unfinished folder is removed");
    }

    #[test]
    fn two_labels_stand_side_by_side() {
        let out = tempfile::tempdir().expect("a temporary folder");
        let files = BTreeMap::from([("2026-09", "september"), ("2026-10", "october")]);
        for (name, text) in &files {
            run(out.path(), name, text, Latest::Move).expect("published");
        }
        for (name, text) in &files {
            assert_eq!(read(out.path().join(name).join("tables/series.csv")), *text);
        }
    }
}
