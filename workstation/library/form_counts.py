"""How often each actor is named in which letters: kept beside the mentions by every write.

The triggers are only the writing connection's, as those of the columnar image are: a library that
brings any of its own is refused.
"""

from typing import Final

import sqlalchemy as sa
from sqlalchemy import Column, Integer, String, Table, Text

from workstation.library.places import GAVE_WAY
from workstation.library.schema import metadata

forms = Table(
    "forms",
    metadata,
    Column("folded", Text, primary_key=True),
    Column("actor_id", Integer, primary_key=True, autoincrement=False),
    Column("surface", Text, primary_key=True),
    Column("label", String(16), primary_key=True),
    Column("layer", String(16), primary_key=True),
    Column("mentions", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What machines found and counts, by actor before merges. A server counts for itself: none there.
"""

_KEY: Final = ("folded", "actor_id", "surface", "label", "layer")
_NAMES: Final = ", ".join(_KEY)


def _is_form(row: str) -> str:
    return (
        f"{row}counted AND {row}decided <> '{GAVE_WAY}' AND {row}layer <> 'analyst' "
        f"AND {row}actor_id IS NOT NULL"
    )


FILL: Final = (
    f"INSERT INTO forms ({_NAMES}, mentions) SELECT {_NAMES}, count(*) FROM mentions "  # noqa: S608
    f"WHERE {_is_form('')} GROUP BY {_NAMES}"
)

_NEW: Final = ", ".join(f"new.{name}" for name in _KEY)
_OLD: Final = " AND ".join(f"{name} = old.{name}" for name in _KEY)
_MORE: Final = (
    f"INSERT INTO forms ({_NAMES}, mentions) VALUES ({_NEW}, 1) "  # noqa: S608
    "ON CONFLICT DO UPDATE SET mentions = mentions + 1;"
)
_LESS: Final = (
    f"UPDATE forms SET mentions = mentions - 1 WHERE {_OLD}; "  # noqa: S608
    f"DELETE FROM forms WHERE {_OLD} AND mentions < 1;"
)
_OTHER: Final = " OR ".join(
    f"old.{name} IS NOT new.{name}" for name in (*_KEY, "counted", "decided")
)
_TRIGGERS: Final = (
    ("more", "INSERT", _is_form("new."), _MORE),
    ("less", "DELETE", _is_form("old."), _LESS),
    ("gone", "UPDATE", f"({_OTHER}) AND {_is_form('old.')}", _LESS),
    ("come", "UPDATE", f"({_OTHER}) AND {_is_form('new.')}", _MORE),
)


def follow(connection: sa.Connection) -> None:
    """Has what a write does to mentions counted, whatever writes it."""
    for name, event, when, count in _TRIGGERS:
        connection.exec_driver_sql(
            f"CREATE TEMP TRIGGER IF NOT EXISTS mw_forms_{name} AFTER {event} ON main.mentions "
            f"WHEN {when} BEGIN {count} END"
        )
