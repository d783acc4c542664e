"""The strip beside the scroll bar that shows where in the article the mentions stand."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workstation.desktop.panes.reader.paper import Paper
from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.theme import Theme

_WIDTH: Final = 12
_EDGE: Final = 6


class Strip(QWidget):
    """Ticks at the height of the picked actors' mentions, or of all, and of the words found."""

    asked = Signal(float)
    """A place in the article was clicked, from 0 at its beginning to 1."""

    def __init__(self, paper: Paper, selection: SelectionModel, theme: Theme) -> None:
        super().__init__()
        self._paper = paper
        self._selection = selection
        self._theme = theme
        self.setFixedWidth(_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Where the mentions stand"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        placement = self._paper.placement
        if placement is None:
            return
        painter = QPainter(self)
        page = self._paper.page
        for stretch in [*page.found, *page.hunted]:
            place = stretch.start / placement.length
            self._tick(painter, place, self._theme.colour("found_line"), _WIDTH / 2)
        for placed in self._paper.visited():
            slot = self._selection.slot(placed.mention.actor_id or "")
            colour = self._theme.colour("scroll") if slot is None else self._theme.series(slot)
            self._tick(painter, placed.start / placement.length, colour, _WIDTH)
        painter.end()

    def _tick(self, painter: QPainter, place: float, colour: QColor, width: float) -> None:
        height = self.height() - 2 * _EDGE
        painter.fillRect(QRectF(1, _EDGE + place * height - 1, width - 3, 2.5), colour)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        height = max(1, self.height() - 2 * _EDGE)
        self.asked.emit(min(1.0, max(0.0, (event.position().y() - _EDGE) / height)))
