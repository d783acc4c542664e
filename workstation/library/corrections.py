"""Texts that analysts corrected: present ones of their articles, beside those that were found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from workstation.domain.article import Passage
from workstation.library import dates, edits, schema, texts
from workstation.library.amendments import found_facts
from workstation.library.articles import no_such_article
from workstation.library.library import Reading, Writing
from workstation.library.schema import articles, bodies

TEXT: Final = "text"
"""The field of `found_facts` by which a text that an analyst corrected is known."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A text as an analyst wants it, with what later copies find it by."""

    text: str
    text_hash: str
    passages: tuple[Passage, ...] = ()
    signature: bytes = b""
    bands: tuple[int, ...] = ()


def correct(writing: Writing, article: int, new: Corrected, *, who: str) -> int:
    """Makes a text the present one of an article; the number of the version that it replaced.

    Raises:
        UnknownName: there is no such article.
    """
    known = _present(writing, article)
    found = found_hash(writing, article) or known.text_hash
    texts.replace(
        writing,
        known,
        words={"text": new.text, "text_hash": new.text_hash},
        columns={"words": len(new.text.split())},
    )
    of_article = found_facts.c.article_id == article
    is_text = found_facts.c.field == TEXT
    writing.connection.execute(sa.delete(found_facts).where(of_article, is_text))
    if new.text_hash != found:
        _insert(
            writing,
            article,
            (found_facts, [{"field": TEXT, "value": found, "derived": False, "who": who}]),
        )
    _insert(
        writing,
        article,
        (schema.passages, [{"start": p.start, "end": p.end, "kind": p.kind} for p in new.passages]),
        (schema.fingerprints, [{"signature": new.signature}] if new.signature else []),
        (schema.bands, [{"hash": band} for band in dict.fromkeys(new.bands)]),
    )
    # Decisions reach articles that other libraries know otherwise by their words.
    dates.lay(writing, [article])
    edits.lay(writing, [article])
    writing.touched("articles", "texts")
    return int(known.version)


def corrected_by(reading: Reading, article: int) -> str:
    """Who corrected the present text of an article; "" if it is as it was found."""
    asked = sa.select(found_facts.c.who)
    asked = asked.where(found_facts.c.article_id == article, found_facts.c.field == TEXT)
    return reading.connection.scalar(asked) or ""


def found_hash(reading: Reading, article: int) -> str:
    """What tells the words that were found of an article whose text was corrected, or ""."""
    asked = sa.select(found_facts.c.value)
    asked = asked.where(found_facts.c.article_id == article, found_facts.c.field == TEXT)
    return reading.connection.scalar(asked) or ""


def _present(reading: Reading, article: int) -> Any:
    row = reading.connection.execute(
        sa.select(articles, bodies.c.text, bodies.c.text_hash)
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(articles.c.id == article)
    ).one_or_none()
    if row is None:
        raise no_such_article(article)
    return row


def _insert(
    writing: Writing, article: int, *rows: tuple[sa.Table, Sequence[dict[str, Any]]]
) -> None:
    for table, values in rows:
        if values:
            writing.connection.execute(
                sa.insert(table), [{"article_id": article, **value} for value in values]
            )
