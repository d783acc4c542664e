"""What is asked of the processes that read scans, and the pictures that go between them."""

from __future__ import annotations

import msgspec

from workstation import limits
from workstation.importing.hocr import PageLines

NEEDS_OCR = "needs-ocr"
"""The code of the refusal of a PDF that is scanned."""

PICTURES = "pages that are pictures"
"""The hint of a PDF of which some pages have no text."""


class Draw(msgspec.Struct, frozen=True, tag=True):
    """The pages of a file are wanted as pictures."""

    name: str
    member: str = ""
    partly: bool = False
    """Only those that are pictures without text."""


class Compose(msgspec.Struct, frozen=True, tag=True):
    """The article on its pages is wanted."""

    name: str
    member: str
    pages: tuple[PageLines, ...]
    partly: bool = False
    """Whether these are only those that are pictures, among others with text."""


class Setup(msgspec.Struct, frozen=True):
    """The program that such a process may start, where its languages stand, and which to use."""

    program: str
    folder: str
    languages: tuple[str, ...]


class PageImage(msgspec.Struct, frozen=True):
    """A picture of a page: one byte a pixel, row after row; none of a page that is broken."""

    number: int
    """From 1."""
    of: int
    width: int
    height: int
    dpi: float
    grey: bytes


def decode_image(raw: bytes) -> PageImage:
    """A picture that such a process answered.

    Raises:
        ValueError: nothing that it would answer.
    """
    page = msgspec.msgpack.decode(raw, type=PageImage)
    whole = page.width * page.height == len(page.grey) <= limits.OCR_PAGE_PIXELS
    if not whole or not 0 < page.number <= page.of or not 0 <= page.dpi <= limits.OCR_DPI:
        raise ValueError("the picture of a page")
    return page
