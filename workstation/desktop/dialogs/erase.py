"""Erasing articles for good: what goes is told first, and their number has to be typed."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.words import number, several
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.curating.erasing import Erasure

_WIDTH: Final = 460


class EraseDialog(QDialog):
    """Shows what goes with the chosen articles; nothing happens before its button is pressed."""

    def __init__(self, desk: Desk, chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Erase for good"))
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._numbers: list[int] = []
        self.told = plain_label(self.tr("Looking what goes with them…"))
        self.told.setWordWrap(True)
        why = self.tr(
            "This cannot be undone. That an article was erased is kept, with when and by whom, but "
            "no word of it. Copies that left the library, and those that a disk or its snapshots "
            "keep by themselves, are out of its reach."
        )
        warning = plain_label(why, "caption")
        warning.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Number of articles"))
        self.line.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        erase = QDialogButtonBox.ButtonRole.DestructiveRole
        self.take = buttons.addButton(self.tr("Erase for good"), erase)
        self.take.setEnabled(False)
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._erase)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (self.told, warning, self.line, buttons):
            column.addWidget(part)
        self.line.textChanged.connect(self._look)
        desk.handwork.foresee_erasing(self, chosen, self._show, self._fail)

    def _show(self, answer: "tuple[list[int], Erasure]") -> None:
        self._numbers, erasure = answer
        self.told.setText("\n".join(self._lines(erasure)))
        hint = self.tr("Type {n} to erase for good").format(n=erasure.articles)
        self.line.setPlaceholderText(hint)
        self.line.setEnabled(True)
        self.line.setFocus()
        self.adjustSize()

    def _lines(self, gone: "Erasure") -> list[str]:
        parts = (
            (gone.articles, self.tr("1 article, its text and its index"),
             self.tr("{n} articles, their texts and their index")),
            (gone.versions, self.tr("1 former text"), self.tr("{n} former texts")),
            (gone.mentions, self.tr("1 mention"), self.tr("{n} mentions")),
            (gone.notes, self.tr("1 note"), self.tr("{n} notes")),
            (gone.decisions, self.tr("1 decision about it"), self.tr("{n} decisions about them")),
            (gone.originals, self.tr("1 original file"), self.tr("{n} original files")),
            (gone.backups, self.tr("1 backup of the library"),
             self.tr("{n} backups of the library")),
        )  # fmt: skip
        lines = [self.tr("For good will go:")]
        lines += [f"• {several(n, one, many)}" for n, one, many in parts if n]
        if gone.sharing:
            lines.append(
                several(
                    gone.sharing,
                    self.tr("1 other article came from the same files: it stays, but cannot be "
                            "read again."),
                    self.tr("{n} other articles came from the same files: they stay, but cannot "
                            "be read again."),
                )
            )  # fmt: skip
        if gone.copies:
            one = self.tr("1 other article tells the same story, and stays.")
            many = self.tr("{n} other articles tell the same story, and stay.")
            lines.append(several(gone.copies, one, many))
        return lines

    def _look(self) -> None:
        typed = self.line.text().strip()
        wanted = {str(len(self._numbers)), number(len(self._numbers))}
        self.take.setEnabled(bool(self._numbers) and typed in wanted)

    def _erase(self) -> None:
        self._desk.handwork.erase(self._numbers)
        self.accept()

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self.told.setText(error.sentence)
            return
        self.reject()
        self._desk.jobs.broke.emit(error)
