"""Giving an actor another name, everywhere or only near some words."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, mentions_in_articles
from workstation.domain.decision import Order, Reach

if TYPE_CHECKING:
    from workstation.library.library import Reading

_TYPING_MS: Final = 250
"""Asking after every letter would search all texts for half a word."""


class AnotherNameDialog(QDialog):
    """Asks for a name and its neighbours; nothing is changed before its button is pressed."""

    def __init__(self, desk: Desk, order: Order, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Another name"))
        self.setMinimumWidth(460)
        self._desk = desk
        self._order = order
        self._question = plain_label(" ")
        self._question.setWordWrap(True)
        self.name = _line(self.tr("The name, as texts spell it"))
        self.near = _line(self.tr("only near: words with commas between"))
        self._reach = plain_label(" ", "caption")
        self._reach.setWordWrap(True)
        self._reason = _line(self.tr("Reason, if you like"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.take = buttons.addButton(self.tr("Add the name"), role)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for widget in (
            self._question,
            self.name,
            self.near,
            self._reach,
            self._reason,
            buttons,
        ):
            column.addWidget(widget)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._foresee)
        self.name.textChanged.connect(self._wait)
        self.near.textChanged.connect(self._wait)
        self.accepted.connect(self._decide)
        desk.ask(self, lambda reading: _name(reading, order.subject), self._ask)

    def _ask(self, name: str) -> None:
        words = self.tr("What else is {name} called?").format(name=isolated(name))
        self._question.setText(words)

    def _wait(self) -> None:
        self.take.setEnabled(bool(self.name.text().strip()))
        self._reach.setText(" ")
        self._typing.start()

    def _wanted(self) -> Order:
        near = (word.strip() for word in self.near.text().split(","))
        terms = (self.name.text().strip(), *filter(None, near))
        return Order("alias", self._order.subject, terms, self._reason.text().strip())

    def _foresee(self) -> None:
        if self.name.text().strip():
            self._desk.deciding.preview(self._reach, self._wanted(), self._show_reach)

    def _show_reach(self, reach: Reach) -> None:
        told = mentions_in_articles(reach.mentions, reach.articles)
        words = self.tr("Found at {reach}, and in articles to come. It can be undone.")
        if not reach.mentions:
            words = self.tr("Found nowhere yet; it holds for articles to come. It can be undone.")
        self._reach.setText(words.format(reach=told))

    def _decide(self) -> None:
        if self.name.text().strip():
            self._desk.deciding.take(self._wanted())


def _line(words: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    return line


def _name(reading: "Reading", actor: str) -> str:
    from workstation.library import actors  # noqa: PLC0415 - start-up stays light

    return actors.name_of(reading, actor)
