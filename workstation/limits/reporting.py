"""What a report, a chart and an export hold."""

CHART_SERIES = 8
"""Lines in one chart: more colours than these cannot be told apart."""

CHART_LABEL_CHARACTERS = 24
"""The longest name at the end of a line: a longer one would take a third of the chart."""

CHART_MARKERS = 31
"""Markers on one line: a month of days has one each, longer times would be a row of dots."""

REPORT_PRINTED_ARTICLES = 1_000
"""Articles a report prints in full: more are a thousand pages, and gigabytes to set."""

REPORT_LISTED_ARTICLES = 5_000
"""Articles a report lists: more are a hundred pages of rows, for which an export is the answer."""

REPORT_ACTOR_ROWS = 50
"""Rows of a report's actor table: two pages; those named once or twice would fill ten."""

REPORT_ACTORS_COUNTED = 30_000
"""Actors counted for a report: a database takes no longer list of names in one question."""

REPORT_CHART_ACTORS = 5
"""Lines in a report's chart where the analyst picked none: they can be told apart at a glance."""

REPORT_PRINTED_CHARACTERS = 4_000_000
"""Characters of text a report prints: setting them takes a minute and three gigabytes."""

REPORT_CHILD_MEMORY_BYTES = 8 << 30
"""The address space of the child that sets a report: twice what the largest report takes."""

REPORT_SECONDS = 600.0
"""How long setting a report may take: ten times what the largest takes on a slow machine."""

REPORT_PART_BYTES = 1 << 20
"""What is sent at once of a finished report: a 30 MB file never stands twice in memory."""

LEFTOVER_SECONDS = 3_600.0
"""After which an unfinished file is a killed program's: no report or export takes so long."""

EXPORT_ROWS = 2_000
"""Articles an export asks for at once: few enough to hold, enough that asking costs nothing."""

CHART_EVENTS = 12
"""Events drawn on one chart: the words of more would be longer than the chart is high."""

CHART_EVENT_CHARACTERS = 124
"""Characters of an event below a chart: one line of it."""
