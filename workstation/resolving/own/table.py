"""Registers as a table, with a line of column names first; resources/actors/README.md has more."""

import csv
from collections.abc import Iterator

from workstation.domain.cells import unguarded
from workstation.domain.names import fold
from workstation.domain.register import Remark
from workstation.errors import Refused
from workstation.resolving.conditions import Condition
from workstation.resolving.own.rows import Row, lines

COLUMNS = (
    "name", "kind", "alias", "language", "wikidata", "key", "near", "article says", "unless near",
)  # fmt: skip
"""What a register of our own may say of an actor; only the name is needed."""

_DELIMITERS = (",", ";", "\t", "|")
_ALSO = {"aliases": "alias"}


def is_table(text: str) -> bool:
    """Whether the first line names the columns of a register."""
    first = next(lines(text), (0, ""))[1]
    return "name" in _heads(first, _delimiter(first))


def read(text: str) -> Iterator[Row | Remark]:
    """The rows of a register of our own.

    Raises:
        Refused: a column stands there twice.
    """
    rows = lines(text)
    number, first = next(rows)
    delimiter = _delimiter(first)
    heads = _heads(first, delimiter)
    if twice := {head for head in heads if head in COLUMNS and heads.count(head) > 1}:
        raise Refused(
            f"The register has the column “{min(twice)}” twice.", "Leave one of the two out."
        )
    for head in heads:
        if head and head not in COLUMNS:
            yield Remark(number, f"The column “{head[:40]}” is not read.", refused=False)
    for number, line in rows:
        cells = _cells(line, delimiter)
        if cells is None:
            yield Remark(number, "A quotation mark is not closed in this line.")
        else:
            yield _row(number, dict(zip(heads, cells, strict=False)))


def _row(number: int, cells: dict[str, str]) -> Row | Remark:
    name = cells.get("name", "")
    if not name:
        return Remark(number, "There is no name.")
    only_if = _conditions(cells, ("near", "near"), ("article says", "article says"))
    aliases = _several(cells.get("alias", ""))
    return Row(
        line=number,
        actor=fold(name),
        kind=cells.get("kind", ""),
        names=aliases or (name,),
        name=name if aliases else "",
        language=cells.get("language", ""),
        wikidata=cells.get("wikidata", ""),
        key=cells.get("key", ""),
        only_if=only_if,
        unless=_conditions(cells, ("unless near", "near")),
    )


def _conditions(cells: dict[str, str], *columns: tuple[str, str]) -> tuple[Condition, ...]:
    found = ((test, *_several(cells.get(column, ""))) for column, test in columns)
    return tuple(condition for condition in found if len(condition) > 1)


def _several(cell: str) -> tuple[str, ...]:
    parts = cell.replace("|", ";").split(";")
    return tuple(part.strip() for part in parts if part.strip())


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=first.count)


def _heads(first: str, delimiter: str) -> list[str]:
    heads = [fold(cell).replace("_", " ") for cell in _cells(first, delimiter) or ()]
    return [_ALSO.get(head, head) for head in heads]


def _cells(line: str, delimiter: str) -> list[str] | None:
    """The cells of a line; none if it cannot be cut into cells."""
    # Each line is read alone, for no name runs over two, and a lost quote must not eat the rest.
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return None
    return [unguarded(cell.strip()) for cell in cells]
