### The printed report, in Urdu.

pdf_page = صفحہ { $page } از { $pages }
pdf_more =
    { $plural ->
        [one] مزید { $n } چارٹ، جدول یا نتیجہ index.html میں ہے۔
       *[other] مزید { $n } چارٹ، جدول اور نتائج index.html میں ہیں۔
    }
pdf_rows_shown = { $rows } سطروں میں سے { $shown }؛ تمام سطریں index.html میں ہیں۔
pdf_more_parts = صرف index.html میں: { $names }۔
