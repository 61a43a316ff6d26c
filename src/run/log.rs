//! What a run says while it works: lines on standard error, or JSON for machines; a progress line on a terminal only.

use crate::config::{LogFormat, Verbosity};
use indicatif::{
    DecimalBytes, HumanCount, HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle,
};
use std::fmt;
use std::io::{IsTerminal, Write};
use std::time::Duration;

pub(super) struct Log {
    verbosity: Verbosity,
    format: LogFormat,
    bar: ProgressBar,
}

impl Log {
    pub(super) fn new(verbosity: Verbosity, format: LogFormat) -> Log {
        let lively = verbosity != Verbosity::Quiet && format == LogFormat::Text && std::io::stderr().is_terminal();
        let bar = ProgressBar::with_draw_target(
            None,
            if lively { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() },
        );
        Log { verbosity, format, bar }
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
        if self.verbosity != Verbosity::Quiet {
            self.line("info", event, text);
        }
    }

    /// What is told only on request.
    pub(super) fn detail(&self, event: &str, text: &str) {
        if self.verbosity == Verbosity::Verbose {
            self.line("detail", event, text);
        }
    }

    /// What a user must know; also a quiet run says it.
    pub(super) fn warn(&self, event: &str, text: &str) {
        self.line("warning", event, text);
    }

    fn line(&self, level: &str, event: &str, text: &str) {
        let line = match self.format {
            LogFormat::Text if level == "warning" => format!("warning: {text}"),
            LogFormat::Text => text.to_owned(),
            LogFormat::Json => serde_json::json!({ "level": level, "event": event, "text": text }).to_string(),
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
