### What is said of tests, trends, alerts, breaks and forecasts, in English.

## Chance: p, q and what they are worth; intervals; why something was not computed ("because ...").
p_value = p = { $p }
p_below = p < { $p }
q_value = q = { $q }
q_below = q < { $q }
judged_clear = , more than chance explains ({ $evidence })
judged_suggestive =
    { $plural ->
        [one] , larger than chance usually makes ({ $evidence }), but among { $tests } such tests one is expected to look so by chance alone
       *[other] , larger than chance usually makes ({ $evidence }), but among { $tests } such tests about { $n } are expected to look so by chance alone
    }
judged_suggestive_few = , larger than chance usually makes ({ $evidence }), but not once all { $tests } such tests are taken into account
judged_too_small = , compatible with chance: so few incidents could not have shown more ({ $evidence })
judged_chance = , compatible with chance ({ $evidence })
no_rise_claimed = , but no rise is claimed, because { $why }
no_fall_claimed = , but no fall is claimed, because { $why }
not_tested = , not tested against chance, because { $why }
any_percent = any number
more_than = more than { $number }
interval_of = { $level } interval { $low } to { $high }
interval_times = { $level } interval { $low } to { $high } times as many
why_partial = one { $grain } of the two is only partly covered
why_no_base = what came before it is not covered
why_unreported = no number is known
why_lower_bound = too many of the numbers are unknown
why_new_sources = { $share } of the incidents come only from sources that did not report before, and a change in the counting is not a change in the violence
why_too_short = only { $have } are covered where { $need } are needed
why_too_few = only { $have } were counted where { $need } are needed
why_too_quiet = anything was counted in only { $have } of the last { $of }, where { $need } are needed
why_degenerate = the numbers do not vary
why_no_cycle = a { $grain } is no part of a yearly cycle
why_provisional = later reports may still add to the { $grain }
why_one_incident = it rests on one incident with { $killed }
why_merged_region = another region moved the opposite way at the same time, as when regions are merged or a border is moved
why_collection_break = the source changed its way of collecting in between
why_stale = the data end { $periods } before their version date
why_not_shown = it is computed only for what the report shows
why_no_distribution = only the sum is known, not the number of each incident

## Things in the plural, and counts of periods.
plural_incidents = incidents
plural_killed = people killed
killed_in = people killed in { $kind }
number_of = the number of { $what }
count_days =
    { $plural ->
        [one] { $n } day
       *[other] { $n } days
    }
count_weeks =
    { $plural ->
        [one] { $n } week
       *[other] { $n } weeks
    }
count_months =
    { $plural ->
        [one] { $n } month
       *[other] { $n } months
    }
count_quarters =
    { $plural ->
        [one] { $n } quarter
       *[other] { $n } quarters
    }
count_half_years =
    { $plural ->
        [one] { $n } half-year
       *[other] { $n } half-years
    }
count_years =
    { $plural ->
        [one] { $n } year
       *[other] { $n } years
    }
periods_to = the { $periods } to { $last }

