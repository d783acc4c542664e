"""The articles of the selection as rows: a truthful count, and pages fetched as they are seen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from workstation.desktop.words import number, shown
from workstation.domain.article import Article
from workstation.domain.selection import Selection
from workstation.library import corpus
from workstation.limits import LIST_ROWS
from workstation.tagging import tagger

if TYPE_CHECKING:
    from workstation.library.library import Reading

ARTICLE: Final = Qt.ItemDataRole.UserRole
COUNT: Final = Qt.ItemDataRole.UserRole + 1
"""How many mentions an article has, in words."""
_KEPT: Final = 24
"""Pages kept: some screens up and down, without holding a library in memory."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Listed:
    """Some pages of a list, and how many rows it has."""

    count: int
    size: int
    pages: Mapping[int, tuple[Article, ...]]
    tagging: bool = False
    """Whether some articles are not tagged yet, so that no mention may mean not counted."""


def listed(
    selection: Selection, order: corpus.Order, pages: Iterable[int]
) -> "Callable[[Reading], Listed]":
    """The question for some pages of the list."""
    wanted = sorted(set(pages))

    def ask(reading: "Reading") -> Listed:
        return Listed(
            corpus.count(reading, selection),
            corpus.size(reading),
            {
                page: tuple(
                    corpus.articles(reading, selection, order=order, offset=page * LIST_ROWS)
                )
                for page in wanted
            },
            tagger.to_do(reading) > 0,
        )

    return ask


def chosen(
    selection: Selection, order: corpus.Order, rows: Sequence[int]
) -> "Callable[[Reading], Selection]":
    """The question which articles stand in some rows of the list, in whose order they are given."""

    def ask(reading: "Reading") -> Selection:
        offset, limit = rows[0], rows[-1] - rows[0] + 1
        page = corpus.articles(reading, selection, order=order, offset=offset, limit=limit)
        numbers = [str(page[row - offset].id) for row in rows if row - offset < len(page)]
        return Selection().with_facet("article", tuple(numbers))

    return ask


class ArticleRows(QAbstractTableModel):
    """One column of articles; a row that is not here yet is asked for and stays empty so long."""

    def __init__(self, want: Callable[[frozenset[int]], None], parent: QObject) -> None:
        """`want` is called with the pages that somebody tried to see."""
        super().__init__(parent)
        self._want = want
        self._count = 0
        self._tagging = False
        self._pages: dict[int, tuple[Article, ...]] = {}
        self._missing: set[int] = set()

    def take(self, answer: Listed, *, anew: bool) -> None:
        """Takes an answer; `anew` forgets the pages that it does not bring."""
        resized = answer.count != self._count
        if resized:
            self.beginResetModel()
            self._count = answer.count
        if anew or resized:
            self._pages.clear()
            self._missing.clear()
        self._tagging = answer.tagging
        for page, on_page in answer.pages.items():
            self._pages.pop(page, None)
            self._pages[page] = on_page
            self._missing.discard(page)
        while len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]
        if resized:
            self.endResetModel()
        elif self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))

    def article(self, row: int) -> Article | None:
        """The article of a row, or None until it has come."""
        page, inside = divmod(row, LIST_ROWS)
        on_page = self._pages.get(page)
        if on_page is None:
            if page not in self._missing:
                self._missing.add(page)
                self._want(frozenset(self._missing))
            return None
        return on_page[inside] if inside < len(on_page) else None

    def seen(self, row: int) -> int | None:
        """The number of the article of a row that is here; nothing is asked for."""
        page, inside = divmod(row, LIST_ROWS)
        on_page = self._pages.get(page, ())
        return on_page[inside].id if inside < len(on_page) else None

    def row_of(self, number: int) -> int | None:
        """The row of an article, if it is on a page that is here."""
        for page, on_page in self._pages.items():
            for inside, article in enumerate(on_page):
                if article.id == number:
                    return page * LIST_ROWS + inside
        return None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {
            ARTICLE,
            COUNT,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        article = self.article(index.row())
        if role == ARTICLE or article is None:
            return article
        return self._counted(article) if role == COUNT else shown(article.title)

    def _counted(self, article: Article) -> str:
        if article.problem:
            return self.tr("not tagged")
        return "…" if self._tagging and not article.mentions else number(article.mentions)
