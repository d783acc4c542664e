import inspect
import re

import pytest

from workstation import errors
from workstation.errors import Refused, WorkstationError

FAMILY = {
    name: kind
    for name, kind in vars(errors).items()
    if inspect.isclass(kind) and issubclass(kind, WorkstationError)
}


def test_the_tree_at_the_top_of_the_file_shows_every_error_under_its_parent() -> None:
    above: dict[int, str] = {}
    shown = {}
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"([│├└─ ]*)([A-Z][A-Za-z]+)(\s|$)", line)
        if found is None or found[2] not in FAMILY:
            continue
        depth = len(found[1])
        above = {d: name for d, name in above.items() if d < depth} | {depth: found[2]}
        shown[found[2]] = above[max((d for d in above if d < depth), default=depth)]
    assert shown.pop("WorkstationError") == "WorkstationError"
    assert shown == {
        name: kind.__mro__[1].__name__ for name, kind in FAMILY.items() if name in shown
    }
    assert set(shown) == set(FAMILY) - {"WorkstationError"}


@pytest.mark.parametrize("kind", FAMILY.values())
def test_an_error_has_words_and_a_code(kind: type[WorkstationError]) -> None:
    error = kind("It is gone.", "Look elsewhere.")
    assert error.sentence == "It is gone. Look elsewhere."
    assert str(error) == "It is gone."
    assert error.code == kind.__name__


def test_an_error_may_have_a_code_of_its_own_and_no_advice() -> None:
    error = Refused("It is empty.", code="empty")
    assert error.code == "empty"
    assert error.sentence == "It is empty."
