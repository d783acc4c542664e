"""Articles by what decisions hold on to: an identifier, and the words of a version."""

from collections.abc import Collection

import sqlalchemy as sa

from workstation.domain.anchor import Wording
from workstation.library.library import Reading
from workstation.library.schema import articles, bodies


def uuid_of(reading: Reading, number: int) -> str:
    """The identifier of an article that is there."""
    asked = sa.select(articles.c.uuid).where(articles.c.id == number)
    return str(reading.connection.scalars(asked).one())


def numbers_of(reading: Reading, uuids: Collection[str]) -> dict[str, int]:
    """The row number of each identifier that is known."""
    asked = sa.select(articles.c.uuid, articles.c.id).where(articles.c.uuid.in_(list(uuids)))
    return {row.uuid: row.id for row in reading.connection.execute(asked)}


def numbers_with(reading: Reading, hashes: Collection[str]) -> dict[str, int]:
    """The row number of the first article that now has the words of each hash, if one has."""
    asked = (
        sa.select(bodies.c.text_hash, sa.func.min(bodies.c.article_id).label("id"))
        .where(bodies.c.text_hash.in_(list(hashes)))
        .group_by(bodies.c.text_hash)
    )
    return {row.text_hash: row.id for row in reading.connection.execute(asked)}


def hashes_of(reading: Reading, uuids: Collection[str]) -> dict[str, str]:
    """What tells the present words of each article that is known."""
    rows = reading.connection.execute(
        sa.select(articles.c.uuid, bodies.c.text_hash)
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(articles.c.uuid.in_(list(uuids)))
    )
    return {row.uuid: row.text_hash for row in rows}


def marks_of(reading: Reading, numbers: Collection[int]) -> dict[int, tuple[str, str]]:
    """The identifier of each article, and what tells its present words."""
    rows = reading.connection.execute(
        sa.select(articles.c.id, articles.c.uuid, bodies.c.text_hash)
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(articles.c.id.in_(list(numbers)))
        .order_by(articles.c.id)
    )
    return {row.id: (row.uuid, row.text_hash) for row in rows}


def titles_of(reading: Reading, numbers: Collection[int]) -> dict[int, str]:
    """The title of each article."""
    asked = sa.select(articles.c.id, articles.c.title).where(articles.c.id.in_(list(numbers)))
    return {row.id: row.title for row in reading.connection.execute(asked)}


def outlets_of(reading: Reading, numbers: Collection[int]) -> dict[int, str]:
    """The outlet of each article."""
    asked = sa.select(articles.c.id, articles.c.outlet).where(articles.c.id.in_(list(numbers)))
    return {row.id: row.outlet for row in reading.connection.execute(asked)}


def of(reading: Reading, numbers: Collection[int]) -> dict[int, Wording]:
    """The present words of some articles; a title made from the text is none."""
    rows = reading.connection.execute(
        sa.select(bodies, articles.c.title_derived)
        .join(articles, articles.c.id == bodies.c.article_id)
        .where(bodies.c.article_id.in_(list(numbers)))
    )
    return {
        row.article_id: Wording("" if row.title_derived else row.title, row.text, row.text_hash)
        for row in rows
    }
