"""A list of articles in which the copies of one story are one row that opens."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from workstation.domain.article import Article
from workstation.domain.selection import Selection
from workstation.library import corpus
from workstation.library.columns import listing
from workstation.library.conditions import where
from workstation.library.library import Reading
from workstation.library.schema import articles
from workstation.limits import LIST_ROWS

_ASKED_FOR = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """An article of a list, and what is folded behind it."""

    article: Article
    copies: int = 0
    """The other articles of its story in the selection; none for one of these."""
    outlets: int = 0
    """The outlets of these, without its own."""
    is_copy: bool = False
    """Whether it stands below the first of its story, which is open."""

    @property
    def id(self) -> int:
        """The number of the article."""
        return self.article.id


def rows(
    reading: Reading,
    selection: Selection,
    *,
    order: corpus.Order = "newest",
    opened: Collection[int] = (),
    offset: int = 0,
    limit: int | None = LIST_ROWS,
) -> list[Row]:
    """A page of the selection's stories; those that are opened have all their articles.

    The first of a story is the one that comes first in this order; its copies follow it.
    """
    page = _page(reading, selection, order, opened, offset, limit)
    known = corpus.numbered(reading, page)
    others = _outlets(reading, selection, {known[number].story for number in page})
    return [
        Row(known[number], is_copy=True)
        if is_copy
        else _first(known[number], others[known[number].story])
        for number, is_copy in page.items()
    ]


def count(reading: Reading, selection: Selection, opened: Collection[int] = ()) -> int:
    """How many rows there are."""
    stories = corpus.extent(reading, selection).stories
    if not opened:
        return stories
    asked = sa.select(sa.func.count(), sa.func.count(articles.c.story.distinct()))
    inside = [*where(reading, selection), articles.c.story.in_(list(opened))]
    copies, firsts = reading.connection.execute(asked.where(*inside)).one()
    return stories + copies - firsts


def _page(
    reading: Reading,
    selection: Selection,
    order: corpus.Order,
    opened: Collection[int],
    offset: int,
    limit: int | None,
) -> dict[int, bool]:
    """The articles of a page, and whether each is a copy of one above it."""
    if order != "title" and (image := reading.columns) is not None:
        return listing.folded(image, reading, selection, order, opened, offset, limit)
    place = sa.func.row_number().over(order_by=corpus.ORDERS[order])
    placed = (
        sa.select(articles.c.id, articles.c.story, place.label("place"))
        .where(*where(reading, selection))
        .subquery()
    )
    first = sa.func.min(placed.c.place).over(partition_by=placed.c.story)
    grouped = sa.select(placed, first.label("first")).subquery()
    is_first = grouped.c.place == grouped.c.first
    found = reading.connection.execute(
        sa.select(grouped.c.id, sa.not_(is_first))
        .where(sa.or_(is_first, grouped.c.story.in_(list(opened))) if opened else is_first)
        .order_by(grouped.c.first, grouped.c.place)
        .offset(offset)
        .limit(limit)
    )
    return {number: bool(is_copy) for number, is_copy in found}


def _outlets(
    reading: Reading, selection: Selection, stories: Collection[int]
) -> dict[int, dict[str, int]]:
    """The outlets of some stories in the selection, with how many articles each has."""
    inside = where(reading, selection)
    # Databases take no more than some thirty thousand numbers in a question.
    if len(stories) <= _ASKED_FOR:
        inside.append(articles.c.story.in_(list(stories)))
    found: dict[int, dict[str, int]] = {story: {} for story in stories}
    for story, outlet, n in reading.connection.execute(
        sa.select(articles.c.story, articles.c.outlet, sa.func.count())
        .where(*inside)
        .group_by(articles.c.story, articles.c.outlet)
    ):
        if story in found:
            found[story][outlet] = n
    return found


def _first(article: Article, outlets: dict[str, int]) -> Row:
    others = outlets.keys() - {article.outlet, ""}
    return Row(article, copies=sum(outlets.values()) - 1, outlets=len(others))
