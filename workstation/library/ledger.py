"""What became of every file that was ever offered."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from workstation.domain.ledger import Entry, Offer, Verdict
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import ledger, ledger_articles, originals


def offer(writing: Writing, file: str, sha256: str, *, given: str = "") -> Entry:
    """The row of a file that is about to be read; `given` is what the user says of it.

    A row of the same file that a killed import left without a verdict is taken up again.
    """
    unfinished = writing.connection.scalar(
        sa.select(ledger.c.id).where(
            ledger.c.file == file, ledger.c.sha256 == sha256, ledger.c.verdict.is_(None)
        )
    )
    number = unfinished or writing.connection.scalar(
        sa.insert(ledger)
        .values(file=file, sha256=sha256, given=given, offered_at=now())
        .returning(ledger.c.id)
    )
    writing.touched("ledger")
    return _entries(writing, ledger.c.id == number)[0]


def cursor(reading: Reading, entry: int) -> int:
    """How many drafts of the file are stored already."""
    return reading.connection.scalar(sa.select(ledger.c.cursor).where(ledger.c.id == entry)) or 0


def advance(writing: Writing, entry: int, drafts: int, articles: Iterable[int]) -> None:
    """Notes, in the transaction that stores them, that so many more drafts are dealt with."""
    writing.connection.execute(
        sa.update(ledger).where(ledger.c.id == entry).values(cursor=ledger.c.cursor + drafts)
    )
    known = set(
        writing.connection.scalars(
            sa.select(ledger_articles.c.article_id).where(ledger_articles.c.ledger_id == entry)
        )
    )
    new = [article for article in dict.fromkeys(articles) if article not in known]
    if new:
        writing.connection.execute(
            sa.insert(ledger_articles), [{"ledger_id": entry, "article_id": a} for a in new]
        )
    writing.touched("ledger")


def close(
    writing: Writing,
    entry: int,
    verdict: Verdict,
    *,
    reader: str = "",
    code: str = "",
    message: str = "",
    details: str = "",
) -> Entry:
    """Gives the file its verdict."""
    writing.connection.execute(
        sa.update(ledger)
        .where(ledger.c.id == entry)
        .values(verdict=verdict, reader=reader, code=code, message=message, details=details)
    )
    writing.touched("ledger")
    return _entries(writing, ledger.c.id == entry)[0]


def entries(reading: Reading, *, newest_first: bool = False, limit: int = 0) -> list[Entry]:
    """Every row, oldest first unless asked otherwise; `limit` 0 means all."""
    return _entries(reading, sa.true(), newest_first=newest_first, limit=limit)


def latest(reading: Reading, beginning: str) -> dict[str, Offer]:
    """The last offer with a verdict of each file whose name begins so."""
    last = (
        sa.select(sa.func.max(ledger.c.id))
        .where(ledger.c.file.startswith(beginning, autoescape=True), ledger.c.verdict.is_not(None))
        .group_by(ledger.c.file)
    )
    asked = (
        sa.select(ledger.c.file, ledger.c.sha256, ledger.c.offered_at, originals.c.bytes)
        .outerjoin(originals, originals.c.sha256 == ledger.c.sha256)
        .where(ledger.c.id.in_(last))
    )
    rows = reading.connection.execute(asked)
    return {row.file: Offer(row.sha256, row.bytes, row.offered_at) for row in rows}


def unfinished(reading: Reading) -> list[Entry]:
    """The files that were offered and never came to a verdict."""
    return _entries(reading, ledger.c.verdict.is_(None))


def _entries(
    reading: Reading,
    which: sa.ColumnElement[bool],
    *,
    newest_first: bool = False,
    limit: int = 0,
) -> list[Entry]:
    asked = sa.select(ledger).where(which)
    asked = asked.order_by(ledger.c.id.desc() if newest_first else ledger.c.id)
    rows = reading.connection.execute(asked.limit(limit) if limit else asked).all()
    articles = _articles(reading, [row.id for row in rows])
    return [
        Entry(
            id=row.id,
            file=row.file,
            given=row.given,
            sha256=row.sha256,
            verdict=row.verdict,
            reader=row.reader,
            articles=tuple(articles.get(row.id, ())),
            code=row.code,
            message=row.message,
            details=row.details,
        )
        for row in rows
    ]


def _articles(reading: Reading, numbers: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    if not numbers:
        return found
    between = ledger_articles.c.ledger_id.between(min(numbers), max(numbers))
    for row in reading.connection.execute(
        sa.select(ledger_articles).where(between).order_by(ledger_articles.c.article_id)
    ):
        found.setdefault(row.ledger_id, []).append(row.article_id)
    return found
