from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from tests.importing.readers.packing import LAUGHS, packed
from tests.importing.readers.sheets import Rows, ods, xls, xlsx
from workstation.domain.article import Draft
from workstation.errors import Refused

Read = Callable[..., list[Draft]]
ReadOne = Callable[..., Draft]

RUSSIAN = "Паром на остров в понедельник не ушёл, потому что капитан потерял свои ключи в городе."


def rows(body: str) -> Rows:
    return [
        ["Headline", "Text", "Date", "Source", "Reach"],
        ["Ferry stays in harbour", body, date(2024, 12, 14), "Island Post", 12_000.0],
        ["Паром", RUSSIAN, date(2024, 12, 15), "Островная почта", 0.5],
    ]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_each_row_is_an_article(read: Read, body: str, kind: str) -> None:
    raw = xlsx({"Hits": rows(body)}) if kind == "xlsx" else ods(rows(body))
    first, second = read(raw, "2020-01-01.zip")
    assert (first.title, first.outlet) == ("Ferry stays in harbour", "Island Post")
    assert first.text == body
    assert first.published is not None
    assert (first.published.day, first.published.source) == (date(2024, 12, 14), "table")
    assert (second.text, second.language) == (RUSSIAN, "ru")


def test_old_workbooks_are_read(read: Read, body: str) -> None:
    table: Rows = [
        ["Headline", "Text", "Date"],
        ["Ferry stays", body.replace("\n\n", " "), "2024-12-14"],
        ["Паром", RUSSIAN, "2024-12-15"],
    ]
    first, second = read(xls(table), "x.bin")
    assert first.text == body.replace("\n\n", " ")
    assert (second.title, second.text) == ("Паром", RUSSIAN)


def test_what_stands_above_the_header_and_beside_the_sheet_is_no_article(
    read: Read, body: str
) -> None:
    above: Rows = [["Search", "ferry"], ["Hits", 2.0], []]
    totals: Rows = [["Outlet", "Hits"], ["Island Post", 2.0]]
    secret: Rows = [["Headline", "Text"], ["HIDDEN", "HIDDEN"]]
    raw = xlsx({"Totals": totals, "Hits": above + rows(body), "x": secret}, hidden=("x",))
    assert [draft.title for draft in read(raw)] == ["Ferry stays in harbour", "Паром"]


def test_a_workbook_without_articles_is_refused_with_its_columns(read: Read) -> None:
    with pytest.raises(Refused, match="No column") as refused:
        read(xlsx({"Totals": [["Number", "Hits"], [1.0, 2.0]]}))
    assert "Number, Hits" in refused.value.what_you_can_do


def test_a_formula_like_cell_is_text(read: Read) -> None:
    table: Rows = [["Headline", "Text"], ["=1+1", "@SUM(A1)"]]
    (draft,) = read(xlsx({"A": table}))
    assert (draft.title, draft.text) == ("=1+1", "@SUM(A1)")


@pytest.mark.parametrize("corner", ["XFD1048576", "ZZZZ99999999"])
def test_a_cell_at_the_end_of_the_world_is_refused(read: Read, body: str, corner: str) -> None:
    with pytest.raises(Refused, match="spans more than"):
        read(xlsx({"A": rows(body)}, corner=corner))


@pytest.mark.parametrize("what", ["columns", "rows"])
def test_cells_that_are_repeated_without_end_are_refused(read: Read, body: str, what: str) -> None:
    mark = {"columns": "<table:table-cell ", "rows": "<table:table-row"}[what]
    many = f"{mark.rstrip()} table:number-{what}-repeated='99999999' "
    with zipfile.ZipFile(io.BytesIO(ods(rows(body)))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kind = parts.pop("mimetype").decode()
    parts["content.xml"] = parts["content.xml"].replace(mark.encode(), many.encode())
    with pytest.raises(Refused, match="spans more than"):
        read(packed(parts, mimetype=kind))


@pytest.mark.parametrize("part", ["META-INF/manifest.xml", "content.xml"])
def test_a_part_that_is_no_xml_is_refused_as_damaged(read: Read, body: str, part: str) -> None:
    with zipfile.ZipFile(io.BytesIO(ods(rows(body)))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kind = parts.pop("mimetype").decode()
    parts[part] = parts[part][:-9]
    with pytest.raises(Refused, match="damaged"):
        read(packed(parts, mimetype=kind))


def test_a_bomb_is_refused_before_it_is_unpacked(read: Read) -> None:
    bomb = packed({"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": " " * (30 << 20)})
    with pytest.raises(Refused, match="unpack"):
        read(bomb)


def test_billions_of_laughs_are_no_harm(read: Read, body: str) -> None:
    shared = f"{LAUGHS}<sst><si><t>&a11;</t></si></sst>"
    book = (
        '<workbook xmlns:r="x"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    raw = packed({"xl/workbook.xml": book, "xl/sharedStrings.xml": shared})
    with pytest.raises(Refused):
        read(raw)


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_a_truncated_workbook_is_refused(read: Read, body: str, share: float) -> None:
    raw = xlsx({"A": rows(body)})
    with pytest.raises(Refused):
        read(raw[: int(share * len(raw))], "x.xlsx")


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str, kind: str) -> None:
    words: Rows = [["Headline", "Text"], ["Ferry", body[:900]]]
    made = {"xlsx": xlsx({"A": words}), "ods": ods(words), "xls": xls(words)}
    damage_is_refused(made[kind], f"x.{kind}")


@pytest.mark.parametrize(
    "far",
    ["<row r='9'><c r='C2147483647'><v>1</v></c></row>",
     '<row r="9"><c r = "c2147483647"><v>1</v></c></row>',
     '<row r="9"><c s="1" r="AAAAAAA9"><v>1</v></c></row>',
     '<row r="4294967295"><c><v>1</v></c></row>'],
)  # fmt: skip
def test_a_cell_far_out_is_refused_however_it_is_written(read: Read, body: str, far: str) -> None:
    whole = xlsx({"A": rows(body)})
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(b"</sheetData>", f"{far}</sheetData>".encode())
    with pytest.raises(Refused, match="spans more"):
        read(packed(parts), "x.xlsx")


def test_an_old_workbook_that_claims_to_be_longer_than_its_file_is_damaged(read: Read) -> None:
    raw = bytearray(xls([["Headline", "Text"], ["Ferry", "It stayed."]]))
    at = raw.index("Workbook".encode("utf-16-le")) + 120
    raw[at : at + 4] = (1 << 30).to_bytes(4, "little")
    with pytest.raises(Refused, match="damaged"):
        read(bytes(raw), "x.xls")
