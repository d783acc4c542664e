"""What a write tells whoever keeps an image of the library."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from workstation.library import form_counts
from workstation.library.columns import generation

if TYPE_CHECKING:
    from workstation.library.columns.image import Change
    from workstation.library.columns.keeping import Keeper


@contextmanager
def following(
    connection: sa.Connection, keeper: "Keeper | None"
) -> "Iterator[list[Change | None]]":
    """Notes in the list that it yields what the write inside changed, if anything.

    A store that anybody changed is of another generation, whether an image is kept or not; a
    server's needs none.
    """
    changes: list[Change | None] = []
    if connection.dialect.name != "sqlite":
        yield changes
        return
    form_counts.follow(connection)
    driver: Any = connection.connection.dbapi_connection
    watched = keeper is not None and keeper.watch(connection)
    before = driver.total_changes
    yield changes
    if driver.total_changes != before:
        since, now = generation.advance(connection)
        followed = keeper.change(connection, since, now) if keeper is not None and watched else None
        changes.append(followed)
