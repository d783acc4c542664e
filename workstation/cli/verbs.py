"""The verbs of the command line."""

from typing import Final

VERBS: Final = (
    "open", "import", "watch", "tag", "pipelines", "registers", "articles", "versions", "actors",
    "mentions", "frequency", "network", "searches", "label", "notes", "events", "write", "edit",
    "erase", "ledger", "read-again", "decide", "date", "decisions", "merge-decisions", "undo",
    "redo", "report", "export", "check", "sample", "mappings", "doctor",
)  # fmt: skip
