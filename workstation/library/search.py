"""The query grammar, and the full-text index it asks.

    query  := clause { "OR" clause }
    clause := { ["NOT" | "-"] term }          terms beside each other, or with AND, must all hold
    term   := word | word* | "a phrase" | ( query )

A query never fails: what makes no sense as an operator counts as a word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from workstation.library.full_text import index
from workstation.library.library import Reading
from workstation.library.schema import bodies

_TOKEN = re.compile(r'"[^"]*"?|[()]|[^\s()"]+')
_LETTERS = re.compile(r"\w", re.UNICODE)
_DEEPEST = 20


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
    tree, _ = _alternatives(_TOKEN.findall(query), 0, 0)
    return tree


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


def matching(reading: Reading, query: str) -> sa.Select[tuple[int]] | None:
    """The identifiers of the articles that the query fits; None where it asks for nothing."""
    tree = parse(query)
    if tree is None:
        return None
    everything = sa.select(bodies.c.article_id)
    condition = _fts5(tree) if reading.sqlite else _tsquery(tree)
    return everything.where(condition)


def _alternatives(words: Sequence[str], at: int, depth: int) -> tuple[Clause | Term | None, int]:
    parts: list[Clause | Term] = []
    while True:
        part, at = _together(words, at, depth)
        if part is not None:
            parts.append(part)
        if at < len(words) and words[at] == "OR":
            at += 1
            continue
        return _joined("or", parts), at


def _together(words: Sequence[str], at: int, depth: int) -> tuple[Clause | Term | None, int]:
    parts: list[Clause | Term] = []
    forbid = False
    while at < len(words) and words[at] != "OR":
        word = words[at]
        at += 1
        if word == ")" and depth:
            break
        if word == "NOT":
            forbid = True
            continue
        part, at = _part(words, word, at, depth)
        if part is not None:
            parts.append(Clause("not", (part,)) if forbid or _is_minus(word) else part)
            forbid = False
    return _joined("and", parts), at


def _part(words: Sequence[str], word: str, at: int, depth: int) -> tuple[Clause | Term | None, int]:
    if word == "(" and depth < _DEEPEST:
        return _alternatives(words, at, depth + 1)
    return (None if word == "AND" else _term(word)), at


def _is_minus(word: str) -> bool:
    return word.startswith("-") and len(word) > 1


def _joined(operator: str, parts: list[Clause | Term]) -> Clause | Term | None:
    if len(parts) > 1:
        return Clause(operator, tuple(parts))
    return parts[0] if parts else None


def _term(word: str) -> Term | None:
    prefix = word.endswith("*") and not word.startswith('"')
    words = word.replace('"', " ").replace("\0", " ").rstrip("*").strip("-").strip()
    return Term(words, prefix) if _LETTERS.search(words) else None


def _fts5(tree: Clause | Term) -> sa.ColumnElement[bool]:
    """The tree as a condition; each term asks the index alone, so NOT may stand anywhere."""
    return _condition(tree, _ask_fts5)


def _ask_fts5(term: Term) -> sa.ColumnElement[bool]:
    asked = f'"{term.words}"' + ("*" if term.prefix else "")
    return bodies.c.article_id.in_(
        sa.select(index.c.rowid).where(index.c.article_fts.op("MATCH")(asked))
    )


def _tsquery(tree: Clause | Term) -> sa.ColumnElement[bool]:
    return _condition(tree, _ask_postgresql)


def _ask_postgresql(term: Term) -> sa.ColumnElement[bool]:
    # The very expression of the index, or it would not be used.
    vector: sa.ColumnElement[Any] = sa.literal_column("to_tsvector('simple', title || ' ' || text)")
    words = re.findall(r"\w+", term.words)
    asked = " <-> ".join(f"'{word}'" for word in words) + (":*" if term.prefix else "")
    return vector.op("@@")(sa.func.to_tsquery("simple", asked))


def _condition(tree: Clause | Term, ask: Any) -> sa.ColumnElement[bool]:
    if isinstance(tree, Term):
        return ask(tree)  # type: ignore[no-any-return]
    parts = [_condition(part, ask) for part in tree.parts]
    if tree.operator == "not":
        return sa.not_(parts[0])
    return sa.and_(*parts) if tree.operator == "and" else sa.or_(*parts)
