"""News in NITF, as a file of its own or inside of NewsML-G2."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from workstation.domain.article import Draft, Published
from workstation.importing.dates import read_date
from workstation.importing.exports.factiva import byline
from workstation.importing.exports.markup import (
    dashed,
    first,
    headings_of,
    inside,
    name_of,
    paragraphs_of,
    words_of,
)
from workstation.importing.exports.standing import standing, without_text
from workstation.importing.facts import Facts, make_draft

_KINDS = {
    "person": "person", "org": "organisation", "organization": "organisation",
    "location": "place", "event": "event", "chron": "time", "keyword": "subject",
    "tobject.subject": "subject", "classifier": "subject",
}  # fmt: skip
_NAMES = ("value", "key", "tobject.subject.type", "tobject.subject.refnum", "norm")


def draft_of(root: etree._Element, known: Facts = Facts()) -> Draft:  # noqa: B008 - it is frozen
    """The article of a document; `known` are facts of what carries it.

    Raises:
        Refused: it holds no text.
    """
    facts = known.or_else(_facts(root))
    content = next(inside(root, "body.content"), None)
    text = paragraphs_of(content) if content is not None else []
    if content is None or not text:
        raise without_text(facts)
    return make_draft("\n\n".join(text), facts, "", headings_of(content))


def _facts(root: etree._Element) -> Facts:
    data = first(root, "head", "docdata")
    top = first(root, "body", "body.head")
    issued = _published(data, "date.issue", "norm") or _published(data, "date.release", "norm")
    identifier = _attribute(data, "doc-id", "id-string")
    series = _attribute(data, "du-key", "version")
    status = "" if data is None else data.get("management-status") or ""
    outlets = (
        _attribute(first(root, "head"), "pubdata", "name"),
        words_of(first(top, "distributor")),
        _attribute(data, "doc.copyright", "holder"),
    )
    facts = Facts(
        title=words_of(first(top, "hedline", "hl1")) or words_of(first(root, "head", "title")),
        outlet=next(filter(None, outlets), ""),
        author=byline(words_of(first(top, "byline"))),
        published=issued or _published(first(root, "head"), "pubdata", "date.publication"),
        provider_id=f"nitf:{identifier}" if identifier else "",
        provider_version=int(series) if series.isdecimal() and len(series) < 16 else 0,  # noqa: PLR2004
        hints=tuple(_hints(root)),
    )
    return facts.or_else(standing(status, "", _attribute(data, "ed-msg", "info")))


def _attribute(parent: etree._Element | None, child: str, name: str) -> str:
    found = first(parent, child)
    return "" if found is None else (found.get(name) or "").strip()


def _published(parent: etree._Element | None, child: str, name: str) -> Published | None:
    words = _attribute(parent, child, name)
    return read_date(dashed(words), "date.issue") if words else None


def _hints(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The terms of the head, and the names that the agency marked in the text."""
    for element in inside(root, *_KINDS):
        kind = _KINDS[name_of(element)]
        named = (element.get(name) for name in _NAMES)
        words = words_of(element) or next(filter(None, named), "")
        if words:
            yield kind, words
