"""How each preference is applied while all stands open."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from workstation.desktop.preferring import Preferring
from workstation.domain.frequency import Measure
from workstation.settings import Settings

if TYPE_CHECKING:
    from workstation.desktop.docks import Docks
    from workstation.desktop.window import Window


class Applying(Preferring):
    """Applies what a user prefers at once, and remembers it."""

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
    @override
    def now(self) -> Settings:
        window = self._window
        now = replace(window.settings, unit=window.desk.selection.value.unit)
        if window.docks is not None:
            zoom, fold = window.docks.reader.paper.percent, window.docks.articles.folds
            now = replace(now, zoom=zoom, fold=fold)
        return now

    @override
    def prefer(self, name: str, value: Any) -> None:
        window = self._window
        window.settings = replace(self.now, **{name: value})
        window.settings.save()
        if name in self._acts:
            self._acts[name](value)
        self.changed.emit()

    def _scale(self, percent: int) -> None:
        def scale(docks: "Docks") -> None:
            docks.scale(percent)
            for reader in docks.room:
                # What was searched for is marked again.
                reader.dress()

        self._on_docks(scale)

    def _on_docks(self, act: "Callable[[Docks], None]") -> None:
        if self._window.docks is not None:
            act(self._window.docks)

    def _selection_changed(self, _selection: object, aspects: frozenset[str]) -> None:
        if "unit" in aspects:
            self.changed.emit()


def _measure(settings: Settings) -> Measure:
    return next((m for m in ("share", "count", "mentions") if m == settings.measure), "share")
