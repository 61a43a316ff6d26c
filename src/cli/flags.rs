//! The flags that all verbs share.

use crate::config::{BrandRequest, LogFormat, Request, Verbosity};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Args, Debug, Default)]
pub struct Flags {
    /// Incident files, globs or folders (.csv .tsv .gz .zst .zip .xlsx)
    pub input: Vec<String>,
    /// Settings from this TOML file; flags win over it
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// Read every file as this source [default: recognised by its columns; see: list sources]
    #[arg(long, value_name = "ID", help_heading = "Reading")]
    source: Option<String>,
    /// How the columns of an own CSV are read (write one with: init)
    #[arg(long, value_name = "FILE", help_heading = "Reading")]
    mapping: Option<PathBuf>,
    /// Alias table of groups: name,canonical,parent,class,country,from,to
    #[arg(long, value_name = "FILE", help_heading = "Reading")]
    groups_table: Option<PathBuf>,
    /// Alias table of regions: name,canonical,parent,country,from,to
    #[arg(long, value_name = "FILE", help_heading = "Reading")]
    regions_table: Option<PathBuf>,
    /// Events to mark on charts, and declared relations of groups: from,to,label,region,group,with,relation
    #[arg(long, value_name = "FILE", help_heading = "Reading")]
    context: Option<PathBuf>,
    /// Population: country,region,year,population
    #[arg(long, value_name = "FILE", help_heading = "Reading")]
    population: Option<PathBuf>,
    /// Boundaries of the regions for maps, as GeoJSON; none are shipped
    #[arg(long, value_name = "FILE", help_heading = "Reading")]
    boundaries: Option<PathBuf>,
    /// The property that names a boundary [default: the one that knows most regions]
    #[arg(long, value_name = "PROPERTY", help_heading = "Reading")]
    boundary_name: Option<String>,
    /// Count a merged region with its parent from the first year on, or both apart throughout: merged, split [default: merged]
    #[arg(long, value_name = "HOW", help_heading = "Reading")]
    geography: Option<String>,
    /// Read every file in this encoding: utf-8, utf-16le, utf-16be, windows-1252, latin-1, mac-roman [default: recognised]
    #[arg(long, value_name = "NAME", help_heading = "Reading")]
    encoding: Option<String>,
    /// The mark between fields: , ; | tab [default: recognised]
    #[arg(long, value_name = "MARK", help_heading = "Reading")]
    delimiter: Option<String>,
    /// How dates are written, as in '%d/%m/%Y' [default: recognised from all rows of a file]
    #[arg(long, value_name = "FORMAT", help_heading = "Reading")]
    date_format: Option<String>,
    /// Refuse a file with more rejected rows: a share (2%) or a number of rows [default: 2%, and at least 5 rows]
    #[arg(long, value_name = "LIMIT", help_heading = "Reading")]
    max_rejected: Option<String>,
    /// GTD rows whose coders doubt that they were terrorism: leave-out, keep [default: leave-out]
    #[arg(long, value_name = "HOW", help_heading = "Reading")]
    doubted: Option<String>,
    /// The source that headlines come from, where the input has several
    #[arg(long, value_name = "ID", help_heading = "Reading")]
    primary: Option<String>,

    /// Length of a period: day, week, month, quarter, half, year [default: month]
    #[arg(long, value_name = "GRAIN", help_heading = "Counting")]
    by: Option<String>,
    /// First day of a week, with --by week: monday, saturday (as ACLED counts) [default: monday]
    #[arg(long, value_name = "DAY", help_heading = "Counting")]
    week_start: Option<String>,
    /// How an incident of several groups counts: involved, first, initiator, fractional [default: as the source's publisher]
    #[arg(long, value_name = "HOW", help_heading = "Counting")]
    attribution: Option<String>,
    /// When an incident of several days counts: start, midpoint, spread [default: start]
    #[arg(long, value_name = "HOW", help_heading = "Counting")]
    multi_day: Option<String>,
    /// The days in which someone was counting; outside them nothing is 0 [default: by the source's rule]
    #[arg(long, value_name = "FROM..TO", help_heading = "Counting")]
    covered: Option<String>,
    /// Pretend to stand at this day: coverage ends there
    #[arg(long, value_name = "DATE", help_heading = "Counting")]
    as_of: Option<String>,
    /// How fresh the files are, where their rows have no revision stamps [default: not stated]
    #[arg(long, value_name = "DATE", help_heading = "Counting")]
    version_date: Option<String>,

    /// Which incidents of two groups are held against each other: initiated, involved (clashes too) [default: initiated]
    #[arg(long, value_name = "WHICH", help_heading = "Pairs of groups")]
    pair_incidents: Option<String>,
    /// Days of the windows within which one group's offensives are moved to see what chance brings near [default: 28; from 200 offensives on 21, from 500 14, from 1200 7]
    #[arg(long, value_name = "DAYS", help_heading = "Pairs of groups")]
    pair_window: Option<usize>,
    /// Incidents with an exact day and a place that each of the two must have [default: 20]
    #[arg(long, value_name = "N", help_heading = "Pairs of groups")]
    pair_least: Option<usize>,
    /// Two further measures for robustness, a Hawkes fit and a covariance of districts: off, on [default: off]
    #[arg(long, value_name = "SWITCH", help_heading = "Pairs of groups")]
    pair_robustness: Option<String>,

