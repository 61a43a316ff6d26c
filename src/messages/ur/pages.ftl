### The page alone: its first screen and what its charts answer, in Urdu.

word_in_short = مختصراً
word_key_figures = اہم اعداد
word_complete = ڈیٹا کتنا مکمل ہے
word_numbers = اعداد جدول کی صورت میں
word_read_values = اعداد پڑھیں: { $title }
word_read_keys = تیر کے بٹن ایک مدت سے دوسری پر لے جاتے ہیں، Home اور End پہلی اور آخری پر، Escape بند کرتا ہے۔
word_show_only = صرف یہ دکھائیں
word_columns = ستون
note_newest = تنگ اسکرین پر: { $of } میں سے تازہ ترین { $shown } ادوار؛ جدول میں سب موجود ہیں۔
