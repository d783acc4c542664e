"""The lock that lets one program at a time write to a library, and names its holder."""

import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa
from filelock import FileLock, Timeout
from sqlalchemy.exc import DatabaseError

from workstation.errors import LibraryLocked, Unwritable
from workstation.library import engine


class Lock:
    """A lock on the folder of a library.

    The operating system drops it with the process that holds it, so a killed program leaves
    nothing behind; who holds it stands beside it in `holder.json`.
    """

    def __init__(self, folder: Path, wait_seconds: float) -> None:
        """Take the lock.

        Raises:
            LibraryLocked: somebody else keeps it.
            Unwritable: the folder takes no lock.
        """
        self._holder = folder / "holder.json"
        # A library is opened by one thread of a window and closed by another.
        self._lock = FileLock(folder / "lock", timeout=wait_seconds, thread_local=False)
        try:
            self._lock.acquire()
            self._holder.write_text(json.dumps(_ourselves()), encoding="utf-8")
        except Timeout as error:
            raise LibraryLocked(
                f"“{folder.name}” is in use by {_said_by(self._holder)}.",
                "Close it there, or wait until it is done.",
            ) from error
        except OSError as error:
            self.release()
            raise Unwritable(
                f"The library “{folder}” cannot be locked: {error.strerror}.",
                "Make room on the disk, or copy the library to a folder you may write to.",
            ) from error

    def release(self) -> None:
        """Gives the lock back, if it is still held."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._holder.unlink(missing_ok=True)
            self._lock.release()


class ServerLock(Lock):
    """The same for a library on a database server, kept by one open session of it."""

    _KEY = 0x4D574C42

    def __init__(self, url: sa.URL) -> None:
        """Take the lock.

        Raises:
            LibraryLocked: somebody else keeps it.
        """
        us = _ourselves()
        name = f"{us['program']} on {us['host']}"[:63]
        self._engine = engine.connect_server(url, application_name=name)
        try:
            self._session = self._engine.connect()
        except DatabaseError as error:
            self._engine.dispose()
            raise engine.cannot_open(str(url), error) from error
        if not self._session.scalar(sa.select(sa.func.pg_try_advisory_lock(self._KEY))):
            holder = self._session.scalar(_HOLDER, {"key": self._KEY})
            self.release()
            raise LibraryLocked(
                f"The library is in use by {holder or 'another program'}.",
                "Close it there, or wait until it is done.",
            )
        self._session.commit()

    def release(self) -> None:
        """Gives the lock back."""
        self._session.close()
        self._engine.dispose()


_HOLDER = sa.text(
    "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid) "
    "WHERE locktype = 'advisory' AND objid = :key AND granted LIMIT 1"
)


def lock_of(where: str, wait_seconds: float) -> Lock:
    """The lock of a library, taken.

    Raises:
        LibraryLocked: somebody else keeps it.
    """
    if engine.is_url(where) and not where.startswith("sqlite"):
        return ServerLock(sa.make_url(where))
    return Lock(engine.folder_of(where), wait_seconds)


def _ourselves() -> dict[str, str | int]:
    verb = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    return {
        "program": f"Media Workstation {verb}".strip(),
        "host": socket.gethostname(),
        "pid": os.getpid(),
    }


def _said_by(holder: Path) -> str:
    try:
        said = json.loads(holder.read_text(encoding="utf-8"))
        return f"{said['program']} on {said['host']} (process {said['pid']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another program"
