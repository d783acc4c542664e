"""Cells of tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.cells import guarded, unguarded


@pytest.mark.parametrize("first", list("=+-@\t\r\n\0＝＋－＠"))
def test_what_a_spreadsheet_would_run_is_guarded(first: str) -> None:
    formula = f'{first}HYPERLINK("http://evil.example")'
    assert guarded(formula) == f"'{formula}"
    assert guarded(f"'{formula}") == f"''{formula}"


@given(st.text(alphabet=st.sampled_from("'=+-@\ta1＝ ")))
def test_a_guard_can_be_taken_away_again(text: str) -> None:
    kept = guarded(text)
    assert not kept or kept[0] not in "=+-@\t＝"
    assert unguarded(kept) == text
