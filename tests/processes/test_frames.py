from __future__ import annotations

import contextlib

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workstation import limits
from workstation.processes.frames import (
    Answer,
    Ask,
    Beat,
    Begun,
    BrokenFrame,
    FromChild,
    Hello,
    Over,
    Trace,
    Unable,
    clip,
    decode_ask,
    decode_from_child,
    encode,
)

serials = st.integers(0, 2**63 - 1)
words = st.text(max_size=100)
frames_from_child = st.one_of(
    st.builds(Hello),
    st.builds(Unable, words, words, words),
    st.builds(Begun, serials),
    st.builds(Answer, serials, st.binary()),
    st.builds(Beat, serials, serials),
    st.builds(
        Over, serials, st.sampled_from(["done", "refused", "failed", "memory"]), words, words, words
    ),
    st.builds(Trace, words),
)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats() | words | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(words, inner),
)


def read_or_break(encoded: bytes) -> None:
    with contextlib.suppress(BrokenFrame):
        decode_from_child(encoded)


@given(frames_from_child)
def test_what_a_child_sends_is_what_the_host_reads(frame: FromChild) -> None:
    assert decode_from_child(encode(frame)) == frame


@given(serials, st.binary(), st.booleans())
def test_what_the_host_asks_is_what_the_child_reads(
    serial: int, payload: bytes, has_file: bool
) -> None:
    ask = Ask(serial, payload, has_file)
    assert decode_ask(encode(ask)) == ask


@given(st.binary())
@example(b"")
@example(b"\x91" * 100_000)
@example(b"\xdd\xff\xff\xff\xff")
@example(b"\xc6\xff\xff\xff\xff")
@example(encode(Answer(1, b"x"))[:-1])
@example(encode(Answer(1, b"x")) + b"\x00")
def test_any_bytes_are_a_frame_or_broken(encoded: bytes) -> None:
    read_or_break(encoded)


@given(plain)
def test_any_plain_value_is_a_frame_or_broken(value: object) -> None:
    read_or_break(msgspec.msgpack.encode(value))


@given(frames_from_child, st.data())
def test_a_damaged_frame_is_a_frame_or_broken(frame: FromChild, data: st.DataObject) -> None:
    encoded = bytearray(encode(frame))
    position = data.draw(st.integers(0, len(encoded) - 1))
    encoded[position] = data.draw(st.integers(0, 255))
    read_or_break(bytes(encoded))


@pytest.mark.parametrize(
    "frame",
    [
        Over(1, "failed", "x" * (limits.CHILD_WORDS_CHARACTERS + 1)),
        Unable("", "", "x" * (limits.CHILD_WORDS_CHARACTERS + 1)),
        Trace("x" * (limits.CHILD_TRACE_CHARACTERS + 1)),
        Ask(1, b"", has_file=False),
    ],
)
def test_a_frame_beyond_its_limits_is_broken(frame: FromChild) -> None:
    with pytest.raises(BrokenFrame):
        decode_from_child(encode(frame))


@given(st.text(st.characters()), st.integers(0, 50))
@example("surrogate \udc80", 20)
def test_clipped_text_fits_and_can_be_sent(text: str, most: int) -> None:
    clipped = clip(text, most)
    assert len(clipped) <= most
    assert decode_from_child(encode(Trace(clipped))) == Trace(clipped)
