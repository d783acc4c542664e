from __future__ import annotations

import textwrap
from collections.abc import Callable
from datetime import date

import pytest

from workstation import limits
from workstation.domain.article import Draft
from workstation.errors import Refused

ReadOne = Callable[..., Draft]


def test_a_text_without_a_title_keeps_all_its_words(read_one: ReadOne, body: str) -> None:
    draft = read_one(body.encode())
    assert draft.text == body
    assert draft.title_derived
    assert draft.text.startswith(draft.title.rstrip("…"))
    assert draft.language == "en"
    assert draft.published is None
    assert draft.outlet == ""


def test_single_newlines_separate_paragraphs(read_one: ReadOne, body: str) -> None:
    assert read_one(body.replace("\n\n", "\n").encode()).text == body


def test_windows_line_ends_and_hard_wraps_are_undone(read_one: ReadOne, body: str) -> None:
    wrapped = "\r\n\r\n".join(
        textwrap.fill(p, 60).replace("\n", "\r\n") for p in body.split("\n\n")
    )
    assert read_one(wrapped.encode()).text == body


def test_the_header_is_not_part_of_the_text(read_one: ReadOne, body: str) -> None:
    header = (
        "Ferry stays in harbour\nBy: Mira Voss\nDate: 14 December 2024\nOutlet: Island Post\n"
        "Link: https://island-post.example/ferry\n\n"
    )
    draft = read_one((header + body).encode())
    assert draft.text == body
    assert (draft.title, draft.title_derived) == ("Ferry stays in harbour", False)
    assert (draft.outlet, draft.author) == ("Island Post", "Mira Voss")
    assert draft.url == "https://island-post.example/ferry"
    assert draft.published is not None
    assert draft.published.day == date(2024, 12, 14)


def test_a_promotional_line_stays_is_marked_and_only_hints_at_the_outlet(
    read_one: ReadOne, body: str
) -> None:
    first, second, third = body.split("\n\n")
    promoted = "Read more from Island Post:\n\nHarbour office loses keys again"
    draft = read_one("\n\n".join((first, second, promoted, third)).encode())
    assert [draft.text[p.start : p.end] for p in draft.passages] == [promoted]
    assert draft.outlet == ""
    assert draft.hints == (("outlet", "Island Post"),)


def test_the_day_in_the_file_name_is_the_last_resort(read_one: ReadOne, body: str) -> None:
    draft = read_one(body.encode(), "2024-12-14-ferry.txt")
    assert draft.published is not None
    assert draft.published.source == "file name"
    dated = read_one(
        f"Ferry stays in harbour\nDate: 2024-12-13\n\n{body}".encode(), "2024-12-14.txt"
    )
    assert dated.published is not None
    assert dated.published.day == date(2024, 12, 13)


def test_a_guessed_encoding_is_told(read_one: ReadOne) -> None:
    text = "Die Fähre fuhr nicht. Der Kapitän hatte die Schlüssel im Büro gelassen. " * 4
    draft = read_one(text.encode("cp1252"))
    assert draft.text == text.strip()
    assert "cp1252" in draft.notes[0]


def test_junk_named_txt_is_refused_with_words(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="no text") as refused:
        read_one(bytes(range(256)) * 20, "x.txt")
    assert refused.value.code == "not-text"


def test_a_file_of_signs_without_a_shape_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="no text"):
        read_one("\u200b\u200b\ufeff\u200b".encode())


def test_one_line_of_a_megabyte_is_one_paragraph(read_one: ReadOne) -> None:
    line = "ferry " * 180_000
    draft = read_one(line.encode())
    assert draft.text == line.strip()
    assert len(draft.title) <= limits.DERIVED_TITLE_CHARACTERS


def test_of_a_huge_file_the_beginning_is_read_and_the_rest_refused(
    monkeypatch: pytest.MonkeyPatch, read: Callable[..., list[Draft]], body: str
) -> None:
    monkeypatch.setattr(limits, "TEXT_BYTES", 2 * len(body) + 10)
    with pytest.raises(Refused, match="larger than") as refused:
        read((body + "\n\n").encode() * 9)
    assert refused.value.code == "too-long"


def test_controls_and_lone_marks_never_reach_the_draft(read_one: ReadOne, body: str) -> None:
    dirty = body.replace("ferry", "fer\u00adry").replace(" ", "\u00a0", 3) + "\x07"
    assert read_one(dirty.encode()).text == body
