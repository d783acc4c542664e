"""JRC-Names: a name a line, with the number, the type and the language of what it names.

`<number> TAB <type> TAB <language> TAB <name with + for blanks>`; the type is P for persons and O
for organisations, the language "u" where none is known.
"""

from collections.abc import Iterator

from workstation.domain.actor import Kind
from workstation.domain.register import Remark
from workstation.resolving.kinds import kind_of
from workstation.resolving.own.rows import Row, lines

_COLUMNS = 4
_LOOKED_AT = 20


def is_jrc_names(text: str) -> bool:
    """Whether the first lines look like JRC-Names."""
    first = [line.split("\t") for _, (_, line) in zip(range(_LOOKED_AT), _said(text), strict=False)]
    fitting = sum(len(cells) >= _COLUMNS and _is_number(cells[0]) for cells in first)
    return fitting > len(first) // 2


def read(text: str) -> Iterator[Row | Remark]:
    """The rows of JRC-Names; the first name of a number is what its actor is called."""
    for number, line in _said(text):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < _COLUMNS or not _is_number(cells[0]):
            yield Remark(number, "The line is not: number, type, language, name.")
            continue
        actor, what, language, name = cells[:_COLUMNS]
        name = name.replace("+", " ")
        kind = _kind(what, name)
        if not kind:
            yield Remark(number, f"“{what[:20]}” is neither P, a person, nor O, an organisation.")
            continue
        yield Row(number, actor, kind, (name,), language="" if language == "u" else language)


def _said(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in lines(text) if not line.startswith("#"))


def _is_number(cell: str) -> bool:
    return cell.isascii() and cell.strip().isdecimal()


def _kind(what: str, name: str) -> Kind | None:
    if what == "P":
        return "person"
    return kind_of("ORG", name) if what == "O" else None
