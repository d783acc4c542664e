"""What the outside relies on, asked of the real program."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TEXT = (
    "The Russians have left the pier, and talks between Moscow and Damascus go on.\n"
    "A Russian convoy passed Latakia at noon on its way to Hmeimim air base.\n"
    "Syria latest: Turkey sends an envoy to Aleppo\n"
    "Nobody in Russia would say how long the road would stay open for the trucks.\n"
)


def workstation(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "workstation", *words], capture_output=True, text=True, check=False
    )


def told(*words: str) -> Any:
    found = workstation(*words, "--json")
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("desk")
    article = folder / "pier.txt"
    article.write_text(TEXT, encoding="utf-8")
    library = str(folder / "desk.mwlib")
    assert workstation("import", library, str(article), "--published", "2024-12-14").returncode == 0
    return library


def test_russia_the_russians_and_moscow_are_one_actor(desk: str) -> None:
    actors = {actor["name"]: actor for actor in told("actors", desk)}
    assert actors["Russia"]["kind"] == "state"
    assert actors["Russia"]["mentions"] == 4
    assert actors["Russia"]["first"] == "2024-12-14"


def test_a_promotional_line_is_not_counted(desk: str) -> None:
    mentions = told("mentions", desk)
    turkey = [m for m in mentions if m["actor"] == "Turkey"]
    assert [m["counted"] for m in turkey] == [False]
    assert "Turkey" not in {actor["name"] for actor in told("actors", desk)}


def test_offsets_are_code_points_into_the_text(desk: str) -> None:
    (article,) = told("articles", desk, "--text")
    for mention in told("mentions", desk):
        if mention["field"] == "text":
            assert article["text"][mention["start"] : mention["end"]] == mention["text"]
            assert mention["why"]


def test_a_derived_title_is_marked_and_counted_once(desk: str) -> None:
    (article,) = told("articles", desk)
    assert article["title_derived"]
    assert {mention["field"] for mention in told("mentions", desk)} == {"text"}


def test_a_frequency_has_a_share_between_nothing_and_one(desk: str) -> None:
    (row,) = told("frequency", desk, "--actor", "Moscow")
    assert row == {
        "actor": "Russia",
        "actor_id": row["actor_id"],
        "period": "2024-12-14",
        "events": [],
        "mentions": 4,
        "articles": 1,
        "share": 1.0,
        "of": 1,
        "stories": 1,
        "outlets": 0,
        "unit": "articles",
    }


def test_a_merge_comes_back_after_undo(desk: str) -> None:
    before = told("actors", desk)
    decision = told("decide", desk, "merge", "Hmeimim air base", "Latakia", "--reason", "near it")
    assert decision["mentions"] == 1
    assert "Hmeimim air base" not in {actor["name"] for actor in told("actors", desk)}
    told("undo", desk)
    assert told("actors", desk) == before


def test_bad_files_get_a_sentence_each_and_exit_code_three(desk: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04\x14\x00cut short")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type")
    (tmp_path / "missing.txt").unlink(missing_ok=True)
    names = ["empty.txt", "junk.txt", "cut.docx", "cut.pdf", "missing.txt"]
    before = told("articles", desk)
    found = workstation("import", desk, *(str(tmp_path / name) for name in names), "--json")
    assert found.returncode == 3
    ledger = json.loads(found.stdout)["ledger"]
    assert [row["verdict"] for row in ledger] == ["refused"] * len(names)
    assert all(row["message"] and row["code"] for row in ledger)
    assert "Traceback" not in found.stderr
    assert told("articles", desk) == before


def test_the_same_file_again_is_a_duplicate(desk: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT, encoding="utf-8")
    found = workstation("import", desk, str(copy), "--published", "2024-12-14", "--json")
    assert found.returncode == 0
    assert [row["verdict"] for row in json.loads(found.stdout)["ledger"]] == ["duplicate"]


def test_a_missing_library_is_named_without_a_traceback(tmp_path: Path) -> None:
    found = workstation("actors", str(tmp_path / "none.mwlib"))
    assert found.returncode == 1
    assert "There is no library" in found.stderr
    assert len(found.stderr.splitlines()) == 1


def test_a_window_without_a_display_is_refused_with_words(
    monkeypatch: pytest.MonkeyPatch, desk: str
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    found = workstation("open", desk)
    assert found.returncode == 1
    assert "no display" in found.stderr


def test_a_report_and_tables_leave_the_library(desk: str, tmp_path: Path) -> None:
    report, table = tmp_path / "r.pdf", tmp_path / "a.csv"
    assert workstation("report", desk, "-o", str(report)).returncode == 0
    assert report.read_bytes().startswith(b"%PDF-")
    assert workstation("export", desk, "-o", str(table)).returncode == 0
    assert "title" in table.read_text(encoding="utf-8-sig").splitlines()[0]


def test_the_report_of_a_target_that_cannot_be_written_says_so(desk: str, tmp_path: Path) -> None:
    found = workstation("report", desk, "-o", str(tmp_path / "no" / "folder" / "r.pdf"))
    assert found.returncode == 1
    assert "no such folder" in found.stderr
