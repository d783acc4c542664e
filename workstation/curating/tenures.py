"""Orders that say who held an office, and from when to when."""

import re
from collections.abc import Iterable
from datetime import date

from workstation.domain.actor import Naming, Tenure
from workstation.domain.decision import Decision, Order, Reach
from workstation.domain.names import fold
from workstation.errors import Unreadable
from workstation.library import actors, corpus, holding
from workstation.library.library import Reading
from workstation.resolving.registers import Registers
from workstation.resolving.words import Words

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_WHOLE = "0000-01-01"

USAGE = "For example: role “Ann Berg” “energy minister” “Norway” 2021-10 2024."


def order(reading: Reading, subject: str, *terms: str, reason: str = "") -> Order:
    """An order of a person, an office, whose it is ("": nobody's), and from when to when.

    Raises:
        UnknownName: an actor is not there.
        Unreadable: there are too few or too many terms.
    """
    if not 1 <= len(terms) <= 4:  # noqa: PLR2004 - office, whose, from and to
        raise Unreadable(
            "“role” takes a person, an office and up to three more.", USAGE, code="usage"
        )
    office, of, since, until = (*terms, "", "", "")[:4]
    owner = corpus.find_actor(reading, of).id if of else ""
    person = corpus.find_actor(reading, subject).id
    return Order("role", person, (office, owner, since, until), reason)


def expect_sense(reading: Reading, wanted: Order, log: Iterable[Decision]) -> None:
    """Checks that an order is well made and would change something.

    Raises:
        UnknownName: an actor is not there.
        Unreadable: it is no office, the days are none, or it was decided already.
    """
    if not is_known(wanted):
        raise Unreadable("That is no office with its days.", "Days are like 2021-10-14 or 2021-10.")
    for uuid in filter(None, (wanted.subject, wanted.terms[1])):
        actors.name_of(reading, uuid)
    same = (wanted.subject, wanted.terms)
    if any((d.order.subject, d.order.terms) == same for d in _holding(log)):
        raise Unreadable("That is decided already.", "Nothing was changed.")


def is_known(wanted: Order) -> bool:
    """Whether an order is one that this program would have written, as far as terms tell."""
    office, of, since, until = wanted.terms
    days = all(not when or _is_day(when) for when in (since, until))
    turned = bool(since and until) and until[: len(since)] < since[: len(until)]
    return any(map(str.isalpha, office)) and of != wanted.subject and days and not turned


def namings(reading: Reading, log: Iterable[Decision]) -> list[Naming]:
    """What the workers need to know of the offices that are held."""
    return _namings(reading, [d.order for d in _holding(log)])


def spelled(wanted: Order) -> str:
    """What a text holds that an order may concern: the last word of the office."""
    return wanted.terms[0].split()[-1]


def reach(reading: Reading, wanted: Order) -> Reach:
    """The places that would mean the holder by the office alone."""
    (naming,) = _namings(reading, [wanted]) or (None,)
    if naming is None or naming.held is None:
        return Reach(0, 0)
    shipped = Registers.shipped()
    owner = [shipped[naming.held.of]] if naming.held.of in shipped else []
    registers = Registers(owner).with_aliases([naming])
    places: set[tuple[int, str, int]] = set()
    for number, language, body in holding.texts(reading, wanted.terms[0]):
        day = corpus.article(reading, number).day
        for field, text in (("title", body.title), ("text", body.text)):
            found = registers.find(
                Words(text), language=language, day=day.isoformat() if day else ""
            )
            mine = (match for match in found if match.known.key == naming.key)
            places.update((number, field, match.start) for match in mine)
    return Reach(len(places), len({number for number, *_ in places}))


def words(wanted: Order, person: str, owner: str) -> str:
    """The order as a sentence."""
    office, _, since, until = wanted.terms
    whose = f" of “{owner}”" if owner else ""
    begins = f" from {since}" if since else ""
    ends = f" to {until}" if until else ""
    return f"“{person}” is {office}{whose}{begins}{ends}."


def _holding(log: Iterable[Decision]) -> list[Decision]:
    return [d for d in log if d.order.verb == "role" and d.revoked_by is None]


def _namings(reading: Reading, orders: Iterable[Order]) -> list[Naming]:
    listed = list(orders)
    uuids = {uuid for order in listed for uuid in (order.subject, order.terms[1]) if uuid}
    found = actors.as_found(reading, uuids)
    made = []
    for order in listed:
        office, of, since, until = order.terms
        if order.subject not in found or (of and of not in found):
            continue
        key, owner = (found[of].key, found[of].name) if of else ("", "")
        (naming,) = actors.namings(reading, [(order.subject, office, ())])
        tenure = Tenure(office, key, owner, since, until)
        made.append(Naming(naming.key, naming.name, naming.kind, office, held=tenure))
    return made


def _is_day(when: str) -> bool:
    if not _DAY.fullmatch(when):
        return False
    try:
        date.fromisoformat(when + _WHOLE[len(when) :])
    except ValueError:
        return False
    return True


def thing(wanted: Order) -> tuple[str, str, str]:
    """What an order is about: a person, an office, and whose it is."""
    return wanted.subject, fold(wanted.terms[0]), wanted.terms[1]
