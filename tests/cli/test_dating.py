"""Dates from the command line: one, many, and none."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Say


def days(say: Say, desk: str) -> dict[int, str | None]:
    return {one["id"]: one["published"] for one in say("articles", desk, "--json").json}


def test_one_date_is_decided_and_undone(desk: str, say: Say) -> None:
    before = days(say, desk)
    said = say("decide", desk, "date", "2", "2024-12-20")
    assert said.out.startswith("“On the phone” was published on 2024-12-20. (2 mentions in 1 art")
    assert days(say, desk) == before | {2: "2024-12-20"}
    found = {one["id"]: one for one in say("articles", desk, "--json").json}[2]
    assert found["published_from"].startswith("set by ")
    assert found["published_doubt"] is None
    say("undo", desk)
    assert days(say, desk) == before


def test_a_dry_run_tells_and_changes_nothing(desk: str, say: Say) -> None:
    before = days(say, desk)
    said = say("date", desk, "--undated", "--set", "2024-12-20", "--dry-run")
    assert "1 article would be dated, 0 left." in said.out
    assert days(say, desk) == before
    assert say("decisions", desk, "--json").json == []


def test_a_selection_is_dated_and_one_undo_takes_it_back(desk: str, say: Say) -> None:
    before = days(say, desk)
    made = say("date", desk, "--set", "2024-12-20", "--also-sure", "--json").json
    assert [row["date"] for row in made["dated"]] == ["2024-12-20", "2024-12-20"]
    assert set(days(say, desk).values()) == {"2024-12-20"}
    assert "(2 decisions at once)" in say("undo", desk).out
    assert days(say, desk) == before


def test_articles_whose_date_is_sure_are_told_and_left(desk: str, say: Say) -> None:
    said = say("date", desk, "--set", "2024-12-20")
    assert "1 article dated, 1 left." in said.out
    assert "  1 left: its date is sure.\n" in said.out


def test_a_pattern_that_fits_nothing_says_how_many_stay_undated(desk: str, say: Say) -> None:
    said = say("date", desk, "--undated", "--pattern", "Stand: %d.%m.%Y")
    assert "0 articles dated, 1 left (1 of them undated)." in said.out
    assert "undo" not in said.out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--set", "2024-12-20", "--from-file-name"),
        ("--set", "soon"),
        ("--pattern", "Stand"),
    ],
)
def test_what_is_not_clear_is_wrong_usage(words: tuple[str, ...], desk: str, say: Say) -> None:
    said = say("date", desk, *words)
    assert (said.code, said.out) == (2, "")
    assert say("decisions", desk, "--json").json == []


def test_doubtful_dates_can_be_listed(desk: str, say: Say) -> None:
    assert say("articles", desk, "--doubtful", "--json").json == []
    both = say("articles", desk, "--doubtful", "--undated", "--json").json
    assert [one["id"] for one in both] == [2]
