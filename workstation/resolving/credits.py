"""An article that names its own outlet as its source: "told Reuters", "MOSCOW (AP)"."""

from workstation.domain.names import fold
from workstation.resolving.claims import Claim
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_OPENING = "([-–—"


def is_own_credit(claim: Claim, name: str, words: Words, outlet: str) -> bool:
    """Whether the claim credits the article's own outlet, named `name` in the registers."""
    return bool(outlet) and _is_credit(claim, words) and fold(outlet) in _names(claim, name)


def _is_credit(claim: Claim, words: Words) -> bool:
    first, last = words.at(claim.start), words.at(claim.end) - 1
    bracketed = words.gap(first).rstrip()[-1:]
    return (
        (bracketed != "" and bracketed in _OPENING)
        or words.before(first).lower() in VOCABULARY.credits_before
        or words.after(last).lower() in VOCABULARY.credits_after
    )


def _names(claim: Claim, name: str) -> set[str]:
    names = {fold(claim.surface), fold(name)}
    if claim.match is not None:
        names.update(fold(alias.text) for alias in claim.match.known.aliases)
    return names
