"""Resolver: a pipeline's spans and the registers' matches become mentions of actors."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from workstation.domain.article import Body
from workstation.domain.mention import Field, Found, Label, Span
from workstation.domain.names import fold
from workstation.resolving import frames, meanings
from workstation.resolving.acronyms import Acronyms
from workstation.resolving.american import American
from workstation.resolving.claims import Claim, Taken, settle
from workstation.resolving.credits import is_own_credit
from workstation.resolving.meanings import Meaning
from workstation.resolving.persons import Persons, is_where
from workstation.resolving.registers import Registers
from workstation.resolving.renamings import Renamings
from workstation.resolving.words import Words

_FIELDS: tuple[Field, ...] = ("title", "text")
# So many names may stand between a dateline and one of its first sentence.
_BESIDE = 6
_PROMOTION = "not counted, as it stands in a promotional line or credit"
_CREDIT = "not counted, as the article names its own source"


class Resolver:
    """Gives spans their actors; the same body and spans always give the same answer."""

    def __init__(self, registers: Registers) -> None:
        self._registers = registers

    def resolve(
        self,
        body: Body,
        spans: Sequence[Span],
        *,
        outlet: str = "",
        language: str = "en",
        published: date | None = None,
    ) -> list[Found]:
        """The mentions of an article, the title's first, in order, none overlapping.

        Register matches are among them, whether or not a span covers them. Mentions in passages
        that are not the article's own words, and those that name `outlet` as the article's own
        source, are not counted. Who "President Assad" is depends on the day it was `published`.
        """
        fields: dict[Field, Words] = {"title": Words(body.title), "text": Words(body.text)}
        article = f"{body.title}\n\n{body.text}"
        day = published.isoformat() if published else ""
        claims: list[Claim] = []
        for field, words in fields.items():
            matches = self._registers.find(words, language=language, article=article, day=day)
            claims += settle(field, words, matches, spans, self._registers)
        claims = _one_label_a_name(claims, outlet)
        reading = _Reading(body, fields, claims, self._registers)
        return [reading.found(claim, outlet) for claim in reading.claims]


class _Reading:
    """An article with its names, and what it says itself about whom they mean."""

    def __init__(
        self, body: Body, fields: dict[Field, Words], claims: list[Claim], known: Registers
    ) -> None:
        self._body = body
        self._registers = known
        self._fields = fields
        self._undoubted = {c.match.known.key for c in claims if c.match and not c.doubted}
        own = (claim for claim in claims if not self._is_promotion(claim))
        self._persons = Persons(own, fields, known)
        self._acronyms = Acronyms()
        self._american = American(fields)
        claims = [
            self._as_person(claim, claims[max(0, i - _BESIDE) : i + 2])
            for i, claim in enumerate(claims)
        ]
        for field in reversed(_FIELDS):  # the text introduces, the title only uses
            self._acronyms.learn(field, fields[field], [c for c in claims if c.field == field])
        self.claims = [claim for field in _FIELDS for claim in self._complete(field, claims)]
        self._renamings = Renamings()
        for field in reversed(_FIELDS):
            here = [claim for claim in self.claims if claim.field == field]
            self._renamings.learn(fields[field], here)

    def _complete(self, field: Field, claims: list[Claim]) -> list[Claim]:
        """The names of a field with those that the article itself makes known."""
        own = self._acronyms.spelt_out(field)
        taken = Taken((claim.start, claim.end) for claim in own)
        for claim in claims:
            if claim.field == field and (claim.start, claim.end) not in taken:
                taken.add((claim.start, claim.end))
                own.append(claim)
        for source in (self._american, self._acronyms, self._persons):
            for claim in source.left_out(field, self._fields[field], taken):
                taken.add((claim.start, claim.end))
                own.append(claim)
        return sorted(own, key=lambda claim: claim.start)

    def found(self, claim: Claim, outlet: str) -> Found:
        """The mention that a claim becomes."""
        meaning = self._meaning(claim)
        aside = ""
        if self._is_promotion(claim):
            aside = _PROMOTION
        elif is_own_credit(claim, meaning.name, self._fields[claim.field], outlet):
            aside = _CREDIT
        return Found(
            field=claim.field,
            start=claim.start,
            end=claim.end,
            surface=claim.surface,
            label=claim.label,
            origin=claim.origin,
            key=meaning.key,
            name=meaning.name,
            kind=meaning.kind,
            why=f"{meaning.why[:-1]}; {aside}." if aside else meaning.why,
            counted=not aside,
            wikidata=meaning.wikidata,
        )

    def _meaning(self, claim: Claim) -> Meaning:
        named = self._renamings.same(claim)
        if named is not None:
            return meanings.of_renamed(claim.surface, self._own_meaning(named))
        longer = self._renamings.longer(claim)
        if longer is not None:
            return meanings.of_shortened(claim.surface, self._own_meaning(longer))
        return self._own_meaning(claim)

    def _own_meaning(self, claim: Claim) -> Meaning:
        introduced = self._acronyms.meaning(claim)
        if introduced is not None:
            return introduced
        if claim.is_person:
            return self._persons.meaning(claim)
        if claim.match is not None:
            return meanings.of_match(claim.surface, claim.match)
        town = self._american.meaning(claim)
        if town is not None:
            return town
        body = self._body_named(claim)
        return meanings.of_shortened(claim.surface, body) if body else meanings.of_name(claim)

    def _body_named(self, claim: Claim) -> Meaning | None:
        """Whose "Defence Ministry" it is, where the article has named that of one state alone."""
        named = {
            other.match.known.key: meanings.of_match(other.surface, other.match)
            for other in self.claims
            if other.match is not None
            and other.field == "text"
            and (claim.field == "title" or other.start < claim.start)
            and self._registers.is_short_for(claim.surface, other.match.known)
        }
        return named.popitem()[1] if len(named) == 1 else None

    def _as_person(self, claim: Claim, beside: list[Claim]) -> Claim:
        """A part of the name of somebody named in full is a person, whatever else it may be."""
        if claim.match is None and self._persons.is_name_of_one(claim.surface):
            where = is_where(self._fields[claim.field], claim.start)
            if self._american.stands_before_state(claim):
                return replace(claim, label="GPE")
            return claim if where and claim.label != "PERSON" else replace(claim, label="PERSON")
        if claim.doubted and self._names_a_person(claim):
            if frames.of_state(self._fields[claim.field], claim, beside):
                return claim
            return replace(claim, label="PERSON", match=None, origin="model")
        return claim

    def _names_a_person(self, claim: Claim) -> bool:
        """A surname; a given name only where nothing else names the state, as "Chad" may be."""
        if self._persons.is_surname(claim.surface):
            return True
        named = claim.match is not None and claim.match.known.key in self._undoubted
        return not named and self._persons.is_part(claim.surface)

    def _is_promotion(self, claim: Claim) -> bool:
        passages = self._body.passages if claim.field == "text" else ()
        return bool(passages) and any(
            claim.start < passage.end and passage.start < claim.end for passage in passages
        )


def _one_label_a_name(claims: list[Claim], outlet: str) -> list[Claim]:
    """A name that no register knows has one label in an article: the most frequent one."""
    usual: dict[str, Label] = {fold(outlet): "ORG"}
    labels: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for claim in claims:
        if claim.match is None:
            labels[fold(claim.surface)][claim.label] += 1
    usual = {**{name: count.most_common(1)[0][0] for name, count in labels.items()}, **usual}
    return [
        claim
        if claim.match is not None or claim.label == usual[fold(claim.surface)]
        else replace(claim, label=usual[fold(claim.surface)])
        for claim in claims
    ]
