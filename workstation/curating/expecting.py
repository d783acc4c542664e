"""What may stand in a decision that comes from a stranger's file."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from workstation.curating import dating, editing, metonyms, outlets, tenures
from workstation.curating.placing import MAKING, WHOLE
from workstation.domain.actor import KINDS, actor_uuid
from workstation.domain.anchor import ANCHOR_TERMS, BESIDE
from workstation.domain.clean import clean_line, is_part_of_clean
from workstation.domain.decision import PLACED, Decision, Order, Verb
from workstation.domain.names import fold
from workstation.errors import Unreadable
from workstation.library.actors import AsFound
from workstation.limits import (
    ACTOR_NAME_CHARACTERS,
    DECISION_AHEAD_SECONDS,
    DECISION_KEY_CHARACTERS,
    DECISION_TERMS,
    QUOTE_CHARACTERS,
    REASON_CHARACTERS,
)

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")
_OFFSET = re.compile(r"[0-9]{1,9}")
_WIKIDATA = re.compile(r"(?:Q[0-9]{1,15})?")

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)

_TERMS: dict[Verb, tuple[int, ...]] = {
    "merge": (1,), "split": tuple(range(2, DECISION_TERMS + 1)), "rename": (1,), "kind": (1,),
    "alias": tuple(range(1, DECISION_TERMS + 1)), "not-an-actor": (0,), "metonym": (2,),
    "accept": (1,), "not-the-same": (1,), "no-name": (1,),
    "role": (4,),
    "assign": (ANCHOR_TERMS + 1, WHOLE), "mention": (ANCHOR_TERMS + 1, WHOLE),
    "no-mention": (ANCHOR_TERMS,), "boilerplate": (ANCHOR_TERMS,), "body": (ANCHOR_TERMS,),
    "outlet-boilerplate": (2,), "outlet-body": (2,), "date": (2,), "edit": (3,), "revoke": (0,),
    "adopt": (),
}  # fmt: skip


def instant(at: datetime) -> datetime:
    """The instant in UTC.

    Raises:
        Unreadable: nobody can have decided anything then.
    """
    if not _FIRST <= at <= datetime.now(UTC) + timedelta(seconds=DECISION_AHEAD_SECONDS):
        raise Unreadable(f"It was taken at an impossible time: {at.isoformat()}.")
    return at.astimezone(UTC)


def expect_decision(decision: Decision) -> None:
    """Checks everything about a decision that needs no library.

    Raises:
        Unreadable: this program would never have written it.
    """
    order = decision.order
    if not _UUID.fullmatch(decision.id) or not _UUID.fullmatch(order.subject):
        raise Unreadable("It names something by no identifier.")
    if len(order.terms) not in _TERMS[order.verb]:
        raise Unreadable(f"“{order.verb}” takes another number of terms.")
    if not _is_line(decision.who, ACTOR_NAME_CHARACTERS) or not decision.who:
        raise Unreadable("It does not say who decided.")
    if not _is_line(order.reason, REASON_CHARACTERS):
        raise Unreadable("Its reason is too long, or holds signs that no line holds.")
    _expect_terms(order)


def expect_actors(named: Iterable[AsFound]) -> None:
    """Checks that actors are what they are called.

    Raises:
        Unreadable: a key is not that of its identifier, or a name or a kind is none.
    """
    for actor in named:
        key_fits = len(actor.key) <= DECISION_KEY_CHARACTERS and is_part_of_clean(actor.key)
        if not key_fits or actor.uuid != actor_uuid(actor.key):
            raise Unreadable("It names an actor by a key that is another's.")
        if not _is_name(actor.name) or actor.kind not in KINDS:
            raise Unreadable("It names an actor without a name or a kind.")
        if not _WIKIDATA.fullmatch(actor.wikidata):
            raise Unreadable("It names an actor by no identifier.")


def _expect_terms(order: Order) -> None:
    if order.verb in PLACED:
        _expect_place(order)
    elif not _fits(order):
        raise Unreadable(f"“{order.verb}” cannot say that, or a name in it is none.")


def _fits(order: Order) -> bool:
    terms = order.terms
    of_verb: dict[Verb, Callable[[], bool]] = {
        "merge": lambda: _is_another(order),
        "not-the-same": lambda: _is_another(order),
        "role": lambda: _is_role(order),
        "kind": lambda: terms[0] in KINDS,
        "date": lambda: dating.is_known(terms[0]) and bool(_HASH.fullmatch(terms[1])),
        "edit": lambda: editing.is_known(order) and bool(_HASH.fullmatch(terms[2])),
        "outlet-boilerplate": lambda: outlets.is_known(order),
        "outlet-body": lambda: outlets.is_known(order),
        "metonym": lambda: _is_name(terms[0]) and terms[1] in metonyms.MEANT,
    }
    return of_verb.get(order.verb, lambda: all(map(_is_name, terms)))()


def _expect_place(order: Order) -> None:
    quote, field, start, text_hash, before, after = order.terms[:ANCHOR_TERMS]
    marking = order.verb not in MAKING
    own_words = order.verb in ("boilerplate", "body")
    if field not in (("text",) if own_words else ("text", "title")):
        raise Unreadable("It is about a place that is none.")
    if not _OFFSET.fullmatch(start) and not (marking and not start):
        raise Unreadable("It is about a place that is none.")
    sides = (before, after)
    if not _HASH.fullmatch(text_hash) or max(map(len, sides)) > BESIDE:
        raise Unreadable("It is about words that are none.")
    if not all(map(is_part_of_clean, (quote, *sides))) or not any(map(str.isalnum, quote)):
        raise Unreadable("It quotes signs that no article holds.")
    if len(quote) > QUOTE_CHARACTERS:
        raise Unreadable("Its quote is too long.")
    if not marking:
        _expect_actor(*order.terms[ANCHOR_TERMS:])


def _expect_actor(uuid: str, name: str = "", kind: str = "") -> None:
    if not _UUID.fullmatch(uuid):
        raise Unreadable("It names somebody by no identifier.")
    if not (name or kind):
        return
    if not _is_name(name) or kind not in KINDS or uuid != actor_uuid(f"{kind}/{fold(name)}"):
        raise Unreadable("It makes an actor that is none.")


def _is_role(order: Order) -> bool:
    office, of, *_ = order.terms
    return _is_name(office) and (not of or bool(_UUID.fullmatch(of))) and tenures.is_known(order)


def _is_another(order: Order) -> bool:
    return bool(_UUID.fullmatch(order.terms[0])) and order.terms[0] != order.subject


def _is_name(text: str) -> bool:
    return _is_line(text, ACTOR_NAME_CHARACTERS) and any(map(str.isalnum, text))


def _is_line(text: str, longest: int) -> bool:
    return len(text) <= longest and clean_line(text, longest) == text
