"""What merging a file of decisions would do, before it is done."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.trouble import Trouble
from workstation.desktop.words import isolated, number, shown
from workstation.errors import WorkstationError
from workstation.limits import LIST_ROWS

if TYPE_CHECKING:
    from workstation.curating.adopting import Adoption
    from workstation.curating.conflicts import Told

_WIDTH: Final = 520
_LIST_HEIGHT: Final = 110


class MergeDecisionsDialog(QDialog):
    """Shows what would come; nothing is changed before its button is pressed."""

    def __init__(
        self, desk: Desk, path: Path, merge: Callable[[Path], None], parent: QWidget
    ) -> None:
        """`merge` is called with the file, if the user wants it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge decisions"))
        self.setMinimumWidth(_WIDTH)
        self._about = plain_label(self.tr("Reading {name} …").format(name=isolated(path.name)))
        self._about.setWordWrap(True)
        self._trouble = Trouble()
        self._counts = QGridLayout()
        self._counts.setHorizontalSpacing(16)
        self._counts.setVerticalSpacing(4)
        self._counts.setColumnStretch(1, 1)
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Conflicts and refused lines"))
        self._list.setMinimumHeight(_LIST_HEIGHT)
        self._list.hide()
        self._after = plain_label("", "caption")
        self._after.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._take = buttons.addButton(self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setDefault(True)
        self._take.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addLayout(self._counts)
        column.addWidget(self._list, 1)
        column.addWidget(self._trouble)
        column.addWidget(self._after)
        column.addWidget(buttons)
        self.accepted.connect(lambda: merge(path))
        self._ask(desk, path)

    def _ask(self, desk: Desk, path: Path) -> None:
        from workstation.curating import adopting  # noqa: PLC0415 - start-up stays light

        library = desk.library
        if library is not None:
            broke = desk.jobs.broke.emit
            desk.jobs.read(
                self,
                lambda: adopting.preview(library, path),
                self._show,
                lambda error: self._fail(error, broke),
            )

    def _show(self, adoption: "Adoption") -> None:
        about = self.tr("From the library {name}, exported by {who}.")
        self._about.setText(
            about.format(name=isolated(adoption.library), who=isolated(adoption.by))
        )
        for row, (words, count) in enumerate(
            (
                (self.tr("New"), adoption.new),
                (self.tr("Here already"), adoption.known),
                (self.tr("Waiting for their articles"), adoption.waiting),
                (self.tr("Decided differently"), len(adoption.conflicts)),
                (self.tr("Refused"), len(adoption.refused)),
            )
        ):
            figure = plain_label(number(count))
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._counts.addWidget(figure, row, 0)
            self._counts.addWidget(plain_label(words), row, 1)
        lines = [self._line(told) for told in adoption.conflicts]
        lines += [f"{self._line(told)} {self.tr('It is left out.')}" for told in adoption.refused]
        self._list.addItems(lines[:LIST_ROWS])
        self._list.setVisible(bool(lines))
        self._after.setText(
            self.tr("One undo takes all of it back.")
            if adoption.new
            else self.tr("Nothing is new.")
        )
        self._take.setEnabled(adoption.new > 0)
        # A button that could not be pressed at first has lost its place as the first choice.
        self._take.setDefault(adoption.new > 0)
        self._take.setFocus()
        self.adjustSize()

    def _line(self, told: "Told") -> str:
        if not told.line:
            return shown(told.words)
        words = self.tr("Line {n}: {words}")
        return words.format(n=number(told.line), words=isolated(told.words))

    def _fail(self, error: BaseException, broke: Callable[[BaseException], None]) -> None:
        if not isinstance(error, WorkstationError):
            self.reject()
            broke(error)
            return
        self._about.hide()
        self._trouble.say(error.sentence)
