### The page alone: its first screen and what its charts answer, in English.

word_in_short = In short
word_key_figures = Key figures
word_complete = How complete the data is
word_numbers = The numbers as a table
word_read_values = Read the values: { $title }
word_read_keys = Arrow keys move from period to period, Home and End to the first and the last, Escape closes.
word_show_only = Show only
word_columns = Columns
note_newest = On a narrow screen: the newest { $shown } of { $of } periods; the table has all of them.
