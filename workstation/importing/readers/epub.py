"""Electronic books (EPUB): a book is one article; a periodical has one in each document."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO
from urllib.parse import unquote

from lxml import etree

from workstation import limits
from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.archive import damaged, encrypted
from workstation.importing.dates import read_date
from workstation.importing.facts import Facts, clean_address, make_draft
from workstation.importing.office import sensible_author, sensible_title
from workstation.importing.packed_xml import Packed
from workstation.importing.page import draft_of_page, taken_apart, words_of_page
from workstation.importing.reader import Reader

_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"
_PAGES = {"application/xhtml+xml", "text/html", "application/xml"}
_LOCKED_PAGE = re.compile(rb"URI\s*=\s*[\"'][^\"']{1,1000}\.x?html?[\"']")
_PERIODICAL = re.compile(r"periodical|newspaper|magazine|journal", re.IGNORECASE)
# A page that is mostly links leads to articles and is none.
_LINKED_SHARE = 0.5


class Epub:
    """Reads the documents of a book in the order of its spine.

    News that a program bound into a book say so; all else is a report or a book, whose chapters
    belong together.
    """

    name = "epub"
    version = 1
    precedence = 12

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether a packed file says that it is a book, or is named one."""
        if not head.startswith(b"PK\x03\x04"):
            return False
        said = b"mimetypeapplication/epub+zip" in head[: limits.HEAD_BYTES]
        return said or PurePath(name).suffix.lower() == ".epub"

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article, or those of a periodical."""
        packed = Packed(file)
        if _LOCKED in packed.names and _LOCKED_PAGE.search(packed.raw(_LOCKED)):
            raise encrypted()
        place = _place(packed)
        package = packed.tree(place)
        pages = [page for page in _spine(package, place) if page in packed.names]
        if not pages:
            raise damaged()
        if _is_periodical(package):
            yield from _articles(packed, pages, package)
        else:
            yield from _book(packed, pages, package, name)


def _place(packed: Packed) -> str:
    """Where the package document stands."""
    for element in packed.tree(_CONTAINER).iter("{*}rootfile"):
        path = element.get("full-path") or ""
        if path in packed.names:
            return path
    raise damaged()


def _spine(package: etree._Element, place: str) -> Iterator[str]:
    """The documents in reading order, without tables of contents and what lies outside of it."""
    listed = {element.get("id"): element for element in package.iter(f"{_OPF}item")}
    seen: set[str] = set()
    for step in package.iter(f"{_OPF}itemref"):
        element = listed.get(step.get("idref"))
        if element is None or step.get("linear") == "no":
            continue
        page = element.get("media-type") in _PAGES
        if page and "nav" not in (element.get("properties") or "").split():
            path = unquote(element.get("href") or "").partition("#")[0]
            path = posixpath.normpath(posixpath.join(posixpath.dirname(place), path))
            if path not in seen:
                seen.add(path)
                yield path


def _is_periodical(package: etree._Element) -> bool:
    kinds = [words.text or "" for words in package.iter(f"{_DC}type")]
    kinds += [
        meta.get("content") or ""
        for meta in package.iter(f"{_OPF}meta")
        if meta.get("name") == "calibre:publication_type"
    ]
    return any(_PERIODICAL.search(kind) for kind in kinds)


def _book(
    packed: Packed, pages: list[str], package: etree._Element, name: str
) -> Iterator[Draft | None]:
    paragraphs: list[str] = []
    headings: list[str] = []
    for page in pages:
        found = words_of_page(packed.raw(page), "utf-8")
        paragraphs += found[0]
        headings += found[1]
        yield None
    yield make_draft("\n\n".join(paragraphs), _facts(package), name, headings)


def _articles(packed: Packed, pages: list[str], package: etree._Element) -> Iterator[Draft | None]:
    whole = _facts(package)
    issue = Facts(
        outlet=whole.outlet or whole.title, language=whole.language, published=whole.published
    )
    found = 0
    for page in pages:
        raw = packed.raw(page)
        if not _is_article(raw):
            yield None
            continue
        found += 1
        yield draft_of_page(raw, "", declared="utf-8", known=issue)
    if not found:
        raise Refused(
            "The periodical holds no article.",
            "Look at it in a reading program.",
            code="no-article",
        )


def _is_article(raw: bytes) -> bool:
    tree = taken_apart(raw, "utf-8")[1]
    body = tree.find("body")
    words = len(" ".join(body.text_content().split())) if body is not None else 0
    linked = sum(len(" ".join(link.text_content().split())) for link in tree.iter("a"))
    return words >= limits.PAGE_ARTICLE_CHARACTERS and linked < _LINKED_SHARE * words


def _facts(package: etree._Element) -> Facts:
    def said(name: str) -> list[str]:
        found = [" ".join((e.text or "").split()) for e in package.iter(f"{_DC}{name}")]
        return [words for words in found if words]

    def first(name: str) -> str:
        return next(iter(said(name)), "")

    isbn = next((words for words in said("identifier") if "isbn" in words.lower()), "")
    return Facts(
        title=sensible_title(first("title")),
        outlet=first("publisher"),
        author=", ".join(filter(None, map(sensible_author, said("creator")))),
        language=first("language"),
        url=clean_address(first("source")),
        provider_id=isbn.lower().removeprefix("urn:"),
        published=read_date(first("date"), "book properties"),
    )


READER: Reader = Epub()
