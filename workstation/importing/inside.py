"""A file that stands by itself, or in an archive."""

from __future__ import annotations

from typing import BinaryIO

from workstation import limits
from workstation.domain.clean import clean_line
from workstation.domain.ledger import BETWEEN
from workstation.errors import Refused
from workstation.importing.members import Budget, members_of


def file_inside(file: BinaryIO, name: str, wanted: str) -> BinaryIO:
    """The file, or the one in it that is wanted.

    Raises:
        Refused: there is none, or it may not be read.
    """
    if not wanted:
        return file
    for member in members_of(file, name, Budget.of(file)):
        shown = clean_line(member.name, limits.NAME_CHARACTERS)
        if wanted == shown:
            return member.file()
        if wanted.startswith(f"{shown}{BETWEEN}"):
            return file_inside(member.file(), member.name, wanted.removeprefix(f"{shown}{BETWEEN}"))
    raise Refused("The archive holds no such file.", code="missing")
