"""What an article is: as a reader found it, and as the library keeps it."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Literal
from uuid import UUID, uuid5

Precision = Literal["minute", "day"]

OUTLET_FROM, FROM_ADDRESS = "outlet read from", "address"
"""The hint that says where an outlet was read which nothing names, and what it says mostly."""

_ARTICLES = UUID("2b8e04c1-94a6-5f0b-8a3d-71c5d9e6f420")

_OUTLETS = UUID("c07d1f3e-5b68-5d21-b7a4-0e93a86d2f55")


def outlet_uuid(name: str) -> str:
    """The stable identifier of an outlet, the same in every library."""
    return str(uuid5(_OUTLETS, name))


def article_uuid(identity: str) -> str:
    """The stable identifier of the article that an identity tells, the same in every library."""
    return str(uuid5(_ARTICLES, identity))


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: a UTC instant, or a day without a time zone.

    `source` says where it was read, such as "json-ld", "header line" or "file name".
    """

    source: str
    instant: datetime | None = None
    day: date | None = None

    @classmethod
    def at(cls, instant: datetime, source: str) -> "Published":
        """An instant; a naive one counts as UTC."""
        aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
        return cls(source, instant=aware.astimezone(UTC).replace(second=0, microsecond=0))

    @classmethod
    def on(cls, day: date, source: str) -> "Published":
        """A day, which never moves across time zones."""
        return cls(source, day=day)

    @property
    def precision(self) -> Precision:
        """How exactly the time is known."""
        return "day" if self.instant is None else "minute"

    def local_day(self, zone: tzinfo) -> date:
        """The calendar day in the library's time zone."""
        if self.instant is not None:
            return self.instant.astimezone(zone).date()
        if self.day is None:
            raise ValueError("neither an instant nor a day")
        return self.day

    def iso(self) -> str:
        """ISO 8601: `2024-12-14T16:20:00Z` or `2024-12-14`."""
        if self.instant is not None:
            return self.instant.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
        return self.day.isoformat() if self.day else ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text, in code points, that is not the article's own words."""

    start: int
    end: int
    kind: str = "boilerplate"


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a reader found it, before it is stored.

    `text` has its paragraphs separated by one blank line. `hints` are facts a provider or a
    promotional line gives beside the article, such as ("outlet", "Sky News").
    """

    text: str
    title: str = ""
    title_derived: bool = False
    outlet: str = ""
    author: str = ""
    language: str = ""
    url: str = ""
    provider_id: str = ""
    provider_version: int = 0
    """Which of the provider's texts this is: a lower one never replaces a higher one."""
    published: Published | None = None
    captured: datetime | None = None
    passages: tuple[Passage, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = field(default=())
    """What the analyst should know about the reading, such as a guessed encoding."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as lists show it, without its text."""

    id: int
    title: str
    title_derived: bool
    outlet: str
    author: str
    language: str
    published: Published | None
    day: date | None
    """The calendar day in the library's time zone; None for an undated article."""
    url: str
    story: int
    story_size: int
    version: int
    words: int
    mentions: int
    file: str
    sha256: str
    problem: str
    """Why the article could not be tagged, or ""."""
    tagged_with: str = ""
    """The pipeline that tagged it, or ""."""
    captured: datetime | None = None
    """When a browser or a crawler saved the page, if it says so."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of the texts of an article; the present one has not been replaced."""

    number: int
    title: str
    text: str
    sha256: str
    """Of the original that it was read from."""
    replaced: datetime | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The words of an article, and which of them are not its own."""

    title: str
    text: str
    passages: tuple[Passage, ...] = ()
