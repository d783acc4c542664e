"""A program of its own with a crew: says its children's pids, then lets them hang."""

from __future__ import annotations

from threading import Thread

from workstation.processes.crew import Crew
from workstation.processes.requests import Part, Request


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201 - this is how it talks to the test


def ask_for_pids(crew: Crew) -> None:
    asked = (Request(key, b"pid") for key in range(2))
    for outcome in crew.run(asked):
        if isinstance(outcome, Part):
            say(outcome.payload.decode())


def main() -> None:
    with Crew("child_entries:obey", workers=2) as crew:
        # The thread that starts the children ends at once: they have to survive that.
        first = Thread(target=ask_for_pids, args=(crew,))
        first.start()
        first.join()
        list(crew.run(Request(key, b"say warm") for key in range(2)))
        say(*crew.pids, crew.restarts)
        deeds = [b"hang", b"hang-holding-the-interpreter"]
        for outcome in crew.run(Request(deed, deed) for deed in deeds):
            say(outcome)


if __name__ == "__main__":
    main()
