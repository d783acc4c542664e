"""What a reader process may do: read the one file it was given, and answer."""

from __future__ import annotations

import os

# One thread of numbers is enough for guessing a language, and each more maps memory.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# These come after it: numpy reads that when it is first imported.
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from workstation.domain.encoding import ENCODINGS, decode, read_as
from workstation.importing import profiles
from workstation.importing.answering import answers
from workstation.importing.handed import decode_wanted
from workstation.importing.language import identifier
from workstation.importing.outlets import outlet_of
from workstation.importing.page import draft_of_page
from workstation.importing.reader import all_readers, read_articles, reader_for

Handler = Callable[[bytes, BinaryIO | None], Iterator[bytes]]

_WARM_UP = (
    "<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>"
    + "<p>The ferry was late again on Monday, and nobody on the quay was surprised by it.</p>" * 4
    + "</article></body></html>"
)
_FEED = "<rss version='2.0'><channel><item><title>Ferry</title></item></channel></rss>"


def serve(setup: bytes) -> Handler:
    """Loads all readers and their models, and returns what answers requests.

    `setup` are the saved mappings of columns.
    """
    all_readers()
    identifier()
    # Libraries load parts of themselves at the first use, which has to be before confinement.
    outlet_of("Ferry", "")
    draft_of_page(_WARM_UP.encode(), "warm-up.html")
    decode("Übergroße Fähren fahren für müde Männer. ".encode("cp1252") * 9)
    for encoding in ENCODINGS:
        with read_as(encoding):
            decode(b"Ferry")
    feed = io.BytesIO(_FEED.encode())
    list(read_articles(reader_for(feed, "warm-up.xml"), feed, "warm-up.xml"))
    return partial(read, profiles.decode(setup))


def read(
    known: tuple[profiles.Profile, ...], request: bytes, file: BinaryIO | None
) -> Iterator[bytes]:
    """Answers one request with the articles of its file; `known` are the saved mappings.

    Raises:
        Refused: no article can be read, or no further one.
    """
    if file is None:
        raise ValueError("a request to read comes with a file")
    yield from answers(file, replace(decode_wanted(request), profiles=known))
