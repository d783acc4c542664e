"""Words that somebody points at: the orders that say whom they mean, and what these reach."""

from workstation.curating import aliases, decisions
from workstation.domain.anchor import ANCHOR_TERMS
from workstation.domain.decision import Decision, Order, Reach, Verb
from workstation.domain.meaning import Said
from workstation.errors import UnknownName
from workstation.library import actors, corpus
from workstation.library.library import Library, Reading


def orders(reading: Reading, said: Said) -> list[Order]:
    """The orders that say it, to be taken at once.

    An actor that is still to be made is made where the words stand: nothing else makes one.

    Raises:
        UnknownName: the article does not hold the words, or there is no such actor.
        Unreadable: it means that actor already, or the words cannot be a name.
    """
    if not said.everywhere:
        return [_here(reading, said)]
    words, terms = said.words, (said.words.quote, *said.near)
    known = _known(reading, said)
    if known:
        near = said.near
        wanted = (known, words.quote)
        return [decisions.order(reading, "alias", *wanted, near=near, reason=said.reason)]
    here = _here(reading, said)
    return [here, Order("alias", here.terms[ANCHOR_TERMS], terms, said.reason)]


def preview(library: Library, said: Said) -> Reach:
    """How many mentions and articles it would change.

    Raises:
        UnknownName: the article does not hold the words, or there is no such actor.
        Unreadable: it means that actor already, or the words cannot be a name.
    """
    with library.read() as reading:
        *_, last = wanted = orders(reading, said)
        if len(wanted) > 1:
            return aliases.reach_of_new(reading, last, said.actor, said.kind)
    return decisions.preview(library, last)


def take(library: Library, said: Said) -> Decision:
    """Decides it; one undo takes all of it back.

    Raises:
        UnknownName: the article does not hold the words, or there is no such actor.
        Unreadable: it means that actor already, or the words cannot be a name.
    """
    with library.read() as reading:
        wanted = orders(reading, said)
    return decisions.decide_at_once(library, wanted)[-1]


def _here(reading: Reading, said: Said) -> Order:
    words = said.words
    place = (words.field, words.start, words.start + len(words.quote))
    found = corpus.mentions_in(reading, words.article)
    there = any((one.field, one.start, one.end) == place for one in found)
    verb: Verb = "assign" if there else "mention"
    return decisions.order(
        reading,
        verb,
        str(words.article),
        words.quote,
        said.actor,
        at=(words.field, words.start),
        kind=said.kind,
        reason=said.reason,
    )


def _known(reading: Reading, said: Said) -> str:
    if not said.kind:
        return said.actor
    try:
        return actors.find(reading, said.actor, kind=said.kind)
    except UnknownName as error:
        if error.code == "several":
            raise
        return ""
