"""Towns that the article itself puts in a state: "Paris, Texas" is no Paris of a register."""

from collections.abc import Iterator, Mapping

from workstation.domain.mention import Field
from workstation.domain.names import fold
from workstation.resolving import meanings
from workstation.resolving.claims import Claim, Taken
from workstation.resolving.conditions import american_state_after
from workstation.resolving.meanings import Meaning
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_NO_TOWNS = (
    VOCABULARY.no_names | VOCABULARY.titles | VOCABULARY.function_words | VOCABULARY.area_words
)
_LONGEST_TOWN = 3


class American:
    """The towns of an article that a state's name follows, and what they mean later in it."""

    def __init__(self, fields: Mapping[Field, Words]) -> None:
        self._fields = fields
        self._towns: dict[str, str] = {}
        for words in fields.values():
            for first, last, state in _towns(words):
                name = words.text[words.starts[first] : words.ends[last]]
                self._towns.setdefault(fold(name), f"{name}, {state}")

    def left_out(self, field: Field, words: Words, taken: Taken) -> Iterator[Claim]:
        """Such towns that nothing else found."""
        for first, last, _ in _towns(words):
            start, end = words.starts[first], words.ends[last]
            if (start, end) not in taken:
                yield Claim(field, start, end, words.text[start:end], "GPE", "rule")

    def stands_before_state(self, claim: Claim) -> bool:
        """Whether a state's name follows a name."""
        words = self._fields[claim.field]
        return bool(american_state_after(words, words.at(claim.end) - 1))

    def meaning(self, claim: Claim) -> Meaning | None:
        """The town that a name in no register means."""
        name = self._towns.get(fold(claim.surface))
        if name is None or claim.match is not None or claim.label not in ("GPE", "LOC"):
            return None
        return meanings.of_town(claim.surface, name)


def _towns(words: Words) -> Iterator[tuple[int, int, str]]:
    """The first and last words of names before a comma and a state's name, and the state's."""
    for last, word in words.cased():
        state = american_state_after(words, last)
        if not state or not _may_name(words, last) or word in VOCABULARY.american_states:
            continue
        first = last
        while last - first < _LONGEST_TOWN - 1 and _goes_back(words, first):
            first -= 1
        yield first, last, state


def _goes_back(words: Words, first: int) -> bool:
    """Whether the word before is of the name too: "San Angelo", and not "Old Paris"."""
    close = first > 0 and words.gap(first) == " " and not words.starts_sentence(first)
    return close and _may_name(words, first - 1) and not words.starts_sentence(first - 1)


def _may_name(words: Words, i: int) -> bool:
    word = words.words[i]
    named = word[:1].isupper() and word.isalpha() and word.lower() not in _NO_TOWNS
    return named and not words.holds_plain(word.lower())
