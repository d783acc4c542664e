"""XML that news is exchanged in, taken apart without anything that it could fetch or swell into."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from workstation import limits
from workstation.errors import Refused
from workstation.importing.packed_xml import guarded
from workstation.importing.whole import read_whole

_ENTITY = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
_UNREAD = frozenset((
    "head", "media", "figure", "figcaption", "script", "style", "svg", "form", "media-caption",
    "media-metadata", "block-credit", "template", "noscript", "iframe", "object",
))  # fmt: skip
_BLOCKS = frozenset((
    "p", "hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "bq",
    "blockquote", "block", "div", "section", "article", "table", "tr", "td", "th", "caption", "pre",
    "hr", "br", "body", "body.content", "body.head", "body.end", "note", "nitf-table", "datasource",
    "credit", "tagline", "html", "abstract", "byline", "dateline", "distributor", "hedline", "fn",
))  # fmt: skip
_HEADINGS = frozenset(("hl2", "h1", "h2", "h3", "h4", "h5", "h6"))
_COMPACT = re.compile(
    r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d):?(\d\d)(?::?\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag: object = element.tag
    return etree.QName(element).localname if isinstance(tag, str) else ""


def read(file: BinaryIO) -> bytes:
    """The bytes of a document.

    Raises:
        Refused: there are too many.
    """
    return read_whole(file, limits.EXPORT_XML_BYTES, "export", "Export fewer articles at once.")


def parse(raw: bytes) -> etree._Element:
    """The root of a document.

    Raises:
        Refused: it is damaged, or declares entities of its own.
    """
    if _ENTITY.search(raw.replace(b"\0", b"")):
        raise Refused(
            "The file declares entities of its own, which no news needs.",
            "If you trust it, save its text as plain text.",
            code="entities",
        )
    try:
        return etree.fromstring(raw, guarded())
    except (etree.LxmlError, ValueError) as error:
        raise Refused(
            "The file is damaged or was cut off.", "Export or copy it again.", code="damaged"
        ) from error


def first(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element that a path of bare names leads to."""
    for step in path:
        if element is None:
            return None
        element = next((child for child in element if name_of(child) == step), None)
    return element


def inside(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """All elements with one of some bare names, in their order."""
    return (one for one in element.iter() if name_of(one) in names)


def words_of(element: etree._Element | None) -> str:
    """All words of an element on one line."""
    return "" if element is None else " ".join("".join(_flow(element)).split())


def paragraphs_of(element: etree._Element) -> list[str]:
    """The paragraphs that a reader sees: no captions, no scripts."""
    lines = "".join(_flow(element)).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def headings_of(element: etree._Element) -> list[str]:
    """The sub-headings among the paragraphs."""
    return [words_of(one) for one in inside(element, *_HEADINGS)]


def dashed(day: str) -> str:
    """A day and time without dashes, such as 20130314T112100+0000, with them."""
    match = _COMPACT.fullmatch(day.strip())
    if match is None:
        return day
    year, month, date, hour, minute, zone = match.groups()
    clock = f"T{hour}:{minute}{zone or ''}" if hour else ""
    return f"{year}-{month}-{date}{clock}"


def _flow(root: etree._Element) -> Iterator[str]:
    """The words in order, with breaks where blocks begin and end; no call for each level."""
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if skipped is None and element is not root and name_of(element) in _UNREAD:
                skipped = element
            if skipped is None:
                yield _break(element) + _own(element)
            continue
        if skipped is element:
            skipped = None
        if skipped is None:
            yield _break(element) if element.tag is not etree.Entity else ""
            yield " ".join((element.tail or "").splitlines()) if element is not root else ""


def _break(element: etree._Element) -> str:
    return "\n" if name_of(element) in _BLOCKS else ""


def _own(element: etree._Element) -> str:
    if element.tag is etree.Entity:
        # Names such as &nbsp; are known without the definition that declares them.
        return html.unescape(element.text or "")
    return " ".join((element.text or "").splitlines()) if name_of(element) else ""
