"""Tesseract, where it is installed: the program that recognises words in pictures of pages."""

from __future__ import annotations

import locale
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workstation import limits

_PATIENCE: Final = 20.0
"""Seconds for the program to tell its version, on a busy machine."""

_FOLDER: Final = re.compile(r'languages in "(.+)"')
_VERSION: Final = re.compile(r"tesseract v?(\d+(?:\.\d+)*)")
_NO_LANGUAGE: Final = frozenset(("osd", "equ"))
_ENGLISH: Final = "eng"
_VARIABLES: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")

# Languages by the codes of ISO 639-1, as Tesseract calls what it has learnt of them.
_CALLED: Final = {
    "af": "afr", "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben", "bs": "bos",
    "ca": "cat", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa",
    "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle", "gl": "glg",
    "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "is": "isl",
    "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "ko": "kor", "ku": "kur_ara", "ky": "kir",
    "lt": "lit", "lv": "lav", "mk": "mkd", "ms": "msa", "mt": "mlt", "nb": "nor", "nl": "nld",
    "no": "nor", "pl": "pol", "ps": "pus", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk",
    "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa", "tg": "tgk", "th": "tha",
    "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie", "zh": "chi_sim",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program, and what it has learnt."""

    program: str
    version: str
    folder: str
    """Where the languages stand; "" if it does not tell."""
    languages: tuple[str, ...]


def find() -> Tesseract | None:
    """The program, if it is installed with any language."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    listed, told = (_asked(program, question) for question in ("--list-langs", "--version"))
    folder = _FOLDER.search(listed)
    lines = [line.strip() for line in listed.splitlines()[1:]]
    languages = [line for line in lines if line and line not in _NO_LANGUAGE and " " not in line]
    version = _VERSION.search(told)
    if not languages:
        return None
    return Tesseract(
        str(Path(program).resolve()),
        version[1] if version else "",
        folder[1] if folder else "",
        tuple(languages),
    )


def languages_for(installed: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The installed languages to look for: those `known`, by their codes, and English.

    Without any of them, the first that is installed.
    """
    had = tuple(installed)
    wanted = [_CALLED.get(code, "") for code in known]
    found = [name for name in dict.fromkeys((*wanted, _ENGLISH)) if name in had]
    return tuple(found[: limits.OCR_LANGUAGES]) or had[:1]


def languages_of_the_user() -> tuple[str, ...]:
    """The codes of the languages that this machine is set to."""
    said = [os.environ.get(name, "") for name in _VARIABLES]
    said.append(locale.getlocale()[0] or "")
    codes = [re.split(r"[_.@-]", one)[0].lower() for words in said for one in words.split(":")]
    return tuple(dict.fromkeys(code for code in codes if code in _CALLED))


def _asked(program: str, question: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the user's own program, asked about itself
            [program, question],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
