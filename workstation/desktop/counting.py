"""The three readings of every count, one of which is chosen: articles, stories or outlets."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.tally import Tally
from workstation.desktop.words import amount, number, tip, tr, unit_name
from workstation.domain.frequency import UNITS, Unit
from workstation.domain.selection import Selection
from workstation.settings import Settings

_LOW: Final = 22
"""Pixels: the status bar is not to grow by its buttons."""


class Counting(QWidget):
    """Says how many of each the selection holds; a click lets every pane count that."""

    def __init__(self, selection: SelectionModel) -> None:
        super().__init__()
        self._selection = selection
        self.setAccessibleName(self.tr("What is counted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(1)
        group = QButtonGroup(self)
        self.buttons: dict[Unit, QToolButton] = {}
        for unit in UNITS:
            button = QToolButton()
            button.setObjectName("flat")
            button.setCheckable(True)
            button.setMaximumHeight(_LOW)
            told = self.tr("Count {unit} everywhere").format(unit=unit_name(unit))
            button.setToolTip(tip(f"{told}. {meaning(unit)}"))
            button.clicked.connect(partial(self._choose, unit))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[unit] = button
        selection.changed.connect(self._follow)
        self._follow(selection.value, frozenset())

    def show_tally(self, tally: Tally) -> None:
        """Takes the numbers of the selection."""
        for unit, button in self.buttons.items():
            told = amount(tally.held.of(unit), unit)
            if unit == "articles" and self._selection.value.narrows:
                told = self.tr("{n} of {all} articles").format(
                    n=number(tally.held.articles), all=number(tally.size)
                )
            button.setText(told)
            button.setAccessibleName(told)

    def _choose(self, unit: Unit) -> None:
        self._selection.change(unit=unit)

    def _follow(self, selection: Selection, _aspects: object) -> None:
        self.buttons[selection.unit].setChecked(True)


def meaning(unit: Unit) -> str:
    """What is counted once, in a sentence."""
    return {
        "articles": tr("Counting", "Each article counts by itself."),
        "stories": tr("Counting", "Copies of one text count as one story."),
        "outlets": tr("Counting", "All articles of an outlet count as one."),
    }[unit]


def remembered(settings: Settings) -> Unit:
    """What was counted when the window was closed."""
    return next((unit for unit in UNITS if unit == settings.unit), "articles")
