"""What a query finds: words asked of the full-text index, fields of their columns."""

import re
import unicodedata
from collections.abc import Iterator

import sqlalchemy as sa

from workstation.library import fields, nearness, running
from workstation.library.full_text import index
from workstation.library.library import Reading
from workstation.library.query import Field, Near, Query, Term, parse
from workstation.library.schema import (
    POSTGRESQL_PUNCTUATION,
    POSTGRESQL_TITLE_VECTOR,
    POSTGRESQL_VECTOR,
    articles,
    bodies,
    running_words,
)

_Found = sa.Select[tuple[int]]

_running_index = sa.table("running_fts", sa.column("rowid"), sa.column("running_fts"))


def matching(reading: Reading, query: str) -> sa.ColumnElement[bool] | None:
    """The articles that the query fits, as a condition; None where it asks for nothing."""
    tree = parse(query)
    return None if tree is None else _condition(reading, tree)


def _condition(reading: Reading, tree: Query) -> sa.ColumnElement[bool]:
    # Each part asks the index alone, so NOT may stand anywhere.
    if isinstance(tree, Near):
        return _near(reading, tree)
    if isinstance(tree, Term):
        return _holds(reading, tree)
    if isinstance(tree, Field):
        if tree.name == "title":
            return _holds(reading, Term(tree.value, tree.prefix), title=True)
        return fields.condition(reading, tree)
    parts = [_condition(reading, part) for part in tree.parts]
    if tree.operator == "not":
        return sa.not_(parts[0])
    return sa.and_(*parts) if tree.operator == "and" else sa.or_(*parts)


def _near(reading: Reading, near: Near) -> sa.ColumnElement[bool]:
    match near.places:
        case (Term() as one, Term() as other) if reading.sqlite and _part_by_blanks(one, other):
            # The index counts the words between, not the steps from one to the other.
            asked = f"NEAR({_fts5(one)} {_fts5(other)}, {near.words - 1})"
            return articles.c.id.in_(_in_index(asked))
    together = sa.and_(*(_condition(reading, place) for place in near.places))
    return nearness.articles_with(reading, near, together)


def _holds(reading: Reading, term: Term, *, title: bool = False) -> sa.ColumnElement[bool]:
    found = list(_running(reading, term, title=title))
    if _part_by_blanks(term):
        found.append(_parted(reading, term, title=title))
    return articles.c.id.in_(sa.union_all(*found))


def _part_by_blanks(*terms: Term) -> bool:
    return not any(running.is_running(term.words) for term in terms)


def _parted(reading: Reading, term: Term, *, title: bool) -> _Found:
    """The articles that hold a term between blanks or other signs."""
    if reading.sqlite:
        return _in_index(("title : " if title else "") + _fts5(term))
    query = _postgresql(term)
    fits = [_vector(POSTGRESQL_VECTOR).op("@@")(query)]
    if title:
        fits.append(_vector(POSTGRESQL_TITLE_VECTOR).op("@@")(query))
    return sa.select(bodies.c.article_id).where(*fits)


def _running(reading: Reading, term: Term, *, title: bool) -> Iterator[_Found]:
    """The articles with a script without blanks that hold a term."""
    words, goes_on = running.sought(term.words)
    goes_on = goes_on or (term.prefix and not running.is_running(term.words[-1:]))
    if not words:
        return
    if reading.sqlite:
        asked = f'"{" ".join(words)}"' + ("*" if goes_on else "")
        column = _running_index.c.running_fts
        fits = column.op("MATCH")(("title : " if title else "") + asked)
        yield sa.select(_running_index.c.rowid).where(fits)
        return
    asked = " <-> ".join(f"'{word}'" for word in words) + (":*" if goes_on else "")
    query = sa.func.to_tsquery("simple", asked)
    vectors = [running.POSTGRESQL, *([running.POSTGRESQL_TITLE] if title else [])]
    yield sa.select(running_words.c.article_id).where(
        *(_vector(sql).op("@@")(query) for sql in vectors)
    )


def _in_index(asked: str) -> _Found:
    return sa.select(index.c.rowid).where(index.c.article_fts.op("MATCH")(asked))


def _fts5(term: Term) -> str:
    return f'"{term.words}"' + ("*" if term.prefix else "")


def _vector(sql: str) -> sa.ColumnElement[bool]:
    return sa.literal_column(sql)


def _postgresql(term: Term) -> sa.ColumnElement[str]:
    # What the index does to a text before it is cut into words.
    bare = (c for c in unicodedata.normalize("NFD", term.words) if not "\u0300" <= c <= "\u036f")
    words = re.split(POSTGRESQL_PUNCTUATION, "".join(bare))
    if term.prefix:
        asked = " <-> ".join(f"'{word}'" for part in words for word in part.split()) + ":*"
        return sa.func.to_tsquery("simple", asked)
    return sa.func.phraseto_tsquery("simple", " ".join(words))
