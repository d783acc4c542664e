"""The decision log: rows are only ever added."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from workstation.domain.decision import Decision, Order, Reach
from workstation.library.library import Reading, Writing, now
from workstation.library.schema import decisions


def append(writing: Writing, order: Order, *, who: str, reach: Reach, words: str) -> int:
    """Adds a decision and returns its number."""
    number = (writing.connection.scalar(sa.select(sa.func.max(decisions.c.number))) or 0) + 1
    writing.connection.execute(
        sa.insert(decisions).values(
            number=number,
            uuid=str(uuid4()),
            verb=order.verb,
            subject=order.subject,
            terms=json.dumps(order.terms, ensure_ascii=False),
            reason=order.reason,
            who=who,
            at=now(),
            mentions=reach.mentions,
            articles=reach.articles,
            words=words,
        )
    )
    writing.touched("decisions")
    return number


def log(reading: Reading) -> list[Decision]:
    """Every decision, oldest first, with the decision that took it back, if one holds."""
    rows = reading.connection.execute(sa.select(decisions).order_by(decisions.c.number)).all()
    revoked = _revocations(rows)
    return [
        Decision(
            number=row.number,
            order=Order(row.verb, row.subject, tuple(json.loads(row.terms)), row.reason),
            who=row.who,
            at=datetime.fromtimestamp(row.at, UTC),
            reach=Reach(row.mentions, row.articles),
            words=row.words,
            revoked_by=revoked.get(row.number),
        )
        for row in rows
    ]


def _revocations(rows: Iterable[Any]) -> dict[int, int]:
    """Which decision each revoked one was taken back by.

    A revocation counts only while it is not itself revoked, and only a later decision can
    revoke: from the newest to the oldest, each one's fate is known before it is needed.
    """
    revoked: dict[int, int] = {}
    for row in sorted(rows, key=lambda row: row.number, reverse=True):
        if row.verb == "revoke" and row.number not in revoked:
            revoked.setdefault(int(row.subject), row.number)
    return revoked
