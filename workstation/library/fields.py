"""What the fields of a query mean to the store: conditions on `articles`."""

from collections.abc import Callable, Collection

import sqlalchemy as sa

from workstation.domain.names import fold
from workstation.domain.signs import TONES
from workstation.library import annotated
from workstation.library.library import Reading
from workstation.library.query import Field, FieldName
from workstation.library.schema import actors, aliases, article_actors, articles

_UNKNOWN_LANGUAGE = ("unknown", "und", "none")
_root = actors.alias("field_root")
# What has no date stands on neither side of a day, so that it is among what NOT leaves.
_dated = articles.c.day.is_not(None)


def condition(reading: Reading, field: Field) -> sa.ColumnElement[bool]:
    """The articles that a field's value fits; a title is the index's to find."""
    return _CONDITIONS[field.name](reading, field)


def roots_called(reading: Reading, field: Field) -> list[int]:
    """The actors of that name or alias, upper and lower case and accents alike, by row."""
    image = reading.columns
    if image is None:
        return _roots_called(reading, field)
    return image.memory.recall(("called", field), lambda: _roots_called(reading, field))


def _roots_called(reading: Reading, field: Field) -> list[int]:
    wanted = fold(field.value)
    every = reading.connection.execute(
        sa.select(actors.c.canonical_id, aliases.c.folded)
        .join(aliases, aliases.c.actor_id == actors.c.id)
        .where(_like(aliases.c.folded, wanted, prefix=field.prefix))
        .union(sa.select(actors.c.canonical_id, actors.c.name))
    )
    return sorted({row[0] for row in every if _fits(fold(row[1]), wanted, prefix=field.prefix)})


def naming(roots: Collection[int]) -> sa.ColumnElement[bool]:
    """The articles that count a mention of one of some actors."""
    return named_by(_root.c.id.in_(roots))


def named_by(fits: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """The articles that count a mention of an actor, `field_root`, that fits."""
    return articles.c.id.in_(
        sa.select(article_actors.c.article_id)
        .join(actors, actors.c.id == article_actors.c.actor_id)
        .join(_root, _root.c.id == actors.c.canonical_id)
        .where(fits, _root.c.counted)
    )


def of_kind(kinds: Collection[str]) -> sa.ColumnElement[bool]:
    """The articles that count a mention of an actor of one of some kinds."""
    return named_by(_root.c.kind.in_(kinds))


def _like(column: sa.ColumnElement[str], wanted: str, *, prefix: bool) -> sa.ColumnElement[bool]:
    return column.startswith(wanted, autoescape=True) if prefix else column == wanted


def _fits(found: str, wanted: str, *, prefix: bool) -> bool:
    return found.startswith(wanted) if prefix else found == wanted


def _outlet(reading: Reading, field: Field) -> sa.ColumnElement[bool]:
    every = reading.connection.scalars(sa.select(articles.c.outlet).distinct())
    wanted = f" {fold(field.value)}" + ("" if field.prefix else " ")
    return articles.c.outlet.in_([outlet for outlet in every if wanted in f" {fold(outlet)} "])


def _language(reading: Reading, field: Field) -> sa.ColumnElement[bool]:
    del reading
    wanted = field.value.casefold()
    return articles.c.language.in_(("",) if wanted in _UNKNOWN_LANGUAGE else (wanted,))


def _label(reading: Reading, field: Field) -> sa.ColumnElement[bool]:
    wanted = fold(field.value)
    found = (
        one for one in annotated.labels(reading) if _fits(fold(one), wanted, prefix=field.prefix)
    )
    return annotated.labelled(list(found))


def _is(reading: Reading, field: Field) -> sa.ColumnElement[bool]:
    del reading
    said = field.value.casefold()
    if said == "noted":
        return annotated.noted()
    if said in TONES:
        return annotated.toned([said])
    return sa.not_(annotated.marked("read")) if said == "unread" else annotated.marked(said)


_CONDITIONS: dict[FieldName, Callable[[Reading, Field], sa.ColumnElement[bool]]] = {
    "outlet": _outlet,
    "actor": lambda reading, field: naming(roots_called(reading, field)),
    "kind": lambda _, field: of_kind([field.value.casefold().replace(" ", "-")]),
    "lang": _language,
    "before": lambda _, field: _dated & (articles.c.day < field.day),
    "after": lambda _, field: _dated & (articles.c.day >= field.day),
    "story": lambda _, field: articles.c.story == int(field.value),
    "label": _label,
    "note": lambda _, field: annotated.saying(field.value, prefix=field.prefix),
    "is": _is,
}
