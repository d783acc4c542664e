"""Words whose letters come from scripts that look alike: a name may imitate another by them."""

import re
import unicodedata
from functools import lru_cache

_ALIKE = ("Latin", "Cyrillic", "Greek", "Armenian", "Coptic", "Cherokee", "Lisu")
"""Scripts that lend one another letters unseen (Unicode Technical Standard 39, confusables)."""

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064"
    "\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Signs that fonts draw nothing for (Unicode: Default_Ignorable_Code_Point)."""

_PHONETIC = re.compile("[\u0250-\u02af\u1d00-\u1dbf]")

_NAMES_KEPT = 20_000


@lru_cache(_NAMES_KEPT)
def mixed(name: str) -> tuple[str, ...]:
    """The scripts that are mixed inside one word of a name; none when every word keeps to one.

    Whole words of other scripts mix nothing: "Газпром Energy" is fine, "Аssad" with a Cyrillic A
    is not.
    """
    for word in name.split():
        found = dict.fromkeys(script for letter in word if (script := _script(letter)))
        # Emoji and scripts that are joined by invisible signs need them.
        if len(found) > 1 and not found.keys().isdisjoint(_ALIKE):
            return tuple(found)
    return ()


def _script(letter: str) -> str:
    if letter.isascii():
        return "Latin" if letter.isalpha() else ""
    if _UNSEEN.match(letter):
        return "invisible"
    if _PHONETIC.match(letter):
        return "phonetic"
    named = unicodedata.name(letter, "")
    return next((script for script in _ALIKE if named.startswith(script.upper())), "")
