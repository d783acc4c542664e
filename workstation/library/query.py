"""The query grammar.

    query  := clause { "OR" clause }
    clause := { ["NOT" | "-"] part }          parts beside each other, or with AND, must all hold
    part   := near | field | ( query ) | field( query )       the field is that of each word in it
    near   := place { "NEAR/"n place }        at most n words on, in either order
    place  := word | word* | "a phrase" | actor:name     a quoted one stands as it is written
    field  := title: outlet: actor: kind: lang: before: after: story: label: note: is:
              and its value; "is" has those of IS

A query never fails: what makes no sense as an operator or a field counts as a word.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from workstation.domain.signs import TONES
from workstation.limits import INFLECTED_TOKENS, NEAR_WORDS, QUERY_DEPTH, QUERY_TOKENS

FieldName = Literal[
    "title", "outlet", "actor", "kind", "lang", "before", "after", "story", "label", "note", "is"
]
FIELDS: tuple[FieldName, ...] = get_args(FieldName)
IS = ("starred", "read", "unread", "relevant", "irrelevant", "noted", *TONES)
"""What an article may be that an analyst reads."""

_FIELD = re.compile(rf"-?({'|'.join(FIELDS)}):(.+)", re.IGNORECASE | re.DOTALL)
_TOKEN = re.compile(rf'-?(?:(?:{"|".join(FIELDS)}):)?(?:"[^"]*"?|\()|\)|[^\s()"]+', re.IGNORECASE)
_NEAR = re.compile(r"NEAR(?:/(\d{1,9}))?")
_LETTERS = re.compile(r"[^\W_]")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_NUMBER = re.compile("[0-9]{1,9}")
_USUALLY_NEAR = 10


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand beside each other; `prefix`: the last may go on.

    `exact`: as they are written, in no other form.
    """

    words: str
    prefix: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """What one field must hold; `prefix` and `exact` as for a term."""

    name: FieldName
    value: str
    prefix: bool = False
    exact: bool = False

    @property
    def term(self) -> Term:
        """Its value as words of a text."""
        return Term(self.value, self.prefix, self.exact)

    @property
    def day(self) -> int:
        """The first day that 2024, 2024-12 or 2024-12-08 names, as its ordinal; 0 for no day."""
        named = _DAY.fullmatch(self.value)
        if named is None:
            return 0
        try:
            return date(int(named[1]), int(named[2] or 1), int(named[3] or 1)).toordinal()
        except ValueError:
            return 0


Place = Term | Field
"""Words, or an actor, that others may stand near."""


@dataclass(frozen=True, slots=True)
class Near:
    """Each of these places stands at most `words` words from the one before it or after it."""

    places: tuple[Place, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Clause:
    """Parts of which every one ("and"), any one ("or") or not the only one ("not") must hold."""

    operator: str
    parts: tuple["Query", ...]


Query = Clause | Near | Term | Field


def parse(query: str) -> Query | None:
    """The query as a tree; None where it holds no word."""
    return _Signs(query).alternatives(0)


def terms(query: str) -> list[Term]:
    """The terms that a match may be marked by: all but the forbidden ones."""
    found: list[Term] = []

    def walk(node: Query | None) -> None:
        if isinstance(node, Term):
            found.append(node)
        elif isinstance(node, Field):
            found.extend([node.term] if node.name == "title" else [])
        elif isinstance(node, Near):
            for place in node.places:
                walk(place)
        elif node is not None and node.operator != "not":
            for part in node.parts:
                walk(part)

    walk(parse(query))
    return found


class _Signs:
    """The words and signs of a query, eaten from the left."""

    def __init__(self, query: str) -> None:
        # Half of a surrogate pair and NUL are no text to any store.
        text = query.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
        self._signs = _TOKEN.findall(text)[:QUERY_TOKENS]
        self._at = 0
        self._exact = len(self._signs) > INFLECTED_TOKENS

    def alternatives(self, depth: int) -> Query | None:
        """Clauses with OR between them, up to the end or the parenthesis that closes them."""
        parts = [self._together(depth)]
        while self._take("OR"):
            parts.append(self._together(depth))
        if depth:
            self._take(")")
        return _joined("or", parts)

    def _together(self, depth: int) -> Query | None:
        parts: list[Query | None] = []
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

    def _part(self, sign: str, depth: int) -> Query | None:
        if sign.endswith("(") and depth < QUERY_DEPTH:
            return _within(sign.strip("-:("), self.alternatives(depth + 1))
        if sign == "AND":
            return None
        found = self._place(sign)
        return self._near(found) if found is not None and _is_place(found) else found

    def _near(self, first: Place) -> Place | Near:
        """The place with what stands near it, where the next sign is NEAR and a place follows."""
        places, words = [first], 0
        while self._at + 1 < len(self._signs):
            sign = _NEAR.fullmatch(self._signs[self._at])
            following = self._signs[self._at + 1]
            place = self._place(following)
            if sign is None or place is None or following[0] == "-" or not _is_place(place):
                break
            places.append(place)
            # The widest holds for all: two reaches in one chain are a slip of the pen.
            words = max(words, min(int(sign[1] or _USUALLY_NEAR), NEAR_WORDS))
            self._at += 2
        return Near(tuple(places), max(words, 1)) if len(places) > 1 else first

    def _place(self, sign: str) -> Place | None:
        found = None if sign.endswith("(") else _field(sign) or _term(sign)
        return replace(found, exact=True) if found is not None and self._exact else found

    def _ends(self, depth: int) -> bool:
        sign = self._signs[self._at]
        return sign == "OR" or (sign == ")" and depth > 0)

    def _take(self, sign: str) -> bool:
        found = self._at < len(self._signs) and self._signs[self._at] == sign
        self._at += found
        return found


def _joined(operator: str, found: list[Query | None]) -> Query | None:
    # What is said twice is asked once.
    parts = tuple(dict.fromkeys(part for part in found if part is not None))
    if len(parts) > 1:
        return Clause(operator, parts)
    return parts[0] if parts else None


def _is_place(found: Place) -> bool:
    return isinstance(found, Term) or found.name == "actor"


def _term(sign: str) -> Term | None:
    prefix = sign.endswith("*")
    words = sign.replace('"', " ").strip("-* ")
    return Term(words, prefix, '"' in sign) if _LETTERS.search(words) else None


def _field(sign: str) -> Field | None:
    said = _FIELD.fullmatch(sign)
    value = _term(said[2]) if said else None
    return _named(said[1], value) if said and value else None


def _named(field: str, value: Term) -> Field | None:
    name = next(name for name in FIELDS if name == field.lower())
    found = Field(name, " ".join(value.words.split()), value.prefix, value.exact)
    makes_sense = _MAKES_SENSE.get(name)
    return found if makes_sense is None or makes_sense(found) else None


def _within(field: str, query: Query | None) -> Query | None:
    """The query with its words as values of a field, if one is named."""
    if not field or query is None:
        return query
    if isinstance(query, Term):
        return _named(field, query) or query
    if isinstance(query, Near):
        return _joined("and", [_within(field, place) for place in query.places])
    if isinstance(query, Clause):
        parts = (_within(field, part) for part in query.parts)
        return Clause(query.operator, tuple(part for part in parts if part is not None))
    return query


# What a field cannot mean is looked for as words.
_MAKES_SENSE: dict[FieldName, Callable[[Field], bool]] = {
    "before": lambda field: field.day > 0,
    "after": lambda field: field.day > 0,
    "story": lambda field: _NUMBER.fullmatch(field.value) is not None,
    "is": lambda field: field.value.casefold() in IS,
}
