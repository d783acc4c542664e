"""Workbooks: XLSX, XLS, XLSB and ODS."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from io import BytesIO
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from lxml import etree
from olefile import OleFileIO
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from workstation import limits
from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.archive import check_archive, damaged, encrypted
from workstation.importing.columns import Cell
from workstation.importing.compound import compound_file
from workstation.importing.packed_xml import parsed
from workstation.importing.profiles import NOTHING_SAID, Said
from workstation.importing.reader import Reader
from workstation.importing.rows import MOST_COLUMNS, drafts_of_table

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_PARTS = {"xl/workbook.xml", "xl/workbook.bin"}
_KIND = b"application/vnd.oasis.opendocument.spreadsheet"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_AT = rb"\b[^<>]{0,200}?\br\s{0,9}=\s{0,9}[\"']"
_CORNER = re.compile(rb"<(?:\w+:)?c" + _AT + rb"([A-Za-z]{1,20})(\d{1,30})[\"']")
_ROW_AT = re.compile(rb"<(?:\w+:)?row" + _AT + rb"(\d{1,30})[\"']")
_LAST_ROW = 1 << 20
_CHUNK = 1 << 20
_LETTERS = 26
_MANIFEST = "META-INF/manifest.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ROW, _ODS_CELLS = f"{_TABLE}table-row", (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"
# Records of an old workbook: cells that begin with their row and column, the span of a sheet, and
# the list of all words with their number.
_CELLS = {0x0201, 0x0203, 0x0204, 0x0205, 0x0206, 0x027E, 0x00FD, 0x00BD, 0x00BE, 0x00D6, 0x0006}
_SPAN, _SPAN_BYTES, _WORDS = 0x0200, 12, 0x00FC
_BROKEN = (
    BadZipFile, zlib.error, ValueError, LookupError, EOFError, OSError, NotImplementedError,
    RuntimeError, struct.error, TypeError, AttributeError,
    etree.LxmlError,
)  # fmt: skip
_VISIBLE = SheetVisibleEnum.Visible
_NO_TABLE = {"no-column", "no-article"}


class Workbook:
    """Reads each row of each visible sheet as an article."""

    name = "workbook"
    version = 1
    precedence = 11

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the file is packed, or compound, as workbooks are."""
        del name
        return head.startswith((_ZIP, _OLE))

    def accepts(self, file: BinaryIO) -> bool:
        """Whether a workbook's parts are inside."""
        try:
            if file.read(len(_OLE)) == _OLE:
                with OleFileIO(file) as ole:
                    return bool(ole.exists("Workbook") or ole.exists("Book"))
            with ZipFile(file) as archive:
                names = set(archive.namelist())
                kind = archive.getinfo("mimetype").file_size if "mimetype" in names else 0
                said = archive.read("mimetype") if 0 < kind <= limits.HEAD_BYTES else b""
                return not _PARTS.isdisjoint(names) or said.startswith(_KIND)
        except Exception:  # noqa: BLE001 - whatever is wrong with it, another reader tells
            return False

    def read(self, file: BinaryIO, name: str) -> Iterator[Draft | None]:
        """One article for each row."""
        return self.read_columns(file, name, NOTHING_SAID)

    def read_columns(self, file: BinaryIO, name: str, said: Said) -> Iterator[Draft | None]:
        """The same, with what is said of the columns."""
        del name
        found = 0
        refusals: list[Refused] = []
        for rows in self.tables(file):
            try:
                for draft in drafts_of_table(rows, said):
                    found += draft is not None
                    yield draft
            except Refused as error:
                refusals.append(error)
        # Sheets of searches and totals stand beside those with articles.
        told = [error for error in refusals if not found or error.code not in _NO_TABLE]
        if told:
            raise told[0]

    def tables(self, file: BinaryIO) -> Iterator[Iterator[list[Cell]]]:
        """The visible sheets."""
        checked = _checked(file)
        with _parsing():
            book = CalamineWorkbook.from_filelike(checked)
            sheets = [one.name for one in book.sheets_metadata if one.visible == _VISIBLE]
        if not sheets:
            raise damaged()
        for sheet in sheets:
            yield _rows(book, sheet)


@contextmanager
def _parsing() -> Iterator[None]:
    try:
        yield
    except PasswordError as error:
        raise encrypted() from error
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise damaged() from error
    except BaseException as error:
        # What the parser did not expect it ends with an error of its own kind.
        if type(error).__name__ != "PanicException":
            raise
        raise damaged() from error


