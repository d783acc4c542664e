"""Bytes become text; a guess is never silent."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

from workstation import limits
from workstation.errors import Refused, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # The longer mark first: UTF-32 begins like UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Browsers read pages that declare these as their Windows supersets, and writers mean those.
_SUPERSETS = {
    "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
# What servers and mail programs call them, beside the names that Python knows.
_OTHER_NAMES = {
    "x-sjis": "cp932", "ms_kanji": "cp932", "x-gbk": "gb18030", "x-euc-jp": "euc_jp",
    "x-cp1251": "cp1251", "x-cp1252": "cp1252", "x-mac-cyrillic": "mac_cyrillic",
    "x-x-big5": "big5hkscs", "iso-8859-8-i": "iso8859_8", "iso-8859-8-e": "iso8859_8",
    "windows-874": "cp874", "dos-874": "cp874", "windows-949": "cp949", "utf8mb4": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip
_HIGH_BYTES = bytes(range(128, 256))
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# What the press was written in before UTF-8; among rarer ones the detector takes likenesses.
_CANDIDATES = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "cp866",
    "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_15", "mac_roman", "mac_cyrillic",
    "gb18030", "big5", "cp949",
]  # fmt: skip
_JAPANESE = ("euc_jp", "cp932")
ENCODINGS: Final = {
    "utf-8": "Unicode (UTF-8)",
    "utf-16-le": "Unicode (UTF-16)",
    "utf-16-be": "Unicode (UTF-16, big-endian)",
    "windows-1252": "Western European (Windows)",
    "iso-8859-15": "Western European (ISO)",
    "macintosh": "Western European (Macintosh)",
    "windows-1250": "Central European (Windows)",
    "iso-8859-2": "Central European (ISO)",
    "windows-1251": "Cyrillic (Windows)",
    "koi8-r": "Cyrillic (KOI8-R)",
    "ibm866": "Cyrillic (DOS)",
    "iso-8859-5": "Cyrillic (ISO)",
    "mac-cyrillic": "Cyrillic (Macintosh)",
    "windows-1253": "Greek (Windows)",
    "iso-8859-7": "Greek (ISO)",
    "windows-1254": "Turkish (Windows)",
    "windows-1255": "Hebrew (Windows)",
    "windows-1256": "Arabic (Windows)",
    "iso-8859-6": "Arabic (ISO)",
    "gb18030": "Chinese, simplified (GB)",
    "big5": "Chinese, traditional (Big5)",
    "shift-jis": "Japanese (Shift JIS)",
    "euc-jp": "Japanese (EUC)",
    "iso-2022-jp": "Japanese (mail)",
    "euc-kr": "Korean",
}
"""Those that somebody may say a file is in, by their names on the web, and what they are for."""
# What writers mean by these names is wider than what Python takes them for.
_MEANT = {"shift-jis": "cp932", "euc-kr": "cp949"}
_HIRAGANA = re.compile("[ぁ-ん]")
# Japanese is known by its syllables, a third of any text; Chinese read as Japanese has few.
_HIRAGANA_SHARE = 0.15
_WIDE_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
# How much of a file may be control characters before it is no text: strays occur, streams do not.
_CONTROL_SHARE = 0.005
_STRAY_CONTROLS = 2
# How much of a text may mean nothing in the encoding that somebody named: a stray byte may.
_MEANINGLESS_SHARE = 0.01


_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w:.+-]{2,40})""", re.IGNORECASE)


def charset_of(kind: str) -> str:
    """The encoding in a content type, such as `text/html; charset=windows-1251`; or ""."""
    found = _CHARSET.search(kind)
    return found[1] if found else ""


@dataclass(slots=True)
class Asked:
    """The encoding that somebody said a file is in, and whether any of its bytes were read so."""

    encoding: str
    used: bool = False


_ASKED: ContextVar[Asked | None] = ContextVar("asked", default=None)
_CARRIED: ContextVar[str] = ContextVar("carried", default="")


@contextmanager
def read_as(encoding: str) -> Iterator[Asked]:
    """Decodes all bytes in one encoding meanwhile, whatever they say themselves; "" as usual."""
    asked = Asked(encoding)
    _ASKED.set(asked if encoding else None)
    try:
        yield asked
    finally:
        _ASKED.set(None)


