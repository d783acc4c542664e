"""What a report shall say, and where it goes."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.pane import plain_label
from workstation.desktop.tally import Tally
from workstation.desktop.words import number

Depth = Literal["full", "list", "none"]
_DEPTHS: Final[tuple[Depth, ...]] = ("full", "list", "none")


class ReportDialog(QDialog):
    """Asks for a title, how the articles are shown, and a file."""

    def __init__(
        self, tally: Tally, write: Callable[[Path, str, Depth], None], parent: QWidget
    ) -> None:
        """`write` is called with the file, the title, and "full", "list" or "none"."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report"))
        self.setMinimumWidth(480)
        self._write = write
        words = self.tr("A PDF about the {n} articles of the selection.")
        about = plain_label(words.format(n=number(tally.count)))
        self._title = QLineEdit(self.tr("Media report"))
        self._depth = QComboBox()
        for depth, name in zip(_DEPTHS, self._depths(), strict=True):
            self._depth.addItem(name, depth)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents) or str(Path.home())
        self._file = QLineEdit(str(Path(folder) / self.tr("report.pdf")))
        browse = QPushButton(self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self._file, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Title"), self._title)
        form.addRow(self.tr("Articles"), self._depth)
        form.addRow(self.tr("File"), row)
        self._title.setAccessibleName(self.tr("Title"))
        self._depth.setAccessibleName(self.tr("Articles"))
        self._file.setAccessibleName(self.tr("File"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(self.tr("Write"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(buttons)
        self.accepted.connect(self._go)

    def _depths(self) -> tuple[str, str, str]:
        return (
            self.tr("in full, with their mentions marked"),
            self.tr("as a list"),
            self.tr("not at all"),
        )

    def _browse(self) -> None:
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the report to"), self._file.text(), self.tr("PDF (*.pdf)")
        )
        if file:
            self._file.setText(file)

    def _go(self) -> None:
        target = Path(self._file.text().strip()).expanduser()
        if target.suffix.casefold() != ".pdf":
            target = target.with_name(f"{target.name}.pdf")
        self._write(target, self._title.text().strip(), self._depth.currentData())
