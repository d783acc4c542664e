"""Rows of a long list: a truthful count, and pages fetched as they are seen."""

from collections.abc import Callable, Mapping
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import QTableView
from typing_extensions import override

from workstation.limits import LIST_ROWS

_KEPT: Final = 24
"""Pages kept: some screens up and down, without holding a whole list in memory."""

Index = QModelIndex | QPersistentModelIndex


class Numbered(Protocol):
    """What a row shows, known by a number."""

    @property
    def id(self) -> int:
        """The number."""
        ...


Row = TypeVar("Row", bound=Numbered)


class PagedRows(QAbstractTableModel, Generic[Row]):
    """A row that is not here yet is asked for and stays empty so long."""

    def __init__(self, want: Callable[[frozenset[int]], None], parent: QObject) -> None:
        """`want` is called with the pages that somebody tried to see."""
        super().__init__(parent)
        self._want = want
        self._count = 0
        self._pages: dict[int, tuple[Row, ...]] = {}
        self._missing: set[int] = set()

    def take_pages(self, count: int, pages: Mapping[int, tuple[Row, ...]], *, anew: bool) -> None:
        """Takes some pages and how many rows there are; `anew` forgets all other pages."""
        resized = count != self._count
        if resized:
            self.beginResetModel()
            self._count = count
        if anew or resized:
            self._pages.clear()
            self._missing.clear()
        for page, on_page in pages.items():
            self._pages.pop(page, None)
            self._pages[page] = on_page
            self._missing.discard(page)
        while len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]
        if resized:
            self.endResetModel()
        elif self._count:
            last = self.index(self._count - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def at(self, row: int) -> Row | None:
        """What a row shows, or None until it has come."""
        page, inside = divmod(row, LIST_ROWS)
        on_page = self._pages.get(page)
        if on_page is None:
            if 0 <= row < self._count and page not in self._missing:
                self._missing.add(page)
                self._want(frozenset(self._missing))
            return None
        return on_page[inside] if inside < len(on_page) else None

    def seen(self, row: int) -> int | None:
        """The number of what a row shows, if it is here; nothing is asked for."""
        page, inside = divmod(row, LIST_ROWS)
        on_page = self._pages.get(page, ())
        return on_page[inside].id if inside < len(on_page) else None

    @property
    def here(self) -> list[int]:
        """The numbers of all that is here."""
        return [shown.id for on_page in self._pages.values() for shown in on_page]

    def row_of(self, number: int) -> int | None:
        """The row that shows what has a number, if it is on a page that is here."""
        for page, on_page in self._pages.items():
            for inside, shown in enumerate(on_page):
                if shown.id == number:
                    return page * LIST_ROWS + inside
        return None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count


def seen_pages(table: QTableView, *, whole: int = 0) -> set[int]:
    """The pages of a table's first and last row in view.

    Where the rows end above its lower edge, row `whole` is looked at as the last one.
    """
    first = max(0, table.rowAt(0))
    last = table.rowAt(table.viewport().height() - 1)
    last = max(first, whole) if last < 0 else last
    return {first // LIST_ROWS, min(last, first + LIST_ROWS) // LIST_ROWS}
