"""Saving a search under a name, and the list in which searches are renamed and deleted."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.pane import plain_label
from workstation.desktop.saved import Saved
from workstation.desktop.tables import fill, strengthen, table_of
from workstation.desktop.words import isolated, number, shown
from workstation.domain.search import Search

_SIZE: Final = (640, 460)
_WIDTH: Final = 420
_NAME, _GROUP, _NEW, _ARTICLES = range(4)
_NUMBERS: Final = (_NEW, _ARTICLES)


class SaveSearchDialog(QDialog):
    """Asks how a search shall be called."""

    def __init__(self, saved: Saved, words: str, parent: QWidget) -> None:
        """`words` are offered as its name."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save this search"))
        self.setMinimumWidth(_WIDTH)
        self._taken = {search.name for search in saved.searches if not search.group}
        about = plain_label(
            self.tr("The words and the chips are saved with the library, and what is new is told.")
        )
        about.setWordWrap(True)
        self.name = QLineEdit(shown(words))
        self.name.setAccessibleName(self.tr("Name of the search"))
        self.name.selectAll()
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
        self.accepted.connect(lambda: saved.save(self.name.text()))
        self._look()

    def _look(self) -> None:
        name = self.name.text().strip()
        self.take.setEnabled(bool(name))
        there = self.tr("{name} is there already, and will be replaced.")
        self.note.setText(there.format(name=isolated(name)) if name in self._taken else " ")


class SavedSearchesDialog(QDialog):
    """Lists every search with what is new in it; a name is changed where it stands."""

    def __init__(self, saved: Saved, *, writing: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Saved searches"))
        self.resize(*_SIZE)
        self._saved = saved
        self._writing = writing
        self.table = table_of(
            self.tr("Saved searches"),
            self.tr("Search"),
            self.tr("Watchlist"),
            self.tr("New"),
            self.tr("Articles"),
            wide=_NAME,
            right=_NUMBERS,
        )
        self._empty = plain_label(self.tr("No search is saved yet."), "caption")
        self.open_it = QPushButton(self.tr("Open"))
        self.rename = QPushButton(self.tr("Rename"))
        self.delete = QPushButton(self.tr("Delete"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button, act in (
            (self.open_it, self._open),
            (self.rename, self._rename),
            (self.delete, self._delete),
        ):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(act)
        buttons.rejected.connect(self.reject)
        for key, act in ((Qt.Key.Key_F2, self._rename), (Qt.Key.Key_Delete, self._delete)):
            QShortcut(QKeySequence(key), self.table, act)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty)
        column.addWidget(buttons)
        self.table.currentCellChanged.connect(lambda *_: self._choose())
        self.table.cellActivated.connect(lambda *_: self._open())
        self.table.itemDelegate().commitData.connect(self._renamed)
        saved.changed.connect(self._list)
        self._list()

    @property
    def chosen(self) -> Search | None:
        """The search that is selected."""
        row = self.table.currentRow()
        return self._saved.searches[row] if 0 <= row < len(self._saved.searches) else None

    def _list(self) -> None:
        searches = self._saved.searches
        row = max(0, self.table.currentRow())
        fill(
            self.table,
            [
                (
                    shown(one.name),
                    shown(one.group),
                    number(one.new) if one.new else "",
                    number(one.articles),
                )
                for one in searches
            ],
            right=_NUMBERS,
        )
        for at, one in enumerate(searches):
            if one.new:
                strengthen(self.table, at, (_NAME, _NEW))
        self.table.setCurrentCell(min(row, len(searches) - 1), _NAME)
        self._empty.setVisible(not searches)
        self._choose()

    def _choose(self) -> None:
        there = self.chosen is not None
        self.open_it.setEnabled(there)
        for button in (self.rename, self.delete):
            button.setEnabled(there and self._writing)

    def _open(self) -> None:
        search = self.chosen
        editing = self.table.state() == QAbstractItemView.State.EditingState
        if search is not None and not editing:
            self._saved.open(search)
            self.accept()

    def _rename(self) -> None:
        cell = self.table.item(self.table.currentRow(), _NAME)
        if cell is not None and self._writing:
            self.table.editItem(cell)

    def _renamed(self, editor: QWidget) -> None:
        search = self.chosen
        name = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        if search is not None and name not in ("", shown(search.name)):
            self._saved.rename(search, name)

    def _delete(self) -> None:
        search = self.chosen
        if search is not None and self._writing:
            self._saved.delete(search)
