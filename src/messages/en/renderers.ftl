### What a renderer adds to a document: labels of links and parts, strengths of findings, in English.

word_skip = Skip to the report
word_contents = Contents
word_evidence = Evidence
word_caveats = Caveats
word_source = Source
word_note = Note
word_image = PNG
word_table = table
word_downloads = Data files
word_colophon = About this report
word_counted = counted
word_clear = clear
word_suggestive = suggestive
word_within_chance = within chance
