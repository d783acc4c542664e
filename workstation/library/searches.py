"""Saved searches: kept with the library, and what is new in each since it was opened last."""

from dataclasses import replace
from typing import Any

import msgspec
import sqlalchemy as sa

from workstation.domain.clean import clean_line
from workstation.domain.names import fold
from workstation.domain.search import Search
from workstation.domain.selection import Selection
from workstation.errors import LibraryDamaged, UnknownName, Unreadable
from workstation.library.conditions import where
from workstation.library.library import Reading, Writing
from workstation.library.schema import articles, searches
from workstation.limits import FIELD_CHARACTERS, SEARCHES

_pack = msgspec.json.encode
_unpack = msgspec.json.Decoder(Selection).decode


def listed(reading: Reading) -> list[Search]:
    """Every saved search with its numbers, by group and name; those without a group first."""
    last = _last(reading)
    return [_counted(reading, row, last) for row in _rows(reading)]


def named(reading: Reading, said: str) -> Search:
    """The saved search that a person means by its name, or by its group and its name.

    Raises:
        UnknownName: none is called so, or several are.
    """
    return _search(_row(reading, said))


def save(writing: Writing, name: str, selection: Selection, *, group: str = "") -> bool:
    """Saves a selection under a name; whether it took the place of another.

    What is picked, read and counted by is no part of it. One that is saved anew with the same
    selection keeps what is new in it.

    Raises:
        Unreadable: there is no name, or there are too many searches already.
    """
    name, group = _clean(name), clean_line(group, FIELD_CHARACTERS)
    packed = _pack(selection.corpus()).decode()
    there = sa.and_(searches.c.name == name, searches.c.group == group)
    known = writing.connection.execute(sa.select(searches).where(there)).one_or_none()
    if known is not None and known.selection == packed:
        return True
    values = {"selection": packed, "seen": _last(writing)}
    if known is not None:
        writing.connection.execute(sa.update(searches).where(there).values(values))
    else:
        _expect_room(writing)
        writing.connection.execute(sa.insert(searches).values(name=name, group=group, **values))
    writing.touched("searches")
    return known is not None


def rename(writing: Writing, said: str, name: str) -> None:
    """Gives a saved search another name within its group.

    Raises:
        UnknownName: there is no such search.
        Unreadable: the name is empty, or another's.
    """
    row, name = _row(writing, said), _clean(name)
    there = sa.and_(searches.c.name == name, searches.c.group == row.group)
    taken = writing.connection.scalar(sa.select(searches.c.id).where(there))
    if taken not in (None, row.id):
        raise Unreadable(f"There is a search “{name}” already.", "Choose another name.")
    own = searches.c.id == row.id
    writing.connection.execute(sa.update(searches).where(own).values(name=name))
    writing.touched("searches")


def remove(writing: Writing, said: str) -> None:
    """Deletes a saved search; its articles stay.

    Raises:
        UnknownName: there is no such search.
    """
    row = _row(writing, said)
    writing.connection.execute(sa.delete(searches).where(searches.c.id == row.id))
    writing.touched("searches")


def note_opened(writing: Writing, said: str) -> None:
    """Notes that somebody has opened a saved search: what came until now is new no more.

    Raises:
        UnknownName: there is no such search.
    """
    row, last = _row(writing, said), _last(writing)
    if row.seen != last:
        own = searches.c.id == row.id
        writing.connection.execute(sa.update(searches).where(own).values(seen=last))
        writing.touched("searches")


def _rows(reading: Reading) -> list[Any]:
    rows = reading.connection.execute(sa.select(searches)).all()
    return sorted(rows, key=lambda row: (fold(row.group), fold(row.name), row.id))


def _row(reading: Reading, said: str) -> Any:
    found = [row for row in _rows(reading) if said in (row.name, _address(row))]
    # The address says more than a name that happens to read like it.
    exactly = [row for row in found if _address(row) == said]
    if len(found) > 1 and len(exactly) != 1:
        either = " or ".join(f"“{_address(row)}”" for row in found[:3])
        raise UnknownName(f"Several searches are called “{said}”.", f"Say {either}.")
    if not found:
        raise UnknownName(
            f"The library has no saved search “{said}”.", "`workstation searches` lists them."
        )
    return (exactly or found)[0]


def _address(row: Any) -> str:
    return Search(row.name, Selection(), row.group).address


def _search(row: Any) -> Search:
    try:
        return Search(row.name, _unpack(row.selection), row.group)
    except msgspec.DecodeError as error:
        raise LibraryDamaged(
            f"The saved search “{row.name}” cannot be read.", "Delete it, and save it again."
        ) from error


def _counted(reading: Reading, row: Any, last: int) -> Search:
    search = _search(row)
    later = articles.c.id > row.seen
    numbers = sa.select(
        sa.func.count(), sa.func.count().filter(later) if row.seen < last else sa.literal(0)
    ).select_from(articles)
    every, new = reading.connection.execute(numbers.where(*where(reading, search.selection))).one()
    return replace(search, articles=every, new=new)


def _last(reading: Reading) -> int:
    """The article that came last: articles are numbered in the order in which they come."""
    return reading.connection.scalar(sa.select(sa.func.max(articles.c.id))) or 0


def _clean(name: str) -> str:
    cleaned = clean_line(name, FIELD_CHARACTERS)
    if not cleaned:
        raise Unreadable("A saved search needs a name.", "Name it.", code="usage")
    return cleaned


def _expect_room(reading: Reading) -> None:
    kept = reading.connection.scalar(sa.select(sa.func.count()).select_from(searches)) or 0
    if kept >= SEARCHES:
        raise Unreadable(
            f"The library holds {SEARCHES:,} saved searches, and takes no more.",
            "Delete some that nobody opens.",
        )
