from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import rmtree
from threading import Event

import msgspec
import pytest

from workstation import limits
from workstation.domain.article import Article
from workstation.domain.ledger import Entry
from workstation.domain.progress import Progress
from workstation.domain.selection import Selection
from workstation.errors import LibraryMissing, LibraryReadOnly, Unreadable
from workstation.importing.importer import import_paths, resume
from workstation.importing.options import Options
from workstation.library import corpus, ledger, originals
from workstation.library.library import Library

pytestmark = pytest.mark.usefixtures("children_do_not_run_pytest")

TEXTS = [
    f"Ferry number {n} stays in harbour\nOutlet: Island Post\nDate: 2024-12-{n + 1:02}\n\n"
    f"The ferry did not leave on Monday, because its captain had lost {n} of his keys.\n\n"
    f"By noon {n} people were sitting on their suitcases. Nobody was angry.\n"
    for n in range(6)
]


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder of six short articles."""
    folder = tmp_path / "press"
    folder.mkdir()
    for n, text in enumerate(TEXTS):
        (folder / f"{n}.txt").write_text(text)
    return folder


def held(library: Library) -> list[Article]:
    with library.read() as reading:
        return corpus.articles(reading, Selection(), order="oldest")


def rows(library: Library) -> list[Entry]:
    with library.read() as reading:
        return ledger.entries(reading)


def test_a_folder_is_imported_with_a_verdict_for_each_file(library: Library, press: Path) -> None:
    entries = import_paths(library, [press], jobs=1)
    assert [entry.verdict for entry in entries] == ["imported"] * 6
    assert [entry.file for entry in entries] == [str(press / f"{n}.txt") for n in range(6)]
    assert {entry.reader for entry in entries} == {"text 1"}
    articles = held(library)
    assert [article.title for article in articles] == [
        f"Ferry number {n} stays in harbour" for n in range(6)
    ]
    assert {article.outlet for article in articles} == {"Island Post"}
    assert [entry.articles for entry in entries] == [(article.id,) for article in articles]
    assert rows(library) == entries


def test_the_original_is_kept_as_it_was(library: Library, press: Path) -> None:
    (entry,) = import_paths(library, [press / "0.txt"])
    assert originals.path(library, entry.sha256).read_text() == TEXTS[0]


def test_the_same_files_again_are_duplicates(library: Library, press: Path) -> None:
    import_paths(library, [press])
    again = import_paths(library, [press])
    assert {entry.verdict for entry in again} == {"duplicate"}
    assert all(entry.message for entry in again)
    assert len(held(library)) == 6


def test_a_changed_text_is_a_newer_version_of_its_article(library: Library, press: Path) -> None:
    linked = TEXTS[0].replace("\n\n", "\nLink: https://island-post.example/ferry\n\n", 1)
    path = press / "linked.txt"
    path.write_text(linked)
    import_paths(library, [path])
    path.write_text(linked + "\nThe keys were found in a coat.\n")
    (entry,) = import_paths(library, [path])
    assert entry.verdict == "imported"
    (article,) = held(library)
    assert article.version == 2


def test_a_copy_in_another_outlet_is_another_article_of_the_story(
    library: Library, tmp_path: Path, body: str
) -> None:
    for outlet in ("Island Post", "Shore Post"):
        (tmp_path / f"{outlet}.txt").write_text(f"Ferry stays\nOutlet: {outlet}\n\n{body}")
    import_paths(library, sorted(tmp_path.glob("*.txt")), jobs=1)
    assert [article.story_size for article in held(library)] == [2, 2]


def test_options_fill_in_only_what_is_missing(library: Library, press: Path, body: str) -> None:
    (press / "bare.txt").write_text(body)
    options = Options(outlet="Shore Post", published=date(2025, 1, 2))
    import_paths(library, [press / "0.txt", press / "bare.txt"], options=options, jobs=1)
    dated, bare = held(library)
    assert (dated.outlet, dated.day) == ("Island Post", date(2024, 12, 1))
    assert (bare.outlet, bare.day) == ("Shore Post", date(2025, 1, 2))
    assert bare.published is not None
    assert bare.published.source == "given at import"


def test_what_the_user_says_of_columns_reaches_the_reader(
    library: Library, tmp_path: Path, body: str
) -> None:
    table = tmp_path / "hits.csv"
    rows = "".join(f'Ferry {n},"{body} {n}"\n' for n in range(300))
    table.write_text(f"Kopf,Rumpf\n{rows}")
    options = Options(columns=(("title", "Kopf"), ("text", "Rumpf")))
    (entry,) = import_paths(library, [table], options=options, jobs=1)
    assert (entry.verdict, entry.reader) == ("imported", "table 1")
    assert [article.title for article in held(library)[:2]] == ["Ferry 0", "Ferry 1"]
    assert len(entry.articles) == 300


def test_what_cannot_be_read_gets_a_row_with_words(library: Library, tmp_path: Path) -> None:
    junk, empty = tmp_path / "junk.txt", tmp_path / "empty.txt"
    junk.write_bytes(bytes(range(256)) * 20)
    empty.touch()
    entries = import_paths(library, [tmp_path / "gone.txt", junk, empty], jobs=1)
    assert {(entry.verdict, entry.code) for entry in entries} == {
        ("refused", "missing"),
        ("refused", "not-text"),
        ("refused", "empty"),
    }
    assert all(entry.message.endswith(".") for entry in entries)
    assert held(library) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such file")
def test_a_device_is_no_file(library: Library) -> None:
    (entry,) = import_paths(library, [Path("/dev/null")])
    assert (entry.verdict, entry.code) == ("refused", "not-a-file")


def test_a_file_larger_than_any_is_refused(
    library: Library, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "READER_FILE_BYTES", 10)
    (entry,) = import_paths(library, [press / "0.txt"])
    assert (entry.verdict, entry.code) == ("refused", "too-large")


@pytest.mark.skipif(sys.platform == "win32", reason="names are not bytes there")
def test_a_name_that_is_no_text_is_shown_as_well_as_can_be(
    library: Library, tmp_path: Path, body: str
) -> None:
    path = tmp_path / "caf\udce9 \u202efdp.txt"
    try:
        path.write_text(body)
    except OSError:
        pytest.skip("this disk takes only names that are text")
    (entry,) = import_paths(library, [path])
    assert entry.verdict == "imported"
    assert entry.file.endswith("caf� fdp.txt")


def test_progress_is_told_from_none_to_all(library: Library, press: Path) -> None:
    told: list[Progress] = []
    (press / "6.txt").touch()
    import_paths(library, [press], tell=told.append)
    assert (told[0].done, told[0].total) == (0, 7)
    last = told[-1]
    assert (last.done, last.problems, last.articles, last.unit) == (7, 1, 6, "files")


def test_a_cancelled_import_can_be_taken_up_by_offering_the_files_again(
    library: Library, press: Path
) -> None:
    stop = Event()
    first = import_paths(
        library, [press], jobs=1, cancelled=stop, tell=lambda p: stop.set() if p.done == 2 else None
    )
    assert 2 <= len(first) < 6
    import_paths(library, [press], jobs=1)
    assert [article.title for article in held(library)] == [
        f"Ferry number {n} stays in harbour" for n in range(6)
    ]
    assert all(row.verdict for row in rows(library))


def test_a_cancelled_import_reads_nothing_more_and_forgets_no_file(
    library: Library, press: Path
) -> None:
    stop = Event()
    stop.set()
    assert import_paths(library, [press], cancelled=stop) == []
    waiting = rows(library)
    assert [(Path(row.file).name, row.verdict) for row in waiting] == [
        (f"{n}.txt", None) for n in range(6)
    ]
    assert [entry.id for entry in resume(library)] == [row.id for row in waiting]
    assert {row.verdict for row in rows(library)} == {"imported"}


def test_files_that_wait_already_are_not_listed_twice(library: Library, press: Path) -> None:
    stop = Event()
    stop.set()
    import_paths(library, [press], cancelled=stop)
    import_paths(library, [press])
    assert len(rows(library)) == len(held(library)) == 6


def test_a_file_that_is_gone_when_its_import_goes_on_is_told(library: Library, press: Path) -> None:
    stop = Event()
    stop.set()
    import_paths(library, [press / "0.txt"], cancelled=stop)
    (press / "0.txt").unlink()
    (entry,) = resume(library)
    assert (entry.verdict, entry.code) == ("refused", "missing")


@pytest.mark.skipif(sys.platform != "linux", reason="names are no bytes there")
def test_a_file_whose_name_is_no_text_waits_like_any_other(library: Library, press: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(press) + b"/caf\xe9.txt"))
    (press / "0.txt").rename(odd)
    stop = Event()
    stop.set()
    import_paths(library, [odd], cancelled=stop)
    (entry,) = resume(library)
    assert entry.verdict == "imported"


KILLED = """
import itertools, os, sys
from pathlib import Path
from workstation.importing import importer
from workstation.library.library import Library

