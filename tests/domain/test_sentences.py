from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.sentences import ends


def parts(text: str) -> list[str]:
    borders = [0, *ends(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(borders)]


@pytest.mark.parametrize(
    "told",
    [
        ["Russia spoke.", "Turkey did not!", "Why?"],
        ["A heading", "Below it, a sentence."],
        ["“He left.”", "Nobody saw him (or said so).", "So it goes"],
        ["Gen. Smith met Mr. J. Brown of the U.S. Navy on Dec. 8.", "He left."],
        ["“Who is there?” asked Turkey."],
        ["It cost 3.5 billion.", "Nobody paid."],
        ["俄罗斯表示反对。", "土耳其没有。”", "伊朗"],
        ["روسيا قالت ذلك.", "لماذا؟", "لا أحد يعرف"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(told: list[str]) -> None:
    joined = "\n\n" if told[0] == "A heading" else " " if told[0].isascii() else ""
    glue = joined or (" " if " " in told[0] else "")
    assert parts(glue.join(told)) == told


@given(st.text(alphabet="aB. !?\n。”"))
def test_ends_stand_in_order_within_the_text(text: str) -> None:
    found = ends(text)
    assert found == sorted(set(found))
    assert all(0 < end <= len(text) for end in found)
