"""The sheet an article is read on: its words, its marks, and what was clicked."""

from bisect import bisect_left
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from workstation.desktop.panes.reader import marks
from workstation.desktop.panes.reader.ink import Ink, Page, visible
from workstation.desktop.panes.reader.model import Opened, Placed, Placement, Stretch
from workstation.desktop.panes.reader.setting import About, set_in_type
from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.theme import Theme, serif
from workstation.domain.mention import Field

_POINTS: Final = 13.5
_SMALLEST: Final = 8.0
_LARGEST: Final = 32.0
_MEASURE: Final = 74
"""Letters in a line: beyond about that many the eye loses the next line."""
_EDGE: Final = 24


class Paper(QTextBrowser):
    """Shows one part of an article; nothing that a source wrote is ever taken for markup."""

    hit = Signal(object, bool)
    """The `Placed` mention that was clicked, or None beside all; and whether to add it."""
    menu_asked = Signal(QPoint)
    turned = Signal()
    """Other words, or the same in another size."""

    def __init__(self, selection: SelectionModel, theme: Theme) -> None:
        super().__init__()
        self._selection = selection
        self._theme = theme
        self._ink = Ink(theme, selection)
        self.page = Page()
        self.opened: Opened | None = None
        self.placement: Placement | None = None
        self._about = About("")
        self._points = _POINTS
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text of the article"))

    # What is shown ----------------------------------------------------------------------------

    def open(self, opened: Opened, about: About, part: int = 0) -> None:
        """Shows a part of an article from its beginning."""
        self.opened = opened
        self._about = about
        self.placement = Placement(opened.body, about.line, part)
        self._set()
        self.verticalScrollBar().setValue(0)

    def mark_again(self, opened: Opened) -> None:
        """Takes other mentions of the same words, and stays where it is."""
        self.opened = opened
        if self.placement is not None:
            self.page.current = None
            self.page.placed = self.placement.place(opened.mentions)
            self.viewport().update()

    def put_away(self) -> None:
        """Shows nothing, and keeps nothing of what it showed."""
        self.opened = None
        self.placement = None
        self.page = Page()
        self.document().clear()

    def zoom(self, steps: int) -> None:
        """Makes the letters larger or smaller; no steps give back the first size."""
        wanted = self._points * 1.1**steps if steps else _POINTS
        self._points = min(_LARGEST, max(_SMALLEST, wanted))
        self.set_again()

    @property
    def percent(self) -> int:
        """The size of the letters, of their first size."""
        return round(self._points / _POINTS * 100)

    def scale(self, percent: int) -> None:
        """Makes the letters as large as they were left."""
        self._points = min(_LARGEST, max(_SMALLEST, _POINTS * percent / 100))
        self.set_again()

    def set_again(self) -> None:
        """Sets the same words again, in another size or other colours."""
        bar = self.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        self._set()
        bar.setValue(round(part * bar.maximum()))

    def _set(self) -> None:
        if self.opened is None or self.placement is None:
            return
        passages = self.opened.body.passages
        set_in_type(
            self.document(), self.placement, self._about, passages, self._theme, self._points
        )
        self.page = Page(self.placement.place(self.opened.mentions))
        self._keep_measure()
        self.turned.emit()

    # Stepping ---------------------------------------------------------------------------------

    def visited(self) -> list[Placed]:
        """The mentions that stepping visits: the picked actors', or all that count."""
        picked = set(self._selection.value.picked)
        counted = [p for p in self.page.placed if p.mention.counted]
        return [p for p in counted if p.mention.actor_id in picked] or counted

    def step(self, by: int) -> Placed | None:
        """Goes to the next or the previous mention, round the end; None if there is none."""
        visited = self.visited()
        if not visited:
            return None
        start = self.page.current.start if self.page.current else self._view().start
        index = bisect_left(visited, start, key=lambda p: p.start)
        on_it = index < len(visited) and visited[index] is self.page.current
        step = by if on_it or by < 0 else 0
        self.page.current = placed = visited[(index + step) % len(visited)]
        self.reveal(placed.start, placed.end)
        return placed

    def reveal(self, start: int, end: int) -> None:
        """Scrolls until a stretch of the document is well inside the view."""
        box = next(marks.boxes(self.document(), start, end), None)
        if box is not None:
            bar, height = self.verticalScrollBar(), self.viewport().height()
            if not height * 0.06 <= box.top() - bar.value() <= height * 0.82:
                bar.setValue(round(box.top() - height * 0.33))
        self.viewport().update()

    def first_seen(self) -> int:
        """The code point of the text at the top of the view; none at the beginning."""
        if self.placement is None or not self.verticalScrollBar().value():
            return 0
        found = self.placement.offset(self._view().start)
        return found[1] if found is not None and found[0] == "text" else 0

    def begin_at(self, offset: int) -> None:
        """Scrolls until a code point of the text stands at the top of the view."""
        at = self.placement.position("text", offset) if self.placement is not None else None
        if at is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(at)
            top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
            self.verticalScrollBar().setValue(top)

    # Where things stand -----------------------------------------------------------------------

    def box(self, placed: Placed) -> QRect:
        """Where a mention stands in the viewport."""
        box = next(marks.boxes(self.document(), placed.start, placed.end), None)
        if box is None:
            return QRect()
        return box.translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def chosen(self) -> tuple[Field, int, int] | None:
        """The selected words as a field and two code points."""
        cursor = self.textCursor()
        if self.placement is None or not cursor.hasSelection():
            return None
        first = self.placement.offset(cursor.selectionStart())
        last = self.placement.offset(cursor.selectionEnd())
        if first is None or last is None or first[0] != last[0]:
            return None
        return first[0], first[1], last[1]

    def mention_at(self, point: QPointF) -> Placed | None:
        """The mention under a point of the viewport."""
        inside = point + QPointF(0, self.verticalScrollBar().value())
        for placed in visible(self.page.placed, self._view()):
            for box in marks.boxes(self.document(), placed.start, placed.end):
                if box.adjusted(-1, 0, 1, 2).contains(inside):
                    return placed
        return None

    def _view(self) -> Stretch:
        below = QPoint(self.viewport().width(), self.viewport().height())
        first = self.cursorForPosition(QPoint(0, 0)).position()
        return Stretch(first, self.cursorForPosition(below).position())

    def _keep_measure(self) -> None:
        column = QFontMetricsF(serif(self._points)).averageCharWidth() * _MEASURE
        side = max(_EDGE, (self.viewport().width() - column) / 2)
        root = self.document().rootFrame()
        shape = root.frameFormat()
        if abs(shape.leftMargin() - side) > 1:
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(_EDGE)
            shape.setBottomMargin(2 * _EDGE)
            root.setFrameFormat(shape)

    # What Qt calls ----------------------------------------------------------------------------

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        # Whatever a document asks for, no file and no address is ever read.
        return None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view()
        painter = self._painter()
        self._ink.below(painter, self.document(), self.page, view)
        painter.end()
        super().paintEvent(event)
        painter = self._painter()
        self._ink.above(painter, self.document(), self.page, view)
        painter.end()

    def _painter(self) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        return painter

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_measure()
        super().resizeEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons() and self.mention_at(event.position()) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.page.current = self.mention_at(event.position())
            adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.hit.emit(self.page.current, adding)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            current = self.page.current
            stepped = current is not None and not self.textCursor().hasSelection()
            there = self.box(current) if stepped and current is not None else self.cursorRect()
            place = there.center()
        self.menu_asked.emit(place)
