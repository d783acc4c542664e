"""When articles were published: as their readers found it, and as it was decided."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

import sqlalchemy as sa

from workstation.domain.article import Published
from workstation.library import counts, wordings
from workstation.library.library import Reading, Writing
from workstation.library.schema import articles, bodies, decided_dates, found_dates

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AT_ONCE = 5_000

_Date = dict[str, Any]
"""The columns that hold a date, in whichever table."""


@dataclass(frozen=True, slots=True)
class Dating:
    """What a decision says of the date of an article.

    Where the article itself is not there, the first one with its words is meant.
    """

    text_hash: str
    published: Published
    at: int
    """When it was decided, in microseconds: the later one of two holds."""


def published_of(row: Any) -> Published | None:
    """When the article of a row was published."""
    if row.instant is not None:
        return Published(row.dated_from, instant=instant_of(row.instant))
    if row.day is not None:
        return Published(row.dated_from, day=date.fromordinal(row.day))
    return None


def instant_of(seconds: int | None) -> datetime | None:
    """An instant that is kept in seconds."""
    # Windows knows no time before 1970, but dates know how to add.
    return None if seconds is None else _EPOCH + timedelta(seconds=seconds)


def columns(when: Published | None, zone: tzinfo) -> _Date:
    """A date as the columns of `articles` keep it, with the day in the library's time zone."""
    return {
        "instant": int(when.instant.timestamp()) if when and when.instant else None,
        "day": when.local_day(zone).toordinal() if when else None,
        "dated_from": when.source if when else "",
    }


def decide(writing: Writing, subjects: Mapping[str, Dating | None]) -> None:
    """Makes what is decided of some articles, by identifier, what holds; None: what was found.

    Articles that come later are dated as they come.
    """
    uuids = list(subjects)
    known = _kept(writing, decided_dates.c.uuid.in_(uuids))
    hashes = {row.text_hash for row in known} | {d.text_hash for d in subjects.values() if d}
    writing.connection.execute(sa.delete(decided_dates).where(decided_dates.c.uuid.in_(uuids)))
    rows = [
        {
            "uuid": uuid,
            "text_hash": said.text_hash,
            "at": said.at,
            **columns(said.published, writing.zone),
        }
        for uuid, said in subjects.items()
        if said is not None
    ]
    if rows:
        writing.connection.execute(sa.insert(decided_dates), rows)
    numbers = {*wordings.numbers_of(writing, uuids).values()}
    lay(writing, numbers | {*wordings.numbers_with(writing, hashes).values()})


def arrive(writing: Writing, article: int, hashes: Collection[str]) -> None:
    """Dates an article that came just now, in a first or another version, as it was decided.

    `hashes` are those of its words now and before: decisions may reach others by them.
    """
    here = decided_dates.c.uuid == wordings.uuid_of(writing, article)
    said = _kept(writing, here | decided_dates.c.text_hash.in_(list(hashes)))
    if not said:
        return
    # The found date of the version before is gone with its words.
    _forget_found(writing, [article])
    words = {row.text_hash for row in said}
    lay(writing, {article, *wordings.numbers_with(writing, words).values()})


def match_again(writing: Writing, known: Mapping[int, date | None]) -> bool:
    """Lets articles be matched again that were matched as of another day than they have now.

    `known` are the days they were matched with; tells whether there were any.
    """
    rows = writing.connection.execute(
        sa.select(articles.c.id, articles.c.day).where(articles.c.id.in_(list(known)))
    )
    days = {number: day.toordinal() if day else None for number, day in known.items()}
    moved = [row.id for row in rows if row.day != days[row.id]]
    if moved:
        _forget_match(writing, moved)
    return bool(moved)


def lay(writing: Writing, numbers: Collection[int]) -> None:
    """Brings the dates of some articles in line with what was found and what is decided.

    An article whose day changes is matched with the registers again: offices have their days.
    """
    for some in _chunks(sorted(numbers)):
        _lay(writing, some)


def _lay(writing: Writing, numbers: Collection[int]) -> None:
    rows = writing.connection.execute(
        sa.select(
            articles.c.id,
            articles.c.uuid,
            articles.c.instant,
            articles.c.day,
            articles.c.dated_from,
            bodies.c.text_hash,
        )
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(articles.c.id.in_(list(numbers)))
    ).all()
    found = _found(writing, numbers)
    decided = _decided(writing, rows)
    now = {row.id: decided.get(row.id) or found.get(row.id) or _of(row) for row in rows}
    kept = [{"article_id": r.id, **_of(r)} for r in rows if r.id in decided and r.id not in found]
    changed = [row for row in rows if now[row.id] != _of(row)]
    moved = [row.id for row in changed if now[row.id]["day"] != row.day]
    with counts.recounted(writing, moved):
        for row in changed:
            writing.connection.execute(
                sa.update(articles).where(articles.c.id == row.id).values(**now[row.id])
            )
    if kept:
        writing.connection.execute(sa.insert(found_dates), kept)
    _forget_found(writing, found.keys() - decided.keys())
    _forget_match(writing, moved)
    if changed:
        writing.touched("articles", "mentions", "actors")


def _decided(reading: Reading, rows: Iterable[Any]) -> dict[int, _Date]:
    """What is decided of each of these articles, if anything."""
    numbers = {row.uuid: row.id for row in rows}
    own = decided_dates.c.uuid.in_(list(numbers))
    words = decided_dates.c.text_hash.in_([row.text_hash for row in rows])
    said = _kept(reading, own | words)
    strange = {row.uuid for row in said} - numbers.keys()
    strange -= wordings.numbers_of(reading, strange).keys()
    same = wordings.numbers_with(reading, {r.text_hash for r in said if r.uuid in strange})
    found: dict[int, _Date] = {}
    for row in sorted(said, key=lambda row: row.at):
        number = same.get(row.text_hash) if row.uuid in strange else numbers.get(row.uuid)
        if number is not None:
            found[number] = _of(row)
    return found


def _found(reading: Reading, numbers: Collection[int]) -> dict[int, _Date]:
    asked = sa.select(found_dates).where(found_dates.c.article_id.in_(list(numbers)))
    return {row.article_id: _of(row) for row in reading.connection.execute(asked)}


def _kept(reading: Reading, which: sa.ColumnElement[bool]) -> list[Any]:
    return list(reading.connection.execute(sa.select(decided_dates).where(which)))


def _of(row: Any) -> _Date:
    return {"instant": row.instant, "day": row.day, "dated_from": row.dated_from}


def _forget_found(writing: Writing, numbers: Collection[int]) -> None:
    gone = found_dates.c.article_id.in_(list(numbers))
    writing.connection.execute(sa.delete(found_dates).where(gone))


def _forget_match(writing: Writing, numbers: Collection[int]) -> None:
    writing.connection.execute(
        sa.update(articles)
        .where(articles.c.id.in_(list(numbers)), articles.c.problem == "")
        .values(tagged_with=None)
    )


def _chunks(numbers: list[int]) -> Iterable[list[int]]:
    return (numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE))
