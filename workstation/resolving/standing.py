"""Whether an alias means its actor where it stands: its own conditions and its kind's."""

from workstation.resolving import conditions
from workstation.resolving.conditions import Place
from workstation.resolving.known import Alias, Known
from workstation.resolving.spelling import is_latin, key
from workstation.resolving.tongues import names_a_language
from workstation.resolving.vocabulary import VOCABULARY


def means(place: Place, known: Known, alias: Alias, cut: int) -> bool:
    """Whether the alias found at `place` means `known`.

    `cut` letters of its first word stand before the alias, which only Arabic allows.
    """
    if cut == 0 and _in_an_address(place):
        return False
    if alias.unless and any(conditions.holds(c, place) for c in alias.unless):
        return False
    if alias.only_if and not any(conditions.holds(c, place) for c in alias.only_if):
        return False
    if alias.language and not alias.register:
        return True
    return _kind_allows(place, known, alias)


def _kind_allows(place: Place, known: Known, alias: Alias) -> bool:
    match alias.kind:
        case "tongue":
            return not names_a_language(place)
        case "prefix":
            return place.words.gap(place.last + 1) in _HYPHENS and place.after[:1].isupper()
        case "surname":
            return not _is_another_persons(place, known)
        case "capital" | "name" if known.kind in ("state", "place"):
            if alias.text in VOCABULARY.american_states and known.kind == "place":
                return True  # "Ohio, Michigan and Iowa"
            return not conditions.part_of_another_name(place)
        case _:
            return True


_HYPHENS = frozenset("-‐‑–")


def _is_another_persons(place: Place, known: Known) -> bool:
    """Eric Trump is not Donald Trump, and neither is the Trump Tower."""
    if conditions.part_of_another_name(place):
        return True
    # "Zelensky Zelensky"
    again = place.words.words[place.last]
    if place.after != again and conditions.before_a_name(place):
        return True
    if place.before == again or not conditions.after_a_name(place):
        return False
    own = {key(word) for alias in known.aliases for word in _letters(alias.text)}
    before = key(place.before)
    return before not in own and not any(word[0] == before for word in own)


def _letters(name: str) -> list[str]:
    return [word for word in name.replace("-", " ").split() if is_latin(word)]


def _in_an_address(place: Place) -> bool:
    """Inside a link, a domain name or an account name."""
    words = place.words
    start, end = words.starts[place.first], words.ends[place.last]
    before = words.text[max(0, start - 2) : start]
    if before[-1:] == "@" or before == "//":
        return True
    if before[-1:] in (".", "/") and before[:1].islower() and before[-1:] == ".":
        return True
    after = words.text[end : end + 2]
    return after[:1] in ("@", ".") and after[1:].islower()
