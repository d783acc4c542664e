"""Typing an article: it is imported like any other as soon as it is saved."""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.article_fields import DATE, ArticleFields, text_paper
from workstation.desktop.pane import plain_label
from workstation.desktop.tasks import Tasks
from workstation.domain.dating import read_when
from workstation.domain.decision import EDITED
from workstation.domain.selection import Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading

_SIZE: Final = (680, 560)


class WriteDialog(QDialog):
    """Asks for an article's words, and what is known of it."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New article"))
        self.resize(*_SIZE)
        self._tasks = tasks
        hints = {
            "title": self.tr("from the text, if you leave it empty"),
            "language": self.tr("as the text reads"),
            DATE: self.tr("2024-12-14, or 2024-12-14T16:20+01:00"),
        }
        self.fields = ArticleFields((*EDITED, DATE), hints)
        self.text = text_paper()
        self.text.setPlaceholderText(self.tr("The text: every line is a paragraph"))
        self._told = plain_label(" ", "caption")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.fields)
        column.addWidget(self.text, 1)
        column.addWidget(self._told)
        column.addWidget(buttons)
        self.text.textChanged.connect(self._look)
        self.fields.lines[DATE].textChanged.connect(self._look)
        self._look()
        desk.ask(self, _known, self._offer)

    def _offer(self, known: tuple[list[str], list[str]]) -> None:
        for field, values in zip(("outlet", "language"), known, strict=True):
            self.fields.offer(field, values)

    def _look(self) -> None:
        day = self.fields.value(DATE)
        wrong = bool(day) and read_when(day, "") is None
        self._told.setText(self.tr("That is no date.") if wrong else " ")
        self.take.setEnabled(not wrong and bool(self.text.toPlainText().strip()))

    def _accept(self) -> None:
        from workstation.errors import Unreadable  # noqa: PLC0415 - start-up stays light
        from workstation.importing import typed  # noqa: PLC0415

        facts = {field: self.fields.value(field) for field in EDITED}
        wanted = typed.Typed(self.text.toPlainText(), published=self.fields.value(DATE), **facts)
        folder = Path(mkdtemp(prefix="media-workstation-"))

        def throw_away() -> None:
            rmtree(folder, ignore_errors=True)

        try:
            path = typed.write(wanted, folder)
        except Unreadable as error:
            throw_away()
            self._told.setText(error.sentence)
            return
        self._tasks.import_paths((path,), options=typed.OPTIONS, after=throw_away)
        self.accept()


def _known(reading: "Reading") -> tuple[list[str], list[str]]:
    from workstation.library import corpus  # noqa: PLC0415 - start-up stays light

    outlets, languages = (
        [one.value for one in corpus.facet(reading, Selection(), name)]
        for name in ("outlet", "language")
    )
    return outlets, languages
