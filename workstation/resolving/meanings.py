"""Which actor a claim means, and why, in one sentence."""

import re

import msgspec
from msgspec.structs import replace

from workstation.domain.actor import Kind
from workstation.domain.names import fold
from workstation.resolving.claims import Claim
from workstation.resolving.kinds import kind_of
from workstation.resolving.known import AliasKind, Known, Match

_NOUNS: dict[Kind, str] = {
    "person": "a person",
    "state": "a state",
    "people": "a people",
    "place": "a place",
    "government": "a government body",
    "party": "a party",
    "organisation": "an organisation",
    "company": "a company",
    "outlet": "an outlet",
    "military": "armed forces",
    "armed-group": "an armed group",
    "product": "a product",
    "event": "an event",
}

_ROLES: dict[AliasKind, str] = {
    "name": "name of {noun}",
    "short": "short name of {noun}",
    "adjective": "adjective of {noun}",
    "tongue": "adjective of {noun}",
    "people": "people of {noun}",
    "capital": "capital, counted as the {bare}",
    "seat": "seat of power, counted as the {bare}",
    "prefix": "compound form of {noun}",
    "surname": "surname of {noun}",
    "office": "office of {noun} on that day",
}


class Meaning(msgspec.Struct, frozen=True):
    """The actor that a claim means."""

    key: str
    name: str
    kind: Kind
    why: str
    wikidata: str = ""


def of_known(known: Known) -> Meaning:
    """An actor of a register, with nothing said yet of how a text names it."""
    return Meaning(known.key, known.name, known.kind, "", known.wikidata)


def of_match(surface: str, match: Match) -> Meaning:
    """What a register says."""
    known = match.known
    source = _source(match)
    if match.town:
        town = match.alias.town
        why = f"“{surface}” → {town}: the town, not {known.name} ({source})."
        return Meaning(f"place/{fold(town)}", town, "place", why)
    if match.held is not None:
        why = f"“{match.held.said}”: {known.name} {match.held.words} ({source})."
        return Meaning(known.key, known.name, known.kind, why, known.wikidata)
    noun = _NOUNS[known.kind]
    role = _ROLES[match.alias.kind].format(noun=noun, bare=noun.split(" ", 1)[-1])
    why = f"“{surface}” → {known.name}: {role} ({source})."
    return Meaning(known.key, known.name, known.kind, why, known.wikidata)


def _source(match: Match) -> str:
    alias = match.alias
    if alias.register:
        return f"register “{alias.register}”, line {alias.line}"
    return "by decision" if alias.always or alias.decided else f"register {match.known.register}"


def of_name(claim: Claim) -> Meaning:
    """What a name says that no register knows: an actor of its own."""
    kind = kind_of(claim.label, claim.surface)
    name = _PLURAL.sub("", claim.surface) if kind == "product" else claim.surface
    why = f"“{claim.surface}” → {name}: in no register; read as {_NOUNS[kind]}."
    return Meaning(f"{kind}/{fold(name)}", name, kind, why)


# "F-35s", "TB2s"
_PLURAL = re.compile(r"(?<=[\dA-Z])s$")


def of_town(surface: str, name: str) -> Meaning:
    """A town that the article puts in a state, and that has namesakes elsewhere."""
    why = f"“{surface}” → {name}: the article says in which state the town lies."
    return Meaning(f"place/{fold(name)}", name, "place", why)


def of_same(surface: str, person: Meaning) -> Meaning:
    """A person named in full, perhaps with other middle names than before."""
    if surface == person.name:
        return person
    return replace(person, why=f"“{surface}” → {person.name}: the same first and last name.")


def of_sound(surface: str, person: Meaning) -> Meaning:
    """A person in another spelling of the name."""
    register = person.key.partition("/")[0]
    source = "" if register == "person" else f" (register {register})"
    why = f"“{surface}” → {person.name}: the same name in another spelling{source}."
    return replace(person, why=why)


def of_part(surface: str, person: Meaning, *, so_far: bool = False) -> Meaning:
    """A part of the name of the only person of the article, or of it so far, who is called so."""
    where = "up to here" if so_far else "in the article"
    why = f"“{surface}” → {person.name}: the only person of this name {where}."
    return replace(person, why=why)


def of_last(surface: str, person: Meaning) -> Meaning:
    """A part of the names of several persons right after one of them is named in full."""
    why = f"“{surface}” → {person.name}: the one of this name whom the text has just named."
    return replace(person, why=why)


def of_shared_part(surface: str, names: list[str]) -> Meaning:
    """A part of the names of several persons: kept apart from all of them."""
    several = " and ".join([", ".join(names[:-1]), names[-1]])
    why = f"“{surface}” → {surface}: several persons here are called so ({several})."
    return Meaning(f"person/{fold(surface)}", surface, "person", why)


def of_acronym(surface: str, full: Meaning) -> Meaning:
    """What an acronym means that the article introduces."""
    return replace(full, why=f"“{surface}” → {full.name}: the article introduces this short form.")


def of_renamed(surface: str, named: Meaning) -> Meaning:
    """What a name means that the article states for another one."""
    return replace(named, why=f"“{surface}” → {named.name}: the article says that both are one.")


def of_shortened(surface: str, longer: Meaning) -> Meaning:
    """What a name means that is cut down from a longer one."""
    return replace(longer, why=f"“{surface}” → {longer.name}: short for the only such name here.")


def of_initials(surface: str, full: Meaning) -> Meaning:
    """What letters mean that are the initials of the only such name of the article."""
    return replace(full, why=f"“{surface}” → {full.name}: its initials, and nobody else’s here.")


def of_spelt_out(surface: str, short: str, known: Meaning) -> Meaning:
    """What a full name means whose acronym a register knows."""
    return replace(known, why=f"“{surface}” → {known.name}: the article gives “{short}” for it.")
