"""Which language a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from workstation import limits

# Languages of the press. The model knows rarer ones too, and takes short English for them.
_LANGUAGES = [
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es",
    "et", "eu", "fa", "fi", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "hu", "hy", "id", "is",
    "it", "ja", "ka", "kk", "km", "kn", "ko", "ku", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr",
    "ms", "mt", "my", "ne", "nl", "no", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "so",
    "sq", "sr", "sv", "sw", "ta", "te", "tg", "th", "tk", "tr", "uk", "ur", "uz", "vi", "zh", "zu",
]  # fmt: skip


# A sentence that counts by itself has to be long, and sure of its language.
_LONG_PIECE, _SURE_PIECE = 50, 0.97
_SENTENCE = re.compile(r"[.!?…]+[”“»\"')\]]*\s+|[。！？]|\n+")
# Chinese and Japanese write a word in one or two letters.
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DENSITY = 3
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The two-letter code of the language, or "" where the text does not tell.

    Names alone tell none, nor do two languages that share a text about evenly.
    """
    sample = text[: limits.LANGUAGE_SAMPLE_CHARACTERS]
    if _letters(sample) < limits.LANGUAGE_LETTERS or _is_all_names(sample):
        return ""
    best, probability = identifier().classify(sample)
    whole = str(best) if probability >= limits.LANGUAGE_SURE else ""
    found = _of_pieces(sample)
    if not found:
        return whole
    ((most, length),) = found.most_common(1)
    if length < (1 - limits.LANGUAGE_OTHERS) * found.total():
        return ""
    # A few words in another script outweigh the rest where all is taken together.
    return most if most == whole or length > len(sample) // 2 else ""


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text)) + (_DENSITY - 1) * len(_DENSE.findall(text))


def _is_all_names(text: str) -> bool:
    """Whether nearly all words begin with a capital, in a text that is not all capitals."""
    words: list[str] = [word for word in _WORD.findall(text) if word[0] != word[0].swapcase()]
    if not words or sum(map(str.isupper, words)) > len(words) // 2:
        return False
    plain = sum(word[0].islower() for word in words)
    return plain < limits.LANGUAGE_PLAIN_WORDS * len(words)


def _of_pieces(text: str) -> Counter[str]:
    """How much of a text is in sentences that are surely in each language."""
    pieces = [piece for piece in _SENTENCE.split(text) if _letters(piece) >= _LONG_PIECE]
    apart = len(pieces) // limits.LANGUAGE_PIECES + 1
    found: Counter[str] = Counter()
    for piece in pieces[::apart]:
        language, probability = identifier().classify(piece)
        if probability >= _SURE_PIECE:
            found[str(language)] += len(piece) * apart
    return found


@cache
def identifier() -> LanguageIdentifier:
    """The model, loaded once: a second and 60 MB."""
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(_LANGUAGES)
    return model
