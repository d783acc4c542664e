"""Saying which office an actor held, and from when to when."""

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, mentions_in_articles, shown
from workstation.domain.actor import Actor
from workstation.domain.decision import Order, Reach
from workstation.domain.names import fold
from workstation.domain.selection import Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading

_TYPING_MS: Final = 250
_DAY: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class RoleDialog(QDialog):
    """Asks for an office, whose it is and its days; shows what that reaches before it is taken."""

    def __init__(self, desk: Desk, order: Order, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Role"))
        self.setMinimumWidth(540)
        self._desk = desk
        self._order = order
        self._owners: dict[str, str] = {}
        self._question = plain_label(" ")
        self._question.setWordWrap(True)
        self.office = _line(self.tr("such as energy minister"))
        self.owner = _line(self.tr("a state or another actor, if any"))
        self.since = _line(self.tr("2021, 2021-10 or 2021-10-14"))
        self.until = _line(self.tr("empty: until today"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        self._reach = plain_label(" ", "caption")
        self._reach.setWordWrap(True)
        self._reason = _line(self.tr("Reason, if you like"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(
            self.tr("Add the role"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.take.setDefault(True)
        self.take.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addLayout(self._make_form())
        for part in (self._reach, self._reason, buttons):
            column.addWidget(part)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._foresee)
        for line in (self.office, self.owner, self.since, self.until):
            line.textChanged.connect(self._wait)
        self.accepted.connect(self._decide)
        desk.ask(self, _actors, self._ask)

    def _make_form(self) -> QFormLayout:
        days = QHBoxLayout()
        days.addWidget(self.since, 1)
        days.addWidget(plain_label(self.tr("until")))
        days.addWidget(self.until, 1)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Office"), self.office)
        form.addRow(self.tr("Of"), self.owner)
        form.addRow(self.tr("From"), days)
        for line, words in (
            (self.office, self.tr("Office")),
            (self.owner, self.tr("Whose office it is")),
            (self.since, self.tr("First day")),
            (self.until, self.tr("Last day")),
        ):
            line.setAccessibleName(words)
        return form

    def _ask(self, actors: list[Actor]) -> None:
        subject = next((one for one in actors if one.id == self._order.subject), None)
        name = isolated(subject.name) if subject is not None else ""
        self._question.setText(self.tr("Which office did {name} hold?").format(name=name))
        others = [one for one in reversed(actors) if one.id != self._order.subject]
        # Of several that are called the same the one named most is meant.
        self._owners = {fold(shown(one.name)): one.id for one in others}
        self._names.setStringList([shown(one.name) for one in reversed(others)])
        self._wait()

    def _trouble(self) -> str:
        days = [self.since.text().strip(), self.until.text().strip()]
        if any(day and not _DAY.fullmatch(day) for day in days):
            return self.tr("Give days like 2021-10-14, or a month or a year.")
        if all(days) and days[1][: len(days[0])] < days[0][: len(days[1])]:
            return self.tr("It ends before it begins.")
        owner = self.owner.text().strip()
        if owner and fold(owner) not in self._owners:
            return self.tr("Nobody in this library is called {name}.").format(name=isolated(owner))
        return ""

    def _wait(self) -> None:
        trouble = self._trouble()
        self.take.setEnabled(not trouble and any(map(str.isalpha, self.office.text())))
        self._reach.setText(trouble or " ")
        self._typing.start()

    def _wanted(self) -> Order:
        owner = self._owners.get(fold(self.owner.text().strip()), "")
        days = (self.since.text().strip(), self.until.text().strip())
        terms = (self.office.text().strip(), owner, *days)
        return Order("role", self._order.subject, terms, self._reason.text().strip())

    def _foresee(self) -> None:
        if self.take.isEnabled():
            self._desk.deciding.preview(self._reach, self._wanted(), self._show_reach)

    def _show_reach(self, reach: Reach) -> None:
        told = mentions_in_articles(reach.mentions, reach.articles)
        words = self.tr("Named by the office alone: {reach} of those days. It can be undone.")
        if not reach.mentions:
            words = self.tr("No article of those days names the office alone; later ones may.")
        self._reach.setText(words.format(reach=told))

    def _decide(self) -> None:
        self._desk.deciding.take(self._wanted())


def _line(words: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    return line


def _actors(reading: "Reading") -> list[Actor]:
    from workstation.library import corpus  # noqa: PLC0415 - start-up stays light

    return corpus.actors(reading, Selection())
