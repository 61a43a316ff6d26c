//! Kept results: what a verb printed or wrote for a question, found again when the same is asked of the same files.
//!
//! The answer is a function of the files' bytes, the settings as decided, the verb with its arguments, and this very program.
//! All of them are in the key. A chart also tells how the forecast of an earlier report did; which report that is depends on the
//! answer, so it is kept beside it and looked up again.

use super::earlier;
use super::files::{self, File, Role};
use super::log::{Level, Line, Log};
use crate::config::{Config, Reading};
use crate::report::{Label, Output};
use crate::source::FileIntake;
use crate::store::{Found, Key, Question, Shelf, Store};
use crate::text;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard};

/// The largest result that is kept, in bytes: a table of more is written about as fast as it is read back.
pub(super) const LARGEST: usize = 16_000_000;

/// The store as one run of a verb uses it. Every file that the run reads was looked at before it is read.
pub(super) struct Cache {
    state: State,
    files: Vec<File>,
    /// By the name of a table: the hash of its file's bytes as they were read.
    read: Mutex<BTreeMap<String, String>>,
    /// How many damaged entries were spoken of.
    damage_said: AtomicU64,
    unwritable_said: AtomicBool,
}

enum State {
    /// As the user wants it.
    Off,
    Unusable(String),
    On {
        store: Store,
        program: String,
    },
}

/// A verb with its arguments.
pub(super) struct Ask(Vec<String>);

impl Ask {
    pub(super) fn of(words: &[&str]) -> Ask {
        Ask(words.iter().map(|&word| word.to_owned()).collect())
    }
}

/// The earlier report whose forecasts stand on a chart.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Before {
    label: String,
    /// The part of the label that names the period; `None` where none is complete, and no report is earlier.
    period: Option<String>,
    /// Its findings: the file and its hash.
    earlier: Option<(String, String)>,
}

impl Before {
    pub(super) fn new(label: &Label, period: Option<String>, earlier: Option<&Output>) -> Before {
        let earlier = earlier.map(|file| (file.path.clone(), file.blake3.clone()));
        Before { label: label.as_str().to_owned(), period, earlier }
    }

    /// Whether it is still the one that a run would find.
    fn holds(&self, out: &Path) -> bool {
        let Some(period) = &self.period else { return true };
        let Ok(label) = Label::new(self.label.as_str()) else { return false };
        let found = earlier::find(out, &label, period);
        found.is_ok_and(|found| Before::new(&label, self.period.clone(), found.map(|f| f.file).as_ref()) == *self)
    }
}

/// What stands before the bytes of a result.
#[derive(Serialize, Deserialize)]
struct Head {
    /// What the run said.
    said: Vec<Line>,
    before: Option<Before>,
}

/// Everything that a run says and shows beside its result.
pub(super) struct Beside<'a> {
    pub said: &'a [Line],
    pub before: Option<Before>,
}

impl Cache {
    /// Looks at the files before they are read.
    pub(super) fn open(config: &Config, log: &Log) -> Cache {
        let cache = |state, files| Cache {
            state,
            files,
            read: Mutex::default(),
            damage_said: AtomicU64::new(0),
            unwritable_said: AtomicBool::new(false),
        };
        let without = |state| cache(state, Vec::new());
        let Some(settings) = &config.store else { return without(State::Off) };
        let opened = Store::open(settings).map_err(str::to_owned).and_then(|store| {
            let files = files::seen(config, &store)?;
            Ok((store, files::program()?, files))
        });
        match opened {
            Ok((store, program, files)) => cache(State::On { store, program }, files),
            Err(reason) => {
                log.aside(Level::Detail, "cache", &format!("nothing is looked up or kept: {reason}"));
                without(State::Unusable(reason))
            }
        }
    }

    /// Whether anything can be kept.
    pub(super) fn is_on(&self) -> bool {
        matches!(self.state, State::On { .. })
    }

    fn tables(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.read.lock().expect("nobody panics while writing a line")
    }

    /// Takes down what a table's file was when it was read.
    pub(super) fn read(&self, file: &FileIntake) {
        self.tables().insert(file.name.clone(), file.blake3.clone());
    }

    /// The result of an earlier run; what that run said is said again.
    pub(super) fn find(&self, config: &Config, ask: &Ask, log: &Log) -> Option<Vec<u8>> {
        let State::On { store, program } = &self.state else { return None };
        let found = self.look(config, ask, store, program);
        self.say_damage(log);
        let (head, bytes) = found?;
        log.aside(Level::Detail, "cache", "nothing has changed since an earlier run: its result is used");
        log.again(&head.said);
        Some(bytes)
    }

    /// Says what was found damaged since it was last said.
    pub(super) fn say_damage(&self, log: &Log) {
        let State::On { store, .. } = &self.state else { return };
        let damaged = store.tally().damaged;
        match damaged - self.damage_said.swap(damaged, Ordering::Relaxed) {
            0 => {}
            n => {
                let entries = text::plural(n as f64, "damaged entry is", "damaged entries are");
                let said = format!("{}: {entries} thrown away and made again", store.root().display());
                log.aside(Level::Info, "cache", &said);
            }
        }
    }

    /// Says once that the store cannot be written.
    pub(super) fn unwritable(&self, error: &std::io::Error, log: &Log) {
        let State::On { store, .. } = &self.state else { return };
        if !self.unwritable_said.swap(true, Ordering::Relaxed) {
            let said = format!("{} cannot be written: {error}; the run goes on", store.root().display());
            log.aside(Level::Detail, "cache", &said);
        }
    }

