"""What stands beside a name that persons share: words of power, and words of states."""

import re
from collections.abc import Sequence
from typing import Final

from workstation.resolving.claims import Claim
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words

_TITLES: Final = frozenset(title.split()[-1] for title in VOCABULARY.offices)
_NONE: Final[frozenset[str]] = frozenset()
_HYPHENS: Final = frozenset("-‐‑–")
_SIDES: Final = frozenset(("pro", "anti"))
# "the Assad family" is more than one of them.
_OF_RULERS: Final = frozenset(
    ("regime", "government", "administration", "era", "rule", "reign", "loyalist", "loyalists",
     "army", "forces", "troops", "presidency")
)  # fmt: skip
_FIRST_WORDS: Final = frozenset(
    name.split()[0].lower() for body in VOCABULARY.bodies.values() for name in body.names
)
_OF_STATES: Final = _FIRST_WORDS | {
    "government", "regime", "capital", "border", "borders", "economy", "people", "population",
    "territory", "constitution", "minister", "ambassador", "monarchy", "kingdom", "airspace",
}  # fmt: skip
_KINDS_OF_MINISTERS: Final = frozenset(("crown", "prime", "foreign", "defence", "deputy", "former"))
_PARALLEL: Final = re.compile(
    r"(?:,? and|,? or|,|,? with| vs?\.?| versus| beats?| defeat(?:s|ed)?| lost to| drew with"
    r"| borders| bordering) (?:the )?"
)
_DATELINE: Final = re.compile(r"[^\n]{0,40}?(?:: | [-–—]{1,2} )[^.\n]*")


def of_ruler(words: Words, claim: Claim) -> bool:
    """Whether the surname of who held an office stands by a word of power.

    As in "President Assad", "pro-Assad" and "the Assad regime".
    """
    if claim.match is None:
        return False
    start, end = claim.start, claim.end
    first, last = words.at(start), words.at(end) - 1
    before, hyphen = words.before(first).lower(), words.gap(first) in _HYPHENS
    if before in _SIDES and hyphen:
        return True
    if before in _TITLES and not hyphen:
        return not _said_before(words, first).isdisjoint(r.office for r in claim.match.known.roles)
    return _owned(words, last) in _OF_RULERS


def of_state(words: Words, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a name that is a state's and a person's here stands as a state's does.

    It owns what only states do, runs parallel with another state, or opens what a dateline of its
    capital begins.
    """
    last = words.at(claim.end) - 1
    owned = _owned(words, last, possessive=True)
    if owned in _OF_STATES or owned in _TITLES or owned in _KINDS_OF_MINISTERS:
        return True
    others = [c for c in claims if c.field == claim.field and c is not claim]
    return any(_is_parallel(words, claim, c) or _is_capital(words, claim, c) for c in others)


def _said_before(words: Words, first: int) -> frozenset[str]:
    """The offices that the title right before a word may mean; lesser ones are none."""
    one = words.before(first).lower()
    before = words.before(first - 1).lower()
    both = VOCABULARY.offices.get(f"{before} {one}")
    if both is not None:
        return both
    return frozenset() if before in VOCABULARY.lesser_titles else VOCABULARY.offices.get(one, _NONE)


def _owned(words: Words, last: int, *, possessive: bool = False) -> str:
    """The word after a name, or after its possessive; "" beyond what stands close."""
    i = last + 1
    if i < len(words) and words.words[i] in ("s", "S") and words.gap(i) in ("'", "’"):
        return words.after(i).lower()
    return "" if possessive else words.after(last).lower()


def _is_parallel(words: Words, claim: Claim, other: Claim) -> bool:
    if other.match is None or other.match.known.kind != "state":
        return False
    if other.match.alias.kind != "name":
        return False
    first, second = sorted((claim, other), key=lambda c: c.start)
    return bool(_PARALLEL.fullmatch(words.text, first.end, second.start))


def _is_capital(words: Words, claim: Claim, other: Claim) -> bool:
    """As in "AMMAN: Jordan said"."""
    if claim.match is None or other.match is None or other.match.known != claim.match.known:
        return False
    opens = other.start == 0 or words.text[other.start - 1] == "\n"
    capital = opens and other.match.alias.kind == "capital" and other.end < claim.start
    return capital and bool(_DATELINE.fullmatch(words.text, other.end, claim.start))
