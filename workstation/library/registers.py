"""Registers of actors that users have added; they go with the library."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import msgspec
import sqlalchemy as sa

from workstation.domain.register import Register, Remark
from workstation.errors import LibraryDamaged, UnknownName
from workstation.library.library import Reading, Writing
from workstation.library.schema import registers

_pack = msgspec.msgpack.encode
_unpack = msgspec.msgpack.Decoder(tuple[Remark, ...]).decode

_LISTED = tuple(column for column in registers.c if column.name not in ("packed", "digest"))


def listed(reading: Reading) -> list[Register]:
    """The registers in the order in which they were first added: earlier ones come first."""
    rows = reading.connection.execute(sa.select(*_LISTED).order_by(registers.c.id))
    return [_register(row) for row in rows]


def named(reading: Reading, name: str) -> Register:
    """The register of that name.

    Raises:
        UnknownName: there is none.
    """
    asked = sa.select(*_LISTED).where(registers.c.name == name)
    row = reading.connection.execute(asked).one_or_none()
    if row is None:
        raise _no_such(name)
    return _register(row)


def packed(reading: Reading) -> list[tuple[str, bytes]]:
    """The name of each register, and its actors as it was given them."""
    rows = reading.connection.execute(
        sa.select(registers.c.name, registers.c.packed).order_by(registers.c.id)
    )
    return [(row.name, row.packed) for row in rows]


def digest(reading: Reading) -> str:
    """A hash of all registers as they are matched; "" where there are none."""
    asked = sa.select(registers.c.name, registers.c.digest).order_by(registers.c.id)
    whole = sha256()
    rows = reading.connection.execute(asked).all()
    for row in rows:
        whole.update(f"{row.name}\n{row.digest}\n".encode())
    return whole.hexdigest() if rows else ""


def put(writing: Writing, register: Register, actors: bytes) -> None:
    """Adds a register, or puts it in the place of the one of its name."""
    values = {
        "name": register.name,
        "format": register.format,
        "file": register.file,
        "sha256": register.sha256,
        "actors": register.actors,
        "aliases": register.aliases,
        "refused": register.refused,
        "told": register.told,
        "remarks": _pack(register.remarks),
        "digest": sha256(actors).hexdigest(),
        "packed": actors,
        "who": register.who,
        "at": int(register.at.timestamp()),
    }
    there = registers.c.name == register.name
    if not writing.connection.execute(sa.update(registers).where(there).values(values)).rowcount:
        writing.connection.execute(sa.insert(registers).values(values))
    writing.touched("registers")


def remove(writing: Writing, name: str) -> None:
    """Takes a register away.

    Raises:
        UnknownName: there is none of that name.
    """
    gone = writing.connection.execute(sa.delete(registers).where(registers.c.name == name))
    if not gone.rowcount:
        raise _no_such(name)
    writing.touched("registers")


def _no_such(name: str) -> UnknownName:
    return UnknownName(
        f"The library has no register “{name}”.", "`workstation registers` lists them."
    )


def _register(row: Any) -> Register:
    return Register(
        row.name,
        row.format,
        row.file,
        row.sha256,
        row.actors,
        row.aliases,
        row.refused,
        row.told,
        row.who,
        datetime.fromtimestamp(row.at, UTC),
        _remarks(row.name, row.remarks),
    )


def _remarks(name: str, kept: bytes) -> tuple[Remark, ...]:
    try:
        return _unpack(kept)
    except msgspec.DecodeError as error:
        raise LibraryDamaged(
            f"The remarks on the register “{name}” cannot be read.",
            "Remove the register, and add it again.",
        ) from error
