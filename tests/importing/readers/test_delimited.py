from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest

from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.profiles import Said
from workstation.importing.reader import read_articles, reader_for
from workstation.importing.readers import delimited

Read = Callable[..., list[Draft]]
ReadPartly = Callable[..., tuple[list[Draft], Refused | None]]

RUSSIAN = "Паром на остров в понедельник не ушёл, потому что капитан потерял свои ключи в городе."
GERMAN = "Die Fähre fuhr am Montag nicht, weil der Kapitän seine Schlüssel verloren hatte."


def table(rows: list[list[str]], delimiter: str = ",") -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


def rows(body: str) -> list[list[str]]:
    return [
        ["Headline", "Full Text", "Date", "Outlet", "URL"],
        ["Ferry stays", body, "2024-12-14", "Island Post", "https://island-post.example/ferry"],
        ['The "keys", found', "In a coat.", "15 December 2024", "Shore Post", ""],
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["x.csv", "x.txt"])
def test_each_row_is_an_article(read: Read, body: str, delimiter: str, name: str) -> None:
    first, second = read(table(rows(body), delimiter).encode(), name)
    assert (first.title, first.text, first.outlet) == ("Ferry stays", body, "Island Post")
    assert first.published is not None
    assert (first.published.day, first.published.source) == (date(2024, 12, 14), "table")
    assert (second.title, second.text) == ('The "keys", found', "In a coat.")


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", RUSSIAN),
        ("utf-8-sig", RUSSIAN),
        ("utf-16", RUSSIAN),
        ("utf-16-le", RUSSIAN),
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("cp1252", GERMAN),
    ],
)
def test_encodings_are_read(read: Read, encoding: str, words: str) -> None:
    raw = table([["Headline", "Text"], ["x", words], ["y", words]], "\t").encode(encoding)
    assert {draft.text for draft in read(raw, "x.csv")} == {words}


def test_rows_without_a_text_are_kept_with_a_note(read: Read) -> None:
    raw = "id,publish_date,title,url,media_name\n1,2024-12-14,Ferry stays,https://x.example/f,Island\n"
    (draft,) = read(raw.encode(), "x.csv")
    assert (draft.title, draft.text, draft.outlet) == ("Ferry stays", "Ferry stays", "Island")
    assert draft.notes == ("Only the title and the address stand in the table.",)


def test_the_tables_own_day_is_none_of_its_articles(read: Read) -> None:
    (draft,) = read(b"Headline,Text\nFerry,It stayed.\n", "2020-01-01.csv")
    assert draft.published is None


def test_a_first_line_may_name_the_delimiter(read: Read) -> None:
    (draft,) = read(b"sep=;\r\nHeadline;Text\r\nFerry, again;It stayed.\r\n", "x.csv")
    assert draft.title == "Ferry, again"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_three_ways(read: Read, end: str) -> None:
    raw = end.join(["Headline,Text", "Ferry,It stayed.", f'Keys,"In a coat.{end}In a pocket."'])
    assert [draft.title for draft in read(raw.encode(), "x.csv")] == ["Ferry", "Keys"]


def test_lines_above_the_header_are_no_articles(read: Read) -> None:
    raw = b"Search: ferry\nExported 2024-12-20\n\nHeadline,Text,Source\nFerry,It stayed.,Post\n"
    (draft,) = read(raw, "x.csv")
    assert (draft.title, draft.outlet) == ("Ferry", "Post")


def test_the_user_names_columns(body: str) -> None:
    raw = table([["Kopf", "Rumpf"], ["Ferry", body]]).encode()
    file = io.BytesIO(raw)
    said = Said((("title", "kopf"), ("text", "Rumpf")))
    found = read_articles(reader_for(file, "x.csv"), file, "x.csv", said)
    (draft,) = filter(None, found)
    assert (draft.title, draft.text) == ("Ferry", body)


def test_a_table_of_unknown_columns_is_refused_with_what_helps(read: Read) -> None:
    with pytest.raises(Refused, match="No column") as refused:
        read(b"Kopf,Rumpf\na,b\n", "x.csv")
    assert "--map title=" in refused.value.what_you_can_do
    assert "Kopf, Rumpf" in refused.value.what_you_can_do


def test_rows_without_words_are_told(read_partly: ReadPartly) -> None:
    drafts, refused = read_partly(
        b"Headline,Text,URL\nFerry,It stayed.,\n,,https://x.example/\n,,\n"
    )
    assert len(drafts) == 1
    assert refused is not None
    assert "1 of 2 rows" in refused.what_happened


def test_prose_with_commas_is_no_table(read: Read) -> None:
    (draft,) = read(b"The title, the source, the date.\nNobody, it seems, was angry.\n", "x.txt")
    assert draft.text.startswith("The title")


def test_a_hundred_thousand_rows_are_read_one_by_one() -> None:
    line = b'"Ferry stays, says ""post""","It stayed.",2024-12-14\n'
    file = io.BytesIO(b"Headline,Text,Date\n" + line * 100_000)
    articles = delimited.READER.read(file, "x.csv")
    next(articles)
    assert file.tell() < len(file.getvalue()) / 2


def test_a_missing_quote_is_told(read_partly: ReadPartly) -> None:
    raw = b'Headline,Text\nFerry,It stayed.\nKeys,"In a coat.\n' + b"x,y\n" * 2_000_000
    drafts, refused = read_partly(raw, "x.csv")
    assert [draft.title for draft in drafts] == []
    assert refused is not None
    assert refused.code == "damaged"


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(table(rows(body)).encode(), "x.csv")


def test_damage_in_wide_text_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(table(rows(body), "\t").encode("utf-16"), "x.tsv")
