"""Light stemming: the forms under which a word may stand in a text of its language.

No dictionary is asked. A language has sets of endings that take each other's places; a word that
ends in one of a set may end in any other of it. What is no word at all stands in no text, and
does no harm. The same forms are asked of the index and looked for in the texts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from unicodedata import normalize

from workstation.domain.names import fold

_REMEMBERED = 10_000
_SHORTEST = 3
"""Letters that must stay before an ending: what is shorter has too many other meanings."""

_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]+")

# "-" stands for no ending at all.
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "en": ("- s ed ing", "e es ed ing", "y ies ied ying", "is es"),
    "de": (
        "- e en er es em n s ern ens",
        "en e st t te ten tet end ende enden",
        "in innen",
    ),
    "fr": (
        "- s e es",
        "al aux ale ales",
        "- x",
        "er e es ent ons ez ait aient ant ai a erent era eront ee ees",
        "ir is it issent issait issaient issant irent ira iront i ie ies",
        "eur euse eurs euses",
    ),
    "es": (
        "- s es",
        "o a os as",
        "ar a an o aron aba aban ando ado ada ados adas ara aran e en",
        "er e en io ieron ia ian iendo ido ida idos idas era eran",
        "ir e en io ieron ia ian iendo ido ida idos idas ira iran",
    ),
    "it": (
        "o a i e",
        "e i",
        "are a ano o ato ata ati ate ava avano ando arono era eranno",
        "ere e ono uto uta uti ute eva evano endo era eranno",
        "ire e isce iscono ito ita iti ite iva ivano endo ira iranno",
    ),
    "pt": (
        "- s es",
        "ao oes aos",
        "o a os as",
        "ar a am o ou aram ava avam ando ado ada ados adas ara arao",
        "er e em eu eram ia iam endo ido ida idos idas era erao",
        "ir e em iu iram ia iam indo ido ida idos idas ira irao",
    ),
    "nl": ("- en s e er", "en t te ten de den end ende"),
    "ru": (
        "- а у ом е ы и ов ам ами ах",
        "а ы и е у ой ою - ам ами ах",
        "ь я ю ем е и ей ям ями ях ью ём",
        "й я ю ем е и ев ям ями ях",
        "я и е ю ей ь ям ями ях",
        "ия ии ию ией ий иям иями иях ие ием ия",
        "о а у ом е - ам ами ах",
        "ый ая ое ые ого ому ым ом ой ую ых ыми",
        "ий ая ое ие ого ому им ом ой ую их ими",
        "ий яя ее ие его ему им ем ей юю их ими",
        "ать ал ала ало али ает ают аю аем ан ана ано аны ав ая",
        "ить ил ила ило или ит ят им ен ена ено ены ив",
        "овать овал овала овало овали ует уют ован ована овано ованы",
        "еть ел ела ело ели еет еют",
    ),
    "uk": (
        "- а у ом ові ом і и ів ам ами ах",
        "а и і у ою о - ам ами ах",
        "ь я ю ем і і ів ям ями ях",
        "ія ії ію ією ій іям іями іях",
        "ий а е і ого ому им ій у их ими ою",
        "ати ав ала ало али ає ають",
        "ити ив ила ило или ить ять",
    ),
}

# What comes before a word in one piece with it.
_BEGINNINGS: Mapping[str, tuple[str, ...]] = {"ar": ("- ال و وال ب بال ل لل ف فال ك كال",)}

_IRREGULAR: Mapping[str, str] = {
    "en": (
        "man men;woman women;child children;person people;foot feet;life lives;wife wives;"
        "knife knives;leaf leaves;say says said saying;go goes went gone going;"
        "take takes took taken taking;give gives gave given giving;"
        "come comes came coming;become becomes became becoming;find finds found finding;"
        "hold holds held holding;lead leads led leading;lose loses lost losing;"
        "meet meets met meeting;send sends sent sending;build builds built building;"
        "buy buys bought buying;bring brings brought bringing;fight fights fought fighting;"
        "seek seeks sought seeking;think thinks thought thinking;catch catches caught catching;"
        "teach teaches taught teaching;sell sells sold selling;tell tells told telling;"
        "pay pays paid paying;strike strikes struck stricken striking;win wins won winning;"
        "shoot shoots shot shooting;begin begins began begun beginning;"
        "break breaks broke broken breaking;choose chooses chose chosen choosing;"
        "drive drives drove driven driving;fall falls fell fallen falling;"
        "flee flees fled fleeing;fly flies flew flown flying;forbid forbids forbade forbidden;"
        "freeze freezes froze frozen freezing;grow grows grew grown growing;"
        "hide hides hid hidden hiding;know knows knew known knowing;"
        "rise rises rose risen rising;run runs ran running;see sees saw seen seeing;"
        "shake shakes shook shaken shaking;sink sinks sank sunk sinking;"
        "speak speaks spoke spoken speaking;spend spends spent spending;"
        "stand stands stood standing;steal steals stole stolen stealing;"
        "swear swears swore sworn swearing;throw throws threw thrown throwing;"
        "withdraw withdraws withdrew withdrawn withdrawing;write writes wrote written writing;"
        "overthrow overthrows overthrew overthrown overthrowing;"
        "undertake undertakes undertook undertaken;withhold withholds withheld withholding;"
        "news;during;nothing;something;anything;everything;evening evenings;morning mornings;"
        "this;has;was;his;its;thus;always;perhaps;series;species;less;unless;across;indeed"
    ),
}
_SIBILANT = re.compile("(?:s|x|z|ch|sh|o)$")
_DOUBLED = re.compile("(?P<base>.*[^aeiou][aeiouy](?P<last>[bdgklmnprt]))(?P=last)(?:ed|ing)")
_SINGLE = re.compile("[a-z]*[^aeiou][aeiouy](?P<last>[bdgklmnprt])")

LANGUAGES: tuple[str, ...] = (*_ENDINGS, *_BEGINNINGS)
"""The languages in which words are found in other forms."""


@lru_cache(_REMEMBERED)
def forms(word: str, language: str) -> frozenset[str]:
    """Every form that a word may take in a language, in small letters; the word itself with them.

    A word that is none of the language's script, or that holds other signs, has but one form.
    """
    plain = _plain(word)
    if language not in LANGUAGES or not _LETTERS.fullmatch(plain) or not _fits(plain, language):
        return frozenset((plain,))
    irregular = _irregular(language).get(plain)
    if irregular is not None:
        return irregular
    return frozenset((plain, *_others(plain, language)))


def others(word: str, language: str) -> list[str]:
    """The forms that a word may take besides itself, in the order of the alphabet."""
    return sorted(forms(word, language) - {_plain(word)})


def _others(word: str, language: str) -> Iterator[str]:
    for endings in _sets(_ENDINGS, language):
        for ending in endings:
            base = word.removesuffix(ending)
            if word.endswith(ending) and len(base) >= _SHORTEST:
                yield from (base + other for other in endings)
    for beginnings in _sets(_BEGINNINGS, language):
        for beginning in beginnings:
            base = word.removeprefix(beginning)
            if word.startswith(beginning) and len(base) >= _SHORTEST:
                yield from (other + base for other in beginnings)
    if language == "en":
        yield from _english(word)


def _english(word: str) -> Iterator[str]:
    if word.endswith("es") and _SIBILANT.search(word[:-2]):
        yield from _closed(word[:-2])
    if _SIBILANT.search(word):
        yield from _closed(word)
    base = word.removesuffix("s")
    if found := _DOUBLED.fullmatch(word):
        base = found["base"]
    if found := _SINGLE.fullmatch(base):
        double = base + found["last"]
        yield from (base, f"{base}s", f"{double}ed", f"{double}ing")


def _closed(base: str) -> Iterable[str]:
    return (base, f"{base}es", f"{base}ed", f"{base}ing") if len(base) >= _SHORTEST else ()


def _plain(word: str) -> str:
    # A й is no и with an accent to every index; a Latin letter with one is the letter.
    if _CYRILLIC.fullmatch(word):
        return normalize("NFC", word).casefold()
    return fold(word)


def _fits(word: str, language: str) -> bool:
    if language in _BEGINNINGS:
        return all("\u0600" <= c <= "\u06ff" for c in word)
    cyrillic = language in ("ru", "uk")
    return bool(_CYRILLIC.fullmatch(word)) if cyrillic else all(c < "\u0250" for c in word)


@lru_cache
def _irregular(language: str) -> Mapping[str, frozenset[str]]:
    sets = [frozenset(line.split()) for line in _IRREGULAR.get(language, "").split(";")]
    return {word: words for words in sets for word in words}


def _sets(of: Mapping[str, tuple[str, ...]], language: str) -> Iterator[tuple[str, ...]]:
    for line in of.get(language, ()):
        yield tuple("" if ending == "-" else ending for ending in line.split())
