"""A file of any format becomes actors, and remarks on the lines that were left out."""

from collections.abc import Callable
from dataclasses import dataclass

from workstation.domain.encoding import decode
from workstation.domain.register import Format, Remark
from workstation.errors import Refused
from workstation.limits import REGISTER_BYTES
from workstation.resolving.known import Known
from workstation.resolving.own import follow_the_money, jrc_names, petrarch, table
from workstation.resolving.own.gathering import Gathering
from workstation.resolving.own.rows import Reader
from workstation.resolving.registers import Registers

_FORMATS: tuple[tuple[Format, Callable[[str], bool], Reader], ...] = (
    ("followthemoney", follow_the_money.is_follow_the_money, follow_the_money.read),
    ("csv", table.is_table, table.read),
    ("jrc-names", jrc_names.is_jrc_names, jrc_names.read),
    ("petrarch", petrarch.is_petrarch, petrarch.read),
)


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds."""

    format: Format
    actors: tuple[Known, ...]
    remarks: tuple[Remark, ...]


def read(raw: bytes, others: Registers) -> Read:
    """The actors of a register that is to be added to others.

    Raises:
        Refused: the file is no register, is too large, or names nobody.
    """
    if len(raw) > REGISTER_BYTES:
        raise Refused(
            f"The register is larger than {REGISTER_BYTES >> 20} MiB.",
            "Leave out the languages or the actors that you do not read about.",
            code="too-large",
        )
    decoded = decode(raw)
    name, reader = _format_of(decoded.text)
    gathering = Gathering(others)
    for note in decoded.notes:
        gathering.take(Remark(1, note, refused=False))
    for said in reader(decoded.text):
        gathering.take(said)
    actors = gathering.actors()
    if not actors:
        first = gathering.remarks[0] if gathering.remarks else None
        told = f" Line {first.line}: {first.words}" if first else ""
        raise Refused(
            f"The register names no actor.{told}", "Mend it, and add it again.", code="empty"
        )
    return Read(name, actors, tuple(gathering.remarks))


def _format_of(text: str) -> tuple[Format, Reader]:
    for name, fits, reader in _FORMATS:
        if fits(text):
            return name, reader
    raise Refused(
        "The file is no register that can be read.",
        "Give a table whose first line names its columns (name, kind, alias), JRC-Names, "
        "a PETRARCH actor dictionary, or FollowTheMoney entities.",
        code="no-register",
    )
