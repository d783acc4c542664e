"""The colours of paper, read from the palette that the window reads too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

import msgspec

from workstation.domain.actor import Kind
from workstation.resources import resource

SURFACE = "paper"


@dataclass(frozen=True, slots=True)
class Mark:
    """How mentions of a kind are marked: a fill, a line of a style of its own, and a letter."""

    letter: str
    cue: str
    fill: str
    line: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one series of a chart is drawn."""

    marker: str
    colour: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour that paper uses, as #RRGGBB."""

    surface: dict[str, str]
    marks: dict[Kind, Mark]
    series: tuple[Stroke, ...]


@cache
def paper() -> Palette:
    """The palette of paper."""
    shipped = msgspec.json.decode(resource("theme", "palette.json").read_bytes())
    return Palette(
        surface=shipped["surfaces"][SURFACE],
        marks={
            cast("Kind", kind): Mark(
                mark["letter"], mark["cue"], mark[SURFACE]["fill"], mark[SURFACE]["line"]
            )
            for kind, mark in shipped["kinds"].items()
        },
        series=tuple(Stroke(line["marker"], line[SURFACE]) for line in shipped["series"]),
    )
