"""The saved searches as a menu, and as commands of the palette."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workstation.desktop.actions import Actions
from workstation.desktop.saved import Saved
from workstation.desktop.words import number, shown, tr
from workstation.domain.search import Search


class SearchMenu(QMenu):
    """Lists the searches, a watchlist as a menu of its own, with what is new in each."""

    def __init__(self, saved: Saved, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._saved = saved
        self._actions = actions
        self.setAccessibleName(self.tr("Saved searches"))
        self.aboutToShow.connect(self._list)
        saved.changed.connect(self._list)

    def _list(self) -> None:
        self.clear()
        self.addAction(self._actions["save-search"])
        self.addSeparator()
        for group, searches in self._saved.groups().items():
            menu: QMenu = self
            if group:
                menu = self.addMenu(_counted(group, sum(one.new for one in searches)))
            for action in opening(self._saved, searches, menu):
                menu.addAction(action)
        if not self._saved.searches:
            self.addAction(self.tr("No search is saved yet")).setEnabled(False)
        self.addSeparator()
        self.addAction(self._actions["searches"])
        self.addAction(self._actions["import-watchlist"])
        self.addAction(self._actions["forget-searches"])


def opening(
    saved: Saved, searches: Sequence[Search], parent: QObject | None = None, words: str = ""
) -> list[QAction]:
    """An action for each search that opens it; `words` say so, with its name and its group."""
    made = []
    for search in searches:
        name = words.format(name=search.address) if words else search.name
        action = QAction(_counted(name, search.new), parent)
        action.triggered.connect(partial(saved.open, search))
        made.append(action)
    return made


def _counted(name: str, new: int) -> str:
    # An ampersand would make the next letter a shortcut.
    words = shown(name).replace("&", "&&")
    if not new:
        return words
    return tr("SearchMenu", "{name}  ({n} new)").format(name=words, n=number(new))
