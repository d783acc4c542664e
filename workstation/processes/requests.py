"""What goes to a crew, and what comes back: requests, parts of answers, and endings."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal[
    "done",  # answered in full
    "refused",  # the handler raised a WorkstationError; its words are in the End
    "failed",  # the handler raised anything else; a bug, or a file no parser expected
    "crashed",  # the child died
    "stalled",  # no answer part and no progress for `stall_seconds`
    "too-long",  # not over after `total_seconds`
    "memory",  # the child ran out of the memory it may use
    "broken",  # the child sent something that is not a frame; it was killed
    "cancelled",  # taken up, but the caller cancelled first
]


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to be worked on by a child.

    `payload` is opaque here. `file` is an open descriptor, opened for reading only; it belongs to
    the caller, who keeps it open until the request's `End`. The child gets a duplicate, rewound to
    its start, and never learns a path. Both share one position: do not read it meanwhile.
    """

    key: Hashable
    payload: bytes
    file: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One streamed part of the answer to the request `key`."""

    key: Hashable
    payload: bytes


@dataclass(frozen=True, slots=True)
class End:
    """The end of the request `key`: exactly one for each request that was taken up.

    Without words when the verdict is "done". `code` is the `code` of the WorkstationError of a
    refusal, else "". For "failed", `what_happened` names the exception's type and its short text.
    """

    key: Hashable
    verdict: Verdict
    what_happened: str = ""
    what_you_can_do: str = ""
    code: str = ""


Outcome = Part | End


class Feed:
    """Requests to work on, to which the consumer of a run may add while it runs.

    Added requests go before the rest. The rest is pulled one by one, when a child has room.
    """

    def __init__(self, requests: Iterable[Request] = ()) -> None:
        self._added: deque[Request] = deque()
        self._rest = iter(requests)

    def add(self, request: Request) -> None:
        """Puts a request behind those added earlier and before the rest."""
        self._added.append(request)

    def take(self) -> Request | None:
        """Takes the next request; None when there is none at present."""
        if self._added:
            return self._added.popleft()
        return next(self._rest, None)
