"""The values of the facets, with how many articles (stories, outlets) have each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workstation.desktop.theme import Theme
from workstation.desktop.words import number, outlet_name, shown, tone_name, unit_name
from workstation.domain.frequency import FacetCount, Unit, unit_of

Name = Literal["outlet", "language", "tone", "label"]
NAMES: Final[tuple[Name, ...]] = get_args(Name)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a facet; a row without a value is the heading of its facet."""

    facet: Name
    value: str | None
    count: int = 0
    chosen: bool = False


class FacetRows(QAbstractTableModel):
    """The values of each facet below its heading."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[Row] = []
        self._unit: Unit = "articles"

    def take(
        self,
        counts: Mapping[Name, list[FacetCount]],
        chosen: Mapping[Name, tuple[str, ...]],
        unit: Unit,
    ) -> None:
        """Takes other counts; a facet whose one value all have leaves nothing to choose."""
        self._unit = unit
        rows: list[Row] = []
        for name in NAMES:
            values = counts.get(name, [])
            picked = chosen.get(name, ())
            # One label leaves out what has none.
            if len(values) > (0 if name in ("label", "tone") else 1) or picked:
                rows.append(Row(name, None))
                rows += [Row(name, c.value, c.count, c.value in picked) for c in values]
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def toggled(self, row: int) -> tuple[Name, tuple[str, ...]] | None:
        """The values of a facet after one was chosen or left, or None for a heading."""
        clicked = self.rows[row]
        if clicked.value is None:
            return None
        now = [
            r.value
            for r in self.rows
            if r.facet == clicked.facet and r.chosen and r.value is not None
        ]
        if clicked.chosen:
            now.remove(clicked.value)
        else:
            now.append(clicked.value)
        return clicked.facet, tuple(now)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].value is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() or row.value is None):
            return self._theme.colour("muted")
        if role == Qt.ItemDataRole.DecorationRole and not index.column() and row.value is not None:
            name = "box-checked" if row.chosen else "box"
            return self._theme.icon(name, "accent" if row.chosen else "muted")
        if role == Qt.ItemDataRole.DisplayRole:
            return self._number(row) if index.column() else self._words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chosen = self.tr("{value}, chosen") if row.chosen else "{value}"
            return chosen.format(value=self._words(row))
        return None

    def _number(self, row: Row) -> str:
        if row.value is None:
            return unit_name(unit_of(row.facet, self._unit))
        return number(row.count)

    def _words(self, row: Row) -> str:
        if row.value is None:
            return {
                "outlet": self.tr("Outlets"),
                "language": self.tr("Languages"),
                "tone": self.tr("Tone"),
                "label": self.tr("Labels"),
            }[row.facet]
        if row.facet == "outlet":
            return outlet_name(row.value)
        if row.facet == "tone":
            return tone_name(row.value)
        return shown(row.value) or self.tr("Unknown language")
