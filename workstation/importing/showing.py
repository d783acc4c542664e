"""What a process does that shows how a table is understood: it reads nothing else of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO

import msgspec

from workstation import limits
from workstation.domain.clean import clean_line
from workstation.domain.encoding import read_as
from workstation.domain.ledger import BETWEEN
from workstation.errors import Refused
from workstation.importing import profiles, sandbox
from workstation.importing.glimpse import Glimpse, glimpse
from workstation.importing.members import Budget, members_of
from workstation.importing.profiles import Profile, Said
from workstation.importing.reader import ColumnReader, reader_for

NO_TABLE = "no-table"
"""The code of the refusal of a file that is none."""

Handler = Callable[[bytes, BinaryIO | None], Iterator[bytes]]


class Look(msgspec.Struct, frozen=True):
    """A file to be looked at, and how its columns are to be understood."""

    name: str
    member: str = ""
    """Which file of an archive."""
    given: tuple[tuple[str, str], ...] = ()
    plain: bool = False
    """Whether saved mappings are passed over."""
    encoding: str = ""
    reader: str = ""


def serve(setup: bytes) -> Handler:
    """Loads all readers, as the process that reads does; `setup` are the saved mappings."""
    sandbox.serve(setup)
    return partial(show, profiles.decode(setup))


def show(known: tuple[Profile, ...], request: bytes, file: BinaryIO | None) -> Iterator[bytes]:
    """Answers with the glimpse of a table.

    Raises:
        Refused: the file is no table, or cannot be read.
    """
    if file is None:
        raise ValueError("a request to look comes with a file")
    look = msgspec.msgpack.decode(request, type=Look)
    said = Said(look.given, () if look.plain else known)
    inside = _inside(file, look.name, look.member)
    name = PurePosixPath(look.member or look.name).name
    with read_as(look.encoding):
        reader = reader_for(inside, name, wanted=look.reader)
        if not isinstance(reader, ColumnReader):
            raise Refused("The file is no table.", code=NO_TABLE)
        yield msgspec.msgpack.encode(glimpse(reader, inside, said))


def decode_glimpse(raw: bytes) -> Glimpse:
    """What such a process answered.

    Raises:
        ValueError: nothing that it would answer.
    """
    found = msgspec.msgpack.decode(raw, type=Glimpse)
    words = [*found.columns, *found.examples, *found.labels, *found.doubts, found.profile]
    words += [part for pair in found.given for part in pair]
    for draft in filter(None, found.drafts):
        words += [draft.text, draft.title, draft.outlet, draft.author, draft.url, draft.language]
    if len(found.drafts) > limits.GLIMPSE_ROWS or len(found.columns) != len(found.examples):
        raise ValueError("the number of rows or columns")
    if any(len(word) > limits.ADDRESS_CHARACTERS for word in words):
        raise ValueError("the length of words")
    return found


def _inside(file: BinaryIO, name: str, wanted: str) -> BinaryIO:
    """The file, or the one in it that is wanted."""
    if not wanted:
        return file
    for member in members_of(file, name, Budget()):
        shown = clean_line(member.name, limits.NAME_CHARACTERS)
        if wanted == shown:
            return io.BytesIO(member.whole())
        if wanted.startswith(f"{shown}{BETWEEN}"):
            return _inside(
                io.BytesIO(member.whole()), member.name, wanted.removeprefix(f"{shown}{BETWEEN}")
            )
    raise Refused("The archive holds no such file.", code="missing")
