"""Names within one article: a later "Harir" is the Zakaria Harir named before."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from workstation.domain.mention import Field
from workstation.resolving import frames, full_names, meanings
from workstation.resolving.claims import Claim, Taken
from workstation.resolving.conditions import (
    Article,
    Place,
    after_a_name,
    american_state_after,
    before_a_name,
)
from workstation.resolving.full_names import ends as _ends
from workstation.resolving.full_names import keys as _keys
from workstation.resolving.known import Held, Match
from workstation.resolving.meanings import Meaning
from workstation.resolving.registers import Registers
from workstation.resolving.spelling import key, sound
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_SHORTEST_SURNAME = 3
_SENTENCE_END = re.compile(r"[a-z\d)][.!?][\"”’]?\s")
_SYLLABLES = re.compile(r"^[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+$")
_NO_SURNAMES = VOCABULARY.no_names | VOCABULARY.titles | VOCABULARY.function_words


class Persons:
    """The persons an article names in full, and whom a part of a name means there."""

    def __init__(
        self, claims: Iterable[Claim], fields: Mapping[Field, Words], known: Registers
    ) -> None:
        self._fields = fields
        self._text = fields["text"].text
        self._known = known
        self._named: list[tuple[int, str]] = []
        self._full: dict[str, Meaning] = {}
        self._first: dict[str, int] = {}
        self._by_ends: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        self._by_surname: defaultdict[str, set[str]] = defaultdict(set)
        self._by_given: defaultdict[str, set[str]] = defaultdict(set)
        self._by_middle: defaultdict[str, set[str]] = defaultdict(set)
        self._by_sound: defaultdict[str, set[str]] = defaultdict(set)
        self._by_title: dict[str, set[str]] = {}
        self._longer: dict[tuple[str, ...], tuple[str, int]] = {}
        claims = list(claims)
        full = [claim for claim in claims if _is_full(claim)]
        # Those of the registers first: "Vladimir V. Putin" of a pipeline is one of them. Then the
        # longer names: "Lara Costa Prieto" may be "Costa Prieto" later.
        for claim in sorted(full, key=lambda c: (c.match is None, -len(c.surface.split()))):
            self._learn(claim)
        for claim in claims:
            self._learn_titled(claim)
        self._by_surname.update(self._by_title)
        self._rulers = {
            claim.match.known.key: claim.start
            for claim in reversed(claims)
            if claim.match and claim.field == "text" and self._stands_by_power(claim)
        }

    def _learn_titled(self, claim: Claim) -> None:
        """Whom the article names by title and surname alone is who this surname means in it."""
        match, surname = claim.match, _ends(claim.surface)[1]
        if match is not None and match.held is not None and surname not in self._by_surname:
            self._full.setdefault(match.known.key, _meaning(claim))
            self._by_title.setdefault(surname, set()).add(match.known.key)

    def _learn(self, claim: Claim) -> None:
        words = _keys(claim.surface)
        actor = self._same_ends(claim)
        meaning = self._full[actor] if actor else self._meaning_in_full(claim, words)
        actor = meaning.key
        self._by_ends[words[0], words[-1]].setdefault(claim.surface, actor)
        if actor not in self._full:
            self._full[actor] = meaning
        if claim.field == "text":
            self._first[actor] = min(claim.start, self._first.get(actor, claim.start))
            self._named.append((claim.start, actor))
        self._learn_parts(claim, words, actor)

    def _same_ends(self, claim: Claim) -> str:
        """Whom already named in full a full name is of: first and last name are the same.

        What a register lists is nobody else, and neither are those whose middle names differ.
        """
        if claim.match is not None and not _adds_to(claim):
            return claim.match.known.key if claim.match.known.key in self._full else ""
        own = full_names.middles(claim.surface)
        for other, actor in self._by_ends.get(_ends(claim.surface), _NO_NAMES).items():
            if not full_names.agree(own, full_names.middles(other)):
                continue
            if actor not in self._known or full_names.may_be(self._known[actor], claim.surface):
                return actor
        return ""

    def _learn_parts(self, claim: Claim, words: tuple[str, ...], actor: str) -> None:
        given, surname = words[0], words[-1]
        self._by_given[given].add(actor)
        self._by_surname[surname].add(actor)
        self._by_sound[sound(surname)].add(actor)
        if _SYLLABLES.search(claim.surface):
            self._by_surname[given].add(actor)  # "Park Se-jun" is Mr Park
        for middle in words[1:-1]:
            if len(middle) > _SHORTEST_SURNAME and middle not in VOCABULARY.particles:
                self._by_middle[middle].add(actor)
        for i in range(1, len(words) - 1):
            for part in (words[i:], words[: i + 1]):
                self._longer.setdefault(part, (actor, claim.start))
        if claim.match is not None:
            for listed in _surnames(claim.match):
                self._by_surname[listed].add(actor)

    def _meaning_in_full(self, claim: Claim, words: tuple[str, ...]) -> Meaning:
        """Somebody named in full: known, known in another spelling, known here, or new."""
        if claim.match is not None:
            return meanings.of_match(claim.surface, claim.match)
        listed = self._known.person_who_sounds(claim.surface)
        if listed is not None:
            return meanings.of_sound(claim.surface, meanings.of_known(listed))
        longer, start = self._longer.get(words, ("", 0))
        if longer and (claim.field == "title" or start < claim.start):
            return self._full[longer]
        return meanings.of_name(claim)

    def meaning(self, claim: Claim) -> Meaning:
        """The person whom a claim means, named in full or in part."""
        if not _is_part(claim):
            same = self._full.get(self._same_ends(claim))
            return _of_same(claim.surface, same) if same else _meaning(claim)
        called = self._called(claim)
        if claim.match is not None and called == {claim.match.known.key}:
            return meanings.of_match(claim.surface, claim.match)
        return (
            self._of_several(claim, called)
            if len(called) > 1
            else (
                meanings.of_part(claim.surface, self._full[called.pop()])
                if called
                else _meaning(claim)
            )
        )

    def _of_several(self, claim: Claim, called: set[str]) -> Meaning:
        """A part of the names of several persons: one of them where the words around it tell."""
        if claim.match and self._means_ruler(claim, called):
            return meanings.of_match(claim.surface, claim.match)
        if only := self._only_so_far(called, claim):
            return meanings.of_part(claim.surface, self._full[only], so_far=True)
        if last := self._just_named(called, claim):
            return meanings.of_last(claim.surface, self._full[last])
        return meanings.of_shared_part(claim.surface, sorted(self._name(k) for k in called))

    def _stands_by_power(self, claim: Claim) -> bool:
        """Whether the surname of a known holder of an office stands by a word of power."""
        if claim.match is None or not claim.match.known.roles or not _is_part(claim):
            return False
        return frames.of_ruler(self._fields[claim.field], claim)

    def _means_ruler(self, claim: Claim, called: set[str]) -> bool:
        """Whether a surname means its usual bearer, and none of the others named in full here.

        By a word of power it does, if none of them ever held an office; so it does after that,
        until another one is named again, and in the title.
        """
        if claim.match is None or claim.match.held or not claim.match.known.roles:
            return False
        usual = claim.match.known.key
        others = called - {usual}
        if any(actor in self._known and self._known[actor].roles for actor in others):
            return False
        if self._stands_by_power(claim):
            return True
        if claim.field == "title":
            return usual in self._rulers or usual in self._first
        since = self._rulers.get(usual, claim.start)
        named = (at for at, actor in self._named if actor in others and at < claim.start)
        return since < claim.start and since > max(named, default=-1)

    def _only_so_far(self, called: set[str], claim: Claim) -> str:
        """The only one of them whom the text has named up to here, if it names all in full."""
        if claim.field != "text" or not called <= self._first.keys():
            return ""
        before = [actor for actor in called if self._first[actor] < claim.start]
        return before[0] if len(before) == 1 else ""

    def _just_named(self, called: set[str], claim: Claim) -> str:
        """The one of them whom alone the sentence before names in full, and not this one.

        Whom a register calls by the bare surname gives way to nobody, and is not guessed either.
        """
        if claim.field != "text":
            return ""
        paragraph = self._text.rfind("\n", 0, claim.start) + 1
        ends = [end.end() for end in _SENTENCE_END.finditer(self._text, paragraph, claim.start)]
        *_, before, here = [-1, paragraph, *ends]
        named = [(at, a) for at, a in self._named if before <= at < claim.start and a in called]
        last = {actor for _, actor in named}
        if before < 0 or len(last) != 1 or any(at >= here for at, _ in named):
            return ""
        usual = claim.match.known.key if claim.match else ""
        return last.pop() if usual in ("", *last) else ""

    def is_surname(self, surface: str) -> bool:
        """Whether a word, with its particles, is the surname of somebody named in full."""
        *particles, last = _keys(surface) or ("",)
        return last in self._by_surname and all(p in VOCABULARY.particles for p in particles)

    def is_name_of_one(self, surface: str) -> bool:
        """Whether a word is a surname, or the given name of one person alone."""
        words = _keys(surface)
        given = len(words) == 1 and len(self._by_given.get(words[0], ())) == 1
        return given or self.is_surname(surface)

    def is_part(self, surface: str) -> bool:
        """Whether a single word is the surname or the given name of somebody named in full."""
        words = _keys(surface)
        return self.is_surname(surface) or (len(words) == 1 and words[0] in self._by_given)

    def left_out(self, field: Field, words: Words, taken: Taken) -> Iterator[Claim]:
        """Surnames of these persons that nothing else found."""
        surnames = self._by_surname.keys() - _NO_SURNAMES
        for i, word in words.cased() if surnames else ():
            if key(word) not in surnames:
                continue
            if len(word) < _SHORTEST_SURNAME or not word[0].isupper():
                continue
            first = _with_particles(words, i)
            start, end = words.starts[first], words.ends[i]
            plain = words.starts_sentence(i) and words.holds_plain(word.lower())
            if plain or (start, end) in taken or _in_other_name(words, first, i):
                continue
            if is_where(words, start) or american_state_after(words, i):
                continue
            yield Claim(field, start, end, words.text[start:end], "PERSON", "rule")

    def _called(self, claim: Claim) -> set[str]:
        last = _ends(claim.surface)[1]
        called = set(self._by_surname.get(last, ()))
        if claim.match is not None and claim.match.held is not None:
            named = set() if last in self._by_title else called
            return _meant_by_title(claim.match.known.key, claim.match.held, named)
        if last in self._by_title:
            return called
        if claim.match is not None:
            return called | {claim.match.known.key}
        for by in (self._by_given, self._by_middle):
            if not called and last in by:
                called = set(by[last])
        return called or set(self._by_sound.get(sound(last), ()))

    def _name(self, actor: str) -> str:
        return self._full[actor].name if actor in self._full else _AS_USUAL


_AS_USUAL = "the person usually called so"


def _meant_by_title(holder: str, held: Held, named: set[str]) -> set[str]:
    """Whom a surname after a title may mean where some of this surname are named in full.

    Those who ever held such an office outrank the one who held it on the day. Persons of the
    registers who never did are not meant: "President Trump" is not Melania.
    """
    if holder in named or not named:
        return {holder}
    strangers = {actor for actor in named if actor.startswith(_IN_NO_REGISTER)}
    return strangers | (named & held.holders or {holder})


_IN_NO_REGISTER = "person/"
_NO_NAMES: dict[str, str] = {}


def _meaning(claim: Claim) -> Meaning:
    if claim.match is not None:
        return meanings.of_match(claim.surface, claim.match)
    return meanings.of_name(claim)


def is_where(words: Words, start: int) -> bool:
    """Whether a name stands where a place does: "born in Haddad", and not "in Haddad's house"."""
    i = words.at(start)
    owns = words.gap(i + 1)[:1] in ("'", "’")
    return words.before(i).lower() in _PLACES_FOLLOW and not owns


# Not "at Harir", who may be laughed at.
_PLACES_FOLLOW = frozenset(("in", "near", "outside", "into", "across", "throughout", "from"))


def _of_same(surface: str, person: Meaning) -> Meaning:
    ends, own = _ends(surface), _ends(person.name)
    if own == ends:
        return meanings.of_same(surface, person)
    if set(_keys(surface)) <= set(_keys(person.name)):
        return meanings.of_part(surface, person)
    return meanings.of_sound(surface, person)


def _surnames(match: Match) -> Iterator[str]:
    for alias in match.known.aliases:
        if alias.kind == "surname":
            yield key(Words(alias.text).words[-1])


def _adds_to(claim: Claim) -> bool:
    """Whether a name in full says more than the register's: "Vladimir V. Putin"."""
    return claim.match is not None and claim.start != claim.match.start


def _is_full(claim: Claim) -> bool:
    return claim.is_person and not _is_part(claim)


def _is_part(claim: Claim) -> bool:
    """A surname or a given name alone, with or without particles."""
    if claim.match is not None:
        return claim.match.alias.kind == "surname" and claim.start == claim.match.start
    words = _keys(claim.surface)
    return len(words) - sum(word in VOCABULARY.particles for word in words[:-1]) <= 1


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
