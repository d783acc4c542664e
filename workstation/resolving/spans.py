"""Cutting a pipeline's span down to the name, or throwing it away."""

import re
from functools import lru_cache

from workstation.domain.mention import Label, Span
from workstation.limits import NAME_WORDS, PERSON_WORDS
from workstation.resolving.spelling import is_latin, key
from workstation.resolving.vocabulary import VOCABULARY

_REST_OF_WORD = re.compile(r"[^\W_]+(?:-[^\W\d_a-z]\w+)*|(?:-[^\W\d_a-z]\w+)+")
# "Park Mi-ran", and not "Abu Ali-led".
_SYLLABLE = re.compile(r"-(?!(?:{})\b)[a-z]{{2,5}}\b".format("|".join(VOCABULARY.after_hyphens)))
_CUT_SYLLABLE = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]{1,5}$")
# Kana, Han, Thai, Lao, Burmese, Khmer: letters go on to the end of the clause, and a name does not.
_WITHOUT_BLANKS = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)
_LAST_WORD = re.compile(r"\s(\w+)$")
_CAPITALISED = frozenset(("PERSON", "GPE", "NORP"))
_LOWER_IN_NAMES = VOCABULARY.particles - VOCABULARY.function_words
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVE = re.compile(r"[’'ʼ`]s$|(?<=s)[’'ʼ`]$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W_]+(?:[’'.]?[^\W_]+)*\.?")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St)\.$")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|org|net)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\w{3}[.!?]\s+\w")
_TITLE_PHRASE = re.compile(
    r"(?:{})\b[\s,-]*".format("|".join(p.replace(" ", r"[\s-]") for p in VOCABULARY.title_phrases)),
    re.IGNORECASE,
)
_NO_MARKS = frozenset(":;|“”«»?!\t")
_DASH = re.compile(r"\s[-–—]+\s|—")
_NEVER_ALONE = VOCABULARY.no_names | VOCABULARY.titles | VOCABULARY.function_words
_FEWEST_LETTERS = 2
_REMEMBERED = 20_000
# "Iskander missiles": what a name is, after it, and never its last word.
_KINDS_OF_THINGS = frozenset(
    ("mine", "mines", "missile", "missiles", "drone", "drones", "tank", "tanks", "rifle", "rifles",
     "launcher", "launchers", "fighter", "fighters", "jet", "jets", "helicopter", "helicopters",
     "submarine", "submarines", "exercise", "exercises", "drills")
)  # fmt: skip
_NO_LAST_WORDS = VOCABULARY.function_words | _KINDS_OF_THINGS


def trim(text: str, span: Span) -> Span | None:
    """The span without article, title, possessive and punctuation; None if no name is left."""
    start, end = span.start, span.end
    if not 0 <= start < end <= len(text) or "\n" in text[start:end]:
        return None
    start, end = _whole_words(text, *_trim_outer(text, start, end))
    name = _name(text[start:end], span.label)
    if name is None:
        return None
    first, last = name
    return Span(span.field, start + first, start + last, span.label, span.score)


@lru_cache(_REMEMBERED)
def _name(text: str, label: Label) -> tuple[int, int] | None:
    """Where the name stands in the words of a span; None if there is none."""
    start, end = 0, len(text)
    previous = None
    while (start, end) != previous:
        previous = (start, end)
        start, end = _trim_outer(text, start, end)
        end = _trim_end(text, start, end, label)
        start = _trim_start(text, start, end, person=label == "PERSON")
    return (start, end) if is_name(text[start:end], label) else None


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the rest of the words it cuts: "Petra Lind" of "Petra Lind-Moss"."""
    if start == end or _WITHOUT_BLANKS.search(text, start, end):
        return start, end
    while start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    rest = _REST_OF_WORD.match(text, end)
    if rest is None and _CUT_SYLLABLE.search(text, start, end):
        rest = _SYLLABLE.match(text, end)
    return start, rest.end() if rest and text[end - 1].isalnum() else end


def _trim_outer(text: str, start: int, end: int) -> tuple[int, int]:
    """New start and end: outer punctuation gone, but for the dot of an abbreviation."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        if text[end - 1] == "." and _ABBREVIATED.search(text, start, end):
            break
        end -= 1
    return start, end


def _trim_end(text: str, start: int, end: int, label: Label) -> int:
    """The end before a possessive and before words in small letters that are no part of names."""
    possessive = _POSSESSIVE.search(text, start, end)
    if possessive is not None:
        return possessive.start()
    last = _LAST_WORD.search(text, start, end)
    if last is None or not last[1].islower() or not is_latin(last[1]):
        return end
    of_names = label not in _CAPITALISED and last[1] not in _NO_LAST_WORDS
    return end if of_names else last.start()


def _trim_start(text: str, start: int, end: int, *, person: bool) -> int:
    """The start after an article, words in small letters and, for persons, titles."""
    first = _FIRST_WORD.match(text, start, end)
    if first is None or first.end() >= end:
        return start
    word = first[0].casefold().rstrip(".")
    if word in _ARTICLES:
        return first.end()
    # "33rd Front" begins with no word in small letters.
    if first[0][0].islower() and is_latin(word) and word not in _LOWER_IN_NAMES:
        return first.end()
    if not person:
        return start
    phrase = _TITLE_PHRASE.match(text, start, end)
    if phrase is not None and phrase.end() < end:
        return phrase.end()
    return first.end() if word in VOCABULARY.titles else start


def is_name(name: str, label: Label) -> bool:
    """Whether trimmed words can be a name at all."""
    if not _has_letters(name, label) or _ADDRESS.search(name):
        return False
    words = name.replace("-", " ").split()
    if len(words) > (PERSON_WORDS if label == "PERSON" else NAME_WORDS):
        return False
    if _SENTENCE_END.search(name) or not _NO_MARKS.isdisjoint(name) or _DASH.search(name):
        return False
    cased = name.lower() != name.upper()
    if cased and name.islower():
        return False
    # "US" is a name although "us" is none.
    return not all(word.isdigit() or _is_plain(word) for word in words)


def _has_letters(name: str, label: Label) -> bool:
    if len(name) > 1 and name[:_FEWEST_LETTERS].isalpha():
        return True  # nearly all, and without counting
    marked = label == "PRODUCT" and any(c.isdigit() for c in name)  # "F-16"
    return sum(c.isalpha() for c in name) >= _FEWEST_LETTERS - marked


def _is_plain(word: str) -> bool:
    acronym = len(word) > 1 and word.isupper()
    return key(word) in _NEVER_ALONE and not acronym
