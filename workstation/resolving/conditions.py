"""What must, or must not, stand around an alias for it to mean its actor: a closed set."""

from collections.abc import Callable, Iterable

import msgspec

from workstation.limits import NEAR_CHARACTERS
from workstation.resolving.spelling import key
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

Condition = tuple[str, ...]
"""A test and its words: `("followed by", "dinner", "sandwich")`."""

_AFTER_ANY_NAME = VOCABULARY.titles | VOCABULARY.no_names | VOCABULARY.area_words
_BEFORE_ANY_NAME = VOCABULARY.function_words | _AFTER_ANY_NAME
# "Kenya Navy" is a body of Kenya, and "Kenya Moore" is somebody else.
_BODIES = frozenset(
    name.split()[0].lower()
    for body in VOCABULARY.bodies.values()
    for name in (*body.called, *body.titled)
)
_AFTER_A_SUBJECT = VOCABULARY.function_words | VOCABULARY.after_a_subject

_LONGEST_INSTITUTION = 3


class Article:
    """The whole words of an article, and which phrases they hold.

    `day` is when it was published, in ISO 8601, or "".
    """

    def __init__(self, text: str, day: str = "") -> None:
        self._text = text
        self.day = day
        self._says: dict[str, bool] = {}

    def says(self, phrase: str) -> bool:
        """Whether the article holds a phrase anywhere, in this case; searched once a phrase."""
        if phrase not in self._says:
            self._says[phrase] = phrase in self._text
        return self._says[phrase]


class Place(msgspec.Struct, frozen=True):
    """Where an alias stands: words `first` to `last` (both counted) of a field of an article."""

    words: Words
    first: int
    last: int
    article: Article

    @property
    def before(self) -> str:
        """The word right before, or ""."""
        return self.words.before(self.first)

    @property
    def after(self) -> str:
        """The word right after, or ""."""
        return self.words.after(self.last)


def holds(condition: Condition, place: Place) -> bool:
    """Whether a condition holds at a place; KeyError if there is no such test."""
    test, *words = condition
    return TESTS[test](place, tuple(words))


def near(words: Iterable[str]) -> Condition:
    """The condition that one of some words stands about a sentence away, in any capitals."""
    spelt = (
        form
        for word in words
        for form in (word, word.lower(), word.capitalize(), word.title(), word.upper())
    )
    return ("near", *dict.fromkeys(spelt))


def after_a_name(place: Place, _words: tuple[str, ...] = ()) -> bool:
    """The word before is capitalised and none of those that stand before any name."""
    before = place.before
    if not before[:1].isupper() or place.words.gap(place.first) == "-":
        return False
    if before.lower() in _BEFORE_ANY_NAME:
        return False
    if place.words.in_title_case(place.first) or place.words.in_capitals(place.first):
        return False
    at_start = place.words.starts_sentence(place.first - 1)
    return not (at_start and before.endswith(("ing", "ly", "ed", "ics", "ers")))


def before_a_name(place: Place, _words: tuple[str, ...] = ()) -> bool:
    """The word after is capitalised and no title, month or weekday."""
    after = place.after
    if not after[:1].isupper() or place.words.gap(place.last + 1) == "-":
        return False
    if after.isupper() or after.lower() in _AFTER_ANY_NAME or after.lower() in _BODIES:
        return False
    return not (place.words.in_title_case(place.last) or place.words.in_capitals(place.last))


def part_of_another_name(place: Place) -> bool:
    """An institution or an American state follows: "Moscow State University", "Lebanon, Ohio"."""
    words, last = place.words, place.last
    for i in range(last, last + _LONGEST_INSTITUTION):
        after = words.after(i)
        if not after[:1].isupper() or words.in_title_case(last):
            break
        if after in VOCABULARY.parts_of_names:
            return True
    return bool(american_state_after(words, last))


def american_state_after(words: Words, last: int) -> str:
    """The American state, or its like elsewhere, of which a name is a town: "Lebanon, Ohio"."""
    if last + 1 >= len(words) or words.gap(last + 1) != ", ":
        return ""
    one = words.words[last + 1]
    two = f"{one} {words.after(last + 1)}"
    return next((name for name in (two, one) if name in VOCABULARY.american_states), "")


def _alone(place: Place, _words: tuple[str, ...]) -> bool:
    after = place.after
    if not after or place.words.gap(place.last + 1) == "-":
        return not after
    return after.endswith("ed") or after in _AFTER_A_SUBJECT


def _in_capitals(place: Place, words: tuple[str, ...]) -> bool:
    return place.words.in_capitals(place.first) and (not words or _preceded_by(place, words))


def _pronoun(place: Place, _words: tuple[str, ...]) -> bool:
    """Whether "US" in a line of capitals is the word "us": "IT IS US", "BROUGHT TO YOU BY US".

    "SOUGHT BY US" and "BETWEEN US AND IRAN" are frames of a state.
    """
    words, first = place.words, place.first
    before = place.before.lower()
    if not before or not words.in_capitals(first):
        return False
    if before == "by":
        done = words.before(first - 1).lower()
        return not (done.endswith("ed") or done in VOCABULARY.done_by_states)
    if before == "between":
        return place.after.lower() != "and"
    return before in ("is", "was")


def _starts_a_sentence(place: Place, _words: tuple[str, ...]) -> bool:
    return place.words.starts_sentence(place.first)


def _followed_by(place: Place, words: tuple[str, ...]) -> bool:
    return bool(place.after) and key(place.after) in {key(word) for word in words}


def _preceded_by(place: Place, words: tuple[str, ...]) -> bool:
    return bool(place.before) and key(place.before) in {key(word) for word in words}


def stands_near(text: str, start: int, end: int, condition: Condition) -> bool:
    """Whether one of the words of a condition made by `near` stands around a place in a text."""
    around = text[max(0, start - NEAR_CHARACTERS) : end + NEAR_CHARACTERS]
    return any(phrase in around for phrase in condition[1:])


def _near(place: Place, phrases: tuple[str, ...]) -> bool:
    start, end = place.words.starts[place.first], place.words.ends[place.last]
    return stands_near(place.words.text, start, end, ("near", *phrases))


def _article_says(place: Place, phrases: tuple[str, ...]) -> bool:
    return any(place.article.says(phrase) for phrase in phrases)


def _on_a_day(place: Place, days: tuple[str, ...]) -> bool:
    """Whether the article is of the days from the first to the second, as far as they are known."""
    since, until = days
    day = place.article.day
    if not day:
        return not (since or until)
    return day[: len(since)] >= since and not (until and day[: len(until)] > until)


TESTS: dict[str, Callable[[Place, tuple[str, ...]], bool]] = {
    "after a name": after_a_name,
    "before a name": before_a_name,
    "alone": _alone,
    "in capitals": _in_capitals,
    "pronoun": _pronoun,
    "starts a sentence": _starts_a_sentence,
    "followed by": _followed_by,
    "preceded by": _preceded_by,
    "near": _near,
    "article says": _article_says,
    "on a day": _on_a_day,
}
