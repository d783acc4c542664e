"""The actor registers: who is known by which names, and where a text uses them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from msgspec.structs import replace

from workstation.domain.actor import Naming
from workstation.domain.names import fold
from workstation.resolving import conditions, full_names, standing, tenures, towns
from workstation.resolving.bodies import Bodies
from workstation.resolving.conditions import Article, Place
from workstation.resolving.known import Alias, Known, Match
from workstation.resolving.offices import Offices
from workstation.resolving.register_files import (
    LABELS,
    read_decoys,
    read_register,
    read_translations,
)
from workstation.resolving.spelling import is_latin, sound
from workstation.resolving.trie import OWN_WEIGHT, Reading, Trie
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words, first_word
from workstation.resources import resource

LATIN_LANGUAGES = frozenset(("fr", "de", "es", "tr"))
"""Languages in Latin letters that the registers have names in, beside English."""

# English adjectives and short forms are other words in other languages ("UN" is French).
_ENGLISH_ONLY = frozenset(("short", "adjective", "tongue", "people", "prefix"))


class Registers:
    """Registers of actors, and the aliases they are found by.

    Where two aliases fit the same place the one of more words wins; between equals the user's own,
    then the longer one, the one with conditions, and the one of the earlier actor.
    """

    def __init__(self, actors: Iterable[Known]) -> None:
        self._actors = {known.key: known for known in actors}
        self._adjectives = frozenset(
            alias.text
            for known in self
            for alias in known.aliases
            if alias.kind in ("adjective", "tongue")
        )
        self._languages = LATIN_LANGUAGES.union(
            alias.language
            for known in self._actors.values()
            for alias in known.aliases
            if _is_own_latin(alias)
        )
        self._offices = Offices(self._actors)
        self._tries: dict[str, Trie[tuple[Known, Alias]]] = {}
        self._sounds: dict[tuple[str, str], list[Known]] = {}

    @classmethod
    def shipped(cls) -> "Registers":
        """The registers that come with the program; read once."""
        return _shipped()

    def with_aliases(self, namings: Iterable[Naming]) -> "Registers":
        """These registers, and further names of actors that they know or do not know.

        What was decided of capitals holds too.
        """
        added = list(namings)
        if not added:
            return self
        actors = dict(self._actors)
        for one in added:
            known = actors.get(one.key) or Known(
                "decisions", one.key, one.name, one.kind, LABELS[one.kind], "", ()
            )
            actors[one.key] = _named_by(known, one, actors)
        return Registers(actors.values())

    def with_own(self, actors: Iterable[Known]) -> "Registers":
        """These registers, and actors of a user's, which are joined with those known already.

        Where a user's register says nothing new, conditions stay as they are.
        """
        joined = dict(self._actors)
        for known in actors:
            same = self.same(known)
            if same is None:
                joined[known.key] = known
                continue
            there = {alias.text for alias in joined[same.key].aliases}
            new = tuple(a for a in known.aliases if a.only_if or a.unless or a.text not in there)
            aliases = joined[same.key].aliases + new
            joined[same.key] = replace(joined[same.key], aliases=aliases)
        return Registers(joined.values())

    def same(self, known: Known) -> Known | None:
        """The actor here that a user's is: by key, by Wikidata number, or by name and kind."""
        if known.key in self._actors:
            return self._actors[known.key]
        if known.wikidata in self._by_wikidata:
            return self._by_wikidata[known.wikidata]
        named = self._by_name.get(fold(known.name), ())
        fitting = [one for one in named if one.kind == known.kind]
        return fitting[0] if len(fitting) == 1 else None

    def named(self, name: str) -> Known | None:
        """The only actor that has this name, whatever its kind."""
        named = self._by_name.get(fold(name), ())
        return named[0] if len(named) == 1 else None

    def is_short_for(self, surface: str, known: Known) -> bool:
        """Whether a name that says no owner, "Defence Ministry", may mean a body of a state."""
        return self._bodies.means(known, surface)

    @cached_property
    def _bodies(self) -> Bodies:
        return Bodies(self)

    @cached_property
    def _by_wikidata(self) -> dict[str, Known]:
        return {known.wikidata: known for known in reversed([*self]) if known.wikidata}

    @cached_property
    def _by_name(self) -> dict[str, list[Known]]:
        """Actors by their names folded; names that depend on what stands around them are none."""
        named: dict[str, dict[str, Known]] = {}
        for known in self:
            plain = [a.text for a in known.aliases if a.kind == "name" and not a.only_if]
            for name in (known.name, *plain):
                named.setdefault(fold(name), {})[known.key] = known
        return {name: list(found.values()) for name, found in named.items()}

    def __contains__(self, key: object) -> bool:
        return key in self._actors and not self._actors[str(key)].is_nobody

    def __iter__(self) -> Iterator[Known]:
        return (known for known in self._actors.values() if not known.is_nobody)

    def __getitem__(self, key: str) -> Known:
        return self._actors[key]

    def is_adjective(self, surface: str) -> bool:
        """Whether the registers list this as an adjective, whatever stands around it."""
        return surface in self._adjectives

    def person_who_sounds(self, name: str) -> Known | None:
        """The only known person whose given name and surname may be spelt like a name's."""
        if not self._sounds:
            self._sounds = _by_sound(known for known in self if known.kind == "person")
        given, surname = full_names.ends(name)
        found = self._sounds.get((sound(given), sound(surname)), ())
        fitting = [known for known in found if full_names.may_be(known, name)]
        return fitting[0] if len(fitting) == 1 else None

    def find(
        self, words: Words, *, language: str = "en", article: str = "", day: str = ""
    ) -> list[Match]:
        """Every place where an alias stands for its actor, in order, none overlapping.

        Phrases that mean nobody are among them (`known.is_nobody`).
        `article` is the whole article, for aliases that depend on what else it says, and `day`
        when it was published, in ISO 8601, for offices.
        """
        trie = self._trie(language)
        whole = Article(article or words.text, day)
        found: list[Match] = []
        free = 0  # the first word that no match holds yet
        for i in trie.starts(words):
            if i < free:
                continue
            reading = _first_standing(trie, words, i, whole)
            held = self._offices.at(words, i, whole)
            if held is not None and (reading is None or reading.end <= held.end):
                found.append(held)
                free = words.at(held.end)
                continue
            if reading is None:
                continue
            known, alias = reading.meaning
            reading = _named(reading, words, i)
            free = reading.last + 1
            place = Place(words, i, reading.last, whole)
            if (body := self._body(place, known, alias)) is not None:
                while found and found[-1].end > body.start:
                    found.pop()
                found.append(body)
                free = max(free, words.at(body.end))
                continue
            town = bool(alias.town) and _is_town(place, known, alias)
            found.append(Match(reading.start, reading.end, known, alias, town))
            if not town and (owned := self._bodies.owned(place, known, alias)) is not None:
                body_of, first, last = owned
                match = Match(words.starts[first], words.ends[last], body_of, body_of.aliases[0])
                found.append(match)
                free = last + 1
        return found

    def _body(self, place: Place, known: Known, alias: Alias) -> Match | None:
        """The body of a state that the words around its name tell."""
        first, last = place.first, place.last
        if (after := self._bodies.after(place, known, alias)) is not None:
            body, last = after
        elif (before := self._bodies.before(place, known, alias)) is not None:
            body, first = before
        else:
            return None
        return Match(place.words.starts[first], place.words.ends[last], body, body.aliases[0])

    def _trie(self, language: str) -> Trie[tuple[Known, Alias]]:
        base = language.casefold().split("-")[0].split("_")[0] or "en"
        read = base if base in self._languages or base == "en" else "other"
        if read not in self._tries:
            self._tries[read] = Trie(
                (alias.text, _weight(alias), (known, alias))
                for known in self._actors.values()
                for alias in known.aliases
                if _is_read_in(alias, read)
            )
        return self._tries[read]


