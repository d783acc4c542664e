from __future__ import annotations

import pytest

from tests.library.press import Press
from workstation.curating import decisions, pointing
from workstation.domain.decision import Reach
from workstation.domain.meaning import Pointed, Said
from workstation.domain.selection import Selection
from workstation.errors import Unreadable
from workstation.library import checks, corpus
from workstation.library.library import Library

TEXT = "Russia met Syria. The Harbour Watch saw Russia. Harbour Watch went home."


@pytest.fixture(autouse=True)
def news(press: Press) -> None:
    press.named(TEXT, "Russia", "Syria")
    press.named("Nobody asked Harbour Watch.", "Syria")


def words(quote: str, start: int | None = None) -> Pointed:
    return Pointed(1, "text", TEXT.index(quote) if start is None else start, quote)


def actor(library: Library, name: str) -> str:
    with library.read() as reading:
        return corpus.find_actor(reading, name).id


def meant(library: Library) -> list[tuple[str, str | None]]:
    with library.read() as reading:
        return [(m.text, m.actor) for m in corpus.mentions_in(reading, 1)]


def test_a_mention_is_assigned_and_words_that_are_none_become_one(library: Library) -> None:
    syria = actor(library, "Syria")
    taken = pointing.take(library, Said(words("Russia"), syria))
    assert (taken.order.verb, taken.reach) == ("assign", Reach(1, 1))
    assert meant(library)[0] == ("Russia", "Syria")
    taken = pointing.take(library, Said(words("Watch"), syria))
    assert taken.order.verb == "mention"
    assert ("Watch", "Syria") in meant(library)
    assert checks.check(library).problems == ()


def test_a_new_actor_is_called_so_everywhere_and_one_undo_takes_it_back(library: Library) -> None:
    said = Said(words("Harbour Watch"), "Harbour Watch", "organisation", everywhere=True)
    assert pointing.preview(library, said) == Reach(3, 2)
    taken = pointing.take(library, said)
    assert taken.order.verb == "alias"
    with library.read() as reading:
        log = decisions.log(reading)
        assert [d.order.verb for d in log] == ["mention", "alias"]
        assert corpus.find_actor(reading, "Harbour Watch").kind == "organisation"
    decisions.undo(library)
    with library.read() as reading:
        assert all(d.revoked_by or d.order.verb == "revoke" for d in decisions.log(reading))
        assert "Harbour Watch" not in {a.name for a in corpus.actors(reading, Selection())}


def test_a_known_actor_of_that_kind_gets_the_name_alone(library: Library) -> None:
    said = Said(words("Harbour Watch"), "Syria", "state", everywhere=True, near=("went",))
    taken = pointing.take(library, said)
    assert taken.order.subject == actor(library, "Syria")
    assert taken.order.terms == ("Harbour Watch", "went")
    with library.read() as reading:
        assert len(decisions.log(reading)) == 1


def test_what_changes_nothing_is_refused(library: Library) -> None:
    said = Said(words("Russia"), actor(library, "Russia"))
    for ask in (pointing.preview, pointing.take):
        with pytest.raises(Unreadable, match="already"):
            ask(library, said)
