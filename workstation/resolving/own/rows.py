"""What a line of a register says, whatever its format."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workstation.domain.register import Remark
from workstation.limits import ACTOR_NAME_CHARACTERS
from workstation.resolving.conditions import Condition
from workstation.resolving.spelling import STEM, is_latin
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_LINE_ENDS = re.compile("\r\n|\r|\n")
# Besides controls: what turns the words beside it around, and halves of characters.
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """Names that a line gives to an actor; the first name of an actor is what it is called.

    `actor` tells actors of one file apart, `kind` may be "" where another line says it. `name` is
    what the actor is called where the line says it besides: language and conditions are not its.
    """

    line: int
    actor: str
    kind: str
    names: tuple[str, ...]
    name: str = ""
    language: str = ""
    wikidata: str = ""
    key: str = ""
    only_if: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()


Reader = Callable[[str], Iterator[Row | Remark]]
"""Rows in the order of the file, and remarks on lines that say nothing."""


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that are not blank, with their numbers, from 1."""
    for number, line in enumerate(_LINE_ENDS.split(text), 1):
        if line.strip():
            yield number, line


def trouble(name: str) -> str:
    """Why a name cannot be looked for in texts; "" if it can."""
    if control := _CONTROLS.search(name):
        return f"holds a control character (U+{ord(control[0]):04X})"
    bare = name.strip()
    if len(bare) > ACTOR_NAME_CHARACTERS:
        return f"is longer than {ACTOR_NAME_CHARACTERS} characters"
    letters = sum(map(str.isalnum, bare))
    if not letters:
        return "holds no letter"
    if letters == 1:
        return "is a single letter, which stands in every text"
    return _unfit_words(bare)


def _plain(word: str) -> str:
    # "IT" may be a name, and "The" is none.
    return word.lower() if word.istitle() else word


def _unfit_words(name: str) -> str:
    if STEM in name and any(is_latin(word) for word in Words(name).words):
        return f"holds a “{STEM}”, which stands for endings in Cyrillic and Arabic only"
    if all(_plain(word) in VOCABULARY.function_words for word in name.split()):
        return "is an everyday word, which stands in every text"
    return "is only a number" if name.isdecimal() else ""