    /// Makes room where the store has become too large.
    pub(super) fn bound(&self) {
        if let State::On { store, .. } = &self.state {
            store.bound();
        }
    }

    fn look(&self, config: &Config, ask: &Ask, store: &Store, program: &str) -> Option<(Head, Vec<u8>)> {
        let hashes = self.files.iter().map(|file| file.hash.clone()).collect::<Option<Vec<String>>>()?;
        let key = asked(&self.base(config, program, &hashes), ask).key();
        let Found::Entry(mut bytes) = store.find(Shelf::Results, &key) else { return None };
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let head: Head = serde_json::from_slice(&bytes[..end]).ok()?;
        let holds = head.before.as_ref().is_none_or(|before| before.holds(&config.output.folder));
        if !holds {
            return None;
        }
        bytes.drain(..=end);
        store.answered();
        Some((head, bytes))
    }

    /// Keeps results for later runs, if what was read is what lies on the disk.
    pub(super) fn keep<B: AsRef<[u8]>>(
        &self,
        config: &Config,
        beside: &Beside,
        results: impl IntoIterator<Item = (Ask, B)>,
        log: &Log,
    ) {
        let State::On { store, program } = &self.state else { return };
        let Some(hashes) = files::as_read(&self.files, &self.tables()) else {
            log.aside(Level::Detail, "cache", "nothing is kept: a file changed while it was read");
            return;
        };
        let base = self.base(config, program, &hashes);
        let head = Head { said: beside.said.to_vec(), before: beside.before.clone() };
        let mut head = serde_json::to_vec(&head).expect("plain values");
        head.push(b'\n');
        let unnoted = self.files.iter().zip(&hashes).filter(|(file, _)| !file.is_noted);
        let noted = unnoted.map(|(file, hash)| store.note(&file.path, file.seen, hash));
        let kept = results.into_iter().filter(|(_, bytes)| bytes.as_ref().len() <= LARGEST);
        let key = |ask| asked(&base, &ask).key();
        let kept = kept.map(|(ask, bytes)| store.keep(Shelf::Results, &key(ask), &[&head, bytes.as_ref()].concat()));
        if let Err(error) = noted.chain(kept).collect::<std::io::Result<()>>() {
            self.unwritable(&error, log);
        }
        store.bound();
    }

    /// Where a table of one of the files lies in the store, and the hash of that file: as known before, or as `read` just now, if what
    /// was read is what lies on the disk. `settings` decide how it is read.
    pub(super) fn table(&self, path: &Path, read: Option<&str>, settings: &[String]) -> Option<(&Store, Key, String)> {
        let State::On { store, program } = &self.state else { return None };
        let file = self.files.iter().find(|file| file.role == Role::Input && file.path == path)?;
        let hash = match read {
            Some(read) => file.as_read(read)?,
            None => file.hash.clone()?,
        };
        let mut question = Question::of("table").and(program).and(&hash);
        for table in self.files.iter().filter(|file| file.role.decides_reading()) {
            question = question.and(table.role.id()).and(table.hash.as_ref()?);
        }
        let key = settings.iter().fold(question, |question, setting| question.and(setting)).key();
        Some((store, key, hash))
    }

    /// The part of the key that all results of a run share.
    fn base(&self, config: &Config, program: &str, hashes: &[String]) -> Question {
        let base = Question::of("result").and(program).and(settings(config));
        // The path as typed: results name their files.
        let with = |base: Question, (file, hash): (&File, &String)| {
            base.and(file.role.id()).and(file.path.as_os_str().as_encoded_bytes()).and(hash)
        };
        self.files.iter().zip(hashes).fold(base, with)
    }

    /// What `run.json` says of it.
    pub(super) fn account(&self) -> serde_json::Value {
        match &self.state {
            State::Off => json!({ "state": "off" }),
            State::Unusable(reason) => json!({ "state": "unusable", "reason": reason }),
            State::On { store, .. } => {
                let tally = store.tally();
                json!({
                    "state": "used",
                    "folder": store.root(),
                    "files_recognised": tally.recognised,
                    "files_hashed": tally.hashed,
                    "tables_found": tally.tables,
                    "results_found": tally.answered,
                    "entries_written": tally.kept,
                    "bytes_written": tally.kept_bytes,
                    "entries_damaged": tally.damaged,
                    "entries_removed": tally.removed,
                })
            }
        }
    }
}

fn asked(base: &Question, ask: &Ask) -> Question {
    ask.0.iter().fold(base.clone(), |question, word| question.and(word))
}

/// The settings that decide a result and are not files. What is new in either struct has to be thought of here.
fn settings(config: &Config) -> String {
    let Config { inputs: _, reading, policy: _, primary: _, language: _, output: _, brand: _, store: _ } = config;
    let Reading {
        source: _,
        mapping: _,
        groups_table: _,
        regions_table: _,
        context: _,
        population: _,
        boundaries: _,
        boundary_name: _,
        geography: _,
        encoding: _,
        delimiter: _,
        date_format: _,
        tolerance,
        doubted: _,
        threads: _,
    } = reading;
    // It holds what is passed over here; only a report has a face, pages of its own and a choice of pictures.
    let mut decided = config.manifest();
    if let Some(all) = decided.as_object_mut() {
        all.remove("brand");
        all.remove("split");
        all.remove("images");
    }
    format!("{decided} {tolerance:?}")
}
