"""What made a period: the stories told most in it, and the words of their headlines."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import sqlalchemy as sa

from workstation.domain.names import fold
from workstation.domain.selection import Brush, Selection
from workstation.domain.spikes import Explanation, Told, telling
from workstation.library import actors as actor_rows
from workstation.library import corpus, fields
from workstation.library.conditions import where
from workstation.library.library import Reading
from workstation.library.schema import aliases, articles
from workstation.limits import SPIKE_STORIES, SPIKE_TITLES, SPIKE_WORDS

_WORD = re.compile(r"[^\W\d_]{3,}")


def explained(
    reading: Reading, selection: Selection, days: Brush, actor_ids: Sequence[str] = ()
) -> Explanation:
    """What made some days of a selection; of the articles that name some actors, if any are given.

    The words are those of headlines that are rarer on the other days, and no names of the actors.
    """
    whole = _naming(reading, selection.without("brush"), actor_ids)
    inside = _naming(reading, replace(selection.without("brush"), brush=days), actor_ids)
    count = sa.func.count()
    rows = reading.connection.execute(
        sa.select(
            articles.c.story,
            count.label("many"),
            sa.func.count(articles.c.outlet.distinct()).label("outlets"),
            sa.func.min(articles.c.id).label("first"),
            sa.func.sum(articles.c.mentions).label("mentions"),
        )
        .where(*inside)
        .group_by(articles.c.story)
        .order_by(count.desc(), sa.func.sum(articles.c.mentions).desc(), articles.c.story)
    ).all()
    first = corpus.numbered(reading, [row.first for row in rows[:SPIKE_STORIES]])
    return Explanation(
        sum(row.many for row in rows),
        tuple(
            Told(row.story, first[row.first].title, row.many, row.outlets)
            for row in rows[:SPIKE_STORIES]
        ),
        tuple(
            telling(
                _words(reading, inside),
                _words(reading, whole),
                most=SPIKE_WORDS,
                but=_names(reading, actor_ids),
            )
        ),
    )


def _naming(
    reading: Reading, selection: Selection, actor_ids: Sequence[str]
) -> list[sa.ColumnElement[bool]]:
    conditions = where(reading, selection)
    if actor_ids:
        conditions.append(fields.naming(actor_rows.roots_of(reading, actor_ids).values()))
    return conditions


def _words(reading: Reading, inside: Iterable[sa.ColumnElement[bool]]) -> Counter[str]:
    titles = reading.connection.scalars(
        sa.select(articles.c.title)
        .where(*inside)
        .order_by(articles.c.day.desc(), articles.c.id)
        .limit(SPIKE_TITLES)
    )
    return Counter(word for title in titles for word in set(_WORD.findall(fold(title))))


def _names(reading: Reading, actor_ids: Sequence[str]) -> set[str]:
    roots = actor_rows.roots_of(reading, actor_ids).values()
    found = reading.connection.scalars(
        sa.select(aliases.c.surface).where(aliases.c.actor_id.in_(list(roots)))
    )
    return {word for surface in found for word in fold(surface).split()}
