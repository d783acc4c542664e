"""The pipeline packages that are installed here: read as files, never imported."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import file_digest, sha256
from importlib import metadata
from importlib.metadata import Distribution, PackageNotFoundError
from math import inf
from pathlib import Path
from typing import Any

from packaging.specifiers import SpecifierSet

from workstation.domain.clean import clean_line
from workstation.domain.mention import Label
from workstation.domain.pipeline import Package
from workstation.limits import (
    PACKAGE_META_BYTES,
    PACKAGE_NAME_CHARACTERS,
    PACKAGE_WORDS_CHARACTERS,
)
from workstation.tagging.labels import ours

ANY_LANGUAGE = "xx"
"""What spaCy calls the language of a pipeline for several ones."""

_GROUP = "spacy_models"
_CACHED = "__pycache__"

# spaCy's codes, where the press's are others.
_LANGUAGES = {"nb": "no", "nn": "no"}

# Components whose labels say other things than what kind of name words are.
_NO_NAMES = frozenset((
    "tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer",
    "trainable_lemmatizer", "textcat", "textcat_multilabel", "tok2vec",
))  # fmt: skip

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_VERSION = re.compile(r"[A-Za-z0-9.+!_-]+")
_REQUIRED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

_hashes: dict[object, str] = {}


@dataclass(frozen=True, slots=True)
class Installed:
    """A pipeline package; `trouble` says in words why it cannot be used."""

    name: str
    version: str = ""
    language: str = ""
    licence: str = ""
    labels: Mapping[str, Label] = field(default_factory=dict)
    """Its labels that are used, each with the one it becomes here."""
    unused: tuple[str, ...] = ()
    bytes: int = 0
    speed: float | None = None
    """Words a second, as its makers measured."""
    folder: Path = Path()
    requires: tuple[str, ...] = ()
    sha256: str = ""
    """Of all its files: the very code that a user confirms."""
    trouble: str = ""

    @property
    def package(self) -> Package:
        """What a library keeps of it."""
        return Package(self.name, self.version, self.sha256)

    def reads(self, language: str) -> bool:
        """Whether it was made for a language."""
        return self.language in (language, ANY_LANGUAGE)


class _Unusable(Exception):
    """Why a package cannot be used, in words."""


def installed() -> list[Installed]:
    """Every pipeline package that is installed, by name; of the same name, the one imports find."""
    found: dict[str, Distribution] = {}
    for name, distribution in _advertised():
        found.setdefault(name, distribution)
    return [_read(name, found[name]) for name in sorted(found)]


def find(name: str) -> Installed | None:
    """The installed package of a name."""
    distribution = next((d for other, d in _advertised() if other == name), None)
    return None if distribution is None else _read(name, distribution)


def _advertised() -> Iterator[tuple[str, Distribution]]:
    for distribution in metadata.distributions():
        try:
            names = [one.value for one in distribution.entry_points if one.group == _GROUP]
        except Exception:  # noqa: BLE001, S112 - a broken package that offers nothing is none
            continue
        yield from ((clean_line(name, PACKAGE_NAME_CHARACTERS), distribution) for name in names)


def _read(name: str, distribution: Distribution) -> Installed:
    package = Installed(name)
    try:
        package = _described(name, distribution)
        listed = _files(distribution, package.folder)
        _expect_usable(package, listed)
        hashed = _hash(listed, package.folder)
        return replace(package, sha256=hashed, bytes=sum(path.stat().st_size for path in listed))
    except _Unusable as error:
        return replace(package, trouble=str(error))
    except Exception as error:  # noqa: BLE001 - a broken package may be broken in any way
        kind = type(error).__name__
        return replace(package, trouble=f"What it says of itself cannot be read ({kind}).")


def _described(name: str, distribution: Distribution) -> Installed:
    """A package as its own files describe it.

    Raises:
        _Unusable: they do not.
    """
    if not _NAME.fullmatch(name):
        raise _Unusable("Its name is no package's name.")
    folder = Path(str(distribution.locate_file(name)))
    if not (folder / "__init__.py").is_file():
        raise _Unusable("Its files are not where it was installed.")
    meta = _meta(folder)
    labels = _labels(meta)
    used = ours(labels)
    code = _line(meta.get("lang"))
    speed = (meta.get("performance") or {}).get("speed")
    return Installed(
        name,
        version=_line(distribution.version),
        language=_LANGUAGES.get(code, code),
        licence=_line(meta.get("license")),
        labels=used,
        unused=tuple(label for label in labels if label not in used),
        speed=float(speed) if isinstance(speed, int | float) and 0 < speed < inf else None,
        folder=folder,
        requires=tuple(_required(distribution)),
        trouble=_wrong_spacy(_line(meta.get("spacy_version"))),
    )


def _meta(folder: Path) -> dict[str, Any]:
    file = folder / "meta.json"
    if not file.is_file():
        raise _Unusable("It has no meta.json, which would say what it is.")
    if file.stat().st_size > PACKAGE_META_BYTES:
        raise _Unusable("Its meta.json is larger than any pipeline's.")
    try:
        meta = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise _Unusable("Its meta.json cannot be read.") from error
    if not isinstance(meta, dict):
        raise _Unusable("Its meta.json does not say what it is.")
    return meta


def _labels(meta: dict[str, Any]) -> list[str]:
    by_component = meta.get("labels") or {}
    components = [labels for name, labels in by_component.items() if name not in _NO_NAMES]
    return list(dict.fromkeys(_line(label) for labels in components for label in labels))


def _wrong_spacy(asked: str) -> str:
    here = metadata.version("spacy")
    if not asked or SpecifierSet(asked).contains(here, prereleases=True):
        return ""
    return f"It was made for spaCy {asked}, and here is {here}."


def _required(distribution: Distribution) -> Iterator[str]:
    for line in distribution.requires or ():
        name = _REQUIRED.match(line)
        if name and "extra ==" not in line:
            yield name[0]


def _expect_usable(package: Installed, listed: list[Path]) -> None:
    """Checks what can be known without running it.

    Raises:
        _Unusable: it could not be run, or would be no use.
    """
    if package.trouble:
        raise _Unusable(package.trouble)
    lacking = [name for name in package.requires if not _is_here(name)]
    if lacking:
        raise _Unusable(f"It needs what is not installed: {', '.join(lacking)}.")
    if any(path.suffix == ".pth" for path in listed):
        raise _Unusable("It starts code of its own whenever Python starts.")
    if not package.language or not _VERSION.fullmatch(package.version):
        raise _Unusable("It does not say which language it reads, or which version it is.")
    if len(package.name) + len(package.version) > PACKAGE_NAME_CHARACTERS:
        raise _Unusable("Its name and version are longer than any pipeline's.")
    if not package.labels:
        raise _Unusable("It finds no persons, organisations or places.")


def _is_here(name: str) -> bool:
    try:
        metadata.distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _files(distribution: Distribution, folder: Path) -> list[Path]:
    """What is installed with a package, and whatever else stands in its folder.

    Raises:
        _Unusable: not all of it can be listed.
    """
    below = list(folder.rglob("*"))
    if any(path.is_symlink() for path in below):
        raise _Unusable("Parts of it are links to other places.")
    walked = {path for path in below if _CACHED not in path.parts and path.is_file()}
    for path in distribution.files or ():
        ours_alone = path.parts[0] == ".." or path.parts[0].endswith(".dist-info")
        if not ours_alone and _CACHED not in path.parts:
            walked.add(Path(str(distribution.locate_file(path))))
    return sorted(walked)


def _hash(listed: list[Path], folder: Path) -> str:
    """One hash of all names and files; whole files are read again only if one has changed."""
    seen = [(path, path.stat()) for path in listed]
    key = tuple((str(p), s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino) for p, s in seen)
    if key not in _hashes:
        whole = sha256()
        for path in listed:
            name = path.relative_to(folder.parent).as_posix()
            with path.open("rb") as file:
                whole.update(f"{name}\0{file_digest(file, sha256).hexdigest()}\n".encode())
        _hashes[key] = whole.hexdigest()
    return _hashes[key]


def _line(value: object) -> str:
    return clean_line(value, PACKAGE_WORDS_CHARACTERS) if isinstance(value, str) else ""
