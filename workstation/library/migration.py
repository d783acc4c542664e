"""The schema's version: made, checked at every opening, and brought up step by step."""

import re
from collections.abc import Mapping
from pathlib import Path

import sqlalchemy as sa

from workstation.errors import (
    LibraryDamaged,
    LibraryMissing,
    LibraryReadOnly,
    LibraryTooNew,
    NotALibrary,
)
from workstation.library import amendments, annotations, form_counts, running, schema
from workstation.library.engine import APPLICATION_ID

HEAD = "0017"
"""The revision this program writes; the newest file in migrations/versions."""

_FIRST = "0001"
_REVISION = re.compile(r"\d{4}")
_TABLE = "alembic_version"


def create(engine: sa.Engine, facts: Mapping[str, str]) -> None:
    """Makes every table of an empty store, and notes facts about the library.

    Raises:
        NotALibrary: the store holds tables already, or keeps no Unicode.
    """
    with engine.begin() as connection:
        if sa.inspect(connection).get_table_names():
            raise NotALibrary("There are tables in that database already.", "Name an empty one.")
        if connection.dialect.name == "postgresql":
            _expect_unicode(connection)
    with engine.begin() as connection:
        # Whoever makes tables knows them all.
        for tables in (annotations.signs, amendments.erasures, form_counts.forms):
            tables.metadata.create_all(connection)
        schema.create_full_text(connection)
        running.create_index(connection)
        connection.execute(
            sa.insert(schema.facts), [{"name": n, "value": v} for n, v in facts.items()]
        )
        connection.exec_driver_sql(
            f"CREATE TABLE {_TABLE} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
        )
        # Both are constants of this program.
        connection.exec_driver_sql(f"INSERT INTO {_TABLE} VALUES ('{HEAD}')")  # noqa: S608
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def bring_up(engine: sa.Engine, *, may_write: bool) -> None:
    """Checks the version of an existing store, and brings an older one up.

    Raises:
        LibraryMissing: the database is empty.
        NotALibrary: its tables are not ours.
        LibraryTooNew: a newer program wrote it.
        LibraryReadOnly: it is older, and may not be written.
        LibraryDamaged: it has lost its version.
    """
    with engine.begin() as connection:
        tables = set(sa.inspect(connection).get_table_names())
        if not tables:
            raise LibraryMissing("There is no library in that database.", "Import something first.")
        if not {_TABLE, "facts", "articles"} <= tables:
            raise NotALibrary("That database is not a library.", "Check the name.")
        found = connection.exec_driver_sql(f"SELECT version_num FROM {_TABLE}").scalars().all()  # noqa: S608
        if connection.dialect.name == "sqlite":
            _expect_nothing_planted(connection)
    if len(found) != 1 or not _REVISION.fullmatch(found[0]) or found[0] < _FIRST:
        raise LibraryDamaged("The library has lost its version.", "Restore it from a backup.")
    revision = found[0]
    if revision == HEAD:
        return
    if revision > HEAD:
        raise LibraryTooNew(
            "The library was written by a newer version of Media Workstation.",
            "Install the newer version to open it.",
        )
    if not may_write:
        raise LibraryReadOnly(
            "The library is of an older version and must be brought up first.",
            "Open it once where it can be written.",
        )
    _upgrade(engine)


def _expect_unicode(connection: sa.Connection) -> None:
    if connection.exec_driver_sql("SHOW server_encoding").scalar_one() != "UTF8":
        raise NotALibrary(
            "That database does not keep every letter.", "Create one with ENCODING 'UTF8'."
        )


_PLANTED = (
    "SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') "
    "OR (sql LIKE 'CREATE VIRTUAL TABLE%' AND name NOT IN ('article_fts', 'running_fts'))"
)


def _expect_nothing_planted(connection: sa.Connection) -> None:
    # A stranger's library may hold what acts by itself when we read or write.
    if planted := connection.exec_driver_sql(_PLANTED).scalars().first():
        raise NotALibrary(
            f"The library holds “{planted}”, which this program never makes.",
            "Do not use it, unless you know who made it.",
        )


def _upgrade(engine: sa.Engine) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import, needed once a version
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
