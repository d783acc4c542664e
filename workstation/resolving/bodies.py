"""The forces and ministries that every state has: "French navy", "Chadian foreign ministry"."""

from collections.abc import Iterable, Iterator
from typing import Final

from workstation.domain.actor import Kind
from workstation.resolving.known import Alias, Known
from workstation.resolving.register_files import LABELS

_ADJECTIVES: Final = ("adjective", "tongue")
_BODIES: Final[tuple[tuple[str, Kind, tuple[str, ...]], ...]] = (
    ("army", "military", ("army",)),
    ("navy", "military", ("navy",)),
    ("air force", "military", ("air force",)),
    ("armed forces", "military", ("armed forces", "military")),
    ("coast guard", "military", ("coast guard", "coastguard")),
    ("foreign ministry", "government", ("foreign ministry",)),
    ("defence ministry", "government", ("defence ministry", "defense ministry")),
    ("interior ministry", "government", ("interior ministry",)),
)
# "the Chadian military said", and not "Chadian military vehicles".
_ALONE_ONLY: Final = frozenset(("military",))


def of_states(actors: Iterable[Known]) -> Iterator[Known]:
    """The bodies of the states among some actors, but for those that are listed by name."""
    listed = list(actors)
    taken = {alias.text.casefold() for known in listed for alias in known.aliases}
    for state in listed:
        adjectives = [a.text for a in state.aliases if a.kind in _ADJECTIVES and not a.language]
        if state.kind == "state" and adjectives:
            yield from _bodies(state, adjectives, taken)


def _bodies(state: Known, adjectives: list[str], taken: set[str]) -> Iterator[Known]:
    for body, kind, called in _BODIES:
        if f"{adjectives[0]} {body}".casefold() in taken:
            continue
        aliases = tuple(
            Alias(
                f"{adjective} {name}",
                "name",
                only_if=(("alone",),) if name in _ALONE_ONLY else (),
            )
            for adjective in adjectives
            for name in called
            if f"{adjective} {name}".casefold() not in taken
        )
        name = f"{adjectives[0]} {body.title()}"
        key = f"{state.key}/{body.replace(' ', '-')}"
        yield Known(state.register, key, name, kind, LABELS[kind], "", aliases)
