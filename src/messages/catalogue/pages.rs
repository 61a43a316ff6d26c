//! Messages of the page alone: its first screen and what its charts answer.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! pages {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            WordInShort {}
            WordKeyFigures {}
            WordComplete {}
            WordNumbers {}
            WordReadValues { title: String }
            WordReadKeys {}
            WordShowOnly {}
            WordShowAll {}
            WordColumns {}
        }
    };
}

pub(super) use pages;
