from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from workstation.domain.article import Draft
from workstation.importing.reader import read_articles, reader_for

Read = Callable[..., list[Draft]]

BODY = (
    "The ferry to the island did not leave on Monday, because the captain had given his keys to "
    "the harbour office and the harbour office had lost them.\n\n"
    "By noon some forty people were sitting on their suitcases. A woman sold tea out of a pram. "
    "Nobody was angry, she said, but everybody was interested.\n\n"
    "The keys were found at four in the afternoon in the pocket of a coat that was hanging in the "
    "post office, two streets away. It was raining by then."
)
"""Three paragraphs that any reader should bring home unchanged."""


@pytest.fixture
def body() -> str:
    return BODY


@pytest.fixture
def read() -> Read:
    """Reads bytes as the file of that name, in this process."""

    def reads(raw: bytes, name: str = "x.txt") -> list[Draft]:
        file = io.BytesIO(raw)
        return [draft for draft in read_articles(reader_for(file, name), file, name) if draft]

    return reads


@pytest.fixture
def read_one(read: Read) -> Callable[..., Draft]:
    """The same, for files with exactly one article."""

    def reads(raw: bytes, name: str = "x.txt") -> Draft:
        (draft,) = read(raw, name)
        return draft

    return reads


@pytest.fixture
def children_do_not_run_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    # A spawned child runs the main module of its parent first, here that of the test runner.
    main = sys.modules["__main__"]
    monkeypatch.setattr(main, "__spec__", None)
    monkeypatch.delattr(main, "__file__", raising=False)
