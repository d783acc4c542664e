from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workstation.importing.hocr import lines_of_page


def line(words: str, box: str, more: str = "baseline 0.01 -10; x_size 40; x_descenders 9") -> str:
    cells = "".join(
        f"<span class='ocrx_word' title='bbox 1 1 2 2; x_wconf {sure}'>{word}</span>"
        for word, sure in (part.rsplit("/", 1) for part in words.split())
    )
    return f"<span class='ocr_line' id='line_1_1' title=\"bbox {box}; {more}\">{cells}</span>"


def test_lines_stand_where_they_stood_on_the_page_in_points() -> None:
    page = lines_of_page(line("Ferry/96 <b>stays</b>/41", "300 260 900 310"), 1200, 1800, 300)
    (found,) = page.lines
    assert (found.words, page.words, page.doubtful) == ("Ferry stays", 2, 1)
    assert (found.left, found.right, found.size) == (72.0, 216.0, 9.6)
    # The baseline is ten pixels above the lower edge of the box.
    assert found.base == (1800 - 310 + 10) * 72 / 300
    assert page.height == 432.0


def test_sizes_that_differ_by_a_little_are_one() -> None:
    hocr = "\n".join(
        line("Ferry/96", f"0 {y} 99 {y + 40}", f"baseline 0 0; x_size {size}")
        for y, size in ((0, 80), (100, 40), (200, 43), (300, 38))
    )
    sizes = [one.size for one in lines_of_page(hocr, 1000, 1000, 300).lines]
    assert len(set(sizes[1:])) == 1
    assert sizes[0] == 80 * 72 / 300


def test_right_to_left_pages_are_mirrored() -> None:
    (found,) = lines_of_page(line("العبّارة/90", "800 0 1000 40"), 1000, 1000, 72).lines
    assert (found.left, found.right) == (0.0, 200.0)


def test_lines_without_words_are_none() -> None:
    page = lines_of_page(line(" /95", "0 0 9 9") + "<span class='ocr_line'>", 10, 10, 72)
    assert page.lines == ()


@given(st.text(alphabet="<>=' \"/abcdefghijklmnopqrstuvwxyz_:;-.0123456789&#", max_size=300))
def test_whatever_stands_there_is_a_page(words: str) -> None:
    assert lines_of_page(f"<span class='ocr_line' title='{words}", 10, 10, 72).words >= 0
