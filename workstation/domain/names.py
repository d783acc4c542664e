"""Folding names, so that spellings of one name compare equal."""

import unicodedata
from unicodedata import combining

_PLAIN = str.maketrans(dict.fromkeys("’‘ʼʻ`´\u1ffdʿʾ", "'") | dict.fromkeys("‐‑‒–—―", "-"))


def fold(name: str) -> str:
    """A name without case, accents, and doubled or odd spaces, quotes and dashes.

    `fold("  Öncüpınar ")` is "oncupınar"; letters without a decomposition stay as they are.
    """
    if name.isascii():
        return " ".join(name.replace("`", "'").casefold().split())
    if name.isascii():  # as most are: nothing to take apart
        return " ".join(name.replace("`", "'").casefold().split())
    # Taking letters apart yields new apostrophes and capitals (ŉ, 𝐀), and folding new compounds.
    letters = unicodedata.normalize("NFKD", name.translate(_PLAIN)).translate(_PLAIN).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFKD", letters) if not combining(c))
    return " ".join(unicodedata.normalize("NFC", bare).split())
