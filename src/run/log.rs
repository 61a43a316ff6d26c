//! What a run says while it works: lines on standard error, or JSON for machines; a progress line on a terminal only.

use crate::config::{LogFormat, Verbosity};
use indicatif::{
    DecimalBytes, HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle,
};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::Duration;

pub(super) struct Log {
    verbosity: Verbosity,
    format: LogFormat,
    bar: ProgressBar,
    said: Mutex<Vec<Line>>,
}

/// How much a line matters, and so who sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Level {
    Info,
    Detail,
    Warning,
}

impl Level {
    fn id(self) -> &'static str {
        match self {
            Level::Info => "info",
            Level::Detail => "detail",
            Level::Warning => "warning",
        }
    }
}

/// A line, whether it was shown or not: what is kept of a run is said again where its result is used again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    level: Level,
    event: String,
    text: String,
}

impl Line {
    pub(super) fn is_warning(&self) -> bool {
        self.level == Level::Warning
    }
}

impl Log {
    pub(super) fn new(verbosity: Verbosity, format: LogFormat) -> Log {
        let lively = verbosity != Verbosity::Quiet && format == LogFormat::Text && std::io::stderr().is_terminal();
        let bar = ProgressBar::with_draw_target(
            None,
            if lively { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() },
        );
        Log { verbosity, format, bar, said: Mutex::default() }
    }

    /// Another of the same form, in which only warnings are heard.
    pub(super) fn for_warnings(&self) -> Log {
        Log::new(Verbosity::Quiet, self.format)
    }

    /// What is being done right now; only a terminal shows it.
    pub(super) fn doing(&self, what: &str) {
        self.start(what, None, "{spinner} {msg}");
    }

    /// As [`Log::doing`], of work of so many steps, with a bar, the rate and the time left.
    pub(super) fn steps(&self, what: &str, steps: usize) -> Progress {
        const BAR: &str = "{spinner} {msg} [{bar:24}] {human_pos}/{human_len}{rate}{left}";
        self.start(what, Some(steps as u64), BAR);
        Progress(self.bar.clone())
    }

    /// As [`Log::steps`], of work on so many bytes.
    pub(super) fn bytes(&self, what: &str, bytes: u64) -> Progress {
        const BAR: &str = "{spinner} {msg} [{bar:24}] {decimal_bytes}/{decimal_total_bytes}{byte_rate}{left}";
        self.start(what, Some(bytes), BAR);
        Progress(self.bar.clone())
    }

    fn start(&self, what: &str, length: Option<u64>, template: &str) {
        self.bar.set_message(what.to_owned());
        self.bar.reset();
        match length {
            Some(length) => self.bar.set_length(length),
            None => self.bar.unset_length(),
        }
        // Nothing is said of a rate before there is one.
        let style = ProgressStyle::with_template(template).expect("the templates of this file are some");
        let style = style.with_key("rate", |state: &ProgressState, out: &mut dyn fmt::Write| {
            told(state, out, format_args!(", {}/s", HumanCount(state.per_sec() as u64)));
        });
        let style = style.with_key("byte_rate", |state: &ProgressState, out: &mut dyn fmt::Write| {
            told(state, out, format_args!(", {}/s", DecimalBytes(state.per_sec() as u64)));
        });
        self.bar.set_style(style.with_key("left", |state: &ProgressState, out: &mut dyn fmt::Write| {
            told(state, out, format_args!(", {:#} left", HumanDuration(state.eta())));
        }));
        self.bar.enable_steady_tick(Duration::from_millis(120));
    }

    pub(super) fn done(&self) {
        self.bar.finish_and_clear();
    }

    /// What a user wants to know of every run.
    pub(super) fn info(&self, event: &str, text: &str) {
        self.line(Level::Info, event, text);
    }

    /// What is told only on request.
    pub(super) fn detail(&self, event: &str, text: &str) {
        self.line(Level::Detail, event, text);
    }

    /// Of this run alone: it is not said again with its result.
    pub(super) fn aside(&self, level: Level, event: &str, text: &str) {
        self.show(&Line { level, event: event.to_owned(), text: text.to_owned() });
    }

    /// What a user must know; also a quiet run says it.
    pub(super) fn warn(&self, event: &str, text: &str) {
        self.line(Level::Warning, event, text);
    }

    /// Forgets what was said so far.
    pub(super) fn begin(&self) {
        self.said.lock().expect("nobody panics while listening").clear();
    }

    /// What was said since.
    pub(super) fn said(&self) -> Vec<Line> {
        self.said.lock().expect("nobody panics while listening").clone()
    }

    /// Says what an earlier run said, to those who want to hear it now.
    pub(super) fn again(&self, lines: &[Line]) {
        lines.iter().for_each(|line| self.show(line));
    }

    fn line(&self, level: Level, event: &str, text: &str) {
        let line = Line { level, event: event.to_owned(), text: text.to_owned() };
        self.show(&line);
        self.said.lock().expect("nobody panics while listening").push(line);
    }

    fn show(&self, Line { level, event, text }: &Line) {
        let is_heard = match level {
            Level::Info => self.verbosity != Verbosity::Quiet,
            Level::Detail => self.verbosity == Verbosity::Verbose,
            Level::Warning => true,
        };
        if !is_heard {
            return;
        }
        let line = match (self.format, level) {
            (LogFormat::Text, Level::Warning) => format!("warning: {text}"),
            (LogFormat::Text, Level::Info | Level::Detail) => text.to_owned(),
            (LogFormat::Json, Level::Info | Level::Detail | Level::Warning) => {
                serde_json::json!({ "level": level.id(), "event": event, "text": text }).to_string()
            }
        };
        self.bar.suspend(|| {
            // Standard error may be closed; a run does not fail for it.
            let _ = writeln!(std::io::stderr(), "{line}");
        });
    }
}

/// Writes a part of the line, once some of the work is done.
fn told(state: &ProgressState, out: &mut dyn fmt::Write, part: fmt::Arguments<'_>) {
    if state.pos() > 0 {
        // The line of a terminal: what it does not take is not worth a failure.
        let _ = out.write_fmt(part);
    }
}

/// How far long work has come; several threads may add to it. Nothing is shown where standard error is no terminal.
#[derive(Clone)]
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// So many steps or bytes more are done.
    pub(super) fn add(&self, done: u64) {
        self.0.inc(done);
    }
}
