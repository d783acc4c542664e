"""News feeds as JSON (JSON Feed)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from workstation import limits
from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.facts import Facts
from workstation.importing.feed_entry import FeedEntry
from workstation.importing.reader import Reader
from workstation.importing.readers.feed import drafts_of_entries
from workstation.importing.whole import read_whole

_VERSION = re.compile(rb'\{.*"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version', re.DOTALL)


class JsonFeed:
    """Reads each of the feed's entries as an article."""

    name = "json-feed"
    version = 1
    precedence = 45

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the beginning names the format's version."""
        del name
        return _VERSION.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()) is not None

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article for each entry."""
        # A feed's file is named for the day on which it was fetched.
        del name
        raw = read_whole(file, limits.PAGE_BYTES, "feed", "Fetch it again with fewer entries.")
        try:
            feed = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise Refused(
                "The feed is damaged or was cut off.", "Fetch it again.", code="damaged"
            ) from error
        held = _dict(feed)
        listed = held.get("items")
        entries = [_entry(_dict(one)) for one in (listed if isinstance(listed, list) else [])]
        facts = Facts(outlet=_words(held, "title"), language=_words(held, "language"))
        yield from drafts_of_entries(entries, facts)


def _entry(found: dict[str, Any]) -> tuple[FeedEntry, str]:
    named = found.get("authors") or [found.get("author")]
    authors = [_words(_dict(one), "name") for one in (named if isinstance(named, list) else [])]
    number = found.get("id")
    entry = FeedEntry(
        title=_words(found, "title"),
        content=_words(found, "content_html") or _words(found, "content_text"),
        summary=_words(found, "summary"),
        link=_words(found, "url") or _words(found, "external_url"),
        guid=str(number) if isinstance(number, str | int) else "",
        author=", ".join(filter(None, authors)),
        published=_words(found, "date_published"),
        updated=_words(found, "date_modified"),
    )
    return entry, ""


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _words(found: dict[str, Any], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""


READER: Reader = JsonFeed()
