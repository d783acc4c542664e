"""An article gets another title or text: what was made from the former one goes with it."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from workstation.library import full_text, mentions, schema, versions
from workstation.library.library import Writing
from workstation.library.schema import articles, bodies


def replace(
    writing: Writing, known: Any, *, words: Mapping[str, str], columns: Mapping[str, Any]
) -> None:
    """Gives an article other `words`, and keeps the former ones; `known` is the row of both.

    What later copies find it by goes as well. The words are the columns of `bodies`, and the
    `columns` are those of `articles` that change with them.
    """
    mentions.forget(writing, known.id)
    versions.keep(writing, known)
    writing.connection.execute(
        sa.update(articles)
        .where(articles.c.id == known.id)
        .values({**columns, "version": known.version + 1, "tagged_with": None, "problem": ""})
    )
    put_words(writing, known.id, words)
    for table in (
        schema.passages,
        schema.decided_paragraphs,
        schema.fingerprints,
        schema.bands,
    ):
        writing.connection.execute(sa.delete(table).where(table.c.article_id == known.id))


def put_words(writing: Writing, article: int, words: Mapping[str, str]) -> None:
    """Changes the words of an article, and the index of them."""
    full_text.remove(writing, article)
    same = bodies.c.article_id == article
    writing.connection.execute(sa.update(bodies).where(same).values(dict(words)))
    full_text.put(writing, article)
