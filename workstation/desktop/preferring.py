"""What a user can prefer: each preference in words, and who takes other wishes."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import cpu_count
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from workstation.desktop.languages import available
from workstation.desktop.words import number, several, tr
from workstation.settings import READ_AFTER, SIZES, Settings

_ZOOMS: Final = (80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Preference:
    """A field of the settings, in words, with a sentence about it and what can be chosen."""

    name: str
    words: str
    why: str
    offered: Mapping[object, str]
    """The values and their words; none where it is either on or off."""
    group: str


class Preferring(QObject):
    """Holds what is preferred, and takes other wishes; the window knows how to fulfil them."""

    changed = Signal()

    @property
    def now(self) -> Settings:
        """The settings as they are in force, with what was changed in the panes."""
        raise NotImplementedError

    def prefer(self, name: str, value: Any) -> None:
        """Takes another value for a preference."""
        raise NotImplementedError


def preferences() -> tuple[Preference, ...]:
    """All preferences, in the order in which they are offered."""
    return (*_looks(), *_reading(), *_counting(), *_working())


def _looks() -> tuple[Preference, ...]:
    group = tr("Preferences", "Appearance")
    looks: dict[object, str] = {
        "system": tr("Preferences", "Like the system"),
        "light": tr("Preferences", "Light"),
        "dark": tr("Preferences", "Dark"),
        "contrast": tr("Preferences", "High contrast"),
    }
    return (
        Preference(
            "theme",
            tr("Preferences", "Look"),
            tr(
                "Preferences",
                "High contrast draws thick lines, and letters at a contrast of 7 to 1 or more.",
            ),
            looks,
            group,
        ),
        Preference(
            "size",
            tr("Preferences", "Size of everything"),
            tr("Preferences", "Letters, icons and rows, from the next start of the program on."),
            {size: _percent(size) for size in SIZES},
            group,
        ),
        Preference(
            "language",
            tr("Preferences", "Language"),
            tr("Preferences", "Of the window, from the next start of the program on."),
            dict(available()),
            group,
        ),
    )


def _reading() -> tuple[Preference, ...]:
    group = tr("Preferences", "Reading")
    after: dict[object, str] = {
        n: several(n, tr("Preferences", "After 1 second"), tr("Preferences", "After {n} seconds"))
        for n in READ_AFTER
        if n
    }
    return (
        Preference(
            "zoom",
            tr("Preferences", "Letters of the articles"),
            tr("Preferences", "Ctrl with + and −, or with the mouse wheel, changes them too."),
            {zoom: _percent(zoom) for zoom in _ZOOMS},
            group,
        ),
        Preference(
            "read_after",
            tr("Preferences", "An article counts as read"),
            tr("Preferences", "U marks it by hand, and takes the mark away again."),
            {**after, 0: tr("Preferences", "Only when I say so")},
            group,
        ),
        Preference(
            "fold",
            tr("Preferences", "Show copies of a story as one row"),
            tr("Preferences", "The copies are a click away; counts do not change."),
            {},
            group,
        ),
    )


def _counting() -> tuple[Preference, ...]:
    group = tr("Preferences", "Counting")
    units: dict[object, str] = {
        "articles": tr("Preferences", "Articles"),
        "stories": tr("Preferences", "Stories"),
        "outlets": tr("Preferences", "Outlets"),
    }
    measures: dict[object, str] = {
        "share": tr("Preferences", "Shares"),
        "count": tr("Preferences", "Numbers"),
        "mentions": tr("Preferences", "Mentions"),
    }
    return (
        Preference(
            "unit",
            tr("Preferences", "What is counted"),
            tr("Preferences", "Copies of one text are one story: a wire's text in ten papers."),
            units,
            group,
        ),
        Preference(
            "measure",
            tr("Preferences", "The timeline shows"),
            tr("Preferences", "Numbers also rise where only more articles were imported."),
            measures,
            group,
        ),
    )


def _working() -> tuple[Preference, ...]:
    most = cpu_count() or 2
    few = sorted({n for n in (1, 2, 4, 8, most) if n <= most})
    some: dict[object, str] = {
        n: several(n, tr("Preferences", "1 process"), tr("Preferences", "{n} processes"))
        for n in few
    }
    return (
        Preference(
            "workers",
            tr("Preferences", "Tagging takes"),
            tr(
                "Preferences",
                "Fewer leave more of the computer to other programs, from the next tagging on.",
            ),
            {0: tr("Preferences", "All cores but one"), **some},
            tr("Preferences", "Work"),
        ),
    )


def _percent(n: int) -> str:
    return f"{number(n)} %"
