"""Where a text names an actor."""

from dataclasses import dataclass
from typing import Literal, get_args

from workstation.domain.actor import Kind

Label = Literal["PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "EVENT"]
LABELS: tuple[Label, ...] = get_args(Label)

Field = Literal["text", "title"]
FIELDS: tuple[Field, ...] = get_args(Field)
Origin = Literal["model", "rule", "analyst"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a field that a pipeline takes for a name, in code points."""

    field: Field
    start: int
    end: int
    label: Label
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """A span with the actor that the resolver gives it.

    `key` names the actor (see `domain.actor.actor_uuid`), or is "" where the span names nobody
    that can be counted; `why` is one sentence for the analyst.
    """

    field: Field
    start: int
    end: int
    surface: str
    label: Label
    origin: Origin
    key: str
    name: str
    kind: Kind
    why: str
    counted: bool = True
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention as the library keeps it, after the analysts' decisions."""

    id: int
    article: int
    field: Field
    start: int
    end: int
    text: str
    label: Label
    actor_id: str | None
    actor: str | None
    kind: Kind | None
    origin: Origin
    counted: bool
    why: str
