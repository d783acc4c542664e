from __future__ import annotations

from datetime import date

from tests.library.press import Press
from workstation.domain.selection import Selection
from workstation.library import concordance, corpus
from workstation.library.library import Library


def test_an_actor_is_shown_under_every_name_in_its_contexts(library: Library, press: Press) -> None:
    text = "Nobody knew. " * 20 + "Then Moscow\n\nsaid it, and Russia left."
    early = press.article(text, on=date(2024, 12, 1), outlet="Levant Dispatch")
    press.tag(early, {"Moscow": "Russia", "Russia": "Russia"})
    late = press.named("Russia went.", "Russia", on=date(2024, 12, 9))
    with library.read() as reading:
        (russia,) = [a.id for a in corpus.actors(reading, Selection()) if a.name == "Russia"]
        found = concordance.of_actors(reading, Selection(), [russia])
    assert not found.more
    assert [(one.article, one.node) for one in found.lines] == [
        (late, "Russia"),
        (early, "Moscow"),
        (early, "Russia"),
    ]
    line = found.lines[1]
    assert line.left.endswith("Nobody knew. Then ")
    assert len(line.left) <= 120
    assert line.right == " said it, and Russia left."
    assert (line.outlet, line.day) == ("Levant Dispatch", date(2024, 12, 1))
    assert text[line.start : line.end] == "Moscow"
    assert found.lines[0].left == ""


def test_words_are_shown_wherever_the_selection_has_them(library: Library, press: Press) -> None:
    press.article("The CAFÉ of cafes. Café!", title="A café", on=date(2024, 12, 1))
    press.article("No cafe in German.", language="de")
    with library.read() as reading:
        narrowed = Selection(words="cafe* lang:en")
        found = concordance.of_words(reading, narrowed)
        assert [(one.field, one.node) for one in found.lines] == [
            ("title", "café"),
            ("text", "CAFÉ"),
            ("text", "cafes"),
            ("text", "Café"),
        ]
        assert concordance.of_words(reading, Selection(words="lang:en")).lines == ()
        some = concordance.of_words(reading, Selection(words="café"), limit=2)
        assert (len(some.lines), some.more) == (2, True)


def test_what_does_not_count_is_no_line(library: Library, press: Press) -> None:
    number = press.article("Russia said it.")
    press.tag(number, {"Russia": "Russia"}, counted=False)
    press.named("Syria waits.", "Syria")
    with library.read() as reading:
        actors = [one.id for one in corpus.actors(reading, Selection())]
        assert len(concordance.of_actors(reading, Selection(), actors).lines) == 1
