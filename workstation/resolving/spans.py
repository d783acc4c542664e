"""Cutting a pipeline's span down to the name, or throwing it away."""

import re
from dataclasses import replace

from workstation.domain.mention import Span
from workstation.limits import NAME_WORDS, PERSON_WORDS
from workstation.resolving.spelling import is_latin, key
from workstation.resolving.vocabulary import VOCABULARY

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
_FEWEST_LETTERS = 2


def trim(text: str, span: Span) -> Span | None:
    """The span without article, title, possessive and punctuation; None if no name is left."""
    start, end = span.start, span.end
    if not 0 <= start < end <= len(text) or "\n" in text[start:end]:
        return None
    previous = None
    while (start, end) != previous:
        previous = (start, end)
        start, end = _trim_outer(text, start, end)
        end -= len(_possessive(text[start:end]))
        start = _trim_start(text, start, end, person=span.label == "PERSON")
    name = text[start:end]
    return replace(span, start=start, end=end) if is_name(name, span) else None


def _trim_outer(text: str, start: int, end: int) -> tuple[int, int]:
    """New start and end: outer punctuation gone, but for the dot of an abbreviation."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        if text[end - 1] == "." and _ABBREVIATED.search(text, start, end):
            break
        end -= 1
    return start, end


def _possessive(name: str) -> str:
    found = _POSSESSIVE.search(name)
    return found[0] if found else ""


def _trim_start(text: str, start: int, end: int, *, person: bool) -> int:
    """The start after an article, words in small letters and, for persons, titles."""
    first = _FIRST_WORD.match(text, start, end)
    if first is None or first.end() >= end:
        return start
    word = first[0].casefold().rstrip(".")
    if word in _ARTICLES:
        return first.end()
    if first[0].islower() and is_latin(word) and word not in VOCABULARY.particles:
        return first.end()
    if not person:
        return start
    phrase = _TITLE_PHRASE.match(text, start, end)
    if phrase is not None and phrase.end() < end:
        return phrase.end()
    return first.end() if word in VOCABULARY.titles else start


def is_name(name: str, span: Span) -> bool:
    """Whether trimmed words can be a name at all."""
    if sum(c.isalpha() for c in name) < _FEWEST_LETTERS or _ADDRESS.search(name):
        return False
    words = name.replace("-", " ").split()
    if len(words) > (PERSON_WORDS if span.label == "PERSON" else NAME_WORDS):
        return False
    if _SENTENCE_END.search(name):
        return False
    cased = name.lower() != name.upper()
    if cased and name.islower():
        return False
    no_names = VOCABULARY.no_names | VOCABULARY.titles | VOCABULARY.function_words
    # "US" is a name although "us" is none.
    return not all(key(word) in no_names and not _is_acronym(word) for word in words)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
