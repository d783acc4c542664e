"""How the beginning of a table is understood: what is asked of a process, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from workstation import limits
from workstation.domain.article import Draft
from workstation.importing.columns import Given

NO_TABLE = "no-table"
"""The code of the refusal of a file that is none."""


class Look(msgspec.Struct, frozen=True):
    """A file to be looked at, and how its columns are to be understood."""

    name: str
    member: str = ""
    """Which file of an archive."""
    given: tuple[tuple[str, str], ...] = ()
    plain: bool = False
    """Whether saved mappings are passed over."""
    encoding: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The beginning of a table, as it is understood."""

    columns: tuple[str, ...]
    """What they are called."""
    examples: tuple[str, ...]
    """What stands first in each."""
    labels: tuple[str, ...]
    """What a saved mapping will know the table by."""
    given: Given
    """The columns of all fields that have one."""
    drafts: tuple[Draft | None, ...]
    """What the first rows become; None for a row without words."""
    profile: str = ""
    """The saved mapping that was used."""
    doubts: tuple[str, ...] = ()


def decode_glimpse(raw: bytes) -> Glimpse:
    """What such a process answered.

    Raises:
        ValueError: nothing that it would answer.
    """
    found = msgspec.msgpack.decode(raw, type=Glimpse)
    words = [*found.columns, *found.examples, *found.labels, *found.doubts, found.profile]
    words += [part for pair in found.given for part in pair]
    for draft in filter(None, found.drafts):
        words += [draft.text, draft.title, draft.outlet, draft.author, draft.url, draft.language]
    if len(found.drafts) > limits.GLIMPSE_ROWS or len(found.columns) != len(found.examples):
        raise ValueError("the number of rows or columns")
    if any(len(word) > limits.ADDRESS_CHARACTERS for word in words):
        raise ValueError("the length of words")
    return found
