"""Completing a decision: the actor or the name it lacks, what it reaches, and why."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from workstation.desktop.desk import Desk
from workstation.desktop.dialogs.actor_field import ActorField
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, mentions_in_articles, shown
from workstation.domain.actor import Actor
from workstation.domain.decision import Order, Reach
from workstation.domain.selection import Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """What a dialog has to know: the subject, and the actors to choose from."""

    subject: Actor | None
    actors: list[Actor]


class DecideDialog(QDialog):
    """Asks for what an order lacks; nothing is changed before its button is pressed."""

    def __init__(self, desk: Desk, order: Order, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._order = order
        self._field = ActorField()
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("New name"))
        self._question = plain_label("")
        self._question.setWordWrap(True)
        self._reach = plain_label(" ", "caption")
        self._reach.setWordWrap(True)
        self._against = plain_label("", "warning")
        self._against.setWordWrap(True)
        self._against.setContentsMargins(8, 6, 8, 6)
        self._against.hide()
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Reason, if you like"))
        self._reason.setAccessibleName(self.tr("Reason"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._take = buttons.addButton(self._verb_words(), QDialogButtonBox.ButtonRole.AcceptRole)
        self._take.setDefault(True)
        self._take.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addWidget(self._name if order.verb == "rename" else self._field, 1)
        column.addWidget(self._reach)
        column.addWidget(self._against)
        column.addWidget(self._reason)
        column.addWidget(buttons)
        self.setWindowTitle(self._verb_words())
        self.setMinimumWidth(440)
        self._field.list.currentRowChanged.connect(self._complete)
        self._name.textChanged.connect(self._complete)
        self._name.returnPressed.connect(self._take.click)
        self._field.line.returnPressed.connect(self._take.click)
        self._field.list.itemDoubleClicked.connect(self._take.click)
        self.accepted.connect(self._decide)
        desk.ask(self, lambda reading: _asked(reading, order), self._offer)

    def _offer(self, asked: Asked) -> None:
        order, subject = self._order, asked.subject
        name = isolated(subject.name) if subject is not None else ""
        if order.verb == "merge":
            words = self.tr("Merge {name} into which actor?").format(name=name)
        elif order.verb == "rename":
            words = self.tr("What shall {name} be called?").format(name=name)
            self._name.setText(shown(subject.name) if subject is not None else "")
            self._name.selectAll()
            self._name.setFocus()
        else:
            words = self.tr("Which actor does “{words}” mean?").format(
                words=isolated(order.terms[0])
            )
        self._question.setText(words)
        chosen = order.terms[0] if order.verb == "merge" and order.terms else ""
        self._field.offer(asked.actors, without=order.subject, chosen=chosen)
        if order.verb != "rename":
            self._field.setFocus()

    def _complete(self) -> None:
        order = self._completed()
        self._take.setEnabled(order is not None)
        self._reach.setText(" ")
        if order is not None:
            self._desk.deciding.preview(self._reach, order, self._show_reach)
            self._desk.deciding.objection(self._against, order, self._object)

    def _completed(self) -> Order | None:
        order, chosen = self._order, self._field.chosen
        if order.verb == "rename":
            name = self._name.text().strip()
            return replace(order, terms=(name,)) if name else None
        if not chosen:
            return None
        if order.verb == "merge":
            return replace(order, terms=(chosen,))
        return replace(order, subject=chosen)

    def _show_reach(self, reach: Reach) -> None:
        self._reach.setText(
            self.tr("Changes {reach}. It can be undone.").format(
                reach=mentions_in_articles(reach.mentions, reach.articles)
            )
        )

    def _object(self, words: str) -> None:
        self._against.setText(words)
        self._against.setVisible(bool(words))

    def _decide(self) -> None:
        order = self._completed()
        if order is not None:
            self._desk.deciding.take(replace(order, reason=self._reason.text().strip()))

    def _verb_words(self) -> str:
        return {
            "merge": self.tr("Merge"),
            "rename": self.tr("Rename"),
            "alias": self.tr("Add alias"),
            "not-the-same": self.tr("Not the same"),
        }.get(self._order.verb, self.tr("Decide"))


def _asked(reading: "Reading", order: Order) -> Asked:
    from workstation.library import corpus  # noqa: PLC0415 - start-up stays light

    subject = corpus.find_actor(reading, order.subject) if order.subject else None
    return Asked(subject, corpus.actors(reading, Selection()))
