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
            yield from map(msgspec.msgpack.encode, _pictures(document, partly=wanted.partly))
        else:
            yield encode(Handed(_LABEL, _article(document, wanted)))
    finally:
        document.close()


def _pictures(document: Any, *, partly: bool) -> Iterator[PageImage]:
    shown = [n for n in range(len(document)) if not partly or _is_picture(document, n)]
    for number, at in enumerate(shown[: limits.OCR_PAGES], 1):
        yield _picture(document, at, number, len(shown))


def _is_picture(document: Any, at: int) -> bool:
    page = pdf.page_of(document, at)
    return page is not None and page.is_picture


def _picture(document: Any, at: int, number: int, of: int) -> PageImage:
    try:
        page = document[at]
        width, height = page.get_size()
        pixels = max(1.0, width * height) * (limits.OCR_DPI / _POINTS) ** 2
        # Rounding up may add a row and a column.
        share = min(1.0, sqrt(0.99 * limits.OCR_PAGE_PIXELS / pixels))
        dpi = limits.OCR_DPI * share
        drawn = page.render(scale=dpi / _POINTS, grayscale=True)
    except (pdfium.PdfiumError, ValueError):
        return PageImage(number, of, 0, 0, 0.0, b"")
    rows, row = bytes(drawn.buffer), drawn.stride
    grey = b"".join(rows[at : at + drawn.width] for at in range(0, row * drawn.height, row))
    made = PageImage(number, of, drawn.width, drawn.height, dpi, grey)
    drawn.close()
    page.close()
    return made


def _article(document: Any, wanted: Compose) -> Draft:
    recognised = [
        Page(
            tuple(Piece(one.words, one.left, one.right, one.base, one.size) for one in page.lines),
            page.height,
        )
        for page in wanted.pages
    ]
    pages = _among_others(document, recognised) if wanted.partly else recognised
    name = PurePosixPath(wanted.member or wanted.name).name
    known: Facts = pdf.properties(document)
    draft, _cut = cut_draft(pdf.draft_of_pages(pages, known, pdf.keywords(document), name))
    return draft


def _among_others(document: Any, recognised: Sequence[Page]) -> list[Page]:
    """The pages of a document, those that are pictures with what was recognised on them."""
    left = iter(recognised)
    pages = (pdf.page_of(document, at) for at in range(min(len(document), limits.PDF_PAGES)))
    return [next(left, page) if page.is_picture else page for page in pages if page]
