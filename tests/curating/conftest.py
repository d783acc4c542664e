from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.curating.desks import fill
from tests.library.press import Press
from workstation.library.library import Library


@pytest.fixture
def press(library: Library) -> Press:
    return Press(library)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "other.mwlib", zone="Asia/Damascus") as opened:
        fill(opened)
        yield opened


@pytest.fixture
def desk(library: Library) -> Library:
    fill(library)
    return library
