"""What a process does that has Tesseract read one picture of a page after the other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from workstation.errors import Refused
from workstation.importing.hocr import lines_of_page
from workstation.importing.scanned import PageImage, Setup
from workstation.processes import doors

Handler = Callable[[bytes, BinaryIO | None], Iterator[bytes]]


def serve(setup: bytes) -> Handler:
    """Shuts the doors around the program, and returns what answers requests."""
    given = msgspec.msgpack.decode(setup, type=Setup)
    folders = [Path(given.folder)] if given.folder else []
    doors.shut_around(Path(given.program), *folders)
    return partial(recognise, given)


def recognise(setup: Setup, request: bytes, _file: BinaryIO | None) -> Iterator[bytes]:
    """Answers with the lines of a page.

    Raises:
        Refused: Tesseract failed on it.
    """
    page = msgspec.msgpack.decode(request, type=PageImage)
    command = [setup.program, "stdin", "stdout", "--dpi", str(max(70, round(page.dpi)))]
    # More threads would fight with each other, and with the window.
    around = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    if setup.folder:
        around["TESSDATA_PREFIX"] = setup.folder
    done = subprocess.run(  # noqa: S603 - the program that the host found, in front of shut doors
        [*command, "-l", "+".join(setup.languages), "hocr"],
        input=b"P5\n%d %d\n255\n" % (page.width, page.height) + page.grey,
        stdout=subprocess.PIPE,
        env=around,
        # Nothing but that prepares the new process, and no other thread holds what it needs.
        preexec_fn=doors.shut_in_started if sys.platform == "linux" else None,
        check=False,
    )
    if done.returncode:
        raise Refused(
            f"Tesseract ended with code {done.returncode}.",
            "Try it on another machine, or with another scan.",
            code="reader-failed",
        )
    found = lines_of_page(done.stdout.decode("utf-8", "replace"), page.width, page.height, page.dpi)
    yield msgspec.msgpack.encode(found)
