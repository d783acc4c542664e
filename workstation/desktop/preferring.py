"""What a user prefers: each preference in words, and how it is applied while all stands open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from os import cpu_count
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from workstation.desktop.languages import available
from workstation.desktop.words import number, several, tr
from workstation.domain.frequency import Measure
from workstation.settings import READ_AFTER, SIZES, Settings

if TYPE_CHECKING:
    from workstation.desktop.docks import Docks
    from workstation.desktop.window import Window

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
    """Applies what a user prefers at once, and remembers it."""

    changed = Signal()

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._acts: dict[str, Callable[..., object]] = {
            "theme": window.choose_look,
            "language": window.choose_language,
            "zoom": self._scale,
            "unit": lambda unit: window.desk.selection.change(unit=unit),
            "fold": lambda on: self._on_docks(lambda docks: docks.articles.fold(on=on)),
            "read_after": window.desk.noting.read_after,
            "measure": lambda m: self._on_docks(lambda docks: docks.timeline.show_measure(m)),
            "workers": partial(setattr, window.tasks, "workers"),
        }
        for name in ("read_after", "workers"):
            self._acts[name](getattr(window.settings, name))
        window.theme.changed.connect(self.changed)
        window.desk.selection.changed.connect(self._selection_changed)

    def furnish(self, docks: "Docks") -> None:
        """Applies what concerns the panes."""
        settings = self._window.settings
        docks.articles.fold(on=settings.fold)
        docks.timeline.show_measure(_measure(settings))

    @property
    def now(self) -> Settings:
        """The settings as they are in force, with what was changed in the panes."""
        window = self._window
        now = replace(window.settings, unit=window.desk.selection.value.unit)
        if window.docks is not None:
            zoom, fold = window.docks.reader.paper.percent, window.docks.articles.folds
            now = replace(now, zoom=zoom, fold=fold)
        return now

    def prefer(self, name: str, value: Any) -> None:
        """Takes another value for a preference."""
        window = self._window
        window.settings = replace(self.now, **{name: value})
        window.settings.save()
        if name in self._acts:
            self._acts[name](value)
        self.changed.emit()

    def _scale(self, percent: int) -> None:
        from workstation.desktop.panes.reader.view import ReaderPane  # noqa: PLC0415 - start-up

        readers = [pane for pane in self._window.docks or () if isinstance(pane, ReaderPane)]
        for reader in readers:
            reader.paper.scale(percent)
            # What was searched for is marked again.
            reader.dress()

    def _on_docks(self, act: "Callable[[Docks], None]") -> None:
        if self._window.docks is not None:
            act(self._window.docks)

    def _selection_changed(self, _selection: object, aspects: frozenset[str]) -> None:
        if "unit" in aspects:
            self.changed.emit()


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


def _measure(settings: Settings) -> Measure:
    return next((m for m in ("share", "count", "mentions") if m == settings.measure), "share")
