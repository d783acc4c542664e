from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workstation.domain.ledger import Totals, Verdict
from workstation.errors import UnknownName
from workstation.library import ledger, originals
from workstation.library.library import Library
from workstation.limits import LIST_ROWS

if TYPE_CHECKING:
    from tests.library.press import Press

SHA = "0" * 64


def test_a_file_is_offered_read_and_given_a_verdict(library: Library, press: Press) -> None:
    number = press.article("news")
    with library.write() as writing:
        offered = ledger.offer(writing, "a.txt", SHA)
        assert offered.verdict is None
        ledger.advance(writing, offered.id, 1, [number])
        closed = ledger.close(
            writing,
            offered.id,
            "partly",
            reader="text",
            code="cut",
            message="The end is missing.",
            details="at byte 3",
        )
    with library.read() as reading:
        assert ledger.entries(reading) == [closed]
        assert ledger.unfinished(reading) == []
    assert (closed.id, closed.file, closed.sha256) == (offered.id, "a.txt", SHA)
    assert (closed.verdict, closed.reader, closed.code) == ("partly", "text", "cut")
    assert (closed.message, closed.details) == ("The end is missing.", "at byte 3")
    assert closed.articles == (number,)


def test_a_killed_import_goes_on_in_the_same_row_where_it_was(
    library: Library, press: Press
) -> None:
    numbers = [press.article("one"), press.article("two")]
    with library.write() as writing:
        row = ledger.offer(writing, "mail.mbox", SHA)
        ledger.advance(writing, row.id, 5, numbers[:1])
    with library.write() as writing:
        again = ledger.offer(writing, "mail.mbox", SHA)
        assert again.id == row.id
        assert ledger.cursor(writing, again.id) == 5
        ledger.advance(writing, again.id, 2, [*numbers, numbers[1]])
        assert ledger.cursor(writing, again.id) == 7
        assert ledger.close(writing, again.id, "imported").articles == tuple(numbers)


def test_a_step_that_is_rolled_back_does_not_move_the_cursor(library: Library) -> None:
    with library.write() as writing:
        row = ledger.offer(writing, "mail.mbox", SHA)
    with pytest.raises(KeyError), library.write() as writing:  # noqa: PT012
        ledger.advance(writing, row.id, 5, [])
        raise KeyError
    with library.read() as reading:
        assert ledger.cursor(reading, row.id) == 0
        assert [entry.id for entry in ledger.unfinished(reading)] == [row.id]


@pytest.mark.parametrize("verdict", ["imported", "duplicate", "refused"])
def test_a_file_that_has_its_verdict_gets_a_row_of_its_own_when_it_is_offered_again(
    library: Library, verdict: Verdict
) -> None:
    with library.write() as writing:
        first = ledger.offer(writing, "a.txt", SHA)
        ledger.close(writing, first.id, verdict)
        second = ledger.offer(writing, "a.txt", SHA)
        assert second.id != first.id
        assert ledger.cursor(writing, second.id) == 0


def test_the_same_content_under_another_name_is_another_row(library: Library) -> None:
    with library.write() as writing:
        rows = [ledger.offer(writing, name, SHA).id for name in ("a.txt", "b.txt")]
    assert len(set(rows)) == 2


def test_rows_come_oldest_first_or_newest_first_and_as_many_as_asked(library: Library) -> None:
    with library.write() as writing:
        ids = [ledger.offer(writing, f"{n}.txt", SHA).id for n in range(5)]
    with library.read() as reading:
        assert [e.id for e in ledger.entries(reading)] == ids
        assert [e.id for e in ledger.entries(reading, newest_first=True, limit=2)] == ids[:2:-1]


def test_the_last_offer_of_each_file_of_a_folder_is_remembered(library: Library) -> None:
    with library.write() as writing:
        for name, sha256 in (("/a%/x.txt", SHA), ("/a%/x.txt", "1" * 64), ("/ab/x.txt", SHA)):
            ledger.close(writing, ledger.offer(writing, name, sha256).id, "imported")
        ledger.close(writing, ledger.offer(writing, "/a%/gone.txt", "").id, "refused")
        ledger.offer(writing, "/a%/killed.txt", SHA)
        originals.note(writing, "1" * 64, name="x.txt", size=7)
        known = ledger.latest(writing, "/a%")
    assert {name: (offer.sha256[:1], offer.bytes) for name, offer in known.items()} == {
        "/a%/x.txt": ("1", 7),
        "/a%/gone.txt": ("", None),
    }


