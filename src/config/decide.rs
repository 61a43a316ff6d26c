//! What a request means: every setting decided, or refused with what would do.

use super::{Error, Request};
use crate::analysis::Policy;
use crate::cube::{MultiDay, Selection};
use crate::incident::Kind;
use crate::messages::{self, ENGLISH, Messages};
use crate::paint::Images;
use crate::period::{DateFormat, Day, Grain, WeekStart, Window};
use crate::read::Encoding;
use crate::registry::nearest;
use crate::report::{Brand, Split};
use crate::source::{Attribution, Doubted, Geography, SOURCES, Source, Tolerance};
use crate::store;
use serde::Serialize;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use strum::VariantArray;

/// Groups and regions that get their own lines and charts, unless the user says otherwise: what fits a page of small multiples.
const TOP: usize = 12;

/// Everything a run needs to know.
#[derive(Clone)]
pub struct Config {
    pub inputs: Vec<PathBuf>,
    pub reading: Reading,
    pub policy: Policy,
    /// The source that headlines come from, where the run has several.
    pub primary: Option<String>,
    /// The language of the report.
    pub language: &'static Messages,
    pub output: Output,
    pub brand: Brand,
    /// What earlier runs worked out; `None`: the run does without.
    pub store: Option<store::Settings>,
}

/// How files are read.
#[derive(Clone)]
pub struct Reading {
    pub source: Option<&'static dyn Source>,
    pub mapping: Option<PathBuf>,
    pub groups_table: Option<PathBuf>,
    pub regions_table: Option<PathBuf>,
    pub context: Option<PathBuf>,
    pub population: Option<PathBuf>,
    pub boundaries: Option<PathBuf>,
    /// The property that names the boundaries; `None`: the one that knows most regions.
    pub boundary_name: Option<String>,
    pub geography: Geography,
    pub encoding: Option<Encoding>,
    pub delimiter: Option<u8>,
    pub date_format: Option<DateFormat>,
    pub tolerance: Tolerance,
    pub doubted: Doubted,
    pub threads: NonZeroUsize,
}

/// Where the report goes.
#[derive(Clone, Debug)]
pub struct Output {
    pub folder: PathBuf,
    /// Whose pages of their own are written beside the report.
    pub split: Option<Split>,
    /// The pictures of each chart.
    pub images: Images,
}

impl Config {
    pub fn decide(request: &Request) -> Result<Config, Error> {
        let inputs = super::inputs(&request.input)?;
        let encoding = parse("encoding", request.encoding.as_deref(), |text| {
            let known = Encoding::ALL.map(Encoding::name);
            Encoding::named(text).ok_or_else(|| choices(text, &known))
        })?;
        let delimiter = parse("delimiter", request.delimiter.as_deref(), |text| match text {
            "tab" | "\\t" | "\t" => Ok(b'\t'),
            "," | ";" | "|" => Ok(text.as_bytes()[0]),
            _ => Err("there is: , ; | tab".to_owned()),
        })?;
        let date_format = parse("date-format", request.date_format.as_deref(), |text| {
            DateFormat::new(text)
                .ok_or_else(|| "write it as in '%d/%m/%Y' or '%Y-%m-%d'; it needs a day, a month and a year".to_owned())
        })?;
        let source = match request.source.as_deref() {
            Some(id) => Some(SOURCES.get(id)?),
            None => None,
        };
        let cores = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let threads = at_least_one("threads", request.threads)?.unwrap_or(cores);
        for (setting, path) in [
            ("mapping", &request.mapping),
            ("groups-table", &request.groups_table),
            ("regions-table", &request.regions_table),
            ("context", &request.context),
            ("population", &request.population),
            ("boundaries", &request.boundaries),
        ] {
            exists(setting, path.as_deref())?;
        }
        let reading = Reading {
            source,
            mapping: request.mapping.clone(),
            groups_table: request.groups_table.clone(),
            regions_table: request.regions_table.clone(),
            context: request.context.clone(),
            population: request.population.clone(),
            boundaries: request.boundaries.clone(),
            boundary_name: request.boundary_name.clone(),
            geography: word("geography", request.geography.as_deref())?.unwrap_or_default(),
            encoding,
            delimiter,
            date_format,
            tolerance: parse("max-rejected", request.max_rejected.as_deref(), tolerance)?.unwrap_or_default(),
            doubted: word("doubted", request.doubted.as_deref())?.unwrap_or_default(),
            threads,
        };
        let output = Output {
            folder: request.out.clone().unwrap_or_else(|| PathBuf::from(super::DEFAULT_OUT)),
            split: word("split", request.split.as_deref())?,
            images: word("images", request.images.as_deref())?.unwrap_or_default(),
        };
        let brand = super::brand::brand(&request.brand, request.template.as_deref())?;
        let language = parse("language", request.language.as_deref(), |tag| {
            let known: Vec<&str> = messages::languages().collect();
            messages::for_language(tag).ok_or_else(|| choices(tag, &known))
        })?;
        let language = language.unwrap_or(&ENGLISH);
        let (policy, primary, store) = (policy(request)?, request.primary.clone(), super::store::store(request)?);
        Ok(Config { inputs, reading, policy, primary, language, output, brand, store })
    }

