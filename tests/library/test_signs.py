from __future__ import annotations

import pytest

from tests.library.press import Press
from workstation import limits
from workstation.domain.changes import Changes
from workstation.domain.selection import Selection
from workstation.domain.signs import IRRELEVANT, READ, RELEVANT, STARRED, Sign, Signs
from workstation.errors import UnknownName, Unreadable
from workstation.library import annotated, corpus, signs
from workstation.library.library import Library
from workstation.library.signs import Undoing


def label(words: str) -> Sign:
    return Sign("label", words)


def change(
    library: Library, *numbers: int, put: tuple[Sign, ...] = (), take: tuple[Sign, ...] = ()
) -> Undoing:
    with library.write() as writing:
        return signs.change(writing, numbers, put=put, take=take, who="ann")


def there(library: Library, *numbers: int) -> dict[int, Signs]:
    with library.read() as reading:
        return signs.of(reading, numbers)


def test_an_article_keeps_its_star_its_labels_and_what_it_is_worth(
    library: Library, press: Press
) -> None:
    one, two, three = (press.article(f"Text {n}.") for n in range(3))
    change(library, one, two, put=(STARRED, label("Withdrawal"), label("bases")))
    change(library, two, put=(RELEVANT, READ), take=(STARRED,))
    assert there(library, one, two, three) == {
        one: Signs(starred=True, labels=("bases", "Withdrawal")),
        two: Signs(read=True, relevant=True, labels=("bases", "Withdrawal")),
    }
    change(library, two, put=(IRRELEVANT,))
    assert there(library, two)[two].relevant is False, "what is relevant is not irrelevant too"
    with library.read() as reading:
        assert annotated.labels(reading) == {"bases": 2, "Withdrawal": 2}


def test_a_label_that_reads_like_one_that_is_there_is_that_one(
    library: Library, press: Press
) -> None:
    one, two = press.article("One."), press.article("Two.")
    change(library, one, put=(label("Öl & Gas"), label('the "quote"')))
    change(library, two, put=(label(" ol & GAS "),))
    assert there(library, two)[two].labels == ("Öl & Gas",)
    assert there(library, one)[one].labels == ("the 'quote'", "Öl & Gas")
    change(library, one, take=(label("OL & gas"), label("nothing of the kind")))
    assert there(library, one)[one].labels == ("the 'quote'",)


def test_a_change_is_undone_and_made_again_to_the_letter(library: Library, press: Press) -> None:
    one, two = press.article("One."), press.article("Two.")
    change(library, one, put=(STARRED, label("a")))
    before = there(library, one, two)
    done = change(library, one, two, put=(STARRED, label("b")), take=(label("a"),))
    after = there(library, one, two)
    assert done.articles == (one, two)
    for wanted, expected in ((done.reverse, before), (done, after), (done.reverse, before)):
        with library.write() as writing:
            signs.again(writing, wanted)
        assert there(library, one, two) == expected
    with library.write() as writing:
        assert signs.again(writing, done.reverse) == Undoing(), "there is nothing left to undo"


def test_what_changes_is_told_apart_from_what_is_only_read(library: Library, press: Press) -> None:
    one = press.article("One.")
    heard: list[Changes] = []
    library.listen(heard.append)
    change(library, one, put=(READ,))
    change(library, one, put=(READ,))
    change(library, one, put=(STARRED,), take=(READ,))
    assert heard == [Changes.of("read"), Changes.of("signs", "read")]


@pytest.mark.parametrize("words", ["", "  ", "-", '""', "…"])
def test_a_label_needs_a_letter(library: Library, press: Press, words: str) -> None:
    with pytest.raises(Unreadable, match="needs a letter"):
        change(library, press.article("One."), put=(label(words),))


def test_an_article_that_is_not_there_is_told(library: Library, press: Press) -> None:
    one = press.article("One.")
    with pytest.raises(UnknownName, match=f"no article {one + 1}"):
        change(library, one, one + 1, put=(STARRED,))
    assert there(library, one) == {}


def test_labels_are_not_without_end(
    library: Library, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workstation.library.signs.LABELS", 2)
    one = press.article("One.")
    with pytest.raises(Unreadable, match="labels already"):
        change(library, one, put=tuple(label(name) for name in "abc"))
    change(library, one, put=(label("x" * 200),))
    assert len(there(library, one)[one].labels[0]) == limits.LABEL_CHARACTERS


def test_a_sign_is_asked_of_what_holds_together() -> None:
    every = Signs(starred=True, relevant=False, labels=("a",))
    assert STARRED in every
    assert READ not in every
    assert IRRELEVANT in every
    assert RELEVANT not in every
    assert RELEVANT not in Signs()
    assert IRRELEVANT not in Signs()
    assert label("a") in every
    assert label("b") not in every


def test_an_article_has_one_tone_and_is_found_and_counted_by_it(
    library: Library, press: Press
) -> None:
    one, two, three = (press.article(f"Text {n}.") for n in range(3))
    bad, mixed = Sign("tone", "negative"), Sign("tone", "mixed")
    change(library, one, two, put=(bad,))
    done = change(library, two, put=(mixed,))
    assert (there(library, one)[one].tone, there(library, two)[two].tone) == ("negative", "mixed")
    assert bad in there(library, one)[one]
    assert bad not in there(library, two)[two]
    with library.read() as reading:
        counted = corpus.facet(reading, Selection(), "tone")
        assert [(c.value, c.count) for c in counted] == [("mixed", 1), ("negative", 1)]
        for selection in (
            Selection(words="is:negative"),
            Selection().with_facet("tone", ("negative",)),
        ):
            assert [a.id for a in corpus.articles(reading, selection)] == [one]
            assert selection.by_signs
        either = Selection().with_facet("tone", ("negative", "mixed"))
        assert corpus.count(reading, either) == 2
        assert corpus.count(reading, Selection(words="-is:mixed -is:negative")) == 1
    with library.write() as writing:
        signs.again(writing, done.reverse)
    assert there(library, two, three) == {two: Signs(tone="negative")}


def test_a_label_is_renamed_and_taken_into_another_and_that_is_undone(
    library: Library, press: Press
) -> None:
    one, two = press.article("One."), press.article("Two.")
    change(library, one, two, put=(label("bases"),))
    change(library, two, put=(label("Ports"),))

    def rename(old: str, new: str) -> Undoing:
        with library.write() as writing:
            return signs.rename_label(writing, old, new)

    assert rename("BASES", "Bases").articles == (one, two)
    assert there(library, one)[one].labels == ("Bases",)
    done = rename("Bases", "ports")
    assert there(library, one, two) == {
        one: Signs(labels=("Ports",)),
        two: Signs(labels=("Ports",)),
    }
    with library.write() as writing:
        signs.again(writing, done.reverse)
    assert there(library, two)[two].labels == ("Bases", "Ports")
    assert rename("Ports", "Ports").articles == ()
    with pytest.raises(UnknownName, match="no label"):
        rename("harbours", "ports")
    with pytest.raises(Unreadable):
        rename("Ports", "…")
