"""The table of what would become of each article's date."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from workstation.desktop.words import day, shown
from workstation.limits import LIST_ROWS

if TYPE_CHECKING:
    from workstation.domain.article import Published
    from workstation.importing.redating import Fix, Proposal

_WIDTHS: Final = (180, 300)


class DatePreview(QTableWidget):
    """Article, the date that was found, and the one it gets or why it gets none."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setObjectName("plain")
        self.setAccessibleName(self.tr("What becomes of the dates"))
        self.setHorizontalHeaderLabels([self.tr("Article"), self.tr("Now"), self.tr("New")])
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS, 1):
            self.setColumnWidth(column, width)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_proposal(self, proposal: "Proposal") -> None:
        """Shows the first rows of a proposal: those that change come first."""
        fixes = (*proposal.fixes, *proposal.left)
        self.setRowCount(min(len(fixes), LIST_ROWS))
        for row, fix in enumerate(fixes[:LIST_ROWS]):
            self._show_fix(row, fix)

    def clear(self) -> None:
        """Shows nothing."""
        self.setRowCount(0)

    def _show_fix(self, row: int, fix: "Fix") -> None:
        new = self._when(fix.published) if fix.published else shown(fix.why)
        words = (shown(fix.article.title), self._now(fix), new)
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setToolTip(text if column else shown(fix.article.file))
            if fix.published is None:
                faint = self.palette().color(QPalette.ColorRole.PlaceholderText)
                item.setForeground(faint)
            self.setItem(row, column, item)

    def _now(self, fix: "Fix") -> str:
        known = fix.article.published
        if known is None:
            return self.tr("undated")
        return f"{self._when(known)} ({shown(known.source)})"

    def _when(self, published: "Published") -> str:
        if published.instant is not None:
            return f"{day(published.instant.date())}, {published.instant:%H:%M} UTC"
        return day(published.day) if published.day is not None else ""
