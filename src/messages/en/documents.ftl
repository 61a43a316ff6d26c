### The document: caveats, titles, heads of tables, how it was counted, the quality of the data, in English.

## Caveats.
caveat_unknown_tolls =
    { $plural ->
        [one] { $measure } is not known for { $n } of the { $incidents } incidents: sums are lower bounds.
       *[other] { $measure } is not known for { $n } of the { $incidents } incidents: sums are lower bounds.
    }
caveat_not_reported = { $source } does not report { $measures }.
caveat_provisional = { $period } is provisional: later reports may still add to it.
caveat_known_only = Only what is known is compared: some tolls are unknown.
caveat_small_base = No percentage is given on a base under { $minimum }.
caveat_period_lengths = The periods have { $current_days } and { $base_days } days; a day's rate of incidents changed by { $change }.
caveat_one_incident = One incident makes { $killed } of the { $of } killed.
caveat_involved = An incident of several groups counts once for each of them, so that sums over groups exceed the total.
caveat_first = An incident of several groups counts for the one named first.
caveat_initiator = An incident counts for the groups that initiated it.
caveat_fractional = An incident of several groups is divided among them in equal parts.
caveat_no_direction = Where both sides of an incident are named, the source does not say who attacked whom: to be involved is not to be responsible.
caveat_unnamed_moved = The share of incidents without a named group moved from { $before } to { $now }, which changes every group's numbers.
caveat_gated =
    { $plural ->
        [one] { $n } incident of { $from } to { $to } with { $killed } is missing here: its date is too coarse.
       *[other] { $n } incidents of { $from } to { $to } with { $killed } are missing here: their dates are too coarse.
    }
caveat_filtered = Only what passes the filters is counted.
caveat_break = The source changed its collection on { $from }: { $note }
caveat_new_name = A new name need not be a new group: it may be renamed, split or newly recognised.
caveat_renamed = A group that falls silent need not be gone: it may be renamed, merged or no longer named.
caveat_complete_with = If the source was counting to the end of the period, { $covered } makes it complete.

## The document.
title = Armed violence in { $place }: { $period }
title_nowhere = Armed violence: { $period }
subtitle = { $source }, { $from } to { $to }
subtitle_as_of = { $subtitle }, as of { $day }
subtitle_filtered = { $subtitle }. Only { $filters }
section_ledgers = Kinds of violence, and how deadly they are
section_regions = By region
section_groups = By group
section_mix = Tactics and targets
section_notable = Incidents of note
section_quality = Quality of the data
section_sources = Sources side by side
section_charts = More charts
section_trend = The whole: numbers and trend
section_alerts = Alerts and records
section_outlook = Outlook
section_of = { $section }: { $source }
source_line = { $source }, data to { $to }
source_line_version = { $line }, version of { $version }
source_line_as_of = { $line }, as of { $day }
source_line_filtered = { $line }. Only { $filters }
evidence_table = { $file }
evidence_rows = { $file } ({ $rows })
evidence_chart = chart { $chart }
days_covered = { $from } to { $to }
more_rows =
    { $plural ->
        [one] { $n } more in { $file }.
       *[other] { $n } more in { $file }.
    }
nothing_to_show = Nothing is recorded for { $period }.

## Column heads and row names.
head_region = Region
head_group = Group
head_kind = Kind
head_incidents = Incidents
head_share = Share
head_killed = Killed
head_injured = Injured
head_attacks = Attacks attributed
head_last = Last active
head_date = Date
head_district = District
head_groups = Groups
head_id = Id
head_file = File
head_read = Rows read
head_counted_rows = Counted
head_merged = Merged
head_repeated = Repeated
head_superseded = Superseded
head_filtered = Filtered
head_gated = Gated
head_rejected = Rejected
head_reason = Reason
head_rows = Rows
head_issue = What
head_effect = What was done
head_year = Year
head_civilian = Civilians
head_security = Security forces
head_militant = Militants
head_other = Others
head_unknown = Status unknown
head_tactic = Tactic
head_target = Target
head_source = Source
head_period = Period
head_ours = Incidents here
head_publisher = Publisher's figure
head_our_killed = Killed here
head_publisher_killed = Publisher's killed
head_only_ours = Only here
head_only_publisher = Only in the publisher's
head_change = Against { $base }
head_of_year = Incidents of the year
head_killed_of_year = Killed in the year
head_of_parts = Incidents dated to a { $grain }
head_killed_of_parts = Killed in those dated to a { $grain }
head_observed = Observed
head_expected = Expected (95 % interval)
head_judged = Judgement
head_bound = Classic bound
head_forecaster = Forecaster
head_coverage = 80 % interval held in the past
head_series = Series
head_of = { $period } (80 % interval)
head_to_date = Year to date (a year before)
row_all = All
row_unattributed = No group named
row_no_region = No region named
row_sum = All files
cell_change = { $absolute } ({ $percent })
cell_against = { $now } ({ $base })
cell_range = { $value } ({ $low } to { $high })
cell_judged = { $word } ({ $evidence })

