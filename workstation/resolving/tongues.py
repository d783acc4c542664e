"""Names of languages: "written in Russian" is no mention of Russia."""

from workstation.resolving.conditions import Place
from workstation.resolving.vocabulary import VOCABULARY

_BEFORE = VOCABULARY.language_verbs | {"in"}
_INTO = frozenset(("from", "into", "to"))
_TRANSLATING = ("translat", "render", "subtitle", "dub")
_LIST = (", ", " ")


def names_a_language(place: Place) -> bool:
    """Whether an adjective that is also a language means the language here."""
    after = place.after.lower()
    if after in VOCABULARY.language_nouns:
        return True
    if not _ends_a_phrase(place, place.last):
        return False
    before = place.before.lower()
    if before in _BEFORE:
        return True
    if before in _INTO:
        start = place.words.starts[place.first]
        line = place.words.text[max(0, start - 60) : start].lower()
        return any(word in line for word in _TRANSLATING)
    return before in ("and", "or") and _language_before_and(place)


def _ends_a_phrase(place: Place, last: int) -> bool:
    """No noun follows, so that the adjective cannot describe one."""
    words = place.words
    after = words.after(last)
    if not after:
        return True
    if words.gap(last + 1) == "-":
        return False
    other = words.words[last + 2] if after in ("and", "or") and last + 2 < len(words) else ""
    if other[:1].isupper() and other != "I":
        return _ends_a_phrase(place, last + 2)
    return after in VOCABULARY.function_words and after not in ("own", "then")


def _language_before_and(place: Place) -> bool:
    """The first of a pair decides: "in Arabic and Russian"."""
    words = place.words
    first = place.first - 2
    return (
        first >= 1
        and words.words[first][0].isupper()
        and words.gap(first + 1) in _LIST
        and words.words[first - 1].lower() in _BEFORE
    )
