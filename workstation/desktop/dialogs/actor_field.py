"""Choosing an actor by typing a part of a name."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from workstation.desktop.words import isolated, kind_name, number, shown
from workstation.domain.actor import Actor
from workstation.domain.names import fold

_SHOWN = 60


class ActorField(QWidget):
    """A line to type in, and below it the actors that fit: those whose names begin so first."""

    def __init__(self, *, makes: bool = False) -> None:
        """A field; one that `makes` offers a new actor of what is typed, after all others."""
        super().__init__()
        self._makes = makes
        self._actors: list[tuple[Actor, tuple[str, ...]]] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Part of a name"))
        self.line.setAccessibleName(self.tr("Part of a name"))
        self.line.textChanged.connect(self._list_fitting)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Actors that fit"))
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.line)

    def offer(self, actors: list[Actor], *, without: str, chosen: str = "") -> None:
        """Offers actors to choose from; one may be chosen to begin with."""
        self._actors = [
            (actor, tuple(fold(name) for name in (actor.name, *actor.aliases)))
            for actor in actors
            if actor.id != without
        ]
        self._list_fitting()
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == chosen:
                self.list.setCurrentRow(row)

    @property
    def chosen(self) -> str:
        """The identifier of the actor that is chosen, or ""."""
        if self.list.currentRow() < 0:
            return ""
        return str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    @property
    def new_name(self) -> str:
        """The name of the new actor, if that is chosen, or ""."""
        name = self.line.text().strip()
        return name if self._makes and self.list.currentRow() >= 0 and not self.chosen else ""

    def _list_fitting(self) -> None:
        words = fold(self.line.text())
        fitting = _fitting(self._actors, words)
        self.list.clear()
        for actor in fitting[:_SHOWN]:
            line = f"{shown(actor.name)}  ·  {kind_name(actor.kind)}  ·  {number(actor.mentions)}"
            row = QListWidgetItem(line)
            row.setData(Qt.ItemDataRole.UserRole, actor.id)
            self.list.addItem(row)
        if self._makes and words:
            made = self.tr("New actor “{name}”").format(name=isolated(self.line.text().strip()))
            row = QListWidgetItem(made)
            row.setData(Qt.ItemDataRole.UserRole, "")
            self.list.addItem(row)
        if words and self.list.count():
            self.list.setCurrentRow(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        pressed = event.type() == QEvent.Type.KeyPress
        step = steps.get(Qt.Key(event.key())) if pressed and isinstance(event, QKeyEvent) else None
        if step is not None and self.list.count():
            row = self.list.currentRow() + step
            self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))
            return True
        return super().eventFilter(watched, event)


def _fitting(actors: list[tuple[Actor, tuple[str, ...]]], words: str) -> list[Actor]:
    """Those with the words in a name; a whole name, then beginnings, then later words lead."""

    def distance(names: tuple[str, ...]) -> int:
        if words in names:
            return 0
        if any(name.startswith(words) for name in names):
            return 1
        return 2 if any(f" {words}" in name for name in names) else 3

    fitting = [(a, names) for a, names in actors if any(words in name for name in names)]
    # The order of equals stays: most mentioned first.
    return [actor for actor, names in sorted(fitting, key=lambda found: distance(found[1]))]
