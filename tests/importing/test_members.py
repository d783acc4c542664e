from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import stat
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from tests.importing.conftest import mutated
from workstation import limits
from workstation.errors import Refused
from workstation.importing.members import Budget, Member, is_archive, members_of

Parts = dict[str, bytes]


def zipped(parts: Parts, way: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", way) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(parts: Parts, mode: str = "w") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in parts.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return file.getvalue()


def members(raw: bytes, name: str = "x.zip", budget: Budget | None = None) -> list[Member]:
    return list(members_of(io.BytesIO(raw), name, budget or Budget()))


def contents(raw: bytes, name: str = "x.zip") -> Parts:
    return {member.name: member.file().read() for member in members(raw, name)}


PARTS = {"a.txt": b"The ferry stayed.", "folder/b.txt": b"Nobody was angry." * 99}


@pytest.mark.parametrize("mode", ["zip", "w", "w:gz", "w:bz2", "w:xz"])
def test_files_are_found_in_their_order(mode: str) -> None:
    raw = zipped(PARTS) if mode == "zip" else tarred(PARTS, mode)
    assert is_archive(io.BytesIO(raw))
    assert contents(raw, "x.tgz") == PARTS


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize(("name", "inner"), [("mails.mbox.gz", "mails.mbox"), ("mails", "mails")])
def test_a_file_packed_by_itself_is_one(
    pack: Callable[[bytes], bytes], name: str, inner: str
) -> None:
    ending = {gzip.compress: ".gz", bz2.compress: ".bz2", lzma.compress: ".xz"}[pack]
    words = random.Random(7).randbytes(700_000)  # noqa: S311 - the same bytes in each run
    assert contents(pack(words), name.replace(".gz", ending)) == {inner: words}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../evil.txt", "evil.txt"),
        ("/etc/passwd", "etc/passwd"),
        ("a\\..\\..\\b.txt", "a/b.txt"),
        ("C:\\x.txt", "C:/x.txt"),
        ("con.txt", "con.txt"),
        ("\u202egnp.txt", "gnp.txt"),
        ("x" * 900 + ".txt", None),
        ("Паром.txt", "Паром.txt"),
    ],
)
def test_names_are_only_told(name: str, shown: str | None) -> None:
    for raw in (zipped({name: b"x"}), tarred({name: b"x"})):
        (member,) = members(raw)
        assert len(member.name) <= limits.NAME_CHARACTERS
        assert shown is None or member.name == shown


def test_names_of_old_programs_are_guessed() -> None:
    raw = zipped({"AAAAAAAAA.txt": b"x"}).replace(b"AAAAAAAAA", "Überfahrt".encode("cp1252"))
    (member,) = members(raw)
    assert member.name == "Überfahrt.txt"


