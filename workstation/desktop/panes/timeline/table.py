"""The same numbers as the chart, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workstation.desktop.handing import HandedRows, in_rows
from workstation.desktop.panes.timeline.model import Line, lines
from workstation.desktop.words import number, percent, period_words, shown, tr, unit_name
from workstation.domain.event import Event, Pinned, in_period, pinned
from workstation.domain.frequency import Frequency, Measure

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the rows tell of; each is put into words when it is first seen."""

    frequency: Frequency
    measure: Measure
    drawn: Sequence[Line]
    flags: Sequence[Pinned]

    def __len__(self) -> int:
        return len(self.frequency.periods) + bool(self.frequency.undated_total)

    def row(self, at: int) -> tuple[str, ...]:
        """The words of a row."""
        frequency, measure = self.frequency, self.measure
        if frequency.undated_total:
            if not at:
                undated = (_value(line.undated, measure) for line in self.drawn)
                total = number(frequency.undated_total)
                return (tr("FrequencyRows", "undated"), total, *undated, *self._told(None))
            at -= 1
        return (
            period_words(frequency.by, frequency.periods[at]),
            number(frequency.totals[at]) if frequency.covered[at] else "–",
            *(_value(line.values[at], measure) for line in self.drawn),
            *self._told(at),
        )

    def _told(self, at: int | None) -> tuple[str, ...]:
        if not self.flags:
            return ()
        there = [] if at is None else in_period(self.flags, at)
        return ("; ".join(shown(event.words) for event in there),)


class FrequencyRows(HandedRows):
    """A row a period, what is undated first; a column for all that counts and for each actor."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: _Shown | None = None
        self._made: dict[int, tuple[str, ...]] = {}
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
        self._shown = _Shown(frequency, measure, drawn, flags)
        self._made.clear()
        self.endResetModel()

    def text(self) -> str:
        """All rows as lines of tab-separated words."""
        rows = map(self._row, range(self.rowCount()))
        return in_rows([self._heads, *rows])

    def _row(self, at: int) -> tuple[str, ...]:
        if at not in self._made and self._shown is not None:
            self._made[at] = self._shown.row(at)
        return self._made[at]

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside or self._shown is None else len(self._shown)

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
            return self._row(index.row())[index.column()]
        words = index.column() in (0, self._told_in)
        if role == Qt.ItemDataRole.TextAlignmentRole and not words:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _value(value: float, measure: Measure) -> str:
    if isnan(value):
        return "–"
    return percent(value) if measure == "share" else number(int(value))