_Found = Reading[tuple[Known, Alias]]


def _first_standing(
    trie: Trie[tuple[Known, Alias]], words: Words, i: int, article: Article
) -> _Found | None:
    if not trie.has(words.words[i]):
        return None  # the quick answer for most words
    for reading in trie.readings(words, i):
        known, alias = reading.meaning
        if standing.means(Place(words, i, reading.last, article), known, alias, reading.cut):
            return reading
    return None


def _named(reading: _Found, words: Words, first: int) -> _Found:
    """What of a place's alias is its name, where the rest says which of several it is.

    As in “Tripoli, Lebanon” and “Kursk region”.
    """
    known, alias = reading.meaning
    last = reading.last
    if known.kind != "place" or known.label != "GPE" or alias.language or last == first:
        return reading
    if ", " in alias.text:
        last = first + len(Words(alias.text.split(", ")[0])) - 1
    elif words.words[last] in VOCABULARY.area_words:
        last -= 1
    return replace(reading, last=last, end=words.ends[last]) if last < reading.last else reading


def _by_sound(persons: Iterable[Known]) -> dict[tuple[str, str], list[Known]]:
    """Persons by the sounds of their first and last names."""
    found: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
    for known in persons:
        for alias in known.aliases:
            words = alias.text.replace("-", " ").split()
            if alias.kind != "name" or alias.language or len(words) == 1:
                continue
            for given in _given(words):
                same = found[sound(given), sound(words[-1])]
                if known not in same:
                    same.append(known)
    return found


