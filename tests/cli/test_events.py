"""Events on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say


def test_events_are_pinned_listed_drawn_and_taken_away(desk: str, say: Say, tmp_path: Path) -> None:
    add = say("events", desk, "add", "2024-12-14", "The evacuation", "--article", "1")
    assert (add.code, add.out) == (0, "Event 1 is pinned.\n")
    second = say("events", desk, "add", "2024-12-01", "The fall", "--to", "2024-12-20", "--json")
    assert second.json == {"number": 2}
    rows = say("events", desk, "--json").json
    assert [(row["first"], row["last"], row["words"], row["article"]) for row in rows] == [
        ("2024-12-01", "2024-12-20", "The fall", None),
        ("2024-12-14", "2024-12-14", "The evacuation", 1),
    ]
    assert "The evacuation" in say("events", desk).out
    counted = say("frequency", desk, "--json").json
    assert {words for row in counted for words in row["events"]} >= {"The fall"}
    drawing = tmp_path / "chart.svg"
    assert say("frequency", desk, "-o", str(drawing)).code == 0
    assert "The fall" in drawing.read_text("utf-8")
    assert say("events", desk, "remove", "2").out == "Event 2 is taken away.\n"
    assert len(say("events", desk, "--json").json) == 1


def test_events_that_are_none_are_refused_with_words(desk: str, say: Say) -> None:
    for terms, told in (
        (("add", "yesterday", "The fall"), "is no date like"),
        (("add", "2024-12-14"), "takes a day and words"),
        (("remove", "one"), "takes the number"),
        (("add", "2024-12-14", "The fall", "--to", "2024-12-01"), "before it begins"),
        (("remove", "9"), "There is no event 9."),
    ):
        said = say("events", desk, *terms)
        assert said.code
        assert told in said.err
