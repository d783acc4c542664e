"""How an actor is spelled in the texts."""

from dataclasses import dataclass

import sqlalchemy as sa

from workstation.library import actors as actor_rows
from workstation.library.library import Reading
from workstation.library.schema import actors, mentions
from workstation.limits import SPELLINGS


@dataclass(frozen=True, slots=True)
class Spelling:
    """A surface, without regard to case and accents, and how often it means an actor."""

    surface: str
    folded: str
    mentions: int
    articles: int


def of(reading: Reading, actor: str) -> list[Spelling]:
    """The counted spellings of an actor and of all merged into it, most mentions first."""
    roots = actor_rows.roots_of(reading, [actor]).values()
    merged = sa.select(actors.c.id).where(actors.c.canonical_id.in_(roots))
    number = sa.func.count().label("n")
    rows = reading.connection.execute(
        sa.select(
            mentions.c.folded,
            sa.func.max(mentions.c.surface).label("surface"),
            number,
            sa.func.count(mentions.c.article_id.distinct()).label("articles"),
        )
        .where(mentions.c.actor_id.in_(merged), mentions.c.counted)
        .group_by(mentions.c.folded)
        .order_by(number.desc(), mentions.c.folded)
        .limit(SPELLINGS)
    )
    return [Spelling(row.surface, row.folded, row.n, row.articles) for row in rows]