def _given(words: list[str]) -> Iterator[str]:
    """The first name, and with the next word one that may be written as one: "Abdelfattah"."""
    yield words[0]
    if words[0].lower().startswith("abd") and words[2:]:
        yield words[0] + words[1].lower()


def _named_by(known: Known, naming: Naming, actors: Mapping[str, Known]) -> Known:
    """An actor with what a decision adds to it."""
    if naming.held is None:
        return replace(known, aliases=_with(known.aliases, naming))
    called = tenures.aliases(naming.held, actors)
    roles = (*known.roles, tenures.role(naming.held))
    return replace(known, aliases=(*known.aliases, *called), roles=roles)


def _with(aliases: tuple[Alias, ...], naming: Naming) -> tuple[Alias, ...]:
    if not naming.always:
        only_if = (conditions.near(naming.near),) if naming.near else ()
        return (*aliases, Alias(naming.alias, "name", only_if=only_if, decided=True))
    # Of a town all spellings, "Kiev" with "Kyiv".
    towns_meant = {alias.town for alias in aliases if alias.text == naming.alias} - {""}
    return tuple(
        replace(alias, always=naming.always) if alias.town in towns_meant else alias
        for alias in aliases
    )


def _is_town(place: Place, state: Known, alias: Alias) -> bool:
    return alias.always == "place" or (not alias.always and towns.is_meant(place, state))


def _is_read_in(alias: Alias, language: str) -> bool:
    if alias.language in LATIN_LANGUAGES or _is_own_latin(alias):
        return alias.language == language
    if alias.language:
        return True  # its script tells it from all others
    return language == "en" or alias.kind not in _ENGLISH_ONLY


def _weight(alias: Alias) -> int:
    return bool(alias.only_if) + OWN_WEIGHT * bool(alias.register)


def _is_own_latin(alias: Alias) -> bool:
    return bool(alias.register and alias.language) and is_latin(first_word(alias.text))


@cache
def _shipped() -> Registers:
    names = read_translations(resource("actors", "translations.json"))
    listed = [
        *read_register(resource("actors", "states.json"), names),
        *read_register(resource("actors", "groups.json")),
        *read_register(resource("actors", "persons.json")),
        *read_register(resource("actors", "places.json")),
        read_decoys(resource("actors", "decoys.json")),
    ]
    return Registers(listed)
