"""What kind of actor a name without a register is, by its label and its head words."""

from functools import lru_cache

from workstation.domain.actor import Kind
from workstation.domain.mention import Label
from workstation.resolving.spelling import key
from workstation.resolving.vocabulary import VOCABULARY

_REMEMBERED = 20_000

_BY_LABEL: dict[Label, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "people",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
    "EVENT": "event",
}


@lru_cache(_REMEMBERED)
def kind_of(label: Label, name: str) -> Kind:
    """The kind of an actor found in a text under a label: "Amur Brigade" (ORG) is military."""
    if label != "ORG":
        return _BY_LABEL[label]
    words = [key(word.strip(".,")) for word in name.replace("-", " ").split()]
    held = frozenset(words)
    for one, other, paired in VOCABULARY.head_pairs:
        if one in held and other in held:
            return paired
    heads = (_head(word) for word in _by_weight(words))
    return next((kind for kind in heads if kind), "organisation")


@lru_cache(_REMEMBERED)
def label_of(label: Label, name: str) -> Label:
    """The label of a name that a pipeline reads as `label`: the Amman Ledger is no person.

    Only the last of several words tells, and none that persons or places are called by too.
    """
    *before, last = name.replace("-", " ").split()
    word = key(last.strip(".,"))
    if label == "ORG" or not before or word in VOCABULARY.weak_heads:
        return label
    return "ORG" if last[0].isupper() and is_head(word) else label


def is_head(word: str) -> bool:
    """Whether organisations are called by a word."""
    return _head(key(word)) is not None


@lru_cache(_REMEMBERED)
def has_head(name: str) -> bool:
    """Whether a name holds a word that organisations are called by."""
    return any(_head(key(word.strip(".,"))) for word in name.replace("-", " ").split())


def _by_weight(words: list[str]) -> list[str]:
    """The word before "of" or "for" first ("Ministry of Trade"), then from the end."""
    for little in ("of", "for", "de"):
        if little in words[1:]:
            cut = words.index(little, 1)
            return [words[cut - 1], *reversed(words)]
    return list(reversed(words))


def _head(word: str) -> Kind | None:
    return next((kind for kind, heads in VOCABULARY.heads.items() if word in heads), None)
