"""Titles, authors, outlets and languages: as readers found them, and as it was decided."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from workstation.domain.decision import EDITED, Edited
from workstation.library import mentions as mention_rows
from workstation.library import texts, wordings
from workstation.library.amendments import decided_facts, found_facts
from workstation.library.library import Reading, Writing
from workstation.library.schema import articles, bodies, spans

_AT_ONCE = 5_000

Subject = tuple[str, Edited]
"""The identifier of an article, and the field that something is said of."""

_Fact = tuple[str, bool]
"""What a field holds, and whether it was made from the text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a decision says of a field of an article.

    Where the article itself is not there, the first one with its words is meant.
    """

    text_hash: str
    value: str
    at: int
    """When it was decided, in microseconds: the later one of two holds."""


def decide(writing: Writing, subjects: Mapping[Subject, Edit | None]) -> set[int]:
    """Makes what is decided of some fields what holds; None: what was found.

    Tells the articles that were looked at. Those that come later are looked at as they come.
    """
    uuids = {uuid for uuid, _ in subjects}
    known = _kept(writing, decided_facts.c.uuid.in_(uuids))
    hashes = {row.text_hash for row in known} | {e.text_hash for e in subjects.values() if e}
    for uuid, field in subjects:
        same = (decided_facts.c.uuid == uuid, decided_facts.c.field == field)
        writing.connection.execute(sa.delete(decided_facts).where(*same))
    rows = [
        {"uuid": uuid, "field": field, "text_hash": e.text_hash, "value": e.value, "at": e.at}
        for (uuid, field), e in subjects.items()
        if e is not None
    ]
    if rows:
        writing.connection.execute(sa.insert(decided_facts), rows)
    numbers = {*wordings.numbers_of(writing, uuids).values()}
    numbers |= {*wordings.numbers_with(writing, hashes).values()}
    lay(writing, numbers)
    return numbers


def arrive(writing: Writing, article: int, hashes: Collection[str]) -> None:
    """Edits an article that came just now, in a first or another version, as it was decided.

    `hashes` are those of its words now and before: decisions may reach others by them.
    """
    # What was found of the version before is gone with its words.
    gone = found_facts.c.article_id == article
    writing.connection.execute(sa.delete(found_facts).where(gone))
    here = decided_facts.c.uuid == wordings.uuid_of(writing, article)
    said = _kept(writing, here | decided_facts.c.text_hash.in_(list(hashes)))
    if said:
        words = {row.text_hash for row in said}
        lay(writing, {article, *wordings.numbers_with(writing, words).values()})


def found_of(reading: Reading, article: int) -> dict[str, str]:
    """What was found of the fields of an article about which something is decided."""
    asked = sa.select(found_facts).where(found_facts.c.article_id == article)
    return {row.field: row.value for row in reading.connection.execute(asked)}


def lay(writing: Writing, numbers: Collection[int]) -> None:
    """Brings the fields of some articles in line with what was found and what is decided."""
    listed = sorted(numbers)
    for start in range(0, len(listed), _AT_ONCE):
        _lay(writing, listed[start : start + _AT_ONCE])


def _lay(writing: Writing, numbers: Collection[int]) -> None:
    rows = writing.connection.execute(
        sa.select(articles, bodies.c.text_hash)
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(articles.c.id.in_(list(numbers)))
    ).all()
    found = _found(writing, numbers)
    decided = _decided(writing, rows)
    kept = []
    for row in rows:
        changed: dict[Edited, _Fact] = {}
        for field in EDITED:
            key, now = (row.id, field), _fact(row, field)
            wanted = (decided[key], False) if key in decided else found.get(key, now)
            if key in decided and key not in found:
                kept.append(
                    {"article_id": row.id, "field": field, "value": now[0], "derived": now[1]}
                )
            if wanted != now:
                changed[field] = wanted
        if changed:
            _change(writing, row, changed)
    if kept:
        writing.connection.execute(sa.insert(found_facts), [{**one, "who": ""} for one in kept])
    for number, field in found.keys() - decided.keys():
        same = (found_facts.c.article_id == number, found_facts.c.field == field)
        writing.connection.execute(sa.delete(found_facts).where(*same))


def _change(writing: Writing, row: Any, changed: Mapping[Edited, _Fact]) -> None:
    values: dict[str, Any] = {field: value for field, (value, _) in changed.items()}
    if changed.keys() - {"author"}:
        # Whoever reads it now reads what it was: what he finds is not to be believed.
        values |= {"version": row.version + 1, "tagged_with": None, "problem": ""}
    if "title" in changed:
        title, values["title_derived"] = changed["title"]
        mention_rows.forget(writing, row.id)
        texts.put_words(writing, row.id, {"title": title})
    elif "version" in values:
        # No word changed: what the model said of them is said of this version, too.
        said = (spans.c.article_id == row.id, spans.c.version == row.version)
        writing.connection.execute(sa.update(spans).where(*said).values(version=values["version"]))
    writing.connection.execute(sa.update(articles).where(articles.c.id == row.id).values(values))
    writing.touched("articles", "mentions", "actors")


def _fact(row: Any, field: Edited) -> _Fact:
    return getattr(row, field), field == "title" and row.title_derived


def _decided(reading: Reading, rows: Iterable[Any]) -> dict[tuple[int, Edited], str]:
    """What is decided of the fields of each of these articles, if anything."""
    numbers = {row.uuid: row.id for row in rows}
    own = decided_facts.c.uuid.in_(list(numbers))
    words = decided_facts.c.text_hash.in_([row.text_hash for row in rows])
    said = _kept(reading, own | words)
    strange = {row.uuid for row in said} - numbers.keys()
    strange -= wordings.numbers_of(reading, strange).keys()
    same = wordings.numbers_with(reading, {r.text_hash for r in said if r.uuid in strange})
    found: dict[tuple[int, Edited], str] = {}
    for row in sorted(said, key=lambda row: row.at):
        number = same.get(row.text_hash) if row.uuid in strange else numbers.get(row.uuid)
        if number is not None:
            found[number, row.field] = row.value
    return found


def _found(reading: Reading, numbers: Collection[int]) -> dict[tuple[int, Edited], _Fact]:
    asked = sa.select(found_facts).where(
        found_facts.c.article_id.in_(list(numbers)), found_facts.c.field.in_(EDITED)
    )
    return {
        (row.article_id, row.field): (row.value, row.derived)
        for row in reading.connection.execute(asked)
    }


def _kept(reading: Reading, which: sa.ColumnElement[bool]) -> list[Any]:
    return list(reading.connection.execute(sa.select(decided_facts).where(which)))
