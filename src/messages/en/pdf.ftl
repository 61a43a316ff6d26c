### The printed report, in English.

pdf_page = Page { $page } of { $pages }
pdf_more =
    { $plural ->
        [one] { $n } more chart, table or finding is in index.html.
       *[other] { $n } more charts, tables and findings are in index.html.
    }
pdf_rows_shown = { $shown } of { $rows } rows; index.html has them all.
