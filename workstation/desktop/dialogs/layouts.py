"""Saving a layout under a name, and the list in which layouts are renamed and deleted."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop import layouts
from workstation.desktop.layouts import Layout
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, shown

_WIDTH: Final = 400
_SIZE: Final = (420, 360)
_NAME: Final = Qt.ItemDataRole.UserRole


class SaveLayoutDialog(QDialog):
    """Asks how a layout shall be called."""

    def __init__(self, save: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save the layout"))
        self.setMinimumWidth(_WIDTH)
        self._taken = set(layouts.named())
        about = plain_label(
            self.tr("Where the panes stand is saved, in the other window too, for all libraries.")
        )
        about.setWordWrap(True)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the layout"))
        self.note = plain_label(" ", "caption")
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for widget in (about, self.name, self.note, buttons):
            column.addWidget(widget)
        self.name.textChanged.connect(self._look)
        self.accepted.connect(lambda: save(layouts.clean(self.name.text())))
        self._look()

    def _look(self) -> None:
        name = layouts.clean(self.name.text())
        self.take.setEnabled(bool(name))
        there = self.tr("{name} is there already, and will be replaced.")
        self.note.setText(there.format(name=isolated(name)) if name in self._taken else " ")


class LayoutsDialog(QDialog):
    """Lists the layouts that were saved; a name is changed where it stands."""

    def __init__(
        self,
        choose: Callable[[Layout], None],
        deleted: Callable[[str, Layout], None],
        parent: QWidget,
    ) -> None:
        """`deleted` is told what was deleted, so that it can be brought back."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Saved layouts"))
        self.resize(*_SIZE)
        self._choose = choose
        self._deleted = deleted
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Saved layouts"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._empty = plain_label(self.tr("No layout is saved yet."), "caption")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons = []
        for words, act in (
            (self.tr("Use"), self.use),
            (self.tr("Rename"), self.rename),
            (self.tr("Delete"), self.delete),
        ):
            button = QPushButton(words)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(act)
            self._buttons.append(button)
        buttons.rejected.connect(self.reject)
        for key, act in ((Qt.Key.Key_F2, self.rename), (Qt.Key.Key_Delete, self.delete)):
            QShortcut(QKeySequence(key), self.list, act)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for widget in (self.list, self._empty, buttons):
            column.addWidget(widget)
        self.list.itemDoubleClicked.connect(self.use)
        self.list.itemDelegate().commitData.connect(self._renamed)
        self._fill()

    def use(self) -> None:
        """Lets the panes stand as the chosen layout says."""
        layout = layouts.named().get(self._name)
        if layout is not None:
            self._choose(layout)

    def rename(self) -> None:
        """Lets the chosen name be typed anew."""
        if self._name:
            self.list.editItem(self.list.currentItem())

    def delete(self) -> None:
        """Deletes the chosen layout."""
        name = self._name
        gone = layouts.delete(name)
        if gone is not None:
            self._deleted(name, gone)
        self._fill()

    @property
    def _name(self) -> str:
        there = self.list.currentRow() >= 0
        return str(self.list.currentItem().data(_NAME)) if there else ""

    def _renamed(self, editor: QWidget) -> None:
        if isinstance(editor, QLineEdit):
            layouts.rename(self._name, layouts.clean(editor.text()))
            self._fill()

    def _fill(self) -> None:
        at = max(0, self.list.currentRow())
        self.list.clear()
        for name in sorted(layouts.named(), key=str.casefold):
            row = QListWidgetItem(shown(name))
            row.setData(_NAME, name)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(row)
        self.list.setCurrentRow(min(at, self.list.count() - 1))
        self._empty.setVisible(not self.list.count())
        for button in self._buttons:
            button.setEnabled(bool(self.list.count()))
