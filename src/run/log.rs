//! What a run says while it works: lines on standard error, or JSON for machines; a progress line on a terminal only.

use crate::config::{LogFormat, Verbosity};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
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
        bar.set_style(ProgressStyle::with_template("{spinner} {msg}").expect("the template is one"));
        Log { verbosity, format, bar }
    }

    /// What is being done right now; only a terminal shows it.
    pub(super) fn doing(&self, what: &str) {
        self.bar.set_message(what.to_owned());
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
