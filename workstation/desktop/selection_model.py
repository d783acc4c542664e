"""The one selection that every pane writes its gestures into and draws from."""

from dataclasses import fields, replace
from typing import Final, TypedDict, Unpack, cast

from PySide6.QtCore import QObject, Signal

from workstation.domain.frequency import Unit
from workstation.domain.selection import Aspect, Brush, Facet, Selection

_STEPS: Final = 200
"""Steps that Back remembers: more than anybody walks, few enough to forget about."""

SERIES: Final = 8
"""Actors that can be compared at once: the palette has as many colours that stay apart."""


class Gesture(TypedDict, total=False):
    """The aspects of a selection that one gesture may set together."""

    words: str
    brush: Brush
    undated: bool
    doubtful: bool
    facets: tuple[tuple[Facet, tuple[str, ...]], ...]
    picked: tuple[str, ...]
    focus: int | None
    unit: Unit


class SelectionModel(QObject):
    """Holds the selection, tells each change once, and walks back and forward through them."""

    changed = Signal(object, object)
    """The new `Selection` and the frozenset of aspects in which it differs from the last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._walk = [Selection()]
        self._at = 0
        self._slots: dict[str, int] = {}

    @property
    def value(self) -> Selection:
        """The selection as it is."""
        return self._walk[self._at]

    def change(self, **aspects: Unpack[Gesture]) -> None:
        """Sets some aspects; a selection equal to the present one is not told again."""
        if "picked" in aspects:
            aspects["picked"] = tuple(dict.fromkeys(aspects["picked"]))[:SERIES]
        self.become(replace(self.value, **aspects))

    def narrow(self, facet: Facet, *values: str) -> None:
        """Chooses the values of one facet; none removes it."""
        self.change(facets=self.value.with_facet(facet, values).facets)

    def clear(self) -> None:
        """Removes every narrowing, and keeps what is read, what is picked and what is counted."""
        now = self.value
        self.become(Selection(picked=now.picked, focus=now.focus, unit=now.unit))

    def become(self, selection: Selection) -> None:
        """Takes another value for the selection, and remembers the present one for Back."""
        if selection == self.value:
            return
        before = self.value
        if selection.corpus() == before.corpus() and selection.picked == before.picked:
            # Reading one article after the other is not worth a step each.
            self._walk[self._at] = selection
        else:
            del self._walk[self._at + 1 :]
            self._walk = [*self._walk, selection][-_STEPS:]
            self._at = len(self._walk) - 1
        self._tell(before)

    def begin(self, selection: Selection) -> None:
        """Takes a value with which another walk begins."""
        before = self.value
        self._walk, self._at = [selection], 0
        self._tell(before)

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier selection."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later selection."""
        return self._at + 1 < len(self._walk)

    def back(self) -> None:
        """Returns to the selection before this one."""
        if self.can_go_back:
            self._go(-1)

    def forward(self) -> None:
        """Returns to the selection that Back left."""
        if self.can_go_forward:
            self._go(1)

    def slot(self, actor_id: str) -> int | None:
        """The series colour of a picked actor, which it keeps for as long as it is picked."""
        return self._slots.get(actor_id)

    def _go(self, step: int) -> None:
        before = self.value
        self._at += step
        # What is counted was chosen once, and for every step.
        self._walk[self._at] = replace(self.value, unit=before.unit)
        self._tell(before)

    def _tell(self, before: Selection) -> None:
        now = self.value
        self._slots = _slots(self._slots, now.picked)
        differing = frozenset(
            cast("Aspect", f.name)
            for f in fields(Selection)
            if getattr(before, f.name) != getattr(now, f.name)
        )
        self.changed.emit(now, differing)


def _slots(before: dict[str, int], picked: tuple[str, ...]) -> dict[str, int]:
    kept = {actor: before[actor] for actor in picked if actor in before}
    free = iter(sorted(set(range(SERIES)) - set(kept.values())))
    return {actor: kept[actor] if actor in kept else next(free) for actor in picked}
