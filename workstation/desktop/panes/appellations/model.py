"""The names of an actor as a table: a row an outlet or a period, a column a name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workstation.desktop.handing import HandedRows, in_rows
from workstation.desktop.words import (
    mentions_in_row,
    number,
    outlet_name,
    percent,
    period_words,
    shown,
    tip,
)
from workstation.domain.appellation import Appellations, Usage, Users
from workstation.domain.concordance import Concordance
from workstation.domain.frequency import last_day
from workstation.domain.selection import Brush, Selection
from workstation.library import appellations, concordance, corpus

if TYPE_CHECKING:
    from workstation.library.library import Reading

Index = QModelIndex | QPersistentModelIndex
SHARE: Final = Qt.ItemDataRole.UserRole
"""The share of a row's mentions that have a cell's name; None in other columns."""
WHO, MENTIONS = range(2)
_FIRST_NAME: Final = 2


@dataclass(frozen=True, slots=True)
class Called:
    """An actor with its names."""

    actor: str
    name: str
    appellations: Appellations


def called(selection: Selection, users: Users) -> "Callable[[Reading], Called] | None":
    """The question for the names of the actor picked last; None where none is."""
    if not selection.picked:
        return None
    actor, inside = selection.picked[-1], selection.corpus()
    ask = appellations.by_outlet if users == "outlets" else appellations.over_time

    def answer(reading: "Reading") -> Called:
        known = corpus.find_actor(reading, actor)
        return Called(actor, known.name, ask(reading, inside, [actor]))

    return answer


def read_out(
    selection: Selection, told: Called, usage: Usage, name: str
) -> "Callable[[Reading], Concordance]":
    """The question for the places behind a cell; no name asks for all of a row."""
    inside = within(selection.corpus(), told.appellations, usage)
    return lambda reading: concordance.of_actors(reading, inside, [told.actor], surface=name)


def within(selection: Selection, told: Appellations, usage: Usage) -> Selection:
    """What of a selection stands behind a row."""
    if told.by is None:
        return selection.with_facet("outlet", (usage.outlet,))
    if usage.day is None:
        return replace(selection, undated=True, doubtful=False, brush=Brush())
    first, last = usage.day, last_day(told.by, usage.day)
    brush = selection.brush
    first = max(first, brush.first) if brush.first else first
    last = min(last, brush.last) if brush.last else last
    return replace(selection, brush=Brush(first, last))


class NameRows(HandedRows):
    """Who says it, how many mentions there are, and the share of each name among them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told = Appellations()

    def take(self, told: Appellations) -> None:
        """Takes other names."""
        self.beginResetModel()
        self._told = told
        self.endResetModel()

    def usage(self, row: int) -> Usage | None:
        """What a row tells of."""
        usages = self._told.usages
        return usages[row] if 0 <= row < len(usages) else None

    def name(self, column: int) -> str:
        """The name of a column; none where it tells of several or of all."""
        names = self._told.names
        return names[column - _FIRST_NAME] if 0 <= column - _FIRST_NAME < len(names) else ""

    @property
    def text(self) -> str:
        """All rows, with their heads, as lines of tab-separated words."""
        heads = [self._head(column) for column in range(self.columnCount())]
        rows = [
            [self._user(usage), *(str(n) for n in (usage.mentions, *self._numbers(usage)))]
            for usage in self._told.usages
        ]
        return in_rows([heads, *rows])

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._told.usages)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return _FIRST_NAME + len(self._told.names) + bool(self._told.other_names)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(section)
        if role == Qt.ItemDataRole.ToolTipRole and self.name(section):
            return tip(self.name(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        usage, column = self._told.usages[index.row()], index.column()
        count = self._count(usage, column)
        if role == Qt.ItemDataRole.DisplayRole:
            if count is None:
                return self._user(usage) if column == WHO else number(usage.mentions)
            return percent(count / usage.mentions) if count else ""
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            told = self._user(usage) if column == WHO else mentions_in_row(count, usage.mentions)
            return tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
        if role == SHARE:
            return None if count is None or not usage.mentions else count / usage.mentions
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    def _count(self, usage: Usage, column: int) -> int | None:
        numbers = self._numbers(usage)
        return numbers[column - _FIRST_NAME] if column >= _FIRST_NAME else None

    def _numbers(self, usage: Usage) -> tuple[int, ...]:
        return (*usage.counts, usage.others) if self._told.other_names else usage.counts

    def _user(self, usage: Usage) -> str:
        if self._told.by is None:
            return outlet_name(usage.outlet)
        if usage.day is None:
            return self.tr("undated")
        return period_words(self._told.by, usage.day)

    def _head(self, column: int) -> str:
        if column == WHO:
            return self.tr("outlet") if self._told.by is None else self.tr("period")
        if column == MENTIONS:
            return self.tr("mentions")
        return shown(self.name(column)) or self.tr("other names")


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == WHO else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
