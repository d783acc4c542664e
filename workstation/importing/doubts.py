"""What is doubtful about a guess of columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import Final

from workstation.domain.clean import clean_line
from workstation.importing.columns import (
    ADDRESS,
    NO_ORDER,
    NUMBERS_OF_DAY,
    Cell,
    Mapping,
    by_labels,
    filled,
    label_of,
    names_of,
)
from workstation.importing.days import read_day

_SHOWN: Final = 60
_MOST: Final = 0.5
_SOME: Final = 0.3
# Titles have a sentence, texts more than one.
_LONGEST_TITLE: Final = 300
_SHORTEST_TEXT: Final = 60
_LONGEST_DAY: Final = 60

_NAMES: Final = {"title": "titles", "text": "texts", "published": "dates"}


def doubts(
    columns: Sequence[str], mapping: Mapping, rows: Sequence[Sequence[Cell]]
) -> tuple[str, ...]:
    """Why a guess deserves a look, a sentence for each reason; none if it is a good one."""
    names = [clean_line(name, _SHOWN) for name in names_of(columns)]
    found = [
        *_by_look(columns, mapping, names),
        *_passed_over(columns, mapping, rows, names),
        *_contradicted(mapping, rows, names),
        *_missing(mapping, rows, names),
    ]
    if columns and _looks_like_a_row(columns):
        found.append("The first row was taken for the labels of the columns, and looks like more.")
    return tuple(dict.fromkeys(found))


def _by_look(columns: Sequence[str], mapping: Mapping, names: Sequence[str]) -> Iterator[str]:
    labelled = by_labels(columns)
    for field in ("published", "text"):
        place = mapping.places.get(field)
        if place is not None and labelled.get(field) != place:
            yield f"“{names[place]}” was taken for the {_NAMES[field]} by what stands in it."


def _passed_over(
    columns: Sequence[str],
    mapping: Mapping,
    rows: Sequence[Sequence[Cell]],
    names: Sequence[str],
) -> Iterator[str]:
    for field in ("title", "text"):
        taken = mapping.places.get(field)
        for place, column in enumerate(columns):
            other = place not in mapping.places.values() and label_of(column)[0] == field
            if taken is not None and other and filled(rows, place):
                yield f"“{names[taken]}” was taken for the {_NAMES[field]}, not “{names[place]}”."


def _contradicted(
    mapping: Mapping, rows: Sequence[Sequence[Cell]], names: Sequence[str]
) -> Iterator[str]:
    for field, odd in (("title", _no_title), ("text", _no_text), ("published", _no_day)):
        place = mapping.places.get(field)
        cells = filled(rows, place) if place is not None else []
        if place is not None and _share(cells, odd) >= _MOST:
            yield f"What stands in “{names[place]}” does not look like {_NAMES[field]}."
        if field == "published" and mapping.day_first is None and any(map(_two_ways, cells)):
            yield NO_ORDER
    title, text = (_length(rows, mapping.places.get(field)) for field in ("title", "text"))
    if title > max(text, _SHORTEST_TEXT) > 0 and text:
        yield "The titles are longer than the texts."


def _missing(
    mapping: Mapping, rows: Sequence[Sequence[Cell]], names: Sequence[str]
) -> Iterator[str]:
    left = [place for place in range(len(names)) if place not in mapping.places.values()]
    if mapping.places.keys().isdisjoint(("text", "summary")):
        yield from (
            f"No column is known to hold texts; “{names[place]}” may."
            for place in left
            if _length(rows, place) >= _SHORTEST_TEXT and not _is_odd(rows, place)
        )
    if "published" not in mapping.places:
        yield from (
            f"No column is known to hold dates; “{names[place]}” may."
            for place in left
            if _share(filled(rows, place), _is_day) >= _SOME
        )


def _is_odd(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    return _share(filled(rows, place), _no_words) >= _MOST


def _looks_like_a_row(columns: Sequence[str]) -> bool:
    return any(
        ADDRESS.match(column) or len(column) > _LONGEST_TITLE or _is_day(column)
        for column in columns
    )


def _share(cells: Sequence[Cell], odd: Callable[[Cell], bool]) -> float:
    return sum(map(odd, cells)) / len(cells) if cells else 0.0


def _length(rows: Sequence[Sequence[Cell]], place: int | None) -> float:
    cells = filled(rows, place) if place is not None else []
    return median(len(str(cell)) for cell in cells) if cells else 0.0


def _no_words(cell: Cell) -> bool:
    """Whether it is an address, a number or a day."""
    if not isinstance(cell, str):
        return True
    return bool(ADDRESS.match(cell)) or not any(map(str.isalpha, cell))


def _no_title(cell: Cell) -> bool:
    return _no_words(cell) or len(str(cell)) > _LONGEST_TITLE


def _no_text(cell: Cell) -> bool:
    return _no_words(cell) or (" " not in str(cell).strip() and str(cell).isascii())


def _no_day(cell: Cell) -> bool:
    return not _is_day(cell)


def _two_ways(cell: Cell) -> bool:
    # Days with full stops are read: nobody writes the month first with them.
    numbers = isinstance(cell, str) and NUMBERS_OF_DAY.search(cell)
    return bool(numbers) and read_day(cell) is None


def _is_day(cell: Cell) -> bool:
    return len(str(cell)) <= _LONGEST_DAY and read_day(cell, day_first=True) is not None
