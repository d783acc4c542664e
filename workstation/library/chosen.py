"""Which pipeline packages a library wants for which languages; it goes with the library."""

from collections.abc import Mapping

import msgspec
import sqlalchemy as sa

from workstation.domain.pipeline import Package
from workstation.errors import LibraryDamaged
from workstation.library.library import Reading, Writing
from workstation.library.schema import articles, facts

_FACT = "pipelines"

_unpack = msgspec.json.Decoder(dict[str, Package]).decode


def chosen(reading: Reading) -> Mapping[str, Package]:
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


def tagged(reading: Reading) -> Mapping[tuple[str, str], int]:
    """How many articles of a language each pipeline has tagged, by both."""
    asked = sa.select(articles.c.language, articles.c.tagged_with, sa.func.count())
    rows = reading.connection.execute(
        asked.where(articles.c.tagged_with.is_not(None)).group_by(
            articles.c.language, articles.c.tagged_with
        )
    )
    return {(language, pipeline): n for language, pipeline, n in rows}


def choose(writing: Writing, language: str, package: Package | None) -> None:
    """Chooses the package of a language; None: what the program itself has for it."""
    kept = {**chosen(writing)}
    kept.pop(language, None)
    if package is not None:
        kept[language] = package
    writing.connection.execute(sa.delete(facts).where(facts.c.name == _FACT))
    if kept:
        words = msgspec.json.encode(kept).decode()
        writing.connection.execute(sa.insert(facts).values(name=_FACT, value=words))
    writing.touched("articles")