    /// Only incidents from this day on
    #[arg(long, value_name = "DATE", help_heading = "Filters (a filtered report gets its own folder)")]
    since: Option<String>,
    /// Only incidents up to this day
    #[arg(long, value_name = "DATE", help_heading = "Filters (a filtered report gets its own folder)")]
    until: Option<String>,
    /// Only incidents with this group or family (repeatable); for chart convergence the two that it is of
    #[arg(long, value_name = "NAME", help_heading = "Filters (a filtered report gets its own folder)")]
    group: Vec<String>,
    /// Only this region (repeatable)
    #[arg(long, value_name = "NAME", help_heading = "Filters (a filtered report gets its own folder)")]
    region: Vec<String>,
    /// Only this country (repeatable)
    #[arg(long, value_name = "NAME", help_heading = "Filters (a filtered report gets its own folder)")]
    country: Vec<String>,
    /// Only this kind: attack, operation, state-violence, clash, interstate, undetermined, other (repeatable)
    #[arg(long, value_name = "KIND", help_heading = "Filters (a filtered report gets its own folder)")]
    kind: Vec<String>,
    /// Only this tactic (repeatable)
    #[arg(long, value_name = "NAME", help_heading = "Filters (a filtered report gets its own folder)")]
    tactic: Vec<String>,
    /// Only this target (repeatable)
    #[arg(long, value_name = "NAME", help_heading = "Filters (a filtered report gets its own folder)")]
    target: Vec<String>,

    /// Groups and regions that get their own lines and charts [default: 12]
    #[arg(long, value_name = "N", help_heading = "Output")]
    top: Option<usize>,
    /// The language of the report: en, ur [default: en]
    #[arg(long, value_name = "TAG", help_heading = "Output")]
    language: Option<String>,
    /// Also write a page of its own for each top region, or each top group: region, group
    #[arg(long, value_name = "WHAT", help_heading = "Output")]
    split: Option<String>,
    /// The pictures that a report has of each chart: both, svg, png [default: both]
    #[arg(long, value_name = "WHICH", help_heading = "Output")]
    images: Option<String>,
    /// The folder of reports [default: reports]
    #[arg(long, value_name = "FOLDER", help_heading = "Output")]
    out: Option<PathBuf>,
    /// Threads to read and draw with [default: all cores]
    #[arg(long, value_name = "N", help_heading = "Output")]
    threads: Option<usize>,
    /// Where to keep what was worked out, for later runs [default: the platform's folder for caches]
    #[arg(long, value_name = "FOLDER", help_heading = "Cache (safe to delete at any time)")]
    cache_dir: Option<PathBuf>,
    /// How large it may grow; what was used longest ago goes first [default: 2GB]
    #[arg(long, value_name = "SIZE", help_heading = "Cache (safe to delete at any time)")]
    cache_max: Option<String>,
    /// Look nothing up and keep nothing
    #[arg(long, conflicts_with_all = ["cache_dir", "cache_max", "verify"], help_heading = "Cache (safe to delete at any time)")]
    no_cache: bool,
    /// Hash every file again instead of trusting its size, times and inode
    #[arg(long, help_heading = "Cache (safe to delete at any time)")]
    verify: bool,
    /// A page template of your own for index.html (see the README: Your own face)
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    template: Option<PathBuf>,
    /// Print nothing but errors and warnings
    #[arg(short, long, conflicts_with = "verbose", help_heading = "Output")]
    quiet: bool,
    /// Print more of what is done
    #[arg(short, long, help_heading = "Output")]
    verbose: bool,
    /// How messages are written to standard error
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text", help_heading = "Output")]
    log_format: LogStyle,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum LogStyle {
    #[default]
    Text,
    Json,
}

impl Flags {
    /// How messages are written, known before anything is decided: also the error about a setting is written so.
    pub fn log_format(&self) -> LogFormat {
        match self.log_format {
            LogStyle::Text => LogFormat::Text,
            LogStyle::Json => LogFormat::Json,
        }
    }

    pub fn request(self) -> (Option<PathBuf>, Request) {
        let verbosity = match (self.quiet, self.verbose) {
            (true, _) => Verbosity::Quiet,
            (false, true) => Verbosity::Verbose,
            (false, false) => Verbosity::Normal,
        };
        let log_format = self.log_format();
        let request = Request {
            input: self.input,
            source: self.source,
            mapping: self.mapping,
            groups_table: self.groups_table,
            regions_table: self.regions_table,
            context: self.context,
            population: self.population,
            boundaries: self.boundaries,
            boundary_name: self.boundary_name,
            geography: self.geography,
            encoding: self.encoding,
            delimiter: self.delimiter,
            date_format: self.date_format,
            max_rejected: self.max_rejected,
            doubted: self.doubted,
            by: self.by,
            week_start: self.week_start,
            attribution: self.attribution,
            multi_day: self.multi_day,
            primary: self.primary,
            covered: self.covered,
            as_of: self.as_of,
            version_date: self.version_date,
            pair_incidents: self.pair_incidents,
            pair_window: self.pair_window,
            pair_least: self.pair_least,
            pair_robustness: self.pair_robustness,
            since: self.since,
            until: self.until,
            group: self.group,
            region: self.region,
            country: self.country,
            kind: self.kind,
            tactic: self.tactic,
            target: self.target,
            top: self.top,
            language: self.language,
            split: self.split,
            images: self.images,
            out: self.out,
            threads: self.threads,
            cache_dir: self.cache_dir,
            cache_max: self.cache_max,
            no_cache: self.no_cache,
            verify: self.verify,
            template: self.template,
            brand: BrandRequest::default(),
            verbosity,
            log_format,
        };
        (self.config, request)
    }
}
