"""Which pipelines there are for a library's languages, and choosing among them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workstation import settings
from workstation.domain.mention import LABELS
from workstation.domain.pipeline import Package
from workstation.errors import Refused, UnknownName, WorkstationError
from workstation.library import articles, chosen
from workstation.library.library import Library, Reading
from workstation.processes import doors
from workstation.tagging import identity
from workstation.tagging.installed import ANY_LANGUAGE, Installed, find, installed

State = Literal["in use", "offered", "needs confirmation", "cannot be used"]

SHIPPED = "shipped"
"""What stands for the program's own: its model for English, registers alone for the rest."""

REGISTERS = "registers only"

_ENGLISH = identity.ENGLISH[0]


@dataclass(frozen=True, slots=True)
class Choice:
    """A pipeline that a language has, could have, or lacks; `why` says what it lacks."""

    language: str
    name: str
    version: str
    licence: str
    labels: tuple[str, ...]
    unused: tuple[str, ...]
    words_per_second: float | None
    """As its makers measured."""
    bytes: int
    state: State
    why: str
    articles: int
    """Articles of the library in this language."""
    chosen: bool
    """Whether the library wants it, usable here or not."""
    model_id: str
    """The name under which what it says is kept."""
    tagged: int = 0
    """Articles of the library in this language that it has tagged."""

    @property
    def own(self) -> bool:
        """Whether it is the program's own, and no package."""
        return self.name in (identity.MODEL, REGISTERS)


def choices(reading: Reading) -> list[Choice]:
    """Every pipeline for each language of the library, and what else is installed."""
    counted = articles.languages(reading)
    counted[_ENGLISH] = sum(counted.pop(code, 0) for code in identity.ENGLISH)
    wanted = chosen.chosen(reading)
    here = installed()
    codes = {*counted, *wanted, *(one.language for one in here)} - {ANY_LANGUAGE, ""}
    found: list[Choice] = []
    for code in sorted(codes, key=lambda code: (-counted.get(code, 0), code)):
        found += _of_language(code, counted.get(code, 0), wanted.get(code), here)
    # A package that cannot be read does not say which language is its own.
    names = {one.name for one in found}
    done = _tagged(reading)
    found = [replace(one, tagged=done.get((one.language, one.model_id), 0)) for one in found]
    rest = [one for one in here if one.language in (ANY_LANGUAGE, "") and one.name not in names]
    return found + [_package(one.language, 0, one, None) for one in rest]


def choose(library: Library, name: str, *, language: str = "", typed: str = "") -> int:
    """Chooses the pipeline of a language, and returns how many of its articles are to be tagged.

    The code of a package runs only after its name was `typed`, once on a machine.

    Raises:
        UnknownName: nothing of that name is installed.
        Refused: it cannot be used, or not for this language.
        WorkstationError: its name was not typed.
    """
    package, language = _wanted(name, language)
    if package is not None:
        confirm(package, typed)
    with library.write() as writing:
        chosen.choose(writing, language, package)
        return sum(
            articles.count_untagged(writing, one.wanted)
            for one in identity.of(writing)
            if language in one.languages or (one.others and package is None)
        )


def needs_confirmation(name: str) -> bool:
    """Whether a package of that name would have to be confirmed before it is used."""
    here = find(name)
    return here is not None and not here.trouble and not _confirmed(here.package)


def warning(name: str) -> str:
    """What a user should know before confirming, in words."""
    limits = (
        "in a process of its own that can change no file, read none of yours, reach no network and "
        "start no program."
        if doors.all_shut()
        else "in a process of its own. This system does not keep it from reading your files or "
        "from sending them elsewhere."
    )
    return (
        f"{name} is program code that somebody else wrote. It will run on this machine whenever "
        f"articles are tagged with it, {limits}"
    )


def confirm(package: Package, typed: str) -> None:
    """Remembers that this very code may run on this machine, if its name was typed.

    Raises:
        WorkstationError: it was not.
    """
    if _confirmed(package):
        return
    if typed.strip() != package.name:
        raise WorkstationError(
            f"{package.name} is program code, and its name was not typed to confirm that it may "
            "run.",
            f"Type {package.name} exactly, if you trust who made it.",
            code="not-confirmed",
        )
    settings.confirm(package.code)


def _confirmed(package: Package) -> bool:
    return package.code in settings.confirmed()


def _wanted(name: str, language: str) -> tuple[Package | None, str]:
    if name == SHIPPED:
        if not language:
            raise Refused("It was not said for which language.", "Name one: --language de.")
        return None, language
    here = find(name)
    if here is None:
        raise UnknownName(
            f"No pipeline called {name} is installed here.",
            "Install it where Media Workstation is installed, and ask again.",
        )
    if here.trouble:
        raise Refused(f"{name} cannot be used. {here.trouble}", "Choose another one.")
    language = language or here.language
    if language == ANY_LANGUAGE:
        raise Refused(f"{name} reads several languages.", "Name one: --language de.")
    if not here.reads(language):
        raise Refused(
            f"{name} was made for {here.language}, and not for {language}.", "Choose another one."
        )
    return here.package, language


def _tagged(reading: Reading) -> Mapping[tuple[str, str], int]:
    """By language and by the model's name, whichever registers went with it."""
    done: Counter[tuple[str, str]] = Counter()
    for (language, pipeline), n in chosen.tagged(reading).items():
        code = _ENGLISH if language in identity.ENGLISH else language
        done[code, pipeline.partition("+")[0]] += n
    return done


def _of_language(
    code: str, count: int, wanted: Package | None, here: Sequence[Installed]
) -> Iterator[Choice]:
    yield _own(code, count, free=wanted is None)
    fitting: Mapping[str, Installed] = {
        one.name: one for one in here if one.language == code or (count and one.reads(code))
    }
    if wanted is not None and wanted.name not in fitting:
        found = next((one for one in here if one.name == wanted.name), None)
        yield _package(code, count, found or Installed(wanted.name, wanted.version), wanted)
    for one in fitting.values():
        yield _package(code, count, one, wanted)


def _own(code: str, count: int, *, free: bool) -> Choice:
    shipped = code == _ENGLISH
    about = identity.about_shipped() if shipped else None
    return Choice(
        code,
        identity.MODEL if shipped else REGISTERS,
        about.version if about else "",
        about.license if about else "",
        LABELS if shipped else (),
        (),
        None,
        0,
        "in use" if free else "offered",
        "" if shipped else "Names that no register holds are not found.",
        count,
        chosen=free,
        model_id=identity.shipped().model_id if shipped else identity.REGISTERS_ONLY,
    )


def _package(code: str, count: int, one: Installed, wanted: Package | None) -> Choice:
    is_wanted = wanted is not None and wanted.name == one.name
    state, why = _state(one, wanted if is_wanted else None)
    return Choice(
        code,
        one.name,
        one.version,
        one.licence,
        tuple(label for label in LABELS if label in one.labels.values()),
        one.unused,
        one.speed,
        one.bytes,
        state,
        why,
        count,
        chosen=is_wanted,
        model_id=(wanted if wanted and is_wanted else one.package).model_id,
    )


def _state(one: Installed, wanted: Package | None) -> tuple[State, str]:
    if wanted is not None:
        missing = identity.missing(wanted, one if one.sha256 or one.trouble else None)
        if not missing:
            return "in use", ""
        if one.trouble or not one.sha256:
            return "cannot be used", missing
        return ("offered" if _confirmed(one.package) else "needs confirmation"), missing
    if one.trouble:
        return "cannot be used", one.trouble
    return ("offered" if _confirmed(one.package) else "needs confirmation"), ""
