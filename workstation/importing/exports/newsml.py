"""News in NewsML-G2: items with an identifier, a version and a standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from lxml import etree

from workstation.domain.article import Draft, Published
from workstation.importing.dates import read_date
from workstation.importing.exports import nitf
from workstation.importing.exports.factiva import byline
from workstation.importing.exports.markup import (
    first,
    headings_of,
    inside,
    name_of,
    paragraphs_of,
    parse,
    words_of,
)
from workstation.importing.exports.standing import standing, without_text
from workstation.importing.exports.telling import Read
from workstation.importing.facts import Facts, make_draft

_TYPES = {
    "person": "person", "organisation": "organisation", "geoarea": "place", "poi": "place",
    "event": "event",
}  # fmt: skip
_DIGITS = 15
_START = re.compile(rb"<(?:\w{1,20}:)?newsItem\b")
_END = re.compile(rb"</(?:\w{1,20}:)?newsItem\s*>")
_OUTER = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?P<name>(?:\w{1,20}:)?newsMessage)\b[^>]{0,4000}>"
)


def articles(root: etree._Element) -> Iterator[Read]:
    """The items of a file in their order; packages only list items."""
    for item in inside(root, "newsItem"):
        yield partial(_article, item)


def salvaged(raw: bytes) -> Iterator[Read]:
    """The items of a damaged file, each taken apart by itself."""
    starts = [match.start() for match in _START.finditer(raw)]
    # Prefixes of names may be declared above the items.
    outer = _OUTER.match(raw[: starts[0]]) if starts else None
    for start, end in pairwise([*starts, len(raw)]):
        closed = _END.search(raw, start, end)
        item = raw[start : closed.end() if closed else end]
        whole = outer[0] + item + b"</" + outer["name"] + b">" if outer else item
        yield partial(_alone, whole)


def _alone(raw: bytes) -> Draft:
    return _article(next(inside(parse(raw), "newsItem")))


def _article(item: etree._Element) -> Draft:
    facts = _facts(item)
    for content in _contents(item):
        document = next(inside(content, "nitf"), None)
        if document is not None:
            return nitf.draft_of(document, facts)
        text = _text(content)
        if text:
            return make_draft("\n\n".join(text), facts, "", headings_of(content))
    advice = [words for kind, words in facts.hints if kind == "advice to editors"]
    if advice and ("status", "withdrawn") in facts.hints:
        # A kill notice takes the place of the text, which is kept as an older version.
        return make_draft("\n\n".join(advice), facts, "")
    raise without_text(facts)


def _contents(item: etree._Element) -> Iterator[etree._Element]:
    content = first(item, "contentSet")
    if content is not None:
        yield from (part for part in content if name_of(part) in {"inlineXML", "inlineData"})


def _text(content: etree._Element) -> list[str]:
    if name_of(content) == "inlineData":
        # Plain text: each line was a paragraph of somebody.
        return [
            " ".join(line.split()) for line in (content.text or "").splitlines() if line.strip()
        ]
    body = next(inside(content, "body"), content)
    return paragraphs_of(body)


def _facts(item: etree._Element) -> Facts:
    about, content = first(item, "itemMeta"), first(item, "contentMeta")
    guid = (item.get("guid") or "").strip()
    version = item.get("version") or ""
    status = first(about, "pubStatus")
    facts = Facts(
        title=_said(content, "headline") or _said(about, "title"),
        outlet=_named(about, "provider") or _named(content, "infosource"),
        author=byline(_said(content, "by")) or _named(content, "creator"),
        language=_tag(content),
        published=_published(about, "firstCreated")
        or _published(content, "contentCreated")
        or _published(about, "versionCreated"),
        provider_id=f"newsml:{guid}" if guid else "",
        provider_version=int(version) if version.isdecimal() and len(version) <= _DIGITS else 0,
        hints=tuple(_hints(content)),
    )
    stated = "" if status is None else status.get("qcode") or status.get("uri") or ""
    return facts.or_else(
        standing(stated.replace("/", ":"), _said(about, "embargoed"), _said(about, "edNote"))
    )


def _said(parent: etree._Element | None, child: str) -> str:
    return words_of(first(parent, child))


def _named(parent: etree._Element | None, child: str) -> str:
    """The name of an organisation or person, or its code where it has none."""
    found = first(parent, child)
    if found is None:
        return ""
    code = (found.get("qcode") or found.get("uri") or "").rpartition(":")[2]
    return _said(found, "name") or (found.get("literal") or "").strip() or code.rpartition("/")[2]


def _tag(content: etree._Element | None) -> str:
    language = first(content, "language")
    return "" if language is None else language.get("tag") or ""


def _published(parent: etree._Element | None, child: str) -> Published | None:
    return read_date(_said(parent, child), child)


def _hints(content: etree._Element | None) -> Iterator[tuple[str, str]]:
    for subject in () if content is None else inside(content, "subject", "located"):
        kind = (subject.get("type") or "").rpartition(":")[2].casefold()
        place = "place" if name_of(subject) == "located" else "subject"
        term = _said(subject, "name") or subject.get("literal") or subject.get("qcode") or ""
        weight = subject.get("relevance") or subject.get("confidence") or ""
        yield _TYPES.get(kind, place), f"{term} ({weight}%)" if weight and term else term
