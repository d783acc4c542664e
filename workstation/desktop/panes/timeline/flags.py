"""Flags over the chart: what an analyst pinned on its days, with its words on pointing at it."""

from collections.abc import Sequence
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from workstation.desktop.theme import Theme, sans
from workstation.desktop.words import days, shown
from workstation.domain.event import Event, Pinned, in_period, pinned
from workstation.domain.frequency import Frequency

_LONGEST: Final = 60
"""Letters of an event beside its flag; the line above the chart has all of them."""
_SIZE: Final = 26
"""Pixels of a sign around the top of a pole, of which the flag fills less than a quarter."""
ROOM: Final = 14.0
"""Pixels that flags need above the highest tick."""


class Flags:
    """The flags of a chart, and the words beside the one that its cursor stands at."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._events: Sequence[Event] = ()
        self._pinned: Sequence[Pinned] = ()
        self._periods = 0
        self._top = 1.0
        self.words = pg.TextItem(anchor=(0, 0))
        self.words.setZValue(30)
        self.words.hide()

    def take(self, events: Sequence[Event]) -> None:
        """Takes other events."""
        self._events = events

    def fly_over(self, frequency: Frequency) -> bool:
        """Whether there is a flag on the days of a frequency."""
        self._pinned = pinned(self._events, frequency)
        return bool(self._pinned)

    def at(self, index: int | None) -> list[Event]:
        """The events of a period."""
        return [] if index is None else in_period(self._pinned, index)

    def drawn(self, frequency: Frequency, top: float) -> list[object]:
        """What is to be added to a chart that reaches up to `top`."""
        self._periods, self._top = len(frequency.periods), top
        made: list[object] = []
        for flag in self._pinned:
            if flag.last > flag.first:
                band = pg.LinearRegionItem(
                    (flag.first - 0.5, flag.last + 0.5),
                    movable=False,
                    brush=self._theme.colour("hover"),
                    pen=pg.mkPen(None),
                )
                band.setZValue(-25)
                made.append(band)
        places = sorted({flag.first for flag in self._pinned})
        for place in places:
            pen = pg.mkPen(self._theme.colour("muted"), style=Qt.PenStyle.DashLine)
            pole = pg.PlotCurveItem([place, place], [0, top], pen=pen)
            pole.setZValue(-12)
            made.append(pole)
        if places:
            cloth = pg.ScatterPlotItem(
                x=places,
                y=[top] * len(places),
                symbol=_cloth(),
                size=_SIZE,
                brush=self._theme.colour("text"),
                pen=None,
            )
            cloth.setZValue(6)
            made.append(cloth)
        return made

    def point(self, index: int | None) -> None:
        """Says the words of the events of a period beside its flag, or none."""
        events = self.at(index)
        self.words.setVisible(bool(events))
        if not events or index is None:
            return
        self.words.setColor(self._theme.colour("text"))
        self.words.fill = pg.mkBrush(self._theme.colour("card"))
        self.words.border = pg.mkPen(self._theme.colour("line"))
        self.words.setFont(sans(9))
        self.words.setText("\n".join(map(_short, events)))
        # On the right half of the chart words run back from their flag.
        self.words.setAnchor(QPointF(1.03 if index > self._periods / 2 else -0.03, 0))
        self.words.setPos(index, self._top)


def told(event: Event) -> str:
    """An event with its days."""
    return f"{days(event.first, event.last)}: {shown(event.words)}"


def _short(event: Event) -> str:
    words = told(event)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _cloth() -> QPainterPath:
    """A flag that flies to the right, and below the top of its pole."""
    path = QPainterPath()
    path.moveTo(0, 0)
    path.lineTo(0.46, 0)
    path.lineTo(0.32, 0.17)
    path.lineTo(0.46, 0.34)
    path.lineTo(0, 0.34)
    path.closeSubpath()
    return path
