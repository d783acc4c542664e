"""Whether a capital stands for itself: "in Moscow" is a town, "between Moscow and Kyiv" is not."""

from collections.abc import Callable
from typing import Final

from workstation.resolving.conditions import Place
from workstation.resolving.known import Known
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_LIST_WORDS: Final = frozenset(("and", "or"))
_LONGEST_LIST: Final = 4
_BACK: Final = 4
_DATELINE: Final = 40
_DATELINE_ENDS: Final = ("(", "—", "–", " - ", " -- ")
_POSSESSIVES: Final = ("'", "’")


def is_meant(place: Place, state: Known) -> bool:
    """Whether the town is meant and not the state whose capital it is.

    What stands right before decides, or what follows; where neither tells, it is the state.
    """
    words, first, last = place.words, place.first, place.last
    if _opens_a_dateline(words, first, last) or _is_followed_by_its_state(words, last, state):
        return True
    if words.gap(last + 1) == ", " and last + 1 < len(words) and words.words[last + 1] == "where":
        return True
    if _owns_power(words, last):
        return False
    compound = words.gap(last + 1) in _HYPHENS and place.after.lower() in _COMPOUNDS
    if compound or _after(words, last) in VOCABULARY.after_towns:
        return True
    before, *earlier = _words_before(words, _head_of_list(words, first))
    said = _PREPOSITIONS.get(before)
    if before == "to" and earlier[1] == "from":  # "from Anchorage to Washington"
        return True
    return said(earlier) if said else before in VOCABULARY.before_towns


_HYPHENS: Final = frozenset("-‐‑")
_COMPOUNDS: Final = frozenset(("based", "born", "bound", "area"))

_PREPOSITIONS: Final[dict[str, Callable[[list[str]], bool]]] = {
    "to": lambda earlier: (
        earlier[0] not in VOCABULARY.turned_to_states and not VOCABULARY.moving.isdisjoint(earlier)
    ),
    "from": lambda earlier: VOCABULARY.sent_by_states.isdisjoint(earlier[:2]),
    "of": lambda earlier: earlier[0] in VOCABULARY.parts_of_towns,
    "in": lambda earlier: earlier[0] not in VOCABULARY.felt_in_states,
    "is": lambda earlier: earlier[0] in ("capital", "town", "city"),
}


def _owns_power(words: Words, last: int) -> bool:
    """As in “outside Tbilisi's control”."""
    owns = words.gap(last + 1) in _POSSESSIVES and last + 1 < len(words)
    return owns and _after(words, last) in VOCABULARY.powers


def _words_before(words: Words, first: int) -> list[str]:
    """The words before word `first`, the nearest first, in lower case; "" beyond its sentence."""
    found: list[str] = []
    for i in range(first, first - _BACK, -1):
        if i <= 0 or words.starts_sentence(i):
            break
        found.append(words.words[i - 1].lower())
    return found + [""] * (_BACK - len(found))


def _head_of_list(words: Words, first: int) -> int:
    """The first name of "in Beirut, Amman and Cairo" for the last one."""
    for _ in range(_LONGEST_LIST):
        joined = words.gap(first) in (", ", " ") and first > 0
        previous = first - 1
        if joined and words.words[previous].lower() in _LIST_WORDS:
            previous -= 1
        elif not (joined and words.gap(first) == ", "):
            return first
        if previous < 0 or not words.words[previous][:1].isupper():
            return first
        while previous > 0 and words.gap(previous) == " " and words.words[previous - 1].istitle():
            previous -= 1
        first = previous
    return first


def _after(words: Words, last: int) -> str:
    """The word after, also over a possessive: "Damascus's suburbs"."""
    i = last + 1
    if i < len(words) and words.gap(i) in _POSSESSIVES and words.words[i] == "s":
        i += 1
    return words.words[i].lower() if i < len(words) and words.gap(i) == " " else ""


def _opens_a_dateline(words: Words, first: int, last: int) -> bool:
    """As in “MOSCOW (Halyard Wire) —” and “Damascus, 9 Dec –” at the head of a paragraph."""
    start = words.starts[first]
    if start and words.text[start - 1] != "\n":
        return False
    line = words.text[words.ends[last] : words.ends[last] + _DATELINE]
    line = line.split("\n", 1)[0]
    if line.startswith((" (", " —", " –", " - ", " -- ")):
        return True
    if line.startswith(": ") and words.words[first].isupper() and not words.in_capitals(first):
        return True
    ends = [line.find(end) for end in _DATELINE_ENDS if end in line]
    return line.startswith(",") and bool(ends) and any(c.isdigit() for c in line[: min(ends)])


def _is_followed_by_its_state(words: Words, last: int, state: Known) -> bool:
    """As in “Muscat, Oman” and “Manama, in Bahrain”."""
    i = last + 1
    if words.gap(i) != ", ":
        return False
    if i < len(words) and words.words[i] == "in":
        i += 1
    names = (alias.text for alias in state.aliases if alias.kind == "name")
    return i < len(words) and words.text.startswith(tuple(names), words.starts[i])
