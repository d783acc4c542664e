"""Whom a surname means after the title of an office: who held it on the article's day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from workstation.resolving import conditions
from workstation.resolving.conditions import Article, Place
from workstation.resolving.known import Alias, Held, Known, Match, Role
from workstation.resolving.spelling import is_latin, key, sound
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_TITLES = {tuple(title.split()): offices for title, offices in VOCABULARY.offices.items()}
_LONGEST_TITLE = max(map(len, _TITLES))
_TITLE_ENDS = frozenset(title[-1] for title in _TITLES)
_BEFORE_HOLDERS = VOCABULARY.particles.union(map(key, _TITLE_ENDS))
_LONGEST_SURNAME = 3
_LONGEST_OWNER = 5
_HYPHENS = frozenset("-‐‑–")
_CLOSE = frozenset((" ", "\u00a0", *_HYPHENS))
_INSIDE_OWNERS = _CLOSE | {"."}
_APOSTROPHES = ("'", "’")
_INSIDE_SURNAMES = _CLOSE.union(_APOSTROPHES)
_OWNER_ALIASES = frozenset(("name", "short", "adjective", "tongue"))
_BEFORE_ANY_TITLE = VOCABULARY.function_words | VOCABULARY.no_names
_OF_TIME = VOCABULARY.past_titles | VOCABULARY.present_titles
_AFTER_SURNAMES = frozenset(("jr", "sr"))

Surname = str
"""How a surname sounds, without "al-" and its like."""


@dataclass(frozen=True, slots=True)
class _Title:
    """A title right before a name, from word `first` on, with what is said of the office."""

    first: int
    offices: frozenset[str]
    owners: frozenset[str] = frozenset()
    """Keys of whom the office may be of; none: it does not say."""
    past: bool = False

    def names(self, role: Role) -> bool:
        """Whether a role may be meant."""
        return role.office in self.offices and (not self.owners or role.of in self.owners)


class Offices:
    """Who held which office when, by the words that follow its title."""

    def __init__(self, actors: Mapping[str, Known]) -> None:
        self._actors = actors

    def at(self, words: Words, i: int, article: Article) -> Match | None:
        """The holder of an office whose title stands right before word `i`, named by surname alone.

        It was held on the article's day. After "former" it was held before; so it was where only
        one of the surname ever held it, or the day is not known.
        """
        if not i or key(words.words[i - 1]) not in _BEFORE_HOLDERS:
            return None  # the quick answer for most words
        first = _first_of_name(words, i)
        if not first or words.words[first - 1].lower() not in _TITLE_ENDS:
            return None
        title = _title_before(words, first)
        if title is None:
            return None
        for last, said in _surnames_at(words, first):
            if said in self._holders:
                return self._meant(Place(words, first, last, article), title, said)
        return None

    def _meant(self, place: Place, title: _Title, said: Surname) -> Match | None:
        described = None if _goes_on(place) else self._described(place, title)
        if described is None:
            return None
        ever = {
            known.key: roles
            for known in self._holders[said]
            if (roles := [role for role in known.roles if described.names(role)])
        }
        day = place.article.day
        meant = _on(ever, day, past=described.past)
        if not meant and len(ever) == 1:
            meant = _on(ever, day, past=True)
        if len(meant) != 1:
            return None
        [(holder, role)] = meant.items()
        words = place.words
        start, end = words.starts[place.first], words.ends[place.last]
        held = Held(
            said=words.text[words.starts[title.first] : end],
            words=self._words(role, day),
            holders=frozenset(ever),
        )
        alias = Alias(words.text[start:end], "surname")
        return Match(start, end, self._actors[holder], alias, held=held)

    def _words(self, role: Role, day: str) -> str:
        owner = self._actors[role.of].name if role.of in self._actors else ""
        article = "the " if owner in VOCABULARY.names_with_article else ""
        office = f"was {role.office} of {article}{owner}" if owner else f"was {role.office}"
        if day and role.began(day) and not role.ended(day):
            return f"{office} on {day}"
        since = f" from {role.since}" if role.since else ""
        until = f" to {role.until}" if role.until else ""
        return f"{office}{since}{until}"

    def _described(self, place: Place, title: _Title) -> _Title | None:
        """A title with what stands around it; None where it makes another title of it."""
        words, i = place.words, title.first
        owners, past = self._owner_after(place), False
        while i:
            owned, start = self._owner_before(words, i)
            if owned and words.gap(start) not in _HYPHENS:
                owners = owners or owned
                i = start
                continue
            before = words.words[i - 1].lower()
            if words.gap(i) not in _CLOSE or before not in _OF_TIME:
                break
            past = past or before in VOCABULARY.past_titles
            i -= 1
        if i and words.gap(i) in _CLOSE and not _may_stand_before(words, i):
            return None
        said = words.words[title.first].lower()
        if not owners and said in VOCABULARY.titles_of_anybody:
            return None
        return _Title(title.first, title.offices, owners, past)

    def _owner_before(self, words: Words, i: int) -> tuple[frozenset[str], int]:
        """Whose office it is, as in "Syria's" and "U.S.", and the first word of that."""
        gap, end = words.gap(i), i
        if i > 1 and words.words[i - 1] == "s" and words.gap(i - 1) in _APOSTROPHES:
            end = i - 1
        elif gap[:1] in _APOSTROPHES:
            gap = gap[1:]
        elif gap == ". " and len(words.words[i - 1]) == 1:
            gap = " "
        if gap != " ":
            return frozenset(), i
        for start in range(max(0, end - _LONGEST_OWNER), end):
            owners = self._owner(words, start, end)
            if owners:
                return owners, start
        return frozenset(), i

    def _owner_after(self, place: Place) -> frozenset[str]:
        """Whose office it is, as in "King Abdullah of Jordan"."""
        words, start = place.words, place.last + 1
        if place.after != "of":
            return frozenset()
        start += 2 if words.after(start) == "the" else 1
        for end in range(min(len(words), start + _LONGEST_OWNER), start, -1):
            owners = self._owner(words, start, end)
            if owners:
                return owners
        return frozenset()

    def _owner(self, words: Words, start: int, end: int) -> frozenset[str]:
        if not words.words[start][:1].isupper():
            return frozenset()
        if any(words.gap(i) not in _INSIDE_OWNERS for i in range(start + 1, end)):
            return frozenset()
        return self._owners.get(_keys(words, start, end), frozenset())

    @cached_property
    def _holders(self) -> dict[Surname, list[Known]]:
        """Who ever held an office, by the sound of what may follow the title."""
        holders: defaultdict[Surname, dict[str, Known]] = defaultdict(dict)
        for known in self._actors.values():
            if known.roles:
                for said in _surnames(known):
                    holders[said][known.key] = known
        return {said: list(found.values()) for said, found in holders.items()}

    @cached_property
    def _owners(self) -> dict[tuple[str, ...], frozenset[str]]:
        """States, and others who have offices, by their names and adjectives."""
        with_offices = {role.of for known in self._actors.values() for role in known.roles}
        owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for known in self._actors.values():
            if known.kind != "state" and known.key not in with_offices:
                continue
            for alias in known.aliases:
                if alias.kind in _OWNER_ALIASES and not alias.language:
                    named = Words(alias.text)
                    owners[_keys(named, 0, len(named))].add(known.key)
        return {name: frozenset(keys) for name, keys in owners.items()}


def _surnames(known: Known) -> Iterator[Surname]:
    """What may follow a title for a person: what is listed, else the last words of the names."""
    listed = [a for a in known.aliases if not a.language and is_latin(a.text)]
    names = [known.name, *(alias.text for alias in listed if alias.kind == "name")]
    surnames = [alias.text for alias in listed if alias.kind == "surname"]
    for name in (*known.after_title, *surnames):
        yield _sound(Words(name).words)
    for words in map(Words, () if known.after_title else names):
        last = len(words) - 1
        while last > 0 and _follows_surnames(words.words[last]):
            last -= 1
        first = last
        while first > 0 and words.gap(first) in _APOSTROPHES:
            first -= 1
        yield _sound(words.words[first : last + 1])


def _sound(said: Sequence[str]) -> Surname:
    bare = [key(word) in VOCABULARY.particles for word in said]
    first = bare.index(False) if False in bare else 0
    return "".join(map(sound, said[first:]))


def _surnames_at(words: Words, first: int) -> Iterator[tuple[int, Surname]]:
    """The last words, and the sounds, of the names that may begin at a word, longest first."""
    start = first
    while key(words.words[start]) in VOCABULARY.particles and words.after(start):
        start += 1
    if not words.words[start][:1].isupper():
        return
    end = start + 1
    while end < len(words) and end < start + _LONGEST_SURNAME:
        if words.gap(end) not in _INSIDE_SURNAMES:
            break
        end += 1
    for last in range(end - 1, start - 1, -1):
        yield last, "".join(map(sound, words.words[start : last + 1]))


def _first_of_name(words: Words, i: int) -> int:
    """The first word of a name that word `i` is of: "al" in "al-Sharaa"."""
    while i > 1 and key(words.words[i - 1]) in VOCABULARY.particles and words.gap(i) in _CLOSE:
        i -= 1
    return i


def _follows_surnames(word: str) -> bool:
    return _is_numeral(word) or key(word) in _AFTER_SURNAMES


def _is_numeral(word: str) -> bool:
    return bool(word) and not word.strip("IVX")


def _keys(words: Words, start: int, end: int) -> tuple[str, ...]:
    return tuple(map(key, words.words[start:end]))


def _title_before(words: Words, first: int) -> _Title | None:
    for start in range(max(0, first - _LONGEST_TITLE), first):
        said = tuple(word.lower() for word in words.words[start:first])
        together = all(words.gap(i) in _CLOSE for i in range(start + 1, first + 1))
        if together and said in _TITLES:
            return _Title(start, _TITLES[said])
    return None


def _goes_on(place: Place) -> bool:
    """A longer name begins here: "President Bush Airport", "King John II"."""
    if conditions.part_of_another_name(place) or conditions.before_a_name(place):
        return True
    hyphen = place.words.gap(place.last + 1) in _HYPHENS
    return _follows_surnames(place.after) or (hyphen and place.after[:1].isupper())


def _may_stand_before(words: Words, i: int) -> bool:
    """Whether the word before a title leaves it what it is; "Vice", "Senate" and "club" do not."""
    before = words.words[i - 1]
    if before.lower() in _BEFORE_ANY_TITLE:
        return True
    plain = before.islower() and words.gap(i) not in _HYPHENS
    return plain and words.words[i].istitle() and before not in VOCABULARY.lesser_titles


def _on(ever: Mapping[str, list[Role]], day: str, *, past: bool) -> dict[str, Role]:
    """Who of the holders of an office held it on a day, or, for the past, had begun to by then."""
    fitting = {
        holder: [r for r in roles if not day or (r.began(day) and (past or not r.ended(day)))]
        for holder, roles in ever.items()
    }
    return {holder: roles[-1] for holder, roles in fitting.items() if roles}
