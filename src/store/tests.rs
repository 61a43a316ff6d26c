//! Tests: what is found is what was kept, damage and strangers are told apart, and the store stays in its bounds.

use super::*;

fn store(folder: &Path, most: u64) -> Store {
    let settings = Settings { folder: Some(folder.to_owned()), most, trust: Trust::Facts };
    Store::open(&settings).expect("a folder is named")
}

fn key(n: u64) -> Key {
    Question::of("test").and(n.to_le_bytes()).key()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

#[test]
fn an_entry_is_found_as_it_was_kept_and_only_under_its_key() {
    let folder = folder();
    let store = store(&folder.path().join("deep/cache"), Settings::MOST);
    assert_eq!(store.find(Shelf::Results, &key(1)), Found::Nothing);
    assert!(!store.root().exists(), "looking makes nothing");
    store.keep(Shelf::Results, &key(1), b"one").expect("it is written");
    assert_eq!(store.find(Shelf::Results, &key(1)), Found::Entry(b"one".to_vec()));
    assert_eq!(store.find(Shelf::Results, &key(2)), Found::Nothing);
    fs::rename(store.path(Shelf::Results, &key(1)), store.path(Shelf::Results, &key(2))).expect("a rename");
    assert_eq!(store.find(Shelf::Results, &key(2)), Found::Damaged, "another's answer is none");
    assert!(store.root().join("CACHEDIR.TAG").exists());
}

#[test]
fn every_damaged_byte_and_every_cut_is_noticed_and_the_entry_removed() {
    let folder = folder();
    let store = store(folder.path(), Settings::MOST);
    store.keep(Shelf::Results, &key(1), b"text").expect("it is written");
    let path = store.path(Shelf::Results, &key(1));
    let whole = fs::read(&path).expect("the entry");
    let mut broken: Vec<Vec<u8>> = (0..whole.len()).map(|cut| whole[..cut].to_vec()).collect();
    for at in 0..whole.len() {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        broken.push(flipped);
    }
    broken.push([&whole[..], b"more"].concat());
    let n = broken.len() as u64;
    for bytes in broken {
        fs::write(&path, bytes).expect("a small file");
        assert_eq!(store.find(Shelf::Results, &key(1)), Found::Damaged);
        assert!(!path.exists());
    }
    assert_eq!(store.tally().damaged, n);
}

#[test]
fn parts_of_a_question_are_never_taken_for_one() {
    let of = |parts: &[&str]| parts.iter().fold(Question::of("test"), |question, part| question.and(part)).key();
    assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
    assert_ne!(of(&["a", ""]), of(&["a"]));
    assert_ne!(Question::of("test").key(), Question::of("tes").and("t").key());
}

#[test]
fn what_was_used_longest_ago_goes_first_and_strangers_stay() {
    let folder = folder();
    let store = store(folder.path(), 5_000);
    for n in 0..4 {
        store.keep(Shelf::Results, &key(n), &[0; 1_000]).expect("it is written");
        let used = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000 + n);
        let file = fs::File::options().append(true).open(store.path(Shelf::Results, &key(n))).expect("the entry");
        file.set_modified(used).expect("its time");
    }
    let stranger = store.root().join("results/thesis.txt");
    fs::write(&stranger, [0; 50_000]).expect("a file");
    assert_eq!(store.find(Shelf::Results, &key(0)), Found::Entry(vec![0; 1_000]), "it is the newest now");
    store.bound();
    assert_eq!(store.tally().removed, 0, "it fits");
    store.keep(Shelf::Results, &key(9), &[0; 1_000]).expect("it is written");
    store.bound();
    let there = |n| store.find(Shelf::Results, &key(n)) != Found::Nothing;
    assert_eq!([0, 1, 2, 3, 9].map(there), [true, false, true, true, true]);
    assert!(stranger.exists());
    store.keep(Shelf::Results, &key(10), &[0; 6_000]).expect("nothing is done");
    assert!(!there(10), "larger than the whole store");
}

