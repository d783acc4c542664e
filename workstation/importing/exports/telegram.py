"""Channels that Telegram Desktop exported: each message with a text is an article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec

from workstation.domain.article import Draft, Published
from workstation.errors import Refused
from workstation.importing.dates import FIRST_YEAR, LAST_YEAR, read_date
from workstation.importing.exports.json_text import Damaged, members, whole, words
from workstation.importing.exports.telling import Read
from workstation.importing.facts import Facts, make_draft


def articles(value: object) -> Iterator[Read]:
    """The messages of all channels in a file; those without words are skipped."""
    for chat in _chats(value):
        for message in members(chat.get("messages")):
            if words(message.get("type")) in {"message", ""} and _text(message):
                yield partial(_article, chat, message)


def channel(damaged: Damaged) -> dict[str, Any]:
    """The channel of a file that is damaged behind its head."""
    head = damaged.before.rstrip(" \t\r\n,")
    known: dict[str, Any] = {}
    with suppress(msgspec.MsgspecError, ValueError, RecursionError):
        # Of all channels in one file, the first one's head stands behind the last brace.
        known = msgspec.json.decode("{" + head.rpartition("{")[2] + "}", type=dict[str, Any])
    return {**known, "messages": damaged.objects}


def _chats(value: object) -> Iterator[dict[str, Any]]:
    for one in members(value):
        if isinstance(one.get("messages"), list):
            yield one
        for name in ("chats", "left_chats"):
            listed = one.get(name)
            yield from members(listed.get("list") if isinstance(listed, dict) else None)


def _article(chat: dict[str, Any], message: dict[str, Any]) -> Draft:
    outlet, author = words(chat.get("name")), words(message.get("from"))
    place, number = words(chat.get("id")), words(message.get("id"))
    text = _text(message)
    if not any(map(str.isalnum, text)):
        raise Refused("It holds no words.", code="empty")
    facts = Facts(
        outlet=outlet,
        author="" if author == outlet else author,
        published=_published(message),
        provider_id=f"telegram:{place or outlet}:{number}" if number else "",
        provider_version=whole(message.get("edited_unixtime")),
        hints=tuple(_hints(message)),
    )
    return make_draft("\n\n".join(filter(str.strip, text.splitlines())), facts, "")


def _text(message: dict[str, Any]) -> str:
    """The words of a message: a text, or pieces of which some are links, names or bold."""
    said = message.get("text")
    parts = said if isinstance(said, list) else [said]
    return "".join(
        part if isinstance(part, str) else str(part.get("text") or "") if isinstance(part, dict)
        else "" for part in parts
    ).strip()  # fmt: skip


def _published(message: dict[str, Any]) -> Published | None:
    """The instant; older exports give only a time of the exporting computer, which is a day."""
    second = whole(message.get("date_unixtime"))
    try:
        at = datetime.fromtimestamp(second, UTC) if second else None
    except (ValueError, OverflowError, OSError):
        at = None
    if at and FIRST_YEAR <= at.year <= LAST_YEAR:
        return Published.at(at, "date_unixtime")
    return read_date(words(message.get("date")), "date")


def _hints(message: dict[str, Any]) -> Iterator[tuple[str, str]]:
    forwarded = words(message.get("forwarded_from"))
    yield "forwarded from", forwarded
    yield "outlet", forwarded
    yield "author", words(message.get("author"))
    yield "edited", words(message.get("edited"))
