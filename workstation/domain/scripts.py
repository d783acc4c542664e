"""Words whose letters come from scripts that look alike: a name may imitate another by them."""

import unicodedata
from functools import lru_cache

_ALIKE = ("Latin", "Cyrillic", "Greek", "Armenian", "Coptic", "Cherokee")
"""Scripts that lend one another letters unseen (Unicode Technical Standard 39, confusables)."""

_NAMES_KEPT = 20_000


@lru_cache(_NAMES_KEPT)
def mixed(name: str) -> tuple[str, ...]:
    """The scripts that are mixed inside one word of a name; none when every word keeps to one.

    Whole words of other scripts mix nothing: "Газпром Energy" is fine, "Аssad" with a Cyrillic A
    is not.
    """
    for word in name.split():
        found = dict.fromkeys(script for letter in word if (script := _script(letter)))
        if len(found) > 1:
            return tuple(found)
    return ()


def _script(letter: str) -> str:
    if letter.isascii():
        return "Latin" if letter.isalpha() else ""
    named = unicodedata.name(letter, "")
    return next((script for script in _ALIKE if named.startswith(script.upper())), "")
