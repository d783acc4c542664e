"""What analysts set on articles: stars, read, relevant or not, tone, labels; who did, and when."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from workstation.domain.clean import clean_line
from workstation.domain.names import fold
from workstation.domain.signs import READ, Sign, Signs, opposites
from workstation.errors import UnknownName, Unreadable
from workstation.library import annotated
from workstation.library.annotations import signs
from workstation.library.articles import no_such_article
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import articles
from workstation.limits import LABEL_CHARACTERS, LABELS

_AT_ONCE = 5_000

Row = tuple[int, str, str, str, int]
"""An article, what is set on it, the label, who did so, and when in Unix seconds."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """What was set and what was taken away at once; turned around it undoes that."""

    put: tuple[Row, ...] = ()
    taken: tuple[Row, ...] = ()

    @property
    def reverse(self) -> "Undoing":
        """The same the other way round."""
        return Undoing(self.taken, self.put)

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that it changed."""
        return tuple(dict.fromkeys(row[0] for row in (*self.put, *self.taken)))


def of(reading: Reading, numbers: Collection[int]) -> dict[int, Signs]:
    """What is set on each of some articles; those without anything are left out."""
    found: dict[int, list[Sign]] = {}
    for some in _lots(numbers):
        for row in reading.connection.execute(_rows().where(signs.c.article_id.in_(some))):
            found.setdefault(row.article_id, []).append(Sign(row.sign, row.label))
    return {number: Signs.of(there) for number, there in found.items()}


def change(
    writing: Writing,
    numbers: Collection[int],
    *,
    put: Sequence[Sign] = (),
    take: Sequence[Sign] = (),
    who: str,
) -> Undoing:
    """Sets signs on articles, and takes others away; what is so already stays with its date.

    A label that reads like one that is there, but for case and accents, is that one.

    Raises:
        UnknownName: there is no such article.
        Unreadable: a label has no letter, or there are too many.
    """
    _expect(writing, numbers)
    wanted = _spelt(writing, put, new=True)
    against = [sign for one in wanted for sign in opposites(one)]
    unwanted = {(s.name, s.label) for s in (*_spelt(writing, take, new=False), *against)}
    there = {row[:3]: row for row in _set_on(writing, numbers)}
    taken = tuple(row for key, row in there.items() if key[1:] in unwanted)
    at = now()
    added = tuple(
        (number, sign.name, sign.label, who, at)
        for number in dict.fromkeys(numbers)
        for sign in wanted
        if (number, sign.name, sign.label) not in there
    )
    return _do(writing, Undoing(added, taken))


def rename_label(writing: Writing, label: str, name: str) -> Undoing:
    """Gives a label another name wherever it is set; one that is there already takes it in.

    Raises:
        UnknownName: there is no such label.
        Unreadable: the name has no letter.
    """
    known = {fold(one): one for one in annotated.labels(writing)}
    old = known.get(fold(label))
    if old is None:
        raise UnknownName(f"There is no label “{label}”.", "`workstation label` lists them.")
    line = clean_label(name)
    # The same but for case and accents is another spelling, and no other label.
    new = line if fold(line) == fold(old) else known.get(fold(line), line)
    set_on = sa.and_(signs.c.sign == "label", signs.c.label.in_((old, new)))
    rows = [_row(one) for one in writing.connection.execute(_rows().where(set_on))]
    there = {row[0] for row in rows if row[2] == new}
    taken = tuple(row for row in rows if row[2] == old and new != old)
    put = tuple((row[0], "label", new, row[3], row[4]) for row in taken if row[0] not in there)
    return _do(writing, Undoing(put, taken))


def again(writing: Writing, change: Undoing) -> Undoing:
    """Makes a change once more, as far as its articles are there; what it did."""
    numbers = change.articles
    known = set(_known(writing, numbers))
    there = {row[:3]: row for row in _set_on(writing, numbers)}
    put = tuple(row for row in change.put if row[0] in known and row[:3] not in there)
    taken = tuple(there[row[:3]] for row in change.taken if row[:3] in there)
    return _do(writing, Undoing(put, taken))


def clean_label(label: str) -> str:
    """A label as it is kept: a line that a query can hold between quotation marks.

    Raises:
        Unreadable: it has no letter and no digit.
    """
    line = clean_line(label.replace('"', "'"), LABEL_CHARACTERS).strip("-* ")
    if not any(map(str.isalnum, line)):
        raise Unreadable("A label needs a letter or a digit.", "Give another one.")
    return line


def _spelt(reading: Reading, wanted: Sequence[Sign], *, new: bool) -> list[Sign]:
    """The signs with labels as they are spelt already; unknown ones are left out unless new."""
    if not any(sign.name == "label" for sign in wanted):
        return list(dict.fromkeys(wanted))
    known = {fold(label): label for label in annotated.labels(reading)}
    found: dict[Sign, None] = {}
    for sign in wanted:
        if sign.name != "label":
            found[sign] = None
            continue
        line = clean_label(sign.label)
        if new:
            known.setdefault(fold(line), line)
        if fold(line) in known:
            found[Sign("label", known[fold(line)])] = None
    if len(known) > LABELS:
        raise Unreadable(f"There are {LABELS} labels already.", "Take one of those.")
    return list(found)


def _do(writing: Writing, change: Undoing) -> Undoing:
    for row in change.taken:
        which = (signs.c.article_id == row[0], signs.c.sign == row[1], signs.c.label == row[2])
        writing.connection.execute(sa.delete(signs).where(*which))
    if change.put:
        names = ("article_id", "sign", "label", "who", "at")
        rows = [dict(zip(names, row, strict=True)) for row in change.put]
        writing.connection.execute(sa.insert(signs), rows)
    changed = {row[1] for row in (*change.put, *change.taken)}
    if READ.name in changed:
        writing.touched("read")
    if changed - {READ.name}:
        writing.touched("signs")
    return change


def _expect(reading: Reading, numbers: Collection[int]) -> None:
    unknown = set(numbers) - set(_known(reading, numbers))
    if unknown:
        raise no_such_article(min(unknown))


def _known(reading: Reading, numbers: Collection[int]) -> Iterator[int]:
    for some in _lots(numbers):
        asked = sa.select(articles.c.id).where(articles.c.id.in_(some))
        yield from reading.connection.scalars(asked)


def _set_on(reading: Reading, numbers: Collection[int]) -> list[Row]:
    found: list[Row] = []
    for some in _lots(numbers):
        rows = reading.connection.execute(_rows().where(signs.c.article_id.in_(some)))
        found += map(_row, rows)
    return found


def _row(found: Any) -> Row:
    return found.article_id, found.sign, found.label, found.who, found.at


def _rows() -> sa.Select[Any]:
    return sa.select(signs).order_by(signs.c.article_id, signs.c.sign, signs.c.label)


def _lots(numbers: Collection[int]) -> Iterator[list[int]]:
    listed = list(dict.fromkeys(numbers))
    for start in range(0, len(listed), _AT_ONCE):
        yield listed[start : start + _AT_ONCE]
