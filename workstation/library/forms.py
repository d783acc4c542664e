"""The surface forms of all actors, and who is named beside whom."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

import sqlalchemy as sa

from workstation.domain.cleaning import Form
from workstation.library import actors as actor_rows
from workstation.library.form_counts import forms
from workstation.library.library import Reading
from workstation.library.places import GAVE_WAY
from workstation.library.schema import actors, article_actors, mentions
from workstation.limits import COMPANY_ARTICLES


def every(reading: Reading) -> list[Form]:
    """Every surface form, without regard to case and accents, with each actor that it means."""
    root = actors.alias("root")
    found = forms if reading.sqlite else mentions
    known = sa.case((found.c.layer == "register", 1), else_=0)
    # Grouped before names join: that takes half the time.
    counted = sa.select(
        found.c.folded,
        actors.c.canonical_id,
        sa.func.max(found.c.surface).label("surface"),
        (sa.func.sum(forms.c.mentions) if reading.sqlite else sa.func.count()).label("n"),
        sa.func.max(known).label("known"),
        # Counting different ones would keep a list for each group.
        sa.func.min(found.c.label).label("one"),
        sa.func.max(found.c.label).label("other"),
    ).join(actors, actors.c.id == found.c.actor_id)
    if not reading.sqlite:
        machines = mentions.c.layer != "analyst"
        counted = counted.where(mentions.c.counted, mentions.c.decided != GAVE_WAY, machines)
    grouped = counted.group_by(found.c.folded, actors.c.canonical_id).subquery()
    row = grouped.c
    asked = (
        sa.select(row.surface, row.folded, root.c.uuid, root.c.name, root.c.kind, row.n)
        .add_columns(row.known, row.one != row.other)
        .join(root, root.c.id == row.canonical_id)
        .where(root.c.counted)
    )
    with reading.connection.execute(asked) as result:
        # Rows as the driver gives them: there may be a hundred thousand.
        return [*map(Form._make, cast("Iterable[tuple[Any, ...]]", result.cursor))]


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
