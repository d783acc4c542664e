"""What a reader process hands over, and what the host believes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec

from workstation import limits
from workstation.domain.article import Draft, Published
from workstation.domain.clean import clean_text
from workstation.importing.profiles import Profile

# Instants outside these years overflow when they are moved into another time zone.
_FIRST_YEAR, _LAST_YEAR = 2, 9998
_DEEPEST = 3
"""How many numbers tell a record: an archive in an archive has files with records."""
_LARGEST = (1 << 63) - 1
"""The largest number that databases keep."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be read, by the name it is shown with, and how."""

    name: str
    columns: tuple[tuple[str, str], ...] = ()
    """Which columns of a table hold what."""
    encoding: str = ""
    charset: str = ""
    """What the server said that the file came from."""
    reader: str = ""
    member: str = ""
    """The only file of an archive that is to be read."""
    after: tuple[int, ...] = ()
    """The last record that another reader has done with, before the next one ended it."""
    unread: tuple[tuple[int, ...], ...] = ()
    """Those up to there that could not be read."""
    ask: bool = False
    """Only which readers know the file: an answer without an article for each."""
    profiles: tuple[Profile, ...] = ()
    """The saved mappings, for tables of which nothing is said."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How the reading of a file in an archive ended: without a code, or with that of a refusal."""

    code: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """The reader that was chosen, and an article it found; none with a refusal.

    `member` is the file in an archive that was read, and `ended` says that it is over. `place` is
    the record, or the file in an archive, that this is about: without article and end it comes
    next, or was `unread`.
    """

    reader: str
    draft: Draft | None = None
    member: str = ""
    ended: Ended | None = None
    place: tuple[int, ...] = ()
    unread: bool = False


class NotBelieved(ValueError):
    """A reader process handed over what no reader makes."""


def encode(value: Wanted | Handed) -> bytes:
    """The bytes that travel."""
    return msgspec.msgpack.encode(value)


def decode_wanted(raw: bytes) -> Wanted:
    """What the host asks; the host is believed."""
    return msgspec.msgpack.decode(raw, type=Wanted)


def decode_handed(raw: bytes) -> Handed:
    """What a reader process answers, after every check the library relies on.

    Raises:
        NotBelieved: types, sizes or ranges are wrong, or the text is not clean.
    """
    try:
        handed = msgspec.msgpack.decode(raw, type=Handed)
    except (msgspec.MsgspecError, ValueError) as error:
        raise NotBelieved("no answer of a reader") from error
    if len(handed.reader) > limits.FIELD_CHARACTERS:
        raise NotBelieved("the name of the reader")
    if not _line(handed.member, limits.NAME_CHARACTERS):
        raise NotBelieved("the name of a file in an archive")
    if len(handed.place) > _DEEPEST or not all(0 < one <= _LARGEST for one in handed.place):
        raise NotBelieved("the place of a record")
    if handed.ended is not None:
        _check_ended(handed.ended)
    if handed.draft is not None:
        _check(handed.draft)
    return handed


def _check_ended(ended: Ended) -> None:
    sound = _line(ended.code, limits.FIELD_CHARACTERS)
    if not sound or not _line(ended.words, limits.CHILD_WORDS_CHARACTERS):
        raise NotBelieved("why a file in an archive was refused")


def _check(draft: Draft) -> None:
    if not draft.text or len(draft.text) > limits.ARTICLE_CHARACTERS:
        raise NotBelieved("the length of the text")
    if clean_text(draft.text) != draft.text:
        raise NotBelieved("the characters of the text")
    if not all(_line(words, longest) for words, longest in _lines(draft)):
        raise NotBelieved("a field")
    if abs(draft.provider_version) > _LARGEST:
        raise NotBelieved("the version")
    _check_passages(draft)
    if draft.published is not None:
        _check_published(draft.published)
    if draft.captured is not None:
        _check_instant(draft.captured)


def _check_passages(draft: Draft) -> None:
    end = 0
    for passage in draft.passages:
        if not end <= passage.start < passage.end <= len(draft.text):
            raise NotBelieved("a passage")
        end = passage.end


def _lines(draft: Draft) -> list[tuple[str, int]]:
    most = limits.FIELD_CHARACTERS
    words = [draft.outlet, draft.author, draft.language, draft.provider_id]
    words += [part for hint in draft.hints for part in hint]
    words += [passage.kind for passage in draft.passages]
    return [
        (draft.title, limits.TITLE_CHARACTERS),
        (draft.url, limits.ADDRESS_CHARACTERS),
        *((word, most) for word in words),
        *((note, limits.NOTE_CHARACTERS) for note in draft.notes),
    ]


def _line(words: str, longest: int) -> bool:
    return len(words) <= longest and "\n" not in words and clean_text(words) == words


def _check_published(published: Published) -> None:
    if not _line(published.source, limits.FIELD_CHARACTERS):
        raise NotBelieved("where the day was read")
    if (published.instant is None) == (published.day is None):
        raise NotBelieved("the day")
    if published.instant is not None:
        _check_instant(published.instant)


def _check_instant(instant: datetime) -> None:
    if instant.tzinfo is None or not _FIRST_YEAR <= instant.year <= _LAST_YEAR:
        raise NotBelieved("an instant")
