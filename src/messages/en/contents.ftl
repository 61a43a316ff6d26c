### What a report holds, in English: its first screen, its parts, the tables of its charts.

## The first screen.
fact_period = Period
fact_coverage = Data cover
fact_as_of = As of
fact_source = Source
fact_version = Version of the data
fact_no_version = not stated
fact_filters = Only
figure_incidents = Incidents
figure_lethal = Incidents with deaths
figure_killed = People killed
figure_injured = People injured
figure_suicide = Suicide attacks
not_compared_because = not compared: { $why }
difference_so_far = { $difference }, so far
spark_alt = { $measure }, { $from } to { $to }: from { $first } to { $last }.
lead_of_region = { $name } in { $period }: { $counts }.
lead_of_group = Incidents involving { $name } in { $period }: { $counts }.
evidence_part = more on { $name }
evidence_method = method: { $method }
toll_killed = number of people killed
toll_injured = number of people injured
complete_tolls = The { $toll } is known for every incident of { $period }.
incomplete_tolls =
    { $plural ->
        [one] The { $toll } is not known for { $n } of the { $of } incidents{ $share }: sums are lower bounds.
       *[other] The { $toll } is not known for { $n } of the { $of } incidents{ $share }: sums are lower bounds.
    }
no_tolls = The source does not report the { $toll }.
coarse_places =
    { $plural ->
        [one] { $n } of the { $of } incidents is placed no nearer than a region{ $share }.
       *[other] { $n } of the { $of } incidents are placed no nearer than a region{ $share }.
    }
unnamed_share =
    { $plural ->
        [0] In none of the { $of } incidents with an armed group is it unnamed{ $share }.
        [one] In { $n } of the { $of } incidents with an armed group, none is named{ $share }.
       *[other] In { $n } of the { $of } incidents with an armed group, none is named{ $share }.
    }
unnamed_left_out = How many incidents are by groups that nobody names is not measured: the source leaves them out.
complete_rows =
    { $plural ->
        [one] The one row read could be used.
       *[other] None of the { $n } rows read was rejected.
    }
incomplete_rows =
    { $plural ->
        [one] { $n } of the { $of } rows read was rejected; it is listed in rejected.csv.
       *[other] { $n } of the { $of } rows read were rejected; they are listed in rejected.csv.
    }

## Sections and parts.
title_of = { $name }: armed violence, { $period }
section_trend_of = Numbers and trend
section_meet = Where regions and groups meet
section_context = Events around the data
section_districts = Districts
section_methods = Methods in plain words
section_provenance = Where the numbers come from
no_moving_region = No region moved beyond chance. Each of the largest has a part of its own below.
no_moving_group = No group moved beyond chance. Each of the most active has a part of its own below.
none_regions = No incident names a region.
none_groups = No incident names an armed organisation.
none_meet = In the last year no named group is recorded in a named region.
none_context = No table of events was given (--context).
none_context_covered = No event of the given table falls into the days covered.
none_districts = No incident of the last year names a district.
none_forecast = Nothing is forecast: no period is complete.
none_forecast_because = Nothing is forecast: { $why }.
none_tested_for_alerts = No series is long enough, or busy enough, to say what was to be expected of the latest period.
none_records = { $period } set no record.
none_notable = Nobody is known to have been killed in { $period }.
none_tactics = No incident of { $period } names a tactic.
none_targets = No incident of { $period } names a target.
not_reported_tactics = The source does not report tactics.
not_reported_targets = The source does not report targets.
none_groups_of = In the last year no named group is recorded in { $name }.
none_regions_of = In the last year { $name } is recorded in no named region.
none_alerts_of = Nothing in { $name } is out of line with its past in { $period }, and no record was set.
table_numbers = { $name } in numbers
table_meet = Groups in regions, in the year to { $to }
table_groups_of = Groups in { $name }, in the year to { $to }
table_regions_of = Regions with { $name }, in the year to { $to }
table_districts = Districts with the most incidents, { $period }
table_districts_in = Districts of { $name } with the most incidents, { $period }
table_districts_with = Districts with the most incidents of { $name }, { $period }
table_context = Events, the newest first
table_inputs = The files read
table_beside = The tables beside them
table_settings = Settings that are not the program's own
note_killed_of_group = Killed are all the dead of these incidents, not the group's own.
note_districts = Places coarser than a district are in none.
note_context = What was counted during an event need not have to do with it.
head_measure = Measure
head_last_year = Incidents in the last year
head_year_before = In the year before
head_killed_last_year = Killed in the last year
head_dates = Dates
head_event = Event
head_scope = Concerns
head_version = Version
head_hash = BLAKE3 (begins with)
head_setting = Setting
cell_covered_days = { $value } in { $days } of { $of } days
quality_of_all = What follows is about the whole input, of which this page shows a part.
provenance_intro = Everything here is computed from these files and settings; the same files and settings give the same report. manifest.json holds the hashes in full, the encodings, and a hash of each file of this folder.
no_settings = All settings are the program's own.
cite_report = To cite this report, name its title, its period, the version of the data and { $program } { $version }; the BLAKE3 hashes above say which files it rests on.

## Methods.
methods_intro = What stands behind the words of this report, each explained once. Sentences point here.
method_counting = how incidents are counted
method_judging = what clear, suggestive and within chance mean
method_changes = changes between periods
method_tolls = changes of tolls
method_trends = trends
method_alerts = alerts
method_breaks = changes of level
method_records = records, firsts and silences
method_lethality = lethality
method_forecasts = forecasts
method_guards = what is withheld, and why
sure_records = Records, firsts and silences: a record is the highest or lowest number of any complete period since the data begin, and says since when. A first or a silence is told only with three years of coverage, and only of names that the alias tables know; a silence is one that the earlier rate makes unlikely.
sure_lethality = Lethality: the dead per incident are counted over the incidents whose toll is known, with an interval from random draws of these incidents; the same is given without the deadliest one.

## Tables of charts.
head_held_against = { $name }, grey line
head_part = { $whole }: { $part }
head_in_state = { $name } ({ $state })
head_low_high = Low to high estimate
head_expected_range = Expected (95 % interval)
head_forecast_range = Forecast (80 % interval)
head_status = Status
head_events = Events
head_value = Value
cell_low_high = { $low } to { $high }
status_complete = complete
status_provisional = provisional
status_partial = partly covered
status_not_covered = not covered
status_unreported = not reported
