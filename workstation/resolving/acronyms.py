"""Acronyms that an article introduces: "Syrian National Army (SNA)", or the other way round."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workstation.domain.mention import Field
from workstation.resolving import meanings
from workstation.resolving.claims import Claim, Taken
from workstation.resolving.kinds import has_head
from workstation.resolving.meanings import Meaning
from workstation.resolving.spelling import key
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_BRACKETED = re.compile(r"\((?:the )?([A-Z][A-Za-z0-9&/-]{1,9})[);,]")
# "the Southern Transitional Council, or STC", "the National Congress Party, the NCP, which"
_BESIDE = re.compile(
    r",? (?:or|called|known as|abbreviated(?: as)?|or the) ([A-Z][A-Za-z0-9&/-]{1,9})\b"
    r"|, the ([A-Z][A-Z0-9&/-]{1,9})(?=[,.;])"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}|[A-Z]+[a-z]{1,2}[A-Z]+")
_FEWEST_CAPITALS = 2
_FEWEST_TO_DERIVE = 3
_LONG_WORD = 4
_REMEMBERED = 10_000
_LABELS = frozenset(("ORG", "NORP", "FAC", "EVENT", "PRODUCT", "LOC"))


class Acronyms:
    """The acronyms of one article and the names they stand for.

    `learn` the fields in the order in which they outrank one another.
    """

    def __init__(self) -> None:
        self._full: dict[str, Claim] = {}
        self._short: dict[str, Claim] = {}
        self._implied: dict[str, Claim | None] = {}

    def learn(self, field: Field, words: Words, claims: Sequence[Claim]) -> None:
        """Read the introductions of a field, given the names found in it."""
        ending = {claim.end: claim for claim in claims}
        starting = {claim.start: claim for claim in claims}
        for found in _BRACKETED.finditer(words.text):
            full = ending.get(found.start() - 1) or _by_initials(
                words, found.start(), found[1], field
            )
            if full is not None:
                self._introduce(found[1], full, starting.get(found.start(1)), bracketed=True)
        for full in claims:
            self._imply(full)
            beside = _BESIDE.match(words.text, full.end)
            if beside is not None:
                group = beside.lastindex or 1
                self._introduce(beside[group], full, starting.get(beside.start(group)))
        for short in claims:
            spelt_out = starting.get(short.end + 2)
            if spelt_out and words.text[short.end : short.end + 2] == " (":
                self._introduce(short.surface, spelt_out, short)

    def _introduce(
        self, acronym: str, full: Claim, short: Claim | None, *, bracketed: bool = False
    ) -> None:
        if not _is_acronym(acronym) or not _may_have(acronym, full):
            return
        # Brackets hold the initials of another language too: "Congo River Alliance (AFC)".
        foreign = bracketed and acronym.isupper() and (short is None or short.match is None)
        if _fits(acronym, full.surface) or (foreign and not _is_acronym(full.surface)):
            self._full.setdefault(acronym, full)
            if short is not None and _spells_out(full, short):
                self._short.setdefault(full.surface, short)

    def _imply(self, full: Claim) -> None:
        """Remember the initials of an organisation; those of two mean neither."""
        if full.label not in _LABELS:
            return
        for initials in _initials(full.surface):
            first = self._implied.setdefault(initials, full)
            if first is not None and key(first.surface) != key(full.surface):
                self._implied[initials] = None

    def spelt_out(self, field: Field) -> list[Claim]:
        """The names in a field that acronyms stand for; some are known by their initials alone."""
        return [full for full in self._full.values() if full.field == field]

    def left_out(self, field: Field, words: Words, taken: Taken) -> Iterator[Claim]:
        """Acronyms that nothing else found."""
        for i, word in words.cased():
            full = self._full.get(word) or self._implied.get(word)
            if full is None or not (word in self._full or _ACRONYM.fullmatch(word)):
                continue
            sure = word in self._full or len(word) >= _FEWEST_TO_DERIVE
            stretch = (words.starts[i], words.ends[i])
            if sure and stretch not in taken and not words.in_capitals(i):
                yield Claim(field, *stretch, word, full.label, "rule")

    def meaning(self, claim: Claim) -> Meaning | None:
        """What a claim means by an introduction; None if none concerns it."""
        full = self._full.get(claim.surface)
        if full is not None:
            return meanings.of_acronym(claim.surface, self._spelt_out(full))
        implied = self._implied.get(claim.surface)
        if implied is not None and claim.match is None and claim.label != "PERSON":
            return meanings.of_initials(claim.surface, self._spelt_out(implied))
        if claim.match is None and claim.surface in self._short:
            return self._spelt_out(claim)
        return None

    def _spelt_out(self, full: Claim) -> Meaning:
        if full.match is not None:
            return meanings.of_match(full.surface, full.match)
        short = self._short.get(full.surface)
        if short is not None and short.match is not None:
            known = meanings.of_match(short.surface, short.match)
            return meanings.of_spelt_out(full.surface, short.surface, known)
        return meanings.of_name(full)


@lru_cache(_REMEMBERED)
def _initials(name: str) -> tuple[str, ...]:
    """The initials of a name's capitalised words, without and with little words: "TdA".

    None where it has but one capitalised word.
    """
    words = Words(name).words
    large = [w for w in words if w[0].isupper() and key(w) not in VOCABULARY.connectors]
    if len(large) < _FEWEST_CAPITALS:
        return ()
    return tuple(dict.fromkeys("".join(word[0] for word in some) for some in (large, words)))


def _may_have(acronym: str, full: Claim) -> bool:
    """Organisations have acronyms, and states have their initials: not "Austin (TX)"."""
    return full.label in _LABELS or (full.label == "GPE" and acronym in _initials(full.surface))


def _is_acronym(surface: str) -> bool:
    capitals = sum(c.isupper() for c in surface)
    return capitals >= _FEWEST_CAPITALS and " " not in surface and capitals * 2 > len(surface)


def _spells_out(full: Claim, short: Claim) -> bool:
    """A name shares a word with the known actor of its acronym, or it is somebody else."""
    if short.match is None:
        return False
    words = {word for alias in short.match.known.aliases for word in _long_words(alias.text)}
    return not words.isdisjoint(_long_words(full.surface))


def _long_words(name: str) -> set[str]:
    return {key(word) for word in Words(name).words if len(word) >= _LONG_WORD}


def _fits(acronym: str, name: str) -> bool:
    """An acronym's letters occur in a name in their order, the first one first."""
    if _is_acronym(name):
        return False
    folded, letters = key(acronym), iter(key(name))
    return key(name)[0] == folded[0] and all(c in letters for c in folded if c.isalnum())


def _by_initials(words: Words, bracket: int, acronym: str, field: Field) -> Claim | None:
    """The capitalised words before the bracket whose initials make the acronym.

    Only where one of them is a head word of organisations: most acronyms are things.
    """
    letters = [c for c in acronym.lower() if c.isalpha()]
    last = i = words.at(bracket) - 1
    if len(letters) < _FEWEST_TO_DERIVE or not acronym.isupper() or i < 0:
        return None
    if words.text[words.ends[last] : bracket] != " ":
        return None
    while letters and i >= 0 and (i == last or words.gap(i + 1) in (" ", "-")):
        word = words.words[i]
        if word[0].isupper() and key(word)[0] == letters[-1]:
            letters.pop()
        elif key(word) not in VOCABULARY.connectors:
            return None
        i -= 1
    if letters:
        return None
    start, end = words.starts[i + 1], words.ends[last]
    name = words.text[start:end]
    return Claim(field, start, end, name, "ORG", "rule") if has_head(name) else None
