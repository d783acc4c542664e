from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from multiprocessing import Pipe
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workstation import limits
from workstation.processes.confinement import ChildLimits
from workstation.processes.crew import Crew
from workstation.processes.frames import Answer, Begun, BrokenFrame, Over, encode
from workstation.processes.requests import End, Outcome, Part, Request
from workstation.processes.wire import Inbox, refuse_writable


@pytest.fixture
def letter(tmp_path: Path) -> Iterator[int]:
    path = tmp_path / "letter"
    path.write_text("Dear reader")
    descriptor = os.open(path, os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


@given(
    st.lists(st.binary(max_size=200) | st.sampled_from([bytes(16_384), bytes(16_385)]), max_size=8)
)
def test_frames_arrive_as_they_were_sent(frames: list[bytes]) -> None:
    ours, theirs = Pipe()
    with ours, theirs:
        inbox = Inbox(ours)
        for frame in frames:
            theirs.send_bytes(frame)
        received: list[bytes] = []
        while len(received) < len(frames):
            received += inbox.receive()
    assert received == frames


@settings(max_examples=30)
@given(st.lists(st.binary(max_size=20), min_size=1, max_size=4))
def test_half_a_frame_is_waited_for_without_waiting(frames: list[bytes]) -> None:
    stream = b"".join(struct.pack("!i", len(frame)) + frame for frame in frames)
    ours, theirs = Pipe()
    with ours, theirs:
        inbox = Inbox(ours)
        received: list[bytes] = []
        for byte in stream:
            os.write(theirs.fileno(), bytes([byte]))
            received += inbox.receive()
    assert received == frames


@pytest.mark.parametrize("length", [-1, -(2**31), limits.CHILD_FRAME_BYTES + 1, 2**31 - 1])
def test_an_impossible_length_is_broken(length: int) -> None:
    ours, theirs = Pipe()
    with ours, theirs:
        os.write(theirs.fileno(), struct.pack("!i", length))
        with pytest.raises(BrokenFrame):
            list(Inbox(ours).receive())


def test_a_closed_end_says_so() -> None:
    ours, theirs = Pipe()
    with ours:
        theirs.close()
        with pytest.raises(EOFError):
            list(Inbox(ours).receive())


def framed(frame: Answer | Begun | Over) -> bytes:
    encoded = encode(frame)
    return struct.pack("!i", len(encoded)) + encoded


@pytest.mark.parametrize(
    "raw",
    [
        struct.pack("!i", 5) + b"\xc1\xc1\xc1\xc1\xc1",
        struct.pack("!i", -1),
        struct.pack("!i", limits.CHILD_FRAME_BYTES + 1),
        struct.pack("!i", 3) + b"\x93\x00\x00",
        framed(Answer(10**6, b"to a question nobody asked")),
        framed(Over(10**6, "done")),
        framed(Begun(0)),
        struct.pack("!i", 4) + b"\x80\x04N.",
    ],
    ids=["noise", "negative", "huge", "wrong shape", "stray part", "stray end", "twice", "pickle"],
)
def test_a_child_that_talks_nonsense_is_killed_and_its_request_broken(raw: bytes) -> None:
    with Crew("child_entries:write_raw") as crew:
        (end,) = crew.run([Request("nonsense", raw)])
        assert isinstance(end, End)
        assert end.verdict == "broken"
        assert end.what_happened
        assert (crew.pids, crew.restarts) == ((), 1)


def test_a_child_that_stops_within_a_frame_is_stalled_and_holds_up_nobody() -> None:
    with Crew("child_entries:write_raw", limits=ChildLimits(stall_seconds=1.0)) as crew:
        (end,) = crew.run([Request("half", struct.pack("!i", 1000) + b"\x93")])
        assert isinstance(end, End)
        assert end.verdict == "stalled"


def read(crew: Crew, deed: bytes, file: int | None) -> list[Outcome]:
    return list(crew.run([Request("file", deed, file)]))


def test_a_child_reads_the_file_it_was_given(letter: int) -> None:
    with Crew("child_entries:read_file") as crew:
        for _ in range(2):
            assert read(crew, b"read", letter) == [
                Part("file", b"Dear reader"),
                End("file", "done"),
            ]
        assert read(crew, b"read", None)[0] == Part("file", b"no file")


def test_a_child_cannot_write_to_the_file_it_was_given(letter: int, tmp_path: Path) -> None:
    with Crew("child_entries:read_file") as crew:
        assert read(crew, b"write", letter)[0] == Part("file", b"OSError")
    assert (tmp_path / "letter").read_text() == "Dear reader"


def test_a_fresh_child_gets_the_file_again(letter: int) -> None:
    with Crew("child_entries:read_file") as crew:
        requests = [Request(key, b"read", letter) for key in range(20)]
        for outcome in crew.run(requests):
            if isinstance(outcome, End) and outcome.key == 5:
                os.kill(crew.pids[0], 9)
            assert not isinstance(outcome, Part) or outcome.payload == b"Dear reader"
        assert crew.restarts == 1


def test_reading_on_in_the_file_is_progress(letter: int) -> None:
    with Crew("child_entries:read_file", limits=ChildLimits(stall_seconds=2.0)) as crew:
        assert read(crew, b"slowly", letter)[0] == Part("file", b"read")


def test_a_file_that_can_be_written_through_is_not_given_away(tmp_path: Path) -> None:
    with (tmp_path / "open").open("w+b") as file:
        with pytest.raises(ValueError, match="reading only"):
            refuse_writable(file.fileno())
        with Crew("child_entries:read_file") as crew, pytest.raises(ValueError, match="reading"):
            read(crew, b"read", file.fileno())
