import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from workstation.errors import LibraryDamaged, Refused, Unwritable
from workstation.library import originals
from workstation.library.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library in a folder: only where originals stand tells stores apart."""
    with Library.create(tmp_path / "x.mwlib") as made:
        yield made


def test_originals_of_a_server_s_library_stand_with_the_user(
    emptied_on_server: str, tmp_path: Path
) -> None:
    source = tmp_path / "a.txt"
    source.write_text("news")
    with Library.open(emptied_on_server) as library:
        sha = originals.store(library, source)
        with originals.reading(library, sha) as kept:
            assert kept.read() == b"news"
        assert files(library)[0].is_relative_to(tmp_path / "data")


def files(library: Library) -> list[Path]:
    return [path for path in (library.folder / "originals").rglob("*") if path.is_file()]


def test_an_original_is_kept_as_it_is_and_named_by_what_it_holds(
    library: Library, tmp_path: Path
) -> None:
    source = tmp_path / "новости.html"
    source.write_bytes(b"<p>\xff\x00 news")
    sha = originals.store(library, source)
    assert sha == sha256(b"<p>\xff\x00 news").hexdigest()
    source.unlink()
    with originals.reading(library, sha) as kept:
        assert kept.read() == b"<p>\xff\x00 news"


def test_the_same_content_is_kept_once(library: Library, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("the same")
        originals.store(library, tmp_path / name)
    assert len(files(library)) == 1


def test_an_empty_file_is_an_original_too(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    sha = originals.store(library, tmp_path / "empty.txt")
    assert originals.path(library, sha).read_bytes() == b""


def test_halves_that_a_killed_program_left_are_swept_away(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("kept")
    kept = originals.path(library, originals.store(library, file))
    stale = kept.with_name(f"{kept.name}.1-2.part")
    ours = kept.with_name(f"{kept.name}.{os.getpid()}-2.part")
    for left in (stale, ours):
        left.write_text("ha")
    originals.sweep(library)
    assert [path.exists() for path in (kept, stale, ours)] == [True, False, True]


def test_many_threads_keep_one_file_once_and_whole(library: Library, tmp_path: Path) -> None:
    source = tmp_path / "a.bin"
    source.write_bytes(os.urandom(3 << 20))
    with ThreadPoolExecutor(8) as threads:
        kept = {*threads.map(lambda _: originals.store(library, source), range(16))}
    assert [path.name for path in files(library)] == list(kept)
    assert sha256(originals.path(library, *kept).read_bytes()).hexdigest() in kept


@pytest.mark.parametrize("name", ["gone.txt", "folder"])
def test_what_cannot_be_read_is_refused_and_leaves_nothing(
    library: Library, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Refused) as caught:
        originals.store(library, tmp_path / name)
    assert caught.value.code == "unreadable"
    assert files(library) == []


def test_a_library_that_cannot_be_written_is_told_with_words(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("x")
    sha = sha256(b"x").hexdigest()
    folder = originals.path(library, sha).parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be")
    with pytest.raises(Unwritable):
        originals.store(library, tmp_path / "a.txt")


def test_a_full_disk_leaves_no_half_of_an_original(tmp_path: Path) -> None:
    """The limit on the size of files stands for the end of the disk, in a process of its own."""
    Library.create(tmp_path / "x.mwlib").close()
    (tmp_path / "big.bin").write_bytes(b"x" * (1 << 20))
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from workstation.errors import Unwritable\n"
        "from workstation.library import originals\n"
        "from workstation.library.library import Library\n"
        "library = Library.open(sys.argv[1])\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 19, 1 << 19))\n"
        "try: originals.store(library, Path(sys.argv[2]))\n"
        "except Unwritable as error: print(error.code)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "x.mwlib", tmp_path / "big.bin"],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    assert told.stdout == "Unwritable\n"
    with Library.open(tmp_path / "x.mwlib") as library:
        assert files(library) == []


def test_an_original_that_changes_while_it_is_read_is_refused(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "growing.txt"
    source.write_text("the beginning")
    path = originals.path

    def path_of_a_file_that_grows(library: Library, sha: str) -> Path:
        with source.open("a") as more:
            more.write(" and more")
        return path(library, sha)

    monkeypatch.setattr(originals, "path", path_of_a_file_that_grows)
    with pytest.raises(Refused, match="changed"):
        originals.store(library, source)
    assert files(library) == []


def test_a_missing_original_is_damage(library: Library) -> None:
    with pytest.raises(LibraryDamaged), originals.reading(library, "0" * 64):
        pass


def test_an_original_is_noted_once(library: Library) -> None:
    for name in ("a.txt", "b.txt"):
        with library.write() as writing:
            originals.note(writing, "0" * 64, name=name, size=3)
    with library.read() as reading:
        rows = reading.connection.exec_driver_sql("SELECT name, bytes FROM originals").all()
    assert rows == [("a.txt", 3)]
