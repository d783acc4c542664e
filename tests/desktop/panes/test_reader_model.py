from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.desktop.panes.reader.model import BLOCK, PART, Placement, units
from workstation.domain.article import Body
from workstation.domain.mention import Mention

LETTERS = st.text(alphabet=st.sampled_from("abc d.é中Ж😀🛰ا\u202e"), max_size=30)
TEXTS = st.lists(LETTERS, min_size=1, max_size=8).map("\n\n".join)


def whole(placement: Placement, about: str) -> str:
    """What a document holds that was filled piece by piece."""
    title, *rest = placement.pieces
    return "\n".join([title.text, about, *(piece.text for piece in rest)])


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


@given(TEXTS)
def test_every_code_point_is_found_where_the_document_shows_it(text: str) -> None:
    placement = Placement(Body("Über 🛰 ships", text), "about")
    document = utf16(whole(placement, "about"))
    for piece in placement.pieces:
        for offset in range(piece.start, piece.end):
            at = placement.position(piece.field, offset)
            letter = utf16(piece.text[offset - piece.start])
            assert document[2 * at : 2 * at + len(letter)] == letter
            assert placement.offset(at) == (piece.field, offset)


@given(TEXTS)
def test_a_range_is_shown_whole_and_only_within_blocks(text: str) -> None:
    placement = Placement(Body("t", text), "")
    document = utf16(whole(placement, ""))
    end = len(text)
    shown = b"".join(document[2 * s.start : 2 * s.end] for s in placement.stretches("text", 0, end))
    assert shown == utf16("".join(piece.text for piece in placement.pieces[1:]))


@given(st.integers(1, 4 * BLOCK), st.sampled_from(["a", "a ", "Ж", "😀"]))
def test_no_block_is_longer_than_qt_lays_out_quickly(length: int, unit: str) -> None:
    text = (unit * length)[:length]
    pieces = Placement(Body("t", text), "").pieces[1:]
    assert all(len(piece.text) <= BLOCK for piece in pieces)
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.continues for piece in pieces] == [False] + [True] * (len(pieces) - 1)


def test_a_long_paragraph_is_cut_between_words() -> None:
    text = "word " * 1_000
    pieces = Placement(Body("t", text), "").pieces[1:]
    assert all(piece.text.endswith(" ") for piece in pieces)


def test_a_very_long_article_is_shown_in_parts_that_miss_nothing() -> None:
    text = "\n\n".join(f"{n} " + "word " * 200 for n in range(600))
    body = Body("t", text)
    first = Placement(body, "")
    assert first.parts == -(-len(text) // PART)
    shown = [p for part in range(first.parts) for p in Placement(body, "", part).pieces[1:]]
    assert "\n\n".join(piece.text for piece in shown) == text
    assert first.part_of(body, len(text) - 1) == first.parts - 1
    last = Placement(body, "", 99)
    assert last.part == last.parts - 1
    assert last.position("text", 0) is None


def test_a_mention_is_placed_in_the_title_and_in_the_text() -> None:
    def mention(number: int, field: str, start: int, end: int) -> Mention:
        return Mention(
            number, 1, field, start, end, "Homs", "GPE", "a", "Homs", "place", "rule", True, ""
        )

    placement = Placement(Body("🛰 over Homs", "In Homs."), "about")
    placed = placement.place([mention(2, "text", 3, 7), mention(1, "title", 7, 11)])
    document = utf16(whole(placement, "about"))
    assert [document[2 * p.start : 2 * p.end] for p in placed] == [utf16("Homs")] * 2
    assert [p.mention.id for p in placed] == [1, 2]


def test_a_mention_that_the_part_does_not_show_is_not_placed() -> None:
    text = "\n\n".join("word " * 300 for _ in range(400))
    placement = Placement(Body("t", text), "", 0)
    end = len(text)
    assert placement.stretches("text", end - 4, end) == []


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("ships", "Ships and shipshape SHIPS", ["Ships", "SHIPS"]),
        ("ship*", "Ships and shipshape", ["Ships", "shipshape"]),
        ('"two ships"', "two  ships, two", ["two  ships"]),
        ("ships -roads", "ships roads", ["ships"]),
        ("C++ (", "C++ and C", ["C", "C"]),
        ("cafe", "A CAFÉ, a cafeteria", ["CAFÉ"]),
        ("attack", "😀 Attacked, attacks", ["Attacked", "attacks"]),
        ('"attack"', "Attacked, attacks", []),
        ("北京", "在北京说", ["北京"]),
        ("", "ships", []),
        ('-ships "', "ships", []),
    ],
)
def test_the_words_of_a_search_are_found_in_the_text(
    query: str, text: str, found: list[str]
) -> None:
    assert hits(query, text) == found


def hits(query: str, text: str) -> list[str]:
    placement = Placement(Body("", text), "")
    whole = utf16(f"\n\n{placement.pieces[1].text}")
    return [
        whole[2 * (at.start) : 2 * (at.end)].decode("utf-16-le")
        for at in placement.hits(query, "en")
    ]


@given(st.text())
def test_any_query_marks_something_or_nothing(query: str) -> None:
    assert all(hits(query, "Ships and roads"))


@given(st.text())
def test_units_are_those_of_utf_16(text: str) -> None:
    assert units(text) == len(utf16(text)) // 2
