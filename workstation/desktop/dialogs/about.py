"""What the program is, and what is in force on this machine."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation import __version__
from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, shown
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.doctor import Examined

_WIDTH, _LINE_WIDTH = 640, 480


class AboutDialog(QDialog):
    """Shows the lines that `workstation doctor` prints; they are looked up while it is open."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Media Workstation"))
        self.setMinimumWidth(_WIDTH)
        about = plain_label(
            self.tr(
                "Articles in; actors, and how often they are named, out. Everything stays on this "
                "computer."
            )
        )
        about.setWordWrap(True)
        self.lines: list[str] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._looking = plain_label(self.tr("Looking at this machine…"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(plain_label(f"Media Workstation {__version__}", "cardName"))
        column.addWidget(about)
        column.addWidget(self._looking)
        column.addLayout(self._grid)
        column.addStretch(1)
        column.addWidget(buttons)
        desk.jobs.read(self, _examine, self._show, self._fail)

    def _show(self, found: "Examined") -> None:
        self._looking.hide()
        for row, one in enumerate(found.findings):
            words = "\n".join(map(shown, filter(None, (one.words, one.remedy))))
            label = plain_label(words)
            label.setWordWrap(True)
            label.setFixedWidth(_LINE_WIDTH)
            label.ensurePolished()
            # A layout asks a label for its height before it knows the width of its lines.
            label.setFixedHeight(label.heightForWidth(_LINE_WIDTH))
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            head = one.subject if one.state == "ok" else self._marked(one.subject, one.state)
            subject = plain_label(head)
            subject.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(subject, row, 0)
            self._grid.addWidget(label, row, 1)
            self.lines.append(f"{one.state} {one.subject}: {words}")
        self.copy.setEnabled(True)
        self.adjustSize()

    def _marked(self, subject: str, state: str) -> str:
        mark = self.tr("missing") if state == "missing" else self.tr("note")
        return f"{subject} ({isolated(mark)})"

    def _fail(self, error: BaseException) -> None:
        words = self.tr("This machine could not be looked at.")
        self._looking.setText(error.sentence if isinstance(error, WorkstationError) else words)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.lines))


def _examine() -> "Examined":
    from workstation.doctor import examine  # noqa: PLC0415 - start-up stays light

    return examine()
