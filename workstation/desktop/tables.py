"""Short tables of words, as dialogs show them."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | _MIDDLE


def table_of(name: str, *heads: str, wide: int, right: Collection[int] = ()) -> QTableWidget:
    """An empty table in which rows are chosen; one column is `wide`, some are set to the right."""
    table = QTableWidget(0, len(heads))
    table.setObjectName("plain")
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | _MIDDLE)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
    for column, words in enumerate(heads):
        head = QTableWidgetItem(words)
        if column in right:
            head.setTextAlignment(_RIGHT)
        table.setHorizontalHeaderItem(column, head)
    return table


def fill(
    table: QTableWidget, rows: Sequence[Sequence[str]], *, right: Collection[int] = ()
) -> None:
    """Puts rows of words in place of those that stand in a table."""
    table.setRowCount(len(rows))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            cell = QTableWidgetItem(words)
            if column in right:
                cell.setTextAlignment(_RIGHT)
            table.setItem(at, column, cell)


def strengthen(table: QTableWidget, row: int, columns: Collection[int]) -> None:
    """Sets some cells of a row in a stronger weight."""
    font = table.font()
    font.setWeight(QFont.Weight.DemiBold)
    for column in columns:
        cell = table.item(row, column)
        if cell is not None:
            cell.setFont(font)
