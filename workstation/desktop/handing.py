"""Rows of a table for other programs: dragged out, or copied with the keyboard."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QTableView
from typing_extensions import override

TSV: Final = "text/tab-separated-values"
# Numbers stay what they are; some spreadsheets read the wide signs, too.
_FORMULA: Final = re.compile(r" ?'*(?:[=@＝＠＋－]|[+-](?![\d.,]*$))")
_SPACES: Final = re.compile(r"\s+")

_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsDragEnabled
)

Index = QModelIndex | QPersistentModelIndex


class HandedRows(QAbstractTableModel):
    """A table whose rows can be dragged out as tab-separated words, below their headings."""

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return ["text/plain", TSV]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return as_mime(self.words_of({index.row() for index in indexes}))

    def words_of(self, rows: Iterable[int]) -> str:
        """Some rows in their order as tab-separated words."""
        across, display = Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole
        columns = range(self.columnCount())
        heads = [self.headerData(column, across, display) for column in columns]
        lines = [[self.index(row, c).data(display) for c in columns] for row in sorted(rows)]
        # A column that is only drawn has no words.
        told = [c for c in columns if any(line[c] not in (None, "") for line in lines)]
        return in_rows([line[c] for c in told] for line in (heads, *lines))


def hand_out(table: QTableView) -> None:
    """Lets a table's rows be dragged out, and be copied with the key for it."""
    table.setDragEnabled(True)
    table.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), table)
    copy.setContext(Qt.ShortcutContext.WidgetShortcut)
    copy.activated.connect(lambda: _copy(table))


def in_rows(lines: Iterable[Iterable[object]]) -> str:
    """Lines of cells as tab-separated words, none of which a spreadsheet carries out."""
    return "\n".join("\t".join(map(_cell, line)) for line in lines)


def as_mime(words: str) -> QMimeData:
    """Tab-separated words for a clipboard or a drag."""
    mime = QMimeData()
    mime.setText(words)
    mime.setData(TSV, words.encode())
    return mime


def _copy(table: QTableView) -> None:
    rows, model = {index.row() for index in table.selectedIndexes()}, table.model()
    if rows and isinstance(model, HandedRows):
        QGuiApplication.clipboard().setMimeData(as_mime(model.words_of(rows)))


def _cell(value: object) -> str:
    words = "" if value is None else _SPACES.sub(" ", str(value))
    # A spreadsheet would take it for a formula, and carry it out.
    return f"'{words}" if _FORMULA.match(words) else words
