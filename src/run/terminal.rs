//! The terminal: whether standard output is one, how wide it is, and which letters and colours it is asked for.

use crate::paint::{Charset, Colours, Paper};
use std::io::IsTerminal;

/// Where standard output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlet {
    Terminal(Paper),
    /// A pipe or a file: the same bytes on every machine.
    Pipe,
}

/// What text is written on where no terminal is asked: it must not differ from machine to machine.
pub(super) const SHEET: Paper = Paper { width: WIDTH, colours: Colours::None, charset: Charset::Unicode };

/// Cells where the terminal does not tell.
const WIDTH: usize = 80;
/// Clears the screen and goes to its upper left corner (ECMA-48: CUP, ED).
const CLEAR: &str = "\u{1b}[H\u{1b}[2J";

impl Outlet {
    /// That of this run.
    pub(super) fn of_run() -> Outlet {
        let size = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        if std::io::stdout().is_terminal() {
            Outlet::Terminal(paper(size, |name| std::env::var(name).ok().filter(|value| !value.is_empty())))
        } else {
            Outlet::Pipe
        }
    }

    /// What to write text on.
    pub(super) fn paper(self) -> Paper {
        match self {
            Outlet::Terminal(paper) => paper,
            Outlet::Pipe => SHEET,
        }
    }

    /// What makes room for a chart that is drawn again in place; only a terminal that knows escape sequences clears its screen.
    pub(super) fn clear(self) -> &'static str {
        match self {
            Outlet::Terminal(Paper { .. }) if std::env::var("TERM").is_ok_and(|term| term != "dumb") => CLEAR,
            Outlet::Terminal(_) | Outlet::Pipe => "",
        }
    }
}

/// What the environment says of the terminal: NO_COLOR (no-color.org), TERM, and the locale.
fn paper(width: Option<usize>, variable: impl Fn(&str) -> Option<String>) -> Paper {
    let is_plain = variable("NO_COLOR").is_some() || variable("TERM").is_none_or(|term| term == "dumb");
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&variable).unwrap_or_default().to_lowercase();
    let is_unicode = locale.contains("utf-8") || locale.contains("utf8");
    Paper {
        width: width.unwrap_or(WIDTH),
        colours: if is_plain { Colours::None } else { Colours::Ansi },
        charset: if is_unicode { Charset::Unicode } else { Charset::Ascii },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(width: Option<usize>, set: &[(&str, &str)]) -> Paper {
        paper(width, |name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_environment_chooses_letters_and_colours() {
        let usual = [("TERM", "xterm"), ("LANG", "en_GB.UTF-8")];
        let full = Paper { width: 100, colours: Colours::Ansi, charset: Charset::Unicode };
        assert_eq!(of(Some(100), &usual), full);
        assert_eq!(of(None, &usual).width, WIDTH);
        assert_eq!(of(Some(100), &[usual[0], usual[1], ("NO_COLOR", "1")]).colours, Colours::None);
        assert_eq!(of(Some(100), &[("TERM", "dumb"), usual[1]]).colours, Colours::None);
        assert_eq!(of(Some(100), &[usual[0], ("LANG", "C")]).charset, Charset::Ascii);
        assert_eq!(of(Some(100), &[usual[0], usual[1], ("LC_ALL", "POSIX")]).charset, Charset::Ascii);
        assert_eq!(of(Some(100), &[usual[0], ("LC_CTYPE", "ur_PK.utf8")]).charset, Charset::Unicode);
    }
}
