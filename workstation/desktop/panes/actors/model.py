"""The actors of the selection as rows, sorted and filtered where they are shown."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workstation.desktop.handing import HandedRows
from workstation.desktop.words import day, days, kind_name, number, shown, unit_name
from workstation.domain.actor import KINDS, Actor, Kind
from workstation.domain.frequency import Size, Unit
from workstation.domain.names import fold
from workstation.domain.scripts import mixed
from workstation.domain.selection import Brush

ACTOR: Final = Qt.ItemDataRole.UserRole
TREND: Final = Qt.ItemDataRole.UserRole + 1
STANDING: Final = Qt.ItemDataRole.UserRole + 2
"""Whether an actor is pinned, and whether it is hidden."""

_ALOUD: Final = Qt.ItemDataRole.AccessibleTextRole
_TOLD: Final = Qt.ItemDataRole.ToolTipRole

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What stands in which column."""

    NAME = 0
    HERE = 1
    MENTIONS = 2
    NAMED_IN = 3
    TREND = 4
    FIRST = 5
    LAST = 6
    BEFORE = 7


EXTRA: Final = (Column.FIRST, Column.LAST, Column.BEFORE)
"""Columns that are there for whoever asks for them."""


@dataclass(frozen=True, slots=True)
class Before:
    """Who was named in the period before, and how much there was to name them in, then and now."""

    brush: Brush
    actors: Mapping[str, Actor]
    then: Size
    now: Size


