"""What an agency says of its own item: withdrawn, held back, or under embargo."""

from __future__ import annotations

from datetime import UTC, datetime

from workstation.errors import Refused
from workstation.importing.dates import read_date
from workstation.importing.facts import Facts, Hints

_CANCELED = {"canceled", "cancelled", "killed"}


def standing(status: str, embargo: str, advice: str = "") -> Facts:
    """Notes and hints about an item's status, embargo and the advice to its editors."""
    notes, hints = [], []
    bare = status.rpartition(":")[2].strip().casefold()
    if bare in _CANCELED:
        notes.append("The provider has withdrawn this article.")
        hints.append(("status", "withdrawn"))
    elif bare and bare != "usable":
        notes.append(f"The provider marks this article as {bare}.")
        hints.append(("status", bare))
    if embargo.strip():
        until = read_date(embargo, "")
        notes.append(f"Under embargo until {until.iso() if until else embargo.strip()}.")
        hints.append(("embargo", embargo.strip()))
    if advice:
        hints.append(("advice to editors", advice))
    return Facts(hints=tuple(hints), notes=tuple(note[:200] for note in notes))


def is_withdrawn(hints: Hints) -> bool:
    """Whether the provider does not want an article to be used any more."""
    return ("status", "withdrawn") in hints


def is_held_back(hints: Hints) -> bool:
    """Whether an article is not to be used yet."""
    return ("status", "withheld") in hints or any(
        kind == "embargo" and _lies_ahead(words) for kind, words in hints
    )


def _lies_ahead(words: str) -> bool:
    until = read_date(words, "")
    if until is None:
        return True
    now = datetime.now(UTC)
    return until.instant > now if until.instant else until.local_day(UTC) > now.date()


def without_text(facts: Facts) -> Refused:
    """The refusal of an item without a text, which may be a kill notice."""
    if is_withdrawn(facts.hints):
        name = facts.title or facts.provider_id or "an article"
        return Refused(
            f"The provider has withdrawn “{name}”.",
            "Look whether the library holds it, and do not use it.",
            code="withdrawn",
        )
    return Refused("It holds no text; perhaps it is a picture.", code="empty")
