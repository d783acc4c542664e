"""Another name for a label; that of another one puts the two together."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, several
from workstation.domain.names import fold
from workstation.limits import LABEL_CHARACTERS

if TYPE_CHECKING:
    from workstation.library.library import Reading

_WIDTH: Final = 420


class LabelNameDialog(QDialog):
    """Asks for the name, and says when a label is called so already."""

    def __init__(self, desk: Desk, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rename the label"))
        self.setMinimumWidth(_WIDTH)
        self._label = label
        self._known: dict[str, int] = {}
        about = plain_label(self.tr("“{label}” is to be called").format(label=isolated(label)))
        self.line = QLineEdit(label)
        self.line.setMaxLength(LABEL_CHARACTERS)
        self.line.setAccessibleName(self.tr("Name"))
        self.line.selectAll()
        self._told = plain_label(" ", "caption")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(self.tr("Rename"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (about, self.line, self._told, buttons):
            column.addWidget(part)
        self.line.textChanged.connect(self._look)
        self.accepted.connect(lambda: desk.noting.rename_label(label, self.line.text().strip()))
        self._look()
        desk.ask(self, _labels, self._show)

    def _show(self, labels: dict[str, int]) -> None:
        self._known = {fold(label): n for label, n in labels.items()}
        self._look()

    def _look(self) -> None:
        typed = self.line.text().strip()
        self.take.setEnabled(any(map(str.isalnum, typed)) and typed != self._label)
        there = 0 if fold(typed) == fold(self._label) else self._known.get(fold(typed), 0)
        one = self.tr("1 article is called so already: both become one label.")
        many = self.tr("{n} articles are called so already: both become one label.")
        self._told.setText(several(there, one, many) if there else " ")


def _labels(reading: "Reading") -> dict[str, int]:
    from workstation.library import annotated  # noqa: PLC0415 - start-up stays light

    return annotated.labels(reading)
