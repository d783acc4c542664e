"""What a packed file may hold, looked at before anything is unpacked."""

from __future__ import annotations

from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from workstation import limits
from workstation.errors import Refused


def check_archive(file: BinaryIO) -> frozenset[str]:
    """The names in an archive whose members may be unpacked; the file is rewound.

    No more is unpacked than a member declares, so its declarations can be relied on.

    Raises:
        Refused: the archive is damaged, encrypted, or would unpack to too much.
    """
    try:
        with ZipFile(file) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise damaged() from error
    whole = file.seek(0, 2)
    file.seek(0)
    if any(member.compress_size > whole for member in members):
        raise damaged()
    if any(member.flag_bits & 1 for member in members):
        raise encrypted()
    if (
        len(members) > limits.ARCHIVE_MEMBERS
        or sum(member.file_size for member in members) > limits.ARCHIVE_BYTES
        or any(_too_much(member) for member in members)
    ):
        raise Refused(
            "The file would unpack to far more than a document holds.",
            "If you trust it, open it in the program it was made with and save it as text.",
            code="too-large",
        )
    return frozenset(member.filename for member in members)


def unpacked(archive: ZipFile, member: ZipInfo) -> bytes:
    """What is in a member, never more than it declares: `ZipFile.read` would cut that off after.

    Raises:
        BadZipFile: it holds something else than it declares; other errors are those of the packing.
    """
    with archive.open(member) as packed:
        return packed.read(member.file_size)


def _too_much(member: ZipInfo) -> bool:
    if member.file_size <= limits.ARCHIVE_RATIO_FROM_BYTES:
        return False
    packed = max(1, member.compress_size)
    return (
        member.file_size > limits.ARCHIVE_MEMBER_BYTES
        or member.file_size > limits.ARCHIVE_RATIO * packed
    )


def damaged() -> Refused:
    """The refusal of a file that is cut off or broken."""
    return Refused(
        "The file is damaged or was cut off.", "Copy or download it again.", code="damaged"
    )


def encrypted() -> Refused:
    """The refusal of a file that is locked by a password."""
    return Refused(
        "The file is protected by a password.",
        "Open it in the program it was made with and save it without one.",
        code="encrypted",
    )
