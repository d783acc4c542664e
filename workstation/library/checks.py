"""Whether a library is whole: what must be true of it, whatever happened before."""

from dataclasses import dataclass
from hashlib import file_digest

import sqlalchemy as sa

from workstation.library import full_text, originals, schema
from workstation.library.library import Library, Reading
from workstation.library.schema import article_actors, articles, bodies, mentions


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found; `problems` are sentences."""

    articles: int
    mentions: int
    originals: int
    problems: tuple[str, ...]


def check(library: Library) -> Health:
    """Checks the store, the full-text index, the counts and every original."""
    problems = library.check()
    with library.read() as reading:
        for words, wrong in _invariants(reading):
            if wrong:
                problems.append(f"{words}: {wrong}.")
        kept = reading.connection.scalars(sa.select(schema.originals.c.sha256)).all()
        sizes = [_size(reading, table) for table in (articles, mentions)]
    problems += _about_full_text(library)
    problems += [words for sha in kept if (words := _wrong(library, sha))]
    return Health(sizes[0], sizes[1], len(kept), tuple(problems))


def _about_full_text(library: Library) -> list[str]:
    if library.read_only:
        return []
    with library.write() as writing:
        fits = full_text.check(writing)
    return [] if fits else ["The full-text index does not fit the articles."]


def _size(reading: Reading, table: sa.Table) -> int:
    return reading.connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _invariants(reading: Reading) -> list[tuple[str, int]]:
    counted = (
        sa.select(mentions.c.article_id, mentions.c.actor_id, sa.func.count().label("n"))
        .where(mentions.c.counted, mentions.c.actor_id.is_not(None))
        .group_by(mentions.c.article_id, mentions.c.actor_id)
        .subquery()
    )
    kept = article_actors
    same = sa.and_(kept.c.article_id == counted.c.article_id, kept.c.actor_id == counted.c.actor_id)
    questions = {
        "Articles without a text": sa.select(sa.func.count())
        .select_from(articles.outerjoin(bodies, bodies.c.article_id == articles.c.id))
        .where(bodies.c.article_id.is_(None)),
        "Counts that differ from the mentions": sa.select(sa.func.count())
        .select_from(counted.outerjoin(kept, same))
        .where(sa.or_(kept.c.mentions.is_(None), kept.c.mentions != counted.c.n)),
        "Counts of mentions that are not there": sa.select(sa.func.count())
        .select_from(kept.outerjoin(counted, same))
        .where(counted.c.n.is_(None)),
    }
    return [(words, reading.connection.scalar(asked) or 0) for words, asked in questions.items()]


def _wrong(library: Library, sha256: str) -> str:
    path = originals.path(library, sha256)
    try:
        with path.open("rb") as file:
            whole = file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return f"The original {sha256[:12]} is missing."
    return "" if whole else f"The original {sha256[:12]} is damaged."
