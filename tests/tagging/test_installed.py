"""Packages are read as files: nothing of them runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tagging.packages import Packages
from workstation.tagging.installed import Installed, find, installed

META: dict[str, Any] = {
    "lang": "de",
    "name": "letters",
    "version": "1.2.3",
    "license": "MIT",
    "labels": {"tagger": ["NN", "PER"], "ner": ["PER", "LOC", "MISC"]},
    "performance": {"speed": 9876.5},
}


def only(packages: Packages) -> Installed:
    assert packages.site.is_dir()
    (found,) = installed()
    return found


def test_a_package_tells_what_it_is_and_is_not_imported(packages: Packages, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    packages.bare("de_letters", META, code=f"open({str(canary)!r}, 'w').write('sung')\n")
    found = only(packages)
    assert (found.name, found.version, found.language) == ("de_letters", "1.2.3", "de")
    assert (found.licence, found.speed, found.trouble) == ("MIT", 9876.5, "")
    assert found.labels == {"PER": "PERSON", "LOC": "LOC"}
    assert found.unused == ("MISC",)
    assert found.bytes > 0
    assert found.reads("de")
    assert not found.reads("fr")
    assert not canary.exists()
    assert "de_letters" not in sys.modules


def test_a_pipeline_for_several_languages_reads_any(packages: Packages) -> None:
    packages.bare("xx_letters", {**META, "lang": "xx"})
    assert only(packages).reads("tr")


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        ("{", "cannot be read"),
        ("[1]", "does not say"),
        ("[" * 100_000, "cannot be read"),
        ({**META, "labels": 7}, "cannot be read"),
        ({**META, "labels": {"ner": ["MISC", "DATE"]}}, "no persons"),
        ({**META, "lang": ""}, "which language"),
        ({**META, "spacy_version": ">=2.3.0,<2.4.0"}, "made for spaCy >=2.3.0,<2.4.0"),
        ({**META, "spacy_version": "a bit newer"}, "cannot be read"),
    ],
)
def test_what_cannot_be_used_says_why(packages: Packages, meta: object, words: str) -> None:
    packages.bare("de_letters", meta)
    assert words in only(packages).trouble


@pytest.mark.parametrize("speed", [float("inf"), float("nan"), -1, "fast"])
def test_a_speed_that_is_none_is_left_out(packages: Packages, speed: object) -> None:
    packages.bare("de_letters", {**META, "performance": {"speed": speed}})
    assert only(packages).speed is None


def test_what_a_package_lacks_is_named(packages: Packages) -> None:
    packages.bare("de_letters", META, requires="spacy-owls>=1.0")
    assert only(packages).trouble == "It needs what is not installed: spacy-owls."


def test_a_package_without_files_is_a_row_with_words(packages: Packages) -> None:
    packages.advertise("de_letters")
    assert only(packages).trouble == "Its files are not where it was installed."


def test_a_package_whose_parts_stand_elsewhere_is_not_trusted(packages: Packages) -> None:
    folder = packages.bare("de_letters", META)
    (folder / "more").symlink_to(packages.site.parent)
    assert "links" in only(packages).trouble


def test_a_change_of_any_file_is_other_code(packages: Packages) -> None:
    folder = packages.bare("de_letters", META)
    before = only(packages)
    assert find("de_letters") == before
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "left.pyc").write_bytes(b"never read")
    assert only(packages).sha256 == before.sha256
    (folder / "later.py").write_text("import os\n")
    assert only(packages).sha256 != before.sha256


def test_nothing_else_that_is_installed_is_a_pipeline(packages: Packages) -> None:
    packages.advertise("spacy_owls", group="spacy_factories")
    assert installed() == []
    assert find("spacy_owls") is None
