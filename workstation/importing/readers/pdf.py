"""PDF files that hold text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from ctypes import c_double, c_float
from dataclasses import dataclass, field, replace
from itertools import islice
from statistics import median
from typing import Any, BinaryIO
from unicodedata import bidirectional

import pypdfium2 as pdfium
from pypdfium2 import raw

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.names import fold
from workstation.errors import Refused
from workstation.importing.archive import damaged, encrypted
from workstation.importing.facts import Facts
from workstation.importing.furniture import Page, head_facts, without_furniture
from workstation.importing.layout import Piece, reading_order, to_paragraphs
from workstation.importing.lines import draft_from_lines
from workstation.importing.reader import Reader
from workstation.importing.scanned import NEEDS_OCR, PICTURES
from workstation.importing.turned import Glyph, lines_from_right

# Type this much larger than the usual is a heading.
_LARGER = 1.2
# Words farther apart than this share of their size stand in different columns, or in a table.
_APART = 1.2
# A title stands among the first paragraphs, and on at most so many lines.
_TITLE_WITHIN = 20
_TITLE_LINES = 4
_NO_LETTERS = 20
_RIGHT_TO_LEFT_SHARE = 0.3
# What of a page without text is image, for it to be a picture; logos are smaller.
_PICTURE_SHARE = 0.25
_DEEPEST_IMAGE = 3
_MOST_IMAGES = 1_000
_PAGES_TOLD = 12
_END_HYPHEN = 2
_CHUNK = 1 << 20
_END_WITHIN = 2_048
_NO_TITLE = re.compile(r"microsoft (?:word|powerpoint)|untitled|document\d*$|.*\.\w{2,5}$", re.I)
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


class Pdf:
    """Reads the text layer of a PDF as one article."""

    name = "pdf"
    version = 1
    precedence = 10

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the signature stands near the beginning, where programs look for it.

        An archive may hold a PDF there.
        """
        del name
        return b"%PDF-" in head[:1024] and not head.startswith(b"PK")

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article; refuses afterwards to say that a part could not be read."""
        document = open_document(file)
        try:
            pages, lost = list[Page](), 0
            for number in range(min(len(document), limits.PDF_PAGES)):
                page = page_of(document, number)
                lost += page is None
                pages += [page] if page else []
                yield None
            facts, words = properties(document), keywords(document)
            lost += max(0, len(document) - limits.PDF_PAGES)
        finally:
            document.close()
        _expect_text(pages)
        yield _with_pictures_told(draft_of_pages(pages, facts, words, name), pages)
        if lost or not _ends_well(file):
            raise Refused(
                f"{lost} pages of the PDF could not be read."
                if lost
                else "The PDF was cut off; what is left of it was read.",
                "Look at the original, or download it again.",
                code="damaged",
            )


def open_document(file: BinaryIO) -> Any:
    """A document with a page at least.

    Raises:
        Refused: it is damaged or encrypted.
    """
    try:
        document = pdfium.PdfDocument(file)
        pages = len(document)
    except pdfium.PdfiumError as error:
        # PDFium's code may be left over from an earlier file, so the file has to agree.
        locked = getattr(error, "err_code", None) in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise (encrypted() if locked and _says_encrypted(file) else damaged()) from error
    if not pages:
        document.close()
        raise damaged()
    return document


def _says_encrypted(file: BinaryIO) -> bool:
    file.seek(0)
    before = b""
    while chunk := file.read(_CHUNK):
        if b"/Encrypt" in before + chunk:
            return True
        before = chunk[-len(b"/Encrypt") :]
    return False


def _ends_well(file: BinaryIO) -> bool:
    file.seek(0, 2)
    file.seek(max(0, file.tell() - _END_WITHIN))
    return b"%%EOF" in file.read()


def properties(document: Any) -> Facts:
    """What a document says of itself."""
    known: dict[str, str] = document.get_metadata_dict()
    title = known.get("Title", "").strip()
    made = _PDF_DATE.match(known.get("CreationDate", ""))
    return Facts(
        title="" if _NO_TITLE.match(title) else title,
        author=known.get("Author", "").strip(),
        # The day a PDF was printed says little about the day its text was published.
        hints=(("created", "-".join(made.groups())),) if made else (),
    )


def keywords(document: Any) -> list[str]:
    """The keywords of a document."""
    words: str = document.get_metadata_dict().get("Keywords", "")
    return [word.strip() for word in re.split(r"[,;]", words) if word.strip()]


def _expect_text(pages: Sequence[Page]) -> None:
    letters = sum(map(str.isalpha, (c for page in pages for p in page.pieces for c in p.words)))
    if letters < _NO_LETTERS:
        raise Refused(
            "The PDF holds pictures of pages and no text.",
            "It needs OCR: install Tesseract (its package is mostly called tesseract-ocr) and read "
            "the file again, or let a scanning program recognise its text.",
            code=NEEDS_OCR,
        )


def _with_pictures_told(draft: Draft, pages: Sequence[Page]) -> Draft:
    numbers = [n for n, page in enumerate(pages, 1) if page.is_picture]
    if not numbers:
        return draft
    listed = ", ".join(map(str, numbers[:_PAGES_TOLD])) + (", …" if numbers[_PAGES_TOLD:] else "")
    which = f"Page {listed} is a picture" if len(numbers) == 1 else f"Pages {listed} are pictures"
    note = (
        f"{which} without text, {len(numbers):,} of {len(pages):,}, and not read: install "
        "Tesseract (its package is mostly called tesseract-ocr) and read the file again."
    )
    hints = (*draft.hints, (PICTURES, f"{len(numbers)} of {len(pages)}"))
    return replace(draft, hints=hints, notes=(*draft.notes, note))


def draft_of_pages(pages: Sequence[Page], known: Facts, words: Sequence[str], name: str) -> Draft:
    """The article on some pages, with the facts and the keywords of their file's properties.

    Raises:
        Refused: there is no text.
    """
    kept, heads = without_furniture(pages)
    lines: list[Piece] = []
    for pieces in kept:
        lines += reading_order(pieces, first_column=lines[-1].column + 1 if lines else 0)
    paragraphs = to_paragraphs(lines)
    title, rest = _title(paragraphs, known.title)
    usual = _usual_size(paragraphs)
    headings = [words for words, size in rest if size >= _LARGER * usual]
    told = Facts(title=title, hints=known.hints)
    otherwise = head_facts(heads, words).or_else(replace(known, title="", hints=()))
    return draft_from_lines([line for line, _size in rest], name, told, headings, otherwise)


def _usual_size(paragraphs: Sequence[tuple[str, float]]) -> float:
    """The size in which most letters are set."""
    letters: dict[float, int] = {}
    for words, size in paragraphs:
        letters[round(size, 1)] = letters.get(round(size, 1), 0) + len(words)
    return max(letters, key=lambda size: letters[size], default=0.0)


def _title(paragraphs: list[tuple[str, float]], named: str) -> tuple[str, list[tuple[str, float]]]:
    """The title and the other paragraphs.

    The title is what the file's properties call so if it stands in the text; else what is set
    largest near the top; else what the properties say.
    """
    for first in range(min(len(paragraphs), _TITLE_WITHIN) if named else 0):
        for end in range(first + 1, first + 1 + _TITLE_LINES):
            words = " ".join(words for words, _size in paragraphs[first:end])
            if fold(words) == fold(named):
                return named, paragraphs[:first] + paragraphs[end:]
    usual = _usual_size(paragraphs)
    top = paragraphs[: max(3, len(paragraphs) // 3)]
    if not top:
        return named, paragraphs
    largest = max(top, key=lambda paragraph: paragraph[1])
    if largest[1] >= _LARGER * usual and len(largest[0]) <= limits.HEADLINE_CHARACTERS:
        at = paragraphs.index(largest)
        return largest[0], paragraphs[:at] + paragraphs[at + 1 :]
    return named, paragraphs


# One page ------------------------------------------------------------------------------------


def page_of(document: Any, number: int) -> Page | None:
    """A page by its number, from 0; None of one that is broken."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return None
    try:
        pieces = _pieces(text)
        if _right_to_left(pieces):
            pieces = lines_from_right(list(_glyphs(text)), page.get_width(), _APART)
        letters = sum(c.isalpha() for piece in pieces for c in piece.words)
        pictured = letters < _NO_LETTERS and _shows_picture(page)
        return Page(tuple(pieces[: limits.PDF_PAGE_PIECES]), page.get_height(), pictured)
    finally:
        text.close()
        page.close()