#[test]
fn half_written_files_go_when_they_are_old() {
    let folder = folder();
    let store = store(folder.path(), Settings::MOST);
    let (old, new) = (folder.path().join(".new-1-1-1"), folder.path().join(".new-2-1-1"));
    fs::write(&old, "half").expect("a file");
    fs::write(&new, "half").expect("a file");
    let file = fs::File::options().append(true).open(&old).expect("the file");
    file.set_modified(SystemTime::now() - std::time::Duration::from_secs(7_200)).expect("its time");
    store.bound();
    assert_eq!((old.exists(), new.exists()), (false, true));
}

#[test]
fn a_store_that_cannot_be_written_says_so() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "mine").expect("a file");
    assert!(store(&file.join("cache"), Settings::MOST).keep(Shelf::Results, &key(1), b"x").is_err());
    assert!(store(&file, Settings::MOST).keep(Shelf::Results, &key(1), b"x").is_err());
    assert_eq!(fs::read_to_string(&file).expect("the file"), "mine");
}

#[test]
fn the_folder_is_that_of_the_platform() {
    let of = |set: &[(&str, &str)]| {
        platform_folder(|name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).into()))
    };
    assert_eq!(of(&[]), None);
    if cfg!(unix) {
        assert_eq!(of(&[("XDG_CACHE_HOME", "/c"), ("HOME", "/h")]), Some(PathBuf::from("/c/incident-trends")));
        let home = if cfg!(target_os = "macos") { "/h/Library/Caches" } else { "/h/.cache" };
        let home = Some(Path::new(home).join("incident-trends"));
        assert_eq!(of(&[("HOME", "/h")]), home);
        assert_eq!(of(&[("HOME", "/h"), ("XDG_CACHE_HOME", "relative")]), home, "as the specification says");
        assert_eq!(of(&[("HOME", "/h"), ("XDG_CACHE_HOME", "")]), home);
    }
}

#[test]
fn a_file_is_known_by_its_looks_or_by_its_bytes() {
    let folder = folder();
    let trusting = store(&folder.path().join("cache"), Settings::MOST);
    let verifying = Store { trust: Trust::Bytes, ..store(&folder.path().join("cache"), Settings::MOST) };
    let path = folder.path().join("events.csv");
    fs::write(&path, "abc").expect("a file");
    let young = Sighting::of(&path).expect("a regular file");
    assert_eq!(trusting.known(&path, &young), Known::New);
    assert!(!young.is_settled(), "it was just written");
    // A hash that is not the file's shows which of the two was asked.
    let (wrong, right) = ("0".repeat(64), blake3::hash(b"abc").to_hex().to_string());
    trusting.note(&path, young, &wrong).expect("it is written");
    assert_eq!(trusting.known(&path, &young), Known::Hashed(right.clone()), "it was young when it was noted");
    let settled = young.later(SETTLED_FOR_SURE);
    trusting.note(&path, settled, &wrong).expect("it is written");
    assert_eq!(trusting.known(&path, &young), Known::AsSeen(wrong), "it looks as it did");
    assert_eq!(verifying.known(&path, &young), Known::Hashed(right));

    // Replaced by a file of the same size: its inode is another.
    fs::write(folder.path().join("new"), "xyz").expect("a file");
    fs::rename(folder.path().join("new"), &path).expect("a rename");
    let now = Sighting::of(&path).expect("a regular file");
    assert_eq!(trusting.known(&path, &now), Known::Hashed(blake3::hash(b"xyz").to_hex().to_string()));
    fs::write(&path, "longer").expect("a file");
    let now = Sighting::of(&path).expect("a regular file");
    assert_eq!(trusting.known(&path, &now), Known::New, "of another size: it is not even read");
    assert_eq!(Sighting::of(folder.path()), None, "no regular file");
}

const SETTLED_FOR_SURE: i64 = 10_000_000_000;
