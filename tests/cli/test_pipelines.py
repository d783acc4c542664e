from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.library.press import Press
from tests.tagging.packages import Packages
from workstation.library.library import Library

PATTERNS = [{"label": "ORG", "pattern": "Reederei Seewind"}]


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packages:
    """Where a test installs packages."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    return Packages(site)


@pytest.fixture
def german(desk: str) -> str:
    with Library.open(desk) as library:
        Press(library).article("Die Reederei Seewind schwieg.", language="de", title="")
    return desk


def test_every_language_is_listed_with_what_it_has(
    german: str, packages: Packages, say: Say
) -> None:
    packages.real("de_harbour", PATTERNS)
    packages.bare("fr_port", "{")
    said = say("pipelines", german)
    assert said.code == 0
    head, *lines = [line.split() for line in said.out.splitlines()]
    assert head == [
        "language", "articles", "tagged", "pipeline", "licence", "speed", "state", "finds",
    ]  # fmt: skip
    assert [line[:4] for line in lines[:2]] == [
        ["en", "2", "0", "en_world_news"], ["de", "1", "0", "registers"],
    ]  # fmt: skip
    assert "12,346 words a second, its makers say  needs confirmation  ORG" in said.out
    assert "fr_port: Its meta.json cannot be read." in said.err
    made = say("pipelines", german, "--json").json
    assert {row["name"]: row["state"] for row in made} == {
        "en_world_news": "in use",
        "registers only": "in use",
        "de_harbour": "needs confirmation",
        "fr_port": "cannot be used",
    }


def test_a_package_is_used_once_its_name_is_typed(
    german: str, packages: Packages, say: Say
) -> None:
    packages.real("de_harbour", PATTERNS)
    say("tag", german)
    refused = say("pipelines", german, "use", "de_harbour")
    assert refused.code == 1
    assert "its name was not typed" in refused.err
    assert say("pipelines", german, "use", "de_harbour", "--confirm", "yes").code == 1
    said = say("pipelines", german, "use", "de_harbour", "--confirm", "de_harbour")
    assert said.code == 0
    assert said.out == (
        f"de_harbour is chosen; 1 article to be tagged: `workstation tag {german}`\n"
    )
    assert say("tag", german).out.startswith("1 article tagged")
    found = say("mentions", german, "--language", "de", "--json").json
    assert [row["text"] for row in found] == ["Reederei Seewind"]
    listed = say("pipelines", german, "--json").json
    assert [(row["name"], row["tagged"]) for row in listed] == [
        ("en_world_news", 2), ("registers only", 0), ("de_harbour", 1),
    ]  # fmt: skip
    back = say("pipelines", german, "use", "shipped", "--language", "de")
    assert back.out.startswith("shipped is chosen; 1 article to be tagged")


def test_a_name_is_asked_for_at_a_prompt(
    german: str, packages: Packages, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages.real("de_harbour", PATTERNS)
    answers = iter(["de_harbor", "de_harbour"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda: next(answers))
    assert say("pipelines", german, "use", "de_harbour").code == 1
    said = say("pipelines", german, "use", "de_harbour")
    assert said.code == 0
    assert "de_harbour is program code that somebody else wrote." in said.err
    assert say("pipelines", german, "use", "de_harbour").err == ""


def test_tagging_says_which_articles_wait_for_what(
    german: str, packages: Packages, say: Say
) -> None:
    packages.real("de_harbour", PATTERNS)
    say("pipelines", german, "use", "de_harbour", "--confirm", "de_harbour")
    (packages.site / "de_harbour" / "meta.json").unlink()
    said = say("tag", german)
    assert said.code == 3
    assert said.err == (
        "1 article waits for its pipeline (de). de_harbour cannot be used here. It has no "
        f"meta.json, which would say what it is. `workstation pipelines {german}` tells more.\n"
    )
    assert "de_harbour" in say("pipelines", german).out
    new = Path(german).parent / "new.txt"
    new.write_text("Der Hafen von Latakia blieb am Montag geschlossen, und niemand wusste warum.")
    imported = say("import", german, new)
    assert (imported.code, imported.out) == (3, "1 file, 1 article, 0 duplicates, 0 refused.\n")
    assert imported.err.startswith("2 articles wait for their pipeline (de).")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("use",), "not said which pipeline"),
        (("use", "nothing_here"), "No pipeline called nothing_here"),
        (("use", "shipped"), "which language"),
    ],
)
def test_what_cannot_be_chosen_is_said(
    desk: str, say: Say, words: tuple[str, ...], told: str
) -> None:
    said = say("pipelines", desk, *words)
    assert said.code in (1, 2)
    assert told in said.err
