"""Articles are erased from the store, whichever it is."""

from __future__ import annotations

import sqlalchemy as sa

from tests.library.press import Press
from workstation.domain.article import article_uuid
from workstation.domain.selection import Selection
from workstation.library import checks, corpus, erasing, schema, searches
from workstation.library.library import Library

CANARY = "zanzibarquux"


def hits(library: Library) -> list[str]:
    """The tables in which the canary stands."""
    found = []
    with library.read() as reading:
        for table in schema.metadata.sorted_tables:
            rows = reading.connection.execute(sa.select(table)).all()
            found += [table.name] if any(CANARY in repr(row).lower() for row in rows) else []
    return found


def erase(library: Library, *numbers: int) -> None:
    with library.write() as writing:
        erasing.erase(writing, numbers, erasing.held(writing, numbers), set(), who="ann")


def test_no_table_holds_a_word_of_an_erased_article(library: Library, press: Press) -> None:
    first = press.named(f"Russia met {CANARY} here.", "Russia", CANARY, identity="id:1")
    second = press.named("Russia met Turkey.", "Russia", "Turkey", story=first)
    third = press.named(f"{CANARY} met Turkey.", "Turkey", CANARY, identity="id:3", story=first)
    with library.write() as writing:
        searches.save(writing, "mine", Selection(words="met"))
        searches.note_opened(writing, "mine")
        told = erasing.held(writing, [first])
    assert (told.copies, told.sharing, told.mentions) == (2, 0, 2)
    assert {"articles", "bodies", "mentions", "actors"} & set(hits(library))
    erase(library, first, third)
    assert hits(library) == []
    with library.read() as reading:
        assert erasing.is_pending(reading)
        assert [words for words, wrong in checks._invariants(reading) if wrong] == []
        (left,) = corpus.articles(reading, Selection())
        assert (left.id, left.story) == (second, second), "its story goes on under its own name"
        assert [one.name for one in corpus.actors(reading, Selection())] == ["Russia", "Turkey"]
        gone = erasing.of(reading, article_uuid("id:1"))
        assert gone is not None
        assert gone.who == "ann"
        assert erasing.of(reading, article_uuid("id:2")) is None
    library.compact()
    with library.write() as writing:
        erasing.done(writing)
        erasing.forget(writing, article_uuid("id:1"))
        assert erasing.of(writing, article_uuid("id:1")) is None
    with library.read() as reading:
        assert corpus.count(reading, Selection(words="met")) == 1
        assert not erasing.is_pending(reading)
    # Who still reads what is gone takes no other article for it.
    assert press.article("They met again.") == third + 1
    with library.read() as reading:
        assert [one.new for one in searches.listed(reading)] == [1]