    /// The decided settings as the manifest stores them: nothing that depends on the machine or on where the report goes.
    pub fn manifest(&self) -> serde_json::Value {
        #[derive(Serialize)]
        struct Stored<'a> {
            source: Option<&'static str>,
            geography: &'static str,
            boundary_name: Option<&'a str>,
            doubted: &'static str,
            encoding: Option<&'static str>,
            delimiter: Option<String>,
            date_format: Option<&'a str>,
            primary: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            brand: Option<serde_json::Value>,
            language: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            split: Option<Split>,
            #[serde(skip_serializing_if = "Option::is_none")]
            images: Option<Images>,
            #[serde(flatten)]
            policy: &'a Policy,
        }
        serde_json::to_value(Stored {
            source: self.reading.source.map(crate::registry::Entry::id),
            geography: self.reading.geography.id(),
            boundary_name: self.reading.boundary_name.as_deref(),
            doubted: self.reading.doubted.into(),
            encoding: self.reading.encoding.map(Encoding::name),
            delimiter: self.reading.delimiter.map(|d| char::from(d).to_string()),
            date_format: self.reading.date_format.as_ref().map(DateFormat::text),
            primary: self.primary.as_deref(),
            brand: super::brand::manifest(&self.brand),
            language: self.language.language(),
            split: self.output.split,
            images: Some(self.output.images).filter(|&images| images != Images::default()),
            policy: &self.policy,
        })
        .expect("settings are plain values")
    }
}

pub(super) fn policy(request: &Request) -> Result<Policy, Error> {
    let week_start = parse("week-start", request.week_start.as_deref(), |text| match text {
        "monday" => Ok(WeekStart::Monday),
        "saturday" => Ok(WeekStart::Saturday),
        _ => Err("there is: monday, saturday".to_owned()),
    })?;
    let grain = parse("by", request.by.as_deref(), |text| match text {
        "day" => Ok(Grain::Day),
        "week" => Ok(Grain::Week(week_start.unwrap_or_default())),
        "month" => Ok(Grain::Month),
        "quarter" => Ok(Grain::Quarter),
        "half" | "half-year" => Ok(Grain::HalfYear),
        "year" => Ok(Grain::Year),
        _ => Err(choices(text, &["day", "week", "month", "quarter", "half", "year"])),
    })?;
    let kinds = request.kind.iter().map(|k| Ok(word("kind", Some(k))?.expect("a word was given")));
    let selection = Selection {
        since: day("since", request.since.as_deref())?,
        until: day("until", request.until.as_deref())?,
        groups: request.group.clone(),
        regions: request.region.clone(),
        countries: request.country.clone(),
        kinds: kinds.collect::<Result<Vec<Kind>, Error>>()?,
        tactics: request.tactic.clone(),
        targets: request.target.clone(),
    };
    if let (Some(since), Some(until)) = (selection.since, selection.until)
        && since > until
    {
        return Err(Error::BadValue {
            setting: "until",
            value: until.to_string(),
            reason: format!("lies before --since {since}"),
        });
    }
    Ok(Policy {
        grain: grain.unwrap_or(Grain::Month),
        attribution: word::<Attribution>("attribution", request.attribution.as_deref())?,
        multi_day: word::<MultiDay>("multi-day", request.multi_day.as_deref())?.unwrap_or_default(),
        covered: parse("covered", request.covered.as_deref(), covered)?,
        as_of: day("as-of", request.as_of.as_deref())?,
        version: day("version-date", request.version_date.as_deref())?,
        selection,
        top: at_least_one("top", request.top)?.map_or(TOP, NonZeroUsize::get),
        pairs: super::pairs::pairs(request)?,
    })
}

