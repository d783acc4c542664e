"""Articles that people type."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workstation.errors import Unreadable
from workstation.importing import typed
from workstation.importing.importer import import_paths
from workstation.importing.typed import Typed
from workstation.library import corpus, originals
from workstation.library.library import Library


def test_a_typed_article_takes_the_road_of_every_other(library: Library, tmp_path: Path) -> None:
    wanted = Typed(
        "The ferry does not sail: 5 < 6 & 7.\nNobody knows why.\n\nIt is the third day.",
        title="Ferry/stops",
        outlet="The Quay",
        author="Jo Marsh",
        language="en",
        published="2024-12-14T16:20+02:00",
    )
    path = typed.write(wanted, tmp_path)
    assert path.name == "Ferrystops.json"
    (entry,) = import_paths(library, [path], options=typed.OPTIONS, jobs=1)
    assert (entry.verdict, entry.details) == ("imported", "")
    assert originals.path(library, entry.sha256).read_bytes() == path.read_bytes()
    with library.read() as reading:
        (number,) = entry.articles
        found = corpus.article(reading, number)
        text = corpus.body(reading, number).text
    assert text == (
        "The ferry does not sail: 5 < 6 & 7.\n\nNobody knows why.\n\nIt is the third day."
    )
    assert (found.title, found.title_derived, found.outlet, found.author, found.language) == (
        "Ferry/stops", False, "The Quay", "Jo Marsh", "en",
    )  # fmt: skip
    assert found.published is not None
    assert found.published.iso() == "2024-12-14T14:20:00Z"
    assert found.day == date(2024, 12, 14)
    (again,) = import_paths(library, [path], options=typed.OPTIONS, jobs=1)
    assert again.verdict == "duplicate"


def test_a_text_alone_is_an_article(library: Library, tmp_path: Path) -> None:
    path = typed.write(Typed("The ferry does not sail. Nobody knows why."), tmp_path)
    (entry,) = import_paths(library, [path], options=typed.OPTIONS, jobs=1)
    assert entry.verdict == "imported", entry.message
    with library.read() as reading:
        found = corpus.article(reading, entry.articles[0])
    assert (found.title_derived, found.published, found.outlet) == (True, None, "")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Typed(" \n…"), "no text"),
        (Typed("Ferry.", published="tomorrow"), "no date"),
        (Typed("a " * 2_500_001), "longer"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, wanted: Typed, told: str) -> None:
    with pytest.raises(Unreadable, match=told):
        typed.write(wanted, tmp_path)
    assert list(tmp_path.iterdir()) == []
