from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Say
from tests.importing.readers.vendors import Story, newsml_item
from tests.importing.site import Site
from workstation.domain.ledger import Entry
from workstation.library import articles, ledger, originals
from workstation.library.library import Library
from workstation.tagging import identity

PIER = "Russia has left the pier at Tartus, and nobody said a word about it in the harbour.\n"
ROAD = "The road from Homs was closed at noon, and Turkey sent three lorries the long way round.\n"


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str], str]:
    """Writes a file and gives its name."""

    def write(name: str, text: str) -> str:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return str(tmp_path / name)

    return write


File = Callable[[str, str], str]


# What an import counts ------------------------------------------------------------------------


def test_an_import_has_the_keys_it_promises(desk: str, file: File, ask: Say) -> None:
    said = ask("import", desk, file("a.txt", PIER), "--no-tag", "--json")
    assert (said.code, said.err) == (0, "")
    made = said.json
    assert {key: made[key] for key in ("files", "articles", "duplicates", "refused")} == {
        "files": 1, "articles": 1, "duplicates": 0, "refused": 0,
    }  # fmt: skip
    (row,) = made["ledger"]
    assert set(row) == {
        "id", "file", "sha256", "verdict", "reader", "articles", "code", "message", "details",
        "needs_you",
    }  # fmt: skip
    assert row["verdict"] == "imported"


def test_a_file_that_brings_nothing_new_brings_no_article(desk: str, file: File, ask: Say) -> None:
    first = ask("import", desk, file("a.txt", PIER), "--no-tag")
    assert first.out == "1 file, 1 article, 0 duplicates, 0 refused.\n"
    again = ask("import", desk, file("a.txt", PIER), file("b.txt", ROAD), "--no-tag")
    assert again.out == "2 files, 1 article, 1 duplicate, 0 refused.\n"
    assert again.code == 0


def test_the_user_says_which_columns_of_a_table_hold_what(desk: str, file: File, ask: Say) -> None:
    table = file("a.csv", f"Kopf,Rumpf\nPier,{PIER}\n")
    refused = ask("import", desk, table, "--no-tag")
    assert refused.code == 3
    assert "--map" in refused.err
    said = ask("import", desk, table, "--no-tag", "--map", "title=Kopf,text=rumpf", "--json")
    assert (said.code, said.json["articles"]) == (0, 1)


def test_a_map_that_makes_no_sense_is_wrong_usage(desk: str, file: File, ask: Say) -> None:
    said = ask("import", desk, file("a.csv", "a,b\n1,2\n"), "--map", "colour=a")
    assert said.code == 2
    assert "FIELD=COLUMN" in said.err


def left_unread(desk: str, *files: str) -> list[Entry]:
    """What an import leaves that is killed after it stored the files."""
    with Library.open(desk) as library:
        rows = []
        for name in files:
            sha256 = originals.store(library, Path(name))
            with library.write() as writing:
                originals.note(writing, sha256, name=name, size=Path(name).stat().st_size)
                rows.append(ledger.offer(writing, name, sha256))
    return rows


def test_files_that_the_last_import_left_are_finished_and_told_apart(
    desk: str, file: File, ask: Say
) -> None:
    left_unread(desk, file("left.txt", ROAD), file("bad.txt", ""))
    said = ask("import", desk, file("a.txt", PIER), "--no-tag")
    assert said.out.splitlines() == [
        "1 file, 1 article, 0 duplicates, 0 refused.",
        "2 files of the last import were finished.",
    ]
    assert said.err.startswith("refused: ")
    assert "bad.txt" in said.err
    assert said.code == 3
    assert len(ask("articles", desk, "--json").json) == 4


def test_json_lists_only_what_was_offered(desk: str, file: File, ask: Say) -> None:
    left_unread(desk, file("left.txt", ROAD))
    said = ask("import", desk, file("a.txt", PIER), "--no-tag", "--json")
    assert said.code == 0
    made = said.json
    assert (made["files"], made["articles"], made["resumed"]) == (1, 1, 1)
    assert [Path(row["file"]).name for row in made["ledger"]] == ["a.txt"]


HALF = """
import os
from workstation.importing import sandbox
def serve(setup):
    whole = sandbox.serve(setup)
    def read(request, file):
        yield from whole(request, file)
        os._exit(1)
    return read
"""


