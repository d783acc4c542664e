"""Which stretches of a field are names: register matches and a pipeline's spans, settled."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec
from msgspec import structs

from workstation.domain.mention import Field, Label, Origin, Span
from workstation.resolving import full_names
from workstation.resolving.kinds import has_head, is_head, label_of
from workstation.resolving.known import Match
from workstation.resolving.registers import Registers
from workstation.resolving.spans import trim
from workstation.resolving.spelling import key
from workstation.resolving.vocabulary import VOCABULARY
from workstation.resolving.words import Words


class Claim(msgspec.Struct, frozen=True):
    """A stretch of a field that is a name; `match` says which register knows it, if any.

    `doubted`: a pipeline takes for a person what the register knows as a state or a place.
    """

    field: Field
    start: int
    end: int
    surface: str
    label: Label
    origin: Origin
    match: Match | None = None
    doubted: bool = False

    @property
    def is_person(self) -> bool:
        """Whether a person is named."""
        return self.label == "PERSON"


class Taken:
    """The stretches of a field that are spoken for; they never overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self._stretches = sorted(stretches)

    def __contains__(self, stretch: tuple[int, int]) -> bool:
        """Whether any part of a stretch is taken."""
        start, end = stretch
        i = bisect_left(self._stretches, (end,))
        return i > 0 and self._stretches[i - 1][1] > start

    def add(self, stretch: tuple[int, int]) -> None:
        """Take a stretch that is free."""
        insort(self._stretches, stretch)


def settle(
    field: Field, words: Words, matches: Sequence[Match], spans: Iterable[Span], known: Registers
) -> list[Claim]:
    """The names of a field, in order, none overlapping.

    A register's match outranks a span, except inside a longer name of its own, such as
    "Russian Academy of Sciences" or "Eric Trump".
    """
    trimmed = [span for raw in spans if raw.field == field and (span := trim(words.text, raw))]
    persons = _words_of_persons(words.text, trimmed)
    trimmed = [_whole(words, span) for span in trimmed if not _is_plain(words, span, persons)]
    ends = [match.end for match in matches]
    chosen: list[Claim] = []
    taken = Taken()
    for span in sorted(trimmed, key=lambda s: (s.start - s.end, -s.score, s.start)):
        inside = _overlapping(span, matches, ends)
        claim = _claim(field, words, span, inside, known)
        if claim and (claim.start, claim.end) not in taken:
            taken.add((claim.start, claim.end))
            chosen.append(claim)
    chosen += (
        _of_match(field, words.text, m)
        for m in matches
        if (m.start, m.end) not in taken and not m.known.is_nobody
    )
    return sorted(chosen, key=lambda claim: claim.start)


