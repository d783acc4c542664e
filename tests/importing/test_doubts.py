from __future__ import annotations

import pytest

from workstation.importing.columns import guess
from workstation.importing.doubts import doubts

LONG = "The ferry did not leave on Monday, because the captain had lost his keys. " * 5
URL = "https://island-post.example/ferry"


def of(columns: str, *rows: list[str]) -> tuple[str, ...]:
    labels = columns.split(",")
    return doubts(labels, guess(labels, rows), rows)


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("Headline,Text,Date", ["Ferry stays", LONG, "14 December 2024"]),
        ("title,url,publish_date", ["Ferry stays", URL, "2024-12-14"]),
        ("Headline,Opening Text,Date,Reach", ["Ferry stays", "It stays.", "2024-12-14", "7"]),
        ("source,date,head,body", ["Quay", "05.03.2019", "Ferry stays", LONG]),
        ("Заголовок,Текст", ["Паром", "Паром не ушёл, потому что капитан потерял ключи."]),
    ],
)
def test_a_table_that_says_what_it_holds_is_no_guess(columns: str, row: list[str]) -> None:
    assert of(columns, row) == ()


@pytest.mark.parametrize(
    ("columns", "row", "words"),
    [
        ("Headline,x,Date", ["Ferry", LONG, "2024-12-14"], "“x” was taken for the texts by what"),
        ("Headline,Text,x", ["Ferry", LONG, "2024-12-14"], "“x” was taken for the dates by what"),
        ("Headline,Subject,Text", ["Ferry", "SHIPS", LONG], "“Headline” was taken for the titles"),
        ("Headline,Text", [URL, LONG], "“Headline” does not look like titles"),
        ("Headline,Text", ["Ferry", "17"], "“Text” does not look like texts"),
        ("Headline,Text,Date", ["Ferry", LONG, "last week"], "does not look like dates"),
        ("Headline,Text,Date", ["Ferry", LONG, "07/08/2024"], "cannot be told apart"),
        ("Title,Text", [LONG, "It stays in the harbour, they said."], "longer than the texts"),
        ("Headline,Note", ["Ferry", LONG[:150]], "No column is known to hold texts; “Note” may"),
        (f"Ferry,{URL},{LONG[:80]}", ["Ferry", URL, LONG], "The first row was taken"),
    ],
)
def test_a_guess_that_deserves_a_look_says_why(columns: str, row: list[str], words: str) -> None:
    assert any(words in doubt for doubt in of(columns, row))


def test_some_days_are_a_hint_where_no_column_has_dates() -> None:
    rows = [["Ferry", LONG, "2024-12-14"], ["Ferry", LONG, "soon"]]
    assert of("Headline,Text,Info", *rows) == ("No column is known to hold dates; “Info” may.",)