def test_a_file_that_is_partly_read_again_brings_no_article(
    desk: str, tmp_path: Path, file: File, ask: Say
) -> None:
    file("half.py", HALF)
    before = (
        f"import sys; sys.path.append({str(tmp_path)!r})\n"
        "from workstation.importing import importer; importer._ENTRY = 'half:serve'"
    )
    words = ("import", desk, file("a.txt", PIER), "--no-tag", "--json")
    first, again = ask(*words, before=before), ask(*words, before=before)
    assert [row["verdict"] for row in first.json["ledger"]] == ["partly"]
    assert [row["verdict"] for row in again.json["ledger"]] == ["partly"]
    assert (first.json["articles"], again.json["articles"]) == (1, 0)
    assert first.code == again.code == 3


def test_an_import_names_articles_that_their_provider_holds_back(
    desk: str, tmp_path: Path, say: Say
) -> None:
    item = tmp_path / "ferry.xml"
    item.write_text(newsml_item(Story(), embargo="2099-01-01T00:00:00Z"), "utf-8")
    said = say("import", desk, item, "--no-tag")
    assert "under embargo" in said.err
    assert said.code == 0


# Articles that could not be tagged ------------------------------------------------------------


AT_ONCE = "from workstation.tagging import tagger; tagger.TAGGER_TOTAL_SECONDS = 0.0"


def test_an_import_names_the_articles_that_could_not_be_tagged(
    tmp_path: Path, file: File, ask: Say
) -> None:
    where = str(tmp_path / "new.mwlib")
    said = ask("import", where, file("long.txt", ROAD * 1000), before=AT_ONCE)
    assert said.code == 3
    assert said.out == "1 file, 1 article, 0 duplicates, 0 refused, 1 not tagged.\n"
    assert said.err == f"not tagged: {tmp_path / 'long.txt'}: Reading it took too long.\n"


@pytest.fixture
def troubled(desk: str, say: Say) -> str:
    """A library that is tagged, with one article that could not be."""
    pipeline = identity.shipped()
    with Library.open(desk) as library, library.write() as writing:
        articles.mark_problem(writing, 2, pipeline.id, "Reading it took too long.")
    with sqlite3.connect(Path(desk, "library.sqlite")) as store:
        store.execute("UPDATE articles SET tagged_with = ?", [pipeline.id])
    store.close()
    return desk


def test_tagging_names_old_trouble_too(troubled: str, say: Say) -> None:
    said = say("tag", troubled)
    assert said.code == 3
    assert said.out.startswith("0 articles tagged in ")
    assert "1 problem, 0 left." in said.out
    assert said.err == "not tagged: a.txt: Reading it took too long.\n"


def test_tagging_has_the_keys_it_promises(troubled: str, say: Say) -> None:
    made = say("tag", troubled, "--json").json
    assert set(made) == {
        "articles", "problems", "left", "seconds", "pipeline", "waiting", "not_tagged",
    }  # fmt: skip
    assert made["not_tagged"] == [
        {
            "id": 2,
            "file": "a.txt",
            "title": "On the phone",
            "problem": "Reading it took too long.",
        }
    ]


# Checking -------------------------------------------------------------------------------------


def test_a_whole_library_is_well(desk: str, say: Say) -> None:
    said = say("check", desk)
    assert (said.code, said.err) == (0, "")
    assert said.out == "2 articles, 5 mentions, 0 originals: all is well.\n"
    made = say("check", desk, "--json").json
    assert made["ok"] is True
    assert {"articles", "mentions", "originals", "problems"} <= set(made)


def test_what_is_wrong_with_a_library_is_listed(desk: str, say: Say) -> None:
    with sqlite3.connect(Path(desk, "library.sqlite")) as store:
        store.execute("UPDATE articles SET mentions = 77 WHERE id = 1")
    store.close()
    said = say("check", desk)
    assert said.code == 1
    assert "Articles with a wrong number of mentions: 1." in said.out
    assert "1 problem." in said.out
    assert say("check", desk, "--json").json["ok"] is False


def test_an_address_is_fetched_only_from_the_world_unless_private_is_said(
    say: Say, tmp_path: Path
) -> None:
    site = Site()
    page = (ROOT / "seeds" / "2024-12-07-halyard-wire-homs.html").read_bytes()
    address = site.page("/homs", page)
    where = tmp_path / "fetched.mwlib"
    refused = say("import", where, address, "--no-tag", "--json")
    assert refused.code == 3
    assert refused.json["ledger"][0]["code"] == "private"
    assert site.asked == []
    said = say("import", where, address, "--no-tag", "--json", "--private")
    site.close()
    assert (said.code, said.json["files"], said.json["articles"]) == (0, 1, 1)
    assert said.json["ledger"][0]["file"] == address
