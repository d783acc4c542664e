"""Which pipelines tag a library: known without loading one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from workstation import settings
from workstation.domain.pipeline import Package
from workstation.errors import WorkstationError
from workstation.library import chosen
from workstation.library import registers as own_registers
from workstation.library.articles import Wanted
from workstation.library.library import Reading
from workstation.resources import resource
from workstation.tagging.installed import Installed, find

MODEL = "en_world_news"

REGISTERS_ONLY = "no-model"
"""What stands in the place of a model where a language has no pipeline."""

_HASH = 8

ENGLISH = ("en", "")
"""What the shipped pipeline reads: texts that do not tell their language are mostly English."""


class About(msgspec.Struct, frozen=True):
    """What the shipped model says of itself."""

    version: str
    license: str
    description: str


@dataclass(frozen=True, slots=True)
class Identity:
    """A pipeline and the languages it reads, or all others."""

    model_id: str
    """The same without the registers: what the model says does not depend on them."""
    registers: str
    """The hash of all registers that are matched with its articles."""
    words: str
    languages: tuple[str, ...] = ()
    others: bool = False
    package: Package | None = None
    missing: str = ""
    """Why it cannot be asked here, in words."""

    @property
    def id(self) -> str:
        """The name under which a pipeline's articles are kept.

        A new model or a changed register is another pipeline, so that articles are tagged anew.
        """
        return f"{self.model_id}+registers-{self.registers}"

    @property
    def wanted(self) -> Wanted:
        """The articles it should have read."""
        return Wanted(
            self.id, self.model_id, self.languages, others=self.others, missing=bool(self.missing)
        )


def of(reading: Reading) -> Sequence[Identity]:
    """The pipelines of a library; each of its articles belongs to exactly one."""
    own_hash = own_registers.digest(reading)[:_HASH]
    registers = "-".join(filter(None, (_shipped_registers(), own_hash)))
    and_own = f", and the library's own ({own_hash})" if own_hash else ""
    packages = [_package(language, said) for language, said in chosen.chosen(reading).items()]
    taken = {language for one in packages for language in one.languages}
    own = shipped()
    own = replace(own, languages=tuple(code for code in own.languages if code not in taken))
    all_named = (*taken, *own.languages)
    found = [own, *packages, replace(registers_only(), languages=all_named)]
    return [replace(one, registers=registers, words=one.words + and_own) for one in found]


def model() -> Path:
    """The folder of the shipped model."""
    return resource("models", MODEL)


@cache
def about_shipped() -> About:
    """What the shipped model says of itself: its version, its licence and more.

    Raises:
        WorkstationError: it cannot be read.
    """
    path = model() / "meta.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=About)
    except (OSError, msgspec.MsgspecError) as error:
        raise WorkstationError(
            f"What the tagger's model says of itself cannot be read: {path}",
            "Install the program again.",
            code="model-unusable",
        ) from error


@cache
def shipped() -> Identity:
    """The pipeline this program ships, with the shipped registers."""
    version = about_shipped().version
    registers = _shipped_registers()
    return Identity(
        f"{MODEL}-{version}",
        registers,
        f"{MODEL} {version} with the shipped actor registers ({registers})",
        languages=ENGLISH,
    )


@cache
def registers_only() -> Identity:
    """What tags the articles of languages without a pipeline."""
    registers = _shipped_registers()
    words = f"the shipped actor registers ({registers}) without a pipeline"
    return Identity(REGISTERS_ONLY, registers, words, others=True)


@cache
def _shipped_registers() -> str:
    digest = sha256()
    for register in sorted(resource("actors").glob("*.json")):
        digest.update(register.read_bytes())
    return digest.hexdigest()[:_HASH]


def _package(language: str, package: Package) -> Identity:
    registers = _shipped_registers()
    return Identity(
        package.model_id,
        registers,
        f"{package.name} {package.version} with the shipped actor registers ({registers})",
        languages=ENGLISH if language in ENGLISH else (language,),
        package=package,
        missing=missing(package, find(package.name)),
    )


def missing(package: Package, here: Installed | None) -> str:
    """Why a package that a library wants cannot be asked here, in words; "" if it can."""
    if here is None:
        return f"{package.name} {package.version} is not installed here."
    if here.trouble:
        return f"{package.name} cannot be used here. {here.trouble}"
    if here.version != package.version:
        return f"{package.name} {package.version} is not installed here, but {here.version}."
    if here.package != package:
        return f"The files of {package.name} here are not those the library was tagged with."
    if package.code not in settings.confirmed():
        return f"{package.name} is program code that nobody confirmed on this machine."
    return ""
