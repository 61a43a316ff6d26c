### The printed report, in Urdu.

pdf_page = صفحہ { $page } از { $pages }
pdf_more_charts =
    { $plural ->
        [one] اس حصے کا مزید { $n } چارٹ index.html میں ہے۔
       *[other] اس حصے کے مزید { $n } چارٹ index.html میں ہیں۔
    }
pdf_rows_shown = { $rows } سطروں میں سے { $shown }؛ تمام سطریں index.html میں ہیں۔
