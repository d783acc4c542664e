"""Whether two names in full, the same at both ends, may be one person's."""

from collections.abc import Iterable
from functools import lru_cache

from workstation.resolving.known import Known
from workstation.resolving.spelling import is_latin, key, sound
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_REMEMBERED = 10_000
_APOSTROPHES = frozenset("'’ʼʿʾ‘`")
_MOST_INITIALS = 3
_ENDS = 2


@lru_cache(_REMEMBERED)
def keys(name: str) -> tuple[str, ...]:
    """The words of a name, folded; a given name that an apostrophe parts is one: "Mu'ammar"."""
    words = Words(name)
    found = [key(word) for word in words.words]
    while len(found) > _ENDS and words.gap(len(words) - len(found) + 1) in _APOSTROPHES:
        found[:2] = [found[0] + found[1]]
    return tuple(found)


def ends(name: str) -> tuple[str, str]:
    """The given name and the last word of a name."""
    words = keys(name)
    return words[0], words[-1]


@lru_cache(_REMEMBERED)
def middles(name: str) -> tuple[str, ...]:
    """What stands between them and tells persons apart: ("h", "w") of "George H.W. Bush"."""
    found: list[str] = []
    for word in Words(name).words[1:-1]:
        initials = word.isupper() and len(word) <= _MOST_INITIALS and not name.isupper()
        if key(word) not in VOCABULARY.particles:
            found += word.lower() if initials else [key(word)]
    return tuple(found)


def agree(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two rows of middle names may be of one person; what one leaves out says nothing."""
    pairs = zip(one, other, strict=False)
    return all(a[0] == b[0] if 1 in (len(a), len(b)) else sound(a) == sound(b) for a, b in pairs)


def may_be(known: Known, name: str) -> bool:
    """Whether no middle name forbids that a name in full is a known person's."""
    own, last = middles(name), ends(name)[1]
    return all(
        agree(own, middles(alias))
        for alias in (known.name, *(a.text for a in known.aliases if a.kind == "name"))
        if is_latin(alias) and sound(ends(alias)[1]) == sound(last)
    )
