"""How a file is to be read again: in which encoding, by which reader, with which columns."""

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.trouble import Trouble
from workstation.desktop.words import isolated, shown
from workstation.domain.encoding import ENCODINGS, can_be_text, decode, read_as
from workstation.domain.ledger import Entry
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.importing.again import Otherwise
    from workstation.library.library import Library

_SIZE: Final = (560, 460)
_PREVIEWED: Final = 4_096
"""Bytes of the original that are shown: a screen of text."""
_TABLES: Final = frozenset(("table", "json", "workbook"))


class ReadAgainDialog(QDialog):
    """Shows the beginning of a text as each encoding reads it."""

    def __init__(
        self, desk: Desk, entry: Entry, read: "Callable[[Otherwise], None]", parent: QWidget
    ) -> None:
        """`read` is told how."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Read again as"))
        self.resize(*_SIZE)
        self._read = read
        self._head = b""
        name = PurePath(entry.file.replace("\\", "/")).name
        about = plain_label(
            self.tr(
                "{name} is read again from the original that the library kept. Its article gets "
                "another version; the one before is kept, and so are all decisions."
            ).format(name=isolated(name))
        )
        about.setWordWrap(True)
        self.encoding = self._choice(self.tr("Encoding"), self.tr("As the file says, or guessed"))
        for known, words in ENCODINGS.items():
            self.encoding.addItem(f"{words} – {known}", known)
        self.reader = self._choice(self.tr("Reader"), self.tr("Looking who knows the file…"))
        self.columns = QLineEdit()
        self.columns.setPlaceholderText("title=Headline, text=Body")
        self.columns.setAccessibleName(self.tr("Columns"))
        self.trouble = Trouble()
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("How the file begins"))
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(self.tr("Encoding"), self.encoding)
        form.addRow(self.tr("Reader"), self.reader)
        if entry.reader.partition(" ")[0] in _TABLES:
            form.addRow(self.tr("Columns"), self.columns)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        again = buttons.addButton(self.tr("Read again"), QDialogButtonBox.ButtonRole.AcceptRole)
        again.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.preview, 1)
        column.addWidget(self.trouble)
        column.addWidget(buttons)
        self.encoding.currentIndexChanged.connect(self._show_beginning)
        self._look(desk, entry)

    def _choice(self, name: str, first: str) -> QComboBox:
        made = QComboBox()
        made.addItem(first, "")
        made.setAccessibleName(name)
        made.setMaxVisibleItems(16)
        return made

    def _look(self, desk: Desk, entry: Entry) -> None:
        library = desk.library
        if library is None:
            return
        desk.jobs.read(self, lambda: _beginning(library, entry), self._begin, _pass)
        desk.jobs.read(self.reader, lambda: _readers(library, entry), self._know, _pass)

    def _begin(self, head: bytes) -> None:
        self._head = head
        self._show_beginning()

    def _know(self, readers: list[str]) -> None:
        self.reader.setItemText(0, self.tr("Who knows the file best"))
        for name in readers:
            self.reader.addItem(name, name)

    def _show_beginning(self) -> None:
        named = self.encoding.currentData()
        if not self._head or not (named or can_be_text(self._head)):
            self.preview.setPlainText(self.tr("This is no text by itself, and is not shown here."))
            return
        try:
            with read_as(named):
                words = decode(self._head).text
        except WorkstationError as error:
            words = error.sentence
        self.preview.setPlainText("\n".join(map(shown, words.splitlines())))

    def _accept(self) -> None:
        from workstation.importing.again import Otherwise  # noqa: PLC0415 - start-up stays light
        from workstation.importing.columns import parse_given  # noqa: PLC0415

        try:
            given = self.columns.text().strip()
            columns = parse_given(given) if given else ()
        except WorkstationError as error:
            self.trouble.say(error.sentence)
            return
        self._read(Otherwise(self.encoding.currentData(), self.reader.currentData(), columns))
        self.accept()


def _beginning(library: "Library", entry: Entry) -> bytes:
    from workstation.library import originals  # noqa: PLC0415 - start-up stays light

    if entry.member:
        return b""
    with originals.reading(library, entry.sha256) as file:
        head = file.read(_PREVIEWED)
    # As much of a longer file as ends with a whole letter.
    whole = head.rfind(b"\n") + 1 if len(head) == _PREVIEWED else 0
    return head[:whole] if whole else head


def _readers(library: "Library", entry: Entry) -> list[str]:
    from workstation.importing import again  # noqa: PLC0415 - start-up stays light

    return [] if entry.member else again.readers_of(library, entry)


def _pass(_error: BaseException) -> None:
    """Reading again says the same, in a row that stays."""
