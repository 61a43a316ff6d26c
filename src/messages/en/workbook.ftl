### The workbook: names of its sheets, heads of its lists, what it leaves out, in English.

# Names of sheets: at most 31 characters, none of [ ] : * ? / \
sheet_contents = Contents
sheet_notes = Notes
sheet_columns = Columns
sheet_charts = Charts
sheet_series = Series for charts
sheet_series_of = Charted { $source }

about_notes = What limits the numbers: read it before quoting one
about_columns = What each column of each sheet holds, and its unit
about_charts = Incidents and killed by period, leading regions and groups
about_series = The numbers that the charts draw: one row a period

head_sheet = Sheet
head_holds = What it holds
head_columns = Columns
head_left_out = Left out
head_column = Column
head_unit = Unit
head_about = About
head_note = Note
head_covered_from = Covered from
head_covered_to = Covered to
head_start = First day

sheet_empty_cells = An empty cell is unknown or not reported, never zero.
sheet_text = Text that a spreadsheet would run as a formula stays text, behind an apostrophe that only the input line shows.
sheet_no_rows = no rows
rows_left_out = { $plural ->
    [one] The last row is left out: { $n } more than a sheet can hold; all are in { $file }.
   *[other] The last { $n } rows are left out: a sheet holds no more; all are in { $file }.
}
cells_cut = { $plural ->
    [one] { $n } text is cut to the length that a cell can hold; it is whole in { $file }.
   *[other] { $n } texts are cut to the length that a cell can hold; they are whole in { $file }.
}
column_documented = { $about } ({ $unit })
chart_incidents = Incidents by period
chart_killed = People killed by period
chart_regions = Incidents by period, leading regions
chart_groups = Incidents by period, leading groups
workbook_chart_of = { $chart }: { $source }
axis_killed = People killed
charts_complete = Only periods that are wholly covered are drawn; an empty cell is a gap, never zero.
charts_killed = Killed are at least this many where some incidents have no known toll.
charts_groups = An incident of several groups counts once for each: groups do not add up to the total.
charts_none = No period is wholly covered: there is nothing to draw.
note_workbook = This workbook
note_whole = All numbers
