from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workstation.domain.article import OUTLET_FROM, Draft, Published
from workstation.importing.facts import Facts
from workstation.importing.header import byline, header_line, read_header

ReadOne = Callable[..., Draft]

TEXT = "The ferry did not leave on Monday, because the captain had lost his keys."


def test_a_title_and_labelled_lines_in_any_order_are_the_header() -> None:
    lines = [
        "Ferry stays in harbour",
        "Date: 14 December 2024",
        "By: Mira Voss",
        "Link: https://island-post.example/ferry",
        "Outlet: Island Post",
        "",
        TEXT,
    ]
    facts, used, _kept = read_header(lines)
    assert lines[used:] == ["", TEXT]
    assert facts.title == "Ferry stays in harbour"
    assert facts.outlet == "Island Post"
    assert facts.author == "Mira Voss"
    assert facts.url == "https://island-post.example/ferry"
    assert facts.published is not None
    assert facts.published.day == date(2024, 12, 14)
    assert facts.published.source == "header line"


def test_a_blank_line_may_stand_between_title_and_header() -> None:
    facts, used, _kept = read_header(
        ["Ferry stays in harbour", "", "By Mira Voss", "14 May 2024", "", TEXT]
    )
    assert (facts.title, facts.author, used) == ("Ferry stays in harbour", "Mira Voss", 4)


def test_a_headline_alone_is_the_title() -> None:
    facts, used, _kept = read_header(["Ferry stays in harbour", "", TEXT])
    assert (facts.title, used) == ("Ferry stays in harbour", 1)


def test_a_text_that_begins_with_a_sentence_has_no_header() -> None:
    assert read_header([TEXT, "It rained.", ""]) == (Facts(), 0, ())


def test_a_header_may_have_no_title_line() -> None:
    facts, used, _kept = read_header(["Outlet: Island Post", "Date: 2024-12-14", "", TEXT])
    assert (facts.title, facts.outlet, used) == ("", "Island Post", 2)


def test_nothing_is_a_header_of_nothing() -> None:
    assert read_header([]) == (Facts(), 0, ())
    assert read_header(["", " "]) == (Facts(), 0, ())


@pytest.mark.parametrize(
    "line",
    [
        "By noon it rained.",
        "Moscow: the talks",
        "He said: nothing",
        "Byron sailed",
        "Date:",
        "",
        "In 2024 it rained",
    ],
)
def test_running_text_is_no_header_line(line: str) -> None:
    assert header_line(line) is None


def test_an_author_with_an_initial_is_read() -> None:
    assert header_line("By D. Ashgrove") == Facts(author="D. Ashgrove")


def test_a_source_that_is_an_address_is_the_address() -> None:
    found = header_line("Source: https://island-post.example/ferry")
    assert found == Facts(url="https://island-post.example/ferry")


def test_an_address_that_is_none_is_not_kept() -> None:
    assert header_line("Link: javascript:alert(1)") == Facts()


def test_what_stands_before_the_day_in_a_byline_is_only_a_hint() -> None:
    found = byline("Island Post, 5 December 2024. By Mira Voss")
    assert found is not None
    assert found.author == "Mira Voss"
    assert found.outlet == ""
    assert found.hints == (("outlet", "Island Post"),)
    assert found.published is not None
    assert found.published.iso() == "2024-12-05"


def test_an_outlet_before_a_place_is_the_outlet() -> None:
    found = byline("Island Post, Tartus, 5 December 2024. By Mira Voss")
    assert found is not None
    assert (found.outlet, found.hints) == ("Island Post", ())


def test_a_short_line_inside_the_header_is_a_hint() -> None:
    lines = ["Ferry stays", "Mira Voss, Island Post", "14 December 2024, 16:20 GMT", "", TEXT]
    facts, used, kept = read_header(lines)
    assert (facts.title, used) == ("Ferry stays", 3)
    assert facts.hints == (("byline", "Mira Voss, Island Post"),)
    assert kept == ("Mira Voss, Island Post",)


