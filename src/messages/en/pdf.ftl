### The printed report, in English.

pdf_page = Page { $page } of { $pages }
pdf_more_charts =
    { $plural ->
        [one] { $n } more chart of this section is in index.html.
       *[other] { $n } more charts of this section are in index.html.
    }
pdf_rows_shown = { $shown } of { $rows } rows; index.html has them all.
