### What charts say: titles, subtitles, labels, small print, descriptions, reasons for none, in English.

## A description follows its number ("in Ilmaray", "by X"), with a space before it; the code puts the parts together.

## What is counted, alone and with its number.
noun_incident =
    { $plural ->
        [one] incident
       *[other] incidents
    }
noun_attack =
    { $plural ->
        [one] attack
       *[other] attacks
    }
noun_operation =
    { $plural ->
        [one] operation by state forces
       *[other] operations by state forces
    }
noun_state_violence =
    { $plural ->
        [one] incident of state violence against civilians
       *[other] incidents of state violence against civilians
    }
noun_clash =
    { $plural ->
        [one] clash
       *[other] clashes
    }
noun_interstate =
    { $plural ->
        [one] interstate clash
       *[other] interstate clashes
    }
noun_undetermined =
    { $plural ->
        [one] incident of violence by an unstated side
       *[other] incidents of violence by an unstated side
    }
noun_other =
    { $plural ->
        [one] other incident
       *[other] other incidents
    }
noun_dead =
    { $plural ->
        [one] person was killed
       *[other] people were killed
    }
some_incident =
    { $plural ->
        [0] no incidents
        [one] { $n } incident
       *[other] { $n } incidents
    }
some_attack =
    { $plural ->
        [0] no attacks
        [one] { $n } attack
       *[other] { $n } attacks
    }
some_operation =
    { $plural ->
        [0] no operations by state forces
        [one] { $n } operation by state forces
       *[other] { $n } operations by state forces
    }
some_state_violence =
    { $plural ->
        [0] no incidents of state violence against civilians
        [one] { $n } incident of state violence against civilians
       *[other] { $n } incidents of state violence against civilians
    }
some_clash =
    { $plural ->
        [0] no clashes
        [one] { $n } clash
       *[other] { $n } clashes
    }
some_interstate =
    { $plural ->
        [0] no interstate clashes
        [one] { $n } interstate clash
       *[other] { $n } interstate clashes
    }
some_undetermined =
    { $plural ->
        [0] no incidents of violence by an unstated side
        [one] { $n } incident of violence by an unstated side
       *[other] { $n } incidents of violence by an unstated side
    }
some_other =
    { $plural ->
        [0] no other incidents
        [one] { $n } other incident
       *[other] { $n } other incidents
    }
some_dead =
    { $plural ->
        [0] no people were killed
        [one] { $n } person was killed
       *[other] { $n } people were killed
    }
chart_deaths = deaths
chart_none = none
chart_per = { $what } per { $grain }
chart_range = { $low } to { $high }

## Whose it is, and when.
chart_all_incidents = all incidents
chart_unattributed = (unattributed)
chart_nobody = (no group named)
chart_about = { $group }{ $what }{ $place }
chart_in_place = { " " }in { $place }
chart_by_nobody = { " " }by groups that nobody names
chart_by = { " " }by { $group }
chart_involving = { " " }involving { $groups }
chart_tactic = tactic: { $names }
chart_target = target: { $names }
chart_in_incidents = { " " }in { $noun }{ $about }
chart_so_far = so far { $when }
chart_year_to = in the year to { $day }
chart_twelve_months_to = in the 12 months to { $month }
chart_at = { $what } { $when }

## Titles of one series.
chart_lead = { $count }{ $about } { $when }
chart_rose_to = { $what }{ $about } rose to { $number } { $when }
chart_fell_to = { $what }{ $about } fell to { $number } { $when }
chart_none_first = no { $what }{ $about } { $when }, the first { $grain } without any { $since }
chart_first = { $lead }, the first { $since }
chart_since = since { $period }
chart_since_records = since the records begin in { $period }
chart_most = the most
chart_most_known = the most known
chart_fewest = the fewest
chart_fewest_known = the fewest known
chart_extreme_since = { $extreme } since { $period }
chart_extreme_ever = { $extreme } in any { $grain } since the records begin in { $period }
chart_record = { $lead }, { $record }{ $expected }
chart_no_toll = no toll is known for what happened{ $about } { $when }
chart_title_not_covered = { $what }{ $about }: not covered { $when }
chart_no_deaths = no deaths recorded{ $about } { $when }
chart_after = , after { $number } { $when }
chart_after_suggestive = { $after }, a suggestive difference
chart_after_chance = { $after }, compatible with chance
chart_last_were = ; the last were { $when }
chart_mean_of_last = , { $mean } a { $grain } on average over the last { $periods }
chart_expected_within = , within the expected { $range }
chart_expected_far_above = , far above the { $range } expected
chart_expected_above = , above the { $range } expected
chart_expected_far_below = , far below the { $range } expected
chart_expected_below = , below the { $range } expected
chart_expected_suggestive = ; { $range } were expected, a suggestive difference
chart_expected_chance = ; { $range } were expected, compatible with chance
chart_clause_factor = ; rising × { $estimate } since { $since }
chart_clause_up = ; rising { $percent } % a year since { $since }
chart_clause_down = ; falling { $percent } % a year since { $since }
chart_records_from = Records compare all complete { $periods } from { $begins } on.