def test_a_byline_with_bars_names_the_outlet_once_the_author_is_known() -> None:
    found = byline("Island Post | Mira Voss | 5 December 2024", author="Mira Voss")
    assert found is not None
    assert (found.outlet, found.author) == ("Island Post", "Mira Voss")


@pytest.mark.parametrize(
    "line",
    [
        "It was raining by then.",
        "On 5 December 2024 it rained.",
        "Tea | bread",
        "By and by it rained.",
    ],
)
def test_running_text_is_no_byline(line: str) -> None:
    assert byline(line) is None


def test_a_place_and_a_day_alone_are_a_header_line() -> None:
    told = header_line("Budapest, 3 March 2025")
    assert told is not None
    assert told.published == Published.on(date(2025, 3, 3), "header line")
    assert header_line("Budapest, in March") is None
    assert header_line("Budapest, 3 March") is None


@pytest.mark.parametrize(
    ("outlet", "lines"),
    [
        ("The Harbour Times", ["The Harbour Times", "5 March 2019"]),
        ("The Harbour Times", ["", "The Harbour Times, 5 March 2019"]),
        ("The Harbour Times", ["", "The Harbour Times", "", "5 March 2019"]),
        ("Reuters", ["", "Reuters", "5 March 2019", "By Mira Voss"]),
        ("Quay Gazette", ["", "Quay Gazette", "Tartus edition", "5 March 2019"]),
        ("Hafenkurier", ["", "Hafenkurier", "5. März 2019", "Von Anna Huber"]),
        ("海港晚报", ["", "海港晚报", "2019年3月5日"]),
        ("Дніпровський листок", ["", "Дніпровський листок", "5 березня 2019 року"]),
    ],
)
def test_an_outlet_above_the_day_is_read_and_told(outlet: str, lines: list[str]) -> None:
    facts, used, kept = read_header(["Ferry stays", *lines, "", TEXT])
    assert (facts.title, facts.outlet, kept) == ("Ferry stays", outlet, ())
    assert (OUTLET_FROM, "line above the text") in facts.hints
    assert facts.published is not None
    assert facts.published.day == date(2019, 3, 5)
    assert used == len(lines) + 1


def test_a_line_above_the_day_that_names_no_outlet_stays_text(read_one: ReadOne) -> None:
    draft = read_one(f"Ferry stays\n\nMira Voss\n5 March 2019\n\n{TEXT}".encode())
    assert (draft.title, draft.outlet) == ("Ferry stays", "")
    assert draft.text == f"Mira Voss\n\n{TEXT}"


def test_an_outlet_behind_the_author_is_a_hint_with_words() -> None:
    found = header_line("By Mira Voss, The Harbour Times")
    assert found is not None
    assert (found.author, found.hints) == ("Mira Voss", (("outlet", "The Harbour Times"),))
    assert "may be the outlet" in found.notes[0]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Published: 03/04/2019", "no sure order"),
        ("Date: 31 February 2019", "No day can be read in “31 February 2019”"),
        ("03/04/2019", "no sure order"),
    ],
)
def test_a_date_that_cannot_be_read_is_told(line: str, words: str) -> None:
    found = header_line(line)
    assert found is not None
    assert found.published is None
    assert words in found.notes[0]
    assert found.hints[0][0] == "date"


@pytest.mark.parametrize("line", ["Von Anna Huber", "Par Luc Martin", "Por Ana de la Cruz"])
def test_bylines_of_other_languages_are_read(line: str) -> None:
    assert header_line(line) == Facts(author=line.partition(" ")[2])


@pytest.mark.parametrize("line", ["Von München nach Tartus", "Por la mañana", "Par hasard"])
def test_headings_that_begin_like_bylines_are_none(line: str) -> None:
    assert header_line(line) is None
