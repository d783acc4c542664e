"""Drawing an article's row: its title, and a line with outlet, day, story and mentions."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workstation.desktop import drawing
from workstation.desktop.panes.articles import signs as drawn
from workstation.desktop.panes.articles.model import ARTICLE, COUNT, FOLD, SIGNS, Folded
from workstation.desktop.theme import Theme, sans
from workstation.desktop.words import day, isolated, outlet_name, runs_right_to_left, shown
from workstation.domain.article import Article
from workstation.domain.dating import doubt
from workstation.domain.signs import Signs

HEIGHT: Final = 54
_LEFT_TO_RIGHT: Final = Qt.LayoutDirection.LeftToRight
_RIGHT_TO_LEFT: Final = Qt.LayoutDirection.RightToLeft
_SIDE: Final = 14
_TOP: Final = 8
_INDENT: Final = 18
"""Pixels by which copies stand behind the first of their story."""
_ARROW: Final = 10
_CHIP: Final = 12
_AROUND: Final = _CHIP + _ARROW + 10
_AIR: Final = 5
"""Pixels between a title and the signs beside it, on whichever side they stand."""
_LEAST: Final = 80
"""Pixels that an outlet's name needs at the least, if it has so many letters."""


@dataclass(frozen=True, slots=True)
class _Line:
    """The second line of a row."""

    place: QRect
    words: str
    others: str
    badge: QRectF
    labels: QRectF


