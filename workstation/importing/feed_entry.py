"""Entries of news feeds become drafts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from workstation import limits
from workstation.domain.article import Draft, Published
from workstation.domain.clean import clean_line
from workstation.errors import Refused
from workstation.importing.dates import read_date
from workstation.importing.facts import WITHOUT_TEXT, Facts, clean_address, make_draft
from workstation.importing.fingerprint import canonical_address
from workstation.importing.page import words_of_markup
from workstation.importing.page_facts import without_site

# Feeds cut their summaries at some hundred characters.
_SUMMARY_CHARACTERS = 1_500
_URI = re.compile(r"(?:tag|urn|https?):\S+", re.IGNORECASE)
_ONLY_SUMMARY = "Only the summary stands in the feed."
_ONLY_TITLE = "Only the title and the address stand in the feed."
_ONLY_CHANGE = "The feed gives no day of publication, only that of the last change."


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed says of one article; words may hold markup, "" is unknown."""

    title: str = ""
    content: str = ""
    summary: str = ""
    link: str = ""
    guid: str = ""
    author: str = ""
    published: str = ""
    updated: str = ""


def draft_of_entry(entry: FeedEntry, feed: Facts) -> Draft:
    """The article of an entry; `feed` are the facts of the whole feed.

    Raises:
        Refused: the entry has neither words nor a title.
    """
    outlet = clean_line(_plain(feed.outlet), limits.FIELD_CHARACTERS)
    title = without_site(clean_line(_plain(entry.title), limits.TITLE_CHARACTERS), outlet)
    paragraphs, headings, notes = _words(entry)
    published, said = _day(entry)
    facts = Facts(
        title=title,
        outlet=outlet,
        author=_author(entry.author),
        language=feed.language,
        url=clean_address(entry.link),
        provider_id=_identifier(entry),
        provider_version=WITHOUT_TEXT if notes or not paragraphs else 0,
        published=published,
        notes=feed.notes + notes + said,
    )
    if not paragraphs and not title:
        raise Refused("The entry holds no words.", code="empty")
    if not paragraphs:
        facts = replace(facts, notes=(*feed.notes, _ONLY_TITLE, *said))
    draft = make_draft("\n\n".join(paragraphs) or title, facts, "", headings)
    # A title that is also all of the text must not be counted twice.
    return replace(draft, title_derived=draft.title_derived or not paragraphs)


def _words(entry: FeedEntry) -> tuple[list[str], list[str], tuple[str, ...]]:
    for words in (entry.content, entry.summary):
        paragraphs, headings = _paragraphs(words)
        if paragraphs:
            short = words is entry.summary and sum(map(len, paragraphs)) < _SUMMARY_CHARACTERS
            return paragraphs, headings, (_ONLY_SUMMARY,) if short else ()
    return [], [], ()


def _paragraphs(words: str) -> tuple[list[str], list[str]]:
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    found = words_of_markup(words)
    return (lines, []) if found is None else found


def _plain(words: str) -> str:
    return " ".join(_paragraphs(words)[0])


def _day(entry: FeedEntry) -> tuple[Published | None, tuple[str, ...]]:
    published = read_date(entry.published, "feed")
    if published:
        return published, ()
    changed = read_date(entry.updated, "feed")
    return changed, (_ONLY_CHANGE,) if changed else ()


def _author(words: str) -> str:
    """The author without a mail address: "post@island.example (Mira Voss)"."""
    named = re.search(r"\(([^()]{2,100})\)", words) if "@" in words else None
    return named[1] if named else "" if "@" in words else _plain(words)


def _identifier(entry: FeedEntry) -> str:
    """The feed's name of the article; "" where that is its address, which names it everywhere."""
    guid = " ".join(entry.guid.split())
    place = canonical_address(entry.link)
    if not guid or (place and canonical_address(guid) == place):
        return ""
    if _URI.fullmatch(guid):
        return f"guid:{guid}"
    # A number names an article only within its site.
    host = urlsplit(clean_address(entry.link)).hostname or ""
    return f"guid:{host}:{guid}" if host else ""