## What the statistics say of a series.
chart_label_above = Above the expected { $range }
chart_label_below = Below the expected { $range }
chart_label_expected = Expected { $range }
chart_label_suggestive = Expected { $range }: suggestive
chart_told_expected = { $label } { $when } (95 % interval).
chart_note_bracket = Bracket: where the number of { $period } was to be expected from the { $periods } before, with a probability of 95 %.
chart_told_level = The level changed { $when } ({ $earliest } to { $latest }): { $factor }.
chart_shift = { $period }: { $factor }
chart_note_level = Solid rule: a change of level beyond chance, with its factor; the bar at its head holds its date with a probability of 95 %.
chart_factor = × { $estimate } ({ $low } to { $high })
chart_factor_open = × { $estimate } (at least { $low })
chart_factor_none = from none (at least × { $low })
chart_growth_factor = Rising { $factor } a year
chart_growth_up = Rising { $percent } % a year ({ $low } to { $high })
chart_growth_down = Falling { $percent } % a year ({ $low } to { $high })
chart_told_trend = { $growth } from { $from } to { $to }.
chart_note_curve = Curve: constant growth from { $from } to { $to }; its band spans the rates of growth in brackets (95 %).
chart_note_strength = Clear: beyond chance also among all series tested; suggestive: only on its own; within chance: { $period } may differ by chance alone.

## Forecasts.
chart_forecast = Forecast
chart_forecast_label = Forecast: { $forecaster }
chart_resampled = last { $periods }, resampled
chart_last_value = Poisson around the last { $grain }
chart_told_forecast = Forecast by { $forecaster }, 80 % intervals: { $steps }.
chart_note_fan = { $name }: dotted median, bands of 50, 80 and 95 % probability.{ $past }
chart_note_past = { " " }On the past, { $share } of { $origins } numbers lay inside the 80 % interval made one { $grain } before.
chart_outlook_part = { $range } { $what }{ $about }
chart_title_outlook = { $what } are likely { $when }
chart_outcome_held = Forecast { $range } by report { $label }: held
chart_outcome_missed = Forecast { $range } by report { $label }: missed
chart_note_kept = Bracket: the 80 % interval that the report { $label } gave for { $period }.
chart_unit_outlook = Numbers per { $grain }; the title gives intervals of 80 %
chart_alt_forecast = Columns over time, then a forecast. { $told }

## Descriptions for those who cannot see a chart.
chart_alt = { $title }. { $subtitle }. { $told }
chart_sentence = { $text }.
chart_told = { $name }: { $told }
chart_told_item = { $name }: { $text }.
chart_no_number = no complete period with a known number.
chart_zero = 0 throughout.
chart_told_range = lowest { $lowest }, highest { $highest }, latest { $latest }.
chart_alt_columns = Columns over time. { $told }
chart_alt_bars = Bars. { $told }

## Lines and panels.
chart_mean = Mean of { $periods }
chart_mean_known = Mean of { $periods }, known tolls
chart_last_of = Last { $periods }
chart_each = Each { $grain }
chart_all_of = All { $what }
chart_all_involved = All incidents in which it is involved
chart_attacks_by = Attacks by { $group }
chart_unit_killed = People killed per { $grain }
chart_unit_both = People killed and injured per { $grain }
chart_quarter = Q{ $number }
chart_half = H{ $number }

