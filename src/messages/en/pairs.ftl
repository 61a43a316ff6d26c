### What is said of pairs of groups, in English.

## What lies near, and what chance brings.
pair_attacks = attacks by { $name }
pair_involved = incidents involving { $name }
pair_within = within { $km } km and { $days }
pair_short_within = { $km } km, { $days }
pair_within_of = within { $km } km and { $days } of
pair_same_district = in the same district within { $days }
pair_short_district = same district, { $days }
pair_same_district_of = in the same district as, and within { $days } of,
pair_near =
    { $plural ->
        [0] none of { $of } { $b } lies { $near } { $a }, where places and rhythms alone bring { $expected }
        [one] { $n } of { $of } { $b } lies { $near } { $a }, where places and rhythms alone bring { $expected }
       *[other] { $n } of { $of } { $b } lie { $near } { $a }, where places and rhythms alone bring { $expected }
    }
pair_near_whole =
    { $plural ->
        [0] over the whole time none of { $of } does, where places and rhythms alone bring { $expected }
        [one] over the whole time { $n } of { $of } does, where places and rhythms alone bring { $expected }
       *[other] over the whole time { $n } of { $of } do, where places and rhythms alone bring { $expected }
    }
pair_more = an excess of { $points } percentage points
pair_fewer = { $points } percentage points fewer
pair_as_many = no excess
pair_evidence = { $interval }; { $p }
pair_interval = { $level } interval { $low } to { $high } points
pair_among =
    { $plural ->
        [one] { $evidence }, the only such pair tested
       *[other] { $evidence } among { $n } such pairs
    }
pair_clear = { $near }: { $excess }, more than chance explains ({ $evidence }).
pair_suggestive = { $near }: { $excess }. On its own that is more than chance usually brings ({ $evidence }), but { $reserves }.
pair_suggestive_elsewhere =
    { $plural ->
        [0] { $near }: { $excess } ({ $interval }). Over all distances and numbers of days asked, something is seldom so by chance ({ $evidence }), most clearly { $other }, where none of { $of } is near and chance brings { $expected }; but { $reserves }.
        [one] { $near }: { $excess } ({ $interval }). Over all distances and numbers of days asked, more is near than chance usually brings ({ $evidence }), most clearly { $other }, where { $n } of { $of } is near and chance brings { $expected }; but { $reserves }.
       *[other] { $near }: { $excess } ({ $interval }). Over all distances and numbers of days asked, more is near than chance usually brings ({ $evidence }), most clearly { $other }, where { $n } of { $of } are near and chance brings { $expected }; but { $reserves }.
    }
pair_chance = { $near }: { $excess }, compatible with chance ({ $evidence }).
pair_could_not = { $near }. On no other days would more or fewer have been near, so that days cannot show a link between the two.
pair_detectable = An excess of { $points } percentage points or more would have been seen in four of five cases, a smaller one less often: that none is seen is no evidence that there is no link.
pair_undetectable = With these places and days no excess of any size would have been seen in four of five cases: that none is seen is no evidence that there is no link.
pair_smallest = The smallest excess that would have been seen in four of five cases is { $points } percentage points.
reserve_many_pairs = it does not hold once all such pairs are taken into account
reserve_few_near =
    { $plural ->
        [0] none is near where { $need } are needed to say so
        [one] only { $n } is near where { $need } are needed to say so
       *[other] only { $n } are near where { $need } are needed to say so
    }
reserve_interval = the interval reaches to nought
reserve_not_chosen = clashes are counted, whose day and place are mostly the other side's choice

## Whether it is rising.
pair_rose = Since about { $month }, { $b } have fallen { $near } { $a } more often than their places and rhythms explain: { $after } percentage points more than chance, against { $before } ({ $evidence }).
pair_may_have_risen = Since about { $month }, { $b } may have fallen { $near } { $a } more often than before: { $after } percentage points more than chance, against { $before }. On its own that is more than chance usually brings ({ $evidence }), but { $reserves }.
pair_before_none = none before
pair_before_more = { $points } before
pair_before_fewer = { $points } fewer than chance before
pair_not_rising = There is no evidence that it is rising or falling: the excess moves by { $slope } percentage points a year ({ $trend }), and no month stands out as the beginning of a higher level ({ $evidence }).
pair_rise_unknown =
    { $plural ->
        [0] Whether it is rising cannot be told: none is near where { $need } are needed, over two years at least.
        [one] Whether it is rising cannot be told: only { $n } is near where { $need } are needed, over two years at least.
       *[other] Whether it is rising cannot be told: { $n } are near where { $need } are needed, over two years at least.
    }

