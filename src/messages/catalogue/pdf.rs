//! Messages of the printed report: page numbers, and what it leaves to the page.

/// Hands the messages of this file, after those before them, to the next list.
macro_rules! pdf {
    ($next:ident $($after:ident)*; $($before:tt)*) => {
        $next! { $($after)*; $($before)*
            PdfPage { page: String, pages: String }
            PdfMoreCharts { n: Quantity }
            PdfRowsShown { shown: String, rows: String }
        }
    };
}

pub(super) use pdf;
