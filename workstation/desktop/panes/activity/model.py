"""What became of every file offered, as rows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workstation.desktop.theme import Theme
from workstation.desktop.words import number, shown
from workstation.domain.ledger import Entry

ENTRY: Final = Qt.ItemDataRole.UserRole
ROWS: Final = 1_000
"""Rows of the ledger that are shown, newest first: older ones are for `workstation ledger`."""
Index = QModelIndex | QPersistentModelIndex


class LedgerRows(QAbstractTableModel):
    """File, verdict, articles, and what there is to say about it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: Sequence[Entry] = ()

    def take(self, entries: Sequence[Entry]) -> None:
        """Takes other rows."""
        same = len(entries) == len(self._entries)
        if not same:
            self.beginResetModel()
        self._entries = entries
        if not same:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 3))

    def entry(self, row: int) -> Entry | None:
        """The entry of a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (self.tr("file"), self.tr("verdict"), self.tr("articles"), self.tr("notes"))
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.ForegroundRole:
            troubled = index.column() == 1 and entry.verdict in {"refused", "partly"}
            return self._theme.colour("problem" if troubled else "text")
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return (
            shown(_name(entry.file)),
            self._verdict(entry),
            number(len(entry.articles)) if entry.articles else "",
            shown(entry.message),
        )[index.column()]

    def _verdict(self, entry: Entry) -> str:
        return {
            "imported": self.tr("imported"),
            "partly": self.tr("partly"),
            "duplicate": self.tr("duplicate"),
            "refused": self.tr("refused"),
            None: self.tr("reading…"),
        }[entry.verdict]


def _name(file: str) -> str:
    """The name of a file without its folders; an address stays whole."""
    return file if "://" in file else file.replace("\\", "/").rsplit("/", 1)[-1]