def _shows_picture(page: Any) -> bool:
    """Whether an image, or the images that a scanner cut it into, fill much of a page."""
    covered = 0.0
    try:
        found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST_IMAGE)
        for image in islice(found, _MOST_IMAGES):
            left, bottom, right, top = image.get_bounds()
            covered += max(0.0, right - left) * max(0.0, top - bottom)
    except pdfium.PdfiumError:
        return False
    return bool(covered > _PICTURE_SHARE * page.get_width() * page.get_height())


@dataclass(slots=True)
class _Writer:
    """Gathers letters into pieces."""

    pieces: list[Piece]
    words: str = ""
    left: float = 0.0
    right: float = 0.0
    base: float = 0.0
    sizes: list[float] = field(default_factory=list)

    def end(self) -> None:
        words = " ".join(self.words.split())
        if words:
            # Accents make the box of a capital higher.
            size = median(self.sizes)
            self.pieces.append(Piece(words, self.left, self.right, self.base, size))
        self.words = ""
        self.sizes = []

    def put(self, letter: str, left: float, right: float, base: float, size: float) -> None:
        moved = abs(base - self.base) > size / 3 or left - self.right > _APART * size
        if self.words and (moved or left < self.left - size / 3):
            self.end()
        if not self.words:
            self.left, self.base, self.right = left, base, right
        self.words += letter
        self.right = max(self.right, right)
        self.sizes.append(size)


