from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from workstation.library.library import Library

PAROM = "Паром ушёл\n\nДа, ушёл."


@pytest.fixture
def desk(tmp_path: Path, ask: Say) -> str:
    """A library with a note in the wrong encoding, and a file that is none."""
    press = tmp_path / "press"
    press.mkdir()
    (press / "parom.txt").write_bytes(PAROM.encode("cp1251"))
    (press / "empty.txt").touch()
    where = tmp_path / "desk.mwlib"
    Library.create(where, zone="UTC").close()
    assert ask("import", str(where), str(press), "--no-tag").code == 3
    return str(where)


def test_the_ledger_ends_with_a_sentence_and_lists_what_needs_somebody(desk: str, say: Say) -> None:
    whole = say("ledger", desk)
    assert whole.out.splitlines()[-1] == "2 files → 1 article, 1 needs you."
    assert len(whole.out.splitlines()) == 4
    problems = say("ledger", desk, "--problems")
    assert [line.split()[1] for line in problems.out.splitlines()[1:-1]] == ["refused"]
    (row,) = say("ledger", desk, "--problems", "--json").json
    assert (Path(row["file"]).name, row["needs_you"]) == ("empty.txt", True)


def test_a_library_without_files_says_so_in_the_same_sentence(tmp_path: Path, say: Say) -> None:
    Library.create(tmp_path / "new.mwlib", zone="UTC").close()
    said = say("ledger", tmp_path / "new.mwlib")
    assert (said.code, said.out) == (0, "0 files → 0 articles.\n")


def test_a_file_is_read_again_in_another_encoding(desk: str, ask: Say, say: Say) -> None:
    (row,) = (r for r in say("ledger", desk, "--json").json if r["verdict"] == "imported")
    said = ask("read-again", desk, str(row["id"]), "--encoding", "cp1251", "--no-tag")
    assert said.code == 0
    assert "Read again as windows-1251: 1 article with a newer text." in said.out
    (article,) = say("articles", desk, "--json", "--text").json
    assert (article["id"], article["text"]) == (row["articles"][0], PAROM)
    wrong = ask("read-again", desk, str(row["id"]), "--reader", "pdf", "--no-tag")
    assert wrong.code == 3
    assert "These do: text." in wrong.err
    assert len(say("ledger", desk, "--json").json) == 4


def test_a_row_or_an_encoding_that_is_none_is_told(desk: str, say: Say) -> None:
    assert "no row 99" in say("read-again", desk, "99").err
    wrong = say("read-again", desk, "1", "--encoding", "runes")
    assert wrong.code == 2
    assert "windows-1251" in wrong.err
