"""Files of formats that can only be read whole, where they are not too large for that."""

from typing import BinaryIO

from workstation.errors import Refused


def read_whole(file: BinaryIO, limit: int, what: str, instead: str) -> bytes:
    """All bytes of a file; `what` it is and what to do `instead` stand in the refusal.

    Raises:
        Refused: there are more than `limit`.
    """
    raw = file.read(limit + 1)
    if len(raw) > limit:
        raise Refused(f"The {what} is larger than {limit >> 20} MB.", instead, code="too-large")
    return raw
