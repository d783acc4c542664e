"""An image on disk, beside the store: it saves reading the tables when the library opens again."""

import json
import os
import zipfile
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from workstation.library.columns.generation import Generation
from workstation.library.columns.image import Actors, Articles, Image, Pairs
from workstation.library.columns.memory import Memory

_FORM: Final = 1
"""Goes up when the arrays mean something else."""

_Arrays = dict[str, NDArray[Any]]


def store(file: Path, image: Image) -> None:
    """Writes an image, whole or not at all; a disk that refuses is no reason to stop."""
    names = [image.outlets, image.languages, image.kinds]
    head = [_FORM, image.generation.number, image.generation.seal, names]
    arrays = {"head": np.frombuffer(json.dumps(head).encode(), dtype=np.uint8)}
    for part, prefix in ((image.articles, "a_"), (image.pairs, "p_"), (image.actors, "w_")):
        arrays |= {prefix + field.name: getattr(part, field.name) for field in fields(part)}
    unfinished = file.with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        try:
            with unfinished.open("wb") as target:
                np.savez(target, allow_pickle=False, **arrays)
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)


def load(file: Path, generation: Generation) -> Image | None:
    """The image of that state of the library; None where there is none that can be trusted."""
    # Whatever stands there may have been made by somebody who wishes us ill.
    with suppress(
        OSError, ValueError, KeyError, TypeError, EOFError, MemoryError, zipfile.BadZipFile
    ):
        with zipfile.ZipFile(file) as packed:
            if any(part.compress_type != zipfile.ZIP_STORED for part in packed.infolist()):
                return None
        with np.load(file, allow_pickle=False) as kept:
            form, number, seal, names = json.loads(kept["head"].tobytes())
            if form != _FORM or Generation(number, seal) != generation:
                return None
            found = _image(generation, {name: kept[name] for name in kept.files}, names)
        return found if _makes_sense(found) else None
    return None


def _image(generation: Generation, kept: _Arrays, names: list[list[str]]) -> Image:
    articles = Articles(*(kept["a_" + field.name] for field in fields(Articles)))
    pairs = Pairs(*(kept["p_" + field.name] for field in fields(Pairs)))
    actors = Actors(*(kept["w_" + field.name] for field in fields(Actors)))
    row_of = np.full(int(articles.number.max(initial=-1)) + 1, -1, dtype=np.int32)
    row_of[articles.number] = np.arange(len(articles), dtype=np.int32)
    outlets, languages, kinds = (tuple(map(str, some)) for some in names)
    alive = np.ones(len(articles), dtype=bool)
    return Image(
        generation, articles, alive, pairs, actors, outlets, languages, kinds, row_of, Memory()
    )


def _makes_sense(image: Image) -> bool:
    """Whether every number of a row, an actor or a name is one of those that there are."""
    articles, pairs, actors = image.articles, image.pairs, image.actors
    return (
        all(len(getattr(articles, field.name)) == len(articles) for field in fields(articles))
        and len(pairs.key) == len(pairs.row) == len(pairs.mentions)
        and len(actors.counts_as) == len(actors.kind) == len(actors.counted)
        and _below(articles.outlet, len(image.outlets))
        and _below(articles.language, len(image.languages))
        and _below(pairs.row, len(articles))
        and _below(pairs.actor, len(actors.counts_as))
        and _below(actors.counts_as, len(actors.counts_as))
        and _below(actors.kind, len(image.kinds))
    )


def _below(numbers: NDArray[Any], end: int) -> bool:
    return not len(numbers) or bool(numbers.min() >= 0 and numbers.max() < end)
