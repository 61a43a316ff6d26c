### Charts of pairs of groups, in English.

## Titles: two names, and what is found of them. What weakens a claim stands before it: an end may be cut.
chart_title_of_pair = { $names }: { $told }
chart_near_since = near each other more often than chance since { $month }
chart_near_since_maybe = suggestive at most, near each other more often than chance since { $month }
chart_near = near each other more often than chance
chart_near_maybe = suggestive at most, near each other more often than chance
chart_near_never = nowhere near each other
chart_near_chance = near each other no more often than chance explains
chart_near_too_few = nearness cannot be measured, { $have } of the { $need } incidents needed
chart_near_no_direction = nearness cannot be measured, { $have } of the { $need } initiated incidents needed
chart_near_few_offensives = nearness cannot be measured, { $have } of the { $need } offensives needed
chart_ledger_hostile =
    { $plural ->
        [one] against each other in { $n } incident
       *[other] against each other in { $n } incidents
    }
chart_ledger_joint =
    { $plural ->
        [one] on the same side in { $n } incident
       *[other] on the same side in { $n } incidents
    }
chart_ledger_competing =
    { $plural ->
        [one] both claiming { $n } incident
       *[other] both claiming { $n } incidents
    }
chart_ledger_then = { $ledger }; otherwise { $near }
chart_title_pairs =
    { $plural ->
        [one] { $n } of { $tests } pairs of groups is closer than chance explains: { $names }
       *[other] { $n } of { $tests } pairs of groups are closer than chance explains: { $names }
    }
chart_title_no_pair = None of { $tests } pairs of groups is closer than chance explains
chart_title_network =
    { $plural ->
        [one] Incidents name { $n } pair of groups together, { $most }
       *[other] Incidents name { $n } pairs of groups together, most often { $most }
    }

## What counts, and what near is.
chart_within =
    { $plural ->
        [one] within { $km } km and { $n } day
       *[other] within { $km } km and { $n } days
    }
chart_same_district =
    { $plural ->
        [one] in the same district within { $n } day
       *[other] in the same district within { $n } days
    }
chart_unit_initiated = Incidents that each initiated (near: { $near })
chart_unit_involved = Incidents in which each took part, clashes too (near: { $near })
chart_unit_of_pair_direct = Incidents that name both, and where each took part in any
chart_unit_excess_initiated = Share of incidents near the other group's ({ $near }) beyond chance, of incidents that each initiated
chart_unit_excess_involved = Share of incidents near the other group's ({ $near }) beyond chance, of incidents in which each took part
chart_unit_network = Incidents that name two groups

## Panels, lines and keys.
chart_panel_ledger = Incidents that name both
chart_panel_monthly = per month
chart_lane = { $tie }: { $n }
chart_panel_near = Near { $a }
chart_panel_near_unit = % in 12 months of the incidents of { $b }
chart_by_chance = By chance
chart_observed = Observed
chart_onset = Since { $month }
chart_panel_targets = Difference of targets
chart_panel_tactics = Difference of tactics
chart_panel_places = Difference of places
chart_panel_distance = 0: alike, 1: nothing in common; Jensen-Shannon distance by year
chart_panel_territory = Shared districts
chart_panel_overlap = 0: none, 1: all; half-weight index by year
chart_by_year = By year
chart_yearly = { $year } { $value }
chart_excess = Excess, percentage points
chart_holds =
    { $plural ->
        [one] beyond chance (a single pair)
       *[other] beyond chance among { $n } pairs
    }
chart_network_unit = Incidents of the group:
chart_tie = { $n } { $tie }

## Descriptions for those who cannot see a chart.
chart_alt_of_pair = Panels over time. { $told }
chart_alt_matrix = Table of { $names } by each other, shaded. Above nothing, in percentage points: { $told }
chart_alt_network = Network of { $names }. { $told }.
chart_told_rolling = In the 12 months to { $month }: { $seen } % were near, { $low } to { $high } % by chance.

## Small print.
chart_note_not_together = Near each other is not acting together: shared cities, holidays and media attention make pairs look close.
chart_told_near = { $near } of { $taken } incidents of { $b } near { $a }, { $expected } by chance: { $excess }{ $interval }.
chart_points_more = { $points } percentage points more
chart_points_fewer = { $points } percentage points fewer
chart_points_between = { " " }(95 %: { $low } to { $high })
chart_note_tested =
    { $plural ->
        [one] Over all distances and days { $evidence }, a single pair.{ $detectable }
       *[other] Over all distances and days { $evidence } among { $n } pairs.{ $detectable }
    }
chart_detectable = { " " }Four times in five the test would find an excess of { $points } points.
chart_told_onset =
    { $plural ->
        [one] Since { $month } an excess of { $after } points, before it { $before } ({ $evidence }, a single pair).
       *[other] Since { $month } an excess of { $after } points, before it { $before } ({ $evidence } among { $n } pairs).
    }
chart_note_involved = Clashes count too, and their day and place are mostly the other side's choice: nothing is clear from them.
chart_note_band = Grey band: 95 % of what chance gives, when offensives of { $b } are moved within windows of { $days } days.
chart_note_no_direction = Nearness is not measured: the source says for { $initiated } of { $involved } incidents of { $name } that it initiated them, { $need } needed.
chart_note_too_few = Nearness is not measured: of the { $need } incidents with an exact day and a place that it takes, { $name } has { $have }.
chart_note_few_offensives = Nearness is not measured: the incidents of { $name } form { $have } of the { $need } offensives that it takes.
chart_note_thin_share = No share where { $b } has fewer than { $minimum } incidents in 12 months.
chart_note_part_years = Broken rule: a year that is only partly covered.
chart_note_no_ledger = No incident names both.
chart_note_side_unknown =
    { $plural ->
        [one] { $n } incident names both without saying on which sides.
       *[other] { $n } incidents name both without saying on which sides.
    }
chart_note_declared = Declared in the table of events: { $told }.
chart_declared_war = war from { $day } on ({ $label })
chart_declared_truce = truce from { $day } on ({ $label })
chart_declared_alliance = alliance from { $day } on ({ $label })
chart_more_declared =
    { $plural ->
        [one] and { $n } more in tables/joint_incidents.csv
       *[other] and { $n } more in tables/joint_incidents.csv
    }
chart_note_no_profile = What they strike is not compared by year: in no year has each enough offensives.
chart_note_no_territory = Shared districts are not counted: no district is known.
chart_note_matrix = Of the group of the two with fewer usable incidents. Blank: not measured; incidents that name both are left out.
chart_note_top_pairs = The { $shown } of { $of } groups with most incidents; the others are in tables/convergence.csv.
chart_note_since = Not framed, since beyond chance only from a month on and not over the whole time: { $told }.
chart_pair_since = { $names } since { $month }
chart_note_network = Organisations that an incident names together. Being near each other is no link.
chart_note_unknown_pairs =
    { $plural ->
        [one] Not drawn: { $n } incident that names two groups without saying on which sides.
       *[other] Not drawn: { $n } incidents that name two groups without saying on which sides.
    }

## Why none is drawn.
none_no_direct = no incident says of two organisations that they stood together, against each other, or claimed the same
none_no_pair = no pair of groups has enough incidents with an exact day and a place to be measured
none_too_few_of_pair = no incident names both, and of the { $need } incidents with an exact day and a place that nearness takes, { $name } has { $have }
lack_paired_groups = organisations of which pairs can be measured
