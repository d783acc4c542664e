import pytest

from tests.library.press import Press
from workstation.library.library import Library


@pytest.fixture
def press(library: Library) -> Press:
    return Press(library)
