from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from workstation.domain.ledger import Entry
from workstation.domain.selection import Selection
from workstation.errors import Unreadable
from workstation.importing.again import Otherwise, read_again, readers_of
from workstation.importing.importer import import_paths
from workstation.library import corpus, ledger, originals
from workstation.library.library import Library

pytestmark = pytest.mark.usefixtures("children_do_not_run_pytest")

# Too short to be guessed, so it is first taken for windows-1252.
PAROM = "Паром ушёл\n\nДа, ушёл."


@pytest.fixture
def ferry(library: Library, tmp_path: Path) -> Entry:
    """A Russian note that was read in the wrong encoding."""
    path = tmp_path / "parom.txt"
    path.write_bytes(PAROM.encode("cp1251"))
    (entry,) = import_paths(library, [path])
    path.unlink()
    return entry


def texts(library: Library) -> list[str]:
    with library.read() as reading:
        held = corpus.articles(reading, Selection(), order="oldest")
        return [corpus.body(reading, article.id).text for article in held]


def rows(library: Library) -> list[Entry]:
    with library.read() as reading:
        return ledger.entries(reading)


def test_a_file_read_again_as_another_encoding_gives_its_article_another_version(
    library: Library, ferry: Entry
) -> None:
    assert ferry.notes == ("The file does not say its encoding; it was read as cp1252.",)
    (again,) = read_again(library, [ferry], otherwise=Otherwise("cp1251"))
    assert (again.verdict, again.articles) == ("imported", ferry.articles)
    assert again.message == "Read again as windows-1251: 1 article with a newer text."
    assert not again.notes
    assert texts(library) == [PAROM]
    assert [row.id for row in rows(library)] == [ferry.id, again.id]


def test_the_reading_before_comes_back_when_its_row_is_read_again(
    library: Library, ferry: Entry
) -> None:
    before = texts(library)
    (again,) = read_again(library, [ferry], otherwise=Otherwise("cp1251"))
    read_again(library, [ferry])
    assert texts(library) == before
    read_again(library, [again])
    assert texts(library) == [PAROM]


def test_a_wrong_encoding_is_refused_and_the_article_stays(library: Library, ferry: Entry) -> None:
    before = texts(library)
    (again,) = read_again(library, [ferry], otherwise=Otherwise("utf-8"))
    assert (again.verdict, again.code) == ("refused", "other-encoding")
    assert texts(library) == before
    with library.read() as reading:
        assert ledger.needing(reading) == []


def test_a_reader_that_does_not_know_the_file_says_which_do(library: Library, ferry: Entry) -> None:
    (again,) = read_again(library, [ferry], otherwise=Otherwise(reader="pdf"))
    assert (again.verdict, again.code) == ("refused", "other-reader")
    assert again.message.endswith("These do: text.")
    assert readers_of(library, ferry) == ["text"]


def test_each_article_of_a_file_with_many_takes_the_place_of_its_own(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "hits.csv"
    lines = [f"Паром {n};Паром {n} не вышел из порта." for n in range(3)]
    path.write_bytes("\n".join(["title;text", *lines]).encode("koi8_r"))
    (entry,) = import_paths(library, [path])
    (again,) = read_again(library, [entry], otherwise=Otherwise("windows-1251"))
    assert again.articles == entry.articles
    assert "Паром 0 не вышел из порта." not in texts(library)
    (again,) = read_again(library, [entry], otherwise=Otherwise("koi8-r"))
    assert again.articles == entry.articles
    assert texts(library) == [f"Паром {n} не вышел из порта." for n in range(3)]


def test_one_file_of_an_archive_is_read_again_without_the_others(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "press.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("in/parom.txt", PAROM.encode("cp1251"))
        archive.writestr("other.txt", "Другой паром".encode("koi8_r"))
    import_paths(library, [path])
    _whole, parom, other = rows(library)
    assert (parom.member, other.member) == ("in/parom.txt", "other.txt")
    (again,) = read_again(library, [parom], otherwise=Otherwise("cp1251"))
    assert again.message.startswith("“in/parom.txt” read again as windows-1251: ")
    assert PAROM in texts(library)
    newest = rows(library)[-1]
    assert (newest.file, newest.articles) == (parom.file, parom.articles)
    read_again(library, [newest])
    assert PAROM in texts(library)
    assert len(texts(library)) == 2


def test_a_file_whose_original_is_gone_is_not_read_again(library: Library, ferry: Entry) -> None:
    originals.path(library, ferry.sha256).unlink()
    with pytest.raises(Unreadable, match=r"parom\.txt"):
        read_again(library, [ferry])
    assert len(rows(library)) == 1


def test_no_other_encoding_is_thought_of(library: Library, ferry: Entry) -> None:
    with pytest.raises(Unreadable, match="runes"):
        read_again(library, [ferry], otherwise=Otherwise("runes"))


def test_a_file_that_was_missing_is_looked_for_where_it_was(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "late.txt"
    (missing,) = import_paths(library, [path])
    assert (missing.verdict, missing.needs_you) == ("refused", True)
    path.write_text("The ferry was late.")
    (found,) = read_again(library, [missing])
    assert found.verdict == "imported"
    assert found.id != missing.id
    with library.read() as reading:
        assert ledger.needing(reading) == []
