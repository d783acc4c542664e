"""An image on disk may have been made by a stranger, and is believed only if it makes sense."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from contextlib import closing
from copy import copy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sqlalchemy as sa

from tests.library.press import Press
from workstation.domain.selection import Selection
from workstation.library import corpus
from workstation.library.columns import generation, keeping, stored
from workstation.library.columns.generation import Generation
from workstation.library.library import Library

Arrays = dict[str, Any]


@pytest.fixture
def where(tmp_path: Path) -> Path:
    """A library that was closed with its image beside it."""
    with Library.create(tmp_path / "x.mwlib", zone="UTC") as made:
        press = Press(made)
        for number in range(4):
            press.named(f"{number}: Arland met Borland.", "Arland", "Borland")
        made.keep_columns()
        with made.read() as reading:
            assert reading.columns is not None
    return tmp_path / "x.mwlib"


@pytest.fixture
def state(where: Path) -> Generation:
    with Library.open(where) as library, library.read() as reading:
        return generation.of(reading.connection)


def _arrays(file: Path) -> Arrays:
    with np.load(file, allow_pickle=False) as kept:
        return {name: kept[name] for name in kept.files}


def _set(name: str, value: object, kind: object = None) -> Callable[[Arrays], None]:
    def change(arrays: Arrays) -> None:
        arrays[name] = arrays[name].astype(kind or arrays[name].dtype)
        arrays[name][-1] = value

    return change


def _head(change: Callable[[list[Any]], object]) -> Callable[[Arrays], None]:
    def within(arrays: Arrays) -> None:
        head = json.loads(arrays["head"].tobytes())
        change(head)
        arrays["head"] = np.frombuffer(json.dumps(head).encode(), dtype=np.uint8)

    return within


_LIES: dict[str, Callable[[Arrays], None]] = {
    "a head too deep": lambda a: a.update(head=np.frombuffer(b"[" * 200_000, dtype=np.uint8)),
    "names that are none": _head(lambda head: head.__setitem__(3, [[None], [None], [None]])),
    "one name twice": _head(lambda head: head[3][0].extend(head[3][0])),
    "a number beyond all": _set("a_number", 2**31 - 1),
    "a number below zero": _set("a_number", -5),
    "the same article twice": _set("a_number", 1),
    "a story beyond all": _set("a_story", 2**31 - 1),
    "a story below zero": _set("a_story", -3),
    "a day that never comes": _set("a_day", 2**31 - 1),
    "a day before all": _set("a_day", -1),
    "fewer mentions than none": _set("p_mentions", -2),
    "pairs out of order": _set("p_key", 5),
    "a row that is not there": _set("p_row", 9),
    "an instant beyond all": _set("a_instant", 2**62),
    "longer numbers": _set("a_story", 2**40, np.int64),
    "parts of numbers": _set("p_key", 1.5, np.float64),
    "letters": lambda a: a.update(a_day=np.array(["x"] * 4)),
    "nothing of any size": lambda a: a.update(a_day=np.zeros(4, dtype="V0")),
    "a table": lambda a: a.update(a_day=np.stack([a["a_day"]] * 2, 1)),
    "too few": lambda a: a.update(w_kind=a["w_kind"][1:]),
    "one missing": lambda a: a.pop("a_day"),
}


@pytest.mark.filterwarnings("error")
def test_what_makes_no_sense_is_not_believed(where: Path, state: Generation) -> None:
    file, lie = where / "columns.npz", where / "lie.npz"
    assert stored.load(file, state) is not None
    for words, change in _LIES.items():
        arrays = _arrays(file)
        change(arrays)
        np.savez(lie, allow_pickle=False, **arrays)
        assert stored.load(lie, state) is None, words


def test_parts_that_share_their_room_are_not_unpacked(where: Path, state: Generation) -> None:
    file = where / "columns.npz"
    with zipfile.ZipFile(file, "a") as packed:
        for number in range(50):
            again = copy(packed.infolist()[0])
            again.filename = f"{number}.npy"
            packed.filelist.append(again)
        packed.comment = b"written anew"
    assert stored.load(file, state) is None


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_only_a_plain_file_is_read(where: Path, state: Generation) -> None:
    file = where / "columns.npz"
    linked, pipe = where / "linked.npz", where / "pipe.npz"
    linked.symlink_to(file)
    os.mkfifo(pipe)
    for other in (linked, pipe, where, Path("/dev/zero")):
        assert stored.load(other, state) is None


@pytest.mark.skipif(os.name == "nt", reason="a link needs rights there")
def test_a_planted_link_is_not_written_through(where: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (where / "columns.part").symlink_to(victim)
    with Library.open(where) as library:
        library.keep_columns()
        Press(library).named("4: Arland.", "Arland")
    assert victim.read_text() == "mine"
    assert not (where / "columns.part").exists()


def test_numbers_too_high_for_an_image_are_left_to_the_database(where: Path) -> None:
    with Library.open(where) as library, library.write() as writing:
        connection = writing.connection
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(sa.text("UPDATE articles SET story = 4611686018427387904 WHERE id = 2"))
    with Library.open(where) as library:
        library.keep_columns()
        with library.read() as reading:
            assert reading.columns is None
            assert corpus.count(reading, Selection()) == 4
        Press(library).article("A fifth.")
        with library.read() as reading:
            assert corpus.count(reading, Selection()) == 5


def test_a_compacted_library_leaves_no_unfinished_image(where: Path) -> None:
    (where / "columns.part").write_text("Halyard")
    with Library.open(where) as library:
        library.compact()
    assert not list(where.glob("columns.*"))


def test_who_only_reads_sees_in_time_what_others_write(
    where: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_AGAIN", 0.0)
    with (
        closing(Library.open(where)) as writer,
        closing(Library.open(where, writing=False)) as reader,
    ):
        reader.keep_columns()
        with reader.read() as reading:
            assert reading.columns is not None
        Press(writer).article("A fifth.")
        with reader.read() as reading:
            assert corpus.count(reading, Selection()) == 5
        with reader.read() as reading:
            assert reading.columns is not None
            assert corpus.count(reading, Selection()) == 5
