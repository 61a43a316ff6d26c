### Times, and how things are strung together, in English.

## Months.
month_january = January
month_february = February
month_march = March
month_april = April
month_may = May
month_june = June
month_july = July
month_august = August
month_september = September
month_october = October
month_november = November
month_december = December
month_short_january = Jan
month_short_february = Feb
month_short_march = Mar
month_short_april = Apr
month_short_may = May
month_short_june = Jun
month_short_july = Jul
month_short_august = Aug
month_short_september = Sep
month_short_october = Oct
month_short_november = Nov
month_short_december = Dec

## Days and periods.
day_of_year = { $day } { $month } { $year }
day_of_month = { $day } { $month }
month_of_year = { $month } { $year }
week_of = the week of { $from } to { $to }
quarter_first = the first quarter of { $year }
quarter_second = the second quarter of { $year }
quarter_third = the third quarter of { $year }
quarter_fourth = the fourth quarter of { $year }
half_first = the first half of { $year }
half_second = the second half of { $year }
many_days = days
many_weeks = weeks
many_months = months
many_quarters = quarters
many_half_years = half-years
many_years = years

## Strings of things: $before is what stands before the last of them.
string_comma = { $before }, { $last }
string_and = { $before } and { $last }
string_or = { $before } or { $last }
string_clause = { $before }; { $last }

## A change of nothing.
change_none = no change
