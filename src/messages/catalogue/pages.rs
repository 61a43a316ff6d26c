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
            WordColumns {}
            NoteNewest { shown: String, of: String }
        }
    };
}

pub(super) use pages;
