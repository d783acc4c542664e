from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say


def test_ties_are_listed_and_written(desk: str, say: Say, tmp_path: Path) -> None:
    (first, second) = say("network", desk, "--by", "count", "--json").json
    assert {first["actor"], first["named_with"]} == {"Russia", "Syria"}
    assert (first["together"], first["within"]) == (1, "articles")
    assert first["expected"] == 1.0
    assert {second["actor"], second["named_with"]} == {"Russia", "Turkey"}
    told = say("network", desk, "--sentences")
    assert told.out.splitlines()[0].split() == [
        "actor", "named", "with", "together", "expected", "association",
    ]  # fmt: skip
    target = tmp_path / "n.gexf"
    said = say("network", desk, "--actor", "Turkey", "-o", target)
    assert (said.code, said.err) == (0, f"Written: {target} (2 actors, 1 pair)\n")
    assert "naming Turkey" in target.read_text(encoding="utf-8")


def test_sentences_are_no_stories(desk: str, say: Say) -> None:
    assert say("network", desk, "--sentences", "--count", "stories").code == 2
