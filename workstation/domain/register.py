"""A register of actors that users have added to a library."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Format = Literal["csv", "jrc-names", "petrarch", "followthemoney"]


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said about a line of a register; `refused`: the line was left out."""

    line: int
    words: str
    refused: bool = True


@dataclass(frozen=True, slots=True)
class Register:
    """A register as the library lists it; `remarks` are the first of `refused` and `told`."""

    name: str
    format: Format
    file: str
    sha256: str
    actors: int
    aliases: int
    refused: int
    told: int
    who: str
    at: datetime
    remarks: tuple[Remark, ...] = ()
