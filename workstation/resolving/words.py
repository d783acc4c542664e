"""A field cut to words, with the looks of its lines."""

import re
from bisect import bisect_left, bisect_right

# Chinese has no spaces: each of its characters counts as a word.
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_MARKS = "\u0300-\u036f\u064b-\u0655\u0670"
_HAN_FOUND = re.compile(f"[{_HAN}]")
_WORD = re.compile(rf"[\w{_MARKS}]+")
_WORD_OR_HAN = re.compile(rf"[{_HAN}]|(?:(?![{_HAN}])[\w{_MARKS}])+")
_NEWLINE = re.compile("\n")
_SENTENCE_ENDS = frozenset(".!?:\n…•")

_TITLE_CASE_SHARE = 0.8
_CAPITALS_SHARE = 0.8
_LONG_WORD = 4
_FEWEST_WORDS = 3
_FEWEST_LONG_WORDS = 4
_LONGEST_HEADLINE = 200


class Words:
    """A field as words: `words[i]` stands at `starts[i]:ends[i]` of `text`."""

    __slots__ = ("_cased", "_lines", "_looks", "_plain", "ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        pattern = _WORD_OR_HAN if _HAN_FOUND.search(text) else _WORD
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._cased: list[tuple[int, str]] | None = None
        self._plain: frozenset[str] | None = None
        self._lines: list[int] = []
        self._looks: dict[int, tuple[bool, bool]] = {}
        for found in pattern.finditer(text):
            self.words.append(found[0])
            self.starts.append(found.start())
            self.ends.append(found.end())

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """The first word that begins at an offset of the text or after it."""
        return bisect_left(self.starts, offset)

    def gap(self, i: int) -> str:
        """What stands before word `i`; after the last word, the rest of the text."""
        start = self.ends[i - 1] if i else 0
        end = self.starts[i] if i < len(self.words) else len(self.text)
        return self.text[start:end]

    def before(self, i: int) -> str:
        """The word before word `i` if only a space or a hyphen parts them, or ""."""
        close = i and self.text[self.ends[i - 1] : self.starts[i]] in _CLOSE
        return self.words[i - 1] if close else ""

    def after(self, i: int) -> str:
        """The word after word `i` if only a space or a hyphen parts them, or ""."""
        i += 1
        close = i < len(self.words) and self.text[self.ends[i - 1] : self.starts[i]] in _CLOSE
        return self.words[i] if close else ""

    def cased(self) -> list[tuple[int, str]]:
        """The words that are not all in small letters, with their numbers."""
        if self._cased is None:
            self._cased = [(i, word) for i, word in enumerate(self.words) if not word.islower()]
        return self._cased

    def holds_plain(self, word: str) -> bool:
        """Whether the text has this word in small letters."""
        if self._plain is None:
            self._plain = frozenset({w for w in self.words if w.islower()})
        return word in self._plain

    def starts_sentence(self, i: int) -> bool:
        """Whether word `i` is the first of a sentence, a heading or a quotation."""
        if i == 0:
            return True
        gap = self.gap(i)
        before = self.words[i - 1]
        if gap in _AFTER_TITLES and (len(before) == 1 or before in _SHORT_TITLES):
            return False
        return not _SENTENCE_ENDS.isdisjoint(gap) or gap[-1:] in _OPENING_QUOTES

    def in_capitals(self, i: int) -> bool:
        """Whether word `i` stands in a line written in capitals."""
        return self._look(i)[0]

    def in_title_case(self, i: int) -> bool:
        """Whether word `i` stands in a headline that capitalises its words."""
        return self._look(i)[1]

    def _look(self, i: int) -> tuple[bool, bool]:
        if not self._lines:
            self._lines = [0, *(found.end() for found in _NEWLINE.finditer(self.text))]
        line = bisect_right(self._lines, self.starts[i])
        if line not in self._looks:
            end = self._lines[line] if line < len(self._lines) else len(self.text)
            self._looks[line] = _looks(self.text[self._lines[line - 1] : end])
        return self._looks[line]


def first_word(text: str) -> str:
    """The first word of a text, or ""."""
    first = text.partition(" ")[0]
    if first.isascii() and first.isalnum():
        return first  # as most are, and quicker
    found = _WORD_OR_HAN.search(text)
    return found[0] if found else ""


# "A. Haddad", "Mr. Haddad"
_AFTER_TITLES = frozenset((". ", ".", ".\u00a0"))
_SHORT_TITLES = frozenset(
    ("Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Adm",
     "Brig", "Sen", "Rep", "Gov", "St")
)  # fmt: skip
_CLOSE = frozenset((" ", "-", "\u00a0", "‐", "‑"))
_OPENING_QUOTES = tuple("“‘«„\"'")


def _looks(line: str) -> tuple[bool, bool]:
    words = [word for word in _WORD.findall(line) if word[0].isalpha()]
    if len(words) < _FEWEST_WORDS:
        return len(words) > 1 and line.isupper(), False
    capitals = sum(word.isupper() for word in words) >= _CAPITALS_SHARE * len(words)
    long = [word for word in words if len(word) >= _LONG_WORD]
    titled = (
        len(line) <= _LONGEST_HEADLINE
        and not line.rstrip().endswith(".")
        and len(long) >= _FEWEST_LONG_WORDS
        and sum(word[0].isupper() for word in long) >= _TITLE_CASE_SHARE * len(long)
    )
    return capitals, titled and not capitals
