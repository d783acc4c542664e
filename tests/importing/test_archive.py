from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest

from workstation import limits
from workstation.errors import Refused
from workstation.importing.archive import check_archive, unpacked


def packed(members: dict[str, bytes]) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    file.seek(0)
    return file


def test_an_ordinary_archive_passes_and_is_rewound() -> None:
    file = packed({"a.xml": b"<a/>", "b.xml": b"<b/>"})
    assert check_archive(file) == {"a.xml", "b.xml"}
    assert file.tell() == 0


def test_a_member_that_unpacks_to_far_more_is_refused() -> None:
    with pytest.raises(Refused, match="unpack") as refused:
        check_archive(packed({"bomb.xml": bytes(20 << 20)}))
    assert refused.value.code == "too-large"


def test_a_small_member_may_pack_to_anything() -> None:
    check_archive(packed({"spaces.xml": b" " * limits.ARCHIVE_RATIO_FROM_BYTES}))


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_MEMBERS", 3)
    with pytest.raises(Refused):
        check_archive(packed({str(n): b"" for n in range(4)}))


def test_too_large_a_sum_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 1_000)
    with pytest.raises(Refused):
        check_archive(packed({str(n): b"x" * 400 for n in range(3)}))


@pytest.mark.parametrize("keep", [0, 10, 0.5, -1])
def test_an_archive_that_was_cut_off_is_refused_as_damaged(keep: float) -> None:
    whole = packed({"a.xml": b"<a/>" * 99}).getvalue()
    cut = whole[: int(len(whole) * keep)] if isinstance(keep, float) else whole[:keep]
    with pytest.raises(Refused, match="damaged") as refused:
        check_archive(io.BytesIO(cut))
    assert refused.value.code == "damaged"


def test_an_encrypted_archive_is_refused_as_protected() -> None:
    raw = bytearray(packed({"a.xml": b"<a/>"}).getvalue())
    # The first bit of the flags, in the member's own header and in the directory.
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Refused, match="password") as refused:
        check_archive(io.BytesIO(bytes(raw)))
    assert refused.value.code == "encrypted"


def test_a_member_that_holds_more_than_it_declares_is_not_unpacked_first() -> None:
    raw = bytearray(packed({"a.txt": bytes(100 << 20)}).getvalue())
    for at in (22, raw.index(b"PK\x01\x02") + 24):
        raw[at : at + 4] = (100).to_bytes(4, "little")
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive:
        tracemalloc.start()
        with pytest.raises(zipfile.BadZipFile):
            unpacked(archive, archive.getinfo("a.txt"))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert most < 1 << 20
