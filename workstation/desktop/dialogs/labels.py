"""The labels of some articles: those they have, those there are, and new ones."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.pane import plain_label
from workstation.desktop.words import several, shown
from workstation.domain.names import fold
from workstation.limits import LABEL_CHARACTERS

if TYPE_CHECKING:
    from workstation.library.library import Reading

_SIZE: Final = (380, 420)
_NAME: Final = Qt.ItemDataRole.UserRole
_BEFORE: Final = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Labelled:
    """Every label of a library, and how many of the chosen articles have it."""

    articles: int
    labels: dict[str, int]


class LabelsDialog(QDialog):
    """A tick gives a label to all of the articles; a half one leaves it to those that have it."""

    def __init__(self, desk: Desk, chosen: Chosen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Labels"))
        self.resize(*_SIZE)
        self._desk = desk
        self._chosen = chosen
        self._about = plain_label(" ", "caption")
        self.line = QLineEdit()
        self.line.setMaxLength(LABEL_CHARACTERS)
        self.line.setPlaceholderText(self.tr("A label, and Enter"))
        self.line.setAccessibleName(self.tr("Label"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Labels"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(self.tr("Set labels"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (self._about, self.line, self.list, buttons):
            column.addWidget(part)
        self.line.setFocus()
        desk.ask(self, lambda reading: _labelled(reading, chosen), self._show, self._fail)

    def _show(self, found: Labelled) -> None:
        one, many = self.tr("Labels of 1 article"), self.tr("Labels of {n} articles")
        self._about.setText(several(found.articles, one, many))
        for label, there in found.labels.items():
            state = Qt.CheckState.PartiallyChecked if there else Qt.CheckState.Unchecked
            self._add(label, Qt.CheckState.Checked if there == found.articles else state)
        completer = QCompleter([shown(label) for label in found.labels], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self.take.setEnabled(bool(found.articles))
        # Qt gave the key to the other button while this one was not to be had.
        self.take.setDefault(True)

    def _add(self, label: str, state: Qt.CheckState) -> QListWidgetItem:
        row = QListWidgetItem(shown(label))
        row.setData(_NAME, label)
        row.setData(_BEFORE, state)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(state)
        self.list.addItem(row)
        return row

    def tick(self) -> None:
        """Ticks the label that is typed, which may be a new one."""
        typed = self.line.text().strip()
        if not any(map(str.isalnum, typed)):
            return
        known = {fold(row.data(_NAME)): row for row in self._rows()}
        row = known.get(fold(typed)) or self._add(typed, Qt.CheckState.Unchecked)
        row.setCheckState(Qt.CheckState.Checked)
        self.list.scrollToItem(row)
        self.line.clear()

    def _accept(self) -> None:
        if self.line.text().strip():
            # Enter takes the label first, and the dialog with the next one.
            self.tick()
            return
        changed = [row for row in self._rows() if row.checkState() != row.data(_BEFORE)]
        put = [row.data(_NAME) for row in changed if row.checkState() == Qt.CheckState.Checked]
        take = [row.data(_NAME) for row in changed if row.checkState() == Qt.CheckState.Unchecked]
        if changed:
            self._desk.noting.label(self._chosen, put, take)
        self.accept()

    def _rows(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _fail(self, error: BaseException) -> None:
        self.reject()
        self._desk.jobs.broke.emit(error)


def _labelled(reading: "Reading", chosen: Chosen) -> Labelled:
    from workstation.library import annotated, signs  # noqa: PLC0415 - start-up stays light

    numbers = [int(number) for number in chosen.ask(reading).facet("article")]
    there = [label for one in signs.of(reading, numbers).values() for label in one.labels]
    return Labelled(
        len(numbers), {label: there.count(label) for label in annotated.labels(reading)}
    )
