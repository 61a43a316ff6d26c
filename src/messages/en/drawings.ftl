### The painter: the words that it adds to a figure, and what its marks are called in tables, in English.

## Words on a figure.
drawn_nothing = Nothing to draw
drawn_zero = 0 in every covered period
drawn_not_covered = Not covered by the data
drawn_unreported = Not reported by the source
drawn_more =
    { $plural ->
        [one] and { $n } more
       *[other] and { $n } more
    }
drawn_unlabelled =
    { $plural ->
        [one] and { $n } more, unlabelled
       *[other] and { $n } more, unlabelled
    }
drawn_up_to = { $name }: to { $highest }
drawn_same = same
drawn_below_zero = below 0
drawn_ties_of = Incidents naming both:

## What an incident says of the two groups that it names.
tie_joint = on the same side
tie_joint_and_hostile = on the same side, but also against each other
tie_competing = both claim the incident
tie_hostile = against each other

## Of tables.
head_its_incidents = Its incidents
head_other_group = Other group
head_tie = What they say
head_interval = Interval
cell_framed = { $number }, framed
