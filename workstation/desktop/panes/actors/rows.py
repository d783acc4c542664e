"""Drawing an actor's row: badge, marker of its series, name, numbers and trend."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from workstation.desktop import drawing
from workstation.desktop.panes.actors.model import ACTOR, STANDING, TREND, Column
from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.theme import Theme, sans
from workstation.desktop.words import isolated, shown
from workstation.domain.actor import Actor
from workstation.domain.scripts import mixed

HEIGHT: Final = 30
_BADGE: Final = 18
_SIDE: Final = 12
_FLAGS: Final = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


class ActorRow(QStyledItemDelegate):
    """Paints one cell; text is painted as text, whatever it looks like."""

    def __init__(self, theme: Theme, selection: SelectionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._selection = selection
        self._face = sans(10.5)
        self._strong = sans(10.5, strong=True)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box: QRect = option.rect
        painter.save()
        drawing.ground(painter, box, option.state, self._theme)
        actor: Actor = index.data(ACTOR)
        slot = self._selection.slot(actor.id)
        if index.column() == Column.NAME:
            self._paint_name(painter, option, actor, *index.data(STANDING))
        elif index.column() == Column.TREND:
            colour = self._theme.colour("muted") if slot is None else self._theme.series(slot)
            line = QRectF(box).adjusted(8, 7, -8, -7)
            drawing.spark(painter, line, index.data(TREND), colour)
        else:
            room = QStyle.visualRect(option.direction, box, box.adjusted(0, 0, -6, 0))
            self._paint_number(painter, room, index)
        painter.restore()

    def _paint_name(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        actor: Actor,
        pinned: bool,
        hidden: bool,
    ) -> None:
        box: QRect = option.rect

        def mirrored(part: QRect) -> QRectF:
            return QRectF(QStyle.visualRect(option.direction, box, part))

        slot = self._selection.slot(actor.id)
        top = box.top() + (box.height() - _BADGE) // 2
        drawing.badge(
            painter,
            mirrored(QRect(box.left() + _SIDE, top, _BADGE, _BADGE)),
            actor.kind,
            self._theme,
        )
        left = box.left() + _SIDE + _BADGE + 8
        if slot is not None:
            middle = mirrored(QRect(left, box.center().y() - 4, 10, 9)).center()
            drawing.marker(painter, middle, 10, slot, self._theme)
            left += 16
        room = QRect(left, box.top(), box.right() - left - 1, box.height())
        if pinned:
            room.setWidth(room.width() - _BADGE + 4)
            sign = mirrored(QRect(room.right() + 1, top, _BADGE - 4, _BADGE))
            drawing.pin(painter, sign, self._theme)
        if mixed(actor.name):
            room.setWidth(room.width() - _BADGE)
            sign = mirrored(QRect(room.right() + 1, top, _BADGE, _BADGE))
            drawing.caution(painter, sign, self._theme)
        painter.setPen(self._theme.colour("muted" if hidden else "text"))
        painter.setFont(self._face if slot is None else self._strong)
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(shown(actor.name), Qt.TextElideMode.ElideRight, room.width())
        flags = _FLAGS | int(Qt.AlignmentFlag.AlignLeft)
        painter.drawText(mirrored(room), flags, isolated(words))

    def _paint_number(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        main = index.column() == Column.MENTIONS
        painter.setPen(self._theme.colour("text" if main else "muted"))
        painter.setFont(self._face)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        painter.drawText(box, _FLAGS | int(Qt.AlignmentFlag.AlignRight), text)
