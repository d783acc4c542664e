"""The forces and ministries that every state has: "French navy", "Bank of Ghana".

They are read where a state is named and made when a text first names them, because listing those
of all states would cost every start more than any article does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from workstation.resolving import conditions
from workstation.resolving.conditions import TESTS, Place, after_a_name
from workstation.resolving.known import Alias, Known
from workstation.resolving.register_files import LABELS
from workstation.resolving.spelling import key
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_ADJECTIVES: Final = ("adjective", "tongue")
_NAMES: Final = ("name", "short")
# The kinds of the bodies, and of what else is called so: the Red Crescent.
_LISTED: Final = ("military", "government", "organisation")
_GAPS: Final = frozenset((" ", "-", "'", "’", "\u00a0"))
# "the Chadian military said", and not "Chadian military vehicles".
_ALONE_ONLY: Final = "military"


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    body: str
    titled: bool


def _forms(*, of: bool) -> dict[str, tuple[_Form, ...]]:
    """The words for bodies by their first one, or by their last one before "of"; longest first."""
    found: dict[str, list[_Form]] = {}
    for body, row in VOCABULARY.bodies.items():
        said = [(name, True) for name in (row.of if of else row.titled)]
        said += [] if of else [(name, False) for name in row.called]
        for name, titled in said:
            words = tuple(key(word) for word in Words(name).words)
            found.setdefault(words[-1] if of else words[0], []).append(_Form(words, body, titled))
    return {
        word: tuple(sorted(forms, key=lambda form: -len(form.words)))
        for word, forms in found.items()
    }


_AFTER: Final = _forms(of=False)
_BEFORE: Final = _forms(of=True)
_SAID: Final = {
    name.casefold(): body for body, row in VOCABULARY.bodies.items() for name in row.names
}
_APOSTROPHES: Final = ("'", "’")


class Bodies:
    """The bodies of states; those that a register lists by name are the listed ones."""

    def __init__(self, actors: Iterable[Known]) -> None:
        self._listed = {
            alias.text.casefold(): known
            for known in actors
            if known.kind in _LISTED
            for alias in known.aliases
            if not alias.language and alias.kind == "name"
        }
        self._made: dict[tuple[str, str], Known] = {}

    def owned(self, place: Place, state: Known, alias: Alias) -> tuple[Known, int, int] | None:
        """The body that a state's name in the possessive tells, and its first and last words.

        "Russia's Defence Ministry" is a mention of Russia and one of its ministry.
        """
        words, first = place.words, _after_possessive(place)
        if not first or state.kind != "state" or alias.language or alias.kind not in _NAMES:
            return None
        for form in _AFTER.get(key(words.words[first]), ()):
            last = first + len(form.words) - 1
            whole = Place(words, first, last, place.article)
            stands = _stands(form, words, first, named=False) and _is_free(form, whole)
            if stands and not conditions.before_a_name(whole):
                return self._body(state, form.body), first, last
        return None

    def means(self, known: Known, surface: str) -> bool:
        """Whether a name without an owner, "Defence Ministry", may be short for a known body."""
        body = _SAID.get(surface.casefold())
        if body is None or known.kind not in _LISTED:
            return False
        if known.key.endswith(f"/{body}"):
            return True
        said = tuple(f" {name.casefold()}" for name in VOCABULARY.bodies[body].names)
        return any(alias.text.casefold().endswith(said) for alias in known.aliases)

    def after(self, place: Place, state: Known, alias: Alias) -> tuple[Known, int] | None:
        """The body that the words after a state's adjective or name tell, and its last word."""
        words, last = place.words, place.last
        if state.kind != "state" or last + 1 >= len(words):
            return None
        forms = _AFTER.get(key(words.words[last + 1]))
        if (
            not forms
            or words.gap(last + 1) != " "
            or alias.language
            or alias.kind not in (*_ADJECTIVES, *_NAMES)
        ):
            return None
        named = alias.kind == "name"
        if named and after_a_name(place):
            return None  # "Free Burma Army"
        for form in forms:
            end = last + len(form.words)
            whole = Place(words, place.first, end, place.article)
            stands = _stands(form, words, last + 1, named=named) and _is_free(form, whole)
            if stands and not (form.titled and self._is_listed(state, form.body)):
                return self._body(state, form.body), end
        return None

    def before(self, place: Place, state: Known, alias: Alias) -> tuple[Known, int] | None:
        """The body that the words before "of" and a state's name tell, and its first word."""
        words, of = place.words, place.first - 1
        if state.kind != "state" or alias.kind != "name" or alias.language:
            return None
        of -= words.before(of + 1) == "the"
        if of < 1 or words.before(of + 1) != "of":
            return None
        for form in _BEFORE.get(key(words.words[of - 1]), ()):
            first = of - len(form.words)
            if first >= 0 and _stands(form, words, first, named=True):
                return self._body(state, form.body), first
        return None

    def _is_listed(self, state: Known, body: str) -> bool:
        """Whether a register lists it, and so its titles: "Syrian Defence Forces" are another."""
        return self._body(state, body).register != state.register

    def _body(self, state: Known, body: str) -> Known:
        made = self._made.get((state.key, body))
        if made is None:
            made = self._listed_as(state, body) or _new(state, body)
            self._made[state.key, body] = made
        return made

    def _listed_as(self, state: Known, body: str) -> Known | None:
        row = VOCABULARY.bodies[body]
        owners = [a.text for a in state.aliases if a.kind in (*_ADJECTIVES, *_NAMES)]
        said = (f"{owner} {name}" for name in (*row.called, *row.titled) for owner in owners)
        listed = (self._listed.get(name.casefold()) for name in said)
        return next((known for known in listed if known is not None), None)


def _new(state: Known, body: str) -> Known:
    row = VOCABULARY.bodies[body]
    adjectives = [a.text for a in state.aliases if a.kind in _ADJECTIVES and not a.language]
    name = f"{adjectives[0] if adjectives else state.name} {row.called[0].title()}"
    alias = Alias(name, "name")
    made = f"{state.key}/{body}"
    return Known(state.register, made, name, row.kind, LABELS[row.kind], "", (alias,))


def _stands(form: _Form, words: Words, first: int, *, named: bool) -> bool:
    """Whether the words of a form stand from word `first` on, in the letters that it asks for."""
    if first + len(form.words) > len(words):
        return False
    for i, said in enumerate(form.words, first):
        word = words.words[i]
        if key(word) != said or (i > first and words.gap(i) not in _GAPS):
            return False
        small = word[0].islower() and said not in VOCABULARY.connectors and said != "s"
        if small and (named or form.titled):
            return False
    # "Haiti Police Hold Bridge" is a headline about Haiti.
    return not (named and len(form.words) == 1 and words.in_title_case(first))


def _after_possessive(place: Place) -> int:
    """The first word after "Russia's" and "the Philippines'", or 0."""
    words, i = place.words, place.last + 1
    if i + 1 < len(words) and words.gap(i) in _APOSTROPHES and words.words[i] in ("s", "S"):
        return i + 1 if words.gap(i + 1) == " " else 0
    owns = i < len(words) and words.words[i - 1].lower().endswith("s")
    return i if owns and words.gap(i) in ("' ", "’ ") else 0


def _is_free(form: _Form, place: Place) -> bool:
    return form.words != (_ALONE_ONLY,) or TESTS["alone"](place, ())
