"""The texts of an article: its present one, and those it had before."""

from typing import Any

import sqlalchemy as sa

from workstation.domain.article import Draft, Version
from workstation.library.dates import instant_of
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import articles, bodies, versions


def of(reading: Reading, article: int) -> list[Version]:
    """The texts of an article, the oldest first and the present one last; none if it is not there.

    Only the present one is counted and searched.
    """
    rows = reading.connection.execute(
        sa.select(versions).where(versions.c.article_id == article).order_by(versions.c.number)
    )
    former = [
        Version(row.number, row.title, row.text, row.sha256, instant_of(row.replaced_at))
        for row in rows
    ]
    present = reading.connection.execute(
        sa.select(articles.c.version, articles.c.sha256, bodies.c.title, bodies.c.text)
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(articles.c.id == article)
    )
    return former + [Version(row.version, row.title, row.text, row.sha256) for row in present]


def known(reading: Reading, article: int, text_hash: str) -> bool:
    """Whether an article had a text before.

    A folder that holds both versions may be imported again: nothing in it is new.
    """
    same = sa.and_(versions.c.article_id == article, versions.c.text_hash == text_hash)
    return reading.connection.scalar(sa.select(versions.c.number).where(same)) is not None


def keep(writing: Writing, present: Any) -> None:
    """Keeps the text that is about to be replaced; `present` is the row of it and its article."""
    _insert(
        writing,
        article_id=present.id,
        number=present.version,
        title=present.title,
        text=present.text,
        text_hash=present.text_hash,
        sha256=present.sha256,
    )


def keep_older(writing: Writing, article: int, draft: Draft, text_hash: str, sha256: str) -> None:
    """Keeps a text that arrives after the one which replaced it, before all that are kept."""
    first = writing.connection.scalar(
        sa.select(sa.func.min(versions.c.number)).where(versions.c.article_id == article)
    )
    _insert(
        writing,
        article_id=article,
        number=(1 if first is None else first) - 1,
        title=draft.title,
        text=draft.text,
        text_hash=text_hash,
        sha256=sha256,
    )


def _insert(writing: Writing, **values: object) -> None:
    writing.connection.execute(sa.insert(versions).values(replaced_at=now(), **values))
