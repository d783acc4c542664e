"""Finding listed names in words: one look-up a word, the longest name first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

import msgspec

from workstation.resolving import spelling
from workstation.resolving.words import Words, first_word

Meaning = TypeVar("Meaning")

_SMOOTH = str.maketrans({**dict.fromkeys("’‘ʼʻ`´ʿʾ", "'"), **dict.fromkeys("‐‑‒–", "-")})
_STEM_BUCKET = 3
_ABBREVIATION = 2

OWN_WEIGHT = 4
"""From this weight on a name outranks every other of as many words."""


class Listed(msgspec.Struct, Generic[Meaning], frozen=True):
    """A name cut to words, with what it means."""

    keys: tuple[str, ...]
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    stems: tuple[bool, ...]
    tail: str
    second: str
    rank: tuple[int, bool, int, int]
    meaning: Meaning


class Reading(msgspec.Struct, Generic[Meaning], frozen=True):
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

    Each is a text, a weight by which it outranks an equal, and its meaning. A name is cut to words
    only when a text first uses its first word: few of thousands ever are.
    """

    def __init__(self, names: Iterable[tuple[str, int, Meaning]]) -> None:
        self._uncut: defaultdict[str, list[tuple[str, int, Meaning]]] = defaultdict(list)
        self._cut: dict[str, tuple[Listed[Meaning], ...]] = {}
        self._lower: set[str] = set()
        for name in names:
            first = first_word(name[0])
            self._uncut[_bucket(first, name[0])].append(name)
            if first.islower() or first in spelling.ARTICLES:
                self._lower.add(first.lower())

    def has(self, word: str) -> bool:
        """Whether a listed name may begin with a word; few do."""
        return spelling.key(word) in self._uncut or not spelling.is_latin(word)

    def starts(self, words: Words) -> Iterator[int]:
        """The words that a listed name may begin with: no plain word in small letters."""
        lower = self._lower
        return (
            i for i, word in enumerate(words.words) if not "a" <= word[0] <= "z" or word in lower
        )

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
        second = spelling.key(words.words[i + 1]) if i + 1 < len(words.words) else ""
        for listed in self._bucket(bucket):
            if listed.second and listed.second != second:
                continue  # the quick answer for most of a bucket
            last = i + len(listed.keys) - 1
            if last < len(words) and _fits(listed, words, i, first):
                end = words.ends[last]
                if listed.tail and words.text.startswith(listed.tail, end):
                    end += len(listed.tail)
                elif listed.tail:
                    continue
                yield Reading(words.starts[i] + cut, end, last, cut, listed.meaning)

    def _bucket(self, bucket: str) -> tuple[Listed[Meaning], ...]:
        if bucket not in self._uncut:
            return ()
        if bucket not in self._cut:
            listed = (_cut(*name) for name in self._uncut[bucket])
            self._cut[bucket] = tuple(sorted(listed, key=lambda n: n.rank, reverse=True))
        return self._cut[bucket]


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


def _cut(text: str, weight: int, meaning: Meaning) -> Listed[Meaning]:
    words = Words(text)
    n = len(words)
    keys = tuple(spelling.key(word) for word in words.words)
    stems = tuple(words.gap(i + 1).startswith(spelling.STEM) for i in range(n))
    return Listed(
        keys=keys,
        words=tuple(words.words),
        gaps=tuple(_smooth(words.gap(i).replace(spelling.STEM, "")) for i in range(n)),
        stems=stems,
        tail=words.gap(n).replace(spelling.STEM, ""),
        second=keys[1] if n > 1 and not stems[1] else "",
        rank=(n, weight >= OWN_WEIGHT, len(text), weight),
        meaning=meaning,
    )


def _bucket(first: str, text: str) -> str:
    key = spelling.key(first)
    stem = text.startswith(first + spelling.STEM)
    return key[:_STEM_BUCKET] + spelling.STEM if stem else key
