### What a report holds, in English: its first screen, its parts, the tables of its charts.

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
