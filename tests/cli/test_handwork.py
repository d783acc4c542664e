"""What people do to articles themselves, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say


def rows(say: Say, desk: str, *words: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = say("articles", desk, "--json", *words).json
    return sorted(found, key=lambda row: int(str(row["id"])))


def test_articles_are_edited_and_the_edit_is_taken_back(
    desk: str, say: Say, tmp_path: Path
) -> None:
    said = say("edit", desk, "1", "2", "--outlet", "The Quay", "--author", "Jo Marsh")
    assert said.code == 0, said.err
    assert "appeared in The Quay." in said.out
    assert [(row["outlet"], row["author"]) for row in rows(say, desk)] == [
        ("The Quay", "Jo Marsh")
    ] * 2
    again = say("edit", desk, "1", "2", "--outlet", "The Quay", "--author", "Jo March").out
    assert again.count(" is by Jo March.") == 2
    assert "appeared" not in again, "what is so already is passed over"
    assert "Nothing was changed" in say("edit", desk, "1", "--outlet", "The Quay").out
    for _ in range(2):
        assert say("undo", desk).code == 0
    assert rows(say, desk)[0]["outlet"] == "Halyard Wire"
    text = tmp_path / "text.txt"
    text.write_text("Russia met Syria in Tartus. Russia left.")
    made = say("edit", desk, "1", "--text", text, "--title", "Envoys", "--json").json
    assert (len(made["decisions"]), made["rewritten"]) == (1, [1])
    assert rows(say, desk, "--query", "tartus title:envoys", "--text")[0]["text"] == (
        "Russia met Syria in Tartus. Russia left."
    )
    first = say("versions", desk, "1", "--text", "--json").json[0]
    assert "Latakia" in first["text"]
    assert say("edit", desk, "1", "--version", str(first["version"])).code == 0
    assert rows(say, desk, "--query", "latakia")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("1",), 2, "Nothing is to change"),
        (("1", "2", "--title", "One"), 2, "one text or title"),
        (("99", "--outlet", "x"), 1, "no article 99"),
        (("1", "--text", "missing.txt"), 1, "cannot be read"),
        (("1", "--language", "German"), 1, "no code"),
    ],
)
def test_what_cannot_be_edited_is_told(
    desk: str, say: Say, words: tuple[str, ...], code: int, told: str
) -> None:
    said = say("edit", desk, *words)
    assert said.code == code
    assert told in said.err


def test_an_article_is_typed_into_a_new_library(say: Say, tmp_path: Path) -> None:
    text = tmp_path / "call.txt"
    text.write_text("Russia called Syria.\nNobody knows why.", "utf-8")
    desk = tmp_path / "new.mwlib"
    given = ("--title", "A call", "--outlet", "Radio Quay", "--date", "2024-12-14", "--no-tag")
    said = say("write", desk, text, *given)
    assert (said.code, said.out) == (0, "1 new article. Article 1.\n")
    (row,) = rows(say, str(desk), "--text")
    assert (row["title"], row["outlet"], row["published"]) == ("A call", "Radio Quay", "2024-12-14")
    assert row["text"] == "Russia called Syria.\n\nNobody knows why."
    assert say("write", desk, text, *given, "--json").json["verdict"] == "duplicate"
    missing = say("write", desk, tmp_path / "none.txt")
    assert missing.code == 1
    assert "cannot be read" in missing.err


def test_an_article_is_erased_once_its_number_is_typed(desk: str, say: Say, tmp_path: Path) -> None:
    text = tmp_path / "call.txt"
    text.write_text("Zanzibarquux called Syria.", "utf-8")
    say("write", desk, text, "--no-tag")
    told = say("erase", desk, "3", "--dry-run")
    assert told.code == 0
    assert "1 original file" in told.out
    refused = say("erase", desk, "3")
    assert (refused.code, "Nothing was erased" in refused.err) == (1, True)
    assert len(rows(say, desk)) == 3
    done = say("erase", desk, "3", "--yes")
    assert done.out.endswith("1 article erased.\n")
    assert len(rows(say, desk)) == 2
    assert say("check", desk).code == 0
    again = say("write", desk, text, "--no-tag")
    assert (again.code, "was erased on" in again.out) == (3, True)
    assert say("erase", desk).out == "No erasure was stopped.\n"
    made = say("erase", desk, "1", "2", "--yes", "--json").json
    assert (made["articles"], made["dry_run"]) == (2, False)
    assert say("erase", desk, "9", "--yes").code == 1


def test_what_was_erased_is_imported_if_that_is_said(desk: str, say: Say, tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text("Ferry stops\n\nThe ferry does not sail to the islands today.\n", "utf-8")
    assert say("import", desk, file, "--no-tag").code == 0
    assert say("erase", desk, "3", "--yes").code == 0
    refused = say("import", desk, file, "--no-tag")
    assert (refused.code, "was erased on" in refused.err) == (3, True)
    assert say("import", desk, file, "--no-tag", "--erased").code == 0
    assert len(rows(say, desk)) == 3
