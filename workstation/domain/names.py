"""Folding names, so that spellings of one name compare equal."""

import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´ʿʾ", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―", "-"))


def fold(name: str) -> str:
    """A name without case, accents, and doubled or odd spaces, quotes and dashes.

    `fold("  Öncüpınar ")` is "oncupınar"; letters without a decomposition stay as they are.
    """
    plain = name.translate(_APOSTROPHES).translate(_DASHES)
    letters = unicodedata.normalize("NFKD", plain.casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFC", bare).split())
