"""Actors: rows of the store, and how the rest of the library finds them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from workstation.domain.actor import Kind, Naming, actor_uuid
from workstation.domain.mention import Found
from workstation.domain.names import fold
from workstation.errors import UnknownName
from workstation.library import counts
from workstation.library.library import Reading, Writing
from workstation.library.schema import actors, aliases, article_actors

_MANY = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """How an actor is called, what it is, under whom it counts, and whether it does."""

    uuid: str
    name: str
    kind: str
    canonical: str
    counted: bool = True


@dataclass(frozen=True, slots=True)
class AsFound:
    """An actor as a register or a text gave it, before any decision."""

    uuid: str
    key: str
    name: str
    kind: str
    wikidata: str = ""


def ensure(writing: Writing, found: Iterable[Found]) -> dict[str, int]:
    """The row of each key that the mentions name, made where there is none yet.

    A new actor is called as the first of them spells it; one in capitals, as in a dateline, gives
    way to one that is not.

    Returns:
        Row numbers by key; a mention of nobody has no key.
    """
    named: dict[str, Found] = {}
    for f in found:
        first = named.setdefault(actor_uuid(f.key), f) if f.key else f
        if first.name.isupper() and not f.name.isupper():
            named[actor_uuid(f.key)] = f
    rows = rows_of(writing, named)
    new = [
        AsFound(uuid, f.key, f.name, f.kind, f.wikidata)
        for uuid, f in named.items()
        if uuid not in rows
    ]
    rows.update(_create(writing, new))
    return {f.key: rows[uuid] for uuid, f in named.items()}


def create(
    writing: Writing, uuid: str, *, key: str, name: str, kind: str, wikidata: str = ""
) -> int:
    """A new actor's row number."""
    return _create(writing, [AsFound(uuid, key, name, kind, wikidata)])[uuid]


def _create(writing: Writing, new: Sequence[AsFound]) -> dict[str, int]:
    """The row numbers of new actors by their identifiers."""
    if not new:
        return {}
    # The one writer may count for itself: an actor is at first its own canonical one.
    last = writing.connection.scalar(sa.select(sa.func.max(actors.c.id))) or 0
    numbers = {one.uuid: number for number, one in enumerate(new, last + 1)}
    writing.connection.execute(
        sa.insert(actors),
        [
            {
                "id": numbers[one.uuid],
                "uuid": one.uuid,
                "key": one.key,
                "found_name": one.name,
                "found_kind": one.kind,
                "name": one.name,
                "kind": one.kind,
                "wikidata": one.wikidata,
                "canonical_id": numbers[one.uuid],
                "counted": True,
            }
            for one in new
        ],
    )
    writing.touched("actors")
    return numbers


def learn_aliases(writing: Writing, surfaces: Iterable[tuple[int, str]]) -> None:
    """Adds the surfaces under which actors were named; known ones stay as they are."""
    wanted: dict[tuple[int, str], str] = {}
    for number, surface in surfaces:
        wanted.setdefault((number, fold(surface)), surface)
    if not wanted:
        return
    numbers = sorted({number for number, _ in wanted})
    asked = sa.select(aliases.c.actor_id, aliases.c.folded).where(aliases.c.actor_id.in_(numbers))
    known = {tuple(row) for row in writing.connection.execute(asked).all()}
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


def stand(
    writing: Writing, concerned: Iterable[str], decided: Callable[[Standing], Standing]
) -> None:
    """Gives every actor the standing that `decided` makes of what was found.

    `concerned` are the actors that some decision names; all others stand as they were found.
    """
    rows = writing.connection.execute(sa.select(actors).where(_may_change(concerned))).all()
    numbers = {row.uuid: row.id for row in rows}
    silent = _silent(writing)
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
    counts.refresh_articles(writing, silent ^ _silent(writing))
    writing.touched("actors")


def _may_change(concerned: Iterable[str]) -> sa.ColumnElement[bool]:
    return sa.or_(
        actors.c.uuid.in_(list(concerned)),
        actors.c.name != actors.c.found_name,
        actors.c.kind != actors.c.found_kind,
        actors.c.canonical_id != actors.c.id,
        sa.not_(actors.c.counted),
    )


def _silent(reading: Reading) -> set[int]:
    """The rows that do not count, by themselves or by whom they were merged into."""
    root = actors.alias("root")
    rows = sa.select(actors.c.id).join(root, root.c.id == actors.c.canonical_id)
    return set(reading.connection.scalars(rows.where(sa.not_(root.c.counted))))


def roots_of(reading: Reading, uuids: Iterable[str]) -> dict[str, int]:
    """The row each identifier counts under, after merges; unknown ones are left out."""
    rows = reading.connection.execute(
        sa.select(actors.c.uuid, actors.c.canonical_id).where(actors.c.uuid.in_(list(uuids)))
    )
    return {row.uuid: row.canonical_id for row in rows}


