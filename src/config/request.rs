//! What was typed: flags and TOML alike, every setting optional.

use super::{BrandRequest, Error};
use crate::registry::Unknown;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// One layer of settings. Names are those of the flags, with `_` for `-` in TOML.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Request {
    pub input: Vec<String>,
    pub source: Option<String>,
    pub mapping: Option<PathBuf>,
    pub groups_table: Option<PathBuf>,
    pub regions_table: Option<PathBuf>,
    pub context: Option<PathBuf>,
    pub population: Option<PathBuf>,
    pub boundaries: Option<PathBuf>,
    pub boundary_name: Option<String>,
    pub geography: Option<String>,
    pub encoding: Option<String>,
    pub delimiter: Option<String>,
    pub date_format: Option<String>,
    pub max_rejected: Option<String>,
    pub doubted: Option<String>,
    pub by: Option<String>,
    pub week_start: Option<String>,
    pub attribution: Option<String>,
    pub multi_day: Option<String>,
    pub primary: Option<String>,
    pub covered: Option<String>,
    pub as_of: Option<String>,
    pub version_date: Option<String>,
    pub pair_incidents: Option<String>,
    pub pair_window: Option<usize>,
    pub pair_least: Option<usize>,
    pub pair_robustness: Option<String>,
    pub since: Option<String>,
    pub until: Option<String>,
    pub group: Vec<String>,
    pub region: Vec<String>,
    pub country: Vec<String>,
    pub kind: Vec<String>,
    pub tactic: Vec<String>,
    pub target: Vec<String>,
    pub top: Option<usize>,
    pub language: Option<String>,
    pub split: Option<String>,
    pub images: Option<String>,
    pub out: Option<PathBuf>,
    pub threads: Option<usize>,
    pub cache_dir: Option<PathBuf>,
    pub cache_max: Option<String>,
    pub no_cache: bool,
    pub verify: bool,
    /// A page template of the user's own.
    pub template: Option<PathBuf>,
    /// In a file only.
    pub brand: BrandRequest,
    #[serde(skip)]
    pub verbosity: Verbosity,
    #[serde(skip)]
    pub log_format: LogFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verbosity {
    Quiet,
    #[default]
    Normal,
    Verbose,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

impl Request {
    /// Reads a configuration file; relative paths in it are meant from its folder.
    pub fn read(path: &Path) -> Result<Request, Error> {
        let text = std::fs::read_to_string(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::NoFile { path: path.to_owned() },
            _ => Error::BadFile { path: path.to_owned(), reason: format!("cannot be read: {e}") },
        })?;
        let mut request: Request = toml::from_str(&text).map_err(|e| {
            let before = text.get(..e.span().map_or(0, |span| span.start)).unwrap_or_default();
            let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
            Error::BadLine { path: path.to_owned(), line, reason: plain(e.message()) }
        })?;
        let base = path.parent().unwrap_or(Path::new(""));
        let from_base = |p: &mut PathBuf| *p = base.join(&*p);
        for setting in [
            &mut request.mapping,
            &mut request.groups_table,
            &mut request.regions_table,
            &mut request.context,
            &mut request.population,
            &mut request.boundaries,
            &mut request.out,
            &mut request.template,
            &mut request.cache_dir,
            &mut request.brand.logo,
        ] {
            setting.iter_mut().for_each(from_base);
        }
        if !base.as_os_str().is_empty() {
            request.input.iter_mut().for_each(|p| *p = base.join(&*p).to_string_lossy().into_owned());
        }
        Ok(request)
    }

    /// This layer over a lower one: what it says holds, the rest comes from below.
    pub fn or(self, lower: Request) -> Request {
        fn list<T>(upper: Vec<T>, lower: Vec<T>) -> Vec<T> {
            if upper.is_empty() { lower } else { upper }
        }
        Request {
            input: list(self.input, lower.input),
            source: self.source.or(lower.source),
            mapping: self.mapping.or(lower.mapping),
            groups_table: self.groups_table.or(lower.groups_table),
            regions_table: self.regions_table.or(lower.regions_table),
            context: self.context.or(lower.context),
            population: self.population.or(lower.population),
            boundaries: self.boundaries.or(lower.boundaries),
            boundary_name: self.boundary_name.or(lower.boundary_name),
            geography: self.geography.or(lower.geography),
            encoding: self.encoding.or(lower.encoding),
            delimiter: self.delimiter.or(lower.delimiter),
            date_format: self.date_format.or(lower.date_format),
            max_rejected: self.max_rejected.or(lower.max_rejected),
            doubted: self.doubted.or(lower.doubted),
            by: self.by.or(lower.by),
            week_start: self.week_start.or(lower.week_start),
            attribution: self.attribution.or(lower.attribution),
            multi_day: self.multi_day.or(lower.multi_day),
            primary: self.primary.or(lower.primary),
            covered: self.covered.or(lower.covered),
            as_of: self.as_of.or(lower.as_of),
            version_date: self.version_date.or(lower.version_date),
            pair_incidents: self.pair_incidents.or(lower.pair_incidents),
            pair_window: self.pair_window.or(lower.pair_window),
            pair_least: self.pair_least.or(lower.pair_least),
            pair_robustness: self.pair_robustness.or(lower.pair_robustness),
            since: self.since.or(lower.since),
            until: self.until.or(lower.until),
            group: list(self.group, lower.group),
            region: list(self.region, lower.region),
            country: list(self.country, lower.country),
            kind: list(self.kind, lower.kind),
            tactic: list(self.tactic, lower.tactic),
            target: list(self.target, lower.target),
            top: self.top.or(lower.top),
            language: self.language.or(lower.language),
            split: self.split.or(lower.split),
            images: self.images.or(lower.images),
            out: self.out.or(lower.out),
            threads: self.threads.or(lower.threads),
            // A folder that is typed means that there is to be a cache.
            no_cache: self.no_cache || (lower.no_cache && self.cache_dir.is_none()),
            cache_dir: self.cache_dir.or(lower.cache_dir),
            cache_max: self.cache_max.or(lower.cache_max),
            verify: self.verify || lower.verify,
            template: self.template.or(lower.template),
            brand: if self.brand == BrandRequest::default() { lower.brand } else { self.brand },
            verbosity: self.verbosity,
            log_format: self.log_format,
        }
    }
}

