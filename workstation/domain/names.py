"""Folding names, so that spellings of one name compare equal."""

import unicodedata
from functools import lru_cache
from unicodedata import combining

_PLAIN = str.maketrans(dict.fromkeys("’‘ʼʻ`´\u1ffdʿʾ", "'") | dict.fromkeys("‐‑‒–—―", "-"))
_NAME = 80


def fold(name: str) -> str:
    """A name without case, accents, and doubled or odd spaces, quotes and dashes.

    `fold("  Öncüpınar ")` is "oncupınar"; letters without a decomposition stay as they are.
    """
    return _remembered(name) if len(name) <= _NAME else _fold(name)


def _fold(name: str) -> str:
    if name.isascii():  # as most are: nothing to take apart
        return " ".join(name.replace("`", "'").casefold().split())
    # Taking letters apart yields new apostrophes and capitals (ŉ, 𝐀), and folding new compounds.
    letters = unicodedata.normalize("NFKD", name.translate(_PLAIN)).translate(_PLAIN).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", letters) if not combining(c))
    return " ".join(unicodedata.normalize("NFC", bare).split())


# News names the same few thousand again and again; longer texts are no names.
_remembered = lru_cache(50_000)(_fold)