## Lethality.
chart_unit_lethality = People killed per { $noun } with a known toll
chart_alt_line = Line over time. Single { $periods }: { $told }
chart_note_gaps = No line where fewer than { $minimum } incidents have a known toll.
chart_title_lethality = { $number } people killed per { $noun }{ $about } { $when }{ $before }
chart_title_lethality_unknown = People killed per { $noun } with a known toll{ $about }
chart_year_before = , { $number } in the year before
chart_note_known = A toll is known for { $known } of { $count } { $when }.

## Groups and regions.
chart_pair = { $group } in { $region }
chart_title_pair = { $pair }: { $number } of { $all }
chart_unit_pairs = { $what } by group and region { $when }
chart_alt_pairs = Table of { $groups } groups by { $regions } regions, shaded. { $told }
chart_unit_groups = { $what } per { $grain } by group
chart_unit_regions = { $what } per { $grain } by region
chart_alt_groups = Small columns over time, one chart for each of { $number } groups. { $told }
chart_alt_regions = Small columns over time, one chart for each of { $number } regions. { $told }
chart_alt_heat = Heat map, one row for each of { $number } regions. { $told }
chart_top_groups = Top { $shown } of { $of } groups; the others are in tables/series.csv.
chart_top_regions = Top { $shown } of { $of } regions; the others are in tables/series.csv.
chart_named_only = Named organisations only.{ $apart } { $counting }
chart_apart =
    { $plural ->
        [one] { " " }{ $n } communal, party and generic actors are in tables/series.csv.
       *[other] { " " }{ $n } communal, party and generic actors are in tables/series.csv.
    }
chart_count_involved = An incident counts once for each group involved.
chart_count_first = An incident counts for the group that the source names first.
chart_count_initiator = An incident counts for the groups that initiated it.
chart_count_fractional = An incident of several groups is divided among them.
chart_note_no_region = Not shown: { $count } of all years without a named region.
chart_of = { $number } of { $count }{ $about } { $when }
chart_leader_group = { $group } was involved in { $of }
chart_leader_groups = { $groups } were each involved in { $of }
chart_leader_region =
    { $plural ->
        [one] { $of } was in { $region }
       *[other] { $of } were in { $region }
    }
chart_leader_regions = { $regions } each had { $of }
chart_unit_rank_groups = { $what } by group { $when }{ $against }
chart_unit_rank_regions = { $what } by region { $when }{ $against }
chart_against = , against { $period }
chart_change_on = Change on { $period }
chart_note_no_base = No earlier period is wholly covered: no change is given.
chart_versus = { $now } vs { $base }
chart_versus_so_far = { $now } so far vs { $base }
chart_bar_change = { $change }, { $numbers }{ $judged }
chart_bar_judged = , { $word }
chart_not_compared = not compared: { $why }
chart_uncompared = not compared
chart_not_covered = not covered

## Changes.
chart_told_ratio = { $ratio } against { $base }
chart_alt_ratios = Ratios with intervals. { $told }
chart_note_marks = Filled diamond and heavy rule: clear. Half-filled: suggestive. Open ring: within chance. Arrow: the interval goes on.
chart_unit_changes = { $what } a day, as a multiple, with 95 % intervals
chart_rose_names = rose { $names }
chart_fell_names = fell { $names }
chart_title_moved = { $what } { $moves } { $when } against { $base }, beyond chance
chart_more_names = more { $what } { $names }
chart_fewer_names = fewer { $what } { $names }
chart_title_maybe = suggestive at most: { $moves } { $when } than in { $base }
chart_title_no_change = No change { $when } against { $bases } goes beyond chance
chart_place_overall = overall
chart_place_in = in { $place }
chart_place_involving = involving { $name }
chart_others =
    { $plural ->
        [one] { $names } and { $n } other
       *[other] { $names } and { $n } others
    }
chart_ratio = { $numbers }, { $factor }

