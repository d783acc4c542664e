"""Looking for words inside the article that is open."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton
from typing_extensions import override

from workstation.desktop.pane import Field, Figure
from workstation.desktop.panes.reader.paper import Paper
from workstation.desktop.theme import Theme
from workstation.desktop.words import number


class FindBar(QFrame):
    """A line for the words, the hits counted, and steps from one to the next."""

    moved = Signal()
    """Other words are marked, or another of them is looked at."""

    def __init__(self, paper: Paper, theme: Theme) -> None:
        super().__init__()
        self._paper = paper
        self.setObjectName("findBar")
        self._line = Field()
        self._line.setPlaceholderText(self.tr("Find in this article"))
        self._line.setAccessibleName(self.tr("Find in this article"))
        self._line.setClearButtonEnabled(True)
        self._line.textChanged.connect(self._look)
        self._count = Figure()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._line, 1)
        row.addWidget(self._count)
        self._buttons = {
            "up": (self.tr("Previous"), lambda: self._step(-1)),
            "down": (self.tr("Next"), lambda: self._step(1)),
            "close": (self.tr("Close"), self.leave),
        }
        for icon, (words, act) in self._buttons.items():
            button = QToolButton()
            button.setObjectName("flat")
            button.setIcon(theme.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(act)
            row.addWidget(button)
        paper.turned.connect(self._look_again)
        self.hide()

    def enter(self) -> None:
        """Opens the bar, with the selected words where there are some."""
        chosen = self._paper.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self._line.setText(chosen)
        self.show()
        self._line.setFocus()
        self._line.selectAll()
        self._look()

    def leave(self) -> None:
        """Closes the bar and takes its marks away."""
        self.hide()
        self._paper.page.hunted = []
        self._paper.page.hunted_at = -1
        self._paper.viewport().update()
        self._paper.setFocus()
        self.moved.emit()

    def _look_again(self) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        words, page = self._line.text().strip(), self._paper.page
        pattern = re.compile(re.escape(words), re.IGNORECASE) if words else None
        placement = self._paper.placement
        page.hunted = placement.find(pattern) if placement and pattern else []
        page.hunted_at = -1
        if page.hunted:
            self._step(1)
        else:
            self._tell()

    def _step(self, by: int) -> None:
        page = self._paper.page
        if page.hunted:
            page.hunted_at = (page.hunted_at + by) % len(page.hunted)
            at = page.hunted[page.hunted_at]
            self._paper.reveal(at.start, at.end)
        self._tell()

    def _tell(self) -> None:
        page = self._paper.page
        if page.hunted:
            told = self.tr("{n} of {all}").format(
                n=number(page.hunted_at + 1), all=number(len(page.hunted))
            )
        else:
            told = self.tr("Nothing found") if self._line.text().strip() else ""
        self._count.setText(told)
        self._paper.viewport().update()
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if back else 1)
        else:
            super().keyPressEvent(event)
