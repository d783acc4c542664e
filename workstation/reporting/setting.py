"""What the typesetting child is asked to set, as both sides of the pipe read it."""

from __future__ import annotations

from typing import Literal

import msgspec

Form = Literal["pdf", "png"]


class Setting(msgspec.Struct, frozen=True):
    """A template of resources/report/, and the texts that it reads from `sys.inputs`.

    `timestamp` is the one time that the file carries, in Unix seconds.
    """

    template: str
    inputs: dict[str, str]
    form: Form
    timestamp: int = 0

    def encode(self) -> bytes:
        """The bytes that travel."""
        return msgspec.msgpack.encode(self)

    @classmethod
    def decode(cls, travelled: bytes) -> Setting:
        """A setting from its bytes."""
        return msgspec.msgpack.decode(travelled, type=cls)