@contextmanager
def carried_as(encoding: str) -> Iterator[None]:
    """Believes meanwhile that a server said so of a file, before the file itself is asked."""
    _CARRIED.set(encoding)
    try:
        yield
    finally:
        _CARRIED.set("")


def encoding_named(name: str) -> str:
    """The encoding of `ENCODINGS` that somebody calls so: `cp1251` is `windows-1251`.

    Raises:
        Unreadable: there is none.
    """
    try:
        wanted = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        wanted = ""
    for known in ENCODINGS:
        if wanted in {codecs.lookup(known).name, codecs.lookup(_MEANT.get(known, known)).name}:
            return known
    raise Unreadable(
        f"“{name}” is no encoding that files are read in.",
        f"Those are {', '.join(ENCODINGS)}.",
        code="usage",
    )


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and whether that was a guess."""

    text: str
    encoding: str
    guessed: bool = False
    meaningless: int = 0
    """Places that mean nothing in the encoding that somebody named."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the analyst should know."""
        if self.meaningless:
            places = "1 place means" if self.meaningless == 1 else f"{self.meaningless} places mean"
            return (f"{places} nothing in {self.encoding}, and is shown as “\ufffd”.",)
        if not self.guessed:
            return ()
        return (f"The file does not say its encoding; it was read as {self.encoding}.",)


def decode(raw: bytes, *declared: str) -> Decoded:
    """Decodes by byte order mark, then declarations, then strict UTF-8, then by guessing.

    What `read_as` names goes before all of them, what `carried_as` says before what is `declared`.

    Raises:
        Refused: the bytes are not text, or not in the encoding that somebody named.
    """
    asked = _ASKED.get()
    if asked is not None:
        asked.used = True
        return _as_asked(raw, asked.encoding)
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
    said = list(dict.fromkeys(filter(None, map(_known, (_CARRIED.get(), *declared)))))
    return (
        _declared(raw, said)
        or _escaped_japanese(raw)
        or _utf8(raw)
        or _nearly(raw, said)
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


def _as_asked(raw: bytes, named: str) -> Decoded:
    encoding = _MEANT.get(named, named)
    for mark, marks in _MARKS:
        if marks == encoding:
            raw = raw.removeprefix(mark)
    text = _strict(raw, encoding)
    if text is not None:
        return Decoded(text, encoding)
    text = raw.decode(encoding, "replace")
    meaningless = text.count("\ufffd")
    if meaningless > max(1, _MEANINGLESS_SHARE * len(text)):
        raise Refused(
            f"The file is not in {named}: much of it means nothing there.",
            "Try another encoding.",
            code="other-encoding",
        )
    return Decoded(text, encoding, meaningless=meaningless)


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


def _known(declared: str) -> str:
    """The encoding that a declaration means; "" for one that nobody knows."""
    name = declared.strip().strip("\"'").lower()
    try:
        encoding = codecs.lookup(_OTHER_NAMES.get(name, name)).name
    except (LookupError, ValueError):
        return ""
    # A declaration that can be read without UTF-16's zeros is not UTF-16, and ASCII says nothing.
    return (
        ""
        if encoding.startswith(("utf-16", "utf-32", "ascii"))
        else _SUPERSETS.get(encoding, encoding)
    )


def _declared(raw: bytes, said: list[str]) -> Decoded | None:
    # UTF-8 that declares something else is a frequent mistake, and never by chance valid.
    if not raw.isascii() and _strict(raw, "utf-8") is not None:
        return None
    texts = ((encoding, _strict(raw, encoding)) for encoding in said)
    return next((Decoded(text, encoding) for encoding, text in texts if text is not None), None)


def _nearly(raw: bytes, said: list[str]) -> Decoded | None:
    """What is declared, but for a stray byte: a cut off letter, or one that nobody means."""
    for encoding in said:
        with suppress(UnicodeError, LookupError):
            text = raw.decode(encoding, "replace")
            meaningless = text.count("\ufffd")
            if meaningless <= _MEANINGLESS_SHARE * len(text):
                return Decoded(text, encoding, meaningless=meaningless)
    return None


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