def _checked(file: BinaryIO) -> BinaryIO:
    """The workbook, once it claims no more room than it may have.

    Raises:
        Refused: it is too large, spans too much, or is damaged.
    """
    whole = file.seek(0, 2)
    file.seek(0)
    if whole > limits.ARCHIVE_MEMBER_BYTES:
        raise Refused(
            f"The workbook is larger than {limits.ARCHIVE_MEMBER_BYTES >> 20} MB.",
            "Save it as CSV, which may be longer.",
            code="too-large",
        )
    if file.read(len(_ZIP)) == _ZIP:
        check_archive(file)
        _check_corners(file)
        file.seek(0)
        return file
    file.seek(0)
    try:
        with OleFileIO(file) as ole:
            stream = "Workbook" if ole.exists("Workbook") else "Book"
            if ole.get_size(stream) > whole:
                raise damaged()
            book: bytes = ole.openstream(stream).read()
    except _BROKEN as error:
        raise damaged() from error
    _check_records(book)
    # The parser follows a compound file's chains even where they lead round in circles.
    return BytesIO(compound_file(stream, book))


def _check_records(book: bytes) -> None:
    at = rows = columns = 0
    while at + 8 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        at += 4
        if kind in _CELLS:
            row, column = struct.unpack_from("<HH", book, at)
            rows, columns = max(rows, row + 1), max(columns, column + length // 2)
        elif kind == _SPAN and length >= _SPAN_BYTES:
            _first, row, _left, column = struct.unpack_from("<IIHH", book.ljust(at + 12, b"\0"), at)
            rows, columns = max(rows, row), max(columns, column)
        elif kind == _WORDS and struct.unpack_from("<4xI", book.ljust(at + 8), at)[0] > len(book):
            raise damaged()
        at += length
    if rows * columns > limits.TABLE_CELLS:
        raise _spans()


def _check_corners(file: BinaryIO) -> None:
    """Refuses a sheet with a cell so far out that room for all before it would not fit.

    Raises:
        Refused: there is one, or the archive is damaged.
    """
    try:
        with ZipFile(file) as archive:
            for name in archive.namelist():
                if _SHEET.fullmatch(name):
                    _check_corner(archive, name)
                elif name == _MANIFEST:
                    # What is no XML leads the parser round in circles.
                    parsed(archive.read(name))
                elif name == "content.xml":
                    _check_content(archive, name)
    except _BROKEN as error:
        raise damaged() from error


def _check_corner(archive: ZipFile, name: str) -> None:
    columns = rows = 1
    rest = b""
    with archive.open(name) as sheet:
        while chunk := sheet.read(_CHUNK):
            part = rest + chunk
            for column, row in _CORNER.findall(part):
                columns, rows = max(columns, _number(column.upper())), max(rows, int(row))
            rest = part[-limits.FIELD_CHARACTERS :]
            last = max(map(int, _ROW_AT.findall(part)), default=0)
            if columns * rows > limits.TABLE_CELLS or last > _LAST_ROW:
                raise _spans()


def _check_content(archive: ZipFile, name: str) -> None:
    """Refuses a sheet of ODS whose repeated rows and cells would not fit, or that is no XML."""
    rows = widest = columns = width = 0
    with archive.open(name) as content:
        found = etree.iterparse(
            content, events=("end",), tag=(_ROW, *_ODS_CELLS), resolve_entities=False,
            no_network=True, huge_tree=False,
        )  # fmt: skip
        for _event, element in found:
            if element.tag == _ROW:
                rows += _repeated(element, "rows") if width else 0
                widest = max(widest, width)
                columns = width = 0
            else:
                columns += _repeated(element, "columns")
                width = columns if len(element) or element.get(_VALUE) else width
            if rows * max(widest, width) > limits.TABLE_CELLS or width > limits.TABLE_CELLS:
                raise _spans()
            element.clear(keep_tail=False)


def _repeated(element: etree._Element, what: str) -> int:
    times = element.get(f"{_TABLE}number-{what}-repeated") or "1"
    return int(times) if times.isdecimal() else 1


def _spans() -> Refused:
    return Refused(
        f"A sheet spans more than {limits.TABLE_CELLS:,} cells.",
        "Save the rows with articles by themselves, or as CSV.",
        code="too-large",
    )


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - ord("A") + 1
    return number


def _rows(book: CalamineWorkbook, sheet: str) -> Iterator[list[Cell]]:
    with _parsing():
        rows = book.get_sheet_by_name(sheet).iter_rows()
    for row in rows:
        yield [_cell(value) for value in row[:MOST_COLUMNS]]


def _cell(value: object) -> Cell:
    if isinstance(value, str | date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if isinstance(value, timedelta | bool) else str(value)


READER: Reader = Workbook()
