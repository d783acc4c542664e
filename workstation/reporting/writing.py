"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import socket
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from workstation.errors import Unwritable
from workstation.limits import LEFTOVER_SECONDS

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
        _clear(place)
        unfinished = place.with_name(f"{_marked(place)}{os.getpid()}-{token_hex(6)}.part")
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


def _marked(place: Path) -> str:
    # Process numbers mean something on one machine only.
    whose = f"{socket.gethostname()}/{place.name}"
    return f".{sha256(os.fsencode(whose)).hexdigest()[:16]}-"


def _clear(place: Path) -> None:
    """Removes what killed programs left beside the target when they wrote to it."""
    ours = re.compile(re.escape(_marked(place)) + r"(\d{1,10})-[0-9a-f]{12}\.part")
    with suppress(OSError):
        for path in place.parent.iterdir():
            named = ours.fullmatch(path.name)
            if named and (_is_old(path) or not _may_live(int(named[1]))):
                path.unlink(missing_ok=True)


def _is_old(path: Path) -> bool:
    return time.time() - path.stat().st_mtime > LEFTOVER_SECONDS


def _may_live(process: int) -> bool:
    if sys.platform == "win32":
        # There, asking by a signal would end the process.
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


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
