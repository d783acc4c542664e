"""Making a store as small as what it holds, so that nothing stays of what was deleted."""

import sqlalchemy as sa

from workstation.errors import LibraryLocked
from workstation.library import schema

_INDEXES = ("article_fts", "running_fts")


def compact(store: sa.Engine) -> None:
    """Writes every table anew, outside of any transaction; nobody may write meanwhile.

    Of SQLite the log is emptied as well. A server keeps what its own logs and backups hold.

    Raises:
        LibraryLocked: somebody else reads in the library all the time.
        DatabaseError: there is no room for it, or the store is harmed.
    """
    raw = store.raw_connection()
    try:
        cursor = raw.cursor()
        if store.dialect.name == "sqlite":
            # Deleted words stand in an index until its parts are put together.
            for name in _INDEXES:
                cursor.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")  # noqa: S608
            cursor.execute("VACUUM")
            busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise LibraryLocked(
                    "What was erased still stands in the library's log, which somebody reads.",
                    "Close other programs that have the library open, and erase once more.",
                )
        else:
            raw.driver_connection.autocommit = True  # type: ignore[union-attr]
            tables = ", ".join(table.name for table in schema.metadata.sorted_tables)
            cursor.execute(f"VACUUM (FULL) {tables}")
    except store.dialect.dbapi.Error as error:  # type: ignore[union-attr]
        raise sa.exc.DatabaseError("VACUUM", None, error) from error
    finally:
        # It is no connection for transactions any more.
        raw.invalidate()
        raw.close()