def test_what_nobody_keeps_is_left_out() -> None:
    raw = zipped({"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "~$a.docx": b"x", **PARTS})
    assert contents(raw) == PARTS


def test_links_are_refused_and_never_followed() -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    entry = tarfile.TarInfo("link")
    entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
    other = io.BytesIO()
    with tarfile.open(fileobj=other, mode="w") as tar:
        tar.addfile(entry)
    for raw in (file.getvalue(), other.getvalue()):
        (member,) = members(raw)
        with pytest.raises(Refused, match="link"):
            member.file().read()


def test_a_locked_file_does_not_lock_the_others() -> None:
    raw = bytearray(zipped(PARTS))
    # The first bit of the flags, in the member's own header and in the directory.
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    locked, free = members(bytes(raw))
    assert locked.refusal is not None
    assert locked.refusal.code == "encrypted"
    assert free.file().read() == PARTS["folder/b.txt"]


@pytest.mark.parametrize("kind", ["zip", "gz"])
def test_a_bomb_is_refused_and_what_stands_beside_it_is_not(kind: str) -> None:
    bomb = bytes(30 << 20)
    raw = zipped({"bomb.txt": bomb, **PARTS}) if kind == "zip" else gzip.compress(bomb)
    first, *rest = members(raw, "x.gz")
    assert first.refusal is not None
    assert first.refusal.code == "too-large"
    assert len(rest) == (2 if kind == "zip" else 0)


def test_an_archive_that_lists_too_many_files_is_refused_at_once() -> None:
    raw = zipped({f"{n}.txt": b"x" * 30 for n in range(9)})
    with pytest.raises(Refused, match="more than"):
        next(members_of(io.BytesIO(raw), "x", Budget(members=8)))


@pytest.mark.parametrize(
    ("budget", "kind"),
    [(Budget(size=100), "zip"), (Budget(size=100), "tar"), (Budget(members=3), "tar")],
)
def test_too_much_ends_the_reading(budget: Budget, kind: str) -> None:
    parts = {f"{n}.txt": b"x" * 30 for n in range(9)}
    raw = zipped(parts) if kind == "zip" else tarred(parts)
    coming = members_of(io.BytesIO(raw), "x", Budget(budget.members, budget.size))
    assert len(list(islice(coming, 3))) == 3
    with pytest.raises(Refused, match="more than"):
        next(coming)


def test_a_giant_that_is_only_announced_ends_the_reading() -> None:
    entry = tarfile.TarInfo("giant")
    entry.size = 1 << 40
    with pytest.raises(Refused, match="more than"):
        members(entry.tobuf() + bytes(4_096))


@pytest.mark.parametrize("share", [0.2, 0.6, 0.9])
@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_an_archive_that_was_cut_off_is_refused_as_damaged(share: float, mode: str) -> None:
    raw = tarred({"a.bin": bytes(range(256)) * 400}, mode)
    with pytest.raises(Refused, match="damaged"):
        members(raw[: int(share * len(raw))])


def test_only_the_records_of_a_packed_web_archive_are_read() -> None:
    raw = zipped({"datapackage.json": b"{}", "pages/pages.jsonl": b"{}", "archive/a.warc.gz": b"x"})
    assert set(contents(raw)) == {"archive/a.warc.gz"}


@pytest.mark.parametrize("mode", ["zip", "w", "w:gz"])
def test_damage_is_refused(mode: str) -> None:
    raw = zipped(PARTS) if mode == "zip" else tarred(PARTS, mode)
    chance = random.Random(mode)  # noqa: S311 - the same damage in each run
    for _ in range(300):
        bad = mutated(raw, chance)
        try:
            if is_archive(io.BytesIO(bad)):
                members(bad)
        except Refused:
            continue


def test_an_archive_that_swells_in_small_members_is_left_in_time() -> None:
    # Each may pack to anything, being small; all together they may not.
    raw = zipped({f"{n}.txt": b"a" * 1_000_000 for n in range(60)})
    budget = Budget.of(io.BytesIO(raw))
    read: list[Member] = []
    with pytest.raises(Refused, match="times its own size"):
        read += members_of(io.BytesIO(raw), "x.zip", budget)
    honest = zipped({f"{n}.txt": f"Ferry {n}.".encode() * 500 for n in range(60)})
    assert len(members(honest, budget=Budget.of(io.BytesIO(honest)))) == 60


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not bounded there")
def test_a_member_that_asks_for_gigabytes_is_refused_and_the_others_are_read() -> None:
    raw = bytearray(zipped({"a.txt": b"Keys.", "b.txt": b"The ferry stayed."}, zipfile.ZIP_LZMA))
    # The size of the dictionary stands behind the version, the length and the first property.
    at = raw.index(b"a.txt") + len("a.txt") + 5
    raw[at : at + 4] = b"\xf0\xff\xff\xff"
    asked = "import io, resource; from workstation.importing.members import *; "
    asked += "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)); "
    asked += f"found = list(members_of(io.BytesIO({bytes(raw)!r}), 'x.zip', Budget())); "
    asked += "print(found[0].refusal.code, found[1].content)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout == "too-large b'The ferry stayed.'\n"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_long_file_packed_by_itself_is_unpacked_as_it_is_read(
    pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_STREAM_BYTES", 100_000)
    words = random.Random(7).randbytes(700_000)  # noqa: S311 - the same bytes in each run
    (member,) = members(pack(words), "x.mbox.gz")
    file = member.file()
    assert (member.content, file.read()) == (b"", words)
    file.seek(650_000)
    assert file.read(10) == words[650_000:650_010]
    file.seek(0)
    assert file.readline() == words[: words.index(b"\n") + 1]
    (whole,) = members(pack(b"%PDF-" + words), "x.pdf.gz")
    assert whole.content == b"%PDF-" + words


def test_a_long_file_is_read_up_to_its_damage_or_to_what_an_archive_may_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_STREAM_BYTES", 100_000)
    words = random.Random(7).randbytes(700_000)  # noqa: S311 - the same bytes in each run
    (cut,) = members(gzip.compress(words)[:-100_000], "x.gz")
    file = cut.file()
    assert file.read(300_000) == words[:300_000]
    with pytest.raises(Refused, match="damaged"):
        file.read()
    (much,) = members(gzip.compress(words), "x.gz", Budget(size=400_000))
    file = much.file()
    assert file.read(200_000) == words[:200_000]
    with pytest.raises(Refused, match="far more"):
        file.read()


def test_a_long_mailbox_needs_no_more_memory_than_a_mail(tmp_path: Path) -> None:
    mail = (
        b"From a@x.example Sat Dec 14 16:20:00 2024\nSubject: Ferry\nMessage-ID: <%d@x>\n\n"
        b"The ferry stayed in the harbour.\n\n"
    )
    path = tmp_path / "long.mbox.gz"
    with gzip.open(path, "wb", 1) as packed:
        filling = random.Random(7).randbytes(1 << 20).hex().encode()  # noqa: S311 - repeatable
        for n in range(45):
            packed.write(mail % n + filling + b"\n\n")
    script = (
        "import resource, sys\n"
        "from workstation.importing.members import Budget, members_of\n"
        "file = open(sys.argv[1], 'rb')\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "member, = members_of(file, 'long.mbox.gz', Budget.of(file))\n"
        "inside = member.file()\n"
        "size = sum(map(len, iter(lambda: inside.read(1 << 16), b'')))\n"
        "print(size >> 20, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    size, grown = map(int, done.stdout.split())
    assert size == 90
    assert grown < 80
