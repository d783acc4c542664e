"""Every verb on every state that a library can be in."""

from __future__ import annotations

import json
import os
import pwd
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Say
from workstation.library import library as room
from workstation.library.library import Library

READING = {
    "articles": [],
    "actors": [],
    "mentions": [],
    "frequency": [],
    "ledger": [],
    "decisions": [],
    "check": [],
    "report": ["-o", "r.pdf"],
    "export": ["-o", "a.csv"],
}
WRITING = {
    "tag": [],
    "decide": ["not-an-actor", "Russia"],
    "undo": [],
    "redo": [],
}
CREATING = {"import": ["nothing.txt"], "sample": []}
EVERY = READING | WRITING | CREATING


def words(verb: str, where: str, folder: Path) -> list[str]:
    """The verb with what it needs; files it writes stand in the folder."""
    more = [str(folder / word) if "." in word else word for word in EVERY[verb]]
    return [verb, where, *more]


@pytest.mark.parametrize("verb", READING | WRITING)
def test_a_missing_library_is_named_and_not_made(verb: str, tmp_path: Path, say: Say) -> None:
    where = tmp_path / "none.mwlib"
    said = say(*words(verb, str(where), tmp_path))
    assert said.code == 1
    assert said.err.startswith(f"workstation: There is no library “{where}”.")
    assert len(said.err.splitlines()) == 1
    assert said.out == ""
    assert not where.exists()


@pytest.mark.parametrize("verb", EVERY)
def test_what_is_no_library_is_left_alone(verb: str, tmp_path: Path, say: Say) -> None:
    folder, file = tmp_path / "folder.mwlib", tmp_path / "file.mwlib"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    file.write_text("mine")
    for where in (folder, file):
        said = say(*words(verb, str(where), tmp_path))
        assert said.code == 1
        assert str(where) in said.err
        assert len(said.err.splitlines()) == 1
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert file.read_text() == "mine"


@pytest.mark.parametrize("verb", EVERY)
def test_a_newer_library_is_refused_by_every_verb(
    verb: str, desk: str, tmp_path: Path, say: Say
) -> None:
    with sqlite3.connect(Path(desk, "library.sqlite")) as store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    said = say(*words(verb, desk, tmp_path))
    assert said.code == 1
    assert "newer" in said.err
    assert len(said.err.splitlines()) == 1
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("verb", [*WRITING, *CREATING])
def test_a_library_that_is_in_use_names_who_uses_it(
    verb: str, desk: str, tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "LOCK_SECONDS", 0.0)
    with Library.open(desk):
        said = say(*words(verb, desk, tmp_path))
    assert said.code == 1
    assert f"(process {os.getpid()})" in said.err
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("verb", sorted({*READING} - {"report"}))
def test_a_library_that_is_in_use_can_be_read(
    verb: str, desk: str, tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "LOCK_SECONDS", 0.0)
    with Library.open(desk):
        assert say(*words(verb, desk, tmp_path)).code == 0


A_VISITOR = """
import contextlib, io, json, os, sys, tempfile
import workstation.sample
from workstation.cli import main
from workstation.library.library import Library
asked = json.loads(sys.argv[1])
# All that is imported late is imported now: it may stand in a folder of the user's own.
with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as nowhere:
    Library.create(folder + "/x.mwlib", zone="UTC").close()
    with contextlib.redirect_stderr(nowhere), contextlib.redirect_stdout(nowhere):
        for verb, _, *more in asked:
            main([verb, folder + "/x.mwlib", *more])
if sys.argv[2]:
    os.setgroups([])
    os.setgid(int(sys.argv[2]))
    os.setuid(int(sys.argv[2]))
said = []
for words in asked:
    err = io.StringIO()
    with contextlib.redirect_stderr(err), contextlib.redirect_stdout(io.StringIO()):
        code = main(words)
    said.append((words[0], code, err.getvalue()))
print(json.dumps(said))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other rights there")
def test_a_library_nobody_may_write_serves_who_reads_and_refuses_who_writes(
    desk: str, tmp_path: Path
) -> None:
    nobody = ""
    if os.getuid() == 0:
        try:
            nobody = str(pwd.getpwnam("nobody").pw_uid)
        except KeyError:
            pytest.skip("there is nobody without rights on this machine")
    for folder in takewhile(Path(tempfile.gettempdir()).__ne__, (tmp_path, *tmp_path.parents)):
        with suppress(PermissionError):
            folder.chmod(0o755)
    out = tmp_path / "out"
    out.mkdir()
    out.chmod(0o777)
    for path in (Path(desk), *Path(desk).rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    asked = [words(verb, desk, out) for verb in EVERY if verb not in ("report", "sample")]
    done = subprocess.run(
        [sys.executable, "-c", A_VISITOR, json.dumps(asked), nobody],
        stdout=subprocess.PIPE,
        check=True,
        env=os.environ | {"XDG_STATE_HOME": str(out), "PYTHONPATH": str(ROOT)},
    )
    for verb, code, err in json.loads(done.stdout):
        if verb in READING:
            assert (verb, code) == (verb, 0)
        else:
            assert (verb, code) == (verb, 1)
            assert "“desk” can only be read" in err
            assert len(err.splitlines()) == 1
