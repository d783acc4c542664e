"""News feeds: RSS and Atom; lists of feeds (OPML) are refused with words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import feedparser

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.encoding import decode
from workstation.errors import Refused
from workstation.importing.facts import Facts
from workstation.importing.feed_entry import FeedEntry, draft_of_entry
from workstation.importing.reader import Reader
from workstation.importing.tags import refuse_swollen
from workstation.importing.turns import Count, in_turn
from workstation.importing.whole import read_whole

_BEFORE = (
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,500}\?>\s*|<!--.{0,4000}?-->\s*|"
    rb"<!DOCTYPE[^<>\[]{0,500}(?:\[.{0,4000}?\]\s*)?>\s*)*"
)
_FEED = re.compile(
    _BEFORE + rb"<(?:rss\b|(?:rdf:)?RDF\b|(?:\w{1,20}:)?feed\b[^>]{0,2000}atom|(opml)\b)",
    re.IGNORECASE | re.DOTALL,
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
_ENCODING = re.compile(rb"\s*<\?xml[^>]{1,200}encoding\s*=\s*[\"']([\w:.-]{2,40})")
# Its entities are the only ones that could swell, and the parser knows those of HTML.
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
# What the parser lets through where a feed is broken in a way it did not expect.
_BROKEN = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError,
    RecursionError,
)  # fmt: skip


class Feed:
    """Reads each entry of a feed as an article."""

    name = "feed"
    version = 1
    precedence = 45

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the first element is that of a feed, or of a list of feeds."""
        del name
        return _FEED.match(_narrow(head)) is not None

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article for each entry, with what the feed holds of it."""
        # A feed's file is named for the day on which it was fetched.
        del name
        raw = read_whole(file, limits.PAGE_BYTES, "feed", "Fetch it again with fewer entries.")
        kind = _FEED.match(_narrow(raw[: limits.HEAD_BYTES]))
        if kind and kind[1]:
            raise Refused(
                "The file is a list of feeds (OPML) and holds no articles.",
                "Fetch the feeds that it names, and import those.",
                code="list-of-feeds",
            )
        parsed, notes = _parsed(raw)
        yield from drafts_of_entries(
            [_entry(one) for one in parsed.get("entries", [])], _facts(parsed, notes)
        )


def drafts_of_entries(entries: list[tuple[FeedEntry, str]], feed: Facts) -> Iterator[Draft | None]:
    """The articles of entries, each with the name of the outlet it was taken from, or "".

    Raises:
        Refused: there are none, or after the last one, that some hold no words.
    """

    def draft_of(one: tuple[FeedEntry, str]) -> Draft:
        entry, source = one
        return draft_of_entry(entry, Facts(outlet=source).or_else(feed))

    count = Count()
    yield from in_turn(entries, draft_of, count)
    empty = len(count.unread)
    if not entries or empty:
        which = f"{empty:,} of {len(entries):,} entries" if empty else "The feed"
        raise Refused(
            f"{which} {'hold' if empty else 'holds'} no {'words' if empty else 'entries'}.",
            "Fetch the feed again.",
            code="some-unread" if empty else "no-article",
        )


def _narrow(head: bytes) -> bytes:
    """The beginning as if each letter had one byte."""
    return head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _parsed(raw: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    declared = _ENCODING.match(_narrow(raw[: limits.HEAD_BYTES]).removeprefix(b"\xef\xbb\xbf"))
    decoded = decode(raw, declared[1].decode("ascii") if declared else "")
    text = _DOCTYPE.sub("", _DECLARATION.sub("", decoded.text, count=1), count=1)
    refuse_swollen(text)
    if text.count("<") > limits.FEED_ELEMENTS:
        raise Refused(
            f"The feed has more than {limits.FEED_ELEMENTS:,} tags.",
            "Fetch it again with fewer entries.",
            code="too-large",
        )
    plain = b'<?xml version="1.0" encoding="utf-8"?>' + text.lstrip().encode("utf-8", "ignore")
    try:
        # The parser gets bytes: names and addresses are never fetched.
        found: dict[str, Any] = feedparser.parse(
            io.BytesIO(plain), resolve_relative_uris=False, sanitize_html=False
        )
    except _BROKEN as error:
        raise Refused(
            "The feed cannot be taken apart.", "Fetch it again.", code="damaged"
        ) from error
    return found, decoded.notes


def _facts(parsed: dict[str, Any], notes: tuple[str, ...]) -> Facts:
    feed = dict(parsed.get("feed", {}))
    return Facts(
        outlet=_words(feed.get("title")), language=_words(feed.get("language")), notes=notes
    )


def _entry(entry: Any) -> tuple[FeedEntry, str]:
    # The parser's own look-up offers a day of publication as one of change.
    found = dict(entry)
    content = [_words(one.get("value")) for one in found.get("content", [])]
    read = FeedEntry(
        title=_words(found.get("title")),
        content=max(content, key=len, default=""),
        summary=_words(found.get("summary")),
        link=_words(found.get("feedburner_origlink")) or _words(found.get("link")),
        guid=_words(found.get("id")),
        author=_words(found.get("author")),
        published=_words(found.get("published")),
        updated=_words(found.get("updated")),
    )
    return read, _words((found.get("source") or {}).get("title"))


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


READER: Reader = Feed()
