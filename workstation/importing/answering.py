"""What a reader process answers: the articles of a file, or of the files in an archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.clean import clean_line
from workstation.domain.encoding import Asked, carried_as, read_as
from workstation.domain.ledger import BETWEEN
from workstation.errors import Refused
from workstation.importing.handed import Ended, Handed, Wanted, encode
from workstation.importing.members import Budget, Member, document_inside, is_archive, members_of
from workstation.importing.profiles import Said
from workstation.importing.reader import Reader, read_articles, reader_for, readers_for
from workstation.importing.turns import Turns, number_of, taken_by

_ARCHIVE = "archive 1"
_DEEPEST = 1
"""How deep archives may stand in others: mails and exports pack once what was packed before."""


def answers(file: BinaryIO, wanted: Wanted) -> Iterator[bytes]:
    """The answers to a request: each an article, or that a file in an archive is done with.

    An empty one only says that the work goes on.

    Raises:
        Refused: no article can be read, or no further one.
    """
    if wanted.ask:
        yield from (encode(Handed(reader.name)) for reader in readers_for(file, wanted.name))
        return
    turns = Turns(wanted.after, frozenset(wanted.unread))
    with taken_by(turns), carried_as(wanted.charset):
        reader = _reader(file, wanted)
        if reader is None:
            yield encode(Handed(_ARCHIVE))
            yield from _Archive(wanted, turns, Budget.of(file)).members(file, wanted.name, "", 0)
            return
        turns.only = number_of(wanted.member)
        label = _label(reader)
        try:
            for draft in _articles(reader, file, wanted):
                yield _told(turns, label, draft)
        except Refused:
            yield encode(Handed(label))
            raise


def _told(turns: Turns, label: str, draft: Draft | None, member: str = "") -> bytes:
    """An article, or which record comes next or could not be read."""
    if draft is None and not turns.at:
        return b""
    return encode(Handed(label, draft, member, place=turns.at, unread=turns.missed))


def _reader(file: BinaryIO, wanted: Wanted) -> Reader | None:
    """The reader of a file; None for an archive.

    Raises:
        Refused: it is neither.
    """
    name = wanted.name
    try:
        with read_as(wanted.encoding):
            return reader_for(file, name, wanted=wanted.reader)
    except Refused as error:
        if error.code != "unknown-format" or not is_archive(file):
            raise
        ending = document_inside(file)
        if ending == ".":
            raise Refused(
                "The file is an office document of a kind that cannot be read.",
                "Save its text as a Word document, a web page, a PDF or plain text.",
                code="unknown-format",
            ) from error
        return reader_for(file, name + ending, wanted=wanted.reader) if ending else None


def _label(reader: Reader) -> str:
    return f"{reader.name} {reader.version}"


def _articles(reader: Reader, file: BinaryIO, wanted: Wanted) -> Iterator[Draft | None]:
    said = Said(wanted.columns, wanted.profiles)
    # Not the names of files in an archive, which are often written in another.
    with read_as(wanted.encoding) as asked:
        try:
            for draft in read_articles(reader, file, wanted.name, said):
                yield draft and _noted(draft, reader, asked)
        except RecursionError as error:
            raise Refused(
                "The file is nested deeper than any document.",
                "Open it in the program it was made with and save it as text.",
                code="too-deep",
            ) from error


def _noted(draft: Draft, reader: Reader, asked: Asked) -> Draft:
    if not asked.encoding or asked.used:
        return draft
    told = f"A file for “{reader.name}” says how it is written: the encoding named was not needed."
    return replace(draft, notes=(*draft.notes, told))


class _Archive:
    """The files in an archive, and in those that stand in it."""

    def __init__(self, wanted: Wanted, turns: Turns, budget: Budget) -> None:
        self._wanted = wanted
        self._turns = turns
        self._budget = budget

    def members(self, file: BinaryIO, shown: str, above: str, depth: int) -> Iterator[bytes]:
        """The answers about the files of an archive; `above` names those that it stands in."""
        only = self._wanted.member
        for member in members_of(file, shown, self._budget):
            name = clean_line(above + member.name, limits.NAME_CHARACTERS)
            passed = self._turns.passes()
            if passed or (only and not f"{only}{BETWEEN}".startswith(f"{name}{BETWEEN}")):
                continue
            yield encode(Handed("", None, name, place=self._turns.at))
            yield from self._member(member, name, depth)

    def _member(self, member: Member, name: str, depth: int) -> Iterator[bytes]:
        label = ""
        place = self._turns.at
        record = number_of(self._wanted.member.removeprefix(f"{name}{BETWEEN}"))
        try:
            file = member.file()
            short = replace(self._wanted, name=PurePosixPath(member.name).name)
            reader = _reader(file, short)
            if reader is None:
                with self._turns.within(0):
                    yield from self._inner(file, short.name, name, depth)
                return
            label = _label(reader)
            with self._turns.within(record):
                for draft in _articles(reader, file, short):
                    yield _told(self._turns, label, draft, name)
            ended = Ended()
        except Refused as error:
            ended = _ended(error)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a bug met in one file does not end the others
            ended = Ended(
                "reader-failed", f"The reader failed on this file ({type(error).__name__})."
            )
        yield encode(Handed(label, None, name, ended, place))

    def _inner(self, file: BinaryIO, shown: str, name: str, depth: int) -> Iterator[bytes]:
        if depth >= _DEEPEST:
            raise Refused(
                "The archive stands in an archive that stands in another.",
                "Unpack it, and import what is in it.",
                code="too-deep",
            )
        yield from self.members(file, shown, name + BETWEEN, depth + 1)


def _ended(error: Refused) -> Ended:
    return Ended(
        clean_line(error.code, limits.FIELD_CHARACTERS),
        clean_line(error.sentence, limits.CHILD_WORDS_CHARACTERS),
    )
