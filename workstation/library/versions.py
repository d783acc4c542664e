"""The texts that an article had before its present one."""

from typing import Any

import sqlalchemy as sa

from workstation.domain.article import Draft
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import versions


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
