"""Watchlists: a table of names becomes as many saved searches, in a group with the file's name."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from workstation.domain.cells import unguarded
from workstation.domain.clean import clean_line
from workstation.domain.encoding import decode
from workstation.domain.names import fold
from workstation.domain.register import Remark
from workstation.domain.selection import Selection
from workstation.errors import Refused
from workstation.library import fields, searches
from workstation.library.library import Reading, Writing
from workstation.library.query import Field
from workstation.library.schema import actors
from workstation.limits import FIELD_CHARACTERS, WATCHLIST_BYTES

_DELIMITERS = (",", ";", "\t", "|")
_COLUMNS: Mapping[str, str] = {
    "name": "name", "actor": "name", "alias": "aliases", "aliases": "aliases", "kind": "kind",
    "id": "id", "wikidata": "id",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Watched:
    """A line of a watchlist: somebody to be looked for, under any of these names."""

    line: int
    names: tuple[str, ...]
    kind: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a watchlist."""

    saved: int
    remarks: tuple[Remark, ...]


def bytes_of(file: Path) -> bytes:
    """What a file holds.

    Raises:
        Refused: it cannot be read, or is too large.
    """
    try:
        with file.open("rb") as opened:
            raw = opened.read(WATCHLIST_BYTES + 1)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise Refused(f"“{file}” cannot be read: {said}.", "Check the name of the file.") from error
    if len(raw) > WATCHLIST_BYTES:
        raise Refused(
            f"The watchlist is larger than {WATCHLIST_BYTES >> 20} MiB.", "Cut it into several."
        )
    return raw


def take(writing: Writing, raw: bytes, name: str) -> Taken:
    """Saves a search for each line of a table, under the name of its file.

    The first line names the columns: name, and aliases, kind and id where there are such; a list
    without such a line is one of names. A line that is there already keeps what is new in it.

    Raises:
        Refused: the bytes are no text, or name nobody.
        Unreadable: there are too many searches already.
    """
    said = list(read(decode(raw).text))
    remarks = [one for one in said if isinstance(one, Remark)]
    saved = set()
    for one in said:
        if isinstance(one, Watched):
            if one.names[0] in saved:
                remarks.append(Remark(one.line, "The name stands further up too."))
                continue
            searches.save(writing, one.names[0], meaning(writing, one), group=name)
            saved.add(one.names[0])
    if not saved:
        raise Refused("The watchlist holds no name.", "Give a table with a column “name”.")
    return Taken(len(saved), tuple(sorted(remarks, key=lambda remark: remark.line)))


def meaning(reading: Reading, one: Watched) -> Selection:
    """The articles that name somebody: an actor where one is sure, or else any of the names."""
    uuid = _known(reading, one)
    if uuid:
        return Selection().with_facet("actor", (uuid,))
    # As an actor, where names of the same one that stand in no list count too, or as words.
    words = [f'actor:"{one.names[0]}"', *(f'"{name}"' for name in one.names)]
    return Selection(words=" OR ".join(words))


def read(text: str) -> Iterator[Watched | Remark]:
    """The lines of a watchlist."""
    rows = list(enumerate(text.splitlines(), 1))
    first = next((line for _, line in rows if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    heads = [_COLUMNS.get(fold(cell), "") for cell in _cells(first, delimiter)]
    if "name" in heads:
        rows = rows[next(n for n, (_, line) in enumerate(rows) if line == first) + 1 :]
    else:
        heads = ["name"]
    for number, line in rows:
        if line.strip():
            cells = dict(zip(heads, _cells(line, delimiter), strict=False))
            yield _watched(number, cells)


def _watched(number: int, cells: Mapping[str, str]) -> Watched | Remark:
    several = cells.get("aliases", "").replace("|", ";").split(";")
    # A quotation mark would end the phrase that the name becomes.
    names = [
        clean_line(name.replace('"', " "), FIELD_CHARACTERS)
        for name in (cells.get("name", ""), *several)
    ]
    if not any(map(str.isalnum, names[0])):
        return Remark(number, "There is no name.")
    known = tuple(dict.fromkeys(name for name in names if any(map(str.isalnum, name))))
    return Watched(
        number, known, fold(cells.get("kind", "")).replace(" ", "-"), cells.get("id", "")
    )


def _known(reading: Reading, one: Watched) -> str:
    """The identifier of the actor that a line means for sure; "" where it may be another."""
    root = actors.alias()
    asked = sa.select(root.c.uuid).select_from(
        actors.join(root, root.c.id == actors.c.canonical_id)
    )
    if one.id:
        asked = asked.where(sa.or_(actors.c.uuid == one.id, actors.c.wikidata == one.id))
    elif one.kind:
        called = fields.roots_called(reading, Field("actor", one.names[0]))
        asked = asked.where(root.c.id.in_(called), root.c.kind == one.kind)
    else:
        return ""
    found = set(reading.connection.scalars(asked.limit(2)))
    return found.pop() if len(found) == 1 else ""


def _cells(line: str, delimiter: str) -> Sequence[str]:
    # Each line is read alone: a lost quotation mark must not eat the rest.
    try:
        cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        cells = []
    return [unguarded(cell.strip()) for cell in cells]
