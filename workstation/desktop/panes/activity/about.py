"""What there is to say and to do about the rows that are chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop import sentences
from workstation.desktop.pane import plain_label
from workstation.desktop.panes.activity.model import name_of, verdict_words
from workstation.desktop.words import number, shown
from workstation.domain.ledger import STOPPED, Entry

_WIDTH = 330
_TABLES = frozenset(("table", "json", "workbook"))


class About(QWidget):
    """A column beside the list: the words of a row, and its commands."""

    open_asked = Signal(object)
    """An entry whose articles are to be shown."""
    again_asked = Signal(object)
    """Entries to be read again as they were."""
    otherwise_asked = Signal(object)
    """An entry to be read again in another way."""
    columns_asked = Signal(object)
    """An entry of a table whose columns are to be looked at."""
    dismiss_asked = Signal(object)
    folder_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Sequence[Entry] = ()
        self._writing = True
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("About the chosen file"))
        self.words = plain_label("", "about")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        room = QScrollArea()
        room.setObjectName("clear")
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidget(self.words)
        self.commands = {
            name: self._made(words, act)
            for name, words, act in (
                ("open", self.tr("Show the articles"), self._open),
                ("again", self.tr("Read again"), self._again),
                ("otherwise", self.tr("Read again as…"), self._otherwise),
                ("columns", self.tr("Columns…"), self._columns),
                ("dismiss", self.tr("Dismiss"), self._dismiss),
                ("folder", self.tr("Show the original"), self._folder),
                ("copy", self.tr("Save the original as…"), self._copy),
            )
        }
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, action in enumerate(self.commands.values()):
            grid.addWidget(_button(action), *divmod(place, 2))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(room, 1)
        column.addLayout(grid)
        self.show_entries((), writing=True)

    def show_entries(self, entries: Sequence[Entry], *, writing: bool) -> None:
        """Says what there is to say of rows, and offers what can be done about them."""
        self._chosen = entries
        if len(entries) == 1:
            self.words.setText(_told(entries[0]))
        else:
            told = self.tr("{n} files are chosen.").format(n=number(len(entries)))
            self.words.setText(told if entries else self.tr("Choose a file to see more of it."))
        closed = [entry for entry in entries if entry.verdict is not None]
        kept = len(entries) == 1 and bool(entries[0].sha256)
        possible = {
            "open": any(entry.articles for entry in entries),
            "again": writing and bool(self._readable()),
            "otherwise": writing and kept and bool(closed),
            "columns": writing and kept and any(map(_is_table, closed)),
            "dismiss": writing and any(map(_can_be_dismissed, entries)),
            "folder": kept,
            "copy": kept,
        }
        for name, action in self.commands.items():
            action.setEnabled(possible[name])

    def menu(self, parent: QWidget) -> QMenu:
        """The same commands for a right click."""
        made = QMenu(parent)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, action in self.commands.items():
            if name in {"again", "folder"}:
                made.addSeparator()
            made.addAction(action)
        return made

    def _readable(self) -> list[Entry]:
        return [e for e in self._chosen if e.verdict is not None and (e.sha256 or e.waiting)]

    def _open(self) -> None:
        self.open_asked.emit(self._chosen)

    def _again(self) -> None:
        self.again_asked.emit(self._readable())

    def _otherwise(self) -> None:
        self.otherwise_asked.emit(self._chosen[0])

    def _columns(self) -> None:
        self.columns_asked.emit(self._chosen[0])

    def _dismiss(self) -> None:
        self.dismiss_asked.emit(list(filter(_can_be_dismissed, self._chosen)))

    def _folder(self) -> None:
        self.folder_asked.emit(self._chosen[0])

    def _copy(self) -> None:
        self.copy_asked.emit(self._chosen[0])

    def _made(self, words: str, act: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda _checked=False: act())
        return action


def _button(action: QAction) -> QPushButton:
    button = QPushButton(action.text())
    button.setObjectName("small")
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def _is_table(entry: Entry) -> bool:
    return entry.reader.partition(" ")[0] in _TABLES


def _can_be_dismissed(entry: Entry) -> bool:
    return entry.needs_you or entry.code == STOPPED


def _told(entry: Entry) -> str:
    words = sentences.outcome(entry.message) or verdict_words(entry)
    lines = (name_of(entry.file), words, *entry.details.split("\n"))
    return "\n".join(shown(line) for line in lines if line)
