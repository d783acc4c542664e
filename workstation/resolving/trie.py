"""Finding listed names in words: one look-up a word, the longest name first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from workstation.resolving import spelling
from workstation.resolving.words import Words

Meaning = TypeVar("Meaning")

_SMOOTH = str.maketrans({**dict.fromkeys("’‘ʼʻ`´ʿʾ", "'"), **dict.fromkeys("‐‑‒–", "-")})
_STEM_BUCKET = 3
_ABBREVIATION = 2


@dataclass(frozen=True, slots=True)
class Listed(Generic[Meaning]):
    """A name cut to words, with what it means."""

    keys: tuple[str, ...]
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    stems: tuple[bool, ...]
    tail: str
    rank: tuple[int, int, bool]
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Reading(Generic[Meaning]):
    """A listed name read in a text, from `start` to `end`, its last word being word `last`.

    `cut` letters before `start` belong to the first word but not to the name.
    """

    start: int
    end: int
    last: int
    cut: int
    meaning: Meaning


class Trie(Generic[Meaning]):
    """Listed names by their first word.

    Each is a text, whether it yields nothing to an equal (it has conditions), and its meaning.
    """

    def __init__(self, names: Iterable[tuple[str, bool, Meaning]]) -> None:
        self._buckets: defaultdict[str, list[Listed[Meaning]]] = defaultdict(list)
        self._lower: set[str] = set()
        for text, conditional, meaning in names:
            listed = _cut(text, conditional, meaning)
            self._buckets[_bucket(listed)].append(listed)
            if listed.words[0].islower():
                self._lower.add(listed.words[0])
        for bucket in self._buckets.values():
            bucket.sort(key=lambda listed: listed.rank, reverse=True)
        self._buckets.default_factory = None

    def starts(self, words: Words) -> Iterator[int]:
        """The words that a listed name may begin with: no plain word in small letters."""
        lower = self._lower
        for i, word in enumerate(words.words):
            if not "a" <= word[0] <= "z" or word in lower:
                yield i

    def readings(self, words: Words, i: int) -> Iterator[Reading[Meaning]]:
        """The listed names that stand at word `i`, the longest first."""
        word = words.words[i]
        if spelling.is_arabic(word):
            for cut, rest in spelling.arabic_readings(word):
                for bucket in (rest, rest[:_STEM_BUCKET] + spelling.STEM):
                    yield from self._read(bucket, words, i, cut, rest)
            return
        key = spelling.key(word)
        yield from self._read(key, words, i, 0, key)
        if not spelling.is_latin(word):
            yield from self._read(key[:_STEM_BUCKET] + spelling.STEM, words, i, 0, key)

    def _read(
        self, bucket: str, words: Words, i: int, cut: int, first: str
    ) -> Iterator[Reading[Meaning]]:
        for listed in self._buckets.get(bucket, ()):
            last = i + len(listed.keys) - 1
            if last < len(words) and _fits(listed, words, i, first):
                end = words.ends[last]
                if listed.tail and words.text.startswith(listed.tail, end):
                    end += len(listed.tail)
                elif listed.tail:
                    continue
                yield Reading(words.starts[i] + cut, end, last, cut, listed.meaning)


def _fits(listed: Listed[Meaning], words: Words, i: int, first: str) -> bool:
    for k, key in enumerate(listed.keys):
        found = spelling.key(words.words[i + k]) if k else first
        if found != key and not (listed.stems[k] and spelling.fits_stem(found, key)):
            return False
        if k and not _same_gap(words.gap(i + k), listed.gaps[k], words.words[i + k - 1]):
            return False
    written = words.words[i : i + len(listed.keys)]
    if all(a == b for a, b in zip(written, listed.words, strict=True)):
        return True
    capitals = words.in_capitals(i)
    return all(
        spelling.fits_case(word, pattern, capitals=capitals)
        for word, pattern in zip(written, listed.words, strict=True)
    )


def _same_gap(found: str, listed: str, before: str) -> bool:
    if found == listed:
        return True
    smooth = _smooth(found)
    # "St. Lucia" is "St Lucia", but no name runs over the end of a sentence.
    return smooth == listed or (
        smooth == ". " and listed == " " and len(before) <= _ABBREVIATION and before.istitle()
    )


@lru_cache(1000)
def _smooth(gap: str) -> str:
    if gap.count("\n") > 1:
        return "\n"
    smooth = " ".join(gap.translate(_SMOOTH).split()) or (" " if gap else "")
    if gap[-1:].isspace() and smooth in (".", ","):
        return smooth + " "
    return " " if smooth in ("-", "") and gap else smooth


def _cut(text: str, conditional: bool, meaning: Meaning) -> Listed[Meaning]:
    words = Words(text)
    tail = words.gap(len(words)).replace(spelling.STEM, "")
    gaps = [words.gap(i) for i in range(len(words))]
    stems = tuple((words.gap(i + 1)).startswith(spelling.STEM) for i in range(len(words)))
    return Listed(
        tuple(spelling.key(word) for word in words.words),
        tuple(words.words),
        tuple(_smooth(gap.replace(spelling.STEM, "")) for gap in gaps),
        stems,
        tail,
        (len(words), len(text), conditional),
        meaning,
    )


def _bucket(listed: Listed[Meaning]) -> str:
    first = listed.keys[0]
    return first[:_STEM_BUCKET] + spelling.STEM if listed.stems[0] else first
