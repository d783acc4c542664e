"""What a web page says about its article: linked data first, then meta tags, then the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from workstation import limits
from workstation.domain.article import Published
from workstation.domain.names import fold
from workstation.importing.dates import read_date
from workstation.importing.facts import Facts, clean_address
from workstation.importing.header import byline
from workstation.importing.outlets import names_at
from workstation.importing.wrapped import original_address

_ARTICLES = re.compile(r"(?:.*Article|.*BlogPosting|Report|.*NewsArticle|LiveBlogPosting)$")

_TITLE_TAGS = ("og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "title")
_DATE_TAGS = (
    "article:published_time", "datepublished", "og:published_time", "og:article:published_time",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "article.published", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
_AUTHOR_TAGS = (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl",
    "dc.creator", "dcterms.creator", "twitter:creator", "citation_author",
)  # fmt: skip
_OUTLET_TAGS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
)
_ADDRESS_TAGS = ("og:url", "twitter:url", "parsely-link")

_SEPARATORS = re.compile(r"\s+(?:[|–—·•»:-]|::|&#124;)\s+|\s+\|\s*")
_BYLINE_CLASSES = "byline author dateline article-meta meta article__byline post-meta entry-meta"
# A browser that saves a page writes where it was, and some when, into its first comment.
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|\burl:\s*(https?://\S+)")
_SAVED_ON = re.compile(r"saved date:\s*([^\n]+)")


def page_facts(tree: HtmlElement) -> Facts:
    """Facts of the article in a page.

    Dates that merely stand in the text are left alone: a page is full of other stories' dates.
    """
    tags = _meta_tags(tree)
    linked = _linked_facts(tree)
    facts = (
        linked.or_else(_tag_facts(tree, tags)).or_else(_visible_facts(tree)).or_else(_saved(tree))
    )
    url, _copied = original_address(clean_address(facts.url))
    title = facts.title
    sites = (facts.outlet, _first(tags, _OUTLET_TAGS), _site_of(url), *names_at(url))
    for site in sites:
        title = without_site(title, site)
    author = re.sub(r"^[Bb]y\s+", "", facts.author)
    if "://" in author or author.startswith("@") or fold(author) == fold(facts.outlet):
        author = ""
    return replace(facts, title=title, author=author)


def without_site(title: str, site: str) -> str:
    """A page's title without the name of its site at the end, or at the beginning."""
    name = _bare(site)
    if not name:
        return title
    for match in reversed(list(_SEPARATORS.finditer(title))):
        head, tail = title[: match.start()], title[match.end() :]
        if _bare(tail).removeprefix("the") == name.removeprefix("the"):
            return head.strip()
    match_first = _SEPARATORS.search(title)
    if match_first and _bare(title[: match_first.start()]) == name:
        return title[match_first.end() :].strip()
    return title


def _bare(words: str) -> str:
    return "".join(c for c in fold(words) if c.isalnum())


def _site_of(address: str) -> str:
    host = re.match(r"https?://(?:www\.)?([^/.:]+)", address)
    return host[1] if host else ""


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        value = (tag.get("content") or "").strip()
        if name and value:
            tags.setdefault(name.strip().lower(), value)
    return tags


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str:
    return next((tags[name] for name in names if name in tags), "")


def _tag_facts(tree: HtmlElement, tags: dict[str, str]) -> Facts:
    canonical = tree.xpath("string(//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href)")
    address = _joined(_first(tags, _ADDRESS_TAGS), str(canonical))
    return Facts(
        title=_first(tags, _TITLE_TAGS),
        outlet=_first(tags, _OUTLET_TAGS[:1]),
        author=_first(tags, _AUTHOR_TAGS),
        language=str(tree.get("lang") or tags.get("og:locale", "")),
        url=clean_address(address) or _first(tags, _ADDRESS_TAGS),
        published=_first_date(tags),
    )


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _first_date(tags: dict[str, str]) -> Published | None:
    dates = (read_date(tags[name], f"meta {name}") for name in _DATE_TAGS if name in tags)
    return next((found for found in dates if found), None)


# Linked data ---------------------------------------------------------------------------------


