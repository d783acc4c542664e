"""An image on disk, beside the store: it saves reading the tables when the library opens again."""

import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields
from pathlib import Path
from stat import S_ISREG
from typing import IO, Any, Final

import numpy as np
from numpy.typing import NDArray

from workstation.library.columns.generation import Generation
from workstation.library.columns.image import NO_INSTANT, Actors, Articles, Image, Pairs
from workstation.library.columns.memory import Memory
from workstation.library.engine import COLUMNS_PART
from workstation.limits import COLUMNS_BYTES, COLUMNS_NUMBER

_FORM: Final = 1
"""Goes up when the arrays mean something else."""

_PLAIN: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""To wait for nobody who never writes into a pipe; Windows knows neither."""
_WHOLE: Final = np.dtype(np.int32)
_TYPES: Final = {
    "a_instant": np.dtype(np.int64),
    "a_doubtful": np.dtype(np.bool_),
    "p_key": np.dtype(np.int64),
    "w_counted": np.dtype(np.bool_),
}
"""Of the others it is `_WHOLE`."""
_STORY: Final = 0xFFFF_FFFF
_NO_END: Final = 2**31
_LAST_DAY: Final = 3_652_059
"""31 December 9999."""

_Arrays = dict[str, NDArray[Any]]
_PARTS: Final[tuple[tuple[type[Articles | Pairs | Actors], str], ...]] = (
    (Articles, "a_"), (Pairs, "p_"), (Actors, "w_")
)  # fmt: skip


def store(file: Path, image: Image) -> None:
    """Writes an image, whole or not at all; a disk that refuses is no reason to stop."""
    names = [image.outlets, image.languages, image.kinds]
    head = [_FORM, image.generation.number, image.generation.seal, names]
    arrays = {"head": np.frombuffer(json.dumps(head).encode(), dtype=np.uint8)}
    for part, prefix in ((image.articles, "a_"), (image.pairs, "p_"), (image.actors, "w_")):
        arrays |= {prefix + field.name: getattr(part, field.name) for field in fields(part)}
    unfinished = file.with_name(COLUMNS_PART)
    with suppress(OSError):
        # Only who may write to the library stores: what stands there was left by who was stopped.
        unfinished.unlink(missing_ok=True)
        try:
            with unfinished.open("xb") as target:
                np.savez(target, allow_pickle=False, **arrays)
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)


def load(file: Path, generation: Generation) -> Image | None:
    """The image of that state of the library; None where there is none that can be trusted."""
    # Whatever stands there may have been made by somebody who wishes us ill.
    with suppress(Exception), _opened(file) as source:
        with zipfile.ZipFile(source) as packed:
            if not _is_plain(packed.infolist(), source):
                return None
        source.seek(0)
        with np.load(source, allow_pickle=False) as kept:
            form, number, seal, names = json.loads(kept["head"].tobytes())
            if form != _FORM or Generation(number, seal) != generation:
                return None
            arrays = {name: kept[name] for name in _wanted()}
        if _are_numbers(arrays, names) and _makes_sense(found := _image(generation, arrays, names)):
            return found
    return None


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    with os.fdopen(os.open(file, _PLAIN | getattr(os, "O_BINARY", 0)), "rb") as source:
        found = os.fstat(source.fileno())
        if not S_ISREG(found.st_mode) or found.st_size > COLUMNS_BYTES:
            raise ValueError("no image")
        yield source


def _is_plain(parts: list[zipfile.ZipInfo], source: IO[bytes]) -> bool:
    """Whether no part takes more room in memory than it has in the file, alone or together."""
    sizes = sum(part.file_size for part in parts)
    return sizes <= os.fstat(source.fileno()).st_size and all(
        part.compress_type == zipfile.ZIP_STORED for part in parts
    )


def _wanted() -> list[str]:
    return [prefix + field.name for kind, prefix in _PARTS for field in fields(kind)]


def _are_numbers(arrays: _Arrays, names: list[list[str]]) -> bool:
    """Whether each array is what `store` writes, by its form alone."""
    return (
        all(a.ndim == 1 and a.dtype == _TYPES.get(name, _WHOLE) for name, a in arrays.items())
        and all(
            len({len(arrays[prefix + field.name]) for field in fields(kind)}) == 1
            for kind, prefix in _PARTS
        )
        and all(len(set(some)) == len(some) and set(map(type, some)) <= {str} for some in names)
    )


def _image(generation: Generation, kept: _Arrays, names: list[list[str]]) -> Image:
    articles = Articles(*(kept["a_" + field.name] for field in fields(Articles)))
    pairs = Pairs(*(kept["p_" + field.name] for field in fields(Pairs)))
    actors = Actors(*(kept["w_" + field.name] for field in fields(Actors)))
    if not _below(articles.number, COLUMNS_NUMBER):
        raise ValueError("no image")
    row_of = np.full(int(articles.number.max(initial=-1)) + 1, -1, dtype=np.int32)
    row_of[articles.number] = np.arange(len(articles), dtype=np.int32)
    outlets, languages, kinds = (tuple(some) for some in names)
    alive = np.ones(len(articles), dtype=bool)
    return Image(
        generation, articles, alive, pairs, actors, outlets, languages, kinds, row_of, Memory()
    )


def _makes_sense(image: Image) -> bool:
    """Whether every number of a row, an actor or a name is one of those that there are."""
    articles, pairs, actors = image.articles, image.pairs, image.actors
    many = len(actors.counts_as)
    return (
        _below(articles.outlet, len(image.outlets))
        and _below(articles.language, len(image.languages))
        and _below(articles.story, COLUMNS_NUMBER)
        and _below(articles.day, _LAST_DAY + 1)
        and _below(articles.mentions, _NO_END)
        and _within(articles.instant, NO_INSTANT, -NO_INSTANT)
        and _below(pairs.row, len(articles))
        and _below(pairs.actor, many)
        and _below(pairs.mentions, _NO_END)
        and _below(actors.counts_as, many)
        and _below(actors.kind, len(image.kinds))
        and bool(np.count_nonzero(image.row_of >= 0) == len(articles))
        and bool((np.diff(pairs.key) >= 0).all())
        and bool((pairs.key & _STORY == articles.story[pairs.row]).all())
    )


def _below(numbers: NDArray[Any], end: int) -> bool:
    return _within(numbers, 0, end)


def _within(numbers: NDArray[Any], first: int, end: int) -> bool:
    return not len(numbers) or bool(numbers.min() >= first and numbers.max() < end)
