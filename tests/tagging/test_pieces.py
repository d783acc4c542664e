"""Words cut into pieces, as the starting weights were trained with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.limits import WORD_CHARACTERS, WORD_PIECES
from workstation.tagging.pieces import MARKS, Vocabulary

PIECES = (*MARKS, "un", "##known", "##s", "unknown", "a", "##a", "'", "cafe", "中", "ß")


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary({piece: number for number, piece in enumerate(PIECES)})


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("unknown", ["unknown"]),
        ("unknowns", ["unknown", "##s"]),
        ("UNKNOWN", ["unknown"]),
        ("unaa", ["un", "##a", "##a"]),
        ("Café", ["cafe"]),
        ("a'a", ["a", "'", "a"]),
        ("a中a", ["a", "中", "a"]),
        ("xyz", ["[UNK]"]),
        ("unxyz", ["[UNK]"]),
        ("\u200ba\u00ad", ["a"]),
        ("\u200b", []),
        (" \n", []),
        ("a" * (WORD_CHARACTERS + 1), ["[UNK]"]),
        ("a" * WORD_CHARACTERS, ["a", *["##a"] * (WORD_PIECES - 1)]),
        ("'" * 1000, ["'"] * WORD_PIECES),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_from_the_left(
    vocabulary: Vocabulary, word: str, expected: list[str]
) -> None:
    assert [PIECES[number] for number in vocabulary.pieces(word)] == expected


@given(word=st.text(max_size=300))
def test_every_word_has_few_known_pieces(vocabulary: Vocabulary, word: str) -> None:
    numbers = vocabulary.pieces(word)

    assert len(numbers) <= WORD_PIECES
    assert all(0 <= number < len(PIECES) for number in numbers)


def test_a_file_without_the_marks_is_no_vocabulary(tmp_path) -> None:
    (tmp_path / "pieces.txt").write_text("a\nb\n", "utf-8")

    with pytest.raises(KeyError):
        Vocabulary.read(tmp_path / "pieces.txt")