/// What the TOML reader says, in the words of this program: "unknown field `x`, expected one of `y`, `z`".
fn plain(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    if message.starts_with("unknown field")
        && let Some(unknown) = quoted.next()
    {
        let known: Vec<&str> = quoted.collect();
        return Unknown::new("setting", unknown, &known).to_string();
    }
    match message.split_once(", expected ") {
        Some((_, "a sequence")) => "this setting takes a list: write [\"...\"], also for one value".to_owned(),
        Some((_, "a string" | "path string")) => "this setting takes text: write it in double quotes".to_owned(),
        Some((_, "a boolean")) => "this setting takes true or false, without quotes".to_owned(),
        Some((_, "usize")) => "this setting takes a whole number, without quotes".to_owned(),
        Some(_) | None => message.trim_end().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(toml: &str) -> String {
        let folder = tempfile::tempdir().expect("a folder for one file");
        let path = folder.path().join("settings.toml");
        std::fs::write(&path, toml).expect("one small file");
        let error = Request::read(&path).expect_err("the file has a fault").to_string();
        error.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
    }

    #[test]
    fn a_slip_in_a_file_is_named_with_its_line_and_what_was_meant() {
        let unknown = refused("input = [\"a.csv\"]\nmaping = \"m.toml\"\n");
        let begins =
            "settings.toml, line 2: no setting is called 'maping' (did you mean 'mapping'?); there is: input, ";
        assert!(unknown.starts_with(begins), "{unknown}");
        let reasons = [
            ("input = \"a.csv\"", "this setting takes a list: write [\"...\"], also for one value"),
            ("by = 3", "this setting takes text: write it in double quotes"),
            ("mapping = 3", "this setting takes text: write it in double quotes"),
            ("no_cache = \"yes\"", "this setting takes true or false, without quotes"),
            ("top = \"12\"", "this setting takes a whole number, without quotes"),
        ];
        for (toml, reason) in reasons {
            assert_eq!(refused(toml), format!("settings.toml, line 1: {reason}"), "{toml}");
        }
    }
}