def _words_of_persons(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The given names and surnames of the persons whom spans name in full."""
    full = (text[s.start : s.end].split() for s in spans if s.label == "PERSON")
    return frozenset(word for name in full if len(name) > 1 for word in (name[0], name[-1]))


def _is_plain(words: Words, span: Span, persons: frozenset[str]) -> bool:
    """One word that begins a sentence and elsewhere stands in small letters: "Schools"."""
    i = words.at(span.start)
    word = words.text[span.start : span.end]
    if span.label == "PERSON" and word in persons:
        return False
    plain = word.istitle() and word.isalpha() and words.holds_plain(word.lower())
    return plain and words.starts_sentence(i)


def _whole(words: Words, span: Span) -> Span:
    """The span with the end of its name where a pipeline stopped short of it.

    As in “Sirte Bay Trading” and “Central Bank of Syria”.
    """
    if span.label == "PERSON":
        return _with_surname(words, span)
    if span.label in ("PRODUCT", "EVENT"):
        return _with_number(words, span)
    last = words.at(span.end) - 1
    after = words.after(last)
    if not (after.istitle() or after in _OF) or words.ends[last] != span.end:
        return span
    if words.in_title_case(last) or words.in_capitals(last):
        return span
    while words.gap(last + 1) == " " and words.after(last).istitle() and is_head(words.after(last)):
        last += 1
    joined = words.after(last) == "of" or key(words.words[last]) == "mission"
    if key(words.words[last]) in VOCABULARY.of_places and joined and words.after(last) in _OF:
        owner = words.after(last + 1)
        last += 2 if owner.istitle() and words.gap(last + 2) == " " else 0
    return replace(span, end=words.ends[last]) if words.ends[last] > span.end else span


_OF = frozenset(("of", "in", "to"))


def _with_number(words: Words, span: Span) -> Span:
    """The span of a weapon, a ship or an event with its number: "Leopard 2", "Zapad 2025"."""
    last = words.at(span.end) - 1
    number = words.after(last)
    if not number.isdigit() or words.gap(last + 1) != " " or words.ends[last] != span.end:
        return span
    year = len(number) == _YEAR_DIGITS and number[:2] in ("19", "20")
    counts = words.after(last + 1) in _COUNTED or words.words[last].isdigit()
    named = year if span.label == "EVENT" else len(number) < _YEAR_DIGITS and not counts
    return replace(span, end=words.ends[last + 1]) if named else span


_YEAR_DIGITS = 4
_COUNTED = frozenset(
    ("km", "miles", "metres", "meters", "times", "years", "days", "per", "percent")
)


def _with_surname(words: Words, span: Span) -> Span:
    """The span of a person's given name with the surname after it that a pipeline missed."""
    i = words.at(span.start)
    after = words.after(i)
    if span.label != "PERSON" or words.words[i] != words.text[span.start : span.end]:
        return span
    if not after.istitle() or key(after) in _NO_SURNAMES or words.in_title_case(i):
        return span
    return replace(span, end=words.ends[i + 1])


_NO_SURNAMES = VOCABULARY.no_names | VOCABULARY.titles | VOCABULARY.function_words


def _overlapping(span: Span, matches: Sequence[Match], ends: list[int]) -> list[Match]:
    first = last = bisect_right(ends, span.start)
    while last < len(matches) and matches[last].start < span.end:
        last += 1
    return list(matches[first:last])


def _claim(
    field: Field, words: Words, span: Span, inside: list[Match], known: Registers
) -> Claim | None:
    """What a span claims beside the matches that it overlaps; None where they stand."""
    surface = words.text[span.start : span.end]
    label = label_of(span.label, surface)
    own = Claim(field, span.start, span.end, surface, label, "model")
    if not inside:
        # What the register knows but refused here is a language or a dish.
        refused = span.label == "NORP" and known.is_adjective(own.surface)
        little = own.surface.lower() in _PRONOUNS and words.in_capitals(words.at(span.start))
        return None if refused or little else own
    first = inside[0]
    if first.start <= span.start and span.end <= first.end:
        return _instead_of(first, own)
    cut = first.start < span.start or span.end < inside[-1].end
    if cut or _is_only_prefixed(words, span, first):
        return None
    rest = _after_owner(words, span, first)
    if rest is not None:
        return _claim(field, words, rest, [m for m in inside if m.start >= rest.start], known)
    head = _before_owner(words, span, inside[-1])
    if head is not None:
        return _claim(field, words, head, inside[:-1], known)
    longer = _is_longer_name(words, span, inside)
    return structs.replace(own, match=_same_person(own, inside)) if longer else None


# In a line of capitals they look like names.
_PRONOUNS = frozenset(("us", "who", "it", "he", "she", "we", "they", "them", "him", "her"))


def _instead_of(match: Match, own: Claim) -> Claim | None:
    """What a span claims that lies inside a match; None where the match stands as it is."""
    if (match.start, match.end) != (own.start, own.end):
        return None
    if match.known.is_nobody:
        return own
    if own.is_person and match.known.kind in ("state", "place"):
        return Claim(
            own.field, own.start, own.end, own.surface, match.label, "rule", match, doubted=True
        )
    return None


def _of_match(field: Field, text: str, match: Match) -> Claim:
    surface = text[match.start : match.end]
    return Claim(field, match.start, match.end, surface, match.label, "rule", match)


def _after_owner(words: Words, span: Span, first: Match) -> Span | None:
    """What is left of "Syria's Ministry of Trade" or "Syrian President Amin Haddad"."""
    if first.start != span.start or first.known.kind == "person":
        return None
    text = words.text
    after = text[first.end : span.end]
    owned = after[:2] in ("’s", "'s")
    person = span.label == "PERSON"
    titled = person and after.split(maxsplit=1)[0].lower() in VOCABULARY.titles
    # "Russian Vladimir Putin", and not "Christian Schmidt" or "German Gref".
    full = person and " " in after.strip()
    described = full and first.alias.kind in ("adjective", "tongue", "short", "people")
    if not (owned or titled or described):
        return None
    return trim(text, replace(span, start=first.end + (2 if owned else 0)))


_PREFIX = re.compile(r"(?:anti|pro|ex|non|post|pre)-", re.IGNORECASE)


def _is_only_prefixed(words: Words, span: Span, match: Match) -> bool:
    """As in “Anti-China hawks”."""
    prefixed = _PREFIX.fullmatch(words.text, span.start, match.start)
    return bool(prefixed) and span.end == match.end


# "Congress in Lima", and not "Church in Wales".
_SAY_NOT_WHOSE = frozenset(
    ("assembly", "cabinet", "congress", "court", "government", "parliament", "senate")
)


def _before_owner(words: Words, span: Span, last: Match) -> Span | None:
    """What is left of "11th Corps of the Russian army", "Congress in Lima" and "Sarnak Eni"."""
    if last.end != span.end or last.known.kind == "person" or last.start <= span.start:
        return None
    text = words.text
    before = text[span.start : last.start].rstrip()
    if last.known.kind in ("state", "place"):
        cut = before.removesuffix(" in")
        owned = cut != before and cut.lower() in _SAY_NOT_WHOSE
    elif span.label in ("GPE", "LOC"):
        cut = before
        owned = last.label == "ORG" and not before.endswith("-")
    else:
        cut = before.removesuffix(" of the")
        owned = cut != before and has_head(cut)
    return trim(text, replace(span, end=span.start + len(cut))) if owned else None


def _is_longer_name(words: Words, span: Span, inside: list[Match]) -> bool:
    if all(match.known.is_nobody for match in inside):
        return True
    if span.label == "NORP" or any(_holds_its_own(words, match, span) for match in inside):
        return False
    parts = _uncovered(words, span, inside)
    if not parts or any(part[0].islower() for part in parts):
        return False
    return span.label == "PERSON" or has_head(parts[-1]) or not _in_headline(words, span)


def _holds_its_own(words: Words, match: Match, span: Span) -> bool:
    """A person's full name is no part of a longer name, and no place is named after a group."""
    if match.known.kind == "person":
        return match.alias.kind == "name" and not _has_further_surname(words, match, span)
    return match.known.kind not in ("state", "place") and span.label in ("GPE", "LOC")


def _has_further_surname(words: Words, match: Match, span: Span) -> bool:
    """Whether a surname that the register does not list goes on: "Nicolás Maduro Guerra"."""
    last = words.at(match.end) - 1
    further = match.start == span.start and match.end < span.end and words.after(last).istitle()
    plain = words.in_title_case(last) or words.gap(last + 1) != " "
    return further and span.label == "PERSON" and " " in match.known.name and not plain


def _uncovered(words: Words, span: Span, inside: list[Match]) -> list[str]:
    """The words of a span that no match covers and that say more than where or which part."""
    plain = VOCABULARY.connectors | VOCABULARY.area_words
    if span.label == "PERSON":
        plain = VOCABULARY.particles
    return [
        words.words[i]
        for i in range(words.at(span.start), words.at(span.end))
        if not any(m.start <= words.starts[i] < m.end for m in inside)
        and key(words.words[i]) not in plain
        and words.gap(i) not in _APOSTROPHES  # "People's", "Ta'ang"
    ]


_APOSTROPHES = frozenset("'’ʼ‘`")


def _in_headline(words: Words, span: Span) -> bool:
    i = words.at(span.start)
    return words.in_title_case(i) or words.in_capitals(i)


def _same_person(own: Claim, inside: list[Match]) -> Match | None:
    """The known person whose middle name a span adds: "Vladimir V. Putin"."""
    given = key(own.surface.split(maxsplit=1)[0])
    for match in inside:
        at_end = match.alias.kind == "surname" and match.end == own.end
        same = at_end and key(match.known.name.split(maxsplit=1)[0]) == given
        if own.is_person and same and full_names.may_be(match.known, own.surface):
            return match
    return None
