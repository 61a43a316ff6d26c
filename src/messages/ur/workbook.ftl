### The workbook: names of its sheets, heads of its lists, what it leaves out, in Urdu.

# Names of sheets: at most 31 characters, none of [ ] : * ? / \
sheet_contents = فہرست
sheet_notes = نوٹ
sheet_columns = کالم
sheet_charts = چارٹ
sheet_series = چارٹ کے سلسلے
sheet_series_of = چارٹ { $source }

about_notes = اعداد کی حدود: کوئی عدد نقل کرنے سے پہلے پڑھیں
about_columns = ہر ورق کے ہر کالم میں کیا ہے اور اس کی اکائی
about_charts = ادوار کے لحاظ سے واقعات اور ہلاک افراد، سرفہرست علاقے اور گروہ
about_series = وہ اعداد جو چارٹ دکھاتے ہیں: ہر مدت کی ایک سطر

head_sheet = ورق
head_holds = اس میں کیا ہے
head_columns = کالم
head_left_out = شامل نہیں
head_column = کالم
head_unit = اکائی
head_about = وضاحت
head_note = نوٹ
head_covered_from = ڈیٹا کا آغاز
head_covered_to = ڈیٹا کا اختتام
head_start = پہلا دن

sheet_empty_cells = خالی خانہ نامعلوم یا غیر درج ہے، صفر ہرگز نہیں۔
sheet_text = جو متن اسپریڈشیٹ میں فارمولے کے طور پر چل سکتا تھا وہ متن ہی رہتا ہے، ایک علامت کے پیچھے جو صرف اندراج کی سطر میں نظر آتی ہے۔
sheet_no_rows = کوئی سطر نہیں
rows_left_out = { $plural ->
    [one] آخری سطر شامل نہیں: ورق کی گنجائش سے { $n } زیادہ؛ تمام سطریں { $file } میں ہیں۔
   *[other] آخری { $n } سطریں شامل نہیں: ورق میں اس سے زیادہ گنجائش نہیں؛ تمام سطریں { $file } میں ہیں۔
}
cells_cut = { $plural ->
    [one] { $n } متن خانے کی گنجائش تک مختصر کیا گیا؛ مکمل متن { $file } میں ہے۔
   *[other] { $n } متن خانے کی گنجائش تک مختصر کیے گئے؛ مکمل متن { $file } میں ہیں۔
}
column_documented = { $about } ({ $unit })
chart_incidents = واقعات بلحاظ مدت
chart_killed = ہلاک افراد بلحاظ مدت
chart_regions = واقعات بلحاظ مدت، سرفہرست علاقے
chart_groups = واقعات بلحاظ مدت، سرفہرست گروہ
workbook_chart_of = { $chart }: { $source }
axis_killed = ہلاک افراد
charts_complete = صرف مکمل ڈیٹا والے ادوار دکھائے گئے ہیں؛ خالی خانہ خلا ہے، صفر ہرگز نہیں۔
charts_killed = جہاں بعض واقعات کا جانی نقصان معلوم نہیں وہاں ہلاک افراد کم از کم اتنے ہیں۔
charts_groups = کئی گروہوں کا واقعہ ہر ایک کے لیے ایک بار شمار ہوتا ہے: گروہوں کا مجموعہ کل کے برابر نہیں۔
charts_none = کسی مدت کا مکمل ڈیٹا دستیاب نہیں: دکھانے کو کچھ نہیں۔
note_workbook = یہ ورک بک
note_whole = تمام اعداد
