from __future__ import annotations

import pytest

from workstation.importing.verdicts import Tally, judge
from workstation.processes.requests import End, Verdict


def test_new_articles_are_imported() -> None:
    judged = judge(Tally(new=2, duplicates=1), End(1, "done"))
    assert (judged.verdict, judged.message) == (
        "imported",
        "2 new articles, 1 article known already.",
    )


def test_nothing_new_is_a_duplicate() -> None:
    assert judge(Tally(duplicates=1), End(1, "done")).verdict == "duplicate"
    assert "all 3" in judge(Tally(duplicates=3), End(1, "done")).message


def test_a_newer_text_is_not_a_duplicate() -> None:
    assert judge(Tally(versions=1), End(1, "done")).verdict == "imported"


def test_a_file_without_articles_is_refused() -> None:
    assert judge(Tally(), End(1, "done")).verdict == "refused"


def test_a_refusal_keeps_its_words_and_its_code() -> None:
    judged = judge(Tally(), End(1, "refused", "It is damaged.", "Copy it again.", "damaged"))
    assert (judged.verdict, judged.code) == ("refused", "damaged")
    assert judged.message == "It is damaged. Copy it again."


@pytest.mark.parametrize(
    "verdict", ["refused", "failed", "crashed", "stalled", "too-long", "memory", "broken"]
)
def test_what_came_before_the_end_is_kept_in_part(verdict: Verdict) -> None:
    assert judge(Tally(new=1), End(1, verdict, "Words.")).verdict == "partly"
    judged = judge(Tally(), End(1, verdict, "Words."))
    assert judged.verdict == "refused"
    assert judged.message


def test_a_failure_shows_its_words_only_in_the_details() -> None:
    judged = judge(Tally(notes={"A note.": None}), End(1, "failed", "KeyError: 'x'"))
    assert "KeyError" not in judged.message
    assert judged.details == "A note.\nKeyError: 'x'"
