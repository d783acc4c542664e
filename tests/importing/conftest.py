from __future__ import annotations

import contextlib
import io
import random
import sys
from collections.abc import Callable

import pytest

from workstation.domain.article import Draft
from workstation.errors import Refused
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


FOREIGN = {
    "windows-1251": "Паром не ушёл: капитан потерял ключи.",
    "GBK": "渡轮没有离开，船长丢了钥匙。",
    "Shift_JIS": "船は出なかった。船長が鍵をなくした。",
    "ISO-8859-9": "Feribot kalkmadı, çünkü kaptan anahtarı İskele'de düşürdü.",
}
"""Texts too short to guess their encoding by, which stands before each."""


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
def read_partly() -> Callable[..., tuple[list[Draft], Refused | None]]:
    """The articles of a file, and the refusal that ended it, if one did."""

    def reads(raw: bytes, name: str = "x.txt") -> tuple[list[Draft], Refused | None]:
        file, drafts = io.BytesIO(raw), []
        try:
            for draft in read_articles(reader_for(file, name), file, name):
                drafts.extend([draft] if draft else [])
        except Refused as error:
            return drafts, error
        return drafts, None

    return reads


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """The same bytes with some of them changed, lost, doubled, swapped or cut off."""
    bad = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(bad) + 1), chance.choice((1, 1, 2, 8, 64, 512))
        part = bad[at : at + length]
        match chance.randrange(6):
            case 0:
                bad[at : at + length] = chance.randbytes(len(part))
            case 1:
                del bad[at : at + length]
            case 2:
                bad[at:at] = part * chance.randint(1, 50)
            case 3:
                bad[at : at + 1] = chance.choice((b"\x00", b"\xff", b"<", b'"', b"{", b"\n", b"-1"))
            case 4:
                other = chance.randrange(len(bad) + 1)
                bad[other : other + length] = part
            case 5 if chance.random() < 0.3:
                del bad[at:]
    return bytes(bad)


@pytest.fixture
def damage_is_refused(read: Read) -> Callable[..., None]:
    """Whether damaged copies of a file give articles or a refusal, and nothing else."""

    def holds(
        raw: bytes, name: str, *, wrap: Callable[[bytes], bytes] = bytes, times: int = 100
    ) -> None:
        chance = random.Random(name)  # noqa: S311 - the same damage in each run
        for _ in range(times):
            with contextlib.suppress(Refused):
                read(wrap(mutated(raw, chance)), name)

    return holds


@pytest.fixture
def children_do_not_run_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    # A spawned child runs the main module of its parent first, here that of the test runner.
    main = sys.modules["__main__"]
    monkeypatch.setattr(main, "__spec__", None)
    monkeypatch.delattr(main, "__file__", raising=False)