## Captions of tables, and notes under them.
table_regions = Incidents and tolls by region, { $period }
table_groups = Incidents and tolls by organisation, { $period }
table_communal = Communal, ethnic and village militias, { $period }
table_party = Parties and their militias, { $period }
table_generic = Labels that name nobody, { $period }
table_unattributed = Incidents in which no armed group is named, { $period }
table_ledgers = Incidents and killed by kind, { $period }
table_tactics = Tactics of { $kind }, { $period }
table_targets = Targets of { $kind }, { $period }
table_notable = The deadliest incidents, { $period }
table_accounting = What became of every row
table_rejected = Rejected rows by reason
table_issues = What is odd in rows that are counted
table_years = Dates too coarse: what the year has and the shorter periods lack
table_headline = The publisher's own figure ({ $figure }) beside this one, by year
table_sources = The latest complete period of each source
table_alerts = { $period } against what came before it: the series furthest out of line
table_forecasts = What the next periods may bring
note_groups = An incident of several groups counts for each of them: the rows add up to more than the total. Killed are all the dead of these incidents, not the group's own.
note_at_least = "At least": the toll of some incidents is not known.
note_sources = Each source counts in its own way. The numbers must not be added up or ranked across sources.
note_alerts = Expected is what the earlier periods of the same series led one to expect. Bounds of other methods, for readers who know them, are in tables/alerts.csv.
note_forecasts = Further periods, 50 and 95 % intervals, and the scores of all forecasters are in tables/forecasts.csv and tables/scores.csv.
none_alerts = No series that this report shows is out of line with its past in { $period }.
sure_judged = "Clear" is what goes beyond chance even among all tests of the same question (q up to 5 %, after Benjamini and Hochberg); "suggestive" goes beyond chance on its own (p up to 5 %) but not among so many; "within chance" is what would often be seen if nothing had changed; "counted" is a number that nothing was tested on. A difference within chance is not said to have risen or fallen.
sure_changes = Changes: two numbers of incidents are compared by their covered days with the exact conditional test, or with the scatter of the 36 periods before both where they scatter more than chance alone. The interval is that of the percentage.
sure_tolls = Tolls: the dead and injured are compared by putting the incidents of both periods into random orders, because one incident can make a month; a change of a toll must also hold without the deadliest incident of the two periods.
sure_trends = Trends: the verdict rests on one test, the slope of a negative-binomial rate over the last 36 complete periods, with a season where there are three years, widened where neighbouring periods resemble each other. Other tests stand beside it in tables/trends.csv and have no vote.
sure_alerts = Alerts: the latest period is held against a negative-binomial expectation from its own past that knows how unsure it is. Falls count as much as rises. A period that later reports may still raise is no alert downwards.
sure_breaks = Breaks: a level is said to have changed only where a segmented series is clearly better than an unbroken one; each break comes with the periods between which it lies. A declared change in the collection of the data is never reported as violence.
sure_forecasts = Outlook: three forecasters see the same past, and this program's own is shown only where it did better than both benchmarks on it. A forecast is no warning: it says what the past leads one to expect.
sure_guards = Withheld: where more than { $limit } of the incidents come only from new sources, where one incident makes the change, where a region may have been merged into another, where later reports may still undo a fall, or where the source changed its collection, nothing is claimed and the reason is given.
note_years = The yearly total includes incidents of which only the year, or a stretch of months, is known; shorter periods leave them out.

## How it was counted.
counted_grain = Incidents are counted once each, by { $grain }.
counted_start = An incident of several days counts on its first.
counted_midpoint = An incident of several days counts on the middle one.
counted_spread = An incident of several days counts in equal parts on each of them.
counted_coverage = { $source } is taken to cover { $from } to { $to }. Inside these days, nothing recorded is 0; outside, cells are empty.
counted_later = Counting began later in { $places }: series over several countries begin where all are covered.
counted_later_place = { $country } ({ $day })
counted_gap = From { $from } to { $to } the publisher has no data: these days are not covered, and their cells are empty.
counted_version = The files are as fresh as { $day }, their newest revision or the date given for them.
counted_no_version = The files do not say how fresh they are.
counted_as_of = The report stands at { $day }: later rows are left out.
counted_kinds = "Incidents" are { $kinds }.
counted_other =
    { $plural ->
        [one] { $n } incident that is not violent, or a demonstration, is left out.
       *[other] { $n } incidents that are not violent, or demonstrations, are left out.
    }