## What names both.
pair_hostile =
    { $plural ->
        [one] { $a } and { $b } are on opposite sides in { $n } incident: they have fought each other, and rivals are near each other too.
       *[other] { $a } and { $b } are on opposite sides in { $n } incidents: they have fought each other, and rivals are near each other too.
    }
pair_direct = Of incidents that name both, { $clauses }.
pair_joint =
    { $plural ->
        [0] none has them on one side
        [one] { $n } has them on one side
       *[other] { $n } have them on one side
    }
pair_joint_since =
    { $plural ->
        [one] { $n } has them on one side ({ $since } of it since { $month })
       *[other] { $n } have them on one side ({ $since } of them since { $month })
    }
pair_joint_all_since =
    { $plural ->
        [one] { $n } has them on one side, since { $month }
       *[other] { $n } have them on one side, all since { $month }
    }
pair_competing =
    { $plural ->
        [one] { $n } has competing claims
       *[other] { $n } have competing claims
    }
pair_none_hostile = none is a clash between them
pair_side_unknown =
    { $plural ->
        [one] { $n } does not say on whose side each was
       *[other] { $n } do not say on whose side each was
    }
pair_none_named = No incident names both.
pair_dates = The first is of { $first }, the last of { $last }.
pair_date = It is of { $day }.
pair_never_joint = In these data no incident at all has two groups on one side: that these two are never named so says nothing.
pair_declared = The table of events has a { $what } between them ({ $dates }): { $label }.
pair_not_together = Being near is not acting together.

## How many pairs were asked.
pairs_none = No pair of groups was measured.
pairs_of_groups = pairs of organisations
pairs_of_families = pairs of families
pairs_of_both = pairs of an organisation and a family
pairs_measured = { $of }: { $pairs } looked at, { $measured } measured, of which { $tests } could show a link in place and time at all; p is up to 5 % in { $nominal } of these, where chance alone would bring about { $expected }, and q is up to 5 % in { $clear }.
pairs_no_test = { $of }: { $pairs } looked at, { $measured } measured, of which none could show a link in place and time.
pairs_rises = A rise could be tested in { $tests }: p is up to 5 % in { $nominal }, q is up to 5 % in { $clear }.
pairs_said =
    { $plural ->
        [0] Nothing is said of any of them without reserve.
        [one] Something is said of { $n } of them without reserve.
       *[other] Something is said of { $n } of them without reserve.
    }
pairs_not_measured = Not measured: { $reasons }.
pairs_too_few =
    { $plural ->
        [one] { $n } with too few incidents of an exact day and place
       *[other] { $n } with too few incidents of an exact day and place
    }
pairs_no_direction =
    { $plural ->
        [one] { $n } because the source seldom says who attacked whom
       *[other] { $n } because the source seldom says who attacked whom
    }
pairs_too_few_offensives =
    { $plural ->
        [one] { $n } whose incidents fall on too few days
       *[other] { $n } whose incidents fall on too few days
    }
pairs_groups_left_out =
    { $plural ->
        [one] Only the { $first } organisations with most incidents are paired; { $n } more has enough incidents.
       *[other] Only the { $first } organisations with most incidents are paired; { $n } more have enough incidents.
    }
pairs_direct_left_out =
    { $plural ->
        [one] Of pairs outside these, those with most incidents that name both are looked at; { $n } more is only in joint_incidents.csv.
       *[other] Of pairs outside these, those with most incidents that name both are looked at; { $n } more are only in joint_incidents.csv.
    }

