"""Files of decisions come from strangers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.curating.desks import act, adopt, carry, decide, rewritten, state, uuid
from workstation.curating import adopting, carrying, decisions
from workstation.errors import Unreadable, WorkstationError
from workstation.library import corpus, schema
from workstation.library.library import Library


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"at": "9999-12-31T00:00:00Z"}, "impossible time"),
        ({"at": "0001-01-01T00:00:00+23:59"}, "impossible time"),
        ({"at": "2024-01-01T00:00:00"}, "no decision"),
        ({"at": None}, "no decision"),
        ({"who": ""}, "who decided"),
        ({"who": "a\u202eb"}, "who decided"),
        ({"reason": "a\0b"}, "reason"),
        ({"reason": "x" * 1_001}, "reason"),
        ({"id": "1"}, "no identifier"),
        ({"subject": "' OR 1=1"}, "no identifier"),
        ({"subject": uuid("Nobody")}, "neither here"),
        ({"verb": "adopt"}, "number of terms"),
        ({"verb": "erase"}, "no decision"),
        ({"surprise": 1}, "no decision"),
        ({"terms": []}, "number of terms"),
        ({"terms": ["\u200b"]}, "cannot say that"),
        ({"terms": ["a\x1b[31m"]}, "cannot say that"),
        ({"terms": ["!"]}, "cannot say that"),
        ({"terms": ["x" * 201]}, "cannot say that"),
        ({"terms": ["x"] * 25, "verb": "alias"}, "no decision"),
        ({"verb": "kind", "terms": ["clown"]}, "cannot say that"),
        ({"verb": "merge", "terms": [uuid("Russia")]}, "cannot say that"),
        ({"verb": "merge", "terms": [uuid("Nobody")]}, "neither here"),
        ({"verb": "metonym", "terms": ["Moscow", "sometimes"]}, "cannot say that"),
        ({"verb": "not-the-same", "terms": ["Moscow"]}, "cannot say that"),
        ({"verb": "no-name", "terms": ["…"]}, "cannot say that"),
        ({"verb": "role", "terms": ["mayor", "", "2025", "2024"]}, "cannot say that"),
        ({"verb": "revoke", "terms": []}, "neither here"),
        ({"verb": "body", "terms": ["Russia", "text", "-1", "a" * 64, "", ""]}, "a place"),
        ({"verb": "body", "terms": ["Russia", "title", "0", "a" * 64, "", ""]}, "a place"),
        ({"verb": "body", "terms": ["Russia", "text", "0", "a", "", ""]}, "words that are none"),
        ({"verb": "body", "terms": ["R\0", "text", "0", "a" * 64, "", ""]}, "signs"),
        ({"verb": "body", "terms": ["R" * 2_001, "text", "0", "a" * 64, "", ""]}, "too long"),
        ({"mentions": -1}, "no decision"),
        ({"actors": [{"id": uuid("Russia"), "key": "x", "name": "R", "kind": "state"}]}, "another"),
        (
            {"actors": [{"id": uuid("R"), "key": "state/R", "name": "\x07", "kind": "state"}]},
            "without a name",
        ),
    ],
)
def test_a_line_that_this_program_would_not_write_is_refused_with_words(
    desk: Library, other: Library, tmp_path: Path, values: dict[str, object], words: str
) -> None:
    decide(other, "rename", "Russia", "Russian Federation")
    decide(other, "rename", "Syria", "Syrian Republic")
    told = adopting.adopt(desk, rewritten(carry(other), tmp_path, **values), who="carla")
    (refused,) = told.refused
    assert refused.line == 2
    assert words in refused.words
    assert told.new == 1
    with desk.read() as reading:
        assert corpus.find_actor(reading, uuid("Syria")).name == "Syrian Republic"


def test_a_known_identity_that_says_otherwise_is_refused(
    desk: Library, other: Library, tmp_path: Path
) -> None:
    decide(other, "rename", "Russia", "There")
    adopt(desk, other)
    told = adopting.adopt(desk, rewritten(carry(other), tmp_path, terms=["Else"]), who="carla")
    assert (told.new, told.known) == (0, 0)
    assert "says otherwise" in told.refused[0].words


@pytest.mark.parametrize(
    "whole",
    [
        b"",
        b"\n\n",
        b"{}",
        b"\xff\xfe",
        b'{"format":"another","version":1}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
    ],
)
def test_a_file_of_something_else_is_refused_whole(
    desk: Library, tmp_path: Path, whole: bytes
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(whole)
    with pytest.raises(Unreadable, match="no file of decisions"):
        adopting.adopt(desk, path)


def test_a_file_of_a_newer_program_is_refused(
    desk: Library, other: Library, tmp_path: Path
) -> None:
    with pytest.raises(Unreadable, match="another version"):
        adopting.adopt(desk, rewritten(carry(other), tmp_path, line=0, version=2))


def test_what_is_no_file_is_refused(desk: Library, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.jsonl", Path("/dev/zero"), tmp_path / "a\0b"):
        with pytest.raises(Unreadable):
            adopting.adopt(desk, path)


def test_files_and_lines_have_a_largest_size(
    desk: Library, other: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(other, "rename", "Russia", "There")
    path = carry(other)
    long = rewritten(path, tmp_path, words="x" * 70_000)
    assert "longer than any decision" in adopting.preview(desk, long).refused[0].words
    monkeypatch.setattr(carrying, "DECISIONS_BYTES", 100)
    with pytest.raises(Unreadable, match="too large"):
        adopting.preview(desk, path)


def test_a_library_takes_so_many_decisions_and_no_more(
    desk: Library, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("One", "Two", "Three"):
        decide(other, "rename", uuid("Russia"), name)
    path = carry(other)
    monkeypatch.setattr(adopting, "DECISIONS", 3)
    with pytest.raises(Unreadable, match="more than 3"):
        adopting.preview(desk, path)
    monkeypatch.setattr(carrying, "DECISIONS", 2)
    with pytest.raises(Unreadable, match="more decisions"):
        adopting.preview(desk, path)


def everything(library: Library) -> dict[str, list[str]]:
    with library.read() as reading:
        return {
            table.name: sorted(map(str, reading.connection.execute(sa.select(table))))
            for table in schema.metadata.sorted_tables
        }


@st.composite
def spoiled(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file with some of its bytes changed, or of its values."""
    if draw(st.booleans()):
        spot = draw(st.integers(0, len(whole)))
        until = draw(st.integers(spot, min(len(whole), spot + 20)))
        return whole[:spot] + draw(st.binary(max_size=12)) + whole[until:]
    lines = [json.loads(line) for line in whole.splitlines()]
    line = draw(st.sampled_from(lines))
    scalar = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
    known = st.sampled_from([value for one in lines for value in one.values()])
    junk = st.recursive(scalar | known, lambda inner: st.lists(inner, max_size=3), max_leaves=9)
    line[draw(st.sampled_from(sorted(line)))] = draw(junk)
    return b"\n".join(json.dumps(one).encode() for one in lines)


