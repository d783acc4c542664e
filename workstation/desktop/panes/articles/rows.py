"""Drawing an article's row: its title, and a line with outlet, day, story and mentions."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workstation.desktop import drawing
from workstation.desktop.panes.articles.model import ARTICLE, COUNT
from workstation.desktop.theme import Theme, sans
from workstation.desktop.words import day, isolated, outlet_name, runs_right_to_left, shown
from workstation.domain.article import Article
from workstation.domain.dating import doubt

HEIGHT: Final = 54
_SIDE: Final = 14
_TOP: Final = 8


class ArticleRow(QStyledItemDelegate):
    """Paints one row; text is painted as text, whatever it looks like."""

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
            painter.fillRect(edge, self._theme.colour("accent"))
        article = index.data(ARTICLE)
        if article is not None:
            inner = box.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
            self._paint_article(painter, inner, article, index.data(COUNT))
        painter.restore()

    def _paint_article(self, painter: QPainter, box: QRect, article: Article, count: str) -> None:
        right = runs_right_to_left(article.title)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        title = QFontMetrics(self._title)
        top = QRect(box.topLeft(), QSize(box.width(), title.height()))
        words = title.elidedText(shown(article.title), Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._title)
        painter.setLayoutDirection(_direction(right=right))
        painter.drawText(top, _flags(side), words)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._paint_line(painter, box, article, count)

    def _paint_line(self, painter: QPainter, box: QRect, article: Article, count: str) -> None:
        metrics = QFontMetrics(self._line)
        low = QRect(box.left(), box.bottom() - metrics.height() + 1, box.width(), metrics.height())
        painter.setFont(self._line)
        painter.setPen(self._theme.colour("problem" if article.problem else "muted"))
        painter.drawText(low, _flags(Qt.AlignmentFlag.AlignRight), count)
        room = low.width() - metrics.horizontalAdvance(count) - 10
        others = f"+{article.story_size - 1}" if article.story_size > 1 else ""
        if others:
            room -= metrics.horizontalAdvance(others) + 22
        when = self.tr("undated") if article.day is None else day(article.day)
        # As a reader marks what he is to look up.
        when += " ?" if doubt(article.published) else ""
        outlet = metrics.elidedText(
            isolated(outlet_name(article.outlet)),
            Qt.TextElideMode.ElideRight,
            room - metrics.horizontalAdvance(f" · {when}"),
        )
        painter.setPen(self._theme.colour("muted"))
        words = f"{outlet} · {when}"
        painter.drawText(low, _flags(Qt.AlignmentFlag.AlignLeft), words)
        if others:
            left = low.left() + metrics.horizontalAdvance(words) + 8
            self._paint_badge(painter, QPoint(left, low.top()), others, metrics)

    def _paint_badge(
        self, painter: QPainter, place: QPoint, words: str, metrics: QFontMetrics
    ) -> None:
        width = metrics.horizontalAdvance(words) + 12
        box = QRectF(place.x() + 0.5, place.y() + 0.5, width, metrics.height() - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("field_line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _flags(side: Qt.AlignmentFlag) -> int:
    return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter) | int(
        Qt.TextFlag.TextSingleLine
    )


def _direction(*, right: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