## Caveats.
caveat_shared_surge = A surge that both share and that is shorter than { $days }, such as a holiday or an operation against both, cannot be told from being near each other.
caveat_not_chosen = Clashes and operations against the groups are counted too; their day and place are mostly the other side's choice.
caveat_same_district = Fewer than half of the incidents of one of the two have an exact place: near means in the same district.
caveat_nobody_left_out = { $source } leaves out incidents for which nobody is named: what they would change is not measured.

## The section.
section_pairs = Are groups converging?
none_pairs = No pair is looked at: no two organisations and no two families have { $need } incidents each (--pair-least), and no incident names two.
none_converging = Of no pair do the incidents lie near each other more often than chance brings. That is no evidence that none is linked: each part below says how large an excess would have been seen.
more_pairs =
    { $plural ->
        [one] { $n } more pair has entries in the ledger or results beyond chance; it stands in tables/convergence.csv and tables/joint_incidents.csv.
       *[other] { $n } more pairs have entries in the ledger or results beyond chance; they stand in tables/convergence.csv and tables/joint_incidents.csv.
    }
table_evidence = Four kinds of evidence, kept apart
head_evidence = Evidence
head_is = What it shows
head_is_not = What it does not show
evidence_named = Named together
evidence_named_is = Dated incidents that name both: on one side, with competing claims, or against each other. Three counts that are never added.
evidence_named_not = A standing alliance: one joint incident is one incident. Groups that fight each other are named together too.
evidence_near = Near in place and time
evidence_near_is = More of one group's incidents lie near the other's than its own places, its rhythm and the surges of each place bring.
evidence_near_not = Cooperation. Shared cities, holidays, operations against both, and the attention of the media make two groups look close; so does rivalry.
evidence_alike = Alike in what they strike
evidence_alike_is = The two strike the same targets, by the same means, in the same districts, and more so than before.
evidence_alike_not = A link. Groups copy what they read of, and choose what is easy to reach.
evidence_territory = On the same ground
evidence_territory_is = Both are active in the same districts in the same year.
evidence_territory_not = A link. Those who fight over a district are both in it.
note_evidence = No score is made of the four. Being near is not acting together, and what is not seen here may still exist: talks, money, training and shelter leave no incident.
table_pairs = Pairs, those that chance explains least first
head_pair_b = Incidents of
head_pair_a = near those of
head_pair_near = Near
head_pair_chance = By chance
head_pair_excess = Excess in percentage points (95 % interval)
head_pair_rise = Higher since
cell_near = { $n } of { $of } ({ $near })
cell_rise = { $month }: { $points } points ({ $word })
cell_not_measured = not measured: { $why }
note_pairs = p and q are over all distances (10, 25 and 50 km, the same district) and numbers of days (1, 3, 5 and 7), with what looking at all of them costs; the counts are of the one distance and number of days that is named. Incidents that name both are left out.

## Of one pair.
pair_families = Both are families: all groups that the table of groups puts into them.
pair_used = The measure rests on { $used_b } of { $all_b } { $b } and { $used_a } of { $all_a } { $a }: those with an exact day and at least a district that do not name both. Of the first, { $taken } are placed exactly enough for the distance asked.
pair_not_measured = Whether the two are near each other in place and time is not measured: { $why }.
pair_no_direction = { $name } is named as the attacker in { $initiated } of the { $involved } incidents in which it took part, where { $need } are needed; --pair-incidents involved counts the others too, whose day and place are mostly the other side's choice
pair_too_few = { $name } has { $have } incidents with an exact day and a place that do not name both, where { $need } are needed (--pair-least)
pair_too_few_offensives = the incidents of { $name } form { $have } offensives, where { $need } are needed to hold them against chance
pair_short_no_direction = who attacked is known for { $have } of { $need } needed
pair_short_too_few = { $have } incidents of { $need } needed
pair_short_offensives = { $have } offensives of { $need } needed
pair_placebo = As a check, the same is measured with { $a } moved by 60 to 120 days, where nothing can be an answer: the excess is then { $mean } percentage points on average ({ $low } to { $high } by lag).
pair_follows = of { $b } that are near, more come after the nearest of { $a } than before it: { $count } more, where chance brings { $expected } ({ $evidence }, of this pair alone). To come after is not to answer.
pair_leads = of { $b } that are near, more come before the nearest of { $a } than after it: { $count } more, where chance brings { $expected } ({ $evidence }, of this pair alone). To come before is not to lead.
pair_no_order = There is no evidence that one of the two follows the other ({ $evidence }).
pair_order_unknown = Too few are near to tell who follows whom.
pair_bounds =
    { $plural ->
        [one] If the { $n } incident for which nobody is named were one of { $a }, the excess would be { $as_a } percentage points; as one of { $b }, { $as_b }.
       *[other] If all { $n } incidents for which nobody is named were { $a }, the excess would be { $as_a } percentage points; if all were { $b }, { $as_b }.
    }
