"""Events on the chart: a numbered flag at the days of each, and its words below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workstation.domain.event import Pinned
from workstation.limits import CHART_EVENT_CHARACTERS, CHART_EVENTS
from workstation.reporting import axes, words

LINE = 15.0
"""The height of the words of one event below the chart."""

HEAD = 10.0
"""What the flags need above the plot."""

_SIDE = 12.0
_GAP = 2.0


def told(flags: Sequence[Pinned]) -> list[str]:
    """The words of each event that is drawn, with its number; the last line counts the others."""
    lines = []
    for number, flag in enumerate(flags[:CHART_EVENTS], 1):
        event = flag.event
        line = f"{number} · {words.stretch(event.first, event.last)}: {event.words}"
        fits = len(line) <= CHART_EVENT_CHARACTERS
        lines.append(line if fits else line[: CHART_EVENT_CHARACTERS - 1].rstrip() + "…")
    more = len(flags) - CHART_EVENTS
    return [*lines, f"and {words.count(more, 'further event')}"] if more > 0 else lines


def drawn(
    flags: Sequence[Pinned],
    x: Callable[[float], float],
    *,
    right: float,
    top: float,
    bottom: float,
    ink: str,
    page: str,
) -> list[str]:
    """The flags above the plot, with a pole down to the axis, or a band over several periods."""
    shown = flags[:CHART_EVENTS]
    places = [x((flag.first + flag.last) / 2) for flag in shown]
    room = axes.spread(places, _SIDE + _GAP, x(-0.5), right)
    parts = []
    for number, (flag, place, at) in enumerate(zip(shown, places, room, strict=True), 1):
        if flag.last > flag.first:
            left, end = x(flag.first - 0.5), x(flag.last + 0.5)
            parts.append(
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{end - left:.1f}"'
                f' height="{bottom - top:.1f}" fill="{ink}" opacity="0.07"/>'
            )
        pole = top if flag.last > flag.first else bottom
        parts.append(
            f'<path d="M{at:.1f} {top - 6:.1f}L{place:.1f} {top:.1f}V{pole:.1f}" fill="none"'
            f' stroke="{ink}" stroke-width="0.8" stroke-dasharray="3 2"/>'
        )
        parts.append(
            f'<rect x="{at - _SIDE / 2:.1f}" y="{top - 18:.1f}" width="{_SIDE:g}"'
            f' height="{_SIDE:g}" rx="2" fill="{ink}"/>'
        )
        parts.append(
            f'<text x="{at:.1f}" y="{top - 9:.1f}" font-size="9" font-weight="600" fill="{page}"'
            f' text-anchor="middle">{number}</text>'
        )
    return parts
