from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.test_importer import held, rows
from tests.importing.test_members import zipped
from workstation import limits
from workstation.domain.article import Draft
from workstation.importing import again, importer
from workstation.importing.handed import Ended, Handed
from workstation.importing.importer import import_paths
from workstation.importing.losses import Losses
from workstation.library import ledger
from workstation.library.library import Library
from workstation.processes.requests import End, Verdict

DEADLY = """
import os
from pathlib import Path

from workstation.importing import rows, sandbox
from workstation.importing.readers import mailbox

HERE = Path(__file__).parent

def serve(setup):
    handler = sandbox.serve(setup)
    mailbox.draft_of_mail = deadly(mailbox.draft_of_mail)
    rows.draft_of_row = deadly(rows.draft_of_row)
    return handler

def deadly(read):
    def reads(raw, *more):
        words = raw if isinstance(raw, bytes) else " ".join(map(str, raw)).encode()
        if b"DEADLY" in words:
            os._exit(1)
        if b"GREEDY" in words:
            raise MemoryError
        if b"BUGGY" in words:
            raise KeyError("bug")
        if b"ONCE" in words and not (HERE / "tried").exists():
            (HERE / "tried").touch()
            os._exit(1)
        return read(raw, *more)
    return reads
"""


def mails(*words: str) -> bytes:
    return b"".join(
        f"From a@x.example Sat Dec 14 16:20:0{n} 2024\nFrom: a@x.example\nMessage-ID: <{n}@x>\n"
        f"Subject: Mail {n}\n\n{word} The ferry did not leave on day {n}.\n\n".encode()
        for n, word in enumerate(words, 1)
    )


def table(*words: str) -> bytes:
    lines = [f"Row {n},{word} The bridge was shut on day {n}." for n, word in enumerate(words, 1)]
    return "\n".join(["Title,Text", *lines]).encode()


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Readers that really end on some words, and may write to say that they did."""
    (tmp_path / "deadly_readers.py").write_text(DEADLY)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(importer, "_ENTRY", "deadly_readers:serve")
    monkeypatch.setattr(importer, "_CONFINE", None)


pytestmark = pytest.mark.usefixtures("children_do_not_run_pytest")


def titles(library: Library) -> list[str]:
    return sorted(article.title for article in held(library))


@pytest.mark.usefixtures("deadly")
def test_records_that_end_their_reader_are_left_out_and_the_rest_is_read(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = tmp_path / "box.mbox"
    box.write_bytes(mails("", "DEADLY", "ONCE", "GREEDY", "", "BUGGY", ""))
    (entry,) = import_paths(library, [box], jobs=1)
    assert titles(library) == ["Mail 1", "Mail 3", "Mail 5", "Mail 7"]
    assert (entry.verdict, entry.code, entry.needs_you) == ("partly", "lost-records", False)
    assert entry.message == (
        "4 new articles. 3 records ended their readers and were left out (2, 4, 6)."
    )
    _, *lost = rows(library)
    assert [(row.file, row.verdict, row.code, row.needs_you) for row in lost] == [
        (f"{box} » record {n}", "refused", "lost-record", True) for n in (2, 4, 6)
    ]
    assert lost[0].message.startswith("Record 2 ended its reader (the reader stopped in the middle")
    with library.read() as reading:
        assert ledger.totals(reading).files == 1
        assert ledger.totals(reading).needs_you == 3

    # Another day no reader dies of it: the record alone is read, and needs nobody any more.
    monkeypatch.setattr(importer, "_ENTRY", "workstation.importing.sandbox:serve")
    (alone,) = again.read_again(library, lost[:1], jobs=1)
    assert alone.message == "“record 2” read again: 1 new article."
    assert titles(library) == ["Mail 1", "Mail 2", "Mail 3", "Mail 5", "Mail 7"]
    with library.read() as reading:
        assert [row.file for row in ledger.needing(reading)] == [row.file for row in lost[1:]]


@pytest.mark.usefixtures("deadly")
def test_an_archive_goes_on_behind_a_record_of_one_of_its_files(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "all.zip"
    packed = zipped({"rows.csv": table("", "DEADLY", "")})
    path.write_bytes(
        zipped(
            {
                "a.mbox": mails("", "BUGGY DEADLY", ""),
                "in.zip": packed,
                "b.txt": b"Ferry stays\n\nNobody was angry at all.",
            }
        )
    )
    (entry,) = import_paths(library, [path], jobs=1)
    assert titles(library) == ["Ferry stays", "Mail 1", "Mail 3", "Row 1", "Row 3"]
    assert (entry.verdict, entry.code, len(entry.articles)) == ("partly", "some-unread", 5)
    told = [(row.file.removeprefix(f"{path} » "), row.verdict) for row in rows(library)[1:]]
    assert told == [
        ("a.mbox » record 2", "refused"),
        ("a.mbox", "partly"),
        ("in.zip » rows.csv » record 2", "refused"),
        ("in.zip » rows.csv", "partly"),
        ("b.txt", "imported"),
    ]


@pytest.mark.usefixtures("deadly")
def test_a_file_whose_every_record_ends_its_reader_is_given_up(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "READER_LOSSES", 2)
    path = tmp_path / "rows.csv"
    path.write_bytes(table("", *["BUGGY"] * 5))
    (entry,) = import_paths(library, [path], jobs=1)
    assert (entry.verdict, entry.code) == ("partly", "reader-failed")
    assert "2 records ended their readers and were left out (2, 3)." in entry.message
    assert titles(library) == ["Row 1"]


def followed(*handed: Handed) -> Losses:
    losses = Losses()
    for one in handed:
        losses.follow(one)
    return losses


NEXT, DRAFT = Handed("mbox 1", place=(1,)), Draft("The ferry left.")


@pytest.mark.parametrize("how", ["stalled", "too-long", "broken", "failed"])
def test_what_was_no_accident_gets_no_second_try(how: Verdict) -> None:
    losses = followed(NEXT)
    (lost,) = losses.take(End(1, how)) or []
    assert (lost.name, lost.how, lost.is_file) == ("record 1", how, False)
    assert (losses.over, losses.unread) == ((1,), ((1,),))


@pytest.mark.parametrize("how", ["crashed", "memory"])
def test_what_may_have_been_an_accident_is_tried_once_more(how: Verdict) -> None:
    losses = followed(NEXT)
    assert losses.take(End(1, how)) == []
    losses.follow(NEXT)
    assert [one.name for one in losses.take(End(1, how)) or []] == ["record 1"]


@pytest.mark.parametrize("how", ["done", "refused", "cancelled"])
def test_a_reading_that_ended_by_itself_is_over(how: Verdict) -> None:
    assert followed(NEXT).take(End(1, how)) is None


def test_nothing_is_lost_where_no_record_was_begun() -> None:
    assert followed().take(End(1, "failed")) is None
    whole = followed(NEXT, Handed("mbox 1", DRAFT, place=(1,)))
    assert whole.take(End(1, "failed")) is None


def test_a_file_in_an_archive_is_to_blame_where_none_of_its_records_is() -> None:
    begun = Handed("", None, "a.mbox", place=(4,))
    inner = Handed("mbox 1", DRAFT, "a.mbox", place=(4, 1))
    losses = followed(begun, Handed("mbox 1", None, "a.mbox", place=(4, 1)), inner)
    (lost,) = losses.take(End(1, "failed")) or []
    assert (lost.name, lost.is_file, losses.over, losses.unread) == ("a.mbox", True, (4,), ())
    over = followed(begun, Handed("mbox 1", None, "a.mbox", Ended(), (4,)))
    assert over.take(End(1, "failed")) is None