class ActorRows(HandedRows):
    """A row for each actor; trends come later and are asked for by who sees them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Actor, ...] = ()
        self._shown: list[Actor] = []
        self._here: Mapping[str, int] = {}
        self._trends: dict[str, tuple[int, ...]] = {}
        self._filter = ""
        self._unit: Unit = "articles"
        self._before: Before | None = None
        self.pinned: tuple[str, ...] = ()
        self.hidden: tuple[str, ...] = ()
        self.kinds: frozenset[Kind] = frozenset()
        """Only actors of these kinds; none: all."""
        self.by_kind = False
        self.with_hidden = False
        self._by = Column.MENTIONS
        self._descending = True

    def take(self, actors: Iterable[Actor]) -> None:
        """Takes other actors, in the order of the answer."""
        self._all = tuple(actors)
        self._trends.clear()
        self._before = None
        self._arrange()

    def take_before(self, before: Before) -> None:
        """Takes what was named in the period before."""
        self._before = before
        if self._by == Column.BEFORE:
            self._arrange()
        elif self._shown:
            self._redraw(Column.BEFORE)

    def arrange(self) -> None:
        """Lists anew after what is pinned, hidden, or grouped has changed."""
        self._arrange()

    def kinds_here(self) -> dict[Kind, int]:
        """How many actors there are of each kind that is here."""
        here = Counter(actor.kind for actor in self._all)
        return {kind: here[kind] for kind in KINDS if here[kind]}

    @property
    def ids(self) -> tuple[str, ...]:
        """All actors, before filtering."""
        return tuple(actor.id for actor in self._all)

    @property
    def hidden_here(self) -> int:
        """How many of the actors are hidden."""
        return sum(actor.id in self.hidden for actor in self._all)

    def count_in(self, unit: Unit) -> None:
        """Tells in how many articles, stories or outlets each is named."""
        self._unit = unit
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.NAMED_IN, Column.NAMED_IN)
        if self._by == Column.NAMED_IN:
            self._arrange()
        elif self._shown:
            self._redraw(Column.NAMED_IN)

    def take_here(self, here: Mapping[str, int]) -> None:
        """Takes the mentions in the article in focus."""
        self._here = here
        if self._by == Column.HERE:
            self._arrange()
        elif self._shown:
            self._redraw(Column.HERE)

    def take_trends(self, trends: Mapping[str, tuple[int, ...]]) -> None:
        """Takes some sparklines."""
        self._trends.update(trends)
        if self._shown:
            self._redraw(Column.TREND)

    def filter(self, words: str) -> None:
        """Keeps the actors with a name that holds the words."""
        self._filter = fold(words)
        self._arrange()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by = Column(column)
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def actor(self, row: int) -> Actor | None:
        """The actor of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, actor_id: str) -> int | None:
        """The row of an actor that is shown."""
        return next((i for i, a in enumerate(self._shown) if a.id == actor_id), None)

    def known(self, actor_ids: Iterable[str]) -> list[Actor]:
        """Those actors that are in the selection, least mentioned first."""
        wanted = set(actor_ids)
        return sorted((a for a in self._all if a.id in wanted), key=lambda a: a.mentions)

    def without_trend(self, rows: Iterable[int]) -> list[str]:
        """The actors among some rows whose sparkline is not here yet."""
        actors = (self.actor(row) for row in rows)
        return [a.id for a in actors if a is not None and a.id not in self._trends]

    @property
    def count(self) -> int:
        """How many actors there are before filtering."""
        return len(self._all)

    def _arrange(self) -> None:
        self.beginResetModel()
        kept = [a for a in self._all if self._fits(a)]
        kept.sort(key=self._key(), reverse=self._descending)
        if self.by_kind:
            kept.sort(key=lambda a: KINDS.index(a.kind))
        if self.pinned:
            kept.sort(key=lambda a: a.id not in self.pinned)
        self._shown = kept
        self.endResetModel()

    def _key(self) -> Callable[[Actor], tuple[float, str]]:
        unit, here = self._unit, self._here
        keys: dict[Column, Callable[[Actor], tuple[float, str]]] = {
            Column.FIRST: lambda a: (0 if a.first is None else a.first.toordinal(), ""),
            Column.LAST: lambda a: (0 if a.last is None else a.last.toordinal(), ""),
            Column.BEFORE: lambda a: (self._named_before(a.id), ""),
            Column.HERE: lambda a: (here.get(a.id, 0), ""),
            Column.MENTIONS: lambda a: (a.mentions, ""),
            Column.NAMED_IN: lambda a: (a.named_in(unit), ""),
        }
        return keys.get(self._by, lambda a: (0, fold(a.name)))

    def _fits(self, actor: Actor) -> bool:
        if self.kinds and actor.kind not in self.kinds:
            return False
        if actor.id in self.hidden and not self.with_hidden:
            return False
        words = self._filter
        return not words or any(words in fold(name) for name in (actor.name, *actor.aliases))

    def _named_before(self, actor_id: str) -> int:
        then = self._before.actors.get(actor_id) if self._before is not None else None
        return then.named_in(self._unit) if then is not None else 0

    def _redraw(self, column: Column) -> None:
        self.dataChanged.emit(self.index(0, column), self.index(len(self._shown) - 1, column))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight
            side = Qt.AlignmentFlag.AlignLeft if section == Column.NAME else side
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == _TOLD and section == Column.MENTIONS:
            return self.tr("How often each is named")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("name"),
            Column.HERE: self.tr("here"),
            Column.MENTIONS: self.tr("mentions"),
            Column.NAMED_IN: unit_name(self._unit),
            Column.TREND: self.tr("trend"),
            Column.FIRST: self.tr("first"),
            Column.LAST: self.tr("last"),
            Column.BEFORE: self.tr("before"),
        }[Column(section)]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        actor = self.actor(index.row())
        if actor is None:
            return None
        if role >= Qt.ItemDataRole.UserRole:
            return self._drawn(actor, role)
        if index.column() == Column.NAME and role in {_ALOUD, _TOLD}:
            return self._told(actor, aloud=role == _ALOUD)
        if index.column() == Column.BEFORE and role == _TOLD:
            return self._compared(actor)
        if role in {Qt.ItemDataRole.DisplayRole, _ALOUD}:
            return self._text(actor, Column(index.column()))
        return None

    def _drawn(self, actor: Actor, role: int) -> object:
        # Asked for each cell that is painted: nothing is made that was not asked for.
        if role == ACTOR:
            return actor
        if role == TREND:
            return self._trends.get(actor.id, ())
        return actor.id in self.pinned, actor.id in self.hidden

    def _told(self, actor: Actor, *, aloud: bool) -> str | None:
        caution = self._caution(actor)
        if not aloud:
            return caution or None
        return ", ".join(filter(None, (shown(actor.name), kind_name(actor.kind), caution)))

    def _caution(self, actor: Actor) -> str:
        scripts = mixed(actor.name)
        if not scripts:
            return ""
        words = self.tr("{first} and {second} letters in one word: it may imitate another name")
        return words.format(first=scripts[0], second=scripts[1])

    def _text(self, actor: Actor, column: Column) -> str:
        if column == Column.NAME:
            return shown(actor.name)
        if column in (Column.FIRST, Column.LAST):
            when = actor.first if column == Column.FIRST else actor.last
            return day(when) if when else ""
        if column == Column.BEFORE:
            return self._change(actor)
        many = {
            Column.HERE: self._here.get(actor.id, 0),
            Column.MENTIONS: actor.mentions,
            Column.NAMED_IN: actor.named_in(self._unit),
        }.get(column)
        return "" if many is None or (column == Column.HERE and not many) else number(many)

    def _change(self, actor: Actor) -> str:
        """How many named the actor before, and whether a larger share of all does now."""
        before = self._before
        if before is None or not before.then.of(self._unit):
            return ""
        then, now = self._named_before(actor.id), actor.named_in(self._unit)
        rise = now * before.then.of(self._unit) - then * before.now.of(self._unit)
        return f"{number(then)} {'▲' if rise > 0 else '▼' if rise < 0 else '='}"

    def _compared(self, actor: Actor) -> str:
        before = self._before
        if before is None:
            return self.tr("Choose a period on the timeline to compare it with the one before.")
        unit = unit_name(self._unit)
        words = self.tr("{now} of {all} {unit} now; {then} of {all_then} in {days}")
        return words.format(
            now=number(actor.named_in(self._unit)),
            all=number(before.now.of(self._unit)),
            unit=unit,
            then=number(self._named_before(actor.id)),
            all_then=number(before.then.of(self._unit)),
            days=days(before.brush.first, before.brush.last),
        )