counted_filters = Filters: only { $filters }.
counted_no_filters = No filter was set.
counted_provisional = Provisional, since later reports may still add to them: { $periods }.
counted_percent = No percentage is given on a base under { $minimum }: one incident more or less would move it by ten points and more.
counted_new_sources = Where more than { $limit } of the incidents come only from sources that did not report before, no comparison is made.
counted_aggregated = The rows are weekly counts without groups; a week belongs to the month of its Tuesday.
counted_not_reported = Not reported by this source, and therefore empty rather than 0: { $measures }.

## The quality of the data.
quality_rows = Of { $read } rows read, { $counted } are counted; { $rest }.
quality_all_counted =
    { $plural ->
        [one] The one row read is counted.
       *[other] All { $n } rows read are counted.
    }
quality_merged =
    { $plural ->
        [one] { $n } was merged into another row of the same incident
       *[other] { $n } were merged into other rows of the same incidents
    }
quality_repeated =
    { $plural ->
        [one] { $n } is an exact repeat
       *[other] { $n } are exact repeats
    }
quality_superseded =
    { $plural ->
        [one] { $n } is an older version of another row
       *[other] { $n } are older versions of other rows
    }
quality_filtered =
    { $plural ->
        [one] { $n } was filtered out
       *[other] { $n } were filtered out
    }
quality_gated =
    { $plural ->
        [one] { $n } has a date too coarse
       *[other] { $n } have dates too coarse
    }
quality_rejected =
    { $plural ->
        [one] { $n } was rejected
       *[other] { $n } were rejected
    }
quality_gated_toll =
    { $plural ->
        [one] { $n } incident with { $killed } has a date too coarse for one { $grain }: it stands in no series, and is listed in tables/quality.csv.
       *[other] { $n } incidents with { $killed } have dates too coarse for one { $grain }: they stand in no series, and are listed in tables/quality.csv.
    }
quality_coarse =
    { $plural ->
        [one] { $n } of the { $of } incidents is placed no nearer than a region{ $share }: it counts for its region and in no district.
       *[other] { $n } of the { $of } incidents are placed no nearer than a region{ $share }: they count for their regions and in no district.
    }
quality_no_region =
    { $plural ->
        [one] { $n } incident names no region; it ranks nowhere.
       *[other] { $n } incidents name no region; they rank nowhere.
    }
quality_unmatched =
    { $plural ->
        [one] { $n } name is in no alias table: { $names }.
       *[other] { $n } names are in no alias table: { $names }.
    }
quality_unmatched_allies =
    { $plural ->
        [one] { $n } associate is no group of this run and is not counted as one; it is listed in tables/unmatched_names.csv.
       *[other] { $n } associates are no groups of this run and are not counted as such; they are listed in tables/unmatched_names.csv.
    }
quality_near = { $name } (like { $nearest })
quality_doubted =
    { $plural ->
        [one] { $n } row with { $killed } is left out because its coders doubt that it was terrorism; with it, there would be { $all } incidents and { $all_killed } killed.
       *[other] { $n } rows with { $killed } are left out because their coders doubt that they were terrorism; with them, there would be { $all } incidents and { $all_killed } killed.
    }
quality_doubted_alone =
    { $plural ->
        [one] { $n } row with { $killed } is left out because its coders doubt that it was terrorism.
       *[other] { $n } rows with { $killed } are left out because their coders doubt that they were terrorism.
    }
quality_skipped =
    { $plural ->
        [one] { $n } row with { $killed } is left out by a rule of the mapping.
       *[other] { $n } rows with { $killed } are left out by rules of the mapping.
    }
quality_clean = No value was made unknown, and nothing odd was found.
quality_break = The source changed its collection on { $from }: { $note }
quality_omitted = Charts that are not drawn
omitted = { $chart }, { $subject }: { $reason }.
colophon = Made with { $program } { $version } from the files listed in manifest.json; the same files give the same report.
cite = Please cite the data as their publisher asks: { $citation }
cannot_say = The numbers are what was reported and coded, not what happened: unreported violence is missing, and attribution is the source's.
