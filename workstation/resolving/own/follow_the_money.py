"""FollowTheMoney: an entity a line, as JSON with a schema and properties."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from workstation.domain.actor import Kind
from workstation.domain.register import Remark
from workstation.resolving.kinds import kind_of
from workstation.resolving.own.rows import Row, lines

_KINDS: dict[str, Kind] = {
    "Person": "person",
    "Company": "company",
    "PublicBody": "government",
    "Vessel": "product",
    "Airplane": "product",
    "Vehicle": "product",
    "Event": "event",
}
_BODIES = ("Organization", "LegalEntity")
"""Schemata whose kind the name tells."""

_TOPICS: dict[str, Kind] = {"pol.party": "party", "gov.igo": "organisation"}


class _Entity(msgspec.Struct):
    id: str = ""
    schema: str = ""
    caption: str = ""
    properties: dict[str, Any] = {}

    def values(self, name: str) -> list[str]:
        """The values of a property that are text."""
        found = self.properties.get(name, [])
        return [value for value in (found if isinstance(found, list) else [found]) if _said(value)]


_decode = msgspec.json.Decoder(_Entity).decode


def is_follow_the_money(text: str) -> bool:
    """Whether the first line is an object with a schema."""
    first = next(lines(text), (0, ""))[1]
    return first.lstrip().startswith("{") and '"schema"' in first


def read(text: str) -> Iterator[Row | Remark]:
    """The rows of the entities that are actors; a weak alias needs the name in the article."""
    left_out: Counter[str] = Counter()
    last = 0
    for last, line in lines(text):
        try:
            entity = _decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
            yield Remark(last, "The line is no entity as JSON.")
            continue
        if not _is_actor(entity.schema):
            left_out[entity.schema[:40]] += 1
            continue
        yield from _rows(last, entity)
    if left_out:
        named = ", ".join(f"{n} × {schema or 'none'}" for schema, n in left_out.most_common(5))
        yield Remark(last, f"Left out, for their schemata name no actor: {named}.", refused=False)


def _rows(number: int, entity: _Entity) -> Iterator[Row | Remark]:
    caption = [entity.caption] if _said(entity.caption) else []
    # The caption is the name that a display chose; it may be an address where there is no name.
    named = entity.values("name")
    names = [*(name for name in caption if name in named), *named]
    if not names:
        yield Remark(number, "There is no name.")
        return
    wikidata = next(iter(entity.values("wikidataId")), entity.id if _is_wikidata(entity.id) else "")
    actor, kind = entity.id or f"line {number}", _kind(entity, names[0])
    others = (*entity.values("alias"), *entity.values("previousName"))
    yield Row(number, actor, kind, tuple(dict.fromkeys((*names, *others))), wikidata=wikidata)
    if weak := entity.values("weakAlias"):
        said = ("article says", *dict.fromkeys(names))
        yield Row(number, actor, kind, tuple(dict.fromkeys(weak)), only_if=(said,))


def _is_actor(schema: str) -> bool:
    return schema in _KINDS or schema in _BODIES


def _kind(entity: _Entity, name: str) -> Kind:
    for topic in entity.values("topics"):
        if topic in _TOPICS:
            return _TOPICS[topic]
    return _KINDS.get(entity.schema) or kind_of("ORG", name)


def _is_wikidata(number: str) -> bool:
    return number[:1] == "Q" and number[1:].isascii() and number[1:].isdecimal()


def _said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
