"""Writing a note about an article or a passage, or changing one."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.noting import Wish
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated
from workstation.limits import NOTE_CHARACTERS

_SIZE: Final = (460, 300)
_QUOTE: Final = 240
"""Letters of a passage that are shown above its note: enough to know it by."""


class NoteDialog(QDialog):
    """Asks for the words of a note; Ctrl+Enter saves them."""

    def __init__(self, desk: Desk, wish: Wish, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Change the note") if wish.note else self.tr("Note"))
        self.resize(*_SIZE)
        self._desk = desk
        self._wish = wish
        quote = wish.quote if len(wish.quote) <= _QUOTE else f"{wish.quote[:_QUOTE]}…"
        about = plain_label(
            f"“{isolated(quote)}”" if quote else self.tr("About the whole article"), "caption"
        )
        about.setWordWrap(True)
        self.words = QPlainTextEdit(wish.note.words if wish.note else "")
        self.words.setAccessibleName(self.tr("Note"))
        self.words.setTabChangesFocus(True)
        self._told = plain_label("", "caption")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (about, self.words, self._told, buttons):
            column.addWidget(part)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.take.click)
        self.words.textChanged.connect(self._look)
        self.accepted.connect(lambda: desk.noting.write(wish, self.words.toPlainText()))
        self._look()
        self.words.setFocus()

    def _look(self) -> None:
        words = self.words.toPlainText()
        too_long = len(words) > NOTE_CHARACTERS
        self.take.setEnabled(bool(words.strip()) and not too_long)
        self._told.setText(self.tr("The note is too long.") if too_long else "")
        self._told.setVisible(too_long)
