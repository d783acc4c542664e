"""Laying over the mentions of articles what was decided of places in them."""

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from workstation.library import actors, passages, wordings
from workstation.library.decided import Decided, Surfaces
from workstation.library.library import Writing
from workstation.library.places import ASSIGNED, Places
from workstation.library.schema import mentions
from workstation.limits import ARTICLES_PER_TRANSACTION


def lay(writing: Writing, numbers: Collection[int], decided: Decided) -> None:
    """Makes the mentions of some articles anew from what machines found and what was decided.

    The counts are the caller's to bring in line.
    """
    if not numbers:
        return
    surfaces = Surfaces(decided.surfaces)
    wanted = sorted(numbers)
    for start in range(0, len(wanted), ARTICLES_PER_TRANSACTION):
        some = wanted[start : start + ARTICLES_PER_TRANSACTION]
        outlets = wordings.outlets_of(writing, some) if decided.rules else {}
        found = passages.found(writing, some)
        named: dict[tuple[int, str], None] = {}
        for number, wording in sorted(wordings.of(writing, some).items()):
            said = decided.of(number, outlets.get(number, ""))
            places = Places(said, wording, found.get(number, ()))
            named.update(dict.fromkeys(_lay(writing, number, surfaces, places)))
        actors.learn_aliases(writing, named)


def _lay(
    writing: Writing, number: int, surfaces: Surfaces, places: Places
) -> list[tuple[int, str]]:
    """Returns the actors that surfaces mean, with these."""
    rows = writing.connection.execute(
        sa.select(mentions).where(mentions.c.article_id == number)
    ).all()
    machines = [row for row in rows if row.layer != "analyst"]
    named: list[tuple[int, str]] = []
    for row in machines:
        actor, why = surfaces.meant(row.folded, row.found_actor_id, row.found_why)
        values = places.derived(row, actor, why)
        _update(writing, row, values)
        if actor is not None and values["decided"] != ASSIGNED:
            named.append((actor, row.surface))
    analysts = {(row.field, row.start, row.end): row for row in rows if row.layer == "analyst"}
    for values in places.added(machines):
        kept = analysts.pop((values["field"], values["start"], values["end"]), None)
        if kept is not None:
            _update(writing, kept, values)
        else:
            writing.connection.execute(sa.insert(mentions).values(article_id=number, **values))
    _delete(writing, (row.id for row in analysts.values()))
    passages.decide(writing, number, {place: mark.own for place, mark in places.marks.items()})
    return named


def _update(writing: Writing, row: Any, values: dict[str, Any]) -> None:
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if changed:
        writing.connection.execute(
            sa.update(mentions).where(mentions.c.id == row.id).values(**changed)
        )


def _delete(writing: Writing, numbers: Iterable[int]) -> None:
    writing.connection.execute(sa.delete(mentions).where(mentions.c.id.in_(list(numbers))))
