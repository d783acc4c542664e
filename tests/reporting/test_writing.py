from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workstation.errors import Unwritable
from workstation.reporting.writing import write_whole


def never() -> Iterator[bytes]:
    pytest.fail("the work was begun for a target that cannot be written")
    yield b""


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "отчёт.pdf"
    write_whole(target, [b"one ", b"two"])
    write_whole(target, [b"three"])
    assert target.read_bytes() == b"three"
    assert list(tmp_path.iterdir()) == [target]


def killed_while_writing(target: Path) -> Path:
    """The leftover of a program that was killed while it wrote to the target."""
    script = f"""
import os, signal
from pathlib import Path
from workstation.reporting.writing import write_whole
def parts():
    yield b"half"
    os.kill(os.getpid(), signal.SIGKILL)
write_whole(Path({str(target)!r}), parts())
"""
    before = set(target.parent.iterdir())
    subprocess.run([sys.executable, "-c", script], check=False, cwd=Path.cwd())
    (left,) = set(target.parent.iterdir()) - before
    return left


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can be asked whether he lives there")
def test_what_a_killed_program_left_goes_with_the_next_file_of_that_name(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    left = [killed_while_writing(target), killed_while_writing(target)]
    other = killed_while_writing(tmp_path / "other.pdf")
    mine = [tmp_path / name for name in (".0123456789ab.part", ".mine.part", "x.part")]
    for file in mine:
        file.touch()
    write_whole(target, [b"new"])
    assert not any(file.exists() for file in left)
    assert {*tmp_path.iterdir()} == {target, other, *mine}


def test_what_another_program_is_writing_stays_for_an_hour(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"

    def parts() -> Iterator[bytes]:
        (unfinished,) = tmp_path.iterdir()
        yield b"one"
        write_whole(target, [b"another"])
        assert unfinished.exists()
        os.utime(unfinished, (0, 0))
        write_whole(target, [b"a third"])
        assert not unfinished.exists()

    with pytest.raises(Unwritable):
        write_whole(target, parts())
    assert target.read_bytes() == b"a third"


def test_what_stood_there_stays_when_the_work_fails(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    def failing() -> Iterator[bytes]:
        yield b"half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(target, failing())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("missing/report.pdf", "there is no such folder"),
        ("file/report.pdf", "not a folder"),
        ("folder", "a folder stands there"),
        (f"{'x' * 300}/report.pdf", "the name is too long"),
    ],
)
def test_a_target_that_cannot_be_is_refused_before_any_work(
    tmp_path: Path, place: str, reason: str
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    with pytest.raises(Unwritable, match=reason):
        write_whole(tmp_path / place, never())
    assert (tmp_path / "file").read_text() == "mine"


def test_a_name_too_long_for_the_disk_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="the name is too long"):
        write_whole(tmp_path / f"{'x' * 300}.pdf", [b"new"])
    assert not list(tmp_path.iterdir())


def test_a_link_goes_on_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    target = tmp_path / "shared" / "report.pdf"
    target.write_bytes(b"old")
    link = tmp_path / "report.pdf"
    link.symlink_to(target)
    write_whole(link, [b"new"])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of the size of a file on Windows")
@pytest.mark.parametrize("part", [10, 20_000])
@pytest.mark.parametrize("size", [0, 1, 60_000])
def test_a_disk_that_fills_up_leaves_the_old_file(tmp_path: Path, size: int, part: int) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    # A limit holds for a whole process, so it is set in one of its own.
    script = f"""
import resource, signal
from pathlib import Path
from workstation.errors import Unwritable
from workstation.reporting.writing import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
try:
    write_whole(Path({str(target)!r}), [b"x" * {part}] * (80_000 // {part}))
except Unwritable as error:
    print(error.sentence)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path.cwd()
    )
    assert "the file would be larger than this place allows" in done.stdout
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
