"""Splitting an actor: the spellings that are somebody else, and what they are called."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.words import isolated, mentions_in_articles, shown
from workstation.domain.actor import Actor
from workstation.domain.concordance import Line
from workstation.domain.decision import Order, Reach
from workstation.domain.names import fold
from workstation.domain.selection import Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading
    from workstation.library.spellings import Spelling

_SIZE: Final = (520, 470)
_SENTENCES: Final = 3
_SURFACE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Spelled:
    """An actor and how the texts spell it."""

    actor: Actor
    spellings: "list[Spelling]"


class SplitDialog(QDialog):
    """Asks which spellings are somebody else; nothing is changed before its button is pressed."""

    def __init__(self, desk: Desk, order: Order, parent: QWidget) -> None:
        """The order's terms, after the first, are the spellings ticked to begin with."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Split off"))
        self.resize(*_SIZE)
        self._desk = desk
        self._order = order
        self._named = False
        self._question = plain_label(" ")
        self._question.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Spellings"))
        self._sentences = plain_label(" ", "cardWords")
        self._sentences.setWordWrap(True)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("What they are called"))
        self.name.setAccessibleName(self.tr("What they are called"))
        self._reach = plain_label(" ", "caption")
        self._reach.setWordWrap(True)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Reason, if you like"))
        self._reason.setAccessibleName(self.tr("Reason"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.take = buttons.addButton(self.tr("Split off"), role)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addWidget(self.list, 1)
        for widget in (self._sentences, self.name, self._reach, self._reason, buttons):
            column.addWidget(widget)
        self.list.currentRowChanged.connect(self._ask_sentences)
        self.name.textEdited.connect(self._type_name)
        self.accepted.connect(self._decide)
        desk.ask(self, lambda reading: _spelled(reading, order.subject), self._offer)

    def _offer(self, spelled: Spelled) -> None:
        words = self.tr("Which spellings of {name} are somebody else?")
        self._question.setText(words.format(name=isolated(spelled.actor.name)))
        ticked = {fold(term) for term in self._order.terms[1:]}
        first = 0
        for row, spelling in enumerate(spelled.spellings):
            told = mentions_in_articles(spelling.mentions, spelling.articles)
            line = QListWidgetItem(f"{shown(spelling.surface)}  ·  {told}")
            line.setData(_SURFACE, spelling.surface)
            chosen = spelling.folded in ticked
            line.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            first = row if chosen else first
            self.list.addItem(line)
        self.list.itemChanged.connect(self._ticked)
        self.list.setCurrentRow(first)
        self.list.setFocus()
        self._ticked()

    def _chosen(self) -> tuple[str, ...]:
        rows = map(self.list.item, range(self.list.count()))
        ticked = [row for row in rows if row.checkState() == Qt.CheckState.Checked]
        return tuple(str(row.data(_SURFACE)) for row in ticked)

    def _type_name(self) -> None:
        self._named = bool(self.name.text().strip())
        self._ticked()

    def _ticked(self) -> None:
        chosen = self._chosen()
        if not self._named:
            self.name.setText(shown(chosen[0]) if chosen else "")
        wanted = self._wanted()
        self.take.setEnabled(wanted is not None)
        self._reach.setText(" ")
        if wanted is None:
            self._desk.jobs.forget(self._reach)
        else:
            self._desk.deciding.preview(self._reach, wanted, self._show_reach)

    def _wanted(self) -> Order | None:
        chosen, name = self._chosen(), self.name.text().strip()
        if not chosen or not name:
            return None
        reason = self._reason.text().strip()
        return Order("split", self._order.subject, (name, *chosen), reason)

    def _show_reach(self, reach: Reach) -> None:
        told = mentions_in_articles(reach.mentions, reach.articles)
        words = self.tr("Changes {reach}, and articles to come. It can be undone.")
        self._reach.setText(words.format(reach=told))

    def _ask_sentences(self, row: int) -> None:
        if row < 0:
            return
        actor, surface = self._order.subject, str(self.list.item(row).data(_SURFACE))
        self._desk.ask(
            self._sentences, lambda reading: _lines(reading, actor, surface), self._show_sentences
        )

    def _show_sentences(self, lines: tuple[Line, ...]) -> None:
        quoted = (f"…{shown(line.left[-60:] + line.node + line.right[:60])}…" for line in lines)
        self._sentences.setText("\n".join(quoted) or " ")

    def _decide(self) -> None:
        wanted = self._wanted()
        if wanted is not None:
            self._desk.deciding.take(wanted)


def _spelled(reading: "Reading", actor: str) -> Spelled:
    from workstation.library import corpus, spellings  # noqa: PLC0415 - start-up stays light

    return Spelled(corpus.find_actor(reading, actor), spellings.of(reading, actor))


def _lines(reading: "Reading", actor: str, surface: str) -> tuple[Line, ...]:
    from workstation.library import concordance  # noqa: PLC0415 - start-up stays light

    found = concordance.of_actors(reading, Selection(), [actor], surface=surface, limit=_SENTENCES)
    return found.lines
