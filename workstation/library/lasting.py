"""Articles by the identifiers that they keep, however their rows are numbered."""

from collections.abc import Collection

import sqlalchemy as sa

from workstation.library.library import Reading
from workstation.library.schema import articles


def identifiers(reading: Reading, numbers: Collection[int]) -> dict[int, str]:
    """The identifiers of those numbered articles that are there."""
    asked = sa.select(articles.c.id, articles.c.uuid).where(articles.c.id.in_(list(numbers)))
    return {row.id: row.uuid for row in reading.connection.execute(asked)}


def numbers(reading: Reading, identifiers: Collection[str]) -> dict[str, int]:
    """The numbers of those articles that are there, by their identifiers."""
    asked = sa.select(articles.c.id, articles.c.uuid).where(articles.c.uuid.in_(list(identifiers)))
    return {row.uuid: row.id for row in reading.connection.execute(asked)}


def alone(reading: Reading, originals: Collection[str]) -> set[str]:
    """Those originals that hold one article and no more."""
    asked = (
        sa.select(articles.c.sha256)
        .where(articles.c.sha256.in_(list(originals)))
        .group_by(articles.c.sha256)
        .having(sa.func.count() == 1)
    )
    return set(reading.connection.scalars(asked))
