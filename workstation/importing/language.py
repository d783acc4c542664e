"""Which language a text is written in."""

from __future__ import annotations

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


def language_of(text: str) -> str:
    """The two-letter code of the language, or "" where the text does not tell."""
    sample = text[: limits.LANGUAGE_SAMPLE_CHARACTERS]
    if sum(map(str.isalpha, sample)) < limits.LANGUAGE_LETTERS:
        return ""
    best, probability = identifier().classify(sample)
    return str(best) if probability >= limits.LANGUAGE_SURE else ""


@cache
def identifier() -> LanguageIdentifier:
    """The model, loaded once: a second and 60 MB."""
    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(_LANGUAGES)
    return model
