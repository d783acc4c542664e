"""What a process does that shows how a table is understood: it reads nothing else of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import BinaryIO

import msgspec

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.clean import clean_line, clean_text
from workstation.domain.encoding import read_as
from workstation.errors import Refused
from workstation.importing import profiles, sandbox
from workstation.importing.columns import DATES, FIELDS, LABELS, NO_LABELS, ORDERS, filled
from workstation.importing.facts import cut_draft
from workstation.importing.glimpse import NO_TABLE, Glimpse, Look
from workstation.importing.inside import file_inside
from workstation.importing.profiles import Profile, Said
from workstation.importing.reader import ColumnReader, reader_for
from workstation.importing.rows import Table, draft_of_row, understood

Handler = Callable[[bytes, BinaryIO | None], Iterator[bytes]]


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
    table = file_inside(file, look.name, look.member)
    name = PurePosixPath(look.member or look.name).name
    with read_as(look.encoding):
        reader = reader_for(table, name, wanted=look.reader)
        if not isinstance(reader, ColumnReader):
            raise Refused("The file is no table.", code=NO_TABLE)
        yield msgspec.msgpack.encode(_glimpse(reader, table, said))


def _glimpse(reader: ColumnReader, file: BinaryIO, said: Said) -> Glimpse:
    """The first table of a file that has articles, or else its first.

    Raises:
        Refused: the file cannot be read, or has no column that the user named.
    """
    first: Table | None = None
    refusal: Refused | None = None
    for rows in reader.tables(file):
        try:
            table = understood(rows, said)
        except Refused as error:
            refusal = refusal or error
            continue
        first = first or table
        if table.mapping.has_words and table.sample:
            return _of(table)
    if first is None:
        raise refusal or Refused("The table has no rows.", "Export it again.", code="no-article")
    return _of(first)


def _of(table: Table) -> Glimpse:
    places = table.mapping.places
    given = [(field, table.columns[places[field]]) for field in FIELDS if field in places]
    if table.mapping.day_first is not None:
        given += [
            (DATES, name) for name, first in ORDERS.items() if first == table.mapping.day_first
        ]
    if not table.labels:
        given.append((LABELS, NO_LABELS))
    most = limits.FIELD_CHARACTERS
    return Glimpse(
        table.columns,
        tuple(_example(table, place) for place in range(len(table.columns))),
        tuple(clean_line(label, most) for label in table.labels),
        tuple(given),
        tuple(_drafts(table)) if table.mapping.has_words else (),
        clean_line(table.profile, most),
        tuple(clean_line(words, limits.NOTE_CHARACTERS) for words in table.doubts),
    )


def _example(table: Table, place: int) -> str:
    first = next(iter(filled(table.sample, place)), "")
    return clean_line(str(first), limits.GLIMPSE_CHARACTERS)


def _drafts(table: Table) -> Iterator[Draft | None]:
    rows = (row for row in table.sample if any(str(cell).strip() for cell in row))
    for row in islice(rows, limits.GLIMPSE_ROWS):
        try:
            draft, _cut = cut_draft(draft_of_row(row, table.mapping))
        except Refused:
            yield None
            continue
        # Cutting may split a paragraph's break, which is no clean text any more.
        text = clean_text(draft.text[: limits.GLIMPSE_CHARACTERS])
        yield replace(draft, text=text, passages=(), hints=())
