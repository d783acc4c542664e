"""The frames between a host and its child: msgpack, typed, never pickle.

A child may have read a hostile file, so the host believes nothing it cannot decode into one of
these shapes, and no string longer than its limit.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from workstation import limits

Words = Annotated[str, msgspec.Meta(max_length=limits.CHILD_WORDS_CHARACTERS)]


class BrokenFrame(Exception):
    """A child sent something that is not a frame, or not one that fits here."""


class Ask(msgspec.Struct, frozen=True, array_like=True, tag="ask"):
    """Host to child: work on this; an open file follows if `has_file`."""

    serial: int
    payload: bytes
    has_file: bool


class Hello(msgspec.Struct, frozen=True, array_like=True, tag="hello"):
    """The child is up, confined, and waits for its first request."""


class Unable(msgspec.Struct, frozen=True, array_like=True, tag="unable"):
    """The entry refused its setup, with words; another child would refuse it too."""

    what_happened: Words
    what_you_can_do: Words
    code: Words


class Begun(msgspec.Struct, frozen=True, array_like=True, tag="begun"):
    """The child took the request up: from now on it answers for what happens."""

    serial: int


class Answer(msgspec.Struct, frozen=True, array_like=True, tag="answer"):
    """A part of the answer; an empty one is only a sign of life."""

    serial: int
    payload: bytes


class Beat(msgspec.Struct, frozen=True, array_like=True, tag="beat"):
    """How far the child has read in the request's file."""

    serial: int
    position: int


class Over(msgspec.Struct, frozen=True, array_like=True, tag="over"):
    """The request is over; after "memory" the child leaves."""

    serial: int
    verdict: Literal["done", "refused", "failed", "memory"]
    what_happened: Words = ""
    what_you_can_do: Words = ""
    code: Words = ""


class Trace(msgspec.Struct, frozen=True, array_like=True, tag="trace"):
    """Where an unexpected exception came from; for the log, not for the user."""

    text: Annotated[str, msgspec.Meta(max_length=limits.CHILD_TRACE_CHARACTERS)]


FromChild = Hello | Unable | Begun | Answer | Beat | Over | Trace

_encoder = msgspec.msgpack.Encoder()
_ask_decoder = msgspec.msgpack.Decoder(Ask)
_child_decoder: msgspec.msgpack.Decoder[FromChild] = msgspec.msgpack.Decoder(FromChild)


def encode(frame: Ask | FromChild) -> bytes:
    """Turns a frame into bytes."""
    return _encoder.encode(frame)


def decode_ask(frame: bytes) -> Ask:
    """Reads what the host sent."""
    return _ask_decoder.decode(frame)


def decode_from_child(frame: bytes | bytearray | memoryview) -> FromChild:
    """Reads what a child sent.

    Raises:
        BrokenFrame: it is none of the frames a child may send.
    """
    try:
        return _child_decoder.decode(frame)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        # The error's text may quote what the child sent; its type is enough.
        raise BrokenFrame(type(error).__name__) from None


def clip(text: str, characters: int) -> str:
    """Makes any text fit for a frame: encodable, and not too long."""
    return text[:characters].encode("utf-8", "replace").decode("utf-8")
