"""All keys: those of the commands by their menus, and those of the panes."""

from collections.abc import Iterable, Iterator
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.pane_keys import pane_keys, written
from workstation.desktop.theme import sans
from workstation.domain.names import fold

_SIZE: Final = (640, 600)


class ShortcutsDialog(QDialog):
    """Lists what can be done, with its keys; a few letters narrow the list."""

    def __init__(self, bar: QMenuBar, panes: dict[str, str], parent: QWidget) -> None:
        """`panes` are the names of panes as their tabs show them."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("A command, or a key such as Ctrl+D"))
        self.line.setAccessibleName(self.tr("Narrow the keys"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._narrow)
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.tree.setAccessibleName(self.tr("Commands and their keys"))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._parts = [self._part(*section) for section in self._sections(bar, panes)]
        self.tree.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(self.tr("Copy"))
        copy.setToolTip(self.tr("Copies the list as lines of text, to be printed"))
        copy.clicked.connect(self._copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        for button in buttons.buttons():
            # Enter in the field is no wish to close.
            cast("QPushButton", button).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        for part in (self.line, self.tree, buttons):
            column.addWidget(part)
        self.resize(*_SIZE)
        self.line.setFocus()

    def text(self) -> str:
        """The list as lines: a heading, and below it each command, a tab, and its keys."""
        lines = []
        for section, rows in self._parts:
            if not section.isHidden():
                lines.append(section.text(0))
                lines += [f"{r.text(0)}\t{r.text(1)}" for r in rows if not r.isHidden()]
        return "\n".join(lines)

    def _sections(
        self, bar: QMenuBar, panes: dict[str, str]
    ) -> Iterable[tuple[str, list[tuple[str, str]]]]:
        for action in bar.actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                yield _words(action), [(_words(a), _keys(a)) for a in _commands(menu)]
        for name, keys in pane_keys().items():
            heading = self.tr("In the pane {name}").format(name=panes.get(name, name))
            yield heading, [(one.words, written(one.keys)) for one in keys]

    def _part(
        self, heading: str, rows: list[tuple[str, str]]
    ) -> tuple[QTreeWidgetItem, list[QTreeWidgetItem]]:
        section = QTreeWidgetItem(self.tree, [heading])
        section.setFirstColumnSpanned(True)
        section.setFont(0, sans(strong=True))
        section.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return section, [QTreeWidgetItem(section, [words, keys]) for words, keys in rows]

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed).split()
        for section, rows in self._parts:
            for row in rows:
                told = fold(f"{section.text(0)} {row.text(0)} {row.text(1)}")
                row.setHidden(not all(word in told for word in wanted))
            section.setHidden(all(row.isHidden() for row in rows))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


def _commands(menu: QMenu) -> Iterator[QAction]:
    """The commands of a menu and of the menus in it; what they list beside those has no name."""
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            yield from _commands(inside)
        elif action.objectName():
            yield action


def _words(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(keys.toString(native) for keys in action.shortcuts())
