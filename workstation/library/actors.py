"""Actors: rows of the store, and how the rest of the library finds them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from workstation.domain.actor import actor_uuid
from workstation.domain.mention import Found
from workstation.domain.names import fold
from workstation.errors import UnknownName
from workstation.library.library import Reading, Writing
from workstation.library.schema import actors, aliases

_MANY = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """How an actor is called, what it is, under whom it counts, and whether it does."""

    uuid: str
    name: str
    kind: str
    canonical: str
    counted: bool = True


def ensure(writing: Writing, found: Iterable[Found]) -> dict[str, int]:
    """The row of each key that the mentions name, made where there is none yet.

    Returns:
        Row numbers by key; a mention of nobody has no key.
    """
    first = {f.key: f for f in found if f.key}
    rows = rows_of(writing, [actor_uuid(key) for key in first])
    numbers: dict[str, int] = {}
    for key, mention in first.items():
        uuid = actor_uuid(key)
        numbers[key] = rows.get(uuid) or create(
            writing, uuid, key=key, name=mention.name, kind=mention.kind, wikidata=mention.wikidata
        )
    return numbers


def create(
    writing: Writing, uuid: str, *, key: str, name: str, kind: str, wikidata: str = ""
) -> int:
    """A new actor's row number."""
    # The one writer may count for itself: an actor is at first its own canonical one.
    number = (writing.connection.scalar(sa.select(sa.func.max(actors.c.id))) or 0) + 1
    writing.connection.execute(
        sa.insert(actors).values(
            id=number,
            uuid=uuid,
            key=key,
            found_name=name,
            found_kind=kind,
            name=name,
            kind=kind,
            wikidata=wikidata,
            canonical_id=number,
            counted=True,
        )
    )
    writing.touched("actors")
    return number


def learn_aliases(writing: Writing, surfaces: Iterable[tuple[int, str]]) -> None:
    """Adds the surfaces under which actors were named; known ones stay as they are."""
    wanted = {(number, fold(surface)): surface for number, surface in surfaces}
    if not wanted:
        return
    numbers = sorted({number for number, _ in wanted})
    known = {
        (row.actor_id, row.folded)
        for row in writing.connection.execute(
            sa.select(aliases.c.actor_id, aliases.c.folded).where(aliases.c.actor_id.in_(numbers))
        )
    }
    new = [
        {"actor_id": number, "folded": folded, "surface": surface}
        for (number, folded), surface in wanted.items()
        if (number, folded) not in known
    ]
    if new:
        writing.connection.execute(sa.insert(aliases), new)


def name_of(reading: Reading, uuid: str) -> str:
    """What the actor is called now.

    Raises:
        UnknownName: there is no such actor.
    """
    name: str | None = reading.connection.scalar(
        sa.select(actors.c.name).where(actors.c.uuid == uuid)
    )
    if name is None:
        raise UnknownName(f"There is no actor {uuid}.", "`workstation actors` lists them.")
    return name


def stand(writing: Writing, decided: Callable[[Standing], Standing]) -> None:
    """Gives every actor the standing that `decided` makes of what was found."""
    rows = writing.connection.execute(sa.select(actors)).all()
    numbers = {row.uuid: row.id for row in rows}
    for row in rows:
        wanted = decided(Standing(row.uuid, row.found_name, row.found_kind, row.uuid))
        canonical = numbers.get(wanted.canonical, row.id)
        stands = (row.name, row.kind, row.canonical_id, row.counted)
        if stands != (wanted.name, wanted.kind, canonical, wanted.counted):
            writing.connection.execute(
                sa.update(actors)
                .where(actors.c.id == row.id)
                .values(
                    name=wanted.name,
                    kind=wanted.kind,
                    canonical_id=canonical,
                    counted=wanted.counted,
                )
            )
    writing.touched("actors")


def roots_of(reading: Reading, uuids: Iterable[str]) -> dict[str, int]:
    """The row each identifier counts under, after merges; unknown ones are left out."""
    rows = reading.connection.execute(
        sa.select(actors.c.uuid, actors.c.canonical_id).where(actors.c.uuid.in_(list(uuids)))
    )
    return {row.uuid: row.canonical_id for row in rows}


def find(reading: Reading, name: str) -> str:
    """The identifier of the actor a person means by an identifier, a name or an alias.

    A name outranks an alias, and an actor that was merged stands for the one it became.

    Raises:
        UnknownName: nobody is called so, or several are.
    """
    root = actors.alias("root")
    base = sa.select(root.c.uuid, root.c.name, root.c.kind).distinct()
    joined = base.select_from(actors.join(root, root.c.id == actors.c.canonical_id))
    by_alias = joined.join(aliases, aliases.c.actor_id == actors.c.id)
    folded = fold(name)
    tries = (
        joined.where(actors.c.uuid == name),
        joined.where(root.c.name == name),
        joined.where(actors.c.key == name),
        by_alias.where(aliases.c.folded == folded),
    )
    for asked in tries:
        found = reading.connection.execute(asked.limit(_MANY)).all()
        if len(found) == 1:
            return str(found[0].uuid)
        if found:
            several = ", ".join(f"{row.name} ({row.kind}, {row.uuid})" for row in found)
            raise UnknownName(f"“{name}” may be {several}.", "Name one by its identifier.")
    raise UnknownName(f"No actor is called “{name}”.", "`workstation actors` lists them.")


def rows_of(reading: Reading, uuids: Iterable[str]) -> dict[str, int]:
    """The row number of each identifier that is known."""
    rows = reading.connection.execute(
        sa.select(actors.c.uuid, actors.c.id).where(actors.c.uuid.in_(list(uuids)))
    )
    return {row.uuid: row.id for row in rows}
