//! Messages that a renderer adds to a document: labels of links and parts, strengths of findings.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! renderers {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            WordSkip {}
            WordContents {}
            WordEvidence {}
            WordCaveats {}
            WordSource {}
            WordNote {}
            WordImage {}
            WordTable {}
            WordDownloads {}
            WordColophon {}
            WordCounted {}
            WordClear {}
            WordSuggestive {}
            WordWithinChance {}
        }
    };
}

pub(super) use renderers;
