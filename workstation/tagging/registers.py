"""The registers that users add to a library, and which articles they concern."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from workstation.curating.decisions import me
from workstation.domain.clean import clean_line
from workstation.domain.register import Register, Remark
from workstation.errors import LibraryDamaged, Refused, Unreadable
from workstation.library import matching, mentions, registers
from workstation.library.library import Library, Reading, Writing
from workstation.limits import (
    FIELD_CHARACTERS,
    NAME_CHARACTERS,
    REGISTER_ALIASES,
    REGISTER_BYTES,
    REGISTER_NAMES_SOUGHT,
    REGISTER_REMARKS,
)
from workstation.resolving.known import Alias, Known
from workstation.resolving.own import packing, reading
from workstation.resolving.own.packing import Packed, joined
from workstation.resolving.registers import Registers
from workstation.tagging import identity


@dataclass(frozen=True, slots=True)
class Added:
    """A register that was added, or put in the place of the one of its name."""

    register: Register
    replaced: bool


@dataclass(frozen=True, slots=True)
class Shipped:
    """A register that the program ships."""

    name: str
    actors: int
    aliases: int


@cache
def shipped() -> tuple[Shipped, ...]:
    """The registers that the program ships."""
    actors: Counter[str] = Counter()
    aliases: Counter[str] = Counter()
    for known in Registers.shipped():
        actors[known.register] += 1
        aliases[known.register] += len(known.aliases)
    return tuple(Shipped(name, count, aliases[name]) for name, count in actors.items())


def add(library: Library, path: Path, *, name: str = "", who: str = "") -> Added:
    """Adds the register in a file, or puts it in the place of the one of its name.

    Articles that may hold one of the names that it changes are to be matched again.

    Raises:
        Unreadable: the file cannot be read, or the name holds no letter.
        Refused: it is no register, names nobody, or there would be more names than fit.
    """
    name = clean_line(name or path.name, FIELD_CHARACTERS)
    if not any(map(str.isalnum, name)):
        raise Unreadable("A register needs a name.", "Give it one with a letter.")
    library.expect_writable()
    raw = _bytes(path)
    with library.read() as reading_now:
        kept = registers.packed(reading_now)
    read = reading.read(raw, joined([one for one in kept if one[0] != name]))
    actors = packing.pack(read.actors)
    refused = sum(remark.refused for remark in read.remarks)
    register = Register(
        name=name,
        format=read.format,
        file=clean_line(path.name, NAME_CHARACTERS),
        sha256=sha256(raw).hexdigest(),
        actors=len(read.actors),
        aliases=sum(len(known.aliases) for known in read.actors),
        refused=refused,
        told=len(read.remarks) - refused,
        who=who or me(),
        at=datetime.now(UTC),
        remarks=_first(read.remarks),
    )
    with library.write() as writing:
        _expect_room(writing, register)
        before = registers.packed(writing)
        pipelines = identity.of(writing)
        registers.put(writing, register, actors)
        _follow(writing, before, pipelines)
    return Added(register, any(one == name for one, _ in before))


def remove(library: Library, name: str) -> None:
    """Takes a register away; articles that may hold one of its names are to be matched again.

    Raises:
        UnknownName: there is none of that name.
    """
    with library.write() as writing:
        before = registers.packed(writing)
        pipelines = identity.of(writing)
        registers.remove(writing, name)
        _follow(writing, before, pipelines)


def actors(reading_now: Reading, name: str) -> list[Known]:
    """The actors of a register, as its file named them.

    Raises:
        UnknownName: there is none of that name.
    """
    registers.named(reading_now, name)
    return packing.unpack(name, dict(registers.packed(reading_now))[name])


def _follow(writing: Writing, before: Packed, old: Sequence[identity.Identity]) -> None:
    """Lets the articles that a change does not concern stay as they are."""
    new = identity.of(writing)
    for pipeline in new:
        mentions.remember_pipeline(writing, pipeline.id, pipeline.words)
    names = _changed(before, registers.packed(writing))
    if names is not None and len(names) <= REGISTER_NAMES_SOUGHT:
        renamed = {was.id: now.id for was, now in zip(old, new, strict=True)}
        matching.carry_over(writing, renamed, names)
    else:
        writing.touched("articles")


def _changed(before: Packed, after: Packed) -> set[str] | None:
    """The names that mean something else now; none if a register cannot be read."""
    try:
        return {alias.text for *_, alias in _own(before) ^ _own(after)}
    except LibraryDamaged:
        return None


def _own(packed: Packed) -> set[tuple[str, str, str, Alias]]:
    """What each name in users' registers stands for, all registers taken together."""
    if not packed:
        return set()
    return {
        (known.key, known.name, known.wikidata, alias)
        for known in joined(packed)
        for alias in known.aliases
        if alias.register
    }


def _expect_room(writing: Writing, register: Register) -> None:
    others = sum(one.aliases for one in registers.listed(writing) if one.name != register.name)
    if others + register.aliases > REGISTER_ALIASES:
        raise Refused(
            f"The library's registers would have more than {REGISTER_ALIASES:,} names.",
            "Remove one of them, or leave out what you do not read about.",
            code="too-large",
        )


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable(f"There is no file “{path}”.", "Check the name.")
        with path.open("rb") as file:
            return file.read(REGISTER_BYTES + 1)
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else str(error)
        raise Unreadable(f"“{path}” cannot be read: {said}.", "Ask its owner.") from error


def _first(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """What is kept of the remarks: what was refused comes before what was only told."""
    kept = sorted(remarks, key=lambda remark: not remark.refused)[:REGISTER_REMARKS]
    return tuple(sorted(kept, key=lambda remark: remark.line))
