"""The query grammar, and the full-text index it asks.

    query  := clause { "OR" clause }
    clause := { ["NOT" | "-"] term }          terms beside each other, or with AND, must all hold
    term   := word | word* | "a phrase" | ( query )

A query never fails: what makes no sense as an operator counts as a word.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from workstation.library.full_text import index
from workstation.library.library import Reading
from workstation.library.schema import (
    POSTGRESQL_PUNCTUATION,
    POSTGRESQL_VECTOR,
    articles,
    bodies,
)
from workstation.limits import QUERY_DEPTH, QUERY_TOKENS

_TOKEN = re.compile(r'-?"[^"]*"?|-?\(|\)|[^\s()"]+')
_LETTERS = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand beside each other; `prefix`: the last may go on."""

    words: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """Parts of which every one ("and"), any one ("or") or not the only one ("not") must hold."""

    operator: str
    parts: tuple["Clause | Term", ...]


def parse(query: str) -> Clause | Term | None:
    """The query as a tree; None where it holds no word."""
    return _Query(query).alternatives(0)


def terms(query: str) -> list[Term]:
    """The terms that a match may be marked by: all but the forbidden ones."""
    found: list[Term] = []

    def walk(node: Clause | Term | None) -> None:
        if isinstance(node, Term):
            found.append(node)
        elif node is not None and node.operator != "not":
            for part in node.parts:
                walk(part)

    walk(parse(query))
    return found


def matching(reading: Reading, query: str) -> sa.ColumnElement[bool] | None:
    """The articles that the query fits, as a condition; None where it asks for nothing."""
    tree = parse(query)
    if tree is None:
        return None
    # Each term asks the index alone, so NOT may stand anywhere.
    if reading.sqlite:
        return _condition(tree, _ask_fts5)
    fitting = sa.select(bodies.c.article_id).where(_condition(tree, _ask_postgresql))
    return articles.c.id.in_(fitting)


class _Query:
    """The words and signs of a query, eaten from the left."""

    def __init__(self, query: str) -> None:
        # Half of a surrogate pair and NUL are no text to any store.
        text = query.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
        self._signs = _TOKEN.findall(text)[:QUERY_TOKENS]
        self._at = 0

    def alternatives(self, depth: int) -> Clause | Term | None:
        """Clauses with OR between them, up to the end or the parenthesis that closes them."""
        parts = [self._together(depth)]
        while self._take("OR"):
            parts.append(self._together(depth))
        if depth:
            self._take(")")
        return _joined("or", parts)

    def _together(self, depth: int) -> Clause | Term | None:
        parts: list[Clause | Term | None] = []
        forbid = False
        while self._at < len(self._signs) and not self._ends(depth):
            sign = self._signs[self._at]
            self._at += 1
            if sign == "NOT":
                forbid = True
                continue
            part = self._part(sign, depth)
            if part is not None:
                parts.append(Clause("not", (part,)) if forbid or sign[0] == "-" else part)
                forbid = False
        return _joined("and", parts)

    def _part(self, sign: str, depth: int) -> Clause | Term | None:
        if sign in ("(", "-(") and depth < QUERY_DEPTH:
            return self.alternatives(depth + 1)
        return None if sign == "AND" else _term(sign)

    def _ends(self, depth: int) -> bool:
        sign = self._signs[self._at]
        return sign == "OR" or (sign == ")" and depth > 0)

    def _take(self, sign: str) -> bool:
        found = self._at < len(self._signs) and self._signs[self._at] == sign
        self._at += found
        return found


def _joined(operator: str, found: list[Clause | Term | None]) -> Clause | Term | None:
    parts = tuple(part for part in found if part is not None)
    if len(parts) > 1:
        return Clause(operator, parts)
    return parts[0] if parts else None


def _term(sign: str) -> Term | None:
    prefix = sign.endswith("*")
    words = sign.replace('"', " ").strip("-* ")
    return Term(words, prefix) if _LETTERS.search(words) else None


def _ask_fts5(term: Term) -> sa.ColumnElement[bool]:
    asked = f'"{term.words}"' + ("*" if term.prefix else "")
    return articles.c.id.in_(sa.select(index.c.rowid).where(index.c.article_fts.op("MATCH")(asked)))


def _ask_postgresql(term: Term) -> sa.ColumnElement[bool]:
    # What the index does to a text before it is cut into words.
    bare = (c for c in unicodedata.normalize("NFD", term.words) if not "\u0300" <= c <= "\u036f")
    words = re.split(POSTGRESQL_PUNCTUATION, "".join(bare))
    if term.prefix:
        asked = " <-> ".join(f"'{word}'" for part in words for word in part.split()) + ":*"
        query = sa.func.to_tsquery("simple", asked)
    else:
        query = sa.func.phraseto_tsquery("simple", " ".join(words))
    vector: sa.ColumnElement[bool] = sa.literal_column(POSTGRESQL_VECTOR)
    return vector.op("@@")(query)


def _condition(
    tree: Clause | Term, ask: Callable[[Term], sa.ColumnElement[bool]]
) -> sa.ColumnElement[bool]:
    if isinstance(tree, Term):
        return ask(tree)
    parts = [_condition(part, ask) for part in tree.parts]
    if tree.operator == "not":
        return sa.not_(parts[0])
    return sa.and_(*parts) if tree.operator == "and" else sa.or_(*parts)
