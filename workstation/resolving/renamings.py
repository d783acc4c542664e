"""Other names that an article states itself: "Robert Hale, known as Rook", "Pella, once Bouno"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from workstation.domain.mention import Label
from workstation.resolving.claims import Claim
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_HOW = r"(?:also |better |best |now |still |widely |officially |formerly |previously |once |then )*"
_IS = r"(?:(?:(?:and|which|who|that) )?(?:is|was|are|were) )?"
_BY_INITIALS = r"by (?:his|her|its|their) (?:\w+ )?(?:initials|nickname|acronym),?(?: as)?"
_AS = rf"(?: officially)? (?:as|{_BY_INITIALS})"
_KNOWN_AS = rf",? \(?{_IS}{_HOW}known{_AS}"
_CALLED = rf"(?:, | \(){_IS}{_HOW}(?:called|named|renamed|spelt|spelled|dubbed|nicknamed)"
_ITSELF = r", (?:which|who) (?:\w+ )?(?:calls?|styles?) (?:itself|themselves|himself|herself)"
_AS_THEY_SAY = r", as \w+(?: \w+)? (?:call|know|spell)(?: it| him| her| them)?"
_WHICH_THEY_CALL = (
    r", (?:which|whom|who) (?:[\w’'-]+ ){1,6}"
    r"(?:calls?|called|names?|named|spells?|knows? as|knew as)"
)
_ONCE = r"(?:, | \()(?:formerly|previously|originally|once|now(?: officially)?|the former|or)"
_QUOTED = r" (?:the )?[\"“‘']?"
_BETWEEN: Final = re.compile(
    f"(?:{_KNOWN_AS}|{_CALLED}|{_ITSELF}|{_AS_THEY_SAY}|{_WHICH_THEY_CALL}|{_ONCE}){_QUOTED}"
)
# "Tasis, the Founding Alliance in English"
_TRANSLATED: Final = re.compile(r"(?:, | \()(?:or )?(?:the )?[\"“‘']?")
_IN_A_LANGUAGE: Final = re.compile(
    r"[\"”’']? in (?:English|Arabic|French|Spanish|Portuguese|Russian|Persian|Farsi|Turkish|"
    r"Kurdish|Hebrew|Chinese|German|Ukrainian|Urdu|Pashto|Hindi|Hausa|Amharic|Swahili|Somali|translation)\b"
)
_BETWEEN_PERSONS: Final = re.compile(f"(?:{_KNOWN_AS}|{_AS_THEY_SAY}){_QUOTED}")
# "Hale, a former butcher better known as Rook": as far back as the sentence goes.
_NICKNAMED: Final = re.compile(
    r"(?:(?<! and is )(?<! and was )known as|nicknamed|alias|nom de guerre,?) [\"“‘']?$"
)
_SENTENCE_END: Final = re.compile(r"[a-z\d)][.!?][\"”’]? |\n")
_FARTHEST: Final = 100
_POSSESSIVES: Final = ("'", "’")
_ADJECTIVES: Final = ("adjective", "tongue", "people", "prefix")
_GROUPS: Final[dict[Label, str]] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "group",
}


class Renamings:
    """The names of one article that stand for others of it, by their surfaces."""

    def __init__(self) -> None:
        self._same: dict[str, Claim] = {}
        self._longer: dict[str, Claim] = {}

    def learn(self, words: Words, claims: Sequence[Claim]) -> None:
        """Read what a field states, given the names found in it, in order."""
        self._shorten(claims)
        # "Bender, as Romanians call Tighina"
        names = [claim for claim in claims if claim.label != "NORP"]
        for i, other in enumerate(names):
            named = _stated(words.text, names[max(0, i - 3) : i], other)
            if named is not None:
                self._keep(named, other)

    def _shorten(self, claims: Sequence[Claim]) -> None:
        """The beginning or the end of one longer name of the text, where no register knows it."""
        longer: dict[str, Claim | None] = {}
        for claim in claims:
            if claim.label == "ORG":
                for part in _parts(claim.surface):
                    first = longer.setdefault(part, claim)
                    same = first is not None and first.surface == claim.surface
                    longer[part] = first if same else None
        for claim in claims:
            full = longer.get(claim.surface)
            short = claim.match is None and claim.label == "ORG"
            if full is not None and short and full.start < claim.start:
                self._longer.setdefault(claim.surface, full)

    def _keep(self, named: Claim, other: Claim) -> None:
        """One of both is known, or neither; two known ones stay two."""
        if named.match is not None and other.match is not None:
            return
        new, old = (named, other) if other.match is not None else (other, named)
        if new.surface != old.surface and old.surface not in self._same:
            self._same.setdefault(new.surface, old)

    def same(self, claim: Claim) -> Claim | None:
        """The name that a claim stands for, by what the article states; None where it is silent."""
        return self._same.get(claim.surface) if claim.match is None else None

    def longer(self, claim: Claim) -> Claim | None:
        """The only longer name of an organisation, named before, that a claim is cut down from."""
        return self._longer.get(claim.surface) if claim.match is None else None


def _parts(name: str) -> Iterator[str]:
    """What a longer name may be cut down to: "Lantern Aid", "Sky Watch", "Barrick"."""
    words = name.split(" ")
    for i in range(1, len(words)):
        if words[i - 1].lower() not in VOCABULARY.connectors:
            yield " ".join(words[:i])
        if i < len(words) - 1 and words[i].lower() not in VOCABULARY.connectors:
            yield " ".join(words[i:])


def _stated(text: str, before: Sequence[Claim], other: Claim) -> Claim | None:
    """Which of the names before it the text states that another name stands for."""
    described = other.match is not None and other.match.alias.kind in _ADJECTIVES
    if not before or described or text[other.end : other.end + 1] in _POSSESSIVES:
        return None
    nearest = before[-1]
    between = _BETWEEN_PERSONS if other.label == "PERSON" else _BETWEEN
    stated = between.fullmatch(text, nearest.end, other.start) or (
        _IN_A_LANGUAGE.match(text, other.end)
        and _TRANSLATED.fullmatch(text, nearest.end, other.start)
    )
    if stated and _alike(nearest, other):
        return nearest
    nicknamed = other.label == "PERSON" and _NICKNAMED.search(text, nearest.end, other.start)
    return _last_person(text, before, other) if nicknamed else None


def _last_person(text: str, before: Sequence[Claim], other: Claim) -> Claim | None:
    for claim in reversed(before):
        far = other.start - claim.end > _FARTHEST
        if far or _SENTENCE_END.search(text, claim.end, other.start):
            return None
        if claim.label == "PERSON":
            return claim
    return None


def _alike(one: Claim, other: Claim) -> bool:
    """Whether both are persons, places or groups; a pipeline often errs between the last two."""
    pair = {_GROUPS.get(one.label), _GROUPS.get(other.label)}
    return None not in pair and (len(pair) == 1 or "person" not in pair)
