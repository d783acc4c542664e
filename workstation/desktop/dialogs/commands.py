"""The command palette: every command by a few letters of its words."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from workstation.domain.names import fold

_WIDTH: Final = 520
_ROWS: Final = 10
_ROW: Final = 30


class CommandPalette(QFrame):
    """Opens over its parent, and closes when a command runs or the focus leaves."""

    typed = Signal(str)
    """Letters for which there may be more than commands."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Commands"))
        self._actions = [a for a in actions if a.isEnabled()]
        self._found: list[QAction] = []
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Command"))
        self._line.setAccessibleName(self.tr("Command"))
        self._line.textChanged.connect(self._type)
        self._line.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Commands that fit"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(CommandRow(self._list))
        self._list.itemClicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addWidget(self._list)
        self.setFixedSize(_WIDTH, _ROWS * _ROW + 70)
        self._list_fitting()

    def open(self) -> None:
        """Shows the palette below the top edge of its parent."""
        parent = self.parentWidget()
        left = (parent.width() - self.width()) // 2 if parent is not None else 0
        if parent is not None:
            self.move(parent.mapToGlobal(QPoint(left, 70)))
        self.show()
        self._line.setFocus()

    def offer(self, letters: str, found: list[QAction]) -> None:
        """Offers what somebody found for some letters, if they are still what is typed."""
        if letters == self._line.text():
            self._found = found
            self._list_fitting()

    def _type(self, letters: str) -> None:
        self._found = []
        self._list_fitting()
        self.typed.emit(letters)

    def _list_fitting(self) -> None:
        letters = fold(self._line.text())
        chosen = self._list.currentRow()
        self._list.clear()
        fitting = [a for a in self._actions if _fits(letters, _words(a))]
        named = {a: _rank(letters, a) for a in fitting}
        # Words that hold the letters as they are come first, then names, then what is guessed.
        ranks = {**named, **dict.fromkeys(self._found, (True, False, True))}
        for action in sorted([*fitting, *self._found], key=ranks.__getitem__):
            row = QListWidgetItem(_words(action))
            row.setData(Qt.ItemDataRole.UserRole, action)
            self._list.addItem(row)
        self._list.setCurrentRow(max(0, chosen) if self._found else 0)

    def _run(self) -> None:
        row = self._list.currentItem()
        self.close()
        if row is not None:
            row.data(Qt.ItemDataRole.UserRole).trigger()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.key() in steps:
                row = self._list.currentRow() + steps[Qt.Key(event.key())]
                self._list.setCurrentRow(min(max(0, row), self._list.count() - 1))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._run()
                return True
        return super().eventFilter(watched, event)


class CommandRow(QStyledItemDelegate):
    """Paints the keys of a command at the end of its row."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        action: QAction = index.data(Qt.ItemDataRole.UserRole)
        native = QKeySequence.SequenceFormat.NativeText
        keys = action.shortcut().toString(native) or action.statusTip()
        painter.save()
        # A list with a style sheet makes its own of it, too faint to be read.
        painter.setPen(QApplication.palette().placeholderText().color())
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(10, 0, -10, 0), end, keys)
        painter.restore()


def _words(action: QAction) -> str:
    # Two ampersands stand for one, and one for a shortcut.
    return "&".join(part.replace("&", "") for part in action.text().split("&&"))


def _rank(letters: str, action: QAction) -> tuple[bool, bool, bool]:
    words = fold(_words(action))
    return not words.startswith(letters), letters not in words, False


def _fits(letters: str, words: str) -> bool:
    rest = iter(fold(words))
    return all(letter in rest for letter in letters if not letter.isspace())
