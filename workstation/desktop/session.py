"""How a library was left: what was selected, read and listed, and what was searched for last.

It is kept on this machine and not in the library, which may be another's, too. Articles are named
by their identifiers and nothing of their words is kept, so that what is erased is not kept here.
"""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from workstation.desktop.keeping import keep, kept
from workstation.domain.actor import Kind
from workstation.domain.selection import Facet, Selection
from workstation.errors import WorkstationError
from workstation.limits import SESSION_VALUES

if TYPE_CHECKING:
    from workstation.library.library import Library, Reading


_EVERYTHING: Final = Selection()


@dataclass(frozen=True, slots=True)
class Standing:
    """A tab as it is found again: its article, its side, and how far it was read."""

    article: int
    kept: bool
    side: int = 0
    place: int = 0
    in_front: bool = False
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class ActorList:
    """How the list of actors was arranged; columns are named by their numbers."""

    by: int = 2
    descending: bool = True
    by_kind: bool = False
    with_hidden: bool = False
    kinds: tuple[Kind, ...] = ()
    columns: tuple[int, ...] = ()
    filter: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that is taken up again; the selection's focus is a tab's, or `focus`."""

    selection: Selection = _EVERYTHING
    focus: str = ""
    tabs: tuple[Standing, ...] = ()
    side: int = 0
    order: str = "newest"
    top: int = 0
    """The first row of articles in view."""
    actors: ActorList = ActorList()
    bins: str = "automatic"
    recent: tuple[str, ...] = ()


def leave(where: str, session: Session) -> None:
    """Remembers how a library was left; a disk that refuses is no reason to complain."""
    keep(_name(where), session)


def left(library: "Library") -> Session:
    """How a library was left, without what is no longer in it."""
    session = kept(_name(library.where), Session)
    if session is None:
        return Session()
    try:
        with library.read() as reading:
            return _present(reading, session)
    except WorkstationError:
        return Session(recent=session.recent)


def _present(reading: "Reading", session: Session) -> Session:
    from workstation.library import actors, lasting  # noqa: PLC0415 - start-up stays light

    wanted = {session.focus, *(tab.identifier for tab in session.tabs)}
    there = lasting.numbers(reading, wanted)
    tabs = tuple(
        replace(tab, article=there[tab.identifier], side=min(1, max(0, tab.side)))
        for tab in session.tabs
        if tab.identifier in there
    )
    before = session.selection
    now = actors.standing_for(reading, before.picked) if before.picked else {}
    selection = replace(
        _without_gone(reading, before),
        picked=tuple(dict.fromkeys(now[actor] for actor in before.picked if actor in now)),
        focus=there.get(session.focus),
    )
    return replace(session, selection=selection, tabs=tabs, side=int(session.side == 1))


def _without_gone(reading: "Reading", selection: Selection) -> Selection:
    """The selection without the values of facets that no article has."""
    from workstation.library import corpus  # noqa: PLC0415 - start-up stays light

    def there(facet: Facet, value: str) -> bool:
        return corpus.count(reading, Selection().with_facet(facet, (value,))) > 0

    for facet, values in selection.facets:
        found = tuple(value for value in values[:SESSION_VALUES] if there(facet, value))
        selection = selection.with_facet(facet, found)
    return selection


def _name(where: str) -> str:
    return f"sessions/{sha256(where.encode()).hexdigest()[:24]}"
