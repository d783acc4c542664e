"""The articles of the selection as rows: a truthful count, and pages fetched as they are seen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from workstation.desktop.paging import Index, PagedRows
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


class ArticleRows(PagedRows[Article]):
    """One column of articles."""

    def __init__(self, want: Callable[[frozenset[int]], None], parent: QObject) -> None:
        """`want` is called with the pages that somebody tried to see."""
        super().__init__(want, parent)
        self._tagging = False

    def take(self, answer: Listed, *, anew: bool) -> None:
        """Takes an answer; `anew` forgets the pages that it does not bring."""
        self._tagging = answer.tagging
        self.take_pages(answer.count, answer.pages, anew=anew)

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
        article = self.at(index.row())
        if role == ARTICLE or article is None:
            return article
        return self._counted(article) if role == COUNT else shown(article.title)

    def _counted(self, article: Article) -> str:
        if article.problem:
            return self.tr("not tagged")
        return "…" if self._tagging and not article.mentions else number(article.mentions)