fn parse<T>(
    setting: &'static str,
    text: Option<&str>,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, Error> {
    let Some(text) = text else { return Ok(None) };
    read(text).map(Some).map_err(|reason| Error::BadValue { setting, value: text.to_owned(), reason })
}

/// One of the words of an enum; a hyphen is as good as an underscore.
pub(super) fn word<T>(setting: &'static str, text: Option<&str>) -> Result<Option<T>, Error>
where
    T: VariantArray + std::str::FromStr + Copy + Into<&'static str>,
{
    let Some(text) = text else { return Ok(None) };
    let known: Vec<String> = T::VARIANTS.iter().map(|&v| v.into().replace('_', "-")).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    parse(setting, Some(text), |text| text.replace('-', "_").parse().map_err(|_| choices(text, &known)))
}

/// What could have been meant, and all that there is.
fn choices(text: &str, known: &[&str]) -> String {
    let all = known.join(", ");
    match nearest(text, known.iter().copied()) {
        Some(meant) => format!("did you mean '{meant}'? There is: {all}"),
        None => format!("there is: {all}"),
    }
}

pub(super) fn at_least_one(setting: &'static str, number: Option<usize>) -> Result<Option<NonZeroUsize>, Error> {
    let zero = || Error::BadValue { setting, value: "0".to_owned(), reason: "it takes at least 1".to_owned() };
    number.map(|n| NonZeroUsize::new(n).ok_or_else(zero)).transpose()
}

/// A table beside the incidents that is not there is a slip in the request: said before anything is read.
fn exists(setting: &'static str, path: Option<&Path>) -> Result<(), Error> {
    match path {
        Some(path) if !path.is_file() => Err(Error::BadValue {
            setting,
            value: path.display().to_string(),
            reason: "there is no such file; check the path".to_owned(),
        }),
        Some(_) | None => Ok(()),
    }
}

fn day(setting: &'static str, text: Option<&str>) -> Result<Option<Day>, Error> {
    parse(setting, text, |text| Day::from_iso(text).ok_or_else(|| "not a date; write 2026-10-31".to_owned()))
}

fn covered(text: &str) -> Result<Window, String> {
    let days = text.split_once("..").and_then(|(from, to)| Some((Day::from_iso(from)?, Day::from_iso(to)?)));
    let (from, to) = days.ok_or("write it as 2015-01-01..2026-10-31")?;
    Window::new(from, to).ok_or_else(|| "it ends before it begins".to_owned())
}

/// `2%` of a file, or a number of rows.
fn tolerance(text: &str) -> Result<Tolerance, String> {
    let wrong = || "write a share such as 2% or a number of rows such as 20".to_owned();
    match text.strip_suffix('%') {
        Some(percent) => {
            let percent: f64 = percent.trim().parse().map_err(|_| wrong())?;
            if !(0.0..=100.0).contains(&percent) {
                return Err(wrong());
            }
            Ok(Tolerance { share: percent / 100.0, rows: 0 })
        }
        None => Ok(Tolerance { share: 0.0, rows: text.parse().map_err(|_| wrong())? }),
    }
}