def standing_for(reading: Reading, uuids: Iterable[str]) -> dict[str, str]:
    """The identifier under which each actor counts, after merges; unknown ones are left out."""
    root = actors.alias("root")
    rows = reading.connection.execute(
        sa.select(actors.c.uuid, root.c.uuid.label("counts_as"))
        .join(root, root.c.id == actors.c.canonical_id)
        .where(actors.c.uuid.in_(list(uuids)))
    )
    return {row.uuid: row.counts_as for row in rows}


def namings(reading: Reading, given: Sequence[tuple[str, str, tuple[str, ...]]]) -> list[Naming]:
    """Further names of actors, with what these were found as.

    Each is given by the actor's identifier, the name, and the words near which it holds.
    """
    rows = reading.connection.execute(
        sa.select(actors).where(actors.c.uuid.in_({uuid for uuid, *_ in given}))
    )
    found = {row.uuid: row for row in rows}
    return [
        Naming(found[uuid].key, found[uuid].found_name, found[uuid].found_kind, alias, near=near)
        for uuid, alias, near in given
        if uuid in found
    ]


def is_taken(reading: Reading, name: str, *, but: str) -> bool:
    """Whether an actor that stands for itself, other than the one given, has just this name."""
    return bool(
        reading.connection.scalar(
            sa.select(sa.func.count()).where(
                actors.c.name == name, actors.c.uuid != but, actors.c.canonical_id == actors.c.id
            )
        )
    )


def find(reading: Reading, name: str, *, kind: str = "") -> str:
    """The identifier of the actor a person means by an identifier, a name or an alias.

    With a `kind`, only actors of that kind are meant.

    An actor that is mentioned outranks one that is not, a name outranks an alias, and an actor
    that was merged stands for the one it became.

    Raises:
        UnknownName: nobody is called so, or several are (its code is "several").
    """
    named = name.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    joined = _candidates(kind)
    by_alias = joined.join(aliases, aliases.c.actor_id == actors.c.id)
    exactly = [joined.where(actors.c.uuid == uuid) for uuid in (named, actor_uuid(named))]
    loosely = (joined.where(_root.c.name == named), by_alias.where(aliases.c.folded == fold(named)))
    tries = (*exactly, *(asked.where(_is_mentioned) for asked in loosely), *loosely)
    for asked in tries:
        found = reading.connection.execute(asked.limit(_MANY)).all()
        if found:
            return _only(name, found)
    # Neither spelled as the actor is called nor as any text spells it: letter by letter, then.
    every = reading.connection.execute(joined)
    return _only(name, [row for row in every if fold(row.name) == fold(named)][:_MANY])


_root = actors.alias("root")
_merged = actors.alias("merged")
_is_mentioned = (
    sa.exists()
    .where(_merged.c.canonical_id == _root.c.id, article_actors.c.actor_id == _merged.c.id)
    .correlate(_root)
)


def _candidates(kind: str) -> sa.Select[tuple[str, str, str]]:
    every = (
        sa.select(_root.c.uuid, _root.c.name, _root.c.kind)
        .select_from(actors.join(_root, _root.c.id == actors.c.canonical_id))
        .distinct()
        .order_by(_root.c.name, _root.c.uuid)
    )
    return every.where(_root.c.kind == kind) if kind else every


def _only(name: str, found: Sequence[Any]) -> str:
    if not found:
        raise UnknownName(f"No actor is called “{name}”.", "`workstation actors` lists them.")
    if len(found) > 1:
        several = ", ".join(f"{row.name} ({row.kind}, {row.uuid})" for row in found)
        raise UnknownName(
            f"“{name}” may be {several}.", "Name one by its identifier.", code="several"
        )
    return str(found[0].uuid)


def rows_of(reading: Reading, uuids: Iterable[str]) -> dict[str, int]:
    """The row number of each identifier that is known."""
    wanted = list(uuids)
    if not wanted:
        return {}
    asked = sa.select(actors.c.uuid, actors.c.id).where(actors.c.uuid.in_(wanted))
    return {row.uuid: row.id for row in reading.connection.execute(asked).all()}


def as_found(reading: Reading, uuids: Iterable[str]) -> dict[str, AsFound]:
    """What each known actor was before any decision."""
    rows = reading.connection.execute(sa.select(actors).where(actors.c.uuid.in_(list(uuids))))
    return {
        row.uuid: AsFound(row.uuid, row.key, row.found_name, row.found_kind, row.wikidata)
        for row in rows
    }


def kinds_of(reading: Reading, uuids: Iterable[str]) -> dict[str, Kind]:
    """The kind that each known actor was found as."""
    rows = reading.connection.execute(
        sa.select(actors.c.uuid, actors.c.found_kind).where(actors.c.uuid.in_(list(uuids)))
    )
    return {row.uuid: row.found_kind for row in rows}
