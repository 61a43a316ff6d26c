### Numbers, comparisons, records, ledgers, regions, groups, in English.

## Slots are filled in by the program. A message that counts is chosen by $plural, the number itself, and shows $n, the number as it
## is written. No word here claims a cause. A difference that chance can make has neither risen nor fallen.

## Numbers with their nouns.
at_least = at least { $number }
some_number = an unknown number of
incidents =
    { $plural ->
        [0] no incident
        [one] { $n } incident
       *[other] { $n } incidents
    }
attacks =
    { $plural ->
        [0] no attack
        [one] { $n } attack
       *[other] { $n } attacks
    }
operations =
    { $plural ->
        [0] no operation by state forces
        [one] { $n } operation by state forces
       *[other] { $n } operations by state forces
    }
state_violence =
    { $plural ->
        [0] no incident of state violence against civilians
        [one] { $n } incident of state violence against civilians
       *[other] { $n } incidents of state violence against civilians
    }
clashes =
    { $plural ->
        [0] no clash
        [one] { $n } clash
       *[other] { $n } clashes
    }
interstate =
    { $plural ->
        [0] no clash between states
        [one] { $n } clash between states
       *[other] { $n } clashes between states
    }
undetermined =
    { $plural ->
        [0] no incident of violence by an unstated side
        [one] { $n } incident of violence by an unstated side
       *[other] { $n } incidents of violence by an unstated side
    }
other_incidents =
    { $plural ->
        [0] no other incident
        [one] { $n } other incident
       *[other] { $n } other incidents
    }
suicide_attacks =
    { $plural ->
        [0] no suicide attack
        [one] { $n } suicide attack
       *[other] { $n } suicide attacks
    }
people =
    { $plural ->
        [0] nobody
        [one] { $n } person
       *[other] { $n } people
    }
count_killed =
    { $plural ->
        [0] nobody killed
        [one] { $n } person killed
       *[other] { $n } people killed
    }
count_injured =
    { $plural ->
        [0] nobody injured
        [one] { $n } person injured
       *[other] { $n } people injured
    }
people_killed =
    { $plural ->
        [0] nobody was killed
        [one] { $n } person was killed
       *[other] { $n } people were killed
    }
people_injured =
    { $plural ->
        [0] nobody was injured
        [one] { $n } person was injured
       *[other] { $n } people were injured
    }
people_arrested =
    { $plural ->
        [0] nobody was arrested
        [one] { $n } person was arrested
       *[other] { $n } people were arrested
    }
people_abducted =
    { $plural ->
        [0] nobody was abducted
        [one] { $n } person was abducted
       *[other] { $n } people were abducted
    }
civilians =
    { $plural ->
        [one] { $n } civilian
       *[other] { $n } civilians
    }
security =
    { $plural ->
        [one] { $n } member of the security forces
       *[other] { $n } members of the security forces
    }
militants =
    { $plural ->
        [one] { $n } militant
       *[other] { $n } militants
    }
other_victims =
    { $plural ->
        [one] { $n } other person
       *[other] { $n } others
    }
all_civilians =
    { $plural ->
        [one] a civilian
       *[other] all civilians
    }
all_security =
    { $plural ->
        [one] a member of the security forces
       *[other] all members of the security forces
    }
all_militants =
    { $plural ->
        [one] a militant
       *[other] all militants
    }
all_others =
    { $plural ->
        [one] neither civilian, security nor militant
       *[other] none of them civilians, security or militants
    }
all_unknown =
    { $plural ->
        [one] of unknown status
       *[other] all of unknown status
    }
unknown_victims =
    { $plural ->
        [one] { $n } of unknown status
       *[other] { $n } of unknown status
    }
grain_day = day
grain_week = week
grain_month = month
grain_quarter = quarter
grain_half_year = half-year
grain_year = year
twelve_days = twelve days
twelve_weeks = twelve weeks
twelve_months = twelve months
twelve_quarters = twelve quarters
twelve_half_years = twelve half-years
twelve_years = twelve years

## Kinds.
kind_attack =
    { $plural ->
        [one] attack
       *[other] attacks
    }