def _pieces(text: Any) -> list[Piece]:
    writer = _Writer([])
    x, y = c_double(), c_double()
    box = raw.FS_RECTF(c_float(), c_float(), c_float(), c_float())
    for n in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, n)
        letter = _letter(code)
        if letter.isspace() or not letter:
            writer.words += " " if letter and writer.words else ""
            if code in (10, 13):
                writer.end()
            continue
        raw.FPDFText_GetCharOrigin(text, n, x, y)
        raw.FPDFText_GetLooseCharBox(text, n, box)
        size = abs(box.top - box.bottom) or raw.FPDFText_GetFontSize(text, n)
        writer.put(letter, box.left, box.right, y.value, size)
    writer.end()
    return writer.pieces


def _letter(code: int) -> str:
    # PDFium gives this for any hyphen at the end of a line.
    if code == _END_HYPHEN:
        return "-"
    return chr(code) if 0 < code <= sys.maxunicode else ""


def _right_to_left(pieces: Sequence[Piece]) -> bool:
    letters = [c for piece in pieces for c in piece.words if c.isalpha()]
    turned = sum(bidirectional(c) in {"R", "AL"} for c in letters)
    return turned > _RIGHT_TO_LEFT_SHARE * len(letters)


def _glyphs(text: Any) -> Iterator[Glyph]:
    """What each sign of a page stands for: letters at one place are of the same sign."""
    x, y = c_double(), c_double()
    box = raw.FS_RECTF(c_float(), c_float(), c_float(), c_float())
    found: dict[tuple[float, float, bool], Glyph] = {}
    for n in range(text.count_chars()):
        letter = _letter(raw.FPDFText_GetUnicode(text, n))
        if not letter or raw.FPDFText_IsGenerated(text, n):
            continue
        raw.FPDFText_GetCharOrigin(text, n, x, y)
        raw.FPDFText_GetLooseCharBox(text, n, box)
        if letter.isspace() and box.left == box.right:
            continue
        size = abs(box.top - box.bottom) or raw.FPDFText_GetFontSize(text, n)
        one = Glyph(letter, x.value, y.value, box.left, box.right, size)
        place = (one.x, one.base, letter.isspace())
        found[place] = found[place].joined(one) if place in found else one
    yield from found.values()


READER: Reader = Pdf()