def test_no_bytes_do_more_than_words_can_tell(desk: Library, other: Library) -> None:
    for wanted in (
        ("rename", "Russia", "There"), ("merge", "Smith", "Syria"), ("undo",),
        ("split", "Moscow", "Kremlin", "Moscow"), ("alias", "Syria", "Damask"),
        ("metonym", "Moscow", "state"), ("assign", "1", "Russia", "Syria"),
        ("mention", "1", "and Moscow", "Nobody Else"), ("boilerplate", "2", "Moscow"),
        ("not-the-same", "Moscow", "Russia"), ("no-name", "Russia", "Russia"),
        ("no-mention", "1", "Smith"), ("role", "Smith", "mayor", "Moscow", "2024"),
    ):  # fmt: skip
        act(other, "ann", wanted)
    path = carry(other)
    good = path.read_bytes()
    untouched = everything(desk)

    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @example(b"")
    @given(st.binary(max_size=200) | spoiled(good))
    def read(whole: bytes) -> None:
        path.write_bytes(whole)
        try:
            told = adopting.adopt(desk, path, who="carla")
        except WorkstationError:
            assert everything(desk) == before[0]
            return
        if told.decision is None:
            assert everything(desk) == before[0]
        else:
            state(desk)
            decisions.undo(desk, who="carla")
            before[0] = everything(desk)

    before = [untouched]
    read()
    with desk.read() as reading:
        for one in decisions.log(reading):
            said = "".join((one.who, one.words, one.order.reason, *one.order.terms))
            assert all(letter.isprintable() or letter == "\n" for letter in said)
