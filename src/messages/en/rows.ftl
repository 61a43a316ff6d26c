### Rows of the input: filters, why some are rejected, what is odd in others, in English.

## Filters.
filter_groups = group { $names }
filter_regions = region { $names }
filter_countries = country { $names }
filter_kinds = kind { $names }
filter_tactics = tactic { $names }
filter_targets = target { $names }
filter_since = since { $day }
filter_until = until { $day }

## Why a row is rejected.
rejected_field_count = { $found } fields instead of { $expected }
rejected_broken_quote = a quoted field is not closed properly
rejected_cut_off = the file ends inside this row
rejected_undecodable = bytes that are not text in the encoding of the file
rejected_no_date = no date
rejected_unreadable_date = not a date in the format of the file
rejected_impossible_date = a date that does not exist

## What is odd in a row that counts.
issue_not_a_number = not a number
issue_negative_number = negative number
issue_coordinate_out_of_range = coordinate out of range
issue_low_above_best = low above best
issue_best_above_high = best above high
issue_large_toll = large toll
issue_parts_disagree = parts disagree
issue_end_before_start = end before start
issue_year_disagrees = year disagrees
issue_unknown_code = unknown code
issue_near_duplicate = near duplicate

## What was done with it.
effect_made_unknown = made unknown
effect_kept = kept
effect_end_is_start = the end was set to the start
effect_date_used = the date was used
effect_read_as_unknown = read as unknown or other