if __name__ == "__main__":
    # The fourth file is in the ledger, and nobody has begun to read it.
    offers, cursor = itertools.count(1), importer.ledger.cursor

    def die(*asked):
        return os._exit(9) if next(offers) == 4 else cursor(*asked)

    importer.ledger.cursor = die
    with Library.open(sys.argv[1]) as library:
        importer.import_paths(library, [Path(sys.argv[2])], jobs=1)
"""


@pytest.mark.parametrize("how", ["offered again", "resumed"])
def test_a_killed_import_is_finished_without_a_loss_or_a_double(
    tmp_path: Path, press: Path, how: str
) -> None:
    where = tmp_path / "killed.mwlib"
    Library.create(where, zone="UTC").close()
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    killed = subprocess.run(
        [sys.executable, str(script), str(where), str(press)], check=False, capture_output=True
    )
    assert killed.returncode == 9
    with Library.open(where) as library:
        left = [row for row in rows(library) if row.verdict is None]
        assert left
        assert len(held(library)) <= 3
        if how == "resumed":
            assert {entry.id for entry in resume(library)} == {row.id for row in left}
            assert all(row.verdict == "imported" for row in rows(library))
        import_paths(library, [press])
        assert len(held(library)) == 6
        assert all(row.verdict for row in rows(library))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_out_of_all_reason_is_refused(day: date) -> None:
    with pytest.raises(Unreadable):
        Options(published=day)


def test_a_resumed_file_keeps_what_was_said_of_it(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("The ferry left the old harbour at noon, with no lights and no flag.")
    given = msgspec.json.encode(Options("Halyard Wire", date(2024, 12, 9))).decode()
    sha256 = originals.store(library, path)
    with library.write() as writing:
        ledger.offer(writing, str(path), sha256, given=given)
    resume(library)
    (article,) = held(library)
    assert article.outlet == "Halyard Wire"
    assert article.published is not None
    assert article.published.day == date(2024, 12, 9)
    assert resume(library) == []


def test_resuming_without_the_original_says_so(library: Library, press: Path) -> None:
    with library.write() as writing:
        lost = ledger.offer(writing, "lost.txt", "0" * 64)
    (entry,) = resume(library)
    assert (entry.id, entry.verdict, entry.code) == (lost.id, "refused", "missing")


def test_a_library_that_can_only_be_read_takes_no_import(tmp_path: Path, press: Path) -> None:
    where = tmp_path / "read.mwlib"
    Library.create(where, zone="UTC").close()
    with Library.open(where, writing=False) as library, pytest.raises(LibraryReadOnly):
        import_paths(library, [press])
    assert list((where / "originals").rglob("*")) == []


def test_a_library_that_was_removed_takes_no_import(tmp_path: Path, press: Path) -> None:
    where = tmp_path / "gone.mwlib"
    with Library.create(where, zone="UTC") as library:
        rmtree(where)
        with pytest.raises(LibraryMissing):
            import_paths(library, [press])


def test_a_text_of_one_endless_line_keeps_all_that_an_article_may_have(
    library: Library, tmp_path: Path
) -> None:
    endless = tmp_path / "endless.txt"
    sentence = "The ferry left the old harbour. "
    endless.write_text("Ferries\n\n" + sentence * (limits.TEXT_BYTES // len(sentence) + 10))
    (entry,) = import_paths(library, [endless])
    assert entry.verdict == "partly"
    (article,) = held(library)
    assert article.title == "Ferries"
    assert article.words > 500_000


def test_a_reader_that_is_stopped_refuses_its_file_and_no_other(
    library: Library, press: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "evil_readers.py").write_text(EVIL)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr("workstation.importing.importer._ENTRY", "evil_readers:serve")
    entries = import_paths(library, [press], jobs=1)
    found = {Path(entry.file).name: (entry.verdict, entry.code) for entry in entries}
    assert found == {
        "0.txt": ("refused", "reader-crashed"),
        "1.txt": ("partly", "reader-crashed"),
        "2.txt": ("refused", "reader-broken"),
        "3.txt": ("refused", "reader-memory"),
        "4.txt": ("refused", "reader-failed"),
        "5.txt": ("imported", ""),
    }
    assert all(entry.message for entry in entries)


EVIL = """
import os

