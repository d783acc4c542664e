"""The command line: every verb of the program.

Each verb imports its rooms inside itself: starting stays light, and a worker process, which runs
this file again, carries neither the window nor the store.
"""

import logging
import sys
from collections.abc import Sequence

from workstation.cli.parser import parser
from workstation.cli.verbs import VERBS
from workstation.errors import WorkstationError

DONE, FAILED, USAGE, SOME_REFUSED, BUG, STOPPED = 0, 1, 2, 3, 70, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one verb and returns the exit code.

    0 done; 1 an error with words; 2 wrong usage; 3 done, but some inputs were refused; 70 a bug;
    130 stopped by Ctrl-C.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or (words[0] not in VERBS and not words[0].startswith("-")):
        words = ["open", *words]
    arguments = parser().parse_args(words)
    try:
        code: int = arguments.run(arguments)
    except WorkstationError as error:
        print(f"workstation: {error.sentence}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("workstation: Stopped. What was done before is kept.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # The reader of a pipe, such as `head`, has had enough.
        sys.stderr.close()
        return DONE
    except Exception as error:  # noqa: BLE001 - the last one to hear of a bug
        return _bug(error)
    return code


def _bug(error: Exception) -> int:
    from workstation.settings import state_folder

    log = state_folder() / "workstation.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=log, encoding="utf-8")
    logging.getLogger("workstation").error("a bug", exc_info=error)
    print(
        f"workstation: This should not have happened. What was done before is kept. "
        f"The details are in {log}.",
        file=sys.stderr,
    )
    return BUG
