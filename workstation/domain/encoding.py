"""Bytes become text; a guess is never silent."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from workstation import limits
from workstation.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The longer mark first: UTF-32 begins like UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers read pages that declare these as their Windows supersets, and writers mean those.
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_HIGH_BYTES = bytes(range(128, 256))
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# What the press was written in before UTF-8; among rarer ones the detector takes likenesses.
_CANDIDATES = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "cp866",
    "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_15", "mac_roman", "mac_cyrillic",
    "gb18030", "big5", "cp949",
]  # fmt: skip
_JAPANESE = ("euc_jp", "cp932")
_HIRAGANA = re.compile("[ぁ-ん]")
# Japanese is known by its syllables, a third of any text; Chinese read as Japanese has few.
_HIRAGANA_SHARE = 0.15
_WIDE_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
# How much of a file may be control characters before it is no text: strays occur, streams do not.
_CONTROL_SHARE = 0.005
_STRAY_CONTROLS = 2


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and whether that was a guess."""

    text: str
    encoding: str
    guessed: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        """What the analyst should know."""
        if not self.guessed:
            return ()
        return (f"The file does not say its encoding; it was read as {self.encoding}.",)


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Decodes by byte order mark, then declaration, then strict UTF-8, then by guessing.

    Raises:
        Refused: the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding)
    wide = _unmarked_utf16(raw)
    if wide:
        return wide
    if looks_binary(raw):
        raise Refused(
            "The file holds no text that can be read.",
            "If it is a document, open it in the program it was made with and save it as text.",
            code="not-text",
        )
    return (
        _declared(raw, declared)
        or _escaped_japanese(raw)
        or _utf8(raw)
        or _japanese(raw)
        or _detected(raw)
        or _western(raw)
    )


def can_be_text(raw: bytes) -> bool:
    """Whether bytes can be the beginning of a text."""
    marked = any(raw.startswith(mark) for mark, _encoding in _MARKS)
    return marked or not looks_binary(raw) or _unmarked_utf16(raw[: len(raw) & ~1]) is not None


def looks_binary(raw: bytes) -> bool:
    """Whether bytes without a byte order mark cannot be text in an 8-bit encoding."""
    return len(_CONTROLS.findall(raw)) > max(_STRAY_CONTROLS, _CONTROL_SHARE * len(raw))


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _marked(raw: bytes, encoding: str) -> Decoded:
    text = _strict(raw, encoding)
    if text is None:
        # The mark proves the encoding, so the damage is shown where it is, and told.
        return Decoded(raw.decode(encoding, "replace"), f"damaged {encoding}", guessed=True)
    return Decoded(text, encoding)


def _unmarked_utf16(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: Latin letters, spaces and breaks leave zeros on one side only."""
    sample = raw[: limits.DETECT_SAMPLE_BYTES & ~1]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    side = max(low, high)
    if len(raw) % 2 or side < max(1, len(sample) // 20) or min(low, high) > side // 20:
        return None
    encoding = "utf-16-le" if high > low else "utf-16-be"
    text = _strict(raw, encoding)
    if text is None or len(_WIDE_CONTROLS.findall(text)) > _STRAY_CONTROLS:
        return None
    return Decoded(text, encoding, guessed=True)


def _declared(raw: bytes, declared: str) -> Decoded | None:
    try:
        encoding = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    # A declaration that can be read without UTF-16's zeros is not UTF-16.
    if encoding.startswith(("utf-16", "utf-32")):
        return None
    text = _strict(raw, _SUPERSETS.get(encoding, encoding))
    # UTF-8 that declares something else is a frequent mistake, and never by chance valid.
    if text is None or (not raw.isascii() and _strict(raw, "utf-8") is not None):
        return None
    return Decoded(text, encoding)


def _utf8(raw: bytes) -> Decoded | None:
    text = _strict(raw, "utf-8")
    return None if text is None else Decoded(text, "utf-8")


def _escaped_japanese(raw: bytes) -> Decoded | None:
    """Japanese mail: its bytes are all ASCII, so UTF-8 would take them for words."""
    text = _strict(raw, "iso2022_jp") if b"\x1b$" in raw else None
    return None if text is None else Decoded(text, "iso2022_jp", guessed=True)


def _enough_to_detect(raw: bytes) -> bool:
    foreign = len(raw) - len(raw.translate(None, _HIGH_BYTES))
    return len(raw) >= limits.DETECT_BYTES or foreign >= limits.DETECT_FOREIGN_BYTES


def _japanese(raw: bytes) -> Decoded | None:
    for encoding in _JAPANESE if _enough_to_detect(raw) else ():
        text = _strict(raw, encoding)
        if text and len(_HIRAGANA.findall(text)) >= _HIRAGANA_SHARE * len(text):
            return Decoded(text, encoding, guessed=True)
    return None


def _detected(raw: bytes) -> Decoded | None:
    if not _enough_to_detect(raw):
        return None
    best = from_bytes(raw[: limits.DETECT_SAMPLE_BYTES], cp_isolation=_CANDIDATES).best()
    if best is None:
        return None
    text = _strict(raw, best.encoding)
    # Siblings agree on most letters; where they agree on all of them, the common one is meant.
    encoding = "cp1252" if text == _strict(raw, "cp1252") else best.encoding
    return None if text is None else Decoded(text, encoding, guessed=True)


def _western(raw: bytes) -> Decoded:
    text = _strict(raw, "cp1252")
    # Five bytes mean nothing in windows-1252; what they stood for is lost either way.
    return Decoded(raw.decode("cp1252", "replace") if text is None else text, "cp1252", True)
