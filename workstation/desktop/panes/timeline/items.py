"""The parts of the chart: a field to drag on, hatched gaps, and names at the ends of lines."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent, MouseDragEvent
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workstation.desktop import drawing
from workstation.desktop.theme import Theme, sans
from workstation.desktop.words import isolated, shown

_BESIDE: Final = (
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
)
_LABEL: Final = 17
_WIDTH: Final = 150
_SMOOTH: Final = 300
"""Points up to which lines are smoothed: eight such lines take six milliseconds, measured."""
_MARKED: Final = 130
"""Points up to which each has its marker; beyond, they would touch."""


class Field(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """Where the mouse draws a brush, and clicks choose a period."""

    dragged = Signal(float, float, bool)
    """From where to where, and whether the mouse was let go."""
    clicked = Signal(float)
    double_clicked = Signal(float)
    asked = Signal(float)
    """Where the other mouse button asks what can be done."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.setMouseEnabled(x=False, y=False)
        self.setDefaultPadding(0)
        self.drags = False
        """Whether the mouse is drawing; said otherwise, the rest of its way is passed over."""

    @override
    def mouseDragEvent(self, ev: MouseDragEvent, axis: int | None = None) -> None:
        if ev.button() != Qt.MouseButton.LeftButton:
            ev.ignore()
            return
        ev.accept()
        if not (self.drags or ev.isStart()):
            return
        self.drags = not ev.isFinish()
        first = self.mapToView(ev.buttonDownPos()).x()
        self.dragged.emit(first, self.mapToView(ev.pos()).x(), ev.isFinish())

    @override
    def mouseClickEvent(self, ev: MouseClickEvent) -> None:
        if ev.button() == Qt.MouseButton.RightButton:
            ev.accept()
            self.asked.emit(self.mapToView(ev.pos()).x())
            return
        if ev.button() != Qt.MouseButton.LeftButton:
            ev.ignore()
            return
        ev.accept()
        place = self.mapToView(ev.pos()).x()
        if ev.double():
            self.double_clicked.emit(place)
        else:
            self.clicked.emit(place)

    @override
    def wheelEvent(self, ev: object, axis: int | None = None) -> None:
        # All days are always in view: there is nothing to scroll to.
        return


class Hatching(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Hatches the periods of which the library holds nothing: silence is not absence."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps: list[tuple[float, float]] = []
        self._colour = QColor()
        self._top = 1.0
        self.setZValue(-20)

    def show_gaps(self, gaps: list[tuple[float, float]], top: float, colour: QColor) -> None:
        """Hatches other stretches of the axis, up to a value."""
        self.prepareGeometryChange()
        self._gaps, self._top, self._colour = gaps, top, colour
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        if not self._gaps:
            return QRectF()
        return QRectF(self._gaps[0][0], 0, self._gaps[-1][1] - self._gaps[0][0], self._top)

    @override
    def paint(self, painter: QPainter, *_: object) -> None:
        # Hatching belongs to the screen: in the chart's own units it would be stretched.
        to_screen = painter.worldTransform()
        painter.resetTransform()
        for left, right in self._gaps:
            box = to_screen.mapRect(QRectF(left, 0, right - left, self._top))
            painter.fillRect(box, QBrush(self._colour, Qt.BrushStyle.BDiagPattern))


class Ends(QWidget):
    """The names of the series beside the ends of their lines, none over another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ends: list[tuple[float, int, str]] = []
        self.setFixedWidth(_WIDTH)

    def show_ends(self, ends: list[tuple[float, int, str]]) -> None:
        """Shows (height in pixels, slot, name) for each line."""
        self._ends = sorted(ends)
        self.setVisible(bool(ends))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(sans(9.5, strong=True))
        metrics = QFontMetrics(painter.font())
        places = spread([end[0] for end in self._ends], _LABEL, 8, self.height() - 8)
        for place, (_, slot, name) in zip(places, self._ends, strict=True):
            drawing.marker(painter, QPointF(8, place), 10, slot, self._theme)
            painter.setPen(self._theme.colour("text"))
            words = metrics.elidedText(shown(name), Qt.TextElideMode.ElideRight, _WIDTH - 26)
            box = QRectF(19, place - _LABEL / 2, _WIDTH - 22, _LABEL)
            painter.drawText(box, _BESIDE, isolated(words))
        painter.end()


def drawn_line(values: Sequence[float], colour: QColor, shape: QPainterPath) -> list[object]:
    """A line over its periods, and a marker on each while they have room."""
    x = np.arange(len(values))
    y = np.asarray(values, dtype=float)
    smooth = len(x) <= _SMOOTH
    pen = pg.mkPen(colour, width=2)
    curve = pg.PlotCurveItem(x, y, pen=pen, antialias=smooth, connect="finite")
    curve.setSegmentedLineMode("on" if smooth else "auto")
    marked = x if len(x) <= _MARKED else x[-1:]
    points = pg.ScatterPlotItem(
        x=marked, y=y[marked], symbol=shape, size=8, brush=colour, pen=None, antialias=True
    )
    return [curve, points]


def drawn_bars(
    places: Sequence[float], heights: Sequence[float], width: float, colour: QColor
) -> object:
    """Bars from nought."""
    bars = pg.BarGraphItem(
        x=list(places), height=list(heights), width=width, brush=colour, pen=None
    )
    bars.setZValue(-15)
    return bars


def drawn_pointers(places: Sequence[int], height: float, colour: QColor) -> object:
    """Small pointers down to places, at a height."""
    pointers = pg.ScatterPlotItem(
        x=list(places), y=[height] * len(places), symbol="t", size=9, brush=colour, pen=None
    )
    pointers.setZValue(5)
    return pointers


def spread(places: list[float], apart: float, low: float, high: float) -> list[float]:
    """Ascending places moved as little as keeps them apart and between two ends."""
    moved: list[float] = []
    for place in places:
        least = moved[-1] + apart if moved else low
        moved.append(max(place, least))
    limit = high
    for index in range(len(moved) - 1, -1, -1):
        moved[index] = min(moved[index], limit)
        limit = moved[index] - apart
    return moved
