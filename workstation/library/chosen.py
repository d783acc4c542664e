"""Which pipelines a library wants for which languages; it goes with the library."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from workstation.errors import LibraryDamaged
from workstation.library.library import Reading, Writing
from workstation.library.schema import facts

_FACT = "pipelines"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A pipeline package, and the very files of it: a hash of them."""

    name: str
    version: str
    sha256: str

    @property
    def model_id(self) -> str:
        """The name under which what it says is kept."""
        return f"{self.name}-{self.version}-{self.sha256[:8]}"


_unpack = msgspec.json.Decoder(dict[str, Chosen]).decode


def chosen(reading: Reading) -> Mapping[str, Chosen]:
    """The package chosen for each language that has one.

    Raises:
        LibraryDamaged: what is written there is no choice.
    """
    written = reading.connection.scalar(sa.select(facts.c.value).where(facts.c.name == _FACT))
    try:
        return _unpack(written) if written else {}
    except msgspec.DecodeError as error:
        raise LibraryDamaged(
            "What the library says of its pipelines cannot be read.",
            "Restore the library from a backup.",
        ) from error


def choose(writing: Writing, language: str, package: Chosen | None) -> None:
    """Chooses the package of a language; None: what the program has for it itself."""
    kept = {**chosen(writing)}
    kept.pop(language, None)
    if package is not None:
        kept[language] = package
    writing.connection.execute(sa.delete(facts).where(facts.c.name == _FACT))
    if kept:
        words = msgspec.json.encode(kept).decode()
        writing.connection.execute(sa.insert(facts).values(name=_FACT, value=words))
    writing.touched("articles")
