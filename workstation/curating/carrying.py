"""Decisions as a file that another library understands: JSON, one decision a line.

Actors are told by their keys, which are the same everywhere, and articles by their identifiers
and the anchors of the decisions. The first line says what the file is, and whose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from workstation.curating import expecting, layer
from workstation.curating.conflicts import Told
from workstation.curating.places import articles_of
from workstation.curating.placing import MAKING
from workstation.domain.anchor import ANCHOR_TERMS
from workstation.domain.clean import clean_line
from workstation.domain.decision import (
    ABOUT_ARTICLES,
    ABOUT_OUTLETS,
    PLACED,
    Decision,
    Order,
    Reach,
    Verb,
)
from workstation.errors import Unreadable
from workstation.library import actors, decisions, wordings
from workstation.library.actors import AsFound
from workstation.library.library import Reading
from workstation.limits import (
    ACTOR_NAME_CHARACTERS,
    DECISION_LINE_BYTES,
    DECISION_TERMS,
    DECISIONS,
    DECISIONS_BYTES,
    TITLE_CHARACTERS,
)

_Format = Literal["media-workstation-decisions"]
_FORMAT: _Format = "media-workstation-decisions"
_VERSION = 1
_SHOWN = 200
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_Number = Annotated[int, Meta(ge=0, le=2**31 - 1)]
_Instant = Annotated[datetime, Meta(tz=True)]


class _Header(Struct, forbid_unknown_fields=True):
    format: _Format
    version: _Number
    library: str
    by: str
    at: _Instant
    decisions: _Number


class _Actor(Struct, forbid_unknown_fields=True, omit_defaults=True):
    id: str
    key: str
    name: str
    kind: str
    wikidata: str = ""


class _Line(Struct, forbid_unknown_fields=True, omit_defaults=True):
    id: str
    at: _Instant
    who: str
    verb: Verb
    subject: str
    terms: Annotated[list[str], Meta(max_length=DECISION_TERMS)] = []
    reason: str = ""
    words: str = ""
    """For people who read the file; nobody believes it."""
    mentions: _Number = 0
    articles: _Number = 0
    actors: Annotated[list[_Actor], Meta(max_length=DECISION_TERMS)] = []
    title: str = ""


@dataclass(frozen=True, slots=True)
class Coming:
    """A decision of a file; its number is its line's, and a revocation's subject an identity."""

    decision: Decision
    actors: tuple[AsFound, ...]
    """The actors that it names, so that one who is not there can be made."""
    title: str
    """The title of the article it is about, if it is about one."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file holds: decisions, and what is wrong with its other lines."""

    library: str
    by: str
    sha256: str
    decisions: tuple[Coming, ...]
    broken: tuple[Told, ...]


def lines(reading: Reading, *, library: str, by: str) -> Iterator[bytes]:
    """The log as lines of a file, without what tells of other files.

    Decisions that came with an adoption that was taken back stay here.
    """
    log = _own(decisions.log(reading))
    yield _encoded(_Header(_FORMAT, _VERSION, library, by, datetime.now(UTC), len(log)))
    ids = {d.number: d.id for d in log}
    about = [d.order for d in log if d.order.verb in ABOUT_ARTICLES]
    numbers = articles_of(reading, about)
    titles = wordings.titles_of(reading, set(numbers.values()))
    known = actors.as_found(reading, {uuid for d in log for uuid in named_by(d.order)})
    for one in log:
        order = one.order
        yield _encoded(
            _Line(
                id=one.id,
                at=one.at,
                who=one.who,
                verb=order.verb,
                subject=ids[int(order.subject)] if order.verb == "revoke" else order.subject,
                terms=list(order.terms),
                reason=order.reason,
                words=one.words,
                mentions=one.reach.mentions,
                articles=one.reach.articles,
                actors=[_told(known[uuid]) for uuid in named_by(order) if uuid in known],
                title=titles.get(numbers.get(order.subject, 0), ""),
            )
        )