class ArticleRow(QStyledItemDelegate):
    """Paints one row; text is painted as text, whatever it looks like."""

    turned = Signal(int)
    """The row whose copies are to be shown, or folded away again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = sans(10.5, strong=True)
        self._line = sans(9.5)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        drawing.ground(painter, box, state, self._theme)
        if state & QStyle.StateFlag.State_Selected:
            edge = QRect(box.topLeft(), QSize(3, box.height() - 1))
            edge = QStyle.visualRect(option.direction, box, edge)
            painter.fillRect(edge, self._theme.colour("accent"))
        article = index.data(ARTICLE)
        if article is not None:
            inner = self._inner(box, index.data(FOLD))
            self._paint_article(painter, inner, article, index)
        painter.restore()

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        folded: Folded | None = index.data(FOLD)
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and folded and folded.words:
            article, count = index.data(ARTICLE), index.data(COUNT)
            signs: Signs = index.data(SIGNS)
            inner = self._inner(option.rect, folded)
            line = self._line_of(inner, article, count, folded, signs)
            if line.badge.contains(event.position()):
                self.turned.emit(index.row())
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_article(
        self,
        painter: QPainter,
        box: QRect,
        article: Article,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        title = QFontMetrics(self._title)
        whole = QRect(box.topLeft(), QSize(box.width(), title.height()))
        signs: Signs = index.data(SIGNS)
        if not signs.read:
            dot = QRectF(box.left() - _SIDE / 2 + 1, whole.center().y() + 1, 0, 0)
            drawn.unread(painter, self._mirrored(dot, box).center(), self._theme)
        beside = QRect(whole)
        beside.setLeft(whole.right() - drawn.room(signs) + 1)
        drawn.beside_title(painter, self._mirrored(QRectF(beside), box), signs, self._theme)
        top = QRect(whole)
        top.setWidth(box.width() - (drawn.room(signs) + _AIR if drawn.room(signs) else 0))
        top = self._mirrored(QRectF(top), box).toRect()
        words = title.elidedText(shown(article.title), Qt.TextElideMode.ElideRight, top.width())
        painter.setPen(self._theme.colour("dimmed" if signs.relevant is False else "text"))
        painter.setFont(self._title)
        # A title stands on the side on which its script begins.
        is_foreign = runs_right_to_left(article.title)
        painter.setLayoutDirection(_RIGHT_TO_LEFT if is_foreign else _LEFT_TO_RIGHT)
        painter.drawText(top, _flags(Qt.AlignmentFlag.AlignLeading), words)
        painter.setLayoutDirection(self._direction())
        self._paint_line(painter, box, article, index)

    def _paint_line(
        self,
        painter: QPainter,
        box: QRect,
        article: Article,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        count: str = index.data(COUNT)
        folded: Folded | None = index.data(FOLD)
        signs: Signs = index.data(SIGNS)
        line = self._line_of(box, article, count, folded, signs)
        painter.setFont(self._line)
        painter.setPen(self._theme.colour("problem" if article.problem else "muted"))
        painter.drawText(line.place, _flags(Qt.AlignmentFlag.AlignTrailing), count)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(line.place, _flags(Qt.AlignmentFlag.AlignLeading), line.words)
        if line.others:
            self._paint_badge(painter, line, folded)
        if signs.labels:
            metrics = QFontMetrics(self._line)
            drawn.chips(painter, line.labels, signs.labels, metrics, self._theme)

    def _line_of(
        self, box: QRect, article: Article, count: str, folded: Folded | None, signs: Signs
    ) -> _Line:
        """Where the outlet, the day, the copies and the labels have their room."""
        metrics = QFontMetrics(self._line)
        wide = metrics.horizontalAdvance
        low = QRect(box.left(), box.bottom() - metrics.height() + 1, box.width(), metrics.height())
        when = self.tr("undated") if article.day is None else day(article.day)
        # As a reader marks what he is to look up.
        when += " ?" if doubt(article.published) else ""
        room = low.width() - wide(count) - wide(f" · {when}") - 10
        outlet = isolated(outlet_name(article.outlet))
        labels = drawn.widest(signs.labels, metrics)
        room = max(min(room, wide(outlet), _LEAST * 3 // 4), room - labels) if labels else room
        if folded is None:
            others = f"+{article.story_size - 1}" if article.story_size > 1 else ""
        else:
            left = room - wide(folded.words) - _AROUND
            others = folded.words if left >= min(wide(outlet), _LEAST) else folded.short
        room -= wide(others) + _AROUND if others else 0
        words = f"{metrics.elidedText(outlet, Qt.TextElideMode.ElideRight, room)} · {when}"
        badge = QRectF(
            low.left() + wide(words) + 8.5,
            low.top() + 0.5,
            wide(others) + _CHIP + _ARROW,
            metrics.height() - 1,
        )
        begin = badge.right() + 8 if others else badge.left()
        end = low.right() - wide(count) - 8
        chips = QRectF(begin, low.top(), max(0, end - begin), metrics.height())
        return _Line(low, words, others, self._mirrored(badge, box), self._mirrored(chips, box))

    def _paint_badge(self, painter: QPainter, line: _Line, folded: Folded | None) -> None:
        box = QRectF(line.badge)
        if folded is None:
            box = self._mirrored(box.adjusted(0, 0, -_ARROW, 0), box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("field_line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._theme.colour("muted"))
        if folded is None:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, isolated(line.others))
            return
        icon = self._theme.icon("down" if folded.is_open else "forward", "muted")
        corner = QPoint(int(box.left()) + 5, int(box.center().y()) - _ARROW // 2 + 1)
        arrow = QRectF(QRect(corner, QSize(_ARROW, _ARROW)))
        icon.paint(painter, self._mirrored(arrow, box).toRect())
        words = self._mirrored(box.adjusted(_ARROW + 6, 0, 0, 0), box)
        painter.drawText(words, _flags(Qt.AlignmentFlag.AlignLeading), line.others)

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parent()
        return parent.layoutDirection() if isinstance(parent, QWidget) else _LEFT_TO_RIGHT

    def _inner(self, box: QRect, folded: Folded | None) -> QRect:
        is_copy = folded is not None and not folded.words
        inner = box.adjusted(_SIDE + (_INDENT if is_copy else 0), _TOP, -_SIDE, -_TOP)
        return QStyle.visualRect(self._direction(), box, inner)

    def _mirrored(self, part: QRectF, whole: QRect | QRectF) -> QRectF:
        """A part where it stands in a row that begins at the right, if this one does."""
        if self._direction() == _LEFT_TO_RIGHT:
            return part
        left = whole.left() + whole.right() - part.right()
        return QRectF(left, part.top(), part.width(), part.height())


def _flags(side: Qt.AlignmentFlag) -> int:
    return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
