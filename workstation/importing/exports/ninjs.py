"""News in ninjs: one object for each item, with the text as plain words or as markup."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from workstation.domain.article import Draft, Published
from workstation.errors import Refused
from workstation.importing.dates import read_date
from workstation.importing.exports.factiva import byline
from workstation.importing.exports.json_text import members, whole, words
from workstation.importing.exports.standing import standing, without_text
from workstation.importing.exports.telling import Read
from workstation.importing.facts import Facts, clean_address, make_draft
from workstation.importing.page import words_of_page
from workstation.importing.paragraphs import to_paragraphs

_TERMS = {
    "person": "person", "people": "person", "organisation": "organisation",
    "organisations": "organisation", "organization": "organisation", "place": "place",
    "places": "place", "subject": "subject", "subjects": "subject", "event": "event",
    "events": "event",
}  # fmt: skip
_TEXT = {"text", "composite", ""}
_MARKED = ("body_xhtml", "body_html", "body_html5")
_WEIGHT = ("relevance", "confidence", "weight")
_HUNDRED = 100


def items(value: object) -> list[dict[str, Any]]:
    """The items of a file: one object, a list, or a list under a name."""
    found = list(members(value))
    if len(found) == 1 and "uri" not in found[0]:
        lists = (found[0].get(name) for name in ("items", "_items", "assocs", "data"))
        found = [one for listed in lists if isinstance(listed, list) for one in members(listed)]
    return found


def articles(value: object) -> Iterator[Read]:
    """The articles of a file in their order; pictures and the like are no articles."""
    for item in items(value):
        if words(item.get("type")) in _TEXT or _body(item):
            yield partial(_article, item)


def _article(item: dict[str, Any]) -> Draft:
    facts = _facts(item)
    text, headings = _body(item), list[str]()
    if not text:
        text, headings = _marked(item)
    if not text:
        text = [words(item.get("ednote"))] if ("status", "withdrawn") in facts.hints else []
    if not any(text):
        raise without_text(facts)
    return make_draft("\n\n".join(text), facts, "", headings)


def _marked(item: dict[str, Any]) -> tuple[list[str], list[str]]:
    bodies = [words(item.get(name)) for name in _MARKED]
    bodies += [
        words(body.get("value"))
        for body in members(item.get("bodies"))
        if "html" in words(body.get("contenttype"))
    ]
    for body in filter(None, bodies):
        page = f"<html><body>{body}</body></html>".encode("utf-8", "ignore")
        paragraphs, headings = words_of_page(page, "utf-8")
        if paragraphs:
            return paragraphs, headings
    return [], []


def _body(item: dict[str, Any]) -> list[str]:
    """The paragraphs of a body in plain words, unless there is one in markup too."""
    if any(words(item.get(name)) for name in _MARKED):
        return []
    plain = [words(item.get("body_text"))]
    plain += [
        words(body.get("value"))
        for body in members(item.get("bodies"))
        if "html" not in words(body.get("contenttype"))
    ]
    text = next(filter(None, plain), "")
    return to_paragraphs(text.splitlines())


def _facts(item: dict[str, Any]) -> Facts:
    uri = words(item.get("uri"))
    when = next(filter(None, map(_when, (item, ) * 3, ("firstcreated", "contentcreated",
                                                      "versioncreated"))), None)  # fmt: skip
    created = _when(item, "versioncreated")
    second = int(created.instant.timestamp()) if created and created.instant else 0
    facts = Facts(
        title=words(item.get("headline")) or _listed(item, "headlines") or words(item.get("title")),
        outlet=_outlet(item),
        author=byline(words(item.get("byline")) or _listed(item, "by")),
        language=words(item.get("language")),
        url=clean_address(words(item.get("website")) or uri),
        published=when,
        provider_id=f"ninjs:{uri}" if uri else "",
        provider_version=whole(item.get("version")) or max(0, second),
        hints=tuple(_hints(item)),
    )
    status, embargo = words(item.get("pubstatus")), words(item.get("embargoed"))
    return facts.or_else(standing(status, embargo, words(item.get("ednote"))))


def _when(item: dict[str, Any], name: str) -> Published | None:
    return read_date(words(item.get(name)), name)


def _listed(item: dict[str, Any], name: str) -> str:
    values = (words(one.get("value")) for one in members(item.get(name)))
    return next(filter(None, values), "")


def _outlet(item: dict[str, Any]) -> str:
    sources = [one for key in ("infosource", "infosources") for one in members(item.get(key))]
    names = [words(one.get("name")) for one in sources]
    names += [words(item.get(key)) for key in ("provider", "source", "copyrightholder")]
    return next(filter(None, names), "")


def _hints(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, kind in _TERMS.items():
        for one in members(item.get(key)):
            term = words(one.get("name")) or words(one.get("code"))
            weight = next(filter(None, (whole(one.get(name)) for name in _WEIGHT)), 0)
            yield kind, f"{term} ({weight}%)" if term and 0 < weight <= _HUNDRED else term


def refuse_other(value: object) -> None:
    """Says so when a file holds no item.

    Raises:
        Refused: it holds none.
    """
    if not items(value):
        raise Refused("The export holds no article.", "Export it again.", code="no-article")