kind_operation =
    { $plural ->
        [one] operation by state forces
       *[other] operations by state forces
    }
kind_state_violence =
    { $plural ->
        [one] state violence against civilians
       *[other] state violence against civilians
    }
kind_clash =
    { $plural ->
        [one] clash
       *[other] clashes
    }
kind_interstate =
    { $plural ->
        [one] clash between states
       *[other] clashes between states
    }
kind_undetermined =
    { $plural ->
        [one] violence by an unstated side
       *[other] violence by an unstated side
    }
kind_other =
    { $plural ->
        [one] other incident
       *[other] other incidents
    }
kind_all = all kinds

## Measures.
measure_incidents = the number of incidents
measure_lethal = the number of incidents with at least one death
measure_killed = the number of people killed
measure_injured = the number of people injured
measure_casualties = the number of people killed or injured
measure_killed_per_incident = the number killed per incident
measure_arrested = the number of people arrested
measure_abducted = the number of people abducted
measure_suicide = the number of suicide attacks
measure_unnamed = the share of incidents by unnamed groups
measure_suspected = the share of attributions only suspected
measure_known = { $measure }, as far as known,

## Times.
in_period = in { $period }
on_day = on { $period }
days = from { $from } to { $to }

## The latest period.
total = { $source } records { $incidents } in { $place } { $when }{ $outcome }.
total_nowhere = { $source } records { $incidents } { $when }{ $outcome }.
lethal =
    { $plural ->
        [one] , { $n } of them with at least one death
       *[other] , { $n } of them with at least one death
    }
outcome = , in which { $outcomes }
killed_not_known = the number of people killed is not known
killed_range = { " " }(estimates run from { $low } to { $high })

## Comparisons.
compared = Compared with { $base }, { $movements }.
compared_to_date = In the year to { $day }, compared with the same days of { $year }, { $movements }.
compared_year = In { $current } as a whole, compared with { $base }, { $movements }.
rose = { $measure } rose from { $base } to { $current } ({ $difference }){ $judged }
fell = { $measure } fell from { $base } to { $current } ({ $difference }){ $judged }
fell_so_far = { $measure } stands so far at { $current }, against { $base } ({ $difference })
differs = { $measure } was { $current }, against { $base } ({ $difference }){ $judged }
differs_by_one = { $measure } was { $current }, against { $base } ({ $difference }), but without the deadliest incident ({ $killed } killed) the difference is { $change }{ $judged }
differs_by_one_alone = { $measure } was { $current }, against { $base } ({ $difference }), but little is left without the deadliest incident ({ $killed } killed){ $judged }
untested_rise = { $measure } was { $current }, against { $base } ({ $difference }), but no rise is claimed, because { $why }
untested_fall = { $measure } was { $current }, against { $base } ({ $difference }), but no fall is claimed, because { $why }
untested = { $measure } was { $current }, against { $base } ({ $difference }), not tested against chance, because { $why }
stayed = { $measure } stayed at { $current }
difference_percent = { $absolute }, { $percent }
difference_interval = { $absolute }, { $percent }, { $interval }
not_compared = No comparison is made with { $base } for { $measures }, because { $why }.
withheld_no_base = There is nothing earlier to compare { $period } with: no complete { $grain } before it is covered.
same_days = the same days of { $year }

## Levels and records.
per_day = { $period } averaged { $counts } a day.
mean_of_twelve = The { $twelve } to { $period } averaged { $counts } a { $grain }.
record_since = With { $what }, { $when } has { $extreme } of any { $grain } since { $since }{ $then }; the records begin in { $begins }.
record_ever = With { $what }, { $when } has { $extreme } of any { $grain } since the records begin in { $begins }.
first_without = { $period } is the first { $grain } without { $what } since { $since }; the records begin in { $begins }.
first_without_ever = { $period } is the first { $grain } without { $what } since the records begin in { $begins }.
record_highest = the highest number
record_lowest = the lowest number
record_of_known = As far as tolls are known: { $sentence }
then_value = { " " }({ $value })
then_equal = { " " }(which had as many)
then_unknown = { " " }(for which no number is known)
in_region = { $what } in { $region }
involving_group = { $what } involving { $group }
in_incidents_involving = { $what } in incidents involving { $group }
any_incident = an incident
any_of_kind = any { $kind }
anyone_killed = anyone killed

