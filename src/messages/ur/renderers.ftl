### What a renderer adds to a document: labels of links and parts, strengths of findings, in Urdu.

word_skip = رپورٹ پر جائیں
word_contents = فہرست
word_evidence = شواہد
word_caveats = احتیاطیں
word_source = ماخذ
word_note = نوٹ
word_image = PNG
word_table = جدول
word_downloads = ڈیٹا فائلیں
word_colophon = اس رپورٹ کے بارے میں
word_counted = شمار کردہ
word_clear = واضح
word_suggestive = قابلِ توجہ
word_within_chance = اتفاق کی حد میں
