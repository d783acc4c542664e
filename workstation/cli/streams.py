"""What the program writes to: standard output, standard error, and the log."""

import io
import logging
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import copy
from pathlib import Path
from typing import TextIO

from workstation.errors import Unwritable
from workstation.limits import LOG_BYTES
from workstation.settings import state_folder

_STDERR = 2


class ReaderGone(Exception):
    """The reader of a pipe, such as `head`, has had enough."""


def prepare() -> None:
    """Makes sure that there are streams, and that no letter is too foreign for them."""
    # A stream that was closed would be taken by the next file that is opened.
    while (number := os.open(os.devnull, os.O_RDWR)) <= _STDERR:
        os.set_inheritable(number, True)
    os.close(number)
    nowhere = Path(os.devnull)
    # Written to in vain: whoever prints to it gets an error, and not silence.
    sys.stdout = sys.stdout or nowhere.open("r", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(words: str) -> None:
    """Prints a line.

    Raises:
        ReaderGone: nobody reads any more.
        Unwritable: the output takes no more.
    """
    with _words_for_output():
        print(words)


def say_utf8(words: str) -> None:
    """Prints a line in UTF-8, whatever the terminal speaks.

    Raises:
        ReaderGone, Unwritable: as `say`.
    """
    with _words_for_output():
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        print(words)


def finish() -> None:
    """Sends off what was printed.

    Raises:
        ReaderGone, Unwritable: as `say`.
    """
    with _words_for_output():
        sys.stdout.flush()


def complain(words: str) -> None:
    """Prints a line to standard error; there is nobody to tell if that fails."""
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:
        _give_up(sys.stderr)


@contextmanager
def _words_for_output() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        _give_up(sys.stdout)
        raise ReaderGone from error
    except OSError as error:
        _give_up(sys.stdout)
        reason = error.strerror or "it is closed"
        raise Unwritable(
            f"The output cannot be written: {reason}.", "Send it elsewhere."
        ) from error


def _give_up(stream: TextIO) -> None:
    # What is left in the buffer would be tried once more when the program ends.
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@contextmanager
def logged() -> Iterator[None]:
    """Sends what rooms and their children log to the log, and none of it to the terminal."""
    log = _Log(logging.WARNING)
    log.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(log)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(log)


def write_down(words: str) -> Path | None:
    """Adds words to the log and returns where it stands; none if it cannot be written."""
    try:
        log = state_folder() / "workstation.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > LOG_BYTES:
            log.replace(log.with_suffix(".old.log"))
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{words}\n")
    except (OSError, RuntimeError):
        return None
    return log


def frames(error: BaseException) -> str:
    """Where an error came from, without its text, which may quote an article."""
    told: list[str] = []
    known: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in known:
        known.add(id(cause))
        kind = type(cause)
        where = "".join(traceback.format_tb(cause.__traceback__))
        told.append(f"{where}{kind.__module__}.{kind.__qualname__}")
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\nwhich came from\n".join(told)


class _Log(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        """Writes a record down; its exception, if it has one, without the exception's text."""
        error = record.exc_info[1] if record.exc_info else None
        bare = copy(record)
        bare.exc_info = bare.exc_text = None
        words = self.format(bare)
        write_down(words if error is None else f"{words}\n{frames(error)}")
