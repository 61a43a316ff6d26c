### Times, and how things are strung together, in Urdu.

## Months.
month_january = جنوری
month_february = فروری
month_march = مارچ
month_april = اپریل
month_may = مئی
month_june = جون
month_july = جولائی
month_august = اگست
month_september = ستمبر
month_october = اکتوبر
month_november = نومبر
month_december = دسمبر
month_short_january = جنوری
month_short_february = فروری
month_short_march = مارچ
month_short_april = اپریل
month_short_may = مئی
month_short_june = جون
month_short_july = جولائی
month_short_august = اگست
month_short_september = ستمبر
month_short_october = اکتوبر
month_short_november = نومبر
month_short_december = دسمبر

## Days and periods.
day_of_year = { $day } { $month } { $year }
day_of_month = { $day } { $month }
month_of_year = { $month } { $year }
week_of = { $from } تا { $to } کا ہفتہ
quarter_first = { $year } کی پہلی سہ ماہی
quarter_second = { $year } کی دوسری سہ ماہی
quarter_third = { $year } کی تیسری سہ ماہی
quarter_fourth = { $year } کی چوتھی سہ ماہی
half_first = { $year } کی پہلی ششماہی
half_second = { $year } کی دوسری ششماہی
many_days = دن
many_weeks = ہفتے
many_months = مہینے
many_quarters = سہ ماہیاں
many_half_years = ششماہیاں
many_years = سال

## Strings of things: $before is what stands before the last of them.
string_comma = { $before }، { $last }
string_and = { $before } اور { $last }
string_or = { $before } یا { $last }
string_clause = { $before }؛ { $last }

## A change of nothing.
change_none = کوئی تبدیلی نہیں
