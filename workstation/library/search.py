"""What a query finds: words asked of the full-text index, fields of their columns."""

import re
import unicodedata

import sqlalchemy as sa

from workstation.library import fields, nearness
from workstation.library.full_text import index
from workstation.library.library import Reading
from workstation.library.query import Field, Near, Query, Term, parse
from workstation.library.schema import (
    POSTGRESQL_PUNCTUATION,
    POSTGRESQL_TITLE_VECTOR,
    POSTGRESQL_VECTOR,
    articles,
    bodies,
)


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
        case (Term() as one, Term() as other) if reading.sqlite:
            # The index counts the words between, not the steps from one to the other.
            return _found_by_index(f"NEAR({_fts5(one)} {_fts5(other)}, {near.words - 1})")
    together = sa.and_(*(_condition(reading, place) for place in near.places))
    return nearness.articles_with(reading, near, together)


def _holds(reading: Reading, term: Term, *, title: bool = False) -> sa.ColumnElement[bool]:
    if reading.sqlite:
        return _found_by_index(("title : " if title else "") + _fts5(term))
    query = _postgresql(term)
    fits: sa.ColumnElement[bool] = _vector(POSTGRESQL_VECTOR).op("@@")(query)
    if title:
        fits = sa.and_(fits, _vector(POSTGRESQL_TITLE_VECTOR).op("@@")(query))
    return articles.c.id.in_(sa.select(bodies.c.article_id).where(fits))


def _found_by_index(asked: str) -> sa.ColumnElement[bool]:
    return articles.c.id.in_(sa.select(index.c.rowid).where(index.c.article_fts.op("MATCH")(asked)))


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
