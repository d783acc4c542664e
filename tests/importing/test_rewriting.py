"""Texts corrected by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.curating.desks import decide
from tests.library.press import Press
from workstation.curating import decisions, layer
from workstation.domain.article import Passage
from workstation.domain.selection import Selection
from workstation.errors import UnknownName, Unreadable
from workstation.importing import rewriting
from workstation.importing.again import read_again
from workstation.importing.importer import import_paths
from workstation.library import checks, corpus, corrections, mentions, notes, versions
from workstation.library.library import Library
from workstation.library.mentions import Findings

TEXT = "Rusia met Syria in Latakia.\n\nRead more from Sky News.\n\nSyria left."


def sound(library: Library) -> bool:
    with library.read() as reading:
        return not [words for words, wrong in checks._invariants(reading) if wrong]


def rewrite(library: Library, number: int, text: str) -> int:
    with library.write() as writing:
        return rewriting.rewrite(writing, number, text, who="ann")


def test_a_corrected_text_is_a_version_and_what_is_anchored_stays(library: Library) -> None:
    press = Press(library)
    start = TEXT.index("Read")
    number = press.article(TEXT, passages=(Passage(start, TEXT.index("\n\nSyria")),))
    press.tag(number, {"Syria": "Syria"})
    decide(library, "mention", str(number), "Latakia", "Syria")
    with library.write() as writing:
        notes.add(writing, number, "Where?", who="ann", passage=("text", 19, 26))
    assert rewrite(library, number, TEXT.replace("Rusia", "Russia") + "\r\n\r\n") == 1
    assert sound(library)
    with library.read() as reading:
        body = corpus.body(reading, number)
        assert body.text.startswith("Russia met")
        assert [body.text[p.start : p.end] for p in body.passages] == ["Read more from Sky News."]
        assert [one.number for one in versions.of(reading, number)] == [1, 2]
        (note,) = notes.of(reading, number)
        assert note.place == ("text", 20, 27)
        assert corrections.corrected_by(reading, number) == "ann"
        found = Selection(words="russia")
        assert [one.id for one in corpus.articles(reading, found)] == [number]
        assert corpus.article(reading, number).tagged_with == ""
    press_again(library, number)
    with library.read() as reading:
        mended = [m for m in corpus.mentions_in(reading, number) if m.text == "Latakia"]
        assert [m.start for m in mended] == [20]
    with library.write() as writing:
        rewriting.restore(writing, number, 1, who="ann")
    with library.read() as reading:
        assert corpus.body(reading, number).text == TEXT
        assert len(versions.of(reading, number)) == 3
    assert sound(library)


def press_again(library: Library, number: int) -> None:
    """As the tagger does: with what is decided."""
    with library.write() as writing:
        version = corpus.article(writing, number).version
        found = Press(library).found(corpus.body(writing, number).text, {"Syria": "Syria"})
        meanings = layer.meanings(writing)
        findings = [Findings(number, version, found)]
        mentions.record(writing, "test/1", findings, meanings=meanings)


def test_the_same_file_offered_or_read_again_leaves_the_correction(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text("Ferry stops\n\nThe fery does not sail to the ilands.\n\nNobody knows why.\n")
    (entry,) = import_paths(library, [file], jobs=1)
    (number,) = entry.articles
    with library.read() as reading:
        before = corpus.article(reading, number)
        text = corpus.body(reading, number).text
    rewrite(library, number, text.replace("fery", "ferry"))
    decide(library, "edit", str(number), "outlet", "The Quay")
    (again,) = import_paths(library, [file], jobs=1)
    assert again.verdict == "duplicate"
    read_again(library, [entry], jobs=1)
    with library.read() as reading:
        assert "ferry" in corpus.body(reading, number).text
        assert len(versions.of(reading, number)) == 2
        assert corpus.article(reading, number).outlet == "The Quay"
    decisions.undo(library, who="ann")
    with library.read() as reading:
        assert corpus.article(reading, number).outlet == before.outlet
        assert corrections.corrected_by(reading, number) == "ann"
        first = versions.of(reading, number)[0].number
    with library.write() as writing:
        rewriting.restore(writing, number, first, who="ann")
        assert corrections.corrected_by(writing, number) == "", "it is as it was found"


@pytest.mark.parametrize(
    ("text", "told"),
    [(TEXT, "as it was"), (" \n\n…", "needs a text"), ("a " * 2_500_001, "longer")],
)
def test_a_text_that_is_none_is_refused(library: Library, text: str, told: str) -> None:
    number = Press(library).article(TEXT)
    with pytest.raises(Unreadable, match=told):
        rewrite(library, number, text)
    with pytest.raises(UnknownName):
        rewrite(library, 77, text)
    with library.write() as writing, pytest.raises(UnknownName, match="no version 9"):
        rewriting.restore(writing, number, 9, who="ann")
