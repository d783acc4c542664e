"""What workers get at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.article import Body
from workstation.library.articles import Untagged
from workstation.limits import BATCH_ARTICLES, BATCH_CHARACTERS
from workstation.tagging.batches import batches


def untagged(number: int, characters: int = 10) -> Untagged:
    return Untagged(number, 1, Body("", "a" * characters, ()), "", "en", spans=())


def sizes(count: int, workers: int) -> list[int]:
    articles = map(untagged, range(count))
    return [len(batch) for batch in batches(articles, count, workers, read=True)]


@given(count=st.integers(0, 400), workers=st.integers(1, 8))
def test_every_article_is_in_one_batch_and_the_last_batches_are_small(
    count: int, workers: int
) -> None:
    given_out = sizes(count, workers)

    assert sum(given_out) == count
    assert given_out == sorted(given_out, reverse=True)
    assert max(given_out, default=0) <= BATCH_ARTICLES
    assert given_out[-1:] in ([], [1])


def test_long_articles_end_their_batch() -> None:
    articles = [untagged(n, BATCH_CHARACTERS // 2) for n in range(100)]

    assert len(next(batches(articles, 100, 1, read=True))) == 2


def test_what_only_registers_look_at_has_no_spans_to_wait_for() -> None:
    [[read]] = batches([untagged(1)], 1, 1, read=True)
    [[matched]] = batches([untagged(1)], 1, 1, read=False)

    assert (read.spans, matched.spans) == ((), ())
