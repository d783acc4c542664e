"""How the first rows of a table would become articles: what a user is shown before deciding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.clean import clean_line, clean_text
from workstation.errors import Refused
from workstation.importing.columns import DATES, FIELDS, LABELS, NO_LABELS, ORDERS, Given, filled
from workstation.importing.facts import cut_draft
from workstation.importing.profiles import Said
from workstation.importing.reader import ColumnReader
from workstation.importing.rows import Table, draft_of_row, understood


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The beginning of a table, as it is understood."""

    columns: tuple[str, ...]
    """What they are called."""
    examples: tuple[str, ...]
    """What stands first in each."""
    labels: tuple[str, ...]
    """What a saved mapping will know the table by."""
    given: Given
    """The columns of all fields that have one."""
    drafts: tuple[Draft | None, ...]
    """What the first rows become; None for a row without words."""
    profile: str = ""
    """The saved mapping that was used."""
    doubts: tuple[str, ...] = ()


def glimpse(reader: ColumnReader, file: BinaryIO, said: Said) -> Glimpse:
    """The first table of a file that has articles, or else its first.

    Raises:
        Refused: the file cannot be read, or has no column that the user named.
    """
    tables = (understood(rows, said) for rows in reader.tables(file))
    first: Table | None = None
    refusal: Refused | None = None
    while True:
        try:
            table = next(tables, None)
        except Refused as error:
            refusal = error
            break
        if table is None:
            break
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
