"""Erasing articles for good: the one thing that is not a decision, and cannot be taken back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workstation.curating import decisions, places
from workstation.domain.anchor import paragraph_key
from workstation.domain.decision import ABOUT_ARTICLES, ABOUT_OUTLETS, Decision, Order
from workstation.errors import Unreadable
from workstation.library import articles, erasing, originals, repeats, versions, wordings
from workstation.library import decisions as kept
from workstation.library.erasing import Held
from workstation.library.library import Library, Reading
from workstation.library.places import keyed
from workstation.limits import ERASED_AT_ONCE

_BACKUPS: Final = "backups"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What goes with some articles, to be said before it does."""

    articles: int
    versions: int
    notes: int
    mentions: int
    decisions: int
    originals: int
    sharing: int
    """Other articles that lose their original, which holds the erased ones too."""
    copies: int
    """Other articles that tell the same stories, and stay."""
    backups: int


def preview(library: Library, numbers: Sequence[int]) -> Erasure:
    """What erasing some articles would remove.

    Raises:
        UnknownName: one of them is not there.
        Unreadable: they are none, or too many to be erased at once.
    """
    with library.read() as reading:
        gone = _held(reading, numbers)
        return _told(library, numbers, gone, _about(reading, numbers, gone))


def erase(library: Library, numbers: Sequence[int], *, who: str = "") -> Erasure:
    """Erases articles: texts, index, originals, quotes in decisions, notes, and all backups.

    That they were erased stays, with who did so and when, so that they do not come back unasked.

    Raises:
        UnknownName: one of them is not there.
        Unreadable: they are none, or too many to be erased at once.
        LibraryLocked: somebody reads in the library all the time; `finish` does the rest.
    """
    with library.write() as writing:
        gone = _held(writing, numbers)
        about = _about(writing, numbers, gone)
        erasure = _told(library, numbers, gone, about)
        erasing.erase(writing, numbers, gone, about, who=who or decisions.me())
    finish(library)
    return erasure


def finish(library: Library) -> bool:
    """Removes what an erasure that was stopped has left; whether there was one.

    Raises:
        LibraryLocked: somebody reads in the library all the time.
    """
    with library.read() as reading:
        left, waiting = erasing.pending(reading), erasing.is_pending(reading)
    if not waiting:
        return False
    originals.sweep(library)
    for sha256 in left:
        originals.remove(library, sha256)
    for path in _backups(library):
        originals.shred(path)
    library.compact()
    with library.write() as writing:
        erasing.done(writing)
    return True


def _held(reading: Reading, numbers: Sequence[int]) -> Held:
    if not 0 < len(numbers) <= ERASED_AT_ONCE:
        raise Unreadable(
            f"1 to {ERASED_AT_ONCE:,} articles can be erased at once.", "Choose fewer of them."
        )
    if missing := set(numbers) - wordings.marks_of(reading, numbers).keys():
        raise articles.no_such_article(min(missing))
    return erasing.held(reading, numbers)


def _told(library: Library, numbers: Sequence[int], gone: Held, about: set[int]) -> Erasure:
    return Erasure(
        articles=len(set(numbers)),
        versions=gone.versions,
        notes=gone.notes,
        mentions=gone.mentions,
        decisions=len(about),
        originals=len(gone.originals),
        sharing=gone.sharing,
        copies=gone.copies,
        backups=len(_backups(library)),
    )


def _backups(library: Library) -> list[Path]:
    return [path for path in (library.folder / _BACKUPS).rglob("*") if path.is_file()]


def _about(reading: Reading, numbers: Sequence[int], gone: Held) -> set[int]:
    """The decisions that quote the articles, by number, and those that took them back."""
    log = kept.log(reading)
    texts = [one.text for number in numbers for one in versions.of(reading, number)]
    keys = {key for text in texts for key in keyed(text)}
    about = {
        decision.number
        for decision in log
        if _is_about(decision.order, gone) or _quotes(reading, decision.order, keys, numbers)
    }
    return about | _taken_back(log, about)


def _is_about(order: Order, gone: Held) -> bool:
    if order.verb not in ABOUT_ARTICLES:
        return False
    return order.subject in gone.uuids or places.text_hash_of(order) in gone.hashes


def _quotes(reading: Reading, order: Order, keys: Collection[str], numbers: Sequence[int]) -> bool:
    """Whether an order quotes a paragraph of theirs that no other article of its outlet has."""
    if order.verb not in ABOUT_OUTLETS or (key := paragraph_key(order.terms[1])) not in keys:
        return False
    return repeats.of(reading, order.terms[0], key).keys() <= set(numbers)


def _taken_back(log: Sequence[Decision], about: set[int]) -> set[int]:
    """The revocations of some decisions, and theirs."""
    found: set[int] = set()
    for decision in log:
        if decision.order.verb == "revoke" and int(decision.order.subject) in about | found:
            found.add(decision.number)
    return found
