"""Erasing: nothing of an article stays in the library's folder."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.curating.desks import decide
from tests.library.press import Press
from workstation.curating import decisions, erasing
from workstation.domain.selection import Selection
from workstation.domain.signs import STARRED, Sign
from workstation.errors import UnknownName, Unreadable
from workstation.importing import rewriting
from workstation.importing.importer import import_paths
from workstation.importing.options import Options
from workstation.library import (
    actors,
    checks,
    corpus,
    ledger,
    mentions,
    notes,
    originals,
    searches,
    signs,
)
from workstation.library import erasing as kept
from workstation.library.library import Library
from workstation.library.mentions import Findings

CANARY = "Zanzibarquux"
TEXT = f"""Ferry of {CANARY} stops

Mayor {CANARY} Okonedo said that the ferry to the islands does not sail any more.

Nobody on the quay knew why, and {CANARY} did not say so. 漢字{CANARY}東京

Sign up for the {CANARY} letter today.
"""


def held(folder: Path, words: str = CANARY) -> list[str]:
    """The files in which the words stand, in any of the ways in which stores write letters."""
    ways = [words.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    ways.append(words.lower().encode())
    files = (path for path in folder.rglob("*") if path.is_file())
    return [
        str(path.relative_to(folder))
        for path in files
        if any(way in path.read_bytes() for way in ways) or words.lower() in path.name.lower()
    ]


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> int:
    """An article with everything that people and machines say of one; its number."""
    file = tmp_path / f"{CANARY}.txt"
    file.write_text(TEXT, "utf-8")
    other = tmp_path / "other.txt"
    other.write_text("Bakers strike\n\nThe bakers of the old town bake no bread today.\n", "utf-8")
    first, second = import_paths(library, [file, other], jobs=1)
    (number,), (bakers,) = first.articles, second.articles
    tag(library, number, {f"{CANARY} Okonedo": f"{CANARY} Okonedo", "Mayor": "Mayors"})
    tag(library, bakers, {"bakers": "Mayors"})
    paragraph = f"Sign up for the {CANARY} letter today."
    for verb, *terms in (
        ("edit", "title", f"{CANARY} for ever"),
        ("edit", "outlet", f"{CANARY} Times"),
        ("date", "2024-12-14"),
        ("mention", CANARY, f"{CANARY} Okonedo"),
        ("outlet-boilerplate", paragraph),
    ):
        try:
            decide(library, verb, str(number), *terms)  # type: ignore[arg-type]
        except UnknownName:
            with library.read() as reading:
                at = ("text", corpus.body(reading, number).text.find(CANARY))
                order = decisions.order(reading, "mention", str(number), *terms, at=at)  # type: ignore[arg-type]
            decisions.decide(library, order, who="ann")
    decide(library, "rename", "Mayors", "The mayors")
    decisions.undo(library, number=2, who="ann")
    with library.write() as writing:
        text = corpus.body(writing, number).text.replace("Nobody", "No one")
        rewriting.rewrite(writing, number, text, who="ann")
        notes.add(writing, number, f"Who is {CANARY}?", who="ann")
        signs.change(writing, [number], put=[STARRED, Sign("label", "Phone")], who="ann")
    backups = Path(library.where) / "backups"
    backups.mkdir()
    (backups / "monday.sqlite").write_bytes(TEXT.encode())
    assert len(held(Path(library.where))) >= 3
    return number


def tag(library: Library, number: int, names: dict[str, str]) -> None:
    with library.write() as writing:
        article = corpus.article(writing, number)
        found = Press(library).found(corpus.body(writing, number).text, names)
        mentions.record(writing, "test/1", [Findings(number, article.version, found)])


def problems(library: Library) -> list[str]:
    return [one for one in checks.check(library).problems if "waits" not in one]


def test_no_word_of_an_erased_article_stays(library: Library, filled: int) -> None:
    library.keep_columns()
    with library.write() as writing:
        searches.save(writing, "mine", Selection(words="ferry"))
    told = erasing.preview(library, [filled])
    assert (told.articles, told.versions, told.notes, told.originals, told.backups) == (
        1, 1, 1, 1, 1,
    )  # fmt: skip
    assert told.sharing == 0
    assert told.decisions >= 5
    assert erasing.erase(library, [filled], who="ann") == told
    assert held(Path(library.where)) == []
    assert problems(library) == []
    with library.read() as reading:
        assert [one.title for one in corpus.articles(reading, Selection())] == ["Bakers strike"]
        assert [d.words for d in decisions.log(reading)] == ["Renamed “Mayors” to “The mayors”."]
        assert [one.name for one in corpus.actors(reading, Selection())] == ["The mayors"]
        assert actors.find(reading, "The mayors")
        erased = [one for one in ledger.entries(reading) if one.code == "erased"]
        assert [(one.file, one.sha256, one.needs_you) for one in erased] == [
            ("(erased)", "", False)
        ]
    # It does not come back with what is decided later, nor with what is kept for counting.
    decisions.undo(library, who="ann")
    library.close()
    assert held(Path(library.where)) == []


def test_an_erased_article_comes_back_only_if_somebody_says_so(
    library: Library, filled: int, tmp_path: Path
) -> None:
    erasing.erase(library, [filled], who="ann")
    folder = Path(library.where)
    file = tmp_path / f"{CANARY}.txt"
    (entry,) = import_paths(library, [file], jobs=1)
    assert (entry.verdict, entry.code, entry.articles) == ("refused", "erased", ())
    assert "was erased on 20" in entry.message
    assert "by ann" in entry.message
    assert not originals.path(library, entry.sha256).exists()
    assert held(folder) == ["library.sqlite-wal"], "what the user calls the file, and no more"
    (entry,) = import_paths(library, [file], options=Options(erased=True), jobs=1)
    assert entry.verdict == "imported"
    (entry,) = import_paths(library, [file], jobs=1)
    assert entry.verdict == "duplicate", "it is an article like any other again"


def test_a_file_of_many_articles_goes_as_a_whole_and_the_others_stay(
    library: Library, tmp_path: Path
) -> None:
    rows = [
        {"title": f"{CANARY} sails", "text": f"The ferry {CANARY} sails to the islands again."},
        {"title": "Bakers strike", "text": "The bakers of the old town bake no bread today."},
    ]
    file = tmp_path / "two.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    packed = tmp_path / "two.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/two.jsonl", file.read_text("utf-8"))
    entry, again = import_paths(library, [file, packed], jobs=1)
    assert (entry.verdict, again.verdict) == ("imported", "duplicate")
    number, other = entry.articles
    told = erasing.preview(library, [number])
    assert (told.originals, told.sharing) == (2, 1)
    erasing.erase(library, [number], who="ann")
    assert held(Path(library.where)) == []
    assert problems(library) == []
    with library.read() as reading:
        assert corpus.article(reading, other).title == "Bakers strike"
        files = {one.file.rpartition("/")[2] for one in ledger.entries(reading)}
    assert {"two.jsonl", "two.zip"} <= files, "they hold another article, too"
    (offered,) = import_paths(library, [file], jobs=1)
    assert offered.verdict == "duplicate"
    assert "One of its articles was erased" in offered.message
    assert held(Path(library.where)) == []


def test_what_a_stopped_erasure_left_is_finished(library: Library, filled: int) -> None:
    with library.write() as writing:
        gone = kept.held(writing, [filled])
        kept.erase(writing, [filled], gone, {d.number for d in decisions.log(writing)}, who="ann")
    assert "An erasure was stopped" in " ".join(problems(library))
    assert erasing.finish(library)
    assert held(Path(library.where)) == []
    assert problems(library) == []
    assert not erasing.finish(library)


def test_what_cannot_be_erased_is_told(library: Library) -> None:
    with pytest.raises(UnknownName, match="no article 7"):
        erasing.preview(library, [7])
    for numbers in ([], list(range(5_000))):
        with pytest.raises(Unreadable, match="at once"):
            erasing.erase(library, numbers)
