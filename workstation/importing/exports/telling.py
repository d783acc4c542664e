"""The articles of an export, and words about those that are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.turns import Count, in_turn

Read = Callable[[], Draft] | Refused
"""What makes an article, or why it cannot be read."""

_NAMED = 8
"""Numbers of unread articles that are named; more would be no sentence."""


def told(found: Iterable[Read], announced: int = 0) -> Iterator[Draft | None]:
    """The articles that could be read.

    `announced` are the articles that the export says it holds; 0 if it does not say.

    Raises:
        Refused: after the last article, if any was unread or the export holds fewer than announced.
    """
    count = Count()
    yield from in_turn(found, _made, count)
    if not count.records:
        raise Refused(
            "The export holds no article.", "Export the articles again.", code="no-article"
        )
    if count.first is not None and count.records == 1:
        raise count.first
    words = [_unread(count, count.first)] if count.first is not None else []
    if count.records < announced:
        words.append(
            f"The export announces {announced:,} articles, and {count.records:,} stand in it."
        )
    if words:
        code = "some-unread" if count.unread else "incomplete"
        raise Refused(" ".join(words), "Export the missing ones again.", code=code)


def _made(one: Read) -> Draft:
    if isinstance(one, Refused):
        raise one
    return one()


def _unread(count: Count, first: Refused) -> str:
    numbers = [f"{number:,}" for number in count.unread[:_NAMED]]
    more = "" if len(count.unread) <= _NAMED else f" and {len(count.unread) - _NAMED:,} more"
    reason = first.what_happened
    which = f"number {', '.join(numbers)}{more}"
    return (
        f"{len(count.unread):,} of {count.records:,} articles could not be read ({which}): {reason}"
    )
