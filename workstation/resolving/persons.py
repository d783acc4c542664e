"""Names within one article: a later "Harir" is the Zakaria Harir named before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from workstation.domain.mention import Field
from workstation.domain.names import fold
from workstation.resolving import meanings
from workstation.resolving.claims import Claim, Taken
from workstation.resolving.conditions import Article, Place, after_a_name, before_a_name
from workstation.resolving.known import Match
from workstation.resolving.meanings import Meaning
from workstation.resolving.spelling import key
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_SHORTEST_SURNAME = 3
_NO_SURNAMES = VOCABULARY.no_names | VOCABULARY.titles | VOCABULARY.function_words


class Persons:
    """The persons an article names in full, and whom a part of a name means there."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._full: dict[str, Meaning] = {}
        self._first: dict[str, int] = {}
        self._by_ends: dict[tuple[str, str], str] = {}
        self._by_surname: defaultdict[str, set[str]] = defaultdict(set)
        self._by_given: defaultdict[str, set[str]] = defaultdict(set)
        full = [claim for claim in claims if _is_full(claim)]
        # Those of the registers first: "Vladimir V. Putin" of a pipeline is one of them.
        for claim in sorted(full, key=lambda claim: claim.match is None):
            self._learn(claim)

    def _learn(self, claim: Claim) -> None:
        given, surname = _ends(claim.surface)
        actor = self._by_ends.setdefault((given, surname), _key(claim))
        if actor not in self._full:
            self._full[actor] = _meaning(claim)
        if claim.field == "text":
            self._first[actor] = min(claim.start, self._first.get(actor, claim.start))
        self._by_given[given].add(actor)
        self._by_surname[surname].add(actor)
        if claim.match is not None:
            for listed in _surnames(claim.match):
                self._by_surname[listed].add(actor)

    def meaning(self, claim: Claim) -> Meaning:
        """The person whom a claim means, named in full or in part."""
        if not _is_part(claim):
            same = self._full.get(self._by_ends.get(_ends(claim.surface), ""))
            return meanings.of_same(claim.surface, same) if same else _meaning(claim)
        called = self._called(claim)
        if claim.match is not None and called == {claim.match.known.key}:
            return meanings.of_match(claim.surface, claim.match)
        if len(called) > 1 and (only := self._only_so_far(called, claim)):
            return meanings.of_part(claim.surface, self._full[only], so_far=True)
        if len(called) > 1:
            return meanings.of_shared_part(claim.surface, sorted(self._name(k) for k in called))
        return (
            meanings.of_part(claim.surface, self._full[called.pop()]) if called else _meaning(claim)
        )

    def _only_so_far(self, called: set[str], claim: Claim) -> str:
        """The only one of them whom the text has named up to here, if it names all in full."""
        if claim.field != "text" or not called <= self._first.keys():
            return ""
        before = [actor for actor in called if self._first[actor] < claim.start]
        return before[0] if len(before) == 1 else ""

    def is_surname(self, surface: str) -> bool:
        """Whether a word, with its particles, is the surname of somebody named in full."""
        *particles, last = Words(surface).words or [""]
        bare = all(key(word) in VOCABULARY.particles for word in particles)
        return bare and key(last) in self._by_surname

    def is_part(self, surface: str) -> bool:
        """Whether a single word is the surname or the given name of somebody named in full."""
        words = Words(surface).words
        return self.is_surname(surface) or (len(words) == 1 and key(words[0]) in self._by_given)

    def left_out(self, field: Field, words: Words, taken: Taken) -> Iterator[Claim]:
        """Surnames of these persons that nothing else found."""
        for i, word in enumerate(words.words):
            if len(word) < _SHORTEST_SURNAME or not word[0].isupper():
                continue
            if key(word) not in self._by_surname or key(word) in _NO_SURNAMES:
                continue
            first = _with_particles(words, i)
            start, end = words.starts[first], words.ends[i]
            plain = words.starts_sentence(i) and words.holds_plain(word.lower())
            if plain or (start, end) in taken or _in_other_name(words, first, i):
                continue
            yield Claim(field, start, end, words.text[start:end], "PERSON", "rule")

    def _called(self, claim: Claim) -> set[str]:
        last = _ends(claim.surface)[1]
        called = set(self._by_surname.get(last, ()))
        if claim.match is not None:
            return called | {claim.match.known.key}
        return called or set(self._by_given.get(last, ()))

    def _name(self, actor: str) -> str:
        return self._full[actor].name if actor in self._full else _AS_USUAL


_AS_USUAL = "the person usually called so"


def _key(claim: Claim) -> str:
    return claim.match.known.key if claim.match else f"person/{fold(claim.surface)}"


def _meaning(claim: Claim) -> Meaning:
    if claim.match is not None:
        return meanings.of_match(claim.surface, claim.match)
    return meanings.of_name(claim)


def _ends(surface: str) -> tuple[str, str]:
    words = Words(surface).words
    return key(words[0]), key(words[-1])


def _surnames(match: Match) -> Iterator[str]:
    for alias in match.known.aliases:
        if alias.kind == "surname":
            yield key(Words(alias.text).words[-1])


def _is_full(claim: Claim) -> bool:
    return claim.is_person and not _is_part(claim)


def _is_part(claim: Claim) -> bool:
    """A surname or a given name alone, with or without particles."""
    if claim.match is not None:
        return claim.match.alias.kind == "surname" and claim.start == claim.match.start
    words = Words(claim.surface).words
    return len(words) - sum(key(word) in VOCABULARY.particles for word in words[:-1]) <= 1


def _with_particles(words: Words, i: int) -> int:
    """The first word of a surname that ends with word `i`: "al" in "al-Haddad"."""
    while i and key(words.words[i - 1]) in VOCABULARY.particles and words.gap(i) in (" ", "-"):
        if words.gap(i) == " " and words.words[i - 1] in _ARTICLES_ELSEWHERE:
            break
        i -= 1
    return i


# "as Harir said": a particle of Arabic names that is an English word.
_ARTICLES_ELSEWHERE = frozenset(("as", "at", "an", "do", "den", "la", "As", "At", "An"))


def _in_other_name(words: Words, first: int, last: int) -> bool:
    place = Place(words, first, last, Article(""))
    return after_a_name(place) or before_a_name(place)
