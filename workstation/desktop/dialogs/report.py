"""What a report shall say, and where it goes."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final, Literal

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
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
from typing_extensions import override

from workstation.desktop.pane import plain_label
from workstation.desktop.tally import Tally
from workstation.desktop.trouble import Trouble
from workstation.desktop.words import isolated, several

Depth = Literal["full", "list", "none"]
_DEPTHS: Final[tuple[Depth, ...]] = ("full", "list", "none")


class ReportDialog(QDialog):
    """Asks for a title, how the articles are shown, and a file."""

    def __init__(
        self, tally: Tally, write: Callable[[Path, str, Depth, bool], None], parent: QWidget
    ) -> None:
        """Ask.

        `write` is called with the file, the title, "full", "list" or "none", and whether what is
        noted about the articles is to be told.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report"))
        self.setMinimumWidth(480)
        self._write = write
        one = self.tr("A PDF about the one article of the selection.")
        many = self.tr("A PDF about the {n} articles of the selection.")
        about = plain_label(several(tally.held.articles, one, many))
        self._title = QLineEdit(self.tr("Media report"))
        self._depth = QComboBox()
        for depth, name in zip(_DEPTHS, self._depths(), strict=True):
            self._depth.addItem(name, depth)
        self._notes = QCheckBox(self.tr("With notes, labels and stars"))
        self._folder = _documents()
        self._file = QLineEdit(str(self._folder / self.tr("report.pdf")))
        self._trouble = Trouble()
        self._file.textEdited.connect(self._trouble.hide)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(self.tr("Write"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(about)
        column.addLayout(self._make_form())
        column.addWidget(self._trouble)
        column.addWidget(buttons)

    def _make_form(self) -> QFormLayout:
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
        form.addRow("", self._notes)
        form.addRow(self.tr("File"), row)
        self._title.setAccessibleName(self.tr("Title"))
        self._depth.setAccessibleName(self.tr("Articles"))
        self._file.setAccessibleName(self.tr("File"))
        return form

    @override
    def accept(self) -> None:
        target = self._target()
        trouble = self._wrong_with(target)
        self._trouble.say(trouble)
        if trouble:
            self._file.setFocus()
            return
        title, depth = self._title.text().strip(), self._depth.currentData()
        self._write(target, title, depth, self._notes.isChecked())
        super().accept()

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
            self._trouble.hide()

    def _target(self) -> Path:
        typed = self._file.text().strip()
        # A name alone stands where reports stand, not where the program was started.
        target = self._folder / (Path.home() / typed[2:] if typed.startswith("~/") else typed)
        if target.suffix.casefold() != ".pdf" and not target.is_dir():
            target = target.with_name(f"{target.name}.pdf")
        return target

    def _wrong_with(self, target: Path) -> str:
        if target.is_dir():
            return self.tr("Give the report a file name.")
        folder = isolated(str(target.parent))
        if not target.parent.is_dir():
            return self.tr("There is no folder {folder}. Choose another.").format(folder=folder)
        try:
            # Asking for permissions is not enough: some systems grant what the disk refuses.
            TemporaryFile(dir=target.parent).close()
        except OSError:
            return self.tr("Nothing can be written into {folder}. Choose another folder.").format(
                folder=folder
            )
        return ""


def _documents() -> Path:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
    return folder if folder.is_dir() else Path.home()
