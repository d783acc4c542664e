"""The cleaning queue and the suggested merges as rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from workstation.curating import cleaning, suggesting
from workstation.desktop.paging import Index, PagedRows
from workstation.desktop.theme import Theme
from workstation.desktop.words import isolated, kind_name, number, several, shown, tip, tr
from workstation.domain.cleaning import Doubt, Doubted, Suggestion
from workstation.domain.scripts import mixed
from workstation.limits import LIST_ROWS

if TYPE_CHECKING:
    from workstation.library.library import Reading

FORM, MEANS, MENTIONS, WHY = range(4)
LESSER, GREATER, LESS, BECAUSE = range(4)
ROW: Final = Qt.ItemDataRole.UserRole
_TIPPED: Final = (FORM, WHY)


@dataclass(frozen=True, slots=True)
class Queued:
    """Some pages of the queue, or of the suggestions, and how many rows there are."""

    count: int
    forms: Mapping[int, tuple[Doubted, ...]]
    merges: Mapping[int, tuple[Suggestion, ...]]


def queued(pages: Iterable[int], skipped: frozenset[object]) -> "Callable[[Reading], Queued]":
    """The question for some pages of the queue, without the forms skipped for now."""
    wanted = sorted(set(pages))

    def ask(reading: "Reading") -> Queued:
        left = [one for one in cleaning.queue(reading) if key_of(one) not in skipped]
        return Queued(len(left), {page: tuple(_cut(left, page)) for page in wanted}, {})

    return ask


def suggested(pages: Iterable[int], skipped: frozenset[object]) -> "Callable[[Reading], Queued]":
    """The question for some pages of the suggestions, without those skipped for now."""
    wanted = sorted(set(pages))

    def ask(reading: "Reading") -> Queued:
        left = [one for one in suggesting.suggestions(reading) if key_of(one) not in skipped]
        return Queued(len(left), {}, {page: tuple(_cut(left, page)) for page in wanted})

    return ask


def _cut(some: list, page: int) -> list:  # type: ignore[type-arg]
    return some[page * LIST_ROWS : (page + 1) * LIST_ROWS]


def key_of(row: Doubted | Suggestion) -> object:
    """What tells a row when the queue is asked for again."""
    if isinstance(row, Doubted):
        return row.form.folded, row.form.actor
    return row.lesser.id, row.greater.id


class FormRows(PagedRows[Doubted]):
    """A form, whom it means, how often, and what is doubtful about it."""

    def __init__(
        self, theme: Theme, want: Callable[[frozenset[int]], None], parent: QObject
    ) -> None:
        """`want` is called with the pages that somebody tried to see."""
        super().__init__(want, parent)
        self._theme = theme
        self.decided: frozenset[object] = frozenset()
        """The rows about which something was decided that the queue does not know yet."""

    def row_with(self, key: object) -> int | None:
        """The row that shows a form, if it is on a page that is here."""
        for page, rows in self._pages.items():
            for inside, row in enumerate(rows):
                if key_of(row) == key:
                    return page * LIST_ROWS + inside
        return None

    def next_after(self, row: int) -> int:
        """The next row about which nothing was decided, or the row itself."""
        for later in range(row + 1, self.rowCount()):
            shown = self.at(later)
            if shown is None or key_of(shown) not in self.decided:
                return later
        return row

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WHY + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        heads = self.tr("form"), self.tr("means"), self.tr("mentions"), self.tr("doubt")
        return _head(heads, section, orientation, role)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.at(index.row())
        if row is None:
            return None
        form, column = row.form, index.column()
        if role == Qt.ItemDataRole.ForegroundRole and key_of(row) in self.decided:
            return self._theme.colour("muted")
        words = {
            FORM: shown(form.surface),
            MEANS: shown(form.name),
            MENTIONS: number(form.mentions),
            WHY: "; ".join(doubt_words(row, doubt) for doubt in row.doubts),
        }[column]
        if column == MEANS and role == Qt.ItemDataRole.AccessibleTextRole:
            words = f"{words}, {kind_name(form.kind)}"
        return _cell(row, words, column, role)


class MergeRows(PagedRows[Suggestion]):
    """The lesser of two actors, the greater, how often the lesser is named, and why."""

    def __init__(self, want: Callable[[frozenset[int]], None], parent: QObject) -> None:
        """`want` is called with the pages that somebody tried to see."""
        super().__init__(want, parent)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else BECAUSE + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        heads = self.tr("may be"), self.tr("the same as"), self.tr("mentions"), self.tr("why")
        return _head(heads, section, orientation, role)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.at(index.row())
        if row is None:
            return None
        column = index.column()
        words = {
            LESSER: shown(row.lesser.name),
            GREATER: shown(row.greater.name),
            LESS: number(row.lesser.mentions),
            BECAUSE: why_words(row),
        }[column]
        actor = row.lesser if column == LESSER else row.greater
        if column in {LESSER, GREATER} and role == Qt.ItemDataRole.AccessibleTextRole:
            words = f"{words}, {kind_name(actor.kind)}"
        return _cell(row, words, column, role)


def doubt_words(row: Doubted, doubt: Doubt) -> str:
    """What is doubtful, in a few words."""
    scripts = mixed(row.form.surface) or ("", "")
    return {
        "imitates": tr("Cleaning", "{first} and {second} letters in one word").format(
            first=scripts[0], second=scripts[1]
        ),
        "alike": tr("Cleaning", "others are called the same"),
        "several": tr("Cleaning", "means others too"),
        "machine": tr("Cleaning", "no register knows it"),
        "labels": tr("Cleaning", "taken for different kinds of thing"),
        "shape": tr("Cleaning", "looks like no name"),
    }[doubt]


def why_words(row: Suggestion) -> str:
    """Why two actors may be one."""
    mine, theirs = (f"“{isolated(name)}”" for name in row.names)
    why = {
        "alike": tr("Cleaning", "spelled alike"),
        "order": tr("Cleaning", "the same words in another order"),
        "letters": tr("Cleaning", "{mine} and {theirs} differ by a few letters"),
        "part": tr("Cleaning", "{mine} and {theirs}: one is part of the other"),
    }[row.nearness].format(mine=mine, theirs=theirs)
    if row.lesser.kind != row.greater.kind:
        kinds = tr("Cleaning", "a {one} and a {other}")
        named = kinds.format(one=kind_name(row.lesser.kind), other=kind_name(row.greater.kind))
        why = f"{why}, {named}"
    if not row.beside:
        return why
    one = tr("Cleaning", "{shared} of 1 named beside it is shared")
    many = tr("Cleaning", "{shared} of {n} named beside it are shared")
    return f"{why}; {several(row.beside, one, many, shared=number(row.shared))}"


def _head(heads: tuple[str, ...], section: int, orientation: Qt.Orientation, role: int) -> object:
    if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
        return heads[section]
    return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _cell(row: Doubted | Suggestion, words: str, column: int, role: int) -> object:
    if role == ROW:
        return row
    if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
        return words
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _side(column)
    return tip(words) if role == Qt.ItemDataRole.ToolTipRole and column in _TIPPED else None


def _side(column: int) -> Qt.AlignmentFlag:
    figures = column in {MENTIONS, LESS}
    side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
