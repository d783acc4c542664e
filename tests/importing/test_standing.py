"""What agencies say of the use of their articles reaches the ledger and the article."""

from __future__ import annotations

from pathlib import Path

from tests.importing.readers import vendors
from tests.importing.readers.vendors import Story
from workstation.importing.importer import import_paths
from workstation.library import hints, ledger
from workstation.library.library import Library

STORY = Story("Ferry stays in harbour")


def test_a_withdrawn_version_and_an_embargo_need_somebody(library: Library, tmp_path: Path) -> None:
    told = {
        "1.xml": vendors.newsml_item(STORY),
        "2.xml": vendors.newsml_item(STORY, version=2, status="canceled"),
        "3.xml": vendors.newsml_item(STORY, number=7, embargo="2099-01-01T00:00:00Z"),
        "4.xml": vendors.newsml_item(STORY, number=8, embargo="2019-01-01T00:00:00Z"),
    }
    entries = []
    for name, item in told.items():
        path = tmp_path / name
        path.write_text(item, "utf-8")
        entries += import_paths(library, [path], jobs=1)
    sound, withdrawn, embargoed, over = entries
    assert (withdrawn.verdict, withdrawn.code) == ("duplicate", "withdrawn")
    assert "The provider has withdrawn “Ferry stays in harbour”" in withdrawn.message
    assert embargoed.code == "embargoed"
    assert "embargo" in embargoed.message
    assert (over.code, sound.code) == ("", "")
    with library.read() as reading:
        needing = [entry.code for entry in ledger.needing(reading)]
        standing = hints.of(reading, withdrawn.articles[0])
    assert needing == ["withdrawn", "embargoed"]
    assert ("status", "withdrawn") in standing
