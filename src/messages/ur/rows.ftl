### Rows of the input: filters, why some are rejected, what is odd in others, in Urdu.

## Filters.
filter_groups = گروہ { $names }
filter_regions = علاقہ { $names }
filter_countries = ملک { $names }
filter_kinds = نوعیت { $names }
filter_tactics = طریقۂ کار { $names }
filter_targets = ہدف { $names }
filter_since = { $day } سے
filter_until = { $day } تک

## Why a row is rejected.
rejected_field_count = { $expected } کے بجائے { $found } خانے
rejected_broken_quote = واوین میں دیا گیا خانہ درست طور پر بند نہیں
rejected_cut_off = فائل اسی سطر کے اندر ختم ہو جاتی ہے
rejected_undecodable = ایسے بائٹ جو فائل کی رمز بندی میں متن نہیں
rejected_no_date = تاریخ موجود نہیں
rejected_unreadable_date = فائل کی طرز کے مطابق تاریخ نہیں
rejected_impossible_date = ایسی تاریخ جس کا وجود نہیں

## What is odd in a row that counts.
issue_not_a_number = عدد نہیں
issue_negative_number = منفی عدد
issue_coordinate_out_of_range = محل وقوع حد سے باہر
issue_low_above_best = کم سے کم تخمینہ بہترین تخمینے سے زیادہ
issue_best_above_high = بہترین تخمینہ زیادہ سے زیادہ تخمینے سے بڑا
issue_large_toll = جانی نقصان غیر معمولی طور پر زیادہ
issue_parts_disagree = اجزا کا مجموعہ کل کے برابر نہیں
issue_end_before_start = اختتام آغاز سے پہلے
issue_year_disagrees = سال تاریخ سے مختلف
issue_unknown_code = نامعلوم کوڈ
issue_near_duplicate = ممکنہ تکرار

## What was done with it.
effect_made_unknown = نامعلوم شمار کیا گیا
effect_kept = برقرار رکھا گیا
effect_end_is_start = اختتام کو آغاز کے برابر کیا گیا
effect_date_used = تاریخ استعمال کی گئی
effect_read_as_unknown = نامعلوم یا دیگر کے طور پر پڑھا گیا
