"""The decision log: rows are only ever added."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from workstation.domain.decision import Decision, Order, Reach
from workstation.library.library import Reading, Writing
from workstation.library.schema import decisions

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was decided, before it has a place in the log."""

    order: Order
    who: str
    reach: Reach
    words: str


def append(writing: Writing, log: Sequence[Decision], *taken: Taken) -> list[Decision]:
    """Adds decisions behind all others of the log, and returns the log with them.

    Several are taken together.
    """
    at = datetime.now(UTC)
    if log:
        # Clocks are set back, and other libraries' may be fast.
        at = max(at, log[-1].at + _MICROSECOND)
    first = next_number(log)
    together = first if len(taken) > 1 else None
    new = [
        Decision(
            number=first + n,
            order=one.order,
            who=one.who,
            at=at + n * _MICROSECOND,
            reach=one.reach,
            words=one.words,
            id=str(uuid4()),
            together=together,
        )
        for n, one in enumerate(taken)
    ]
    return bring(writing, log, new)


def bring(writing: Writing, log: Iterable[Decision], new: Sequence[Decision]) -> list[Decision]:
    """Adds decisions as they are, wherever their time puts them, and returns the log."""
    if new:
        writing.connection.execute(sa.insert(decisions), [_row(decision) for decision in new])
    writing.touched("decisions")
    return in_order([*log, *new])


def bring_again(
    writing: Writing, log: Iterable[Decision], numbers: Iterable[int], adoption: int
) -> list[Decision]:
    """Lets decisions whose adoption was taken back come with another, and returns the log."""
    again = set(numbers)
    for number in again:
        writing.connection.execute(
            sa.update(decisions).where(decisions.c.number == number).values(brought_by=adoption)
        )
    writing.touched("decisions")
    return in_order(replace(d, brought_by=adoption) if d.number in again else d for d in log)


def log(reading: Reading) -> list[Decision]:
    """Every decision, oldest first, with the decision that took it back, if one holds."""
    rows = reading.connection.execute(sa.select(decisions))
    return in_order(
        Decision(
            number=row.number,
            order=Order(row.verb, row.subject, tuple(json.loads(row.terms)), row.reason),
            who=row.who,
            at=_EPOCH + row.at * _MICROSECOND,
            reach=Reach(row.mentions, row.articles),
            words=row.words,
            id=row.uuid,
            brought_by=row.brought_by,
            together=row.together,
        )
        for row in rows
    )


def microseconds(at: datetime) -> int:
    """When a decision was taken, as the store keeps it: in microseconds since 1970."""
    return (at - _EPOCH) // _MICROSECOND


def next_number(log: Iterable[Decision]) -> int:
    """The number of the next decision of this library."""
    return max((decision.number for decision in log), default=0) + 1


def in_order(log: Iterable[Decision]) -> list[Decision]:
    """The decisions as every library that has them orders them, each with what took it back."""
    ordered = sorted(log, key=lambda decision: (decision.at, decision.id))
    revoked = _revocations(ordered)
    return [
        decision
        if decision.revoked_by == (by := revoked.get(decision.number))
        else replace(decision, revoked_by=by)
        for decision in ordered
    ]


def _revocations(ordered: Sequence[Decision]) -> dict[int, int]:
    """Which decision each revoked one was taken back by.

    A revocation counts only while it is not itself revoked, and only a later decision can
    revoke: from the newest to the oldest, each one's fate is known before it is needed. An
    adoption is later than all that came with it, and takes all of it along.
    """
    revoked: dict[int, int] = {}
    for decision in reversed(ordered):
        if decision.brought_by in revoked:
            revoked[decision.number] = revoked[decision.brought_by]
        elif decision.order.verb == "revoke" and decision.number not in revoked:
            revoked.setdefault(int(decision.order.subject), decision.number)
    return revoked


def _row(decision: Decision) -> dict[str, Any]:
    order = decision.order
    return {
        "number": decision.number,
        "uuid": decision.id,
        "verb": order.verb,
        "subject": order.subject,
        "terms": json.dumps(order.terms, ensure_ascii=False),
        "reason": order.reason,
        "who": decision.who,
        "at": microseconds(decision.at),
        "mentions": decision.reach.mentions,
        "articles": decision.reach.articles,
        "words": decision.words,
        "brought_by": decision.brought_by,
        "together": decision.together,
    }