def test_files_are_planned_before_they_are_stored(library: Library) -> None:
    with library.write() as writing:
        first, second = ledger.plan(writing, [("a.txt", "/a.txt"), ("b.txt", "/b.txt")])
        assert ledger.plan(writing, [("b.txt", "/b.txt"), ("c.txt", "/c.txt")])[0] == second
        stored = ledger.offer(writing, "a.txt", SHA, planned=first)
        assert (stored.id, stored.waiting) == (first, "")
        missing = ledger.offer(writing, "b.txt", "", planned=second)
        ledger.close(writing, missing.id, "refused", code="missing")
        assert (missing.id, missing.waiting) == (second, "/b.txt")
        assert ledger.plan(writing, [("b.txt", "/b.txt")]) != [second]
        assert len(ledger.unfinished(writing)) == 3


def test_a_plan_makes_way_for_the_row_that_a_killed_import_left(library: Library) -> None:
    with library.write() as writing:
        killed = ledger.offer(writing, "a.txt", SHA)
        (planned,) = ledger.plan(writing, [("a.txt", "/a.txt")])
        assert ledger.offer(writing, "a.txt", SHA, planned=planned).id == killed.id
        assert [entry.id for entry in ledger.entries(writing)] == [killed.id]


def test_a_file_needs_somebody_until_it_is_read_or_dismissed(library: Library) -> None:
    def refused(name: str, sha256: str = SHA, code: str = "cut") -> int:
        row = ledger.offer(writing, name, sha256)
        reader = "archive 1" if name.endswith(".zip") else "mbox 1"
        return ledger.close(writing, row.id, "refused", reader=reader, code=code).id

    with library.write() as writing:
        read_later, dismissed, missing = refused("a.txt"), refused("b.txt"), refused("c.txt", "")
        other = refused("a.txt", "1" * 64, "some-unread")
        archive = refused("press.zip", "2" * 64, "some-unread")
        assert [entry.id for entry in ledger.needing(writing)] == [
            read_later, dismissed, missing, other,
        ]  # fmt: skip
        ledger.close(writing, ledger.offer(writing, "a.txt", SHA).id, "imported")
        ledger.close(writing, ledger.offer(writing, "c.txt", "3" * 64).id, "imported")
        ledger.dismiss(writing, [dismissed])
        assert [entry.id for entry in ledger.needing(writing)] == [other]
        ledger.dismiss(writing, [dismissed], back=True)
        assert [e.id for e in ledger.page(writing, "needs-you")] == [other, dismissed]
        assert ledger.count(writing, "needs-you") == ledger.totals(writing).needs_you == 2
        assert archive in {entry.id for entry in ledger.entries(writing)}


def test_the_ledger_in_numbers_counts_no_file_and_no_article_twice(
    library: Library, press: Press
) -> None:
    number = press.article("news")
    with library.write() as writing:
        for _ in range(2):
            row = ledger.offer(writing, "a.txt", SHA)
            ledger.advance(writing, row.id, 1, [number])
            ledger.close(writing, row.id, "duplicate")
        whole = ledger.offer(writing, "press.zip", "1" * 64)
        member = ledger.offer(writing, "press.zip » a.txt", "1" * 64)
        for row in (member, whole):
            ledger.advance(writing, row.id, 1, [number])
        ledger.close(writing, member.id, "duplicate", reader="text 1", details="A guess.")
        ledger.close(writing, whole.id, "duplicate", reader="archive 1")
        ledger.plan(writing, [("late.txt", "/late.txt")])
        assert ledger.totals(writing) == Totals(files=2, articles=1, needs_you=0, unread=1)
        (noted,) = ledger.page(writing, "noted")
        assert (noted.member, noted.notes) == ("a.txt", ("A guess.",))


def test_pages_come_newest_first(library: Library) -> None:
    with library.write() as writing:
        ids = ledger.plan(writing, [(f"{n}.txt", f"/{n}.txt") for n in range(LIST_ROWS + 3)])
        assert [e.id for e in ledger.page(writing, offset=LIST_ROWS)] == ids[2::-1]
        assert ledger.count(writing) == LIST_ROWS + 3


def test_what_is_unread_can_be_given_up_with_words(library: Library, press: Press) -> None:
    number = press.article("news")
    with library.write() as writing:
        begun = ledger.offer(writing, "a.mbox", SHA)
        ledger.advance(writing, begun.id, 1, [number])
        (waiting,) = ledger.plan(writing, [("b.txt", "/b.txt")])
        assert ledger.give_up(writing, "Stopped.") == 2
        assert ledger.unfinished(writing) == []
        assert ledger.entry(writing, begun.id).verdict == "partly"
        left = ledger.entry(writing, waiting)
        assert (left.verdict, left.message, left.waiting) == ("refused", "Stopped.", "/b.txt")
        assert ledger.needing(writing) == []
        assert ledger.totals(writing) == Totals(files=0, articles=1, needs_you=0, unread=2)
        assert [e.id for e in ledger.within(writing, "unread")] == [waiting, begun.id]
        with pytest.raises(UnknownName):
            ledger.entry(writing, waiting + 1)
