from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.test_importer import TEXTS, held, rows
from tests.importing.test_members import zipped
from workstation.importing import importer
from workstation.importing.importer import import_paths
from workstation.library.library import Library

pytestmark = pytest.mark.usefixtures("children_do_not_run_pytest")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of six short articles, a picture between them."""
    parts = {f"press/{n}.txt": text.encode() for n, text in enumerate(TEXTS)}
    path = tmp_path / "press.zip"
    path.write_bytes(zipped({**parts, "press/5.png": b"\x89PNG" + bytes(99)}))
    return path


def test_an_archive_is_read_like_a_folder(library: Library, archive: Path) -> None:
    (entry,) = import_paths(library, [archive], jobs=1)
    assert (entry.verdict, entry.reader, entry.code) == ("partly", "archive 1", "some-unread")
    assert "1 of the 7 files" in entry.message
    assert "press/5.png" in entry.details
    articles = held(library)
    assert [article.title for article in articles] == [
        f"Ferry number {n} stays in harbour" for n in range(6)
    ]
    assert {article.file for article in articles} == {
        f"{archive} » press/{n}.txt" for n in range(6)
    }
    assert set(entry.articles) == {article.id for article in articles}
    whole, *members = rows(library)
    assert whole == entry
    assert [(row.file, row.verdict, row.reader) for row in members] == [
        *((f"{archive} » press/{n}.txt", "imported", "text 1") for n in range(6)),
        (f"{archive} » press/5.png", "refused", ""),
    ]
    assert [row.articles for row in members[:6]] == [(article.id,) for article in articles]


def test_the_same_archive_again_is_a_duplicate(
    library: Library, tmp_path: Path, archive: Path
) -> None:
    path = tmp_path / "two.zip"
    path.write_bytes(zipped({f"{n}.txt": TEXTS[n].encode() for n in range(2)}))
    import_paths(library, [path], jobs=1)
    (again,) = import_paths(library, [path], jobs=1)
    assert again.verdict == "duplicate"
    assert len(held(library)) == 2


def test_an_archive_goes_on_where_an_import_stopped(
    library: Library, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = importer._Run._store
    times = 0

    def stops(self: importer._Run, writing: object, file: object) -> None:
        nonlocal times
        times += 1
        if times > 2:
            raise KeyboardInterrupt
        stored(self, writing, file)  # type: ignore[arg-type]

    monkeypatch.setattr(importer.limits, "ARTICLES_PER_TRANSACTION", 3)
    with monkeypatch.context() as patch:
        patch.setattr(importer._Run, "_store", stops)
        with pytest.raises(KeyboardInterrupt):
            import_paths(library, [archive], jobs=1)
    assert len(held(library)) == 3
    (entry,) = importer.resume(library, jobs=1)
    assert (entry.verdict, len(held(library))) == ("partly", 6)
    names = [row.file for row in rows(library)]
    assert len(names) == len(set(names)) == 8
    assert all(row.verdict for row in rows(library))
