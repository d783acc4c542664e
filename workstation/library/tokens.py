"""The words of a text as a query means them: without case and accents, cut at other signs.

In scripts without blanks every letter is a word, and a term is found inside a longer run.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from workstation.domain.names import fold
from workstation.library import inflections
from workstation.library.query import Term
from workstation.library.running import SCRIPTS, is_running, letter

_WORD = re.compile(rf"[{SCRIPTS}]|[^\W_{SCRIPTS}]+")
_REMEMBERED = 50_000
_WORD_LENGTH = 12
"""Letters and signs that a word takes at most, mostly."""

Run = tuple[int, int]
"""A first and a last, both counted: words by their numbers in a text."""


class Tokens:
    """A text cut into words."""

    def __init__(self, text: str, language: str = "") -> None:
        """Cut once; the words are folded when they are first compared.

        The language says in which forms a word may stand.
        """
        self._places = [(word.start(), word.end()) for word in _WORD.finditer(text)]
        self._text = text
        self._language = language
        self._folded: list[str] = []

    def runs_of_term(self, term: Term) -> Iterator[Run]:
        """Where the words of a term stand beside each other."""
        there = list(_WORD.finditer(term.words))
        wanted = [_folded(word[0]) for word in there]
        if not wanted:
            return
        joined = [one.end() == other.start() for one, other in pairwise(there)]
        self._folded = self._folded or [_folded(self._text[a:b]) for a, b in self._places]
        if inflects(term):
            forms = {_folded(form) for form in inflections.forms(there[0][0], self._language)}
            yield from ((at, at) for at, word in enumerate(self._folded) if word in forms)
            return
        last = len(wanted) - 1
        for at, word in enumerate(self._folded[: max(0, len(self._folded) - last)]):
            starts = word == wanted[0] or (term.prefix and not last and word.startswith(wanted[0]))
            if starts and self._goes_on(at, wanted, joined, prefix=term.prefix):
                yield at, at + last

    def runs_of_spans(self, spans: Iterable[tuple[int, int]]) -> Iterator[Run]:
        """The words that spans of code points cover."""
        for start, end in spans:
            first = bisect_right(self._places, start, key=lambda place: place[1])
            last = bisect_left(self._places, end, key=lambda place: place[0]) - 1
            if first <= last:
                yield first, last

    def span(self, run: Run) -> tuple[int, int]:
        """The code points from the start of the first word to the end of the last."""
        return self._places[run[0]][0], self._places[run[1]][1]

    def _goes_on(
        self, at: int, wanted: Sequence[str], joined: Sequence[bool], *, prefix: bool
    ) -> bool:
        for n, word in enumerate(wanted[1:], start=1):
            found = self._folded[at + n]
            ends = prefix and n == len(wanted) - 1
            if found != word and not (ends and found.startswith(word)):
                return False
            if is_running(word) and is_running(wanted[n - 1]):
                ended, begins = self._places[at + n - 1][1], self._places[at + n][0]
                if (ended == begins) != joined[n - 1]:
                    return False
        return True


def around(text: str, spans: Iterable[tuple[int, int]], words: int) -> Iterator[tuple[int, int]]:
    """The pieces of a text that hold so many whole words, or all, on both sides of each span.

    None of them overlaps another.
    """
    first = last = -1
    for start, end in sorted(spans):
        begins, ends = _before(text, start, words), _after(text, end, words)
        if begins > last >= 0:
            yield first, last
            first = begins
        elif last < 0:
            first = begins
        last = max(last, ends)
    if last >= 0:
        yield first, last


def _before(text: str, place: int, words: int) -> int:
    wide = (words + 2) * _WORD_LENGTH
    while True:
        start = max(0, place - wide)
        # The place may stand inside a word, and the piece may begin inside one.
        found = [word.start() for word in _WORD.finditer(text, start, place)]
        if start == 0 or len(found) > words + 1:
            return found[-words - 1] if len(found) > words else 0
        wide *= 4


def _after(text: str, place: int, words: int) -> int:
    last = next(islice(_WORD.finditer(text, place), words, None), None)
    return last.end() if last is not None else len(text)


def length(term: Term) -> int:
    """How many words a term has."""
    return len(_WORD.findall(term.words))


def inflects(term: Term) -> bool:
    """Whether a term is one word that may stand in other forms too."""
    if term.exact or term.prefix:
        return False
    words = _WORD.findall(term.words)
    return len(words) == 1 and not is_running(words[0])


def word_of(term: Term) -> str:
    """The one word of a term that inflects."""
    return str(_WORD.findall(term.words)[0])


@lru_cache(maxsize=_REMEMBERED)
def _folded(word: str) -> str:
    return letter(word) if len(word) == 1 and is_running(word) else fold(word)
