"""How often each actor of a selection is named, and in how many articles, stories and outlets."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from workstation.domain.frequency import UNITS
from workstation.domain.selection import Selection
from workstation.library import schema as tables
from workstation.library.by_day import different
from workstation.library.columns import counting
from workstation.library.columns.image import Image
from workstation.library.conditions import named, where
from workstation.library.library import Reading


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one actor, by its row; days are ordinals, None where all are undated."""

    root: int
    mentions: int
    articles: int
    stories: int
    outlets: int
    first: int | None
    last: int | None


def most_named(
    reading: Reading,
    selection: Selection,
    *,
    roots: Collection[int] | None = None,
    kinds: Sequence[str] = (),
    limit: int | None = None,
) -> list[Numbers]:
    """The actors named most; only some of them, or some kinds, where these are given."""
    if (image := reading.columns) is not None:
        return _from(image, reading, selection, roots, kinds, limit)
    root = tables.actors.alias("root")
    counts_as = tables.actors.c.canonical_id
    # Few do not count; asking for the others would look at every actor's articles first.
    fits = [counts_as.not_in(sa.select(root.c.id).where(sa.not_(root.c.counted)))]
    if roots is not None:
        fits.append(counts_as.in_(roots))
    if kinds:
        fits.append(counts_as.in_(sa.select(root.c.id).where(root.c.kind.in_(kinds))))
    # Names are asked for after the counting: carried through it they would double its time.
    rows = reading.connection.execute(
        sa.select(
            counts_as,
            sa.func.sum(tables.article_actors.c.mentions).label("n"),
            *(different(unit) for unit in UNITS),
            sa.func.min(tables.articles.c.day),
            sa.func.max(tables.articles.c.day),
        )
        .select_from(named())
        .where(*where(reading, selection), *fits)
        .group_by(counts_as)
        .order_by(sa.desc("n"), counts_as)
        .limit(limit)
    )
    return [Numbers(*row) for row in rows]


def _from(
    image: Image,
    reading: Reading,
    selection: Selection,
    roots: Collection[int] | None,
    kinds: Sequence[str],
    limit: int | None,
) -> list[Numbers]:
    found = counting.named(image, reading, selection, roots)
    most = found.most(counting.fitting(image, roots, kinds), limit)
    columns = (
        found.mentions,
        found.articles,
        found.stories,
        found.outlets,
        found.first,
        found.last,
    )
    return [
        Numbers(root, mentions, articles, stories, outlets, first or None, last or None)
        for root, mentions, articles, stories, outlets, first, last in zip(
            most, *(column[most].tolist() for column in columns), strict=True
        )
    ]
