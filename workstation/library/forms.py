"""The surface forms of all actors, and who is named beside whom."""

from collections import Counter
from collections.abc import Iterable

import sqlalchemy as sa

from workstation.domain.cleaning import Form
from workstation.library import actors as actor_rows
from workstation.library.library import Reading
from workstation.library.places import GAVE_WAY
from workstation.library.schema import actors, article_actors, mentions
from workstation.limits import COMPANY_ARTICLES


def every(reading: Reading) -> list[Form]:
    """Every surface form, without regard to case and accents, with each actor that it means."""
    root = actors.alias("root")
    known = sa.case((mentions.c.layer == "register", 1), else_=0)
    # Grouped before names join: that takes half the time.
    grouped = (
        sa.select(
            mentions.c.folded,
            actors.c.canonical_id,
            sa.func.max(mentions.c.surface).label("surface"),
            sa.func.count().label("n"),
            sa.func.max(known).label("known"),
            # Counting different ones would keep a list for each group.
            sa.func.min(mentions.c.label).label("one"),
            sa.func.max(mentions.c.label).label("other"),
        )
        .join(actors, actors.c.id == mentions.c.actor_id)
        .where(mentions.c.counted, mentions.c.decided != GAVE_WAY, mentions.c.layer != "analyst")
        .group_by(mentions.c.folded, actors.c.canonical_id)
        .subquery()
    )
    rows = reading.connection.execute(
        sa.select(grouped, root.c.uuid, root.c.name, root.c.kind)
        .join(root, root.c.id == grouped.c.canonical_id)
        .where(root.c.counted)
    )
    return [
        Form(
            row.surface, row.folded, row.uuid, row.name, row.kind,
            row.n, bool(row.known), row.one != row.other,
        )
        for row in rows
    ]  # fmt: skip


def company(reading: Reading, uuids: Iterable[str]) -> dict[str, Counter[int]]:
    """In how many articles each actor has which others beside it, by their row numbers.

    Of an actor named often, only the newest articles are looked at.
    """
    return {
        uuid: _beside(reading, root) for uuid, root in actor_rows.roots_of(reading, uuids).items()
    }


def _beside(reading: Reading, root: int) -> Counter[int]:
    other = article_actors.alias("other")
    merged = sa.select(actors.c.id).where(actors.c.canonical_id == root)
    its = (
        sa.select(article_actors.c.article_id)
        .where(article_actors.c.actor_id.in_(merged))
        .order_by(article_actors.c.article_id.desc())
        .limit(COMPANY_ARTICLES)
    )
    rows = reading.connection.execute(
        sa.select(actors.c.canonical_id, sa.func.count())
        .select_from(other.join(actors, actors.c.id == other.c.actor_id))
        .where(other.c.article_id.in_(its), actors.c.canonical_id != root)
        .group_by(actors.c.canonical_id)
    )
    return Counter({number: n for number, n in rows})  # noqa: C416 - rows are no pairs to mypy
