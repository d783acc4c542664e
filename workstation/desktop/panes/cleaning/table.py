"""A queue as a table: one key for each thing that can be done with a row."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from workstation.desktop import drawing
from workstation.desktop.panes.cleaning.model import FORM, GREATER, LESSER, ROW, WHY
from workstation.desktop.theme import Theme
from workstation.domain.actor import Kind
from workstation.domain.cleaning import Doubted, Suggestion

_WIDTHS: Final = (180, 190, 76)
_HIGH: Final = 26
_SIDE: Final = 16
_SHARP: Final = 2


class QueueTable(QTableView):
    """A table whose keys, while it has the focus, go before the window's own."""

    def __init__(
        self,
        model: QAbstractItemModel,
        theme: Theme,
        name: str,
        keys: Mapping[int, Callable[[], None]],
    ) -> None:
        """`keys` are what to do at each key; the accessible name is `name`."""
        super().__init__()
        self._keys = keys
        self.setModel(model)
        self.setItemDelegate(_Signed(theme, self))
        self.setObjectName("plain")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HIGH)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(name)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._act_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._keys.get(event.key()) if not plain else None


class _Signed(QStyledItemDelegate):
    """Cells with a sign before their words: the badge of a kind, or a caution."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
        row, column = index.data(ROW), index.column()
        sign = None
        if isinstance(row, Suggestion) and column in {LESSER, GREATER}:
            sign = self._badge(row.lesser.kind if column == LESSER else row.greater.kind)
        elif isinstance(row, Doubted) and column == GREATER:
            sign = self._badge(row.form.kind)
        elif isinstance(row, Doubted) and column == FORM and "imitates" in row.doubts:
            sign = self._drawn(lambda painter, box: drawing.caution(painter, box, self._theme))
        if sign is not None:
            option.icon = sign
            option.decorationSize = QSize(_SIDE, _SIDE)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def _badge(self, kind: Kind) -> QIcon:
        return self._drawn(lambda painter, box: drawing.badge(painter, box, kind, self._theme))

    def _drawn(self, draw: Callable[[QPainter, QRectF], None]) -> QIcon:
        picture = QPixmap(_SIDE * _SHARP, _SIDE * _SHARP)
        picture.setDevicePixelRatio(_SHARP)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw(painter, QRectF(0, 0, _SIDE, _SIDE))
        painter.end()
        return QIcon(picture)
