"""Facts that a provider or a promotional line gives beside an article."""

from collections.abc import Sequence

import sqlalchemy as sa

from workstation.library.library import Reading, Writing
from workstation.library.schema import hints

Hint = tuple[str, str]


def put(writing: Writing, article: int, found: Sequence[Hint]) -> None:
    """Keeps the hints of an article, and none that it had before."""
    writing.connection.execute(sa.delete(hints).where(hints.c.article_id == article))
    if found:
        writing.connection.execute(
            sa.insert(hints),
            [{"article_id": article, "name": name, "value": value} for name, value in found],
        )


def of(reading: Reading, article: int) -> tuple[Hint, ...]:
    """The hints of an article."""
    rows = reading.connection.execute(
        sa.select(hints.c.name, hints.c.value).where(hints.c.article_id == article)
    )
    return tuple((row.name, row.value) for row in rows)
