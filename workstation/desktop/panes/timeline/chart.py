"""The chart: a line a picked actor, or bars of all articles, over calendar periods."""

from collections.abc import Sequence
from math import isnan
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from typing_extensions import override

from workstation.desktop.panes.timeline.flags import ROOM, Flags
from workstation.desktop.panes.timeline.items import (
    Field,
    Hatching,
    drawn_bars,
    drawn_line,
    drawn_pointers,
)
from workstation.desktop.panes.timeline.model import (
    Line,
    brushed,
    date_ticks,
    gaps,
    lines,
    region,
    standing_out,
    value_ticks,
)
from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.theme import Theme, sans
from workstation.domain.event import Event
from workstation.domain.frequency import Frequency, Measure
from workstation.domain.selection import Brush

_HEADROOM: Final = 9
"""Pixels above the highest tick: half a line of the axis's letters, which else is cut off."""

_MARKER: Final = 6.0
"""Pixels that a marker reaches above its place, and a bit of air."""

UNDATED: Final = -2.0
"""Where the bar of undated articles stands, in periods before the first."""


class Chart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Draws a frequency; knows its cursor and its brush."""

    brushed = Signal(object)
    """The `Brush` that was drawn, moved or resized."""
    pointed = Signal(object)
    """The index of the period under the cursor, or None."""
    opened = Signal(object)
    """The index of a period that was double-clicked, or None for the undated articles."""
    explaining = Signal(int)
    """The index of a period that somebody wants explained."""
    menu_wanted = Signal(int)
    """The index of a period of which somebody asks what can be done."""
    laid_out = Signal()

    # pyqtgraph resizes a chart while it is being made.
    frequency: Frequency | None = None
    _highest = 1.0
    _flagged = False

    def __init__(self, selection: SelectionModel, theme: Theme) -> None:
        self._field = Field()
        super().__init__(viewBox=self._field)
        self._selection = selection
        self._theme = theme
        self._measure: Measure = "share"
        self.at: int | None = None
        self.spikes: list[int] = []
        self._drawn: list[object] = []
        self.hideButtons()
        self.setMenuEnabled(False)
        self.getPlotItem().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.getPlotItem().layout.setContentsMargins(0, _HEADROOM, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self, self.viewport()):
            part.setAccessibleName(self.tr("Timeline"))
        self.flags = Flags(theme)
        self._hatching = Hatching()
        self._cursor = pg.InfiniteLine(angle=90)
        self._region = pg.LinearRegionItem(movable=True, swapMode="sort")
        self._region.setZValue(-10)
        self._region.setCursor(Qt.CursorShape.OpenHandCursor)
        for edge in self._region.lines:
            edge.setCursor(Qt.CursorShape.SizeHorCursor)
        for part in (self._hatching, self._region, self._cursor, self.flags.words):
            self.addItem(part, ignoreBounds=True)
        self._region.hide()
        self._cursor.hide()
        self._region.sigRegionChangeFinished.connect(self._region_moved)
        self._field.dragged.connect(self._drag)
        self._field.clicked.connect(self._click)
        self._field.double_clicked.connect(self._double_click)
        self._field.asked.connect(self._ask_menu)
        self.scene().sigMouseMoved.connect(self._hover)
        self.dress()

    # What is shown ----------------------------------------------------------------------------

    def show_frequency(self, frequency: Frequency, measure: Measure) -> None:
        """Draws other numbers."""
        self.frequency = frequency
        self._measure = measure
        if self.at is not None and self.at >= len(frequency.periods):
            self.at = None
        self._draw()

    def show_events(self, events: Sequence[Event]) -> None:
        """Draws other flags."""
        self.flags.take(events)
        self._draw()

    def show_brush(self) -> None:
        """Draws the brush of the selection, unless the mouse is drawing another one."""
        if self._field.drags:
            return
        brush = self._selection.value.brush
        frequency = self.frequency
        if frequency is None or not frequency.periods or not brush:
            self._region.hide()
            return
        self._region.setRegion(region(frequency, brush))
        self._region.show()

    def dress(self) -> None:
        """Takes the colours of the theme."""
        self.setBackground(self._theme.colour("page"))
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(self._theme.colour("grid")))
            axis.setTextPen(pg.mkPen(self._theme.colour("muted")))
            axis.setStyle(tickFont=sans(9), tickLength=0, tickTextOffset=6)
        self._cursor.setPen(pg.mkPen(self._theme.colour("muted"), style=Qt.PenStyle.DotLine))
        self._region.setBrush(self._theme.colour("brush"))
        self._region.setHoverBrush(self._theme.colour("brush"))
        for edge in self._region.lines:
            edge.setPen(pg.mkPen(self._theme.colour("brush_line"), width=2))
            edge.setHoverPen(pg.mkPen(self._theme.colour("brush_line"), width=4))
        self._draw()

    def point(self, index: int | None) -> None:
        """Moves the cursor to a period."""
        self.at = index
        self._cursor.setVisible(index is not None)
        if index is not None:
            self._cursor.setValue(index)
        self.flags.point(index)
        self.pointed.emit(index)

    def place_of(self, index: int) -> QPoint:
        """Where the foot of a period is on the screen."""
        foot = self._field.mapViewToScene(QPointF(index, 0))
        return QPoint(self.viewport().mapToGlobal(self.mapFromScene(foot)))

    def height_of(self, value: float) -> float:
        """How far from the top of the widget a value is drawn, in pixels."""
        return float(self._field.mapViewToScene(QPointF(0, value)).y())

    def _draw(self) -> None:
        for item in self._drawn:
            self.removeItem(item)
        self._drawn.clear()
        frequency = self.frequency
        if frequency is None:
            return
        drawn = lines(frequency, self._measure)
        share = self._measure == "share" and bool(drawn)
        values = [v for line in drawn for v in (*line.values, line.undated) if not isnan(v)]
        highest = max(values or [*frequency.totals, frequency.undated_total], default=0)
        ticks = value_ticks(highest, share=share)
        self._highest = ticks[-1].at
        self._flagged = self.flags.fly_over(frequency)
        top = self._top()
        first = UNDATED - 1 if frequency.undated_total else -0.8
        self._field.setRange(
            xRange=(first, max(1, len(frequency.periods)) - 0.4), yRange=(0, top), padding=0
        )
        self.getAxis("left").setTicks([[(t.at, t.words) for t in ticks]])
        self._draw_grid([t.at for t in ticks])
        self._hatching.show_gaps(gaps(frequency), 2 * top, self._theme.colour("hatch"))
        if drawn:
            for line in drawn:
                self._draw_line(line)
        else:
            places = range(len(frequency.totals))
            self._add(drawn_bars(places, frequency.totals, 0.72, self._theme.colour("bar")))
        self._draw_undated(frequency, drawn)
        self._draw_spikes(frequency, top)
        for flag in self.flags.drawn(frequency, top):
            self._add(flag)
        self._tick_dates()
        self.show_brush()
        self.point(self.at)
        self.laid_out.emit()

    def _top(self) -> float:
        # A marker on the highest tick is seen whole, however low the chart is.
        room = max(_MARKER, ROOM if self._flagged else 0.0)
        height = max(2.0 * room, float(self._field.height()))
        return self._highest * height / (height - room)

    def _draw_grid(self, values: list[float]) -> None:
        pen = pg.mkPen(self._theme.colour("grid"))
        for value in values:
            line = pg.InfiniteLine(pos=value, angle=0, pen=pen)
            line.setZValue(-30)
            self._add(line)

    def _draw_line(self, line: Line) -> None:
        slot = self._selection.slot(line.actor_id) or 0
        for item in drawn_line(line.values, self._theme.series(slot), self._theme.marker(slot)):
            self._add(item)

    def _draw_undated(self, frequency: Frequency, drawn: list[Line]) -> None:
        if not frequency.undated_total:
            return
        if not drawn:
            total = [float(frequency.undated_total)]
            self._add(drawn_bars([UNDATED], total, 0.72, self._theme.colour("bar")))
        width = 0.9 / max(1, len(drawn))
        for index, line in enumerate(drawn):
            colour = self._theme.series(self._selection.slot(line.actor_id) or 0)
            place = UNDATED - 0.45 + width * (index + 0.5)
            self._add(drawn_bars([place], [line.undated], width * 0.86, colour))

    def _draw_spikes(self, frequency: Frequency, top: float) -> None:
        self.spikes = standing_out(frequency)
        if self.spikes:
            colour = self._theme.colour("accent")
            self._add(drawn_pointers(self.spikes, top, colour))

    def _tick_dates(self) -> None:
        frequency = self.frequency
        if frequency is None:
            return
        ticks = [(t.at, t.words) for t in date_ticks(frequency, self._field.width())]
        if frequency.undated_total:
            ticks.insert(0, (UNDATED, self.tr("undated")))
        self.getAxis("bottom").setTicks([ticks])

    def _add(self, item: object) -> None:
        self.addItem(item, ignoreBounds=True)
        self._drawn.append(item)

    # Gestures ---------------------------------------------------------------------------------

    def _drag(self, left: float, right: float, done: bool) -> None:
        if self.frequency is None or not self.frequency.periods:
            return
        ends = sorted((left, right))
        self._region.show()
        if done:
            self.brushed.emit(brushed(self.frequency, ends[0], ends[1]))
            self.show_brush()
        else:
            # It says that it was moved by whatever moves it, and the selection would follow.
            with QSignalBlocker(self._region):
                self._region.setRegion(ends)

    def _region_moved(self) -> None:
        frequency, brush = self.frequency, self._selection.value.brush
        if frequency is None or not frequency.periods or not brush:
            return
        left, right = self._region.getRegion()
        if (left, right) != region(frequency, brush):
            self.brushed.emit(brushed(frequency, left, right))
            self.show_brush()

    def _index(self, place: float) -> int | None:
        last = len(self.frequency.periods) - 1 if self.frequency else -1
        return min(max(0, round(place)), last) if last >= 0 and place > UNDATED + 1 else None

    def _click(self, place: float) -> None:
        index = self._index(place)
        if index is None and self.frequency is not None and self.frequency.undated_total:
            self.opened.emit(None)
        else:
            self.point(index)
            if index in self.spikes:
                self.explaining.emit(index)

    def _ask_menu(self, place: float) -> None:
        index = self._index(place)
        if index is not None:
            self.point(index)
            self.menu_wanted.emit(index)

    def _double_click(self, place: float) -> None:
        index = self._index(place)
        if index is not None:
            self.opened.emit(index)

    def _hover(self, place: QPointF) -> None:
        if self._field.sceneBoundingRect().contains(place):
            self.point(self._index(self._field.mapSceneToView(place).x()))
        else:
            self.point(None)

    @override
    def leaveEvent(self, ev: QEvent) -> None:
        super().leaveEvent(ev)
        self.point(None)

    @override
    def keyPressEvent(self, ev: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        last = len(self.frequency.periods) - 1 if self.frequency else -1
        if ev.key() in steps and last >= 0:
            at = (
                self.at
                if self.at is not None
                else (-1 if ev.key() == Qt.Key.Key_Right else last + 1)
            )
            self.point(min(max(0, at + steps[Qt.Key(ev.key())]), last))
        elif ev.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.at is not None:
            self.opened.emit(self.at)
        elif ev.key() == Qt.Key.Key_W and self.at is not None:
            self.explaining.emit(self.at)
        elif ev.key() == Qt.Key.Key_Menu and self.at is not None:
            self.menu_wanted.emit(self.at)
        elif ev.key() == Qt.Key.Key_Escape:
            self._let_go()
        else:
            ev.ignore()

    def _let_go(self) -> None:
        """Draws no further brush or, where none is being drawn, has none."""
        if self._field.drags:
            self._field.drags = False
            self.show_brush()
        else:
            self.brushed.emit(Brush())

    @override
    def resizeEvent(self, ev: QResizeEvent) -> None:
        super().resizeEvent(ev)
        self._field.setYRange(0, self._top(), padding=0)
        self._tick_dates()
        self.laid_out.emit()
