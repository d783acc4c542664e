"""The articles of an export, and words about those that are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from workstation.domain.article import Draft
from workstation.errors import Refused

Read = Draft | Refused
"""An article, or why it could not be read."""

_NAMED = 8
"""Numbers of unread articles that are named; more would be no sentence."""


def attempt(make: Callable[[], Draft]) -> Read:
    """The draft, or the refusal that making it ends in."""
    try:
        return make()
    except Refused as error:
        return error


def told(found: Iterable[Read], announced: int = 0) -> Iterator[Draft | None]:
    """The articles that could be read.

    `announced` are the articles that the export says it holds; 0 if it does not say.

    Raises:
        Refused: after the last article, if any was unread or the export holds fewer than announced.
    """
    unread: list[tuple[int, Refused]] = []
    count = 0
    for count, one in enumerate(found, 1):
        if isinstance(one, Refused):
            unread.append((count, one))
            yield None
        else:
            yield one
    if not count:
        raise Refused(
            "The export holds no article.", "Export the articles again.", code="no-article"
        )
    if unread and count == 1:
        raise unread[0][1]
    words = [_unread(unread, count)] if unread else []
    if count < announced:
        words.append(f"The export announces {announced:,} articles, and {count:,} stand in it.")
    if words:
        code = "some-unread" if unread else "incomplete"
        raise Refused(" ".join(words), "Export the missing ones again.", code=code)


def _unread(unread: list[tuple[int, Refused]], count: int) -> str:
    numbers = [f"{number:,}" for number, _error in unread[:_NAMED]]
    more = "" if len(unread) <= _NAMED else f" and {len(unread) - _NAMED:,} more"
    reason = unread[0][1].what_happened
    which = f"number {', '.join(numbers)}{more}"
    return f"{len(unread):,} of {count:,} articles could not be read ({which}): {reason}"
