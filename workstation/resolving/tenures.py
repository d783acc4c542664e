"""Offices that somebody held by decision: how a text names the holder by the office alone."""

from collections.abc import Iterator, Mapping

from workstation.domain.actor import Tenure
from workstation.resolving.conditions import Condition
from workstation.resolving.known import Alias, Known, Role

_NAMES = frozenset(("name", "short"))
_ADJECTIVES = frozenset(("adjective", "tongue"))
_BEFORE_A_NAME: Condition = ("before a name",)


def role(tenure: Tenure) -> Role:
    """The office as registers list it, so that a surname after its title means the holder."""
    return Role(tenure.office.casefold(), tenure.of, tenure.since, tenure.until)


def aliases(tenure: Tenure, actors: Mapping[str, Known]) -> tuple[Alias, ...]:
    """What a text calls the holder on the days of the office, where no name follows."""
    held: Condition = ("on a day", tenure.since, tenure.until)
    spelt = dict.fromkeys(
        form for words in _called(tenure, actors) for form in (words, words[:1].upper() + words[1:])
    )
    return tuple(
        Alias(words, "office", only_if=(held,), unless=(_BEFORE_A_NAME,), decided=True)
        for words in spelt
    )


def _called(tenure: Tenure, actors: Mapping[str, Known]) -> Iterator[str]:
    offices = dict.fromkeys((tenure.office, tenure.office.title().replace(" Of ", " of ")))
    owner = actors.get(tenure.of)
    for office in offices:
        if not tenure.of:
            yield office
            continue
        named = dict.fromkeys((tenure.owner, *(_plain(owner, _NAMES) if owner else ())))
        for name in named:
            yield f"{office} of {name}"
            yield f"{office} of the {name}"
            yield f"{name}'s {office}"
        for adjective in _plain(owner, _ADJECTIVES) if owner else ():
            yield f"{adjective} {office}"


def _plain(known: Known, kinds: frozenset[str]) -> Iterator[str]:
    """The English names of an actor that mean it wherever they stand."""
    return (
        alias.text
        for alias in known.aliases
        if alias.kind in kinds and not alias.language and not alias.only_if
    )