def read(path: Path) -> Carried:
    """Reads a file of decisions from a stranger; lines that are none are told, and left out.

    Raises:
        Unreadable: the file as a whole is none, or larger than any.
    """
    whole = _bytes_of(path)
    first, *rest = whole.removeprefix(_BYTE_ORDER_MARK).split(b"\n", DECISIONS + 1)
    header = _header(first, path)
    if len(rest) > DECISIONS and rest[-1].strip():
        raise Unreadable(
            f"“{path.name}” holds more decisions than a library takes.",
            f"A library takes {DECISIONS}.",
        )
    found: list[Coming] = []
    broken: list[Told] = []
    for number, line in enumerate(rest, start=2):
        try:
            found += [_coming(number, line)] if line.strip() else []
        except Unreadable as error:
            broken.append(Told(number, error.what_happened))
    return Carried(
        clean_line(header.library, ACTOR_NAME_CHARACTERS),
        clean_line(header.by, ACTOR_NAME_CHARACTERS),
        sha256(whole).hexdigest(),
        tuple(found),
        tuple(broken),
    )


def named_by(order: Order) -> Sequence[str]:
    """The identifiers of the actors that have to be there for an order to say something."""
    if order.verb in PLACED:
        return order.terms[ANCHOR_TERMS : ANCHOR_TERMS + 1] if order.verb in MAKING else ()
    if order.verb in ("metonym", "date", "edit", "revoke", "adopt", *ABOUT_OUTLETS):
        return ()
    if order.verb in ("merge", "not-the-same"):
        return (order.subject, order.terms[0])
    if order.verb == "role":
        return (order.subject, *filter(None, order.terms[1:2]))
    return (order.subject, layer.split_off(order)) if order.verb == "split" else (order.subject,)


def _own(log: Sequence[Decision]) -> list[Decision]:
    kept: dict[int, Decision] = {}
    adopted: dict[int, Decision] = {d.number: d for d in log if d.order.verb == "adopt"}
    for one in log:
        taken_back = one.brought_by is not None and adopted[one.brought_by].revoked_by is not None
        about_none = one.order.verb == "revoke" and int(one.order.subject) not in kept
        if one.order.verb != "adopt" and not taken_back and not about_none:
            kept[one.number] = one
    return list(kept.values())


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable(f"“{path}” is no file.", "Name a file of decisions.")
        with path.open("rb") as file:
            whole = file.read(DECISIONS_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Unreadable(f"“{path}” cannot be read.", "Check the name and the rights.") from error
    if len(whole) > DECISIONS_BYTES:
        most = DECISIONS_BYTES >> 20
        raise Unreadable(f"“{path.name}” is too large.", f"Decisions take at most {most} MB.")
    return whole


def _header(line: bytes, path: Path) -> _Header:
    try:
        header = _decoded(line, _Header)
    except Unreadable as error:
        raise Unreadable(
            f"“{path.name}” is no file of decisions.", "`workstation decisions` writes one."
        ) from error
    if header.version != _VERSION:
        raise Unreadable(
            f"“{path.name}” was written by another version of Media Workstation.",
            "Install the newer version to read it.",
        )
    return header


def _coming(number: int, line: bytes) -> Coming:
    if len(line) > DECISION_LINE_BYTES:
        raise Unreadable("It is longer than any decision.")
    one = _decoded(line, _Line)
    order = Order(one.verb, one.subject, tuple(one.terms), one.reason)
    reach = Reach(one.mentions, one.articles)
    known = tuple(AsFound(a.id, a.key, a.name, a.kind, a.wikidata) for a in one.actors)
    decision = Decision(number, order, one.who, expecting.instant(one.at), reach, "", one.id)
    expecting.expect_decision(decision)
    expecting.expect_actors(known)
    return Coming(decision, known, clean_line(one.title, TITLE_CHARACTERS))


_Kind = TypeVar("_Kind", _Header, _Line)


def _decoded(line: bytes, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Unreadable(f"It is no decision: {clean_line(str(error), _SHOWN)}") from error


def _told(actor: AsFound) -> _Actor:
    name = clean_line(actor.name, ACTOR_NAME_CHARACTERS)
    return _Actor(actor.uuid, actor.key, name, actor.kind, actor.wikidata)


def _encoded(line: Struct) -> bytes:
    return msgspec.json.encode(line) + b"\n"
