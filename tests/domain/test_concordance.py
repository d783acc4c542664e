from __future__ import annotations

from workstation.domain.concordance import Concordance, Line, LineOrder


def line(left: str, node: str, right: str) -> Line:
    return Line(1, "text", 0, 1, left, node, right, "Halyard Wire", None)


LINES = Concordance(
    (
        line("it was said in ", "Moscow", " on Monday"),
        line("He flew to ", "Russia", " again"),
        line("Nobody went to ", "Moscow", " Álways"),
    ),
    more=True,
)


def nodes(order: LineOrder) -> list[str]:
    return [one.left for one in LINES.ordered(order).lines]


def test_lines_are_sorted_by_the_words_before_from_the_node_outwards() -> None:
    assert nodes("left") == ["it was said in ", "He flew to ", "Nobody went to "]


def test_lines_are_sorted_by_the_words_after_without_accents() -> None:
    assert nodes("right") == ["He flew to ", "Nobody went to ", "it was said in "]


def test_lines_of_one_spelling_keep_their_order() -> None:
    assert nodes("node") == ["it was said in ", "Nobody went to ", "He flew to "]


def test_no_order_loses_a_line_or_what_is_left_out() -> None:
    for order in ("newest", "left", "node", "right"):
        assert LINES.ordered(order).more
        assert sorted(nodes(order)) == sorted(one.left for one in LINES.lines)