from workstation.importing import sandbox
from workstation.importing.handed import decode_wanted

def serve(setup):
    good = sandbox.serve(setup)

    def read(request, file):
        name = decode_wanted(request).name
        if name == "0.txt":
            os._exit(1)
        if name == "2.txt":
            yield b"nonsense"
            return
        if name == "3.txt":
            raise MemoryError
        if name == "4.txt":
            raise KeyError(name)
        yield from good(request, file)
        if name == "1.txt":
            os._exit(1)

    return read
"""


def test_a_file_of_many_articles_is_stored_in_several_transactions(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "many_readers.py").write_text(MANY)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr("workstation.importing.importer._ENTRY", "many_readers:serve")
    path = tmp_path / "box.txt"
    path.write_text("x")
    told: list[Progress] = []
    (entry,) = import_paths(library, [path], tell=told.append)
    assert (entry.verdict, len(entry.articles)) == ("imported", 450)
    assert [progress.articles for progress in told] == [0, 200, 400, 450]


MANY = """
from workstation.domain.article import Draft
from workstation.importing.handed import Handed, encode

def serve(setup):
    def read(request, file):
        for n in range(450):
            yield encode(Handed("many 1", Draft(f"The ferry number {n} left.", title=f"Ferry {n}")))
    return read
"""
