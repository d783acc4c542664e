"""Pinning an event on the timeline, or changing one."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.desk import Desk
from workstation.desktop.noting import Planned
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, shown
from workstation.domain.article import Article
from workstation.limits import EVENT_CHARACTERS

if TYPE_CHECKING:
    from workstation.library.library import Reading, Writing

_TITLE = 48


class EventDialog(QDialog):
    """Asks for the words and the days of an event."""

    def __init__(self, desk: Desk, planned: Planned, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        event = planned.event
        self.setWindowTitle(self.tr("Change the event") if event else self.tr("Pin an event"))
        self.setMinimumWidth(440)
        self._desk = desk
        self._planned = planned
        self._about = event.article if event and event.article is not None else planned.article
        self.words = QLineEdit(shown(event.words) if event else "")
        self.words.setMaxLength(EVENT_CHARACTERS)
        self.first = QLineEdit(planned.first.isoformat())
        self.last = QLineEdit(planned.last.isoformat())
        self.told_in = QCheckBox("")
        self.told_in.setChecked(event is not None and event.article is not None)
        self.told_in.hide()
        self._trouble = plain_label("", "caption")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        words = self.tr("Save") if event else self.tr("Pin")
        self.take = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._make_form())
        for part in (self.told_in, self._trouble, buttons):
            column.addWidget(part)
        for line in (self.words, self.first, self.last):
            line.textChanged.connect(self._look)
        self.accepted.connect(self._pin)
        self._look()
        self.words.setFocus()
        if self._about is not None:
            number = self._about
            desk.ask(self, lambda reading: _article(reading, number), self._name_article)

    def _make_form(self) -> QFormLayout:
        days = QHBoxLayout()
        days.addWidget(self.first, 1)
        days.addWidget(plain_label(self.tr("until")))
        days.addWidget(self.last, 1)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("What happened"), self.words)
        form.addRow(self.tr("From"), days)
        self.words.setAccessibleName(self.tr("What happened"))
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        return form

    def _name_article(self, article: Article | None) -> None:
        if article is None:
            return
        title = article.title if len(article.title) <= _TITLE else f"{article.title[:_TITLE]}…"
        told = self.tr("The article “{title}” tells of it").format(title=isolated(title))
        self.told_in.setText(told.replace("&", "&&"))
        self.told_in.show()

    def _look(self) -> None:
        first, last = _day(self.first.text()), _day(self.last.text())
        trouble = ""
        if first is None or last is None:
            trouble = self.tr("Give days like 2024-12-14.")
        elif last < first:
            trouble = self.tr("It ends before it begins.")
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.take.setEnabled(not trouble and bool(self.words.text().strip()))

    def _pin(self) -> None:
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light
        from workstation.library import events  # noqa: PLC0415

        first, last = _day(self.first.text()), _day(self.last.text())
        if first is None or last is None:
            return
        words, event = self.words.text(), self._planned.event
        article = self._about if self.told_in.isChecked() else None

        def act(writing: "Writing") -> "Callable[[Writing], object]":
            if event is not None:
                before = events.change(writing, event.number, first, last, words, article=article)
                return lambda again: events.put_back(again, before)
            who = decisions.me()
            number = events.add(writing, first, last, words, who=who, article=article)
            return lambda again: events.remove(again, number)

        told = self.tr("The event is changed.") if event else self.tr("The event is pinned.")
        self._desk.noting.keep(act, told)


def _article(reading: "Reading", number: int) -> Article | None:
    from workstation.errors import UnknownName  # noqa: PLC0415 - start-up stays light
    from workstation.library import corpus  # noqa: PLC0415

    try:
        return corpus.article(reading, number)
    except UnknownName:
        return None


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None
