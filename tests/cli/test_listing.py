from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.library.press import Press
from workstation.library.library import Library

ARTICLE = {
    "id", "title", "title_derived", "outlet", "author", "language", "published",
    "published_precision", "published_from", "url", "story", "version", "words", "mentions", "file",
}  # fmt: skip
MENTION = {
    "article", "field", "start", "end", "text", "label", "actor", "actor_id", "kind", "origin",
    "counted", "why",
}  # fmt: skip
ACTOR = {
    "id", "name", "kind", "mentions", "articles", "stories", "first", "last", "aliases", "wikidata",
}  # fmt: skip
FREQUENCY = {"actor", "actor_id", "period", "mentions", "articles", "share"}


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["articles"], ARTICLE),
        (["articles", "--text"], ARTICLE | {"text"}),
        (["mentions"], MENTION),
        (["actors"], ACTOR),
        (["frequency"], FREQUENCY),
    ],
)
def test_a_listing_has_the_keys_it_promises(
    words: list[str], keys: set[str], desk: str, say: Say
) -> None:
    said = say(words[0], desk, *words[1:], "--json")
    assert (said.code, said.err) == (0, "")
    rows = said.json
    assert rows
    assert all(keys <= set(row) for row in rows)


def test_articles_of_an_unknown_language_are_listed_as_such(tmp_path: Path, say: Say) -> None:
    where = tmp_path / "tongues.mwlib"
    with Library.create(where, zone="UTC") as library:
        for code in ("en", "", "tr"):
            Press(library).article(f"Text {code or 'untold'}.", language=code)
    told = say("articles", where, "--language", "unknown", "--text", "--json").json
    assert [(row["text"], row["language"]) for row in told] == [("Text untold.", "unknown")]
    two = say("articles", where, "--language", "und", "--language", "TR", "--json").json
    assert {row["language"] for row in two} == {"unknown", "tr"}


@pytest.mark.parametrize("verb", ["articles", "actors", "mentions", "frequency"])
def test_an_empty_listing_is_an_empty_array_and_a_word(verb: str, desk: str, say: Say) -> None:
    nowhere = ("--query", "nowheretobefound")
    assert say(verb, desk, *nowhere, "--json").json == []
    said = say(verb, desk, *nowhere)
    assert (said.code, said.out, said.err) == (0, "", "Nothing to list.\n")


def test_actors_come_with_the_most_mentioned_first(desk: str, say: Say) -> None:
    actors = say("actors", desk, "--json").json
    assert [(a["name"], a["mentions"]) for a in actors] == [
        ("Russia", 3), ("Syria", 1), ("Turkey", 1),
    ]  # fmt: skip
    assert say("actors", desk).out.splitlines()[1].startswith("Russia  state  3")


def test_an_actor_narrows_articles_and_picks_mentions_and_series(desk: str, say: Say) -> None:
    only = ("--actor", "Syria", "--json")
    assert [a["title"] for a in say("articles", desk, *only).json] == ["A title"]
    assert {m["actor"] for m in say("mentions", desk, *only).json} == {"Syria"}
    counted = say("frequency", desk, *only).json
    assert [(row["period"], row["articles"], row["share"]) for row in counted] == [
        ("2024-12-14", 1, 1.0),
        (None, 0, 0.0),
    ]


def test_a_frequency_counts_what_it_is_told_to_count(desk: str, say: Say) -> None:
    only = ("--actor", "Russia", "--count", "outlets")
    rows = say("frequency", desk, *only, "--json").json
    assert {row["unit"] for row in rows} == {"outlets"}
    assert all(row["share"] == round(row["outlets"] / max(1, row["of"]), 6) for row in rows)
    head = say("frequency", desk, *only, "--share").out.splitlines()[0]
    assert head.split() == ["period", "actor", "share", "outlets", "of"]


def test_the_texts_of_an_article_are_listed_the_present_one_last(desk: str, say: Say) -> None:
    (only,) = say("versions", desk, 1, "--text", "--json").json
    assert (only["version"], only["replaced"]) == (1, None)
    texts = {row["id"]: row["text"] for row in say("articles", desk, "--text", "--json").json}
    assert only["text"] == texts[1]
    assert say("versions", desk, 1, "--text").out.count("Version 1: ") == 1
    assert say("versions", desk, 99).code == 1


def test_copies_are_folded_behind_the_first_of_their_story(desk: str, say: Say) -> None:
    every = say("articles", desk, "--json").json
    folded = say("articles", desk, "--fold", "--json").json
    assert len(folded) + sum(row["copies"] for row in folded) == len(every)
    assert "copies" in say("articles", desk, "--fold").out.splitlines()[0].split()


@pytest.mark.parametrize("verb", ["articles", "actors", "mentions", "frequency"])
def test_a_period_the_wrong_way_round_is_wrong_usage(verb: str, desk: str, say: Say) -> None:
    said = say(verb, desk, "--from", "2024-12-15", "--to", "2024-12-14", "--json")
    assert (said.code, said.out) == (2, "")
    assert "Exchange --from and --to." in said.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--actor", "a\udcff"], 1, "No actor is called “a\ufffd”."),
        (["--query", "\udcff!!"], 1, "holds no word to look for"),
        (["--query", "NOT"], 1, "holds no word to look for"),
        (["--query", "pier\udcff"], 0, "Nothing to list."),
        (["--outlet", "\udcff"], 0, "Nothing to list."),
        (["--language", "\udcff"], 0, "Nothing to list."),
        (["--kind", "\udcff"], 2, "usage: "),
        (["--from", "\udcff"], 2, "usage: "),
    ],
)
def test_bytes_that_are_no_utf_8_match_nothing_or_are_told(
    words: list[str], code: int, told: str, desk: str, say: Say
) -> None:
    said = say("articles", desk, *words)
    assert (said.code, said.out) == (code, "")
    assert told in said.err


@pytest.mark.parametrize("where", ["no\udcff.mwlib", "sqlite:///no\udcff/library.sqlite"])
def test_a_library_whose_name_is_no_utf_8_is_missing_like_any_other(where: str, say: Say) -> None:
    said = say("articles", where)
    assert said.code == 1
    assert "There is no library" in said.err


def test_an_address_that_is_no_utf_8_is_told_with_words(say: Say) -> None:
    said = say("articles", "postgresql+psycopg://\udcff@/x?host=/no\udcff")
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
