"""What actors are called: their names, kinds and aliases, by the rows as which they count."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from workstation.domain.actor import Kind
from workstation.library.library import Reading
from workstation.library.schema import actors, aliases

_ALIASES = 12
_AT_ONCE = 10_000
"""Numbers in one question: SQLite takes 32,766, PostgreSQL 65,535."""


@dataclass(frozen=True, slots=True)
class Called:
    """An actor without its numbers; the aliases are those it got first."""

    uuid: str
    name: str
    kind: Kind
    wikidata: str
    aliases: tuple[str, ...]


def called(reading: Reading, roots: Collection[int]) -> dict[int, Called]:
    """The actors of some rows; an image remembers them until the next write."""
    image = reading.columns
    known: dict[int, Called] = image.memory.recall("called", dict) if image is not None else {}
    wanted = [root for root in roots if root not in known]
    for start in range(0, len(wanted), _AT_ONCE):
        known.update(_asked(reading, wanted[start : start + _AT_ONCE]))
    return {root: known[root] for root in roots}


def _asked(reading: Reading, roots: Collection[int]) -> dict[int, Called]:
    named = sa.select(actors.c.id, actors.c.uuid, actors.c.name, actors.c.kind, actors.c.wikidata)
    rows = reading.connection.execute(named.where(actors.c.id.in_(roots)))
    others = _aliases(reading, roots)
    return {
        number: Called(
            uuid, name, kind, wikidata, tuple(a for a in others.get(number, ()) if a != name)
        )
        for number, uuid, name, kind, wikidata in rows
    }


def _aliases(reading: Reading, roots: Collection[int]) -> dict[int, list[str]]:
    rows = reading.connection.execute(
        sa.select(actors.c.canonical_id, aliases.c.surface, aliases.c.folded)
        .join(actors, actors.c.id == aliases.c.actor_id)
        .where(actors.c.canonical_id.in_(roots))
        .order_by(aliases.c.id)
    )
    names: dict[int, dict[str, str]] = {}
    for root, surface, folded in rows:
        known = names.setdefault(root, {})
        if len(known) < _ALIASES:
            known.setdefault(folded, surface)
    return {root: list(known.values()) for root, known in names.items()}
