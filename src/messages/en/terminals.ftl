### Text charts and tables in a terminal: keys, read-outs, what did not fit, in English.

terminal_newest = { $value } in { $period }
terminal_highest = highest { $value } in { $period }
terminal_highest_all = Highest of all: { $value }
terminal_at_least = at least { $value }
terminal_event = { $event } ({ $period })
terminal_event_span = { $event } ({ $from } to { $to })
terminal_break = { $note } (collection changed in { $period })
terminal_condensed =
    { $plural ->
        [one] Each mark is { $n } period.
       *[other] Each mark is the highest of { $n } periods.
    }
terminal_partial = partly covered
terminal_provisional = may still change
terminal_forecast = { $label }: median, intervals of 50 and 95 %
terminal_expected = expected
terminal_level = level: { $name }
terminal_level_unnamed = level
terminal_band = low to high
terminal_nothing = There is nothing to draw.
terminal_earlier = { $name }
terminal_unknown = not covered or not reported
terminal_layers = From bottom to top:
terminal_layers_of = From bottom to top, { $period }:
terminal_everywhere = In every row: { $columns }.
terminal_columns_left = Columns that did not fit: { $names }.
terminal_columns_empty = Columns that are empty here: { $names }.
terminal_rows_left =
    { $plural ->
        [one] { $n } more row of { $of }.
       *[other] { $n } more rows of { $of }.
    }
terminal_whole = The whole table: { $command }
terminal_rows =
    { $plural ->
        [0] No rows.
        [one] { $n } row.
       *[other] { $n } rows.
    }
