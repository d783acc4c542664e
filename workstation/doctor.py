"""What is in force on this machine, and what is missing: tried and looked at, not believed."""

from __future__ import annotations

import ctypes
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Literal

from workstation import __version__, limits
from workstation.errors import LibraryLocked, WorkstationError
from workstation.importing import tesseract
from workstation.library import checks
from workstation.library.library import Library
from workstation.processes import kernel
from workstation.processes.trial import DOORS, Door, closed_doors
from workstation.resources import resource
from workstation.tagging import identity, tagger

State = Literal["ok", "note", "missing"]
"""`note`: it works, but less than it could; `missing`: something does not work without it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    state: State
    words: str
    remedy: str = ""
    """The line that helps, or a sentence."""


@dataclass(frozen=True, slots=True)
class Examined:
    """All that was found."""

    findings: tuple[Finding, ...]
    doors: Mapping[Door, bool]
    """Which doors a confined process really found closed; none if none came up."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return all(one.state != "missing" for one in self.findings)


# The part of the window's libraries that a bare system lacks, and where Debian and Ubuntu have it.
_WINDOW: Final = {
    "libglib-2.0.so.0": "libglib2.0-0", "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6", "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1", "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0", "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2", "libzstd.so.1": "libzstd1",
    "libX11-xcb.so.1": "libx11-xcb1", "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0", "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0", "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1", "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0", "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}  # fmt: skip
_APT: Final = "sudo apt-get install --no-install-recommends -y"
_SCRIPTS: Final = {"ar": "Arabic", "he": "Hebrew", "hi": "Devanagari", "ja": "Japanese",
                   "ko": "Korean", "ru": "Cyrillic", "zh-cn": "Chinese"}  # fmt: skip
_FONTS: Final = ("fonts-noto-core", "fonts-noto-cjk")
_SHUT: Final[dict[Door, tuple[str, str]]] = {
    "read": ("open no other file", "open other files of yours"),
    "write": ("write no file", "write files"),
    "network": ("reach no network", "reach the network"),
    "program": ("start no program", "start programs"),
    "memory": (
        f"take no more than {limits.CHILD_MEMORY_BYTES >> 20:,} MiB of memory",
        "take all memory",
    ),
}
_TESSERACT: Final = {
    "linux": f"{_APT} tesseract-ocr tesseract-ocr-eng",
    "darwin": "brew install tesseract",
}
_BY_HAND: Final = "Install Tesseract, with the languages of your scans, where programs are found."
_GIB: Final = 1 << 30


def examine(where: str = "") -> Examined:
    """Looks at the program, this machine, and the library that is given."""
    findings = [_program(), _window(), *_fonts(), _pipeline(), _scans()]
    doors: Mapping[Door, bool] = {}
    try:
        doors = closed_doors()
        findings.append(_confinement(doors))
    except WorkstationError as error:
        words = "Files cannot be read: no process for it comes up."
        findings.append(Finding("Readers", "missing", words, error.sentence))
    findings.append(_disk(Path(where) if where and "://" not in where else Path.home()))
    if where:
        findings += _library(where)
    return Examined(tuple(findings), doors)


def _program() -> Finding:
    parts = (
        f"Media Workstation {__version__}",
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.release()} ({platform.machine()})",
    )
    return Finding("Program", "ok", f"{', '.join(parts)}.")


def _window() -> Finding:
    missing = [name for name in _WINDOW if not _loads(name)] if sys.platform == "linux" else []
    if not missing:
        return Finding("Window", "ok", "All libraries that the window needs are here.")
    names = ", ".join(missing)
    remedy = f"{_APT} {' '.join(_WINDOW[name] for name in missing)}"
    return Finding(
        "Window", "missing", f"The window needs these system libraries: {names}.", remedy
    )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _fonts() -> Iterator[Finding]:
    if not any(resource("fonts").glob("*.ttf")):
        yield Finding("Fonts", "missing", "The fonts of the report are gone.", _AGAIN)
    listed = shutil.which("fc-list")
    if sys.platform != "linux" or listed is None:
        return
    without = [name for code, name in _SCRIPTS.items() if not _has_font(listed, code)]
    if without:
        words = f"No font is installed for {', '.join(without)}: such titles show as boxes."
        yield Finding("Fonts", "note", words, f"{_APT} {' '.join(_FONTS)}")
    else:
        yield Finding("Fonts", "ok", "All scripts that the press is written in have a font.")