pair_bounds_not_measured = The source leaves out incidents for which nobody is named: what they would change is not measured.
pair_territory = In { $first } both were active in { $both } of { $any } districts in which either was; in { $last } in { $both_last } of { $any_last }.
pair_territory_once = In { $first }, the only year in which both were active in known districts, they shared { $both } of { $any } districts in which either was.
pair_no_territory = In no year were both active in known districts.
pair_hawkes = For robustness, a model of self-exciting incidents (Hawkes) gives { $b_by_a } further { $b } for each of { $a }, and { $a_by_b } the other way ({ $evidence } of the first).
pair_covariance = The covariance of the two across districts (Trebbi and Weese) is { $across } ({ $evidence }).
pair_not_robust = One check for robustness was not made, because { $why }.
table_ledger = Incidents that name both { $a } and { $b }, newest first
note_ledger = The relations are never added up.
head_relation = Relation
relation_joint = on one side
relation_competing = competing claims
relation_hostile = on opposite sides
relation_unknown = sides not stated
declared_war = declared war
declared_truce = declared truce
declared_alliance = declared alliance
table_alike = How far { $a } and { $b } differ in what they strike: 0 is alike, 1 has nothing in common
head_alike_by = By
head_alike_all = Whole time
head_alike_then = Earlier
head_alike_now = Now
head_alike_reading = More alike?
head_alike_moved = Differ most, { $a } / { $b }
alike_targets = targets
alike_tactics = tactics
alike_districts = districts
alike_more = more alike than before
alike_less = less alike than before
alike_same = no evidence of change
alike_no_years = no two years with enough incidents
cell_of_year = { $year }: { $cell }
cell_moved = { $category } { $a } / { $b }
note_alike = Earlier and now are the first and the last year with 20 known incidents of each. Change is said only where the two intervals are apart.

## Methods.
method_pairs = pairs of groups
sure_pairs = Pairs of groups: the incidents of a group that are close in place and time make one offensive. Of the group with fewer incidents, the share that lies near one of the other's is held against chance: each offensive keeps its place and is moved as a whole to other days within the same fixed stretch of { $stretch }, so that a group keeps its places, its rhythm and its repeats, and a surge of a place stays a surge. p is the share of such moves that bring as many near, the smallest over four distances and four numbers of days held against the smallest of every move, so that looking at many costs what it should; then all pairs are judged together after Benjamini and Hochberg. The interval holds the excesses that the data do not contradict.
pair_stretch_from = { $days } from { $n } offensives on
pair_stretches = { $days } ({ $from }: the more there are, the more a shared surge would look like a link; a rise is always asked of { $days })
sure_pairs_told = A pair is called clear only if q is up to 5 %, at least ten incidents are near, the interval lies above nought, and the incidents are attacks whose day and place the group chose. A rise is a month before which least and after which most is near beyond chance, held against simulations in which a steady excess never changes; the month is an estimate and may be off by half a year. Incidents that name both are left out and told apart, as direct evidence.
sure_pairs_alike = How alike two groups are is the Jensen-Shannon distance of their targets, tactics and districts, less what small samples add, with a 95 % interval from offensives drawn anew; 0 is alike, 1 has nothing in common.
sure_pairs_not = What it cannot see: a surge that both share and that rises and falls within about two such stretches looks like being near; a link without incidents, such as talks, money or shelter, leaves no trace; and the coverage of the media may itself come in waves. It assumes that offensives could as well have come on other days of the same weeks.
