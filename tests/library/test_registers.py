"""Registers in the store, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from workstation.domain.changes import Changes
from workstation.domain.register import Register, Remark
from workstation.errors import LibraryDamaged, UnknownName
from workstation.library import registers, schema
from workstation.library.library import Library

DESK = Register(
    name="desk.csv",
    format="csv",
    file="desk.csv",
    sha256="0" * 64,
    actors=2,
    aliases=5,
    refused=1,
    told=1,
    who="ann",
    at=datetime(2024, 12, 14, 10, tzinfo=UTC),
    remarks=(Remark(3, "There is no name."), Remark(4, "“Аmber” mixes.", refused=False)),
)


def test_a_register_comes_back_as_it_was_put(library: Library) -> None:
    heard: list[Changes] = []
    library.listen(heard.append)
    with library.write() as writing:
        registers.put(writing, DESK, b"\x00\xffpacked")
    assert heard == [Changes.of("registers")]
    with library.read() as reading:
        assert registers.listed(reading) == [DESK]
        assert registers.named(reading, "desk.csv") == DESK
        assert registers.packed(reading) == [("desk.csv", b"\x00\xffpacked")]


def test_a_register_of_the_same_name_takes_the_place_of_the_other(library: Library) -> None:
    other = replace(DESK, name="other")
    with library.write() as writing:
        assert registers.digest(writing) == ""
        registers.put(writing, DESK, b"one")
        registers.put(writing, other, b"two")
        before = registers.digest(writing)
        registers.put(writing, replace(DESK, actors=7), b"three")
        assert [one.actors for one in registers.listed(writing)] == [7, 2]
        assert registers.packed(writing) == [("desk.csv", b"three"), ("other", b"two")]
        assert registers.digest(writing) not in ("", before)
        registers.put(writing, DESK, b"one")
        assert registers.digest(writing) == before


def test_a_register_that_is_not_there_is_said(library: Library) -> None:
    with library.write() as writing:
        for act in (registers.named, registers.remove):
            with pytest.raises(UnknownName, match="no register “x”"):
                act(writing, "x")  # type: ignore[operator]
        registers.put(writing, DESK, b"")
        registers.remove(writing, "desk.csv")
        assert registers.listed(writing) == []


def test_damaged_remarks_are_told_with_words(library: Library) -> None:
    with library.write() as writing:
        registers.put(writing, DESK, b"")
        writing.connection.execute(sa.update(schema.registers).values(remarks=b"\x01"))
        with pytest.raises(LibraryDamaged, match="remarks on the register “desk"):
            registers.listed(writing)
