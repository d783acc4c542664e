"""Which column holds each field of an article: a form of choices."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QWidget

from workstation.desktop.pane import plain_label
from workstation.desktop.words import shown

if TYPE_CHECKING:
    from workstation.importing.columns import Given
    from workstation.importing.glimpse import Glimpse

_EXAMPLE: Final = 48
_NARROWEST: Final = 12
_BESIDE: Final = 5
"""Fields in the left half of the form."""


class ColumnFields(QWidget):
    """One choice for each field, beside examples of what stands in the columns."""

    changed = Signal()
    """Somebody chose something."""

    def __init__(self) -> None:
        super().__init__()
        names = {
            "title": self.tr("Title"),
            "text": self.tr("Text"),
            "summary": self.tr("Summary"),
            "published": self.tr("Date"),
            "dates": self.tr("07/08/2024 is"),
            "outlet": self.tr("Outlet"),
            "author": self.tr("Author"),
            "url": self.tr("Address"),
            "language": self.tr("Language"),
            "id": self.tr("Identifier"),
        }
        self.choices = {name: _choice(words) for name, words in names.items()}
        for words, value in (
            (self.tr("as other days of the column tell"), ""),
            (self.tr("7 August"), "day-first"),
            (self.tr("8 July"), "month-first"),
        ):
            self.choices["dates"].addItem(words, value)
        self.unlabelled = QCheckBox(self.tr("The first row is an article: there are no labels"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for place, (name, choice) in enumerate(self.choices.items()):
            side, row = divmod(place, _BESIDE)
            label = plain_label(names[name])
            label.setBuddy(choice)
            grid.addWidget(label, row, 2 * side)
            grid.addWidget(choice, row, 2 * side + 1)
        grid.addWidget(self.unlabelled, _BESIDE, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for choice in self.choices.values():
            choice.activated.connect(self.changed)
        self.unlabelled.clicked.connect(self.changed)

    @property
    def given(self) -> "Given":
        """What was chosen, for every field."""
        said = [(name, choice.currentData() or "") for name, choice in self.choices.items()]
        chosen = [(name, column) for name, column in said if name != "dates" or column]
        if self.unlabelled.isChecked():
            chosen.append(("labels", "none"))
        return tuple(chosen)

    def show_glimpse(self, glimpse: "Glimpse") -> None:
        """Offers the columns of a table, and chooses those that it was understood by."""
        said = dict(glimpse.given)
        for name, choice in self.choices.items():
            if name != "dates":
                self._fill(choice, glimpse.columns, glimpse.examples)
            choice.setCurrentIndex(max(0, choice.findData(said.get(name, ""))))
        self.unlabelled.setChecked("labels" in said)

    def _fill(self, choice: QComboBox, columns: Sequence[str], examples: Sequence[str]) -> None:
        choice.clear()
        choice.addItem(self.tr("no column"), "")
        for column, example in zip(columns, examples, strict=True):
            words = shown(column)
            if example:
                cut = example if len(example) <= _EXAMPLE else f"{example[:_EXAMPLE]}…"
                words = self.tr("{column} – {example}").format(column=words, example=shown(cut))
            choice.addItem(words, column)


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setMaxVisibleItems(16)
    made.setMinimumContentsLength(_NARROWEST)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made
