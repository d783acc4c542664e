"""Which articles and actors a write touches, noted by triggers that only its connection knows."""

from typing import Final

import sqlalchemy as sa

from workstation.library.columns import building
from workstation.library.columns.generation import Generation
from workstation.library.columns.image import Change
from workstation.limits import COLUMNS_TOUCHED

_touched = sa.table("mw_touched", sa.column("kind"), sa.column("number"), schema="temp")

_NOTED: Final = (
    ("articles", 0, "id", "day, instant, dated_from, outlet, language, story, mentions"),
    ("article_actors", 0, "article_id", "mentions"),
    ("actors", 1, "id", "canonical_id, kind, counted"),
)


def watch(connection: sa.Connection) -> None:
    """Begins to note what a write touches."""
    run = connection.exec_driver_sql
    run(
        "CREATE TEMP TABLE IF NOT EXISTS mw_touched "
        "(kind INTEGER, number INTEGER, PRIMARY KEY (kind, number)) WITHOUT ROWID"
    )
    for table, kind, number, columns in _NOTED:
        for event, row in (
            ("INSERT", "new"), (f"UPDATE OF {columns}", "new"), ("DELETE", "old")
        ):  # fmt: skip
            note = f"INSERT OR IGNORE INTO mw_touched VALUES ({kind}, {row}.{number})"  # noqa: S608
            run(
                f"CREATE TEMP TRIGGER IF NOT EXISTS mw_{table}_{event[:6]} "
                f"AFTER {event} ON main.{table} BEGIN {note}; END"
            )
    run("DELETE FROM mw_touched")


def change(connection: sa.Connection, since: Generation, now: Generation) -> Change | None:
    """What the write has changed; None if it is so much that all is better read anew."""
    many = connection.scalar(sa.select(sa.func.count()).select_from(_touched)) or 0
    if many > COLUMNS_TOUCHED:
        return None
    return building.change(connection, since, now, _touched)
