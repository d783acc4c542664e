"""Layouts: which panes stand where, in which window, under a name or as they were left."""

from dataclasses import dataclass
from typing import Final

from workstation.desktop.keeping import keep, kept
from workstation.limits import LAYOUT_NAME, LAYOUTS

_LAST: Final = "layout"
_NAMED: Final = "layouts"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where all panes stand.

    `main` and `other` are what Qt writes of the docks of either window, and `frame` of where the
    other window stands; `elsewhere` names the panes in it.
    """

    main: bytes = b""
    other: bytes = b""
    frame: bytes = b""
    elsewhere: tuple[str, ...] = ()
    locked: bool = True


def last() -> Layout | None:
    """The layout as the window was left; None where nobody knows, or it cannot be read."""
    return kept(_LAST, Layout)


def leave(layout: Layout) -> None:
    """Remembers the layout for the next start; a disk that refuses is no reason to complain."""
    keep(_LAST, layout)


def named() -> dict[str, Layout]:
    """The layouts saved under a name, by their names."""
    return kept(_NAMED, dict[str, Layout]) or {}


def save(name: str, layout: Layout) -> bool:
    """Saves a layout under a name, in the place of another one; whether it is saved."""
    others = {other: one for other, one in named().items() if other != name}
    return len(others) < LAYOUTS and keep(_NAMED, {**others, name: layout})


def rename(name: str, to: str) -> bool:
    """Gives a layout another name that is nobody's yet; whether it has it."""
    known = named()
    if name not in known or not to or to in known:
        return False
    return keep(_NAMED, {(to if other == name else other): one for other, one in known.items()})


def delete(name: str) -> Layout | None:
    """Deletes a layout, and returns what it was."""
    known = named()
    gone = known.pop(name, None)
    return gone if gone is not None and keep(_NAMED, known) else None


def clean(name: str) -> str:
    """A name as it may stand in a menu."""
    return " ".join(name.split())[:LAYOUT_NAME].strip()
