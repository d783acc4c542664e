"""Running one verb: from words to an exit code."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from workstation.cli import streams
from workstation.cli.interrupts import STOPPED, Interrupts
from workstation.cli.parser import parser
from workstation.cli.streams import ReaderGone, complain
from workstation.cli.telling import is_library
from workstation.cli.verbs import VERBS
from workstation.errors import WorkstationError

DONE, FAILED, USAGE, BUG = 0, 1, 2, 70

# A slip of the keyboard must not be taken for a file of that name.
_NO_VERBS_YET = ("backup", "restore")


def run(words: Sequence[str], interrupts: Interrupts) -> int:
    """Runs the verb that the words name and returns the exit code."""
    try:
        with interrupts.ended_well():
            streams.prepare()
            with streams.logged():
                code = _checked(words)
    except KeyboardInterrupt:
        complain("workstation: Stopped. What was done before is kept.")
        return STOPPED
    # An interrupt gets lost where nothing can be raised, as in a destructor.
    return STOPPED if interrupts.asked and code == DONE else code


def _checked(words: Sequence[str]) -> int:
    try:
        return _outcome(words)
    except ReaderGone:
        return DONE
    except WorkstationError as error:
        complain(f"workstation: {error.sentence}")
        return USAGE if error.code == "usage" else FAILED
    except Exception as error:  # noqa: BLE001 - the last one to hear of a bug
        return _bug(error)


def _outcome(words: Sequence[str]) -> int:
    try:
        arguments = parser().parse_args(_with_verb(words))
    except SystemExit as left:
        # Help was printed, or what is wrong with the words.
        streams.finish()
        return int(left.code or DONE)
    _expect_folder()
    code: int = arguments.run(arguments)
    streams.finish()
    return code


def _with_verb(words: Sequence[str]) -> list[str]:
    """The words with the verb that may be left out.

    Raises:
        WorkstationError: the first word is neither a verb nor anything to open.
    """
    if not words:
        return ["open"]
    first = words[0]
    if first in VERBS or first.startswith("-"):
        return list(words)
    if first in _NO_VERBS_YET:
        raise _no("verb", first)
    if not is_library(first) and not os.path.lexists(first):
        raise _no("verb or file", first, *get_close_matches(first, VERBS, 1))
    return ["open", *words]


def _no(what: str, word: str, *meant: str) -> WorkstationError:
    advice = [f"Did you mean “{near}”?" for near in meant]
    return WorkstationError(
        f"There is no {what} “{word}”.",
        *(advice or ["`workstation --help` lists the verbs."]),
        code="usage",
    )


def _expect_folder() -> None:
    try:
        Path.cwd()
    except OSError as error:
        raise WorkstationError(
            "The folder you are in is gone.", "Change to another one and try again."
        ) from error


def _bug(error: Exception) -> int:
    log = streams.write_down(f"A bug:\n{streams.frames(error)}")
    details = f"The details are in {log}." if log else "The log could not be written."
    complain(f"workstation: This should not have happened. What was done before is kept. {details}")
    return BUG
