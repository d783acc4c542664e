"""What an original gave when it was read before."""

from dataclasses import dataclass

import sqlalchemy as sa

from workstation.library.library import Reading
from workstation.library.schema import articles, bodies, ledger, ledger_articles


@dataclass(frozen=True, slots=True)
class Former:
    """An article as it was read from an original."""

    article: int
    paragraphs: int
    identity: str


def known(reading: Reading, identity: str) -> int | None:
    """The article of that identity."""
    return reading.connection.scalar(
        sa.select(articles.c.id).where(articles.c.identity == identity)
    )


def read_from(reading: Reading, sha256: str, file: str) -> list[Former]:
    """The articles whose present text was read from an original, in the order they stand in it."""
    breaks = sa.func.length(bodies.c.text) - sa.func.length(
        sa.func.replace(bodies.c.text, "\n\n", "")
    )
    brought = (
        sa.select(ledger_articles.c.article_id)
        .join(ledger, ledger.c.id == ledger_articles.c.ledger_id)
        .where(ledger.c.sha256 == sha256)
    )
    rows = reading.connection.execute(
        sa.select(articles.c.id, articles.c.identity, breaks.label("breaks"))
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(articles.c.id.in_(brought), articles.c.sha256 == sha256, articles.c.file == file)
        .order_by(articles.c.id)
    )
    return [Former(row.id, row.breaks // 2 + 1, row.identity) for row in rows]
