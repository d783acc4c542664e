"""How fast a long job goes, and how that is said."""

from collections import deque
from time import monotonic
from typing import Final

from workstation.desktop import sentences
from workstation.desktop.words import decimal, number, tr
from workstation.domain.progress import Progress

_MINUTE: Final = 60
_HOUR: Final = 3_600

_PACE_STEPS: Final = 40
"""Beats that a rate is taken over: ten seconds even out slow and quick files."""


class Pace:
    """How fast a job goes, from what was seen of it in the last seconds."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque(maxlen=_PACE_STEPS)
        self._left = 0

    def see(self, progress: Progress, now: float | None = None) -> None:
        """Notes how many steps are done at a moment, in seconds of any clock."""
        moment = monotonic() if now is None else now
        if self._seen and progress.done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((moment, progress.done))
        self._left = max(0, progress.total - progress.done)

    def rest(self) -> None:
        """Forgets what was seen: the time of a pause says nothing of the job."""
        self._seen.clear()

    @property
    def rate(self) -> float:
        """Steps a second, 0 while nothing is known."""
        if not self._seen:
            return 0.0
        (start, first), (end, last) = self._seen[0], self._seen[-1]
        return (last - first) / (end - start) if end > start else 0.0

    @property
    def seconds_left(self) -> float | None:
        """The time until the end at this rate, or None while nothing is known."""
        return self._left / self.rate if self.rate else None


def told(progress: Progress, pace: Pace, name: str) -> str:
    """Progress in a line: `Importing 412 of 5,000 files · 38/s · 2 min left · 3 problems`."""
    first = sentences.step(progress.verb) or name
    if progress.total:
        done = tr("Jobs", "{done} of {total} {unit}").format(
            done=number(progress.done),
            total=number(progress.total),
            unit=sentences.step(progress.unit),
        )
        first = f"{first} {done}"
    words = [first, *_rate(pace)]
    if progress.problems == 1:
        words.append(tr("Jobs", "1 problem"))
    elif progress.problems:
        words.append(tr("Jobs", "{n} problems").format(n=number(progress.problems)))
    return " · ".join(words)


def _rate(pace: Pace) -> list[str]:
    rate, left = pace.rate, pace.seconds_left
    if not rate or left is None:
        return []
    words = [tr("Jobs", "{rate}/s").format(rate=decimal(rate, 0 if rate >= 1 else 1))]
    if left >= 1:
        words.append(tr("Jobs", "{time} left").format(time=duration(left)))
    return words


def duration(seconds: float) -> str:
    """A time in its largest unit: `2 min`."""
    if seconds < _MINUTE:
        return tr("Jobs", "{n} s").format(n=round(seconds))
    if seconds < _HOUR:
        return tr("Jobs", "{n} min").format(n=round(seconds / _MINUTE))
    return tr("Jobs", "{n} h").format(n=round(seconds / _HOUR))
