"""Keeps the image of an open library: built beside all other work, and current after each write."""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from time import monotonic
from typing import Any, Final

import sqlalchemy as sa

from workstation.errors import WorkstationError
from workstation.library.columns import building, stored, touching
from workstation.library.columns import generation as generations
from workstation.library.columns.generation import Generation
from workstation.library.columns.image import Change, Image
from workstation.library.engine import forget_columns

_PATIENCE: Final = 10.0
"""Seconds that a question waits for the image: to be answered without it may take as long."""
_AGAIN: Final = 30.0
"""Seconds between two readings of a library that another program writes to."""

_NO_IMAGE: Final = (ValueError, TypeError, OverflowError, MemoryError)
"""What is raised where a stranger's tables hold what no image can be made of."""

Begin = Callable[[], AbstractContextManager[sa.Connection]]


class Keeper:
    """The image of one library on SQLite; a server counts for itself."""

    def __init__(self, begin: Begin, file: Path, *, writes: bool) -> None:
        """A keeper of images, which it stores in `file` where the library can be written to."""
        self._begin = begin
        self._file = file
        self._writes = writes
        self._image: Image | None = None
        self._former: Image | None = None
        self._missed: list[Change | None] = []
        self._wanted = self._works = self._closing = False
        self._stored: Generation | None = None
        self._began = 0.0
        self._thread: threading.Thread | None = None
        self._asked: Any = None
        self._told = threading.Condition()
        self._disk = threading.Lock()

    def start(self) -> None:
        """Begins to keep the image."""
        self._wanted = True
        self._build()

    def close(self) -> None:
        """Ends the building, and stores the image for the next time."""
        with self._told:
            self._closing = True
            image, self._image = self._image, None
            if self._asked is not None:
                self._asked.interrupt()
            self._told.notify_all()
        if self._thread is not None:
            self._thread.join()
        if image is not None:
            with self._disk:
                self._store(image)

    def discard(self) -> None:
        """Builds the image anew from what is left, and removes the one on disk."""
        # Whoever stores one just now is waited for, and who would store a former one finds it gone.
        with self._told:
            self._image = self._former = None
        with self._disk:
            forget_columns(self._file.parent)
        self.tell([None])

    def image(self, connection: sa.Connection) -> Image | None:
        """The image of what the connection's transaction sees; None where SQL has to answer."""
        if not self._wanted:
            return None
        now = generations.of(connection)
        with self._told:
            # It is being built, or a write that was just done is being told of.
            self._told.wait_for(lambda: self._is_settled(now), _PATIENCE)
            found = self._of(now)
            again = not self._writes and monotonic() - self._began > _AGAIN
            if found is None and again:
                self._former, self._image = self._image, None
        if found is None and again:
            self._build()
        return found

    def _of(self, now: Generation) -> Image | None:
        kept = (one for one in (self._image, self._former) if one is not None)
        return next((one for one in kept if one.generation == now), None)

    def _is_settled(self, now: Generation) -> bool:
        """Whether waiting longer brings no image of this generation."""
        if self._of(now) is not None:
            return True
        if self._image is None:
            return not self._works
        return not self._writes or self._image.generation.number >= now.number

    # Writes -----------------------------------------------------------------------------------

    def watch(self, connection: sa.Connection) -> bool:
        """Begins to note what a write touches, if anybody will want to know."""
        if self._wanted:
            touching.watch(connection)
        return self._wanted

    def change(
        self, connection: sa.Connection, since: Generation, now: Generation
    ) -> Change | None:
        """What a watched write has changed; None if it is so much that all is better read anew."""
        with suppress(*_NO_IMAGE):
            return touching.change(connection, since, now)
        return None

    def tell(self, changes: Sequence[Change | None]) -> None:
        """Brings the image up to what was written; None is what cannot be told."""
        with self._told:
            if not changes or not self._wanted or self._closing:
                return
            if self._image is None:
                self._missed += changes
            else:
                self._former, self._image = self._image, _followed(self._image, changes)
            self._told.notify_all()
        if self._image is None:
            self._build()

    # Building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        with self._told:
            if not self._closing and not self._works:
                self._began = monotonic()
                self._works = True
                self._thread = threading.Thread(target=self._read, name="columns", daemon=True)
                self._thread.start()

    def _read(self) -> None:
        # Of a library that went away they hear who ask it something.
        with suppress(WorkstationError, sa.exc.SQLAlchemyError, sqlite3.Error, *_NO_IMAGE):
            try:
                while self._goes_on():
                    self._renew()
            except BaseException:
                self._ends()
                raise

    def _renew(self) -> None:
        found = self._found()
        with self._told:
            self._image, self._former = _followed(found, self._missed), None
            self._told.notify_all()
        with self._disk:
            # One that was overtaken may name what was erased meanwhile.
            if self._image is found:
                self._store(found)

    def _goes_on(self) -> bool:
        with self._told:
            self._missed = []
            if self._closing or self._image is not None:
                self._ends()
            return self._works

    def _ends(self) -> None:
        with self._told:
            self._works = False
            self._told.notify_all()

    def _found(self) -> Image:
        with self._begin() as connection:
            self._asked = connection.connection.dbapi_connection
            try:
                generation = generations.of(connection)
                found = stored.load(self._file, generation)
                if found is not None:
                    self._stored = generation
                    return found
                return building.build(connection, generation)
            finally:
                self._asked = None

    def _store(self, image: Image) -> None:
        if self._writes and image.generation != self._stored:
            self._stored = image.generation
            stored.store(self._file, image.compact())


def _followed(image: Image, changes: Sequence[Change | None]) -> Image | None:
    """The image after all of the changes that came later; None where one is missing."""
    expected = image.generation
    for change in changes:
        if change is None:
            return None
        if change.since == image.generation:
            image = image.changed(change)
        expected = change.generation
    return image if image.generation == expected else None
