"""What a query finds: words asked of the full-text index, fields of their columns."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

import sqlalchemy as sa

from workstation.library import fields, nearness, running
from workstation.library.full_text import index
from workstation.library.inflections import LANGUAGES, others
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
from workstation.library.tokens import inflects, word_of
from workstation.limits import NEAR_FORMS, PARTS_JOINED

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
            return _holds(reading, tree.term, title=True)
        return fields.condition(reading, tree)
    parts = [_condition(reading, part) for part in tree.parts]
    if not reading.sqlite and len(parts) > PARTS_JOINED:
        # What may be neither true nor false is not joined, but asked part by part.
        parts = [part.is_(sa.true()) for part in parts]
    if tree.operator == "not":
        return sa.not_(parts[0])
    return sa.and_(*parts) if tree.operator == "and" else sa.or_(*parts)


def _near(reading: Reading, near: Near) -> sa.ColumnElement[bool]:
    match near.places:
        case (Term() as one, Term() as other) if reading.sqlite and _part_by_blanks(one, other):
            found = _pairs(reading, one, other, near.words)
            if found is not None:
                return articles.c.id.in_(sa.union_all(*found))
    together = sa.and_(*(_condition(reading, place) for place in near.places))
    return nearness.articles_with(reading, near, together)


def _pairs(reading: Reading, one: Term, other: Term, words: int) -> list[_Found] | None:
    """The articles in which the index knows two terms near each other; None: too many forms."""

    def near(first: str, second: str) -> str:
        # The index counts the words between, not the steps from one to the other.
        return f"NEAR({first} {second}, {words - 1})"

    found = [_in_index(near(_fts5(one), _fts5(other)))]
    for language in LANGUAGES if inflects(one) or inflects(other) else ():
        first, second = _spelt(reading, one, language), _spelt(reading, other, language)
        # As they are written, they were asked for already.
        pairs = list(product([_fts5(one), *first], [_fts5(other), *second]))[1:]
        if len(pairs) > NEAR_FORMS:
            return None
        if pairs:
            asked = " OR ".join(near(*pair) for pair in pairs)
            found.append(_in_index(asked, language))
    return found


def _spelt(reading: Reading, term: Term, language: str) -> list[str]:
    """A term as the index is asked for it, in each other form that stands in any text."""
    asked = [
        sa.select(sa.literal(form)).where(_in_index(f'"{form}"').exists())
        for form in (others(word_of(term), language) if inflects(term) else ())
    ]
    if not asked:
        return []
    return [f'"{form}"' for form in reading.connection.scalars(sa.union_all(*asked))]


def _holds(reading: Reading, term: Term, *, title: bool = False) -> sa.ColumnElement[bool]:
    found = list(_running(reading, term, title=title))
    if _part_by_blanks(term):
        found += _parted(reading, term, title=title)
    return articles.c.id.in_(sa.union_all(*found))


def _part_by_blanks(*terms: Term) -> bool:
    return not any(running.is_running(term.words) for term in terms)


def _parted(reading: Reading, term: Term, *, title: bool) -> Iterator[_Found]:
    """The articles that hold a term between blanks or other signs, in any form of a language."""
    column = "title : " if title else ""
    if reading.sqlite:
        yield _in_index(column + _fts5(term))
    else:
        yield _in_vectors(_postgresql(term), title=title)
    for language in LANGUAGES if inflects(term) else ():
        found = others(word_of(term), language)
        if not found:
            continue
        if reading.sqlite:
            asked = " OR ".join(f'"{form}"' for form in found)
            yield _in_index(f"{column}({asked})", language)
        else:
            query = sa.func.to_tsquery("simple", " | ".join(map(_bare, found)))
            yield _in_vectors(query, title=title).where(_speaks(bodies.c.article_id, language))


def _in_vectors(query: sa.ColumnElement[str], *, title: bool) -> _Found:
    fits = [_vector(POSTGRESQL_VECTOR).op("@@")(query)]
    if title:
        fits.append(_vector(POSTGRESQL_TITLE_VECTOR).op("@@")(query))
    return sa.select(bodies.c.article_id).where(*fits)


def _speaks(number: sa.ColumnElement[int], language: str) -> sa.ColumnElement[bool]:
    # Asked of each article that was found: a join might look at all of the language first.
    return sa.select(articles.c.language).where(articles.c.id == number).scalar_subquery() == (
        language
    )


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


def _in_index(asked: str, language: str = "") -> _Found:
    found = sa.select(index.c.rowid).where(index.c.article_fts.op("MATCH")(asked))
    return found.where(_speaks(index.c.rowid, language)) if language else found


def _fts5(term: Term) -> str:
    return f'"{term.words}"' + ("*" if term.prefix else "")


def _vector(sql: str) -> sa.ColumnElement[bool]:
    return sa.literal_column(sql)


def _postgresql(term: Term) -> sa.ColumnElement[str]:
    words = re.split(POSTGRESQL_PUNCTUATION, _bare(term.words))
    if term.prefix:
        asked = " <-> ".join(f"'{word}'" for part in words for word in part.split()) + ":*"
        return sa.func.to_tsquery("simple", asked)
    return sa.func.phraseto_tsquery("simple", " ".join(words))


def _bare(words: str) -> str:
    # What the index does to a text before it is cut into words.
    letters = unicodedata.normalize("NFD", words)
    return "".join(c for c in letters if not "\u0300" <= c <= "\u036f")
