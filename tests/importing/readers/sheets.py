"""Writes small workbooks."""

from __future__ import annotations

import struct
from datetime import date
from html import escape

from tests.importing.readers.compound import compound
from tests.importing.readers.packing import packed

Rows = list[list[str | float | date]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(sheets: dict[str, Rows], *, hidden: tuple[str, ...] = (), corner: str = "") -> bytes:
    """A workbook of Excel; `corner` is the place of one more cell in the first sheet."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"'
        f"{' state=' + chr(34) + 'hidden' + chr(34) if name in hidden else ''}/>"
        for n, name in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATED}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
        ),
        # The second style is that of days.
        "xl/styles.xml": (
            f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
            "</styleSheet>"
        ),
    }
    for n, rows in enumerate(sheets.values(), 1):
        written = "".join(_row(number, row) for number, row in enumerate(rows, 1))
        extra = f'<row r="99"><c r="{corner}"><v>1</v></c></row>' if corner and n == 1 else ""
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{written}{extra}</sheetData></worksheet>'
        )
    return packed(parts)


def _row(number: int, row: list[str | float | date]) -> str:
    cells = []
    for place, value in enumerate(row):
        at = f"{chr(65 + place)}{number}"
        if isinstance(value, str):
            kind, style, inner = "inlineStr", 0, f"<is><t>{escape(value)}</t></is>"
        elif isinstance(value, date):
            kind, style, inner = "n", 1, f"<v>{(value - date(1899, 12, 30)).days}</v>"
        else:
            kind, style, inner = "n", 0, f"<v>{value}</v>"
        cells.append(f'<c r="{at}" t="{kind}" s="{style}">{inner}</c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


def ods(rows: Rows) -> bytes:
    """A workbook of LibreOffice with one sheet."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    written = "".join(
        "<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="A">{written}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return packed({"content.xml": content, "META-INF/manifest.xml": manifest}, mimetype=kind)


def _ods_cell(value: str | float | date) -> str:
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, str):
        kind = 'office:value-type="string"'
    else:
        kind = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def xls(rows: Rows) -> bytes:
    """A workbook of old Excel (BIFF8) with one sheet of words and numbers."""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    sheet += _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            at = struct.pack("<HHH", number, place, 0)
            if isinstance(value, str):
                wide = value.encode("utf-16-le")
                sheet += _record(0x0204, at + struct.pack("<HB", len(wide) // 2, 1) + wide)
            elif not isinstance(value, date):
                sheet += _record(0x0203, at + struct.pack("<d", value))
    sheet += _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    start += _record(0x0042, struct.pack("<H", 1200))
    start += _record(0x00E0, struct.pack("<HHH", 0, 0, 0) + bytes(14))
    name = b"A"
    bound = struct.pack("<IBBBB", len(start) + 4 + 8 + len(name) + 4, 0, 0, len(name), 0) + name
    book = start + _record(0x0085, bound) + _record(0x000A, b"") + sheet
    return compound({"Workbook": book.ljust(4096, b"\0")})


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content
