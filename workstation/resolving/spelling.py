"""When a word of a text may stand for a word of a name."""

import re
from functools import lru_cache

from workstation.domain.names import fold
from workstation.resolving.vocabulary import VOCABULARY

# Letters that fold() leaves alone because Unicode does not decompose them.
_LETTERS = str.maketrans("ıøłđةیک", "ioldهيك", "ـ")
_SHORT_ACRONYM = 3
_REMEMBERED = 50_000

STEM = "*"
"""Ends a listed word whose endings may vary, in Cyrillic and in Arabic script."""

ARTICLES = frozenset(("Al", "El"))
"""Arabic articles: "El Fasher" is "el-Fasher" too."""

_ARABIC_SHORTEST = 3


@lru_cache(_REMEMBERED)
def key(word: str) -> str:
    """A word without what its spellings differ in, such as case and accents."""
    if word.isascii():
        return word.lower()
    return fold(word).translate(_LETTERS)


# How one name of another script is written in Latin letters; what comes first is read first.
_SOUNDS = (
    (re.compile(r"^ye|^je"), "e"),
    (re.compile(r"^abd[aeu]l?"), "abdal"),
    (re.compile(r"tch|tsh|č|ç"), "ch"),
    (re.compile(r"kh|ħ"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"sh|sch"), "s"),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q|c(?!h)"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo|o"), "u"),
    (re.compile(r"ee|y"), "i"),
    (re.compile(r"e"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=.[ai])h$"), ""),
)


@lru_cache(_REMEMBERED)
def sound(word: str) -> str:
    """What the spellings of a name agree in that comes from another script: Mohamed, Muhammad.

    Nothing is left out or guessed, so that Hassan is not Hussein.
    """
    said = key(word)
    for written, spoken in _SOUNDS:
        said = written.sub(spoken, said)
    return said


_CYRILLIC_ENDINGS = frozenset(key(ending) for ending in VOCABULARY.cyrillic_endings)
_ARABIC_ENDINGS = frozenset(key(ending) for ending in VOCABULARY.arabic_endings)


def is_arabic(word: str) -> bool:
    """Whether a word is written in Arabic script."""
    return "\u0600" <= word[0] <= "\u06ff" or "\u0750" <= word[0] <= "\u077f"


def is_latin(word: str) -> bool:
    """Whether a word begins with a Latin letter or a digit."""
    return word[0] < "\u0250" or "\u1e00" <= word[0] <= "\u1eff"


def fits_stem(word: str, stem: str) -> bool:
    """Whether a folded word is a folded stem with one of its script's endings."""
    if not word.startswith(stem):
        return False
    endings = _ARABIC_ENDINGS if is_arabic(stem) else _CYRILLIC_ENDINGS
    return word[len(stem) :] in endings


def fits_case(written: str, listed: str, *, capitals: bool) -> bool:
    """Whether a word in its case may stand for one of a name ("us" never stands for "US").

    `capitals` says that the word stands in a line of capitals. A listed word in lower case may
    begin with a capital in a text, and a long acronym may be written "Nato".
    """
    if written == listed or not written[0].isalpha():
        return True
    if written.isupper() and len(written) > 1:
        return capitals or listed.isupper() or len(written) > _SHORT_ACRONYM
    if listed.isupper() and len(listed) > 1:
        return len(listed) > _SHORT_ACRONYM and written.istitle()
    if written.islower():
        return not listed[0].isupper() or listed in ARTICLES
    return True


_BEFORE_ARTICLE = "وفبك"


@lru_cache(_REMEMBERED)
def arabic_readings(word: str) -> tuple[tuple[int, str], ...]:
    """The ways to read an Arabic word with its clitics: (letters cut off in front, folded rest).

    "والروس" may be الروس after "and", "للروس" is الروس after "to"; the article may go as well,
    because adjectives are listed without it. The word as it stands comes first.
    """
    whole = key(word)
    readings = [(0, whole)]
    if len(whole) == len(word):  # else marks were folded away and offsets are not known
        for cut in _clitics(whole):
            rest = whole[cut:]
            if cut:
                readings.append((cut, rest))
            if rest.startswith("ال"):
                readings.append((cut, rest[2:]))
            elif rest.startswith("لل"):
                readings += [(cut + 2, "ال" + rest[2:]), (cut + 2, rest[2:])]
            elif rest.startswith("ل"):
                readings.append((cut + 1, rest[1:]))
    return tuple(dict.fromkeys(r for r in readings if len(r[1]) >= _ARABIC_SHORTEST))


def _clitics(word: str) -> tuple[int, ...]:
    if word[:1] in _BEFORE_ARTICLE and word[:1]:
        second = word[1:2] in ("ب", "ك") and word[0] in ("و", "ف")
        return (0, 1, 2) if second else (0, 1)
    return (0,)
