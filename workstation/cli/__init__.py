"""The command line: every verb of the program.

Each verb imports its rooms inside itself: starting stays light, and a worker process, which runs
this file again, carries neither the window nor the store.
"""

import sys
from collections.abc import Sequence

from workstation.cli.interrupts import Interrupts


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one verb and returns the exit code.

    0 done; 1 an error with words; 2 wrong usage; 3 done, but some inputs were refused; 70 a bug;
    130 stopped by Ctrl-C.
    """
    # First of all: whoever presses Ctrl-C while the rest is imported gets no traceback.
    interrupts = Interrupts(ours=argv is None)
    from workstation.cli.running import run

    return run(sys.argv[1:] if argv is None else argv, interrupts)
