from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workstation.domain.selection import Brush, Selection
from workstation.library import corpus, folding
from workstation.library.library import Library

if TYPE_CHECKING:
    from tests.library.press import Press

OUTLETS = ("Halyard Wire", "Levant Dispatch", "Coast Courier", "")
SHEETS = st.lists(
    st.tuples(st.sampled_from(OUTLETS), st.integers(1, 4), st.none() | st.integers(1, 3)),
    max_size=8,
)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheets=SHEETS, opened=st.sets(st.integers(1, 4)), order=st.sampled_from(list(corpus.ORDERS)))
def test_a_folded_list_has_a_row_a_story_and_those_of_open_ones(
    library: Library, press: Press, sheets: list[tuple[str, int, int | None]],
    opened: set[int], order: corpus.Order,
) -> None:  # fmt: skip
    since = date(2024, 12, 2)
    for outlet, story, day in sheets:
        on = date(2024, 12, day) if day else None
        press.article("x", title=f"T{story}", outlet=outlet, story=story, on=on)
    for selection in (Selection(), Selection(brush=Brush(first=since))):
        with library.read() as reading:
            plain = corpus.articles(reading, selection, order=order, limit=None)
            rows = folding.rows(reading, selection, order=order, opened=opened)
            pages = [
                row
                for offset in range(0, len(rows) + 2, 2)
                for row in folding.rows(
                    reading, selection, order=order, opened=opened, offset=offset, limit=2
                )
            ]
            assert folding.count(reading, selection, opened) == len(rows)
        assert pages == rows
        wanted = []
        for story in dict.fromkeys(article.story for article in plain):
            first, *copies = [article for article in plain if article.story == story]
            others = {copy.outlet for copy in copies} - {first.outlet, ""}
            wanted.append(folding.Row(first, len(copies), len(others)))
            wanted += [folding.Row(copy, is_copy=True) for copy in copies if story in opened]
        assert rows == wanted
