"""The frequency chart as SVG: how often actors are named, over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from workstation.domain.clean import clean_text
from workstation.domain.event import Event, Pinned, pinned
from workstation.domain.frequency import Frequency, Measure, Series
from workstation.limits import CHART_LABEL_CHARACTERS, CHART_MARKERS, CHART_SERIES
from workstation.reporting import axes, flags, words
from workstation.reporting.palette import Palette, Stroke, paper

WIDTH = 640.0
HEIGHT = 310.0

_FONT = "'Source Sans 3', 'Source Sans Pro', sans-serif"
_TOP = 34.0
_FOOT = 92.0
_AXIS = 44.0
_UNDATED = 58.0
_LETTER = 6.1
_LABEL_GAP = 15.0
_TICK_SPACE = 46.0
_STRIP = 22.0
_MARGIN = 134.0


@dataclass(frozen=True, slots=True)
class _Plot:
    """The frame in which points stand, in SVG units."""

    frequency: Frequency
    measure: Measure
    steps: tuple[float, ...]
    left: float
    right: float
    top: float
    bottom: float

    @property
    def step(self) -> float:
        """The width of one period."""
        return (self.right - self.left) / max(1, len(self.frequency.periods))

    def x(self, index: float) -> float:
        return self.left + (index + 0.5) * self.step

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * value / self.steps[-1]

    def values(self, series: Series) -> tuple[float, ...]:
        return self.frequency.values(series, self.measure)

    def undated(self, series: Series) -> float:
        return self.frequency.undated_value(series, self.measure)

    def tick(self, value: float) -> str:
        return _amount(value, self.measure)


def svg(
    frequency: Frequency,
    *,
    measure: Measure = "share",
    caption: str = "",
    events: Sequence[Event] = (),
) -> str:
    """The chart of up to eight series, as the text of an SVG file.

    The axis is the share of a period's articles (stories, outlets) that name the actor, their
    number, or the number of mentions. `caption` is written under the chart, such as the selection
    in words; below it stand the words of the `events` that have flags.
    """
    drawn = frequency.series[:CHART_SERIES]
    flying = pinned(events, frequency)
    plot = _plot(frequency, drawn, measure, _TOP + (flags.HEAD if flying else 0.0))
    colours = paper()
    told = flags.told(flying)
    foot = (20.0 if caption else 0.0) + (flags.LINE * len(told) + 4 if told else 0.0)
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT + foot:g}"'
            f' width="{WIDTH:g}" height="{HEIGHT + foot:g}" font-family="{_FONT}" font-size="12"'
            f' fill="{colours.surface["ink"]}" role="img">'
        ),
        f"<title>{_escaped(describe(frequency, measure=measure))}</title>",
        f'<rect width="100%" height="100%" fill="{colours.surface["page"]}"/>',
        *_gaps(plot, colours),
        *_grid(plot, colours),
        *_time(plot, colours),
        *_strip(plot, colours),
    ]
    if frequency.undated_total:
        parts += _undated(plot, drawn, colours)
    parts += _flags(plot, flying, colours)
    for series, stroke in zip(drawn, colours.series, strict=False):
        parts += _line(plot, series, stroke)
    parts += _labels(plot, drawn, colours)
    if not drawn or not frequency.periods:
        parts.append(_nothing(plot, drawn, colours))
    if caption:
        parts.append(
            _text(8, HEIGHT + 8, caption, fill=colours.surface["quiet"], size=11, anchor="start")
        )
    for line, words_ in enumerate(told):
        y = HEIGHT + foot - 8 - flags.LINE * (len(told) - 1 - line)
        parts.append(_text(8, y, words_, fill=colours.surface["ink"], size=11, anchor="start"))
    return "\n".join([*parts, "</svg>\n"])


def describe(frequency: Frequency, *, measure: Measure = "share") -> str:
    """The chart in words, for those who do not see it."""
    what = {
        "share": f"Share of {frequency.unit} naming each actor",
        "count": f"{frequency.unit.capitalize()} naming each actor",
        "mentions": "Mentions of each actor",
    }[measure]
    if not frequency.periods:
        return f"{what}: no article of the selection has a date."
    stretch = words.stretch(frequency.periods[0], frequency.periods[-1])
    told = [f"{what}, by {frequency.by}, {stretch}."]
    for series in frequency.series[:CHART_SERIES]:
        values = frequency.values(series, measure)
        top = max(range(len(values)), key=lambda i, v=values: v[i])  # type: ignore[misc]
        peak = _amount(values[top], measure)
        told.append(f"{series.actor}: at most {peak}, on {words.day(frequency.periods[top])}.")
    return " ".join(told)


def _amount(value: float, measure: Measure) -> str:
    return f"{round(value * 100)} %" if measure == "share" else words.number(int(value))


def _plot(frequency: Frequency, drawn: Sequence[Series], measure: Measure, top: float) -> _Plot:
    left = _AXIS + (_UNDATED if frequency.undated_total else 0.0)
    longest = max((len(_short(series.actor)) for series in drawn), default=0)
    right = WIDTH - max(_MARGIN, 34.0 + longest * _LETTER)
    frame = _Plot(frequency, measure, (0.0, 1.0), left, right, top, HEIGHT - _FOOT)
    highest = max(
        (value for s in drawn for value in (*frame.values(s), frame.undated(s))), default=0.0
    )
    steps = (
        axes.share_steps(highest)
        if measure == "share"
        else [float(n) for n in axes.count_steps(int(highest))]
    )
    return _Plot(frequency, measure, tuple(steps), left, right, top, HEIGHT - _FOOT)


def _text(
    x: float, y: float, words_: str, *, fill: str, size: float = 12, anchor: str = "middle"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{fill}"'
        f' text-anchor="{anchor}">{_escaped(words_)}</text>'
    )


def _escaped(text: str) -> str:
    # XML has no way to write control characters and half letters down; cleaning leaves none.
    return escape(clean_text(text).replace("\n\n", " "))


def _grid(plot: _Plot, colours: Palette) -> list[str]:
    surface = colours.surface
    start = _AXIS if plot.frequency.undated_total else plot.left
    parts = []
    for value in plot.steps:
        y = plot.y(value)
        colour = surface["rule"] if value == 0 else surface["grid"]
        parts.append(
            f'<path d="M{start:.1f} {y:.1f}H{plot.right:.1f}" stroke="{colour}" fill="none"/>'
        )
        tick = plot.tick(value)
        parts.append(_text(_AXIS - 8, y + 4, tick, fill=surface["quiet"], size=11, anchor="end"))
    by = plot.frequency.by
    unit = plot.frequency.unit
    title = {
        "share": f"Share of each {by}’s {unit} that name the actor",
        "count": f"{unit.capitalize()} that name the actor, by {by}",
        "mentions": f"Mentions of the actor, by {by}",
    }[plot.measure]
    return [*parts, _text(8, 16, title, fill=surface["ink"], anchor="start")]


def _time(plot: _Plot, colours: Palette) -> list[str]:
    most = max(2, int((plot.right - plot.left) / _TICK_SPACE))
    parts = []
    for tick in axes.time_ticks(plot.frequency.periods, plot.frequency.by, most):
        x, y = plot.x(tick.index), plot.bottom
        quiet = colours.surface["quiet"]
        parts.append(f'<path d="M{x:.1f} {y:.1f}v4" stroke="{colours.surface["rule"]}"/>')
        parts.append(_text(x, y + 17, tick.label, fill=quiet, size=11))
        if tick.year:
            parts.append(_text(x, y + 31, tick.year, fill=quiet, size=11))
    return parts


def _strip(plot: _Plot, colours: Palette) -> list[str]:
    """The denominator: how many articles, stories or outlets each period has."""
    frequency = plot.frequency
    most = max((*frequency.totals, frequency.undated_total), default=0)
    if not most:
        return []
    floor = HEIGHT - 12.0
    bars = [(plot.x(i), total, plot.step) for i, total in enumerate(frequency.totals)]
    if frequency.undated_total:
        bars.append((_undated_centre(), frequency.undated_total, 20.0))
    parts = []
    for x, total, room in bars:
        height = _STRIP * total / most
        width = max(0.6, min(20.0, room * 0.7))
        parts.append(
            f'<rect x="{x - width / 2:.1f}" y="{floor - height:.1f}" width="{width:.1f}"'
            f' height="{height:.1f}" fill="{colours.surface["bar"]}"/>'
        )
    quiet = colours.surface["quiet"]
    says = f"{frequency.unit} (at most {words.number(most)})"
    parts.append(_text(plot.right + 14, floor - 2, says, fill=quiet, size=10.5, anchor="start"))
    return parts


def _gaps(plot: _Plot, colours: Palette) -> list[str]:
    """Periods of which the library holds nothing: silence is not absence."""
    stretches = axes.gaps(plot.frequency.covered)
    if not stretches:
        return []
    parts = [
        (
            '<defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse"'
            ' patternTransform="rotate(45)"><path d="M0 0V6" stroke-width="1.2"'
            f' stroke="{colours.surface["hatch"]}"/></pattern></defs>'
        )
    ]
    for first, end in stretches:
        x = plot.left + first * plot.step
        width = (end - first) * plot.step
        parts.append(
            f'<rect x="{x:.1f}" y="{plot.top:.1f}" width="{width:.1f}"'
            f' height="{plot.bottom - plot.top:.1f}" fill="url(#none)"/>'
        )
    quiet = colours.surface["quiet"]
    says = "hatched: the library holds no article of that time"
    return [*parts, _text(WIDTH - 8, 16, says, fill=quiet, size=11, anchor="end")]


def _undated_centre() -> float:
    return _AXIS + _UNDATED / 2 - 6.0


def _undated(plot: _Plot, drawn: Sequence[Series], colours: Palette) -> list[str]:
    centre = _undated_centre()
    width = min(9.0, (_UNDATED - 20.0) / max(1, len(drawn)))
    start = centre - width * len(drawn) / 2
    parts = []
    for place, (series, stroke) in enumerate(zip(drawn, colours.series, strict=False)):
        y = plot.y(plot.undated(series))
        parts.append(
            f'<rect x="{start + place * width + 0.5:.1f}" y="{y:.1f}" width="{width - 1:.1f}"'
            f' height="{plot.bottom - y:.1f}" fill="{stroke.colour}"/>'
        )
    quiet, rule = colours.surface["quiet"], colours.surface["rule"]
    edge = _AXIS + _UNDATED - 6.0
    return [
        *parts,
        (
            f'<path d="M{edge:.1f} {plot.top:.1f}V{plot.bottom:.1f}" stroke="{rule}"'
            ' stroke-dasharray="2 3"/>'
        ),
        _text(centre, plot.bottom + 17, "undated", fill=quiet, size=11),
    ]


def _line(plot: _Plot, series: Series, stroke: Stroke) -> list[str]:
    values = plot.values(series)
    covered = plot.frequency.covered
    path = "".join(
        f"{'L' if i and covered[i - 1] else 'M'}{plot.x(i):.1f} {plot.y(value):.1f}"
        for i, value in enumerate(values)
        if covered[i]
    )
    every = max(1, -(-len(values) // CHART_MARKERS))
    shown = [i for i in range(len(values)) if covered[i] and i % every == 0]
    return [
        (
            f'<path d="{path}" fill="none" stroke="{stroke.colour}" stroke-width="1.8"'
            ' stroke-linejoin="round"/>'
        ),
        *(_marker(plot.x(i), plot.y(values[i]), stroke) for i in shown),
    ]


_SHAPES = {
    "square": "M-2.9-2.9H2.9V2.9H-2.9Z",
    "triangle": "M0-3.9L3.6 2.6H-3.6Z",
    "triangle-down": "M0 3.9L3.6-2.6H-3.6Z",
    "diamond": "M0-4.1L4.1 0L0 4.1L-4.1 0Z",
}
_STROKED = {"plus": "M-3.8 0H3.8M0-3.8V3.8", "cross": "M-2.9-2.9L2.9 2.9M-2.9 2.9L2.9-2.9"}


def _marker(x: float, y: float, stroke: Stroke) -> str:
    at = f'transform="translate({x:.1f} {y:.1f})"'
    if stroke.marker in _SHAPES:
        return f'<path {at} d="{_SHAPES[stroke.marker]}" fill="{stroke.colour}"/>'
    if stroke.marker in _STROKED:
        return (
            f'<path {at} d="{_STROKED[stroke.marker]}" stroke="{stroke.colour}" stroke-width="2"/>'
        )
    if stroke.marker == "ring":
        return f'<circle {at} r="3" fill="none" stroke="{stroke.colour}" stroke-width="1.8"/>'
    return f'<circle {at} r="3.1" fill="{stroke.colour}"/>'


def _short(name: str) -> str:
    fits = len(name) <= CHART_LABEL_CHARACTERS
    return name if fits else name[: CHART_LABEL_CHARACTERS - 1].rstrip() + "…"


def _labels(plot: _Plot, drawn: Sequence[Series], colours: Palette) -> list[str]:
    """A name at the end of each line: in the text's colour, the marker carries the line's."""
    if not plot.frequency.periods:
        return []
    ends = [plot.y(plot.values(series)[-1]) for series in drawn]
    places = axes.spread(ends, _LABEL_GAP, plot.top, plot.bottom)
    last = plot.x(len(plot.frequency.periods) - 1)
    parts = []
    for series, stroke, end, y in zip(drawn, colours.series, ends, places, strict=False):
        x = plot.right + 14.0
        parts.append(
            f'<path d="M{last + 5:.1f} {end:.1f}L{x - 8:.1f} {y:.1f}" fill="none"'
            f' stroke="{colours.surface["hatch"]}" stroke-width="0.7"/>'
        )
        parts.append(_marker(x, y, stroke))
        name = _short(series.actor)
        parts.append(_text(x + 9, y + 4, name, fill=colours.surface["ink"], anchor="start"))
    return parts


def _flags(plot: _Plot, flying: Sequence[Pinned], colours: Palette) -> list[str]:
    return flags.drawn(
        flying,
        plot.x,
        right=plot.right,
        top=plot.top,
        bottom=plot.bottom,
        ink=colours.surface["ink"],
        page=colours.surface["page"],
    )


def _nothing(plot: _Plot, drawn: Sequence[Series], colours: Palette) -> str:
    says = (
        "No article of the selection has a date."
        if drawn or not plot.frequency.periods
        else "No actor is named in the selection."
    )
    middle = (plot.left + plot.right) / 2
    return _text(middle, (plot.top + plot.bottom) / 2, says, fill=colours.surface["quiet"])
