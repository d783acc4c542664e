"""Saying whom words mean: where they stand or everywhere, with what that reaches."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.actor_field import ActorField
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, kind_name, mentions_in_articles
from workstation.domain.actor import KINDS, Actor
from workstation.domain.decision import Reach
from workstation.domain.meaning import Pointed, Said
from workstation.domain.selection import Selection
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.library.library import Reading

_WIDTH: Final = 540
_TYPING_MS: Final = 200
"""Asking after every letter would search all texts for half a word."""


class MeaningDialog(QDialog):
    """Asks who is meant; nothing is changed before its button is pressed."""

    def __init__(self, desk: Desk, words: Pointed, parent: QWidget, *, everywhere: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Who is meant"))
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._words = words
        question = self.tr("Who or what is “{words}”?").format(words=isolated(words.quote))
        asked = plain_label(question)
        asked.setWordWrap(True)
        self.field = ActorField(makes=True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of the new actor"))
        for kind in KINDS:
            self.kind.addItem(kind_name(kind), kind)
        self.kind.setCurrentIndex(KINDS.index(words.kind) if words.kind else 0)
        self.here = QRadioButton(self.tr("Only here"))
        self.everywhere = QRadioButton(self.tr("Wherever these words stand"))
        self.near = QLineEdit()
        self.near.setPlaceholderText(self.tr("only near: words with commas between"))
        self.near.setAccessibleName(self.tr("Only near these words"))
        self.reach = plain_label(" ", "caption")
        self.reach.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason, if you like"))
        self.reason.setAccessibleName(self.tr("Reason"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(self.tr("Decide"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(asked)
        column.addWidget(self.field, 1)
        column.addWidget(self._kind_row())
        column.addLayout(self._scope_row())
        for widget in (self.reach, self.reason, buttons):
            column.addWidget(widget)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._foresee)
        (self.everywhere if everywhere else self.here).setChecked(True)
        self._connect()
        self._scoped()
        desk.ask(self, _actors, self._offer)

    # Parts ------------------------------------------------------------------------------------

    def _kind_row(self) -> QWidget:
        self._kinds = QWidget()
        row = QHBoxLayout(self._kinds)
        row.setContentsMargins(0, 0, 0, 0)
        label = plain_label(self.tr("A new"))
        label.setBuddy(self.kind)
        row.addWidget(label)
        row.addWidget(self.kind)
        row.addStretch(1)
        self._kinds.hide()
        return self._kinds

    def _scope_row(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addWidget(self.here)
        wide = QHBoxLayout()
        wide.addWidget(self.everywhere)
        wide.addWidget(self.near, 1)
        rows.addLayout(wide)
        return rows

    def _connect(self) -> None:
        self.field.list.currentRowChanged.connect(self._wait)
        self.field.line.textChanged.connect(self._wait)
        self.field.line.returnPressed.connect(self.take.click)
        self.field.list.itemDoubleClicked.connect(self.take.click)
        self.kind.currentIndexChanged.connect(self._wait)
        self.near.textChanged.connect(self._wait)
        self.here.toggled.connect(self._scoped)
        self.accepted.connect(self._decide)

    # What is asked ------------------------------------------------------------------------------

    def _offer(self, actors: list[Actor]) -> None:
        self.field.offer(actors, without="")
        self.field.line.setText(self._words.quote)
        self.field.line.selectAll()
        self.field.setFocus()

    def _scoped(self) -> None:
        self.near.setEnabled(self.everywhere.isChecked())
        self._wait()

    def _wait(self) -> None:
        said = self._said()
        self._kinds.setVisible(bool(self.field.new_name))
        self.take.setEnabled(said is not None)
        self.reach.setText(" ")
        self._desk.jobs.forget(self.reach)
        if said is None:
            self._typing.stop()
        else:
            self._typing.start()

    def _said(self) -> Said | None:
        actor, new = self.field.chosen, self.field.new_name
        if not actor and not new:
            return None
        everywhere = self.everywhere.isChecked()
        near = (word.strip() for word in self.near.text().split(",")) if everywhere else ()
        return Said(
            self._words,
            actor or new,
            "" if actor else str(self.kind.currentData()),
            everywhere,
            tuple(filter(None, near)),
            self.reason.text().strip(),
        )

    def _foresee(self) -> None:
        said = self._said()
        if said is not None:
            self._desk.deciding.foresee(self.reach, said, self._show_reach, self._show_trouble)

    def _show_reach(self, reach: Reach) -> None:
        told = mentions_in_articles(reach.mentions, reach.articles)
        if self.here.isChecked():
            self.reach.setText(self.tr("Changes this one place. It can be undone."))
        else:
            words = self.tr("Changes {reach}, and articles to come. It can be undone.")
            if not reach.mentions:
                words = self.tr("Found nowhere yet; it holds for articles to come.")
            self.reach.setText(words.format(reach=told))

    def _show_trouble(self, error: BaseException) -> None:
        if not isinstance(error, WorkstationError):
            self.reject()
            self._desk.jobs.broke.emit(error)
            return
        self.reach.setText(error.sentence)
        self.take.setEnabled(False)

    def _decide(self) -> None:
        said = self._said()
        if said is not None:
            self._desk.deciding.say(said)


def _actors(reading: "Reading") -> list[Actor]:
    from workstation.library import corpus  # noqa: PLC0415 - start-up stays light

    return corpus.actors(reading, Selection())