def _linked_facts(tree: HtmlElement) -> Facts:
    nodes = [node for block in _blocks(tree) for node in _nodes(block)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    for node in nodes:
        if _is_article(node):
            return _article_facts(node, by_id)
    return Facts()


def _blocks(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        words = script.text_content() if script.get("type") == "application/ld+json" else ""
        if words and len(words) <= limits.PAGE_DATA_BYTES:
            try:
                # Line breaks inside strings are wrong, and frequent.
                yield json.loads(words.strip().removesuffix(";"), strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(block: Any) -> Iterator[dict[str, Any]]:
    """The objects of a block: itself, those of a list, and those of a graph."""
    waiting = [block]
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting += thing
        elif isinstance(thing, dict):
            yield thing
            waiting += [thing[key] for key in ("@graph", "mainEntity") if key in thing]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLES.match(name) for name in names)


def _article_facts(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Facts:
    page = node.get("mainEntityOfPage")
    address = page.get("@id") if isinstance(page, dict) else page
    return Facts(
        title=_words(node.get("headline")) or _words(node.get("name")),
        outlet=", ".join(_names(node.get("publisher"), by_id)[:1]),
        author=", ".join(_names(node.get("author"), by_id)),
        language=_words(node.get("inLanguage")),
        url=clean_address(_words(node.get("url"))) or clean_address(_words(address)),
        published=read_date(_words(node.get("datePublished")), "json-ld"),
    )


def _words(value: Any) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(value.split()) if isinstance(value, str) else ""


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> list[str]:
    found = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            named = one if "name" in one else by_id.get(_words(one.get("@id")), {})
            found.append(_words(named.get("name")))
        else:
            found.append(_words(one))
    return list(dict.fromkeys(name for name in found if name))


# The page itself -----------------------------------------------------------------------------


def _visible_facts(tree: HtmlElement) -> Facts:
    times = tree.xpath("//article//time[@datetime]") or tree.xpath(
        "//time[@datetime and (@pubdate or contains(@itemprop, 'datePublished'))]"
    )
    published = read_date(times[0].get("datetime"), "time tag") if times else None
    heads = tree.xpath("//h1[contains(@itemprop, 'headline')]") or tree.xpath("//h1")
    title = " ".join(heads[0].text_content().split()) if len(heads) == 1 else ""
    title = title or " ".join(str(tree.xpath("string(//head/title)")).split())
    return Facts(title=title, published=published).or_else(_byline_facts(tree))


def _byline_facts(tree: HtmlElement) -> Facts:
    """Author and date of the line that is marked as the byline, by what a reader would read."""
    facts = Facts()
    for element in tree.xpath("//body//*[@class or @itemprop or @rel]"):
        marks = f"{element.get('class', '')} {element.get('itemprop', '')} {element.get('rel', '')}"
        if {mark.lower() for mark in marks.split()}.isdisjoint(_BYLINE_CLASSES.split()):
            continue
        words = " ".join(element.text_content().split())
        if words and len(words) <= limits.HEADLINE_CHARACTERS:
            facts = facts.or_else(_line_facts(words, element.get("itemprop", "")))
    return facts


def _line_facts(words: str, prop: str) -> Facts:
    named = re.search(r"\b[Bb]y\s+([^\W\d_][^|•·—–,\d]{1,60})", words)
    if prop == "author" and not named:
        return Facts(author=words)
    whole = byline(words) or Facts()
    author = whole.author or (named[1].strip() if named else "")
    return Facts(author=author, published=whole.published or read_date(words, "byline"))


def _saved(tree: HtmlElement) -> Facts:
    root = tree.getroottree().getroot()
    before = root.itersiblings(tag=etree.Comment, preceding=True)
    comments = [*before, *tree.xpath("/html/comment() | /html/head/comment()")]
    for comment in comments:
        words = comment.text or ""
        address, on = _SAVED_FROM.search(words), _SAVED_ON.search(words)
        if address:
            url = clean_address(address[1] or address[2])
            return Facts(url=url, captured=_captured(on[1]) if on else None)
    return Facts()


def _captured(words: str) -> datetime | None:
    # Such as "Sat Dec 14 2024 16:20:11 GMT+0100 (Central European Standard Time)".
    match = re.match(r"\w{3} (\w{3} \d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})", words.strip())
    if match is None:
        return None
    try:
        at = datetime.strptime(" ".join(match.groups()), "%b %d %Y %H:%M:%S %z")
    except ValueError:
        return None
    return at.astimezone(UTC)
