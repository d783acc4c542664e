"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from workstation.errors import Unwritable

_REASONS = {
    errno.ENOSPC: ("the disk is full", "Make room, or choose another place."),
    errno.EDQUOT: ("your share of the disk is used up", "Make room, or choose another place."),
    errno.EFBIG: ("the file would be larger than this place allows", "Choose another place."),
    errno.ENOENT: ("there is no such folder", "Create the folder first, or choose another."),
    errno.ENOTDIR: ("a part of its path is not a folder", "Choose another place."),
    errno.EISDIR: ("a folder stands there", "Choose another name."),
    errno.EACCES: ("it is open elsewhere, or you may not write there", "Choose another name."),
    errno.EPERM: ("you may not write there", "Choose another place."),
    errno.EROFS: ("that place can only be read", "Choose another place."),
    errno.ENAMETOOLONG: ("the name is too long", "Choose a shorter name."),
}


def write_whole(target: Path, parts: Iterable[bytes]) -> None:
    """Writes the parts to a file beside the target, which then takes the target's place.

    Nothing changes at the target until all parts are written and on the disk. The first part is
    asked for only after the folder has proved to be writable.

    Raises:
        Unwritable: the target cannot be written; what stood there before still stands there.
    """
    with _words_for(target):
        # A link keeps pointing where it points; the file that it means is replaced.
        place = target.resolve()
        if place.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        unfinished = place.with_name(f".{token_hex(6)}.part")
        file = unfinished.open("xb")
    try:
        for part in parts:
            with _words_for(target):
                file.write(part)
        with _words_for(target):
            file.flush()
            os.fsync(file.fileno())
            file.close()
            unfinished.replace(place)
            _settle(place.parent)
    except BaseException:
        # Closing tries once more to write what did not fit.
        with suppress(OSError):
            file.close()
        with suppress(OSError):
            unfinished.unlink()
        raise


@contextmanager
def _words_for(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        fallback = (error.strerror or type(error).__name__, "Choose another place.")
        reason, advice = _REASONS.get(error.errno or 0, fallback)
        raise Unwritable(f"“{target}” cannot be written: {reason}.", advice) from error


def _settle(folder: Path) -> None:
    # Windows cannot open a folder, and needs no fsync of it.
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
