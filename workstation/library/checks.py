"""Whether a library is whole: what must be true of it, whatever happened before."""

from dataclasses import dataclass
from hashlib import file_digest

import sqlalchemy as sa

from workstation.domain.mention import FIELDS
from workstation.library import counts, erasing, full_text, originals, schema
from workstation.library.form_counts import forms
from workstation.library.library import Library, Reading
from workstation.library.places import GAVE_WAY
from workstation.library.schema import article_actors, articles, bodies, mentions

_AT_ONCE = 100
"""Articles whose texts are held at once."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found; `problems` are sentences."""

    articles: int
    mentions: int
    originals: int
    problems: tuple[str, ...]
    unchecked: tuple[str, ...] = ()
    """What could not be looked at, and why."""


def check(library: Library) -> Health:
    """Checks the store, the full-text index, the counts and every original."""
    problems = library.check()
    with library.read() as reading:
        for words, wrong in _invariants(reading):
            if wrong:
                problems.append(f"{words}: {wrong}.")
        if erasing.is_pending(reading):
            problems.append("An erasure was stopped: `workstation erase` finishes it.")
        kept = reading.connection.scalars(sa.select(schema.originals.c.sha256)).all()
        shown = sa.select(mentions.c.id).where(mentions.c.decided != GAVE_WAY).subquery()
        sizes = [_size(reading, rows) for rows in (articles, shown)]
    unchecked: tuple[str, ...] = ()
    if library.read_only:
        unchecked = ("The full-text index was not checked: asking it takes the right to write.",)
    elif not _full_text_fits(library):
        problems.append("The full-text index does not fit the articles.")
    problems += [words for sha in kept if (words := _wrong(library, sha))]
    return Health(sizes[0], sizes[1], len(kept), tuple(problems), unchecked)


def _full_text_fits(library: Library) -> bool:
    with library.write() as writing:
        return full_text.check(writing)


def _size(reading: Reading, rows: sa.FromClause) -> int:
    return reading.connection.scalar(sa.select(sa.func.count()).select_from(rows)) or 0


def _invariants(reading: Reading) -> list[tuple[str, int]]:
    counted = (
        sa.select(mentions.c.article_id, mentions.c.actor_id, sa.func.count().label("mentions"))
        .where(mentions.c.counted, mentions.c.actor_id.is_not(None))
        .group_by(mentions.c.article_id, mentions.c.actor_id)
        .subquery()
    )
    day = sa.func.coalesce(articles.c.day, schema.UNDATED).label("day")
    by_day = (
        sa.select(
            article_actors.c.actor_id,
            day,
            sa.func.sum(article_actors.c.mentions).label("mentions"),
            sa.func.count().label("articles"),
        )
        .join(articles, articles.c.id == article_actors.c.article_id)
        .group_by(article_actors.c.actor_id, day)
        .subquery()
    )
    number = sa.select(sa.func.count())
    questions = {
        "Articles without a text": number.select_from(
            articles.outerjoin(bodies, bodies.c.article_id == articles.c.id)
        ).where(bodies.c.article_id.is_(None)),
        "Articles with a wrong number of mentions": number.select_from(articles).where(
            articles.c.mentions != counts.total
        ),
        "Counts that differ from the mentions": _differing(article_actors, counted),
        "Counts of mentions that are not there": _surplus(article_actors, counted),
        "Days that differ from the mentions": _differing(schema.actor_days, by_day),
        "Days of mentions that are not there": _surplus(schema.actor_days, by_day),
        **(_about_forms() if reading.sqlite else {}),
    }
    found = [(words, reading.connection.scalar(asked) or 0) for words, asked in questions.items()]
    return [*found, ("Mentions whose words are not in the text", _misplaced(reading))]


def _about_forms() -> dict[str, sa.Select[int]]:
    key = [mentions.c[column.name] for column in forms.primary_key]
    made = (
        sa.select(*key, sa.func.count().label("mentions"))
        .where(mentions.c.counted, mentions.c.decided != GAVE_WAY, mentions.c.layer != "analyst")
        .where(mentions.c.actor_id.is_not(None))
        .group_by(*key)
        .subquery()
    )
    return {
        "Names that differ from the mentions": _differing(forms, made),
        "Names of mentions that are not there": _surplus(forms, made),
    }


def _misplaced(reading: Reading) -> int:
    """How many mentions have other words than the text at their place.

    The store would count the letters of a long text anew for each of its mentions.
    """
    wrong, after = 0, -1
    while True:
        held = reading.connection.execute(
            sa.select(bodies.c.article_id, bodies.c.title, bodies.c.text)
            .where(bodies.c.article_id > after)
            .order_by(bodies.c.article_id)
            .limit(_AT_ONCE)
        ).all()
        if not held:
            return wrong
        texts = {(row.article_id, field): getattr(row, field) for row in held for field in FIELDS}
        places = reading.connection.execute(
            sa.select(mentions.c.article_id, mentions.c.field, mentions.c.start, mentions.c.end,
                      mentions.c.surface)
            .where(mentions.c.article_id > after, mentions.c.article_id <= held[-1].article_id)
        )  # fmt: skip
        for row in places:
            # An article without a text is told elsewhere.
            text = texts.get((row.article_id, row.field))
            wrong += text is not None and text[row.start : row.end] != row.surface
        after = held[-1].article_id


def _differing(kept: sa.Table, made: sa.Subquery) -> sa.Select[int]:
    """How many rows that have to be there are missing or have other numbers."""
    values = [column.name for column in kept.columns if not column.primary_key]
    unlike = [sa.or_(kept.c[name].is_(None), kept.c[name] != made.c[name]) for name in values]
    joined = made.outerjoin(kept, _same_row(kept, made))
    return sa.select(sa.func.count()).select_from(joined).where(sa.or_(*unlike))


def _surplus(kept: sa.Table, made: sa.Subquery) -> sa.Select[int]:
    joined = kept.outerjoin(made, _same_row(kept, made))
    return sa.select(sa.func.count()).select_from(joined).where(made.c.mentions.is_(None))


def _same_row(kept: sa.Table, made: sa.Subquery) -> sa.ColumnElement[bool]:
    return sa.and_(*(key == made.c[key.name] for key in kept.primary_key))


def _wrong(library: Library, sha256: str) -> str:
    path = originals.path(library, sha256)
    try:
        with path.open("rb") as file:
            whole = file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return f"The original {sha256[:12]} is missing."
    return "" if whole else f"The original {sha256[:12]} is damaged."
