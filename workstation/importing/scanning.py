"""What a process does that draws the pages of a PDF, and makes an article of their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from pathlib import PurePosixPath
from typing import Any, BinaryIO

import msgspec
import pypdfium2 as pdfium

from workstation import limits
from workstation.domain.article import Draft
from workstation.importing import sandbox
from workstation.importing.facts import Facts, cut_draft
from workstation.importing.furniture import Page
from workstation.importing.handed import Handed, encode
from workstation.importing.hocr import PageLines
from workstation.importing.inside import file_inside
from workstation.importing.layout import Piece
from workstation.importing.readers import pdf
from workstation.importing.scanned import Compose, Draw, PageImage

_POINTS = 72.0
_LABEL = f"pdf {pdf.READER.version}"

Handler = Callable[[bytes, BinaryIO | None], Iterator[bytes]]


def serve(setup: bytes) -> Handler:
    """Loads what reads a PDF."""
    sandbox.serve(setup)
    return answer


def answer(request: bytes, file: BinaryIO | None) -> Iterator[bytes]:
    """Answers with one picture after the other, or with an article.

    Raises:
        Refused: the file cannot be opened, or its pages hold no words.
    """
    if file is None:
        raise ValueError("a request to draw comes with a file")
    wanted = msgspec.msgpack.decode(request, type=Draw | Compose)
    document = pdf.open_document(file_inside(file, wanted.name, wanted.member))
    try:
        if isinstance(wanted, Draw):
            yield from (msgspec.msgpack.encode(page) for page in _pictures(document))
        else:
            name = PurePosixPath(wanted.member or wanted.name).name
            yield encode(Handed(_LABEL, _article(document, wanted.pages, name)))
    finally:
        document.close()


def _pictures(document: Any) -> Iterator[PageImage]:
    for number in range(min(len(document), limits.OCR_PAGES)):
        yield _picture(document, number)


def _picture(document: Any, number: int) -> PageImage:
    try:
        page = document[number]
        width, height = page.get_size()
        pixels = max(1.0, width * height) * (limits.OCR_DPI / _POINTS) ** 2
        # Rounding up may add a row and a column.
        share = min(1.0, sqrt(0.99 * limits.OCR_PAGE_PIXELS / pixels))
        dpi = limits.OCR_DPI * share
        drawn = page.render(scale=dpi / _POINTS, grayscale=True)
    except (pdfium.PdfiumError, ValueError):
        return PageImage(number + 1, len(document), 0, 0, 0.0, b"")
    rows, row = bytes(drawn.buffer), drawn.stride
    grey = b"".join(rows[at : at + drawn.width] for at in range(0, row * drawn.height, row))
    made = PageImage(number + 1, len(document), drawn.width, drawn.height, dpi, grey)
    drawn.close()
    page.close()
    return made


def _article(document: Any, recognised: Sequence[PageLines], name: str) -> Draft:
    pages = [
        Page(
            tuple(Piece(one.words, one.left, one.right, one.base, one.size) for one in page.lines),
            page.height,
        )
        for page in recognised
    ]
    known: Facts = pdf.properties(document)
    draft, _cut = cut_draft(pdf.draft_of_pages(pages, known, pdf.keywords(document), name))
    return draft
