"""The same numbers as the chart, as a table."""

from collections.abc import Sequence
from math import isnan

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workstation.desktop.handing import HandedRows
from workstation.desktop.panes.timeline.model import lines
from workstation.desktop.words import number, percent, period_words, shown, unit_name
from workstation.domain.event import Event, in_period, pinned
from workstation.domain.frequency import Frequency, Measure

Index = QModelIndex | QPersistentModelIndex


class FrequencyRows(HandedRows):
    """A row a period, what is undated first; a column for all that counts and for each actor."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, ...]] = []
        self._heads: tuple[str, ...] = ()
        self._told_in: int | None = None

    def take(self, frequency: Frequency, measure: Measure, events: Sequence[Event] = ()) -> None:
        """Takes other numbers, and what happened; without any event there is no column for it."""
        flags = pinned(events, frequency)
        drawn = lines(frequency, measure)
        self.beginResetModel()
        self._heads = (
            self.tr("period"),
            unit_name(frequency.unit),
            *(shown(line.name) for line in drawn),
            *([self.tr("events")] if flags else []),
        )
        self._told_in = len(self._heads) - 1 if flags else None
        self._rows = [
            (
                period_words(frequency.by, period),
                number(frequency.totals[i]) if frequency.covered[i] else "–",
                *(_value(line.values[i], measure) for line in drawn),
                *(["; ".join(shown(e.words) for e in in_period(flags, i))] if flags else []),
            )
            for i, period in enumerate(frequency.periods)
        ]
        if frequency.undated_total:
            undated = (_value(line.undated, measure) for line in drawn)
            nothing = [""] if flags else []
            row = (self.tr("undated"), number(frequency.undated_total), *undated, *nothing)
            self._rows.insert(0, row)
        self.endResetModel()

    def text(self) -> str:
        """All rows as lines of tab-separated words."""
        return "\n".join("\t".join(row) for row in (self._heads, *self._rows))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        words = index.column() in (0, self._told_in)
        if role == Qt.ItemDataRole.TextAlignmentRole and not words:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _value(value: float, measure: Measure) -> str:
    if isnan(value):
        return "–"
    return percent(value) if measure == "share" else number(int(value))
