from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.errors import Refused, Unreadable
from workstation.importing.columns import (
    FIELDS,
    Mapping,
    chosen,
    guess,
    known_labels,
    names_of,
    parse_given,
)

LONG = "The ferry did not leave on Monday, because the captain had lost his keys. " * 5


def places(*columns: str, rows: list[list[str]] | None = None) -> dict[str, str]:
    """The labels that were found for the fields."""
    return {field: columns[n] for field, n in guess(columns, rows or []).places.items()}


@pytest.mark.parametrize(
    "columns",
    [
        ("Headline", "Full Text", "Publication Date", "Source", "Byline", "URL", "Language"),
        ("Schlagzeile", "Volltext", "Erscheinungsdatum", "Quelle", "Autor", "Link", "Sprache"),
        (
            "Titre",
            "Texte intégral",
            "Date de publication",
            "Nom du média",
            "Auteur",
            "Lien",
            "Langue",
        ),
        (
            "Título",
            "Texto completo",
            "Fecha de publicación",
            "Fuente",
            "Periodista",
            "Enlace",
            "Idioma",
        ),
        ("Заголовок", "Текст статьи", "Дата публикации", "Источник", "Автор", "Ссылка", "Язык"),
        ("العنوان", "النص الكامل", "تاريخ النشر", "المصدر", "الكاتب", "الرابط", "اللغة"),
    ],
)
def test_labels_of_six_languages_are_known(columns: tuple[str, ...]) -> None:
    fields = ("title", "text", "published", "outlet", "author", "url", "language")
    assert places(*columns) == dict(zip(fields, columns, strict=True))


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (
            ("stories_id", "publish_date", "title", "url", "media_name"),
            ("id", "published", "title", "url", "outlet"),
        ),
        (
            ("Date", "Headline", "URL", "Opening Text", "Source"),
            ("published", "title", "url", "summary", "outlet"),
        ),
        (
            ("publishedAt", "source.name", "articleBody", "title"),
            ("published", "outlet", "text", "title"),
        ),
        (("Title (EN)", "DATE", "Body"), ("title", "published", "text")),
    ],
)
def test_the_spellings_of_services_are_known(
    columns: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert places(*columns) == dict(zip(found, columns, strict=True))


def test_the_clearer_label_goes_before_the_vaguer_one() -> None:
    assert places("Text", "Subject", "Headline", "Full text") == {
        "title": "Headline",
        "text": "Full text",
    }


def test_silent_labels_are_told_by_what_is_below_them() -> None:
    row = ["7", "https://island-post.example/ferry", "14 December 2024", LONG]
    found = guess(("a", "b", "c", "d"), [row, row])
    assert found.places == {"url": 1, "published": 2, "text": 3}


@pytest.mark.parametrize(
    ("days", "day_first"),
    [
        (["07/08/2024", "14/08/2024"], True),
        (["07/08/2024", "08/14/2024"], False),
        (["07/08/2024"], None),
        (["14/08/2024", "08/14/2024"], None),
    ],
)
def test_one_day_tells_the_order_of_the_whole_column(
    days: list[str], day_first: bool | None
) -> None:
    assert guess(("Date", "Title"), [[day, "x"] for day in days]).day_first is day_first


def test_the_users_word_goes_before_the_guess() -> None:
    columns = ("Headline", "Notes", "Text")
    found = chosen((("title", "Text"), ("text", "notes")), columns, [])
    assert found.places == {"title": 2, "text": 1}


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused, match="no column “Body”") as refused:
        chosen((("text", "Body"),), ("Headline", "Notes"), [])
    assert "Headline, Notes" in refused.value.what_you_can_do


def test_columns_are_named_on_one_line() -> None:
    assert parse_given('title=Headline, text = Body,"author=By, line"') == (
        ("title", "Headline"),
        ("text", "Body"),
        ("author", "By, line"),
    )


def test_a_field_may_have_no_column_and_days_an_order() -> None:
    given = parse_given("title=Headline,text=-,dates=month-first")
    assert given == (("title", "Headline"), ("text", ""), ("dates", "month-first"))
    found = chosen(given, ("Headline", "Text", "Date"), [["x", "y", "07/08/2024"]])
    assert found.places == {"title": 0, "published": 2}
    assert found.day_first is False


def test_columns_without_a_label_and_with_the_same_one_have_names() -> None:
    columns = ("", "Text", "text", "Text")
    assert names_of(columns) == ["column 1", "Text", "text (2)", "Text (3)"]
    found = chosen((("title", "column 1"), ("text", "TEXT (2)")), columns, [])
    assert found.places == {"title": 0, "text": 2}


@pytest.mark.parametrize(
    "words",
    ["", "title", "title=", "colour=Red", "title=A,,text=B", "dates=sometimes", "labels=some"],
)
def test_what_names_no_column_is_unreadable(words: str) -> None:
    with pytest.raises(Unreadable, match="which column"):
        parse_given(words)


@given(
    st.lists(st.text(max_size=30), max_size=12),
    st.lists(st.lists(st.text(max_size=40), max_size=12), max_size=5),
)
def test_any_table_gets_a_mapping_of_its_own_columns(
    columns: list[str], rows: list[list[str]]
) -> None:
    found = guess(columns, rows)
    assert isinstance(found, Mapping)
    assert set(found.places) <= set(FIELDS)
    assert all(0 <= place < len(columns) for place in found.places.values())
    assert len(set(found.places.values())) == len(found.places)


@pytest.mark.parametrize("sign", ["(", " ", "aA", "_"])
def test_a_label_of_a_million_letters_is_no_label(sign: str) -> None:
    assert known_labels([sign * 1_000_000, "Headline"]) == 1
    cells = [["1-" * 500_000, "Ferry"]]
    assert guess(["Date", "Headline"], cells).places["title"] == 1


def test_head_is_the_title_of_a_table() -> None:
    found = guess(["source", "date", "time", "head", "body"], [["Quay", "", "", "Ferry", "It is."]])
    assert (found.places["title"], found.places["text"]) == (3, 4)
