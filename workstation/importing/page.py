"""Web pages become drafts: the article out of the page, and what the page says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import islice

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from workstation import limits
from workstation.domain.article import Draft, Published
from workstation.domain.encoding import Decoded, decode
from workstation.errors import Refused
from workstation.importing.datelines import dated_by_dateline
from workstation.importing.dates import beside_address
from workstation.importing.facts import NOTHING, Facts, make_draft
from workstation.importing.page_facts import page_facts
from workstation.importing.tags import refuse_swollen

_CHARSET = re.compile(rb"<meta[^>]{1,200}charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\s*<\?xml[^>]{1,100}encoding\s*=\s*[\"']([\w:.-]{2,40})")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#x?\w{1,6}|[a-zA-Z]\w{1,9});")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")

_UNREAD = ("script", "style", "noscript", "template", "svg", "form", "nav", "footer", "aside",
           "header", "button", "iframe", "object", "select", "figure")  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p",
    "pre", "section", "table", "tbody", "td", "th", "tr", "ul",
))  # fmt: skip

# A dateline stands at the head of the text, or below a line that sums it up.
_HEAD = 2

# The line that mail programs show beside the subject stands hidden in the letter.
_HIDDEN = "//*[@hidden or contains(translate(@style, 'DISPLAYNOE ', 'displaynoe'), 'display:none')]"


@dataclass(frozen=True, slots=True)
class _Article:
    paragraphs: list[str]
    headings: list[str]


def draft_of_page(
    raw: bytes,
    name: str,
    *,
    declared: str = "",
    known: Facts | None = None,
    otherwise: Facts = NOTHING,
) -> Draft:
    """The article of a page.

    `declared` is the encoding that the page's carrier gives. What comes with `known` facts is all
    article, such as a letter; `otherwise` are facts that come after what the page says.

    Raises:
        Refused: the page is too large, or no article stands in it.
    """
    decoded, tree = taken_apart(raw, declared)
    facts = (known or NOTHING).or_else(page_facts(tree)).or_else(otherwise)
    # A letter is all article: what looks like lists of links in it are its headlines.
    article = _all_words(tree, fewest=1) if known else _extracted(tree) or _all_words(tree)
    if article is None:
        raise Refused(
            "No article was found in the page.",
            "Open the page, wait until the article is there, and save it again.",
            code="no-article",
        )
    told = facts.published or _dateline(article, facts)
    published = beside_address(told, facts.url)
    facts = replace(facts, published=published, notes=decoded.notes + facts.notes)
    return make_draft("\n\n".join(article.paragraphs), facts, name, article.headings)


def _dateline(article: _Article, facts: Facts) -> Published | None:
    """The day at the head of the text, which may have its title and its summary above it."""
    above = {*article.headings, facts.title}
    texts = (words for words in article.paragraphs if words not in above)
    found = (dated_by_dateline(words, facts.captured) for words in islice(texts, _HEAD))
    return next(filter(None, found), None)


def words_of_page(raw: bytes, declared: str = "") -> tuple[list[str], list[str]]:
    """All paragraphs of a page, and which of them are headings; for pages that are all article.

    Raises:
        Refused: the page is too large, or cannot be taken apart.
    """
    article = _all_words(taken_apart(raw, declared)[1], fewest=1)
    return (article.paragraphs, article.headings) if article else ([], [])


def words_of_markup(words: str) -> tuple[list[str], list[str]] | None:
    """The same of words that hold a page's markup; None of words that hold none."""
    if not _MARKUP.search(words):
        return None
    page = f"<html><body>{words}</body></html>".encode("utf-8", "ignore")
    try:
        return words_of_page(page, "utf-8")
    except Refused:
        return [], []


def taken_apart(raw: bytes, declared: str = "") -> tuple[Decoded, HtmlElement]:
    """The text of a page, and its tree.

    Raises:
        Refused: the page is too large, or cannot be taken apart.
    """
    if len(raw) > limits.PAGE_BYTES:
        raise Refused(
            f"The page is larger than {limits.PAGE_BYTES >> 20} MB.",
            "Save only the article as a page or as text.",
            code="too-large",
        )
    decoded = decode(raw, declared, _declared(raw))
    return decoded, _tree(decoded.text)


def _declared(raw: bytes) -> str:
    head = raw[: limits.HEAD_BYTES]
    found = _XML_CHARSET.match(head) or _CHARSET.search(head)
    return found[1].decode("ascii") if found else ""


def _tree(text: str) -> HtmlElement:
    source = _XML_DECLARATION.sub("", text).replace("\0", "")
    refuse_swollen(source)
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree = document_fromstring(source.encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise Refused(
            "The page cannot be taken apart.", "Save it again with a browser.", code="damaged"
        ) from error
    if sum(1 for _ in tree.iter()) > limits.PAGE_ELEMENTS:
        raise Refused(
            f"The page has more than {limits.PAGE_ELEMENTS:,} elements.",
            "Save only the article as a page or as text.",
            code="too-large",
        )
    return tree


def _extracted(tree: HtmlElement) -> _Article | None:
    """What the page's author would call the article."""
    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree), fast=True, with_metadata=False, include_comments=False
        )
    except (etree.LxmlError, ValueError, RecursionError):
        return None
    body = getattr(found, "body", None)
    if body is None:
        return None
    article = _Article([], [])
    for element in body.iterchildren():
        _take(article, element)
    enough = sum(map(len, article.paragraphs)) >= limits.PAGE_ARTICLE_CHARACTERS
    return article if enough else None


def _take(article: _Article, element: etree._Element) -> None:
    if element.tag in {"list", "quote", "table", "row", "div"} and len(element):
        article.paragraphs.extend(_texts(element.text or ""))
        for child in element.iterchildren():
            _take(article, child)
            article.paragraphs.extend(_texts(child.tail or ""))
        return
    texts = list(_texts(_words(element)))
    article.paragraphs.extend(texts)
    if element.tag == "head":
        article.headings.extend(texts)


def _words(element: etree._Element) -> str:
    parts = [element.text or ""]
    for child in element.iterchildren():
        parts += ["\n" if child.tag == "lb" else _words(child), child.tail or ""]
    return "".join(parts)


def _texts(words: str) -> Iterator[str]:
    """A line break in a page was put there by hand: it ends a paragraph."""
    yield from (" ".join(line.split()) for line in words.split("\n") if line.strip())


def _all_words(tree: HtmlElement, fewest: int = limits.PAGE_ARTICLE_CHARACTERS) -> _Article | None:
    """Everything a reader would see; for letters, and pages without a clear article."""
    body = tree.find("body")
    if body is None:
        return None
    copy = deepcopy(body)
    etree.strip_elements(copy, *_UNREAD, with_tail=False)
    etree.strip_elements(copy, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for hidden in copy.xpath(_HIDDEN):
        hidden.drop_tree()
    lines = "".join(_flow(copy)).split("\n")
    paragraphs = [" ".join(line.split()) for line in lines if line.strip()]
    enough = sum(map(len, paragraphs)) >= fewest
    headings = [" ".join(h.text_content().split()) for h in copy.iter("h1", "h2", "h3", "h4")]
    return _Article(paragraphs, headings) if enough else None


def _flow(root: HtmlElement) -> Iterator[str]:
    """The words of a tree in order, with breaks where blocks begin and end."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        breaks = element.tag in _BLOCKS or element.tag == "br"
        if event == "start":
            yield "\n" if breaks else ""
            yield " ".join((element.text or "").splitlines())
        else:
            yield "\n" if breaks else ""
            yield " ".join((element.tail or "").splitlines()) if element is not root else ""
