"""The first rows of a table as the articles that they would become."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from workstation.desktop.words import day, shown, tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workstation.domain.article import Draft, Published

_WIDTHS: Final = (200, 110, 110, 100)


class ColumnPreview(QTableWidget):
    """Title, outlet, date, author and text."""

    def __init__(self) -> None:
        super().__init__(0, 5)
        self.setObjectName("plain")
        self.setAccessibleName(self.tr("The first rows as articles"))
        names = (self.tr("Title"), self.tr("Outlet"), self.tr("Date"), self.tr("Author"))
        self.setHorizontalHeaderLabels([*names, self.tr("Text")])
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_drafts(self, drafts: "Sequence[Draft | None]") -> None:
        """Shows them, one a row."""
        self.clearSpans()
        self.setRowCount(len(drafts))
        for row, draft in enumerate(drafts):
            self._show(row, draft)

    def _show(self, row: int, draft: "Draft | None") -> None:
        if draft is None:
            nothing = self.tr("This row has neither a title nor a text, and is left out.")
            cells = [(nothing, True), *[("", True)] * len(_WIDTHS)]
            self.setSpan(row, 0, 1, self.columnCount())
        else:
            cells = [
                (draft.title, draft.title_derived),
                (draft.outlet, False),
                self._when(draft.published),
                (draft.author, False),
                (draft.text.replace("\n\n", " "), False),
            ]
        faint = self.palette().color(QPalette.ColorRole.PlaceholderText)
        for column, (words, is_faint) in enumerate(cells):
            item = QTableWidgetItem(shown(words))
            item.setToolTip(tip(words))
            if is_faint:
                item.setForeground(faint)
            self.setItem(row, column, item)

    def _when(self, published: "Published | None") -> tuple[str, bool]:
        if published is None:
            return self.tr("undated"), True
        if published.instant is not None:
            return f"{day(published.instant.date())}, {published.instant:%H:%M} UTC", False
        return (day(published.day) if published.day is not None else ""), False
