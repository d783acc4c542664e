"""How many articles, stories and outlets the selection holds, and what its chips are called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workstation.desktop.words import days, isolated, kind_name, number, outlet_name, tone_name, tr
from workstation.domain.frequency import Size
from workstation.domain.selection import Facet, Selection

if TYPE_CHECKING:
    from workstation.library.library import Reading


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of a selection, and names for the identifiers in it."""

    held: Size
    size: int
    """Articles of the whole library."""
    names: Mapping[str, str]


def asked(selection: Selection) -> "Callable[[Reading], Tally]":
    """The question for the tally of a selection."""

    def ask(reading: "Reading") -> Tally:
        from workstation.library import corpus  # noqa: PLC0415 - start-up stays light

        ids = (*selection.facet("actor"), *selection.facet("together"))
        known = corpus.actors(reading, Selection(), actor_ids=ids) if ids else []
        return Tally(
            corpus.extent(reading, selection.corpus()),
            corpus.size(reading),
            {actor.id: actor.name for actor in known},
        )

    return ask


@dataclass(frozen=True, slots=True)
class Chip:
    """One narrowing in words, and the selection without it."""

    words: str
    without: Selection


def chips(selection: Selection, names: Mapping[str, str]) -> list[Chip]:
    """A chip for each narrowing but the words, which stand in the search field."""
    found = []
    if selection.brush:
        words = days(selection.brush.first, selection.brush.last)
        found.append(Chip(words, selection.without("brush")))
    if selection.undated:
        found.append(Chip(tr("Chips", "undated"), replace(selection, undated=False)))
    if selection.doubtful:
        found.append(Chip(tr("Chips", "doubtful date"), replace(selection, doubtful=False)))
    for facet, values in selection.facets:
        found.append(Chip(_facet_words(facet, values, names), selection.with_facet(facet, ())))
    return found


def _facet_words(facet: Facet, values: tuple[str, ...], names: Mapping[str, str]) -> str:
    heading = {
        "actor": tr("Chips", "Actor"),
        "together": tr("Chips", "Together"),
        "outlet": tr("Chips", "Outlet"),
        "language": tr("Chips", "Language"),
        "kind": tr("Chips", "Kind"),
        "tone": tr("Chips", "Tone"),
        "label": tr("Chips", "Label"),
        "story": tr("Chips", "Story"),
        "article": tr("Chips", "Articles"),
    }[facet]
    if facet == "together":
        return f"{heading}: {' + '.join(isolated(names.get(one, one)) for one in values)}"
    if len(values) > 1 or facet == "article":
        return f"{heading}: {number(len(values))}"
    value = names.get(values[0], values[0])
    if facet == "kind":
        value = kind_name(value)
    elif facet == "tone":
        value = tone_name(value)
    elif facet == "outlet":
        value = outlet_name(value)
    elif facet == "language":
        value = value or tr("Chips", "unknown")
    return heading if facet == "story" else f"{heading}: {isolated(value or '–')}"
