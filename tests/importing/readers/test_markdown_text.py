from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.article import Draft
from workstation.importing.markdown import to_plain

ReadOne = Callable[..., Draft]


def test_front_matter_gives_the_facts(read_one: ReadOne, body: str) -> None:
    front = (
        '---\ntitle: "Ferry: stays in harbour"\noutlet: Island Post\nauthors:\n  - Mira Voss\n'
        "  - Jon Bell\ndate: 2024-12-14\nurl: https://island-post.example/ferry\ntags: [sea]\n"
        "---\n\n"
    )
    draft = read_one((front + body).encode(), "x.md")
    assert draft.text == body
    assert draft.title == "Ferry: stays in harbour"
    assert (draft.outlet, draft.author) == ("Island Post", "Mira Voss, Jon Bell")
    assert draft.url == "https://island-post.example/ferry"
    assert draft.published is not None
    assert (draft.published.day, draft.published.source) == (date(2024, 12, 14), "front matter")


def test_a_heading_is_the_title_and_bold_labels_the_header(read_one: ReadOne, body: str) -> None:
    top = "# Ferry stays in *harbour*\n\n**Outlet:** Island Post  \n**By:** Mira Voss  \n\n"
    draft = read_one((top + body).encode(), "x.md")
    assert draft.text == body
    assert (draft.title, draft.outlet, draft.author) == (
        "Ferry stays in harbour",
        "Island Post",
        "Mira Voss",
    )


def test_a_heading_that_repeats_the_front_matter_is_dropped(read_one: ReadOne, body: str) -> None:
    draft = read_one(f"---\ntitle: Ferry\n---\n# Ferry\n\n{body}".encode(), "x.md")
    assert draft.text == body


def test_a_byline_in_emphasis_gives_author_and_day(read_one: ReadOne, body: str) -> None:
    draft = read_one(f"# Ferry\n\n*Island Post, 5 May 2024. By Mira Voss*\n\n{body}".encode())
    assert draft.text == body
    assert draft.author == "Mira Voss"
    assert draft.hints == (("outlet", "Island Post"),)


def test_sub_headings_stay_and_are_never_promotional(read_one: ReadOne, body: str) -> None:
    first, second, third = body.split("\n\n")
    heading = "Captain is ‘very sorry’ about it"
    draft = read_one("\n\n".join((first, second, f"## {heading}", third)).encode(), "x.md")
    assert heading in draft.text.split("\n\n")
    assert draft.passages == ()


def test_a_promotional_list_is_marked_with_its_bullets_gone(read_one: ReadOne, body: str) -> None:
    promoted = "*Read more from Island Post:*\n\n- Keys found in coat\n- Who pays for the tea?"
    text = f"{body}\n\n{promoted}\n"
    draft = read_one(text.encode(), "x.md")
    (passage,) = draft.passages
    assert draft.text[passage.start :] == (
        "Read more from Island Post:\n\nKeys found in coat\n\nWho pays for the tea?"
    )


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("a **bold** and *soft* word", "a bold and soft word"),
        ("__bold__ _soft_ snake_case_name", "bold soft snake_case_name"),
        ("a [link](https://x.example/a_(b)) here", "a link here"),
        ("a [link][1] here", "a link here"),
        ("![picture](x.png)text", "text"),
        ("<https://x.example>", "https://x.example"),
        ("`code` and <b>tags</b>", "code and tags"),
        ("Fish &amp; chips\\*", "Fish & chips*"),
        ("> quoted words", "quoted words"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("note[^1]", "note"),
        ("<!-- hidden -->shown", "shown"),
        ("~~gone~~", "gone"),
    ],
)
def test_marks_become_plain_words(markdown: str, plain: str) -> None:
    assert [line for line in to_plain([markdown]).lines if line] == [plain]


def test_blocks_lose_their_marks() -> None:
    lines = [
        "Under",
        "=====",
        "",
        "* one",
        "1. two",
        "***",
        "| a | b |",
        "|---|---|",
        "[1]: http://x",
    ]
    plain = to_plain(lines)
    assert plain.title == "Under"
    assert [line for line in plain.lines if line] == ["one", "two", "a b"]


@given(st.text())
def test_any_text_is_read_as_markdown_without_an_error(text: str) -> None:
    to_plain(text.splitlines())


def test_blank_lines_by_the_hundred_thousand_are_no_work(
    read_one: Callable[..., Draft], body: str
) -> None:
    blank = "\n" * 500_000
    assert read_one(f"# Ferry\n{blank}{body}".encode(), "x.md").text == body


def test_lines_that_begin_far_to_the_right_are_no_work() -> None:
    far = f"{' ' * 100_000}- x"
    assert [line.strip() for line in to_plain([far] * 3).lines if line] == ["x"] * 3