## Mixes.
chart_top_tactics = Top { $shown } of { $of } tactics; the others are in tables/tactics.csv.
chart_top_targets = Top { $shown } of { $of } targets; the others are in tables/targets.csv.
chart_unit_tactics = { $what } by tactic { $when }{ $against }
chart_unit_targets = { $what } by target { $when }{ $against }
chart_share_tactics = Share of { $what } per { $grain } by tactic, in per cent
chart_share_targets = Share of { $what } per { $grain } by target, in per cent
chart_alt_stack = Stacked over time, from bottom to top: { $names }.
chart_title_tactic = { $name } was the most frequent tactic: { $of }
chart_title_target = { $name } was the most frequent target: { $of }
chart_by_tactic = { $what }{ $about } by tactic
chart_by_target = { $what }{ $about } by target
chart_rest = Other
chart_not_stated = Not stated
chart_the_year_before = the year before
chart_this_year = This year vs the year before

## Incidents without a named group.
chart_only_suspected = Groups named, but only suspected
chart_unit_share = Share of { $what } in per cent
chart_alt_lines = Lines over time. { $told }
chart_no_value = no value.
chart_latest = latest { $number } %.
chart_note_named = Of incidents with a named group. A falling share can make a group look as if it rose.
chart_note_armed = Of incidents with an armed group. A falling share can make a group look as if it rose.
chart_title_suspected = Groups are only suspected in { $number } of { $count }{ $about } { $when }
chart_title_all_named = A group is named for all { $count } with an armed group{ $about } { $when }
chart_title_unnamed = No group is named for { $number } of { $count } with an armed group{ $about } { $when }
chart_title_share = { $share }: share of { $what }{ $about }

## Around every chart.
chart_note_panels = Each panel has a scale of its own.
chart_countries =
    { $plural ->
        [one] { $n } country
       *[other] { $n } countries
    }
chart_no_group = no group named
chart_only = only { $what }{ $about }
chart_only_groups = only groups: { $names }
chart_only_regions = only regions: { $names }
chart_only_tactics = only tactics: { $names }
chart_only_targets = only targets: { $names }
chart_caption = Source: { $source }; data to { $to }{ $version }{ $as_of }.
chart_cited = { $title } ({ $citation })
chart_version = , version of { $day }
chart_as_of = ; as of { $day }
chart_hollow = Hollow: { $periods }.
chart_partly = { $period } is only partly covered ({ $days } of its { $of_days } days)
chart_newest = the newest periods
chart_lighter = Lighter or dotted: { $which } may still change, as later reports come in.
chart_dotted = Dotted rule: { $which } may still change, as later reports come in.
chart_note_caret = Small caret above a value: at least so many, since some incidents have no known toll.
chart_note_range = Range around a value: from the source's low to its high estimate.

## Why a chart is not drawn.
none_no_incidents = no incident is counted for it
none_no_period = no { $grain } is wholly covered yet
none_not_reported = the source does not report { $what }
none_not_measured = not measured: the source leaves out incidents by unnamed groups
none_no_toll = no incident has a known toll
none_too_few = too few { $what }: { $have } of the { $need } needed
none_not_for_subject = this chart cannot be drawn for this subject
none_nothing_shown = no incident in the years shown
none_no_year = no year is wholly covered yet
none_not_forecast = nothing is forecast: { $why }
none_not_tested = no change could be tested
lack_deaths = deaths
lack_tactics = tactics
lack_targets = targets
lack_groups = groups
lack_regions = regions
lack_groups_of_year = groups active in the last year
lack_regions_of_year = regions with incidents in the last year
lack_groups_of_period = groups active in the latest period
lack_regions_of_period = regions with incidents in the latest period
lack_known_tolls = incidents with a known toll in a year of complete periods
lack_armed = incidents with an armed group

## Why a number is not given, where room is short.
short_partial = a period is partial
short_no_base = no base inside coverage
short_unreported = not reported
short_lower_bound = too many tolls are unknown
short_new_sources = { $share } of the incidents come only from sources new since the base
short_too_short = { $have } complete periods of the { $need } needed
short_too_few = { $have } counted of the { $need } needed
short_too_quiet = something in { $have } of the last { $of } periods, { $need } needed
short_degenerate = nothing varies
short_no_cycle = periods of this length have no season
short_provisional = later reports may still add to the period: no fall is spoken of
short_one_incident = without the one incident with { $killed } killed there is nothing
short_merged_region = another region fell silent when this one rose; the two together did not rise
short_collection_break = the source changed its collection in between
short_stale = coverage ended { $periods } periods before the version date
short_not_shown = computed only for series that the report shows
short_no_distribution = not tested: a sum without the numbers of each incident
