"""Facts that a provider or a promotional line gives beside an article."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from workstation.domain.article import FROM_ADDRESS, OUTLET_FROM, Draft
from workstation.library.library import Reading, Writing
from workstation.library.schema import hints

Hint = tuple[str, str]
_BY_ADDRESS: Hint = (OUTLET_FROM, FROM_ADDRESS)


def with_outlet(draft: Draft, outlet: str) -> Draft:
    """A draft that names no outlet, with the one that its article is known to be of."""
    if not outlet or (draft.outlet and _BY_ADDRESS not in draft.hints):
        return draft
    left = tuple(hint for hint in draft.hints if hint != _BY_ADDRESS)
    return replace(draft, outlet=outlet, hints=left)


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
