"""What became of every file that was ever offered."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import sqlalchemy as sa

from workstation.domain.ledger import (
    BETWEEN,
    EMBARGOED,
    LOST,
    LOST_RECORDS,
    STOPPED,
    WITHDRAWN,
    Entry,
    Offer,
    Totals,
    Verdict,
    View,
)
from workstation.errors import UnknownName
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import ledger, ledger_articles, originals
from workstation.limits import LIST_ROWS

_SUMMED_UP = "some-unread"
"""The code of an archive whose files have rows of their own."""


def plan(writing: Writing, files: Sequence[tuple[str, str]], *, given: str = "") -> list[int]:
    """Rows for files that are to be read, by their names and where they are; their numbers.

    Files that wait already from there keep their rows.
    """
    found = writing.connection.execute(
        sa.select(ledger.c.waiting, ledger.c.id).where(
            ledger.c.waiting != "", ledger.c.verdict.is_(None)
        )
    )
    rows = {row.waiting: row.id for row in found}
    last = writing.connection.scalar(sa.select(sa.func.max(ledger.c.id))) or 0
    new = [(file, where) for file, where in files if where not in rows]
    rows |= {where: last + n for n, (_file, where) in enumerate(new, 1)}
    if new:
        at = now()
        writing.connection.execute(
            sa.insert(ledger),
            [
                {
                    "id": rows[where],
                    "file": file,
                    "waiting": where,
                    "given": given,
                    "offered_at": at,
                }
                for file, where in new
            ],
        )
    writing.touched("ledger")
    return [rows[where] for _file, where in files]


def offer(writing: Writing, file: str, sha256: str, *, given: str = "", planned: int = 0) -> Entry:
    """The row of a file that is about to be read; `given` is what the user says of it.

    A row of the same file that a killed import left without a verdict is taken up again, else the
    one that was planned for it.
    """
    unfinished = writing.connection.scalar(
        sa.select(ledger.c.id).where(
            ledger.c.file == file,
            ledger.c.sha256 == sha256,
            ledger.c.sha256 != "",
            ledger.c.verdict.is_(None),
        )
    )
    values = {"file": file, "sha256": sha256, "given": given, "offered_at": now()}
    # What is stored need not be found again where it was.
    values |= {"waiting": ""} if sha256 else {}
    waits = sa.and_(ledger.c.id == planned, ledger.c.waiting != "", ledger.c.verdict.is_(None))
    if unfinished:
        writing.connection.execute(sa.delete(ledger).where(waits))
    elif writing.connection.execute(sa.update(ledger).where(waits).values(values)).rowcount:
        unfinished = planned
    number = unfinished or writing.connection.scalar(
        sa.insert(ledger).values(values).returning(ledger.c.id)
    )
    writing.touched("ledger")
    return _newest(writing, number)


def offer_again(writing: Writing, file: str, sha256: str, *, given: str) -> Entry:
    """A new row for a file whose original is kept; the old one stays."""
    number = writing.connection.scalar(
        sa.insert(ledger)
        .values(file=file, sha256=sha256, given=given, offered_at=now())
        .returning(ledger.c.id)
    )
    writing.touched("ledger")
    return _newest(writing, number)


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
        .values(
            verdict=verdict,
            reader=reader,
            code=code,
            message=message,
            details=details,
        )
    )
    writing.touched("ledger")
    return _newest(writing, entry)


def dismiss(writing: Writing, entries: Iterable[int], *, back: bool = False) -> None:
    """Notes that somebody has seen what was wrong with files, or takes that note back."""
    for some in _some(list(entries)):
        writing.connection.execute(
            sa.update(ledger).where(ledger.c.id.in_(some)).values(seen_at=None if back else now())
        )
    writing.touched("ledger")


def dismiss_lost(writing: Writing, file: str, entry: Entry) -> None:
    """Notes that earlier rows of the records lost in a file are done with: a later one read it."""
    writing.connection.execute(
        sa.update(ledger)
        .where(
            ledger.c.sha256 == entry.sha256,
            ledger.c.code == LOST,
            ledger.c.id < entry.id,
            sa.or_(
                ledger.c.file == file, ledger.c.file.startswith(file + BETWEEN, autoescape=True)
            ),
        )
        .values(seen_at=now())
    )
    writing.touched("ledger")


def give_up(writing: Writing, message: str) -> int:
    """Gives every file that is unread a verdict, as stopped, and says how many they were."""
    held = sa.exists().where(ledger_articles.c.ledger_id == ledger.c.id)
    given_up = writing.connection.execute(
        sa.update(ledger)
        .where(ledger.c.verdict.is_(None))
        .values(verdict=sa.case((held, "partly"), else_="refused"), code=STOPPED, message=message)
    ).rowcount
    writing.touched("ledger")
    return given_up


def entries(reading: Reading, *, newest_first: bool = False, limit: int = 0) -> list[Entry]:
    """Every row, oldest first unless asked otherwise; `limit` 0 means all."""
    return _entries(reading, sa.true(), newest_first=newest_first, limit=limit)


def newest(reading: Reading, numbers: Sequence[int]) -> list[Entry]:
    """Rows that no later ones stand for, oldest first."""
    found = (
        _entries(reading, ledger.c.id.in_(some), needing=_wrong())
        for some in _some(sorted(numbers))
    )
    return list(chain.from_iterable(found))


def entry(reading: Reading, number: int) -> Entry:
    """One row.

    Raises:
        UnknownName: there is none of that number.
    """
    found = _entries(reading, ledger.c.id == number)
    if not found:
        raise UnknownName(f"The ledger has no row {number}.", "`workstation ledger` lists them.")
    return found[0]


def gave_articles(reading: Reading, file: str, sha256: str) -> bool:
    """Whether any reading of a file gave an article."""
    held = sa.select(ledger_articles.c.article_id).join(
        ledger, ledger.c.id == ledger_articles.c.ledger_id
    )
    same = held.where(ledger.c.sha256 == sha256, ledger.c.file == file)
    return reading.connection.scalar(same.limit(1)) is not None


def page(reading: Reading, view: View = "all", *, offset: int = 0) -> list[Entry]:
    """Some rows of a view, newest first."""
    return _entries(reading, _within(view), newest_first=True, limit=LIST_ROWS, offset=offset)


def within(reading: Reading, view: View = "all") -> list[Entry]:
    """All rows of a view, newest first."""
    return _entries(reading, _within(view), newest_first=True)


def count(reading: Reading, view: View = "all") -> int:
    """How many rows a view has."""
    return _count(reading, _within(view))


def needing(reading: Reading) -> list[Entry]:
    """The rows that need somebody, oldest first."""
    return _entries(reading, _needs_you())


def totals(reading: Reading) -> Totals:
    """The whole ledger in numbers; an archive counts as the files that were read in it."""
    whole = ledger.c.verdict.in_(("imported", "duplicate"))
    summed_up = sa.or_(_summed_up(), sa.and_(_is_archive(), whole))
    held = sa.select(sa.func.count(sa.distinct(ledger_articles.c.article_id)))
    return Totals(
        files=_count(
            reading,
            ledger.c.verdict.is_not(None),
            ledger.c.code != STOPPED,
            _stands(),
            ledger.c.code != LOST,
            ~summed_up,
        ),
        articles=reading.connection.scalar(held) or 0,
        needs_you=_count(reading, _needs_you()),
        unread=_count(reading, _unread()),
    )


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


def _within(view: View) -> sa.ColumnElement[bool]:
    if view == "needs-you":
        return _needs_you()
    if view == "noted":
        noted = sa.and_(ledger.c.verdict.in_(("imported", "duplicate")), ledger.c.details != "")
        return sa.and_(noted, _stands())
    return _unread() if view == "unread" else sa.true()


def _stands() -> sa.ColumnElement[bool]:
    """No later row is about the same file; what was never stored is known by its name alone."""
    last = sa.func.max(ledger.c.id)
    by_name = sa.select(last).group_by(ledger.c.file)
    by_content = sa.select(last).group_by(ledger.c.file, ledger.c.sha256)
    stored = sa.and_(ledger.c.sha256 != "", ledger.c.id.in_(by_content))
    return sa.or_(stored, ledger.c.id.in_(by_name))


def _unread() -> sa.ColumnElement[bool]:
    stopped = sa.and_(ledger.c.code == STOPPED, ledger.c.seen_at.is_(None), _stands())
    return sa.or_(ledger.c.verdict.is_(None), stopped)


def _is_archive() -> sa.ColumnElement[bool]:
    return ledger.c.reader.startswith("archive ")


def _summed_up() -> sa.ColumnElement[bool]:
    return sa.and_(_is_archive(), ledger.c.code == _SUMMED_UP)


def _wrong() -> sa.ColumnElement[bool]:
    return sa.and_(
        sa.or_(
            ledger.c.verdict.in_(("refused", "partly")),
            ledger.c.code.in_((WITHDRAWN, EMBARGOED)),
        ),
        ledger.c.code.not_in((LOST_RECORDS, STOPPED)),
        ~_summed_up(),
        ledger.c.seen_at.is_(None),
    )


def _needs_you() -> sa.ColumnElement[bool]:
    return sa.and_(_wrong(), _stands())


def _count(reading: Reading, *which: sa.ColumnElement[bool]) -> int:
    asked = sa.select(sa.func.count()).select_from(ledger).where(*which)
    return reading.connection.scalar(asked) or 0


def _newest(reading: Reading, number: int) -> Entry:
    # Asking all rows whether they stand for this one would take hours for a large folder.
    return newest(reading, [number])[0]


def _entries(
    reading: Reading,
    which: sa.ColumnElement[bool],
    *,
    needing: sa.ColumnElement[bool] | None = None,
    newest_first: bool = False,
    limit: int = 0,
    offset: int = 0,
) -> list[Entry]:
    needs_you = _needs_you() if needing is None else needing
    asked = sa.select(ledger, needs_you.label("needs_you")).where(which)
    asked = asked.order_by(ledger.c.id.desc() if newest_first else ledger.c.id)
    rows = reading.connection.execute(asked.limit(limit).offset(offset) if limit else asked).all()
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
            offered_at=row.offered_at,
            waiting=row.waiting,
            needs_you=bool(row.needs_you),
        )
        for row in rows
    ]


def _articles(reading: Reading, numbers: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for some in _some(numbers):
        for row in reading.connection.execute(
            sa.select(ledger_articles)
            .where(ledger_articles.c.ledger_id.in_(some))
            .order_by(ledger_articles.c.article_id)
        ):
            found.setdefault(row.ledger_id, []).append(row.article_id)
    return found


def _some(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(numbers), LIST_ROWS):
        yield numbers[first : first + LIST_ROWS]
