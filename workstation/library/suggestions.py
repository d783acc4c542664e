"""What may follow in a query that is being typed: fields, and the values that they hold."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from workstation.domain.actor import KINDS
from workstation.domain.names import fold
from workstation.library import annotated
from workstation.library.library import Reading
from workstation.library.query import FIELDS, IS, FieldName
from workstation.library.schema import actor_days, actors, aliases, articles
from workstation.limits import SUGGESTIONS

_TYPED = re.compile(rf'(?:^|[\s(])-?(?:({"|".join(FIELDS)}):("?))?([^\s()":]*)$', re.IGNORECASE)
_QUOTED = re.compile(rf'(?:^|[\s(])-?({"|".join(FIELDS)}):"([^"]*)$', re.IGNORECASE)
_FIELD_LETTERS = 2
"""Letters of a word that may be the beginning of a field: with one, every word is."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The end of what is typed: a field, if it is in one, and the beginning of its value.

    `at` is where what may be put in its place begins.
    """

    field: FieldName | None
    beginning: str
    at: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may stand there, and in how many articles it does; none: it was not counted."""

    words: str
    count: int = 0
    actor: str = ""
    """The identifier of the actor that is meant."""


def typed(text: str) -> Typed | None:
    """What somebody types who has typed so far; None where nothing can be suggested."""
    inside = _QUOTED.search(text)
    if inside is not None:
        return Typed(_field(inside[1]), inside[2], inside.start(2) - 1)
    found = _TYPED.search(text)
    if found is None:
        return None
    if found[1]:
        return Typed(_field(found[1]), found[3], found.start(3) - len(found[2]))
    long_enough = len(found[3]) >= _FIELD_LETTERS
    return Typed(None, found[3], found.start(3)) if long_enough else None


def fields_for(beginning: str) -> list[Suggestion]:
    """The fields whose names begin so."""
    return [Suggestion(f"{name}:") for name in FIELDS if name.startswith(beginning.casefold())]


def suggest(reading: Reading, wanted: Typed) -> list[Suggestion]:
    """What may be put in the place of what is typed, the most frequent first."""
    if wanted.field is None:
        return fields_for(wanted.beginning)
    ask = _VALUES.get(wanted.field)
    return ask(reading, fold(wanted.beginning)) if ask is not None else []


def written(field: FieldName | None, words: str) -> str:
    """A value as it has to be typed: in quotation marks where it holds blanks."""
    if field is None:
        return words
    plain = words.replace('"', " ")
    bare = re.fullmatch(r"[^\s()\"]+", plain) and not plain.startswith("-")
    return f"{plain} " if bare else f'"{plain}" '


def _field(name: str) -> FieldName:
    return next(field for field in FIELDS if field == name.lower())


def _actors(reading: Reading, beginning: str) -> list[Suggestion]:
    root = actors.alias("root")
    # A name may be meant by any of its words.
    fits = sa.or_(
        aliases.c.folded.startswith(beginning, autoescape=True),
        aliases.c.folded.contains(f" {beginning}", autoescape=True),
    )
    called = (
        sa.select(actors.c.canonical_id)
        .join(aliases, aliases.c.actor_id == actors.c.id)
        .where(fits)
        .distinct()
    )
    times = sa.func.sum(actor_days.c.articles).label("times")
    rows = reading.connection.execute(
        sa.select(root.c.uuid, root.c.name, times)
        .select_from(actor_days)
        .join(actors, actors.c.id == actor_days.c.actor_id)
        .join(root, root.c.id == actors.c.canonical_id)
        .where(actors.c.canonical_id.in_(called), root.c.counted)
        .group_by(root.c.id, root.c.uuid, root.c.name)
        .order_by(times.desc(), root.c.name)
        .limit(SUGGESTIONS)
    )
    return [Suggestion(row.name, row.times, row.uuid) for row in rows]


def _outlets(reading: Reading, beginning: str) -> list[Suggestion]:
    return _most(
        _counted(reading, articles.c.outlet),
        lambda outlet: f" {beginning}" in f" {fold(outlet)}",
    )


def _languages(reading: Reading, beginning: str) -> list[Suggestion]:
    found = ((code or "unknown", count) for code, count in _counted(reading, articles.c.language))
    return _most(found, lambda code: code.startswith(beginning))


def _labels(reading: Reading, beginning: str) -> list[Suggestion]:
    return _most(annotated.labels(reading).items(), lambda label: beginning in fold(label))


def _counted(reading: Reading, column: sa.ColumnElement[str]) -> list[tuple[str, int]]:
    asked = sa.select(column, sa.func.count()).group_by(column)
    return [(value, count) for value, count in reading.connection.execute(asked)]


def _most(rows: Iterable[tuple[str, int]], fits: Callable[[str], bool]) -> list[Suggestion]:
    found = [Suggestion(words, count) for words, count in rows if words and fits(words)]
    return sorted(found, key=lambda one: (-one.count, one.words))[:SUGGESTIONS]


def _among(values: Iterable[str]) -> "Callable[[Reading, str], list[Suggestion]]":
    return lambda _, beginning: [Suggestion(one) for one in values if one.startswith(beginning)]


_VALUES: Mapping[FieldName, Callable[[Reading, str], list[Suggestion]]] = {
    "actor": _actors,
    "outlet": _outlets,
    "lang": _languages,
    "kind": _among(KINDS),
    "label": _labels,
    "is": _among(IS),
}