_AGAIN: Final = "Install Media Workstation again."


def _has_font(listed: str, language: str) -> bool:
    asked = [listed, f":lang={language}", "family"]
    done = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603 - the system's own list
    return bool(done.stdout.strip())


def _pipeline() -> Finding:
    try:
        own, spacy = identity.shipped().words, version("spacy")
    except (OSError, ValueError, PackageNotFoundError):
        return Finding("Pipeline", "missing", "The pipeline that finds names is gone.", _AGAIN)
    if not identity.model().is_dir():
        return Finding("Pipeline", "missing", "The shipped model is gone.", _AGAIN)
    if trouble := tagger.trouble():
        return Finding("Pipeline", "missing", trouble, _AGAIN)
    return Finding("Pipeline", "ok", f"{own}, spaCy {spacy}.")


def _scans() -> Finding:
    found = tesseract.find()
    if found is None:
        words = "Scanned pages cannot be read: Tesseract is not installed, or knows no language."
        return Finding("Scans", "note", words, _TESSERACT.get(sys.platform, _BY_HAND))
    version = f" {found.version}" if found.version else ""
    languages = ", ".join(found.languages)
    return Finding("Scans", "ok", f"Tesseract{version} reads scanned pages, in: {languages}.")


def _confinement(doors: Mapping[Door, bool]) -> Finding:
    """What a process that reads files found when it tried the doors."""
    landlock, seccomp = kernel.landlock_version(), kernel.seccomp_possible()
    by = [f"Landlock {landlock}"] if landlock else []
    by += ["seccomp"] if seccomp else []
    means = f" ({', '.join((*by, 'resource limits'))})" if sys.platform != "win32" else ""
    closed = [_SHUT[door][0] for door in DOORS if doors[door]]
    open_ = [_SHUT[door][1] for door in DOORS if not doors[door]]
    words = f"Processes that read files can {_and(closed)}{means}; tried just now."
    if not closed:
        words = "Processes that read files are not confined; tried just now."
    if not open_:
        return Finding("Readers", "ok", words)
    return Finding("Readers", "note", f"{words} On this system they can {_and(open_)}.")


def _and(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _disk(where: Path) -> Finding:
    there = next(folder for folder in (where, *where.absolute().parents) if folder.exists())
    free = shutil.disk_usage(there).free
    words = f"{free / _GIB:.1f} GiB are free where {_stands(where)}."
    if free >= limits.DISK_LOW_BYTES:
        return Finding("Disk", "ok", words)
    return Finding("Disk", "missing", words, "Make room: originals and backups need it.")


def _stands(where: Path) -> str:
    return "the library stands" if where.suffix == ".mwlib" else "your files stand"


def _library(where: str) -> Iterator[Finding]:
    try:
        yield from _health(where)
    except WorkstationError as error:
        yield Finding("Library", "missing", error.what_happened, error.what_you_can_do)


def _health(where: str) -> Iterator[Finding]:
    try:
        library = Library.open(where)
    except LibraryLocked:
        library = Library.open(where, writing=False)
    with library:
        found = checks.check(library)
        with library.read() as reading:
            absent = [one.missing for one in identity.of(reading) if one.missing]
    for words in absent:
        yield Finding("Pipeline", "missing", words, f"workstation pipelines {where}")
    held = (
        f"{found.articles:,} articles, {found.mentions:,} mentions, {found.originals:,} originals"
    )
    if found.problems:
        remedy = "Restore a backup, or ask for help with these words."
        yield Finding("Library", "missing", f"{held}. {' '.join(found.problems)}", remedy)
    else:
        unchecked = "".join(f" {words}" for words in found.unchecked)
        yield Finding("Library", "ok", f"{held}; all is well.{unchecked}")
