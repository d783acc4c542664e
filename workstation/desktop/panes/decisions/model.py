"""The log of decisions as rows, newest first, fetched as they are seen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt
from typing_extensions import override

from workstation.curating import decisions, history
from workstation.curating.history import View
from workstation.desktop import sentences
from workstation.desktop.paging import Index, PagedRows
from workstation.desktop.theme import Theme
from workstation.desktop.words import mentions_in_articles, shown, tip, tr
from workstation.domain.decision import Decision
from workstation.limits import LIST_ROWS

if TYPE_CHECKING:
    from workstation.library.library import Reading

WHEN, WHO, WORDS, REASON, REACH, FATE = range(6)


@dataclass(frozen=True, slots=True)
class Row:
    """A decision, and the one that took it back, if one did."""

    id: int
    decision: Decision
    taken_back: Decision | None


@dataclass(frozen=True, slots=True)
class Listed:
    """Some pages of a view, how many rows it has, and how many decisions there are and hold."""

    count: int
    taken: int
    holding: int
    pages: Mapping[int, tuple[Row, ...]]


def listed(view: View, words: str, pages: Iterable[int]) -> "Callable[[Reading], Listed]":
    """The question for some pages of the decisions that fit."""
    wanted = sorted(set(pages))

    def ask(reading: "Reading") -> Listed:
        log = decisions.log(reading)
        by_number = {decision.number: decision for decision in log}
        found = history.fitting(log, view, words)[::-1]
        holding = len(history.fitting(log, "hold", ""))
        cut = {page: found[page * LIST_ROWS : (page + 1) * LIST_ROWS] for page in wanted}
        return Listed(
            len(found),
            holding + len(history.fitting(log, "taken-back", "")),
            holding,
            {
                page: tuple(Row(d.number, d, by_number.get(d.revoked_by or 0)) for d in some)
                for page, some in cut.items()
            },
        )

    return ask


class DecisionRows(PagedRows[Row]):
    """When, by whom, the decision as a sentence, why, what it reached, and whether it holds."""

    def __init__(
        self, theme: Theme, want: Callable[[frozenset[int]], None], parent: QObject
    ) -> None:
        """`want` is called with the pages that somebody tried to see."""
        super().__init__(want, parent)
        self._theme = theme

    def take(self, answer: Listed, *, anew: bool) -> None:
        """Takes an answer; `anew` forgets the pages that it does not bring."""
        self.take_pages(answer.count, answer.pages, anew=anew)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else FATE + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (
                self.tr("when"),
                self.tr("who"),
                self.tr("decision"),
                self.tr("why"),
                self.tr("reached"),
                self.tr("holds"),
            )
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.at(index.row())
        if row is None:
            return None
        column = index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            holds = row.taken_back is None and row.decision.order.verb != "revoke"
            return self._theme.colour("text" if holds and column == WORDS else "muted")
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return None

    def _words(self, row: Row, column: int) -> str:
        decision = row.decision
        if column == REACH:
            reach = decision.reach
            return mentions_in_articles(reach.mentions, reach.articles) if reach.mentions else ""
        if column == FATE:
            return self._fate(row)
        return {
            WHEN: when(decision.at),
            WHO: shown(decision.who),
            WORDS: shown(sentences.told(decision.words)),
            REASON: shown(decision.order.reason),
        }[column]

    def _fate(self, row: Row) -> str:
        if row.taken_back is not None:
            return self.tr("taken back")
        return "" if row.decision.order.verb == "revoke" else self.tr("holds")

    def _tip(self, row: Row, column: int) -> str | None:
        if column in {WORDS, REASON}:
            return tip(self._words(row, column)) if self._words(row, column) else None
        if column == FATE and row.taken_back is not None:
            by = self.tr("{who}, {when}")
            taken = row.taken_back
            return tip(by.format(who=taken.who, when=when(taken.at)))
        return None


def when(at: datetime) -> str:
    """An instant, as short as today allows: `14:02`, `12 Dec 14:02`, `12 Dec 2024`."""
    moment, today = at.astimezone(), datetime.now().astimezone().date()
    if moment.date() == today:
        return f"{moment:%H:%M}"
    stamp = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    this_year = moment.year == today.year
    pattern = tr("Dates", "d MMM HH:mm") if this_year else tr("Dates", "d MMM yyyy")
    return QLocale().toString(stamp, pattern)