## Ledgers.
ledger_active = { $incidents } killed { $people }{ $classes }
ledger_passive = in { $incidents } { $people_killed }{ $classes }
ledger_unknown = for { $incidents } no toll is known
ledgers_total = { $ledgers }: { $killed } in all.
ledgers_one = { $ledgers }.
ledger_foreign =
    { $plural ->
        [one] The only state forces in { $n } of the { $incidents } were foreign.
       *[other] The only state forces in { $n } of the { $incidents } were foreign.
    }
bracket = { " " }({ $text })
bracket_known = { " " }(as far as known: { $text })
margin_above = The source's numbers disagree: the killed by victim class add up to { $parts }, { $difference } more than the { $whole } killed in all.
margin_below =
    { $plural ->
        [one] The source gives no victim class for { $n } of the { $whole } killed.
       *[other] The source gives no victim class for { $n } of the { $whole } killed.
    }
margin_where = Toll and classes differ in incident { $incidents }.
margin_ledgers = The ledgers add up to { $parts } incidents, { $difference } away from the { $whole } counted.

## Suicide attacks, arrests, failures, the deadliest incident.
suicide_period = { $period } had { $attacks }{ $toll }{ $to_date }.
suicide_toll = , in which { $toll }
suicide_to_date = ; the year to { $day } has { $number }
suicide_to_date_against = ; the year to { $day } has { $number }, against { $base } in the same days of { $year }
first_suicide = { $period } has the first suicide attack recorded ({ $attacks }) in data that begin on { $begins }.
first_suicide_in = { $period } has the first suicide attack recorded in { $region } ({ $attacks }), in data that begin on { $begins }.
first_suicide_by = { $period } has the first suicide attack recorded by { $group } ({ $attacks }), in data that begin on { $begins }.
claimed =
    { $plural ->
        [one] Of the { $attacks }, { $n } was claimed{ $competing }{ $rest }.
       *[other] Of the { $attacks }, { $n } were claimed{ $competing }{ $rest }.
    }
claimed_competing =
    { $plural ->
        [one] , { $n } of them by more than one group
       *[other] , { $n } of them by more than one group
    }
claimed_not =
    { $plural ->
        [one] ; { $n } was not, or was denied
       *[other] ; { $n } were not, or were denied
    }
claimed_unknown =
    { $plural ->
        [one] ; for { $n } the source does not say
       *[other] ; for { $n } the source does not say
    }
taken = { $when }, { $people }.
failed =
    { $plural ->
        [one] Of the { $attacks }, { $n } failed.
       *[other] Of the { $attacks }, { $n } failed.
    }
deadliest_one = The deadliest incident killed { $people }: { $days }{ $place }{ $groups } (id { $id }).
deadliest_tie = The { $ties } deadliest incidents killed { $people } each; the first of them, { $days }{ $place }{ $groups }, has the id { $id }.
in_place = , in { $place }
groups_named = , involving { $groups }

## Regions and groups.
all_incidents =
    { $plural ->
        [one] the only incident
       *[other] all { $n } incidents
    }
all_killed =
    { $plural ->
        [one] the only person killed
       *[other] all { $n } people killed
    }
part_of_incidents =
    { $plural ->
        [0] none of the { $of } incidents{ $share }
        [one] { $n } of the { $of } incidents{ $share }
       *[other] { $n } of the { $of } incidents{ $share }
    }
part_of_killed =
    { $plural ->
        [0] none of the { $of } people killed{ $share }
        [one] { $n } of the { $of } people killed{ $share }
       *[other] { $n } of the { $of } people killed{ $share }
    }
