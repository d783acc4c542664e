from __future__ import annotations

from datetime import date

import pytest

from workstation.domain.article import Published
from workstation.importing.facts import Facts
from workstation.importing.header import byline, header_line, read_header

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
    facts, used = read_header(lines)
    assert lines[used:] == ["", TEXT]
    assert facts.title == "Ferry stays in harbour"
    assert facts.outlet == "Island Post"
    assert facts.author == "Mira Voss"
    assert facts.url == "https://island-post.example/ferry"
    assert facts.published is not None
    assert facts.published.day == date(2024, 12, 14)
    assert facts.published.source == "header line"


def test_a_blank_line_may_stand_between_title_and_header() -> None:
    facts, used = read_header(
        ["Ferry stays in harbour", "", "By Mira Voss", "14 May 2024", "", TEXT]
    )
    assert (facts.title, facts.author, used) == ("Ferry stays in harbour", "Mira Voss", 4)


def test_a_headline_alone_is_the_title() -> None:
    facts, used = read_header(["Ferry stays in harbour", "", TEXT])
    assert (facts.title, used) == ("Ferry stays in harbour", 1)


def test_a_text_that_begins_with_a_sentence_has_no_header() -> None:
    assert read_header([TEXT, "It rained.", ""]) == (Facts(), 0)


def test_a_header_may_have_no_title_line() -> None:
    facts, used = read_header(["Outlet: Island Post", "Date: 2024-12-14", "", TEXT])
    assert (facts.title, facts.outlet, used) == ("", "Island Post", 2)


def test_nothing_is_a_header_of_nothing() -> None:
    assert read_header([]) == (Facts(), 0)
    assert read_header(["", " "]) == (Facts(), 0)


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
    facts, used = read_header(lines)
    assert (facts.title, used) == ("Ferry stays", 3)
    assert facts.hints == (("byline", "Mira Voss, Island Post"),)


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
