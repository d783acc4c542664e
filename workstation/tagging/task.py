"""What the tagger sends to a worker, and what comes back."""

from dataclasses import dataclass
from datetime import date

import msgspec

from workstation.domain.article import Passage
from workstation.domain.mention import Found, Span


@dataclass(frozen=True, slots=True)
class Task:
    """An article to be read."""

    article: int
    version: int
    title: str
    text: str
    passages: tuple[Passage, ...] = ()
    outlet: str = ""
    language: str = ""
    published: date | None = None
    """The day in the library's time zone."""
    spans: tuple[Span, ...] | None = None
    """What the model said of it already; None: ask it."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was found in an article, in reading order."""

    article: int
    version: int
    found: tuple[Found, ...]
    spans: tuple[Span, ...] | None = None
    """What the model said, if it was asked."""


encode = msgspec.msgpack.encode
decode_tasks = msgspec.msgpack.Decoder(tuple[Task, ...]).decode
decode_done = msgspec.msgpack.Decoder(tuple[Done, ...]).decode