## Trends, alerts, breaks of level.
trend_rising = { $what } have been rising over the { $window } to { $period }, by { $growth } a year ({ $interval }){ $judged }.
trend_falling = { $what } have been falling over the { $window } to { $period }, by { $growth } a year ({ $interval }){ $judged }.
trend_suggestive = { $what } may be moving over the { $window } to { $period }, by { $growth } a year ({ $interval }){ $judged }.
trend_none = There is no evidence that { $what } have been rising or falling over the { $window } to { $period }: the estimate is { $growth } a year ({ $interval }){ $judged }.
trend_unknown = Whether { $what } are rising or falling cannot be told, because { $why }.
alert_up = { $period } had { $count }, where the { $baseline } before led one to expect { $expected }, between { $low } and { $high }: unusually many{ $judged }. { $bound }
alert_down = { $period } had { $count }, where the { $baseline } before led one to expect { $expected }, between { $low } and { $high }: unusually few{ $judged }. { $bound }
bound_upper = The upper bound of { $detector } is { $bound }
bound_lower = The lower bound of { $detector } is { $bound }
bound_none = { $detector } gives no lower bound
bound = { $said }{ $chosen }.
detector_farrington = Farrington and Noufaily's method
detector_ears = EARS C2
detector_cusum = the cumulative sum (CUSUM)
detector_long = { "" }
detector_short = , used because the series is too short for Farrington's
detector_sparse = , used because the series is too sparse for Farrington's
level_rose = Since { $first } the level of { $what } has been { $after } a { $grain }, up from { $before } ({ $interval }){ $judged }; the change came { $came }.
level_fell = Since { $first } the level of { $what } has been { $after } a { $grain }, down from { $before } ({ $interval }){ $judged }; the change came { $came }.
level_had_risen = From { $first } to { $until } the level of { $what } was { $after } a { $grain }, up from { $before } ({ $interval }){ $judged }; the change came { $came }.
level_had_fallen = From { $first } to { $until } the level of { $what } was { $after } a { $grain }, down from { $before } ({ $interval }){ $judged }; the change came { $came }.
between = between { $earliest } and { $latest }
from_nought = there were none before
times =
    { $plural ->
        [one] { $n } times as many, { $interval }
       *[other] { $n } times as many, { $interval }
    }

## Forecasts, and how they did.
forecast = The outlook of the { $forecaster } is { $steps }.{ $past }
forecast_first = { $count } in { $period } (80 % interval { $low } to { $high })
forecast_next = { $mean } in { $period } ({ $low } to { $high })
forecast_past =
    { $plural ->
        [one] { " " }On the past of this series, { $inside } of { $n } such interval held the number that came.
       *[other] { " " }On the past of this series, { $inside } of { $n } such intervals held the number that came.
    }
forecast_benchmark = { $forecaster }, a benchmark that this program's model did not beat on the past of this series,
forecast_refused = No forecast of { $what } is made, because { $why }.
forecaster_resampled = last twelve months, resampled
forecaster_last = Poisson distribution on the last number
forecaster_model = pooled model
kept_inside = The report { $label } expected { $expected } { $when }, 80 % interval { $low } to { $high }; { $observed } came, inside it.
kept_below = The report { $label } expected { $expected } { $when }, 80 % interval { $low } to { $high }; { $observed } came, below it.
kept_above = The report { $label } expected { $expected } { $when }, 80 % interval { $low } to { $high }; { $observed } came, above it.

## Lethality.
lethality = In { $window } an incident killed { $mean } people on average ({ $interval }; { $without } without the deadliest), half of the incidents at most { $median }, the deadliest { $maximum }; { $lethal } of them killed anyone ({ $lethal_interval }).
lethality_beside = In { $window } it was { $mean } ({ $interval }), and { $lethal } killed anyone.
lethality_unknown = How deadly incidents are cannot be told, because { $why }.

## What is not claimed, and how much was tested.
withheld = { $questions } of { $what } is claimed, because { $why }.
no_change = no change
no_trend = no trend
no_alert = no alert
no_break = no break of level
no_record = no record
tests =
    { $plural ->
        [one] { $n } test was made: { $each }.{ $left_out }
       *[other] { $n } tests were made: { $each }.{ $left_out }
    }
tests_of_change =
    { $plural ->
        [one] { $n } comparison of two periods
       *[other] { $n } comparisons of two periods
    }
tests_of_trend =
    { $plural ->
        [one] { $n } trend
       *[other] { $n } trends
    }
tests_of_alert =
    { $plural ->
        [one] { $n } alert
       *[other] { $n } alerts
    }
tests_of_break =
    { $plural ->
        [one] { $n } test for a break of level
       *[other] { $n } tests for breaks of level
    }
tests_found = { $tests } (p up to 5 % in { $nominal }, clear among all of them in { $clear })
tests_left_out =
    { $plural ->
        [one] { " " }{ $n } further series is too thin for any number to have told a change from chance, and is left out.
       *[other] { " " }{ $n } further series are too thin for any number to have told a change from chance, and are left out.
    }
nothing_tested = Nothing could be tested against chance.
