"""Which rows of an image a selection means."""

from collections.abc import Iterable

import numpy as np
import sqlalchemy as sa

from workstation.domain.selection import Facet, Selection
from workstation.library import actors as actor_rows
from workstation.library.columns.building import numbers
from workstation.library.columns.image import Image, Mask
from workstation.library.conditions import where
from workstation.library.library import Reading
from workstation.library.schema import articles


def mask(image: Image, reading: Reading, selection: Selection) -> Mask:
    """The rows of the selection's articles; not to be written to, for others have it too."""
    asked = selection.corpus()
    return image.memory.recall(("mask", asked), lambda: _mask(image, reading, asked))


def naming(image: Image, roots: Iterable[int]) -> Mask:
    """The rows of articles that count a mention of one of some actors."""
    found = np.zeros(len(image.alive), dtype=bool)
    found[image.naming(roots).row] = True
    return found


def _mask(image: Image, reading: Reading, selection: Selection) -> Mask:
    found = image.alive & _on_days(image, selection)
    if selection.words.strip():
        found &= _by_sql(image, reading, Selection(words=selection.words))
    for name, values in selection.facets:
        found &= _on_facet(image, reading, name, values)
    return found


def _on_days(image: Image, selection: Selection) -> Mask:
    day = image.articles.day
    found = np.ones(len(day), dtype=bool)
    if selection.brush:
        first, last = selection.brush.first, selection.brush.last
        found &= day >= (first.toordinal() if first else 1)
        if last:
            found &= day <= last.toordinal()
    if selection.undated or selection.doubtful:
        wanting = np.zeros(len(day), dtype=bool)
        if selection.undated:
            wanting |= day == 0
        if selection.doubtful:
            wanting |= image.articles.doubtful
        found &= wanting
    return found


def _on_facet(image: Image, reading: Reading, name: Facet, values: tuple[str, ...]) -> Mask:
    if name == "outlet":
        return _named(image.outlets, values)[image.articles.outlet]
    if name == "language":
        return _named(image.languages, values)[image.articles.language]
    if name == "kind":
        kinds = np.flatnonzero(_named(image.kinds, values))
        fits = image.actors.roots & np.isin(image.actors.kind, kinds)
        return image.memory.recall((name, values), lambda: _named_by(image, fits))
    if name in ("actor", "together"):
        roots = actor_rows.roots_of(reading, values)
        if name == "actor":
            return naming(image, roots.values())
        every = np.ones(len(image.alive), dtype=bool)
        for one in values:
            every &= naming(image, [roots[one]] if one in roots else [])
        return every
    return _by_sql(image, reading, Selection().with_facet(name, values))


def _named(names: tuple[str, ...], values: Iterable[str]) -> Mask:
    wanted = set(values)
    return np.array([name in wanted for name in names], dtype=bool)


def _named_by(image: Image, roots: Mask) -> Mask:
    fits = roots[image.actors.counts_as[image.pairs.actor]]
    found = np.zeros(len(image.alive), dtype=bool)
    found[image.pairs.row[fits]] = True
    return found


def _by_sql(image: Image, reading: Reading, selection: Selection) -> Mask:
    def found() -> Mask:
        asked = sa.select(articles.c.id).where(*where(reading, selection))
        return image.mask(numbers(reading.connection, asked))

    return image.memory.recall(("by sql", selection), found)