share_of = { " " }({ $share })
region = { $region } had { $incidents }{ $killed }{ $change }.
region_killed = { " " }and { $killed }
its = its { $what }
part_rose = ; { $its } rose from { $base } in { $period } to { $current } ({ $difference }){ $judged }
part_fell = ; { $its } fell from { $base } in { $period } to { $current } ({ $difference }){ $judged }
part_fell_so_far = ; { $its } stand so far at { $current }, against { $base } in { $period } ({ $difference })
part_stayed = ; { $its } were as many in { $period }
part_differs = ; { $its } were { $current }, against { $base } in { $period } ({ $difference }){ $judged }
part_untested_rise = ; { $its } were { $current }, against { $base } in { $period } ({ $difference }), but no rise is claimed, because { $why }
part_untested_fall = ; { $its } were { $current }, against { $base } in { $period } ({ $difference }), but no fall is claimed, because { $why }
part_untested = ; { $its } were { $current }, against { $base } in { $period } ({ $difference }), not tested against chance, because { $why }
part_withheld = ; { $its } are not compared with { $period }, because { $why }
part_to_date = The year to { $day } has { $incidents }, against { $base } in the same days of { $year } ({ $difference }){ $judged }.
part_year = { $current } as a whole has { $incidents }, against { $base } in { $year } ({ $difference }){ $judged }.
group_involved = { $group } was involved in { $incidents }{ $killed }{ $change }.
group_first = { $group } is the first group named in { $incidents }{ $killed }{ $change }.
group_initiated = { $group } is named as the initiator of { $incidents }{ $killed }{ $change }.
group_fraction = { $group } has a share of { $incidents }{ $killed }{ $change }, where incidents of several groups are divided among them.
group_killed = , in which { $people_killed }
group_attacks =
    { $plural ->
        [one] { $n } attack is attributed to { $group }{ $suspected }{ $killed }. { $rest }
       *[other] { $n } attacks are attributed to { $group }{ $suspected }{ $killed }. { $rest }
    }
only_suspected =
    { $plural ->
        [one] { " " }({ $n } only by suspicion)
       *[other] { " " }({ $n } only by suspicion)
    }

## Mix and attribution.
mix_tactics = The most frequent tactics in { $incidents } for which one is stated: { $list }.
mix_targets = The most frequent targets in { $incidents } for which one is stated: { $list }.
mix_entry = { $name } ({ $n }, { $share })
mix_entry_count = { $name } ({ $n })
unnamed =
    { $plural ->
        [one] In { $n } of the { $of } incidents with an armed group no group is named{ $share }{ $before }.
       *[other] In { $n } of the { $of } incidents with an armed group no group is named{ $share }{ $before }.
    }
unnamed_all = A group is named in every one of the { $of } incidents with an armed group{ $before }.
unnamed_before_all = { " " }(none was named in { $share } in { $period })
unnamed_not_measured = How many incidents involve unnamed groups is not measured: { $source } leaves such incidents out.
unnamed_none = No incident involved an armed group.
suspected =
    { $plural ->
        [one] Of the { $of } incidents with a named group, { $n } is attributed only by suspicion{ $share }{ $before }.
       *[other] Of the { $of } incidents with a named group, { $n } are attributed only by suspicion{ $share }{ $before }.
    }
suspected_none = Of the { $of } incidents with a named group, none is attributed only by suspicion{ $before }.
suspected_before_none = { " " }({ $share } were in { $period })
suspected_not_measured = { $source } does not say which attributions are only suspected.
share_before = ; { $share } in { $period }

## Firsts and silences.
quiet = No incident involving { $group } has been recorded since { $last }; at its earlier rate about { $expected } would have been expected.
new = { $group } is first recorded in { $first }, in data that begin on { $begins }.

## Partial periods.
so_far_period = { $period } is covered only to { $to }, { $days } of its { $of_days } days, with { $counts } so far. { $compared }
so_far_alone = It is compared with nothing.
so_far_same_days = In the same days, { $bases }.
so_far_base = { $period } had { $n }
so_far_within = { $period } is covered only from { $from } to { $to }, { $days } of its { $of_days } days, with { $counts }. It is compared with nothing.
so_far_coverage = No { $grain } is wholly covered. From { $from } to { $to } there are { $counts }; they are compared with nothing.
