from __future__ import annotations

import pytest

from tests.library.press import Press
from workstation.domain.changes import Changes
from workstation.domain.mention import Field
from workstation.domain.note import Note
from workstation.errors import UnknownName, Unreadable
from workstation.library import notes
from workstation.library.library import Library
from workstation.limits import NOTE_CHARACTERS, QUOTE_CHARACTERS

TEXT = "The envoys met in Doha. Nobody spoke of the bases."
BASES = TEXT.index("the bases")


def write(
    library: Library, article: int, words: str, passage: tuple[Field, int, int] | None = None
) -> int:
    with library.write() as writing:
        return notes.add(writing, article, words, who="ann", passage=passage)


def of(library: Library, article: int) -> list[Note]:
    with library.read() as reading:
        return notes.of(reading, article)


def test_notes_stand_in_the_order_of_the_text(library: Library, press: Press) -> None:
    one = press.article(TEXT, title="Talks in Doha")
    press.article("Another.")
    write(library, one, "Which bases?", ("text", BASES - 1, BASES + 9))
    write(library, one, "  First\r\nline\n\n\nand more ")
    write(library, one, "Or talks elsewhere?", ("title", 0, 5))
    found = of(library, one)
    assert [note.words for note in found] == [
        "First line\n\nand more",
        "Or talks elsewhere?",
        "Which bases?",
    ]
    assert [note.place for note in found] == [None, ("title", 0, 5), ("text", BASES, BASES + 9)]
    assert not any(note.lost for note in found)
    assert {note.who for note in found} == {"ann"}
    with library.read() as reading:
        assert notes.listed(reading) == found


def test_a_passage_is_found_again_in_a_new_version_or_said_to_be_lost(
    library: Library, press: Press
) -> None:
    one = press.article(TEXT, identity="test:a")
    write(library, one, "Which?", ("text", BASES, BASES + 9))
    write(library, one, "Who?", ("text", 0, 10))
    press.article("UPDATE: Somebody did speak of the bases, it is said.", identity="test:a")
    here, lost = of(library, one)
    assert here.place == ("text", 30, 39)
    assert (lost.words, lost.lost, lost.place) == ("Who?", True, None)
    assert lost.anchor is not None
    assert lost.anchor.quote == "The envoys"


def test_a_note_is_changed_deleted_and_put_back(library: Library, press: Press) -> None:
    one = press.article(TEXT)
    number = write(library, one, "First.", ("text", BASES, BASES + 9))
    (first,) = of(library, one)
    heard: list[Changes] = []
    library.listen(heard.append)
    with library.write() as writing:
        before = notes.change(writing, number, "Second.")
    (second,) = of(library, one)
    assert (second.words, second.place) == ("Second.", first.place)
    assert second.changed is not None
    with library.write() as writing:
        notes.put_back(writing, before)
    assert of(library, one) == [first]
    with library.write() as writing:
        gone = notes.remove(writing, number)
    assert of(library, one) == []
    with library.write() as writing:
        notes.put_back(writing, gone)
    assert of(library, one) == [first]
    assert heard == [Changes.of("notes")] * 4


def test_what_is_no_note_is_refused(library: Library, press: Press) -> None:
    one = press.article("x" * (QUOTE_CHARACTERS + 1))
    with pytest.raises(Unreadable, match="is empty"):
        write(library, one, " \n ")
    with pytest.raises(Unreadable, match="longer than"):
        write(library, one, "x" * (NOTE_CHARACTERS + 1))
    with pytest.raises(Unreadable, match="a passage of"):
        write(library, one, "Long.", ("text", 0, QUOTE_CHARACTERS + 1))
    with pytest.raises(Unreadable, match="a passage of"):
        write(library, one, "Nowhere.", ("text", 5, 5))
    with pytest.raises(UnknownName, match="no article"):
        write(library, one + 1, "Nobody's.")
    with pytest.raises(UnknownName, match="no note 7"), library.write() as writing:
        notes.remove(writing, 7)
    with pytest.raises(UnknownName, match="no article"), library.write() as writing:
        notes.put_back(writing, {"article_id": one + 1})
