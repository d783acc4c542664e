"""The articles of the selection as rows: a truthful count, and pages fetched as they are seen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from workstation.desktop.paging import Index, PagedRows
from workstation.desktop.panes.articles import signs as drawn
from workstation.desktop.words import number, several, shown
from workstation.domain.article import Article
from workstation.domain.selection import Selection
from workstation.domain.signs import Signs
from workstation.library import corpus
from workstation.library import folding as fold
from workstation.library import signs as kept
from workstation.library.folding import Row
from workstation.limits import LIST_ROWS
from workstation.tagging import tagger

if TYPE_CHECKING:
    from workstation.library.library import Reading

ARTICLE: Final = Qt.ItemDataRole.UserRole
COUNT: Final = Qt.ItemDataRole.UserRole + 1
"""How many mentions an article has, in words."""
FOLD: Final = Qt.ItemDataRole.UserRole + 2
"""What is folded behind a row, as `Folded`; None where nothing is."""
SIGNS: Final = Qt.ItemDataRole.UserRole + 3
"""What is set on an article, as `Signs`."""
_NONE: Final = Signs()


@dataclass(frozen=True, slots=True)
class Folding:
    """Whether copies of a story are one row, and the stories that are open all the same."""

    on: bool = False
    opened: frozenset[int] = frozenset()


UNFOLDED: Final = Folding()


@dataclass(frozen=True, slots=True)
class Folded:
    """The copies behind a row, in words, and whether they are shown; one of them has no words."""

    words: str
    is_open: bool
    short: str = ""
    """The same in a sign or two, for where there is little room."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Some pages of a list, and how many rows it has."""

    count: int
    size: int
    pages: Mapping[int, tuple[Row, ...]]
    held: int = 0
    """Articles of the selection: more than rows where copies are folded."""
    tagging: bool = False
    """Whether some articles are not tagged yet, so that no mention may mean not counted."""
    signs: Mapping[int, Signs] = field(default_factory=dict)
    """What is set on the articles of the pages, by their numbers."""


_ROLES: Final = frozenset(
    {
        ARTICLE,
        COUNT,
        FOLD,
        SIGNS,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)


def listed(
    selection: Selection,
    order: corpus.Order,
    pages: Iterable[int],
    folding: Folding = UNFOLDED,
) -> "Callable[[Reading], Listed]":
    """The question for some pages of the list."""
    wanted = sorted(set(pages))

    def ask(reading: "Reading") -> Listed:
        held = corpus.count(reading, selection)
        found = {
            page: tuple(_page(reading, selection, order, folding, page * LIST_ROWS, LIST_ROWS))
            for page in wanted
        }
        return Listed(
            fold.count(reading, selection, folding.opened) if folding.on else held,
            corpus.size(reading),
            found,
            held,
            tagger.waits(reading),
            kept.of(reading, [row.id for rows in found.values() for row in rows]),
        )

    return ask


def chosen(
    selection: Selection, order: corpus.Order, rows: Sequence[int], folding: Folding = UNFOLDED
) -> "Callable[[Reading], Selection]":
    """The question which articles stand in some rows of the list, in whose order they are given."""

    def ask(reading: "Reading") -> Selection:
        offset, limit = rows[0], rows[-1] - rows[0] + 1
        page = _page(reading, selection, order, folding, offset, limit)
        numbers = [str(page[row - offset].id) for row in rows if row - offset < len(page)]
        return Selection().with_facet("article", tuple(numbers))

    return ask


def _page(
    reading: "Reading",
    selection: Selection,
    order: corpus.Order,
    folding: Folding,
    offset: int,
    limit: int,
) -> list[Row]:
    if folding.on:
        opened = folding.opened
        return fold.rows(reading, selection, order=order, opened=opened, offset=offset, limit=limit)
    found = corpus.articles(reading, selection, order=order, offset=offset, limit=limit)
    return list(map(Row, found))


class ArticleRows(PagedRows[Row]):
    """One column of articles."""

    def __init__(self, want: Callable[[frozenset[int]], None], parent: QObject) -> None:
        """`want` is called with the pages that somebody tried to see."""
        super().__init__(want, parent)
        self._tagging = False
        self._opened: frozenset[int] = frozenset()
        self._signs: dict[int, Signs] = {}

    def take(self, answer: Listed, *, anew: bool, opened: frozenset[int] = frozenset()) -> None:
        """Takes an answer; `anew` forgets the pages that it does not bring."""
        self._tagging = answer.tagging
        self._opened = opened
        self._signs = {**({} if anew else self._signs), **answer.signs}
        self.take_pages(answer.count, answer.pages, anew=anew)

    def mark(self, numbers: Sequence[int], signs: Mapping[int, Signs]) -> None:
        """Takes what is set on some articles by now."""
        self._signs.update({one: signs.get(one, _NONE) for one in numbers})
        last = self.index(self.rowCount() - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last)

    def article(self, row: int) -> Article | None:
        """The article of a row, if it is here."""
        found = self.at(row)
        return None if found is None else found.article

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.at(index.row()) if role in _ROLES else None
        if row is None:
            return None
        if role == ARTICLE:
            return row.article
        if role == COUNT:
            return self._counted(row.article)
        signs = self._signs.get(row.id, _NONE)
        if role == SIGNS:
            return signs
        return self._told(row, signs, role)

    def _told(self, row: Row, signs: Signs, role: int) -> object:
        folded = self._folded(row)
        if role == FOLD:
            return folded
        others = folded.words if folded else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (others, ", ".join(map(shown, signs.labels)))))
        title = shown(row.article.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (title, others, drawn.aloud(signs))))
        return title

    def _folded(self, row: Row) -> Folded | None:
        if row.is_copy:
            return Folded("", is_open=True)
        if not row.copies:
            return None
        if row.outlets:
            words = several(
                row.outlets, self.tr("also in 1 outlet"), self.tr("also in {n} outlets")
            )
        else:
            words = several(row.copies, self.tr("1 more copy"), self.tr("{n} more copies"))
        return Folded(words, row.article.story in self._opened, f"+{row.copies}")

    def _counted(self, article: Article) -> str:
        if article.problem:
            return self.tr("not tagged")
        return "…" if self._tagging and not article.mentions else number(article.mentions)
