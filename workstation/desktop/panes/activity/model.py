"""What became of every file offered, as rows: a truthful count, and pages fetched as seen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt
from typing_extensions import override

from workstation.desktop import sentences
from workstation.desktop.paging import Index, PagedRows
from workstation.desktop.theme import Theme
from workstation.desktop.words import number, shown, tip, tr
from workstation.domain.ledger import Entry, Totals, View
from workstation.library import ledger
from workstation.limits import LIST_ROWS

if TYPE_CHECKING:
    from workstation.library.library import Reading

FILE, VERDICT, ARTICLES, GUESSES, READER, WHEN, WORDS = range(7)


@dataclass(frozen=True, slots=True)
class Listed:
    """Some pages of a view of the ledger, how many rows it has, and the ledger in numbers."""

    count: int
    totals: Totals
    pages: Mapping[int, tuple[Entry, ...]]


def listed(view: View, pages: Iterable[int]) -> "Callable[[Reading], Listed]":
    """The question for some pages of a view."""
    wanted = sorted(set(pages))

    def ask(reading: "Reading") -> Listed:
        return Listed(
            ledger.count(reading, view),
            ledger.totals(reading),
            {page: tuple(ledger.page(reading, view, offset=page * LIST_ROWS)) for page in wanted},
        )

    return ask


class LedgerRows(PagedRows[Entry]):
    """File, verdict, articles, guesses, reader, time, and what there is to say about it."""

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
        return 0 if parent is not None and parent.isValid() else WORDS + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (
                self.tr("file"),
                self.tr("verdict"),
                self.tr("articles"),
                self.tr("guesses"),
                self.tr("reader"),
                self.tr("offered"),
                self.tr("what there is to say"),
            )
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.at(index.row())
        if entry is None:
            return None
        column = index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _words(entry, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour(_ink(entry, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        tips = role == Qt.ItemDataRole.ToolTipRole and column in {FILE, WORDS}
        said = entry.file if column == FILE else sentences.outcome(entry.message)
        return tip(said) if tips else None


def verdict_words(entry: Entry) -> str:
    """What became of a file, in a word or two."""
    if entry.verdict is None:
        waits = entry.waiting and not entry.sha256
        return tr("Ledger", "waiting") if waits else tr("Ledger", "reading…")
    return {
        "imported": tr("Ledger", "imported"),
        "partly": tr("Ledger", "partly"),
        "duplicate": tr("Ledger", "known"),
        "refused": tr("Ledger", "refused"),
    }[entry.verdict]


def name_of(file: str) -> str:
    """The name of a file without its folders; an address stays whole."""
    return file if "://" in file else file.replace("\\", "/").rsplit("/", 1)[-1]


def _words(entry: Entry, column: int) -> str:
    if column == FILE:
        archive = entry.file.removesuffix(entry.member) if entry.member else entry.file
        return shown(name_of(archive) + entry.member)
    if column == VERDICT:
        return verdict_words(entry)
    if column == ARTICLES:
        return number(len(entry.articles)) if entry.articles else ""
    if column == GUESSES:
        return number(len(entry.notes)) if entry.notes else ""
    if column == READER:
        return entry.reader
    return _when(entry.offered_at) if column == WHEN else shown(sentences.outcome(entry.message))


def _when(at: int) -> str:
    today = datetime.now().astimezone().date()
    moment = datetime.fromtimestamp(at).astimezone()
    if moment.date() == today:
        return f"{moment:%H:%M}"
    stamp = QDateTime.fromSecsSinceEpoch(at)
    this_year = moment.year == today.year
    pattern = tr("Dates", "d MMM HH:mm") if this_year else tr("Dates", "d MMM yyyy")
    return QLocale().toString(stamp, pattern)


def _ink(entry: Entry, column: int) -> str:
    if column == VERDICT:
        return "problem" if entry.needs_you else "text"
    quiet = column in {READER, WHEN} or entry.verdict is None
    return "muted" if quiet else "text"


def _side(column: int) -> Qt.AlignmentFlag:
    figures = column in {ARTICLES, GUESSES}
    side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
