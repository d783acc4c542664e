"""Actors that may be one and the same: only ever suggested, each with why."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from math import log

from workstation.curating import apart
from workstation.domain.actor import Actor, Kind
from workstation.domain.cleaning import Nearness, Suggestion
from workstation.domain.names import fold
from workstation.domain.selection import Selection
from workstation.library import corpus, decisions, forms
from workstation.library.library import Reading
from workstation.limits import SHARED_WORD_ACTORS, SUGGESTIONS

_ALIKE = 0.86
"""The share of letters from which two names may be one misspelled: one in seven differs."""
_SPELLINGS = 6
_LEAST_WORD = 4
_LEAST_SCORE = 0.5
_BODIES: frozenset[Kind] = frozenset(
    ("government", "party", "organisation", "company", "outlet", "military", "armed-group")
)
"""Kinds that machines take for one another."""
_TOWNS: frozenset[Kind] = frozenset(("place", "state", "government"))
_SCORES: dict[Nearness, float] = {"alike": 0.95, "order": 0.9, "letters": 0.75, "part": 0.55}
_PARTICLE = re.compile(r"\b(?:al|el|the|an|ar|as|ash)[- ]")

Near = tuple[float, Nearness, tuple[str, str]]


def suggestions(reading: Reading) -> list[Suggestion]:
    """Pairs of actors that may be one, those first that are most likely and change most."""
    actors = corpus.actors(reading, Selection())
    told_apart = apart.pairs(reading, decisions.log(reading))
    near = [
        (found, one, other)
        for one, other in _pairs(actors)
        if {one.id, other.id} not in told_apart
        for found in [nearness(one, other)]
        if found is not None
    ]
    near.sort(key=lambda row: (-row[0][0], row[1].id, row[2].id))
    near = near[: 2 * SUGGESTIONS]
    company = forms.company(reading, {a.id for _, *both in near for a in both})
    nobody: Counter[int] = Counter()
    made = []
    for (score, how, (mine, theirs)), one, other in near:
        turned = (one.mentions, one.id) > (other.mentions, other.id)
        lesser, greater = (other, one) if turned else (one, other)
        names = (theirs, mine) if turned else (mine, theirs)
        beside, there = company.get(lesser.id, nobody), company.get(greater.id, nobody)
        shared = len(beside.keys() & there.keys())
        whole = score * 0.75 + 0.25 * (shared / len(beside) if beside else 0)
        if whole >= _LEAST_SCORE:
            made.append((whole, lesser, greater, how, names, shared, len(beside)))
    made.sort(key=lambda row: (-row[0] * log(row[1].mentions + 2), row[1].id, row[2].id))
    return [
        Suggestion(n, lesser, greater, how, names, shared, beside, score)
        for n, (score, lesser, greater, how, names, shared, beside) in enumerate(made[:SUGGESTIONS])
    ]


def nearness(one: Actor, other: Actor) -> Near | None:
    """How near the names of two actors are, and which are nearest; None: not at all."""
    alike = one.kind == other.kind or {one.kind, other.kind} <= _BODIES
    # The capital of a state goes by its own name, and by that of the state.
    if not alike and {one.kind, other.kind} & _TOWNS == {one.kind, other.kind}:
        return None
    best: Near | None = None
    for mine in (one.name, *one.aliases)[:_SPELLINGS]:
        for theirs in (other.name, *other.aliases)[:_SPELLINGS]:
            # A family name alone is many a relative's.
            whole = one.kind == "person" and (mine, theirs) == (one.name, other.name)
            found = _compared(mine, theirs, parts=whole)
            if found is None or (found[1] != "alike" and not alike):
                continue
            best = found if best is None or found[0] > best[0] else best
    return best


def _compared(mine: str, theirs: str, *, parts: bool) -> Near | None:
    names = (mine, theirs)
    one, other = _plain(mine), _plain(theirs)
    short = min(len(one), len(other))
    if short < _LEAST_WORD:
        return None
    if one.replace(" ", "") == other.replace(" ", ""):
        return _SCORES["alike"], "alike", names
    words, others = set(one.split()), set(other.split())
    if words == others:
        return _SCORES["order"], "order", names
    if parts and (words < others or others < words):
        return _SCORES["part"], "part", names
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
        ratio = matcher.ratio()
        # Numbers tell things apart that are spelled alike otherwise.
        if ratio >= _ALIKE and _digits(one) == _digits(other):
            return _SCORES["letters"] * ratio, "letters", names
    return None


def _pairs(actors: Sequence[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Pairs that have a word, or the consonants of a name, in common."""
    sharing: dict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in actors:
        for name in (actor.name, *actor.aliases)[:_SPELLINGS]:
            for key in _keys(name):
                sharing[key][actor.id] = actor
    told: set[tuple[str, str]] = set()
    for some in sharing.values():
        if len(some) > SHARED_WORD_ACTORS:
            continue
        for one, other in combinations(some.values(), 2):
            pair = (min(one.id, other.id), max(one.id, other.id))
            if pair not in told:
                told.add(pair)
                yield one, other


def _keys(name: str) -> set[str]:
    plain = _plain(name)
    words = {word for word in plain.split() if len(word) >= _LEAST_WORD}
    bones = re.sub(r"[aeiouy\W]+|(.)(?=\1)", "", plain)
    return words | ({f"/{bones}"} if len(bones) >= _LEAST_WORD - 1 else set())


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w ]+", " ", _PARTICLE.sub("", fold(name))).split())


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name)
